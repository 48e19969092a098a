// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/framedissector.h"

#include <QtEndian>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype LongestText = qsizetype(1024) * 1024;

struct FrameHead
{
    qsizetype length = 0; ///< of the head; 0: incomplete
    quint64 payload = 0;
    FrameOpcode opcode = FrameOpcode::Continuation;
    bool isFin = false;
    bool isMasked = false;
    bool isMalformed = false;
};

FrameHead headOf(QByteArrayView bytes, bool hasExtensions)
{
    if (bytes.size() < 2)
        return {};
    const auto first = quint8(bytes[0]);
    const auto second = quint8(bytes[1]);
    FrameHead head;
    head.isFin = (first & 0x80U) != 0;
    head.opcode = FrameOpcode(first & 0x0fU);
    head.isMasked = (second & 0x80U) != 0;
    head.payload = second & 0x7fU;
    qsizetype length = 2;
    const qsizetype extended = head.payload == 126 ? 2 : head.payload == 127 ? 8 : 0;
    if (bytes.size() < length + extended + (head.isMasked ? 4 : 0))
        return {};
    bool isMinimal = true;
    if (extended == 2) {
        head.payload = qFromBigEndian<quint16>(bytes.data() + length);
        isMinimal = head.payload > 125;
    } else if (extended == 8) {
        head.payload = qFromBigEndian<quint64>(bytes.data() + length);
        isMinimal = head.payload > 0xffff;
    }
    length += extended + (head.isMasked ? 4 : 0);
    head.length = length;
    const bool isControl = (first & 0x08U) != 0;
    const bool isKnown = (first & 0x07U) <= 2;
    const bool isReserved = (first & 0x70U) != 0 && !hasExtensions;
    head.isMalformed = isReserved || !isKnown || !isMinimal || (head.payload >> 63U) != 0
        || (isControl && (head.payload > 125 || !head.isFin));
    return head;
}

} // namespace

FrameDissector::FrameDissector(Direction direction, quint32 exchange, bool hasExtensions)
    : m_direction(direction)
    , m_exchange(exchange)
    , m_hasExtensions(hasExtensions)
{
}

Message FrameDissector::blank(MessageKind kind) const
{
    Message message;
    message.kind = kind;
    message.direction = m_direction;
    message.technique = Technique::WebSocket;
    message.exchange = m_exchange;
    return message;
}

Message FrameDissector::next(const PendingBytes &pending)
{
    if (m_remaining > 0) {
        Message piece = blank(MessageKind::Chunk);
        const qint64 wanted = std::min(m_remaining, ConnectionDissector::LongestWhole);
        if (pending.size() < wanted)
            return piece;
        m_remaining -= wanted;
        piece.length = wanted;
        piece.payloadBytes = quint32(wanted);
        return piece;
    }
    Message frame = blank(MessageKind::Frame);
    const FrameHead head = headOf(pending.view(), m_hasExtensions);
    if (head.length == 0)
        return frame;
    const bool isLong = head.payload > quint64(ConnectionDissector::LongestWhole);
    const auto inHand = qsizetype(isLong ? quint64(ConnectionDissector::LongestWhole) : head.payload);
    if (pending.size() < head.length + inHand)
        return frame;
    frame.length = head.length + inHand;
    frame.code = quint16(head.opcode);
    if (head.isFin)
        frame.flags |= RecordFlag::Fin;
    if (head.isMasked)
        frame.flags |= RecordFlag::Masked;
    if (head.isMalformed)
        frame.flags |= RecordFlag::Malformed;
    if (isLong) {
        frame.flags |= RecordFlag::Streaming;
        frame.payloadBytes = quint32(inHand);
        m_remaining = qint64(std::min<quint64>(head.payload, quint64(std::numeric_limits<qint64>::max()))
                             - quint64(inHand));
        m_isTooLong = true;
        return frame;
    }
    const QByteArrayView bytes = pending.view();
    const QByteArrayView mask = head.isMasked ? bytes.sliced(head.length - 4, 4) : QByteArrayView();
    readPayload(frame, bytes.sliced(head.length, inHand), mask);
    return frame;
}

void FrameDissector::readPayload(Message &frame, QByteArrayView payload, QByteArrayView mask)
{
    const auto opcode = FrameOpcode(frame.code);
    if (frame.code >= quint16(FrameOpcode::Close))
        return;
    if (opcode != FrameOpcode::Continuation) {
        m_text.clear();
        m_isText = opcode == FrameOpcode::Text;
        m_isTooLong = false;
    }
    frame.payloadBytes = quint32(payload.size());
    m_isTooLong = m_isTooLong || m_text.size() + payload.size() > LongestText;
    if (!m_isText || m_isTooLong)
        return;
    const qsizetype begin = m_text.size();
    m_text += payload;
    for (qsizetype i = 0; i < payload.size() && !mask.isEmpty(); ++i)
        m_text[begin + i] = char(m_text.at(begin + i) ^ mask[i % 4]);
    if (!hasFlag(frame.flags, RecordFlag::Fin))
        return;
    // A message in several frames is known by the frame that completes it.
    EventContent content;
    content.takeJson(m_text);
    m_text.clear();
    if (!content.isEvents)
        return;
    frame.eventIds = content.ids;
    if (opcode != FrameOpcode::Continuation)
        frame.payloadBytes = content.payloadBytes;
    if (content.hasGap)
        frame.flags |= RecordFlag::Gap;
}

} // namespace wiretale
