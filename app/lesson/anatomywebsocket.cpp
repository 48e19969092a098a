// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/anatomy.h"
#include "app/wire/framefields.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace wiretale {

namespace {

constexpr auto Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
constexpr qint64 MostBytesShown = 64; ///< one by one
constexpr qint64 MaskSize = 4;

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Anatomy", words);
}

QString digits(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' '));
}

QString bits(quint8 byte)
{
    return QStringLiteral("%1").arg(byte, 8, 2, QLatin1Char('0'));
}

QString hex(quint8 byte)
{
    return QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0'));
}

QString readable(const QByteArray &bytes)
{
    const QString characters = QString::fromUtf8(bytes);
    return characters.contains(QChar::ReplacementCharacter) ? digits(bytes) : characters;
}

AnatomyStep headStep(const QByteArray &bytes, const FrameFields &frame, qint64 begin)
{
    QList<AnatomyValue> values;
    for (const Field *leaf : leafFields(frame.fields)) {
        if (leaf->kind != FieldKind::Payload && leaf->kind != FieldKind::CloseCode
            && leaf->kind != FieldKind::CloseReason)
            values.append({fieldTitle(leaf->kind), fieldText(*leaf, bytes)});
    }
    return {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "What stands before the payload")),
            text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                   "FIN and opcode, the length, and with a mask its four bytes of key.")),
            begin, frame.payloadBegin, values};
}

// What a frame does to the message that is being put together, in words.
QString fragmentText(const FrameFields &frame, bool isControl, bool begins)
{
    if (isControl)
        return text(QT_TRANSLATE_NOOP(
            "wiretale::Anatomy",
            "A control frame may stand between the fragments. It is dealt with at once and does "
            "not touch the message."));
    QString words = begins
        ? text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "A message begins: the opcode says what it carries."))
        : text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Opcode 0: the message goes on."));
    words += u' '
        + (frame.isFin ? text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "FIN is 1: the message is whole."))
                       : text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "FIN is 0: more is to come.")));
    return words;
}

} // namespace

Anatomy handshakeAnatomy(const QByteArray &key, const QByteArray &answered, const QString &title)
{
    const QByteArray joined = key + Guid;
    const QByteArray hash = QCryptographicHash::hash(joined, QCryptographicHash::Sha1);
    const QByteArray accept = hash.toBase64();
    Anatomy anatomy {title, joined, {}};
    const QString keyName = QStringLiteral("Sec-WebSocket-Key");
    const AnatomyValue keyValue {keyName, QString::fromLatin1(key)};
    const AnatomyValue hashValue {QStringLiteral("SHA-1"), digits(hash)};
    const AnatomyValue acceptValue {QStringLiteral("Base64"), QString::fromLatin1(accept)};
    anatomy.steps.push_back(
        {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The key")),
         text(QT_TRANSLATE_NOOP(
             "wiretale::Anatomy",
             "The client made up 16 random bytes and wrote them in Base64. They prove nothing about the "
             "client: they only make this handshake different from all others.")),
         0,
         key.size(),
         {keyValue,
          {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "the 16 bytes")),
           digits(QByteArray::fromBase64(key))}}});
    anatomy.steps.push_back(
        {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The GUID")),
         text(QT_TRANSLATE_NOOP(
             "wiretale::Anatomy",
             "The server appends a text that only servers of WebSocket know, without decoding the key.")),
         key.size(),
         joined.size() - key.size(),
         {keyValue, {QStringLiteral("GUID"), QString::fromLatin1(Guid)}}});
    anatomy.steps.push_back(
        {QStringLiteral("SHA-1"),
         text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Of both together it takes the hash SHA-1: 20 bytes.")),
         0,
         joined.size(),
         {hashValue}});
    anatomy.steps.push_back(
        {QStringLiteral("Base64"),
         text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                "The 20 bytes in Base64 are the answer, Sec-WebSocket-Accept.")),
         0,
         joined.size(),
         {hashValue, acceptValue}});
    if (!answered.isEmpty())
        anatomy.steps.push_back(
            {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The client compares")),
             answered == accept
                 ? text(QT_TRANSLATE_NOOP(
                     "wiretale::Anatomy",
                     "The server answered just that: it has understood that this is to be a WebSocket."))
                 : text(QT_TRANSLATE_NOOP(
                     "wiretale::Anatomy",
                     "The server answered something else: the client has to close the connection.")),
             0,
             joined.size(),
             {acceptValue, {QStringLiteral("Sec-WebSocket-Accept"), QString::fromLatin1(answered)}}});
    return anatomy;
}

Anatomy unmaskingAnatomy(const QByteArray &bytes, const QString &title)
{
    const FrameFields frame = frameFields(bytes);
    Anatomy anatomy {title, bytes, {headStep(bytes, frame, 0)}};
    const qint64 shown = std::min<qint64>(frame.payload.size(), MostBytesShown);
    for (qint64 i = 0; i < shown && frame.mask.size() == MaskSize; ++i) {
        const auto masked = quint8(bytes.at(frame.payloadBegin + i));
        const auto key = quint8(frame.mask.at(i % MaskSize));
        const auto plain = quint8(frame.payload.at(i));
        anatomy.steps.push_back(
            {//: %1 is the number of a byte
             text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Byte %1 of the payload")).arg(i),
             //: %1 is the number of a byte of the payload, %2 that of a byte of the key
             text(QT_TRANSLATE_NOOP("wiretale::Anatomy",
                                    "%1 modulo 4 is %2: it is combined with byte %2 of the key by XOR. Each "
                                    "bit that differs "
                                    "becomes 1."))
                 .arg(i)
                 .arg(i % MaskSize),
             frame.payloadBegin + i,
             1,
             {{text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "masked")), hex(masked) + u' ' + bits(masked)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "key")), hex(key) + u' ' + bits(key)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "plain")), hex(plain) + u' ' + bits(plain)},
              {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "so far")),
               readable(frame.payload.first(i + 1))}}});
    }
    anatomy.steps.push_back(
        {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "The whole payload")),
         text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "This is what the frame was sent for.")),
         frame.payloadBegin,
         frame.payload.size(),
         {{fieldTitle(FieldKind::Payload), readable(frame.payload)}}});
    return anatomy;
}

Anatomy fragmentsAnatomy(const QList<QByteArray> &frames, const QString &title)
{
    Anatomy anatomy {title, {}, {}};
    QByteArray message;
    for (const QByteArray &bytes : frames) {
        const FrameFields frame = frameFields(bytes);
        const bool isControl = frame.opcode >= quint8(FrameOpcode::Close);
        const bool begins = frame.opcode != quint8(FrameOpcode::Continuation);
        const qint64 begin = anatomy.bytes.size();
        anatomy.bytes += bytes;
        if (!isControl)
            message = begins ? frame.payload : message + frame.payload;
        AnatomyStep step = headStep(bytes, frame, begin);
        //: %1 is the number of a frame
        step.title = text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Frame %1")).arg(anatomy.steps.size() + 1);
        step.text = fragmentText(frame, isControl, begins);
        step.length = bytes.size();
        step.values.append({fieldTitle(FieldKind::Payload), readable(frame.payload)});
        step.values.append(
            {text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "the message so far")), readable(message)});
        anatomy.steps.push_back(std::move(step));
    }
    return anatomy;
}

} // namespace wiretale
