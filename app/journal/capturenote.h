// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace wiretale {

/// What our capture says besides its packets, so that it opens again as it was recorded: numbers, clock
/// times, who a connection belongs to, what never arrived.
///
/// A note is the value of a custom option (draft-ietf-opsawg-pcapng, 3.5.1) behind its enterprise number;
/// other programs pass over it. It stands in the packet that it is about, or, where there is none, in a name
/// resolution block that names nobody. Custom blocks would do, but Wireshark shows each as a packet.
///
///     "WT"  Kind (1 byte)  numbers (LEB128; zigzag where they may be negative)  text (UTF-8, to the end)
///
/// A mark's bytes may be more than a note takes; then they lie in several, one right behind the other.
///
/// The numbers of the kinds and of MessageKind, Direction, Technique and RecordFlag stand in files, and never
/// change.
struct CaptureNote
{
    enum class Kind : quint8
    {
        Section = 0, ///< atNs: Unix time of clock time 0
        Departed = 1, ///< number, record, eventIds
        Arrived = 2, ///< number, atNs
        Lost = 3, ///< number
        Named = 4, ///< connection, text
        Announced = 5, ///< technique, text
        Published = 6, ///< eventId, atNs
        Summary = 7, ///< number, text: of a record whose bytes are not there
        Mark = 8, ///< atNs, number, part, parts, bytes: what a lesson adds
    };

    Kind kind = Kind::Section;
    RecordNumber number = 0;
    ConnectionNumber connection = 0;
    Technique technique = Technique::Http;
    qint64 eventId = 0;
    qint64 atNs = 0;
    Record record {};
    std::vector<qint64> eventIds {};
    QString text {};
    quint32 part = 0; ///< which of so many, from 0
    quint32 parts = 1;
    QByteArray bytes {};

    /// In so many notes, none of which ends within a character.
    static constexpr quint32 MostParts = 64;
};

/// Appends a note's bytes to `out`. `wallStartNs`: as the section's note says.
void appendNote(QByteArray &out, const CaptureNote &note);
void appendDepartedNote(QByteArray &out, RecordNumber number, const Record &record, qint64 wallStartNs,
                        std::span<const qint64> eventIds);
void appendNumberNote(QByteArray &out, CaptureNote::Kind kind, RecordNumber number, qint64 atNs = 0);

/// The notes that hold a mark; none when it is longer than MostParts of them.
[[nodiscard]] std::vector<CaptureNote> markNotes(qint64 atNs, RecordNumber number, QByteArrayView bytes);
/// Whether the bytes are of a note that holds a mark, or a part of one, good or not.
[[nodiscard]] bool isMarkNote(QByteArrayView bytes) noexcept;

/// Nothing when the bytes are no note, or one that says impossible things. A record's connection and exchange
/// are the reader's to judge.
[[nodiscard]] std::optional<CaptureNote> noteFrom(QByteArrayView bytes, qint64 wallStartNs);

} // namespace wiretale
