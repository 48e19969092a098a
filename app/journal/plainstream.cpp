// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/plainstream.h"

#include "app/journal/messagebody.h"
#include "app/journal/trafficlog.h"

#include <QList>

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber MostLookedAt = 4'000;
constexpr QByteArrayView Deflate("permessage-deflate");

PlainContent::State stateAfter(Decompressor::State state, bool isLast)
{
    switch (state) {
    case Decompressor::State::TooLong:
        return PlainContent::State::TooLong;
    case Decompressor::State::Damaged:
        return PlainContent::State::Damaged;
    case Decompressor::State::GoesOn:
        return isLast ? PlainContent::State::Damaged : PlainContent::State::Plain;
    case Decompressor::State::Complete:
        break;
    }
    return PlainContent::State::Plain;
}

} // namespace

PlainContent PlainStream::take(const TrafficLog &log, const Record &record, QByteArrayView bytes,
                               const MessageFields &message)
{
    if (isControlFrame(record))
        return {.bytes = message.content};
    // Not recorded: what follows goes on from nothing.
    m_isLost = m_isLost || bytes.isEmpty();
    const bool isHead = record.kind == MessageKind::Request || record.kind == MessageKind::Response;
    if (isHead)
        takeHead(bytes, message);
    else if (record.kind == MessageKind::Frame)
        takeFrame(log, record, bytes);
    if (m_coding.isEmpty() || (isHead && message.content.isEmpty()))
        return {.bytes = message.content, .coding = m_coding};
    if (!m_decompressor)
        return {message.content, m_coding, PlainContent::State::Unknown};
    if (m_isLost)
        return {message.content, m_coding, PlainContent::State::OutOfReach};
    return unpack(message.content,
                  record.has(RecordFlag::Final) && record.kind != MessageKind::Frame
                      && record.technique != Technique::WebSocket);
}

void PlainStream::takeHead(QByteArrayView bytes, const MessageFields &message)
{
    *this = {};
    m_coding = headerValue(message.fields, bytes, "content-encoding").toLower();
    if (m_coding == "identity")
        m_coding.clear();
    if (!m_coding.isEmpty())
        m_decompressor = Decompressor::forCodings(m_coding);
}

void PlainStream::takeFrame(const TrafficLog &log, const Record &record, QByteArrayView bytes)
{
    // RFC 7692, 6.1: the bit stands in the first frame of a message and speaks for all of it.
    if (record.code == quint16(FrameOpcode::Continuation))
        return;
    m_coding.clear();
    if (!hasRsv1(bytes))
        return;
    if (!m_agreed) {
        m_agreed = agreedExtensions(log, record).value_or(QByteArray());
        const MessageDeflate deflate = messageDeflate(*m_agreed, record.direction);
        m_keepsContext = deflate.keepsContext;
        if (deflate.isAgreed)
            m_decompressor = Decompressor::forMessages();
    }
    // Without an agreement the bit means nothing.
    if (m_agreed->isEmpty())
        return;
    m_coding = m_decompressor ? Deflate.toByteArray() : *m_agreed;
    if (m_decompressor)
        beginMessage();
}

void PlainStream::beginMessage()
{
    if (m_hasBegun && !m_keepsContext) {
        m_decompressor = Decompressor::forMessages();
        m_isLost = false;
    } else if (m_hasBegun) {
        // RFC 7692, 7.2.2: what the sender left out at the end of the last one.
        (void)m_decompressor->take(QByteArrayView("\0\0\xff\xff", 4), 0);
        const Decompressor::State state = m_decompressor->state();
        m_isLost = state == Decompressor::State::TooLong || state == Decompressor::State::Damaged;
    }
    m_hasBegun = true;
}

PlainContent PlainStream::unpack(const QByteArray &content, bool isLast)
{
    PlainContent plain {.coding = m_coding};
    plain.bytes = m_decompressor->take(content, MostPlain);
    plain.state = stateAfter(m_decompressor->state(), isLast);
    return plain;
}

std::optional<QByteArray> agreedExtensions(const TrafficLog &log, const Record &frame)
{
    const Journal &journal = log.journal();
    const RecordNumber last = std::min(journal.size(), frame.exchange + MostLookedAt);
    for (RecordNumber each = std::max(frame.exchange, 1U); frame.exchange != 0 && each <= last; ++each) {
        const Record other = journal.at(each);
        if (other.exchange != frame.exchange || other.kind != MessageKind::Response || isInterim(other))
            continue;
        const QByteArray bytes = log.bytes(each);
        if (bytes.isEmpty())
            return std::nullopt;
        return headerValue(FieldDissector().dissect(other, bytes).fields, bytes, "sec-websocket-extensions");
    }
    return std::nullopt;
}

MessageDeflate messageDeflate(QByteArrayView extensions, Direction direction)
{
    const QList<QByteArray> agreed = extensions.toByteArray().toLower().split(',');
    QList<QByteArray> parameters = agreed.constFirst().split(';');
    for (QByteArray &parameter : parameters)
        parameter = parameter.trimmed();
    // With another extension beside it nobody knows what the bits mean, or what the payload went through.
    if (agreed.size() > 1 || parameters.constFirst() != Deflate)
        return {};
    return {.isAgreed = true,
            .keepsContext
            = !parameters.contains(direction == Direction::ClientToServer ? "client_no_context_takeover"
                                                                          : "server_no_context_takeover")};
}

} // namespace wiretale
