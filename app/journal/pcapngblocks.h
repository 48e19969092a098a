// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>

/// The blocks of a pcapng file (draft-ietf-opsawg-pcapng), little-endian, appended to `out` whole.
namespace wiretale::pcapng {

/// From a packet block's beginning to its packet's bytes.
inline constexpr qsizetype PacketAt = 28;
/// From any block's beginning to its total length (quint32).
inline constexpr qsizetype LengthAt = 4;
/// From a packet block's beginning to the number of its packet's bytes (quint32).
inline constexpr qsizetype CapturedLengthAt = 20;

/// The enterprise in front of each note's bytes. IANA gave us no number; this is the one that it keeps for
/// examples (RFC 5612), so the bytes behind it say themselves that they are ours.
inline constexpr quint32 NoteEnterprise = 32473;
inline constexpr quint16 NoteOption = 2989; ///< custom, binary, to be kept by those who copy

/// Wherever a `note` may be given, it is written as a custom option unless it is empty.
void appendSectionHeader(QByteArray &out, QByteArrayView application, QByteArrayView comment,
                         QByteArrayView note);

/// Of raw IP packets, with times in nanoseconds.
void appendInterface(QByteArray &out, QByteArrayView name);

/// Says that the IPv4 address has this name (UTF-8; a zero ends it).
void appendName(QByteArray &out, quint32 address, QByteArrayView name);

/// Carries a note that belongs to no packet.
void appendNoteBlock(QByteArray &out, QByteArrayView note);

/// A packet on interface 0: `header` followed by `payload`, stamped with Unix time. What goes to the server
/// is marked inbound, what comes from it outbound.
void appendPacket(QByteArray &out, qint64 stampNs, QByteArrayView header, QByteArrayView payload,
                  Direction direction, QByteArrayView comment, QByteArrayView note = {},
                  std::span<const QByteArray> furtherComments = {});

} // namespace wiretale::pcapng
