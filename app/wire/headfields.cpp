// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/headfields.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr qint64 StatusDigits = 3;

bool isSpace(char c) noexcept
{
    return c == ' ' || c == '\t';
}

qint64 spacesAtFront(QByteArrayView bytes)
{
    return std::ranges::find_if_not(bytes, isSpace) - bytes.begin();
}

Field requestLine(FieldCursor &cursor)
{
    const LineExtent line = firstLine(cursor.rest());
    const QByteArrayView text = cursor.rest().first(line.text);
    const qsizetype first = std::max<qsizetype>(text.indexOf(' '), 0);
    const qsizetype last = std::max(text.lastIndexOf(' '), first);
    const qsizetype target = std::max<qsizetype>(last - first - 1, 0);
    const qsizetype question = text.sliced(last - target, target).indexOf('?');
    std::vector<Field> parts;
    cursor.take(parts, FieldKind::Method, first);
    cursor.take(parts, FieldKind::Space, target > 0 ? 1 : 0);
    cursor.take(parts, FieldKind::Path, question < 0 ? target : question);
    if (question >= 0) {
        cursor.take(parts, FieldKind::QuestionMark, 1);
        cursor.take(parts, FieldKind::Query, target - question - 1);
    }
    cursor.take(parts, FieldKind::Space, std::min<qint64>(1, line.text - last));
    cursor.take(parts, FieldKind::Version, line.text - last - 1);
    cursor.take(parts, FieldKind::LineEnd, line.end);
    return fieldAround(FieldKind::RequestLine, std::move(parts));
}

Field statusLine(FieldCursor &cursor)
{
    const LineExtent line = firstLine(cursor.rest());
    const QByteArrayView text = cursor.rest().first(line.text);
    const qsizetype space = text.indexOf(' ');
    const qint64 version = space < 0 ? line.text : space;
    qint64 left = line.text - version;
    std::vector<Field> parts;
    const auto take = [&](FieldKind kind, qint64 length) {
        cursor.take(parts, kind, std::min(left, length));
        left -= std::min(left, length);
    };
    cursor.take(parts, FieldKind::Version, version);
    take(FieldKind::Space, 1);
    take(FieldKind::StatusCode, StatusDigits);
    take(FieldKind::Space, 1);
    take(FieldKind::Reason, left);
    cursor.take(parts, FieldKind::LineEnd, line.end);
    return fieldAround(FieldKind::StatusLine, std::move(parts));
}

} // namespace

void FieldCursor::take(std::vector<Field> &fields, FieldKind kind, qint64 length, const QString &value)
{
    if (length <= 0)
        return;
    fields.push_back({.kind = kind, .begin = m_at, .length = length, .value = value, .children = {}});
    m_at += length;
}

Field fieldAround(FieldKind kind, std::vector<Field> children, const QString &value)
{
    const qint64 begin = children.empty() ? 0 : children.front().begin;
    const qint64 end = children.empty() ? 0 : children.back().end();
    return {
        .kind = kind, .begin = begin, .length = end - begin, .value = value, .children = std::move(children)};
}

LineExtent firstLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return {bytes.size(), 0};
    const bool hasReturn = end > 0 && bytes[end - 1] == '\r';
    return {end - (hasReturn ? 1 : 0), hasReturn ? 2 : 1};
}

Field headerField(FieldCursor &cursor, FieldKind kind)
{
    const LineExtent line = firstLine(cursor.rest());
    const QByteArrayView text = cursor.rest().first(line.text);
    const qsizetype colon = text.indexOf(':');
    std::vector<Field> parts;
    if (colon < 0) {
        cursor.take(parts, FieldKind::Unknown, line.text);
        cursor.take(parts, FieldKind::LineEnd, line.end);
        return fieldAround(kind, std::move(parts));
    }
    const QByteArrayView behind = text.sliced(colon + 1);
    const qint64 value = behind.trimmed().size();
    const qint64 spaces = spacesAtFront(behind);
    cursor.take(parts, FieldKind::HeaderName, colon);
    cursor.take(parts, FieldKind::Colon, 1);
    cursor.take(parts, FieldKind::Space, spaces);
    cursor.take(parts, FieldKind::HeaderValue, std::min(value, behind.size() - spaces));
    cursor.take(parts, FieldKind::Space, std::max<qint64>(behind.size() - spaces - value, 0));
    cursor.take(parts, FieldKind::LineEnd, line.end);
    return fieldAround(kind, std::move(parts), QString::fromLatin1(text.first(colon)));
}

std::vector<Field> headFields(FieldCursor &cursor, Direction direction)
{
    std::vector<Field> fields;
    while (!cursor.atEnd() && firstLine(cursor.rest()).text == 0)
        cursor.take(fields, FieldKind::EmptyLine, firstLine(cursor.rest()).end);
    if (cursor.atEnd())
        return fields;
    fields.push_back(direction == Direction::ClientToServer ? requestLine(cursor) : statusLine(cursor));
    while (!cursor.atEnd()) {
        const LineExtent line = firstLine(cursor.rest());
        if (line.text == 0) {
            cursor.take(fields, FieldKind::HeadEnd, line.end);
            break;
        }
        fields.push_back(headerField(cursor, FieldKind::Header));
    }
    return fields;
}

} // namespace wiretale
