// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/field.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype LongestText = 200;

void collectLeaves(const std::vector<Field> &fields, std::vector<const Field *> &leaves)
{
    for (const Field &field : fields) {
        if (field.isLeaf())
            leaves.push_back(&field);
        else
            collectLeaves(field.children, leaves);
    }
}

QString lineEndText(QByteArrayView bytes)
{
    return bytes == "\r\n" ? QStringLiteral("CRLF")
        : bytes == "\n"    ? QStringLiteral("LF")
        : bytes == "\r"    ? QStringLiteral("CR")
                           : QString();
}

} // namespace

QString fieldText(const Field &field, QByteArrayView message)
{
    if (!field.value.isEmpty())
        return field.value;
    const QByteArrayView bytes = message.sliced(field.begin, field.length);
    if (const QString lineEnd = lineEndText(bytes); !lineEnd.isEmpty())
        return lineEnd;
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), LongestText)));
    for (QChar &character : text) {
        if (!character.isPrint())
            character = u'\u00b7';
    }
    return bytes.size() > LongestText ? text + u'…' : text;
}

std::vector<const Field *> fieldPath(const std::vector<Field> &fields, qint64 byte)
{
    std::vector<const Field *> path;
    const std::vector<Field> *level = &fields;
    while (level != nullptr) {
        const auto found
            = std::ranges::find_if(*level, [byte](const Field &field) { return field.contains(byte); });
        if (found == level->end() || found->bits > 0)
            break;
        path.push_back(&*found);
        level = &found->children;
    }
    return path;
}

std::vector<const Field *> leafFields(const std::vector<Field> &fields)
{
    std::vector<const Field *> leaves;
    collectLeaves(fields, leaves);
    return leaves;
}

} // namespace wiretale
