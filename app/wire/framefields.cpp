// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/framefields.h"

#include "app/wire/headfields.h"
#include "app/wire/record.h"

#include <QtEndian>

namespace wiretale {

namespace {

constexpr qint64 MaskSize = 4;
constexpr quint8 FirstReserved = 126; ///< of the length's seven bits
constexpr qsizetype LongestText = 200;

Field bitsOf(FieldKind kind, qint64 byte, int first, int count, const QString &value)
{
    return {.kind = kind,
            .firstBit = quint8(first),
            .bits = quint8(count),
            .begin = byte,
            .length = 1,
            .value = value,
            .children = {}};
}

QString opcodeText(quint8 opcode)
{
    switch (FrameOpcode(opcode)) {
    case FrameOpcode::Continuation:
        return QStringLiteral("0 (continuation)");
    case FrameOpcode::Text:
        return QStringLiteral("1 (text)");
    case FrameOpcode::Binary:
        return QStringLiteral("2 (binary)");
    case FrameOpcode::Close:
        return QStringLiteral("8 (close)");
    case FrameOpcode::Ping:
        return QStringLiteral("9 (ping)");
    case FrameOpcode::Pong:
        return QStringLiteral("10 (pong)");
    }
    return QString::number(opcode);
}

// As text, shortened; other bytes as hexadecimal digits.
QString readable(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), LongestText)));
    if (text.contains(QChar::ReplacementCharacter))
        return QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 32)).toHex(' '));
    return bytes.size() > LongestText ? text + u'…' : text;
}

Field payloadField(const FrameFields &frame, qint64 length)
{
    const bool isClose = frame.opcode == quint8(FrameOpcode::Close);
    Field payload {.kind = FieldKind::Payload,
                   .begin = frame.payloadBegin,
                   .length = length,
                   .value = readable(frame.payload),
                   .children = {}};
    if (!isClose || length < 2)
        return payload;
    const auto code = qFromBigEndian<quint16>(frame.payload.constData());
    payload.value = QString::number(code);
    payload.children.push_back({.kind = FieldKind::CloseCode,
                                .begin = frame.payloadBegin,
                                .length = 2,
                                .value = QString::number(code),
                                .children = {}});
    if (length > 2)
        payload.children.push_back({.kind = FieldKind::CloseReason,
                                    .begin = frame.payloadBegin + 2,
                                    .length = length - 2,
                                    .value = readable(frame.payload.sliced(2)),
                                    .children = {}});
    return payload;
}

Field startField(quint8 byte)
{
    const auto bit = [byte](unsigned place) { return QString::number((byte >> place) & 1U); };
    Field field {.kind = FieldKind::FrameStart,
                 .begin = 0,
                 .length = 1,
                 .value = opcodeText(byte & 0x0fU),
                 .children = {}};
    field.children = {bitsOf(FieldKind::Fin, 0, 0, 1, bit(7)), bitsOf(FieldKind::Rsv1, 0, 1, 1, bit(6)),
                      bitsOf(FieldKind::Rsv2, 0, 2, 1, bit(5)), bitsOf(FieldKind::Rsv3, 0, 3, 1, bit(4)),
                      bitsOf(FieldKind::Opcode, 0, 4, 4, opcodeText(byte & 0x0fU))};
    return field;
}

Field lengthField(quint8 byte)
{
    Field field {.kind = FieldKind::FrameLength,
                 .begin = 1,
                 .length = 1,
                 .value = QString::number(byte & 0x7fU),
                 .children = {}};
    field.children = {bitsOf(FieldKind::Mask, 1, 0, 1, QString::number(byte >> 7U)),
                      bitsOf(FieldKind::PayloadLength, 1, 1, 7, QString::number(byte & 0x7fU))};
    return field;
}

} // namespace

QByteArray unmasked(QByteArrayView bytes, QByteArrayView mask, qint64 offset)
{
    QByteArray plain = bytes.toByteArray();
    if (mask.size() != MaskSize)
        return plain;
    for (qsizetype i = 0; i < plain.size(); ++i)
        plain[i] = char(plain.at(i) ^ mask[(offset + i) % MaskSize]);
    return plain;
}

FrameFields frameFields(QByteArrayView bytes)
{
    FrameFields frame;
    FieldCursor cursor(bytes);
    if (bytes.size() < 2) {
        cursor.take(frame.fields, FieldKind::Unknown, bytes.size());
        return frame;
    }
    const auto first = quint8(bytes[0]);
    const auto second = quint8(bytes[1]);
    frame.isFin = (first & 0x80U) != 0;
    frame.opcode = first & 0x0fU;
    frame.payloadLength = second & 0x7fU;
    frame.fields.push_back(startField(first));
    frame.fields.push_back(lengthField(second));
    cursor = FieldCursor(bytes, 2);
    const qint64 extended = frame.payloadLength == FirstReserved ? 2
        : frame.payloadLength > FirstReserved                    ? 8
                                                                 : 0;
    const qint64 masking = (second & 0x80U) != 0 ? MaskSize : 0;
    if (cursor.rest().size() < extended + masking) {
        cursor.take(frame.fields, FieldKind::Unknown, cursor.rest().size());
        return frame;
    }
    if (extended == 2)
        frame.payloadLength = qFromBigEndian<quint16>(cursor.rest().data());
    else if (extended == 8)
        frame.payloadLength = qFromBigEndian<quint64>(cursor.rest().data());
    cursor.take(frame.fields, FieldKind::ExtendedLength, extended, QString::number(frame.payloadLength));
    frame.mask = cursor.rest().first(masking).toByteArray();
    cursor.take(frame.fields, FieldKind::MaskingKey, masking, QString::fromLatin1(frame.mask.toHex(' ')));
    frame.payloadBegin = cursor.at();
    const auto length = qint64(std::min(frame.payloadLength, quint64(cursor.rest().size())));
    frame.payload = unmasked(cursor.rest().first(length), frame.mask);
    if (length > 0)
        frame.fields.push_back(payloadField(frame, length));
    cursor = FieldCursor(bytes, frame.payloadBegin + length);
    cursor.take(frame.fields, FieldKind::Unknown, cursor.rest().size());
    return frame;
}

} // namespace wiretale
