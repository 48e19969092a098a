// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"
#include "app/wire/record.h"

#include <optional>

namespace wiretale {

/// Cuts fields off the front of a message, one after the other, so that there is no gap between them.
class FieldCursor
{
public:
    explicit FieldCursor(QByteArrayView message, qint64 begin = 0)
        : m_message(message)
        , m_at(begin)
    {
    }

    [[nodiscard]] QByteArrayView rest() const { return m_message.sliced(m_at); }
    [[nodiscard]] qint64 at() const noexcept { return m_at; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_message.size(); }

    /// Adds the next `length` bytes to `fields` as one, unless there are none.
    void take(std::vector<Field> &fields, FieldKind kind, qint64 length, const QString &value = {});

private:
    QByteArrayView m_message;
    qint64 m_at;
};

/// A field around children that lie side by side.
[[nodiscard]] Field fieldAround(FieldKind kind, std::vector<Field> children, const QString &value = {});

/// How long the first line is without its end, and how long that end is (0 when it is missing).
struct LineExtent
{
    qint64 text = 0;
    qint64 end = 0;
};
[[nodiscard]] LineExtent firstLine(QByteArrayView bytes);

/// Names the bytes of a head of HTTP at the cursor, up to its end (RFC 9112, 2.1).
[[nodiscard]] std::vector<Field> headFields(FieldCursor &cursor, Direction direction);
/// One header's line at the cursor, which must be at one.
[[nodiscard]] Field headerField(FieldCursor &cursor, FieldKind kind);

} // namespace wiretale
