// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/streamlinefields.h"

#include "app/wire/headfields.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr QByteArrayView Mark("\xEF\xBB\xBF");

} // namespace

void StreamLineFields::feed(QByteArrayView message, qint64 begin, qint64 length, std::vector<Field> &fields)
{
    const qint64 end = begin + length;
    FieldCursor cursor(message, begin);
    if (m_atStart && length > 0) {
        m_atStart = false;
        if (cursor.rest().first(length).startsWith(Mark))
            cursor.take(fields, FieldKind::ByteOrderMark, Mark.size());
    }
    if (m_afterReturn && cursor.at() < end) {
        m_afterReturn = false;
        cursor.take(fields, FieldKind::LineEnd, cursor.rest().front() == '\n' ? 1 : 0);
    }
    qint64 at = cursor.at();
    while (at < end)
        takeLine(message, end, at, fields);
}

// How many of the bytes belong to the part of the line that comes next.
qint64 StreamLineFields::partLength(QByteArrayView bytes) const
{
    const auto ends = [this](char c) { return c == '\r' || c == '\n' || (c == ':' && m_part == Part::Name); };
    return std::ranges::find_if(bytes, ends) - bytes.begin();
}

qint64 StreamLineFields::lineEndLength(QByteArrayView bytes)
{
    return bytes.startsWith("\r\n") ? 2 : 1;
}

// A line, or as much of it as this piece has.
void StreamLineFields::takeLine(QByteArrayView message, qint64 end, qint64 &at, std::vector<Field> &fields)
{
    FieldCursor cursor(message.first(end), at);
    std::vector<Field> parts;
    if (m_part == Part::LineStart) {
        m_name.clear();
        const char first = cursor.rest().front();
        const bool isBlank = first == '\r' || first == '\n';
        if (isBlank) {
            const qint64 length = lineEndLength(cursor.rest());
            m_afterReturn = first == '\r' && length == cursor.rest().size();
            cursor.take(fields, FieldKind::BlankLine, length);
            at = cursor.at();
            return;
        }
        m_part = first == ':' ? Part::Comment : Part::Name;
        if (first == ':')
            cursor.take(parts, FieldKind::Colon, 1);
    }
    const bool isComment = m_part == Part::Comment;
    if (m_part == Part::Name) {
        const qint64 length = partLength(cursor.rest());
        m_name += cursor.rest().first(length);
        cursor.take(parts, FieldKind::FieldName, length);
        if (cursor.rest().startsWith(':')) {
            cursor.take(parts, FieldKind::Colon, 1);
            m_part = Part::BehindColon;
        }
    }
    if (m_part == Part::BehindColon && !cursor.atEnd()) {
        cursor.take(parts, FieldKind::Space, cursor.rest().front() == ' ' ? 1 : 0);
        m_part = Part::Value;
    }
    if (m_part == Part::Value || isComment)
        cursor.take(parts, isComment ? FieldKind::CommentText : FieldKind::FieldValue,
                    partLength(cursor.rest()));
    if (!cursor.atEnd()) {
        const qint64 length = lineEndLength(cursor.rest());
        m_afterReturn = cursor.rest() == "\r";
        cursor.take(parts, FieldKind::LineEnd, length);
        m_part = Part::LineStart;
    }
    at = cursor.at();
    fields.push_back(fieldAround(isComment ? FieldKind::StreamComment : FieldKind::StreamField,
                                 std::move(parts), QString::fromUtf8(m_name)));
}

} // namespace wiretale
