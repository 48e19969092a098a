// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace wiretale {

class TrafficLog;

/// Something with a name and what it holds at a step: a buffer, a byte, a sum.
struct AnatomyValue
{
    QString name;
    QString value;

    friend bool operator==(const AnatomyValue &, const AnatomyValue &) = default;
};

struct AnatomyStep
{
    QString title;
    QString text; ///< a sentence or two, plain
    qint64 begin = 0; ///< of the bytes that it is about
    qint64 length = 0;
    QList<AnatomyValue> values {};
};

/// How bytes become what they mean, one step at a time, by the letter of the standard. All text is
/// translated.
struct Anatomy
{
    QString title;
    QByteArray bytes;
    std::vector<AnatomyStep> steps; ///< at least one
};

/// An event stream from its beginning: from bytes to lines, fields, buffers and dispatched events (WHATWG
/// HTML, 9.2.6).
[[nodiscard]] Anatomy eventStreamAnatomy(const QByteArray &stream, const QString &title);
/// The key of a handshake and what the server makes of it (RFC 6455, 1.3 and 4.2.2); `answered` is what it
/// answered, empty if that is not known.
[[nodiscard]] Anatomy handshakeAnatomy(const QByteArray &key, const QByteArray &answered,
                                       const QString &title);
/// A masked frame, byte by byte (RFC 6455, 5.3).
[[nodiscard]] Anatomy unmaskingAnatomy(const QByteArray &frame, const QString &title);
/// Frames of one direction, how messages are put together from them, control frames in between (RFC 6455,
/// 5.4).
[[nodiscard]] Anatomy fragmentsAnatomy(const QList<QByteArray> &frames, const QString &title);

/// The standards' own examples.
[[nodiscard]] std::vector<Anatomy> anatomyExamples();
/// Of a message of a log; nothing where there is nothing to take apart.
[[nodiscard]] std::optional<Anatomy> anatomyOf(const std::shared_ptr<const TrafficLog> &log,
                                               RecordNumber number);
[[nodiscard]] bool hasAnatomy(const Record &record) noexcept;

} // namespace wiretale
