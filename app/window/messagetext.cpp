// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/messagetext.h"

#include <QStringDecoder>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype BytesInLine = 16;

bool isPrintable(QChar character)
{
    return character.category() != QChar::Other_Control || character == u'\t' || character == u'\n'
        || character == u'\r';
}

} // namespace

QString hexDump(const QByteArray &bytes)
{
    QString text;
    for (qsizetype offset = 0; offset < bytes.size(); offset += BytesInLine) {
        const QByteArray line = bytes.mid(offset, BytesInLine);
        QString characters;
        for (const char byte : line)
            characters += byte >= 0x20 && byte < 0x7f ? QLatin1Char(byte) : QLatin1Char('.');
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(offset, 6, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -int(3 * BytesInLine - 1))
                    .arg(characters);
    }
    return text;
}

QString bytesForPeople(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || !std::ranges::all_of(text, isPrintable))
        return hexDump(bytes);
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

QByteArray frameData(const QByteArray &frame)
{
    const auto byteAt = [&frame](qsizetype index) { return quint8(frame.at(index)); };
    if (frame.size() < 2)
        return {};
    const bool isMasked = (byteAt(1) & 0x80) != 0;
    quint64 length = byteAt(1) & 0x7f;
    qsizetype at = 2;
    const qsizetype lengthBytes = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (frame.size() < at + lengthBytes + (isMasked ? 4 : 0))
        return {};
    if (lengthBytes > 0) {
        length = 0;
        for (qsizetype i = 0; i < lengthBytes; ++i)
            length = length << 8 | byteAt(at++);
    }
    const QByteArray mask = isMasked ? frame.mid(at, 4) : QByteArray(4, '\0');
    at += isMasked ? 4 : 0;
    QByteArray data = frame.mid(at);
    if (quint64(data.size()) != length)
        return {};
    for (qsizetype i = 0; i < data.size(); ++i)
        data[i] = char(data.at(i) ^ mask.at(i % 4));
    return data;
}

} // namespace wiretale
