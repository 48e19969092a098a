// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"

#include <QByteArray>

namespace wiretale {

/// Names the bytes of an event stream (WHATWG HTML, 9.2.5), which may be cut anywhere: feed it the pieces of
/// the stream in their order.
class StreamLineFields
{
public:
    /// Adds fields for `length` bytes of the message from `begin`.
    void feed(QByteArrayView message, qint64 begin, qint64 length, std::vector<Field> &fields);

private:
    enum class Part
    {
        LineStart,
        Name,
        BehindColon,
        Value,
        Comment
    };

    [[nodiscard]] qint64 partLength(QByteArrayView bytes) const;
    [[nodiscard]] static qint64 lineEndLength(QByteArrayView bytes);
    void takeLine(QByteArrayView message, qint64 end, qint64 &at, std::vector<Field> &fields);

    QByteArray m_name;
    Part m_part = Part::LineStart;
    bool m_atStart = true;
    bool m_afterReturn = false; ///< the last piece ended with CR: an LF belongs to it
};

} // namespace wiretale
