// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/httpdissector.h"

#include "common/endpoints.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestHead = qsizetype(64) * 1024;
constexpr qsizetype LongestWhole = ConnectionDissector::LongestWhole;

Technique techniqueOf(const HttpHead &head)
{
    if (head.method != HttpMethod::Get && head.method != HttpMethod::Head)
        return Technique::Http;
    const QByteArray path = head.target.split('?').constFirst();
    const auto is = [&path](QLatin1String endpoint) {
        return path == QByteArrayView(endpoint.data(), endpoint.size());
    };
    if (is(endpoints::Poll))
        return Technique::AjaxPolling;
    if (is(endpoints::Wait))
        return Technique::LongPolling;
    if (is(endpoints::Stream))
        return Technique::EventStream;
    return is(endpoints::Socket) ? Technique::WebSocket : Technique::Http;
}

// Where a head ends: behind its first empty line, not counting empty lines in front of it. -1: not yet.
qsizetype headEnd(QByteArrayView bytes, qsizetype from)
{
    qsizetype begin = 0;
    while (begin < bytes.size() && (bytes[begin] == '\r' || bytes[begin] == '\n'))
        ++begin;
    for (qsizetype at = bytes.indexOf('\n', std::max(begin, from)); at >= 0;
         at = bytes.indexOf('\n', at + 1)) {
        const bool isAfterReturn = at >= 1 && bytes[at - 1] == '\r';
        const qsizetype lineBefore = at - (isAfterReturn ? 2 : 1);
        if (lineBefore >= begin && bytes[lineBefore] == '\n')
            return at + 1;
    }
    return -1;
}

} // namespace

HttpDissector::HttpDissector(Direction direction, std::deque<AwaitedAnswer> &awaited)
    : m_direction(direction)
    , m_awaited(awaited)
{
}

Message HttpDissector::next(const PendingBytes &pending)
{
    Message message;
    message.direction = m_direction;
    m_grantedUpgrade = false;
    m_askedForUpgrade = false;
    Step result = Step::GoOn;
    while (result == Step::GoOn)
        result = step(pending, message);
    if (result == Step::Wait)
        message.length = 0;
    return message;
}

HttpDissector::Step HttpDissector::step(const PendingBytes &pending, Message &message)
{
    switch (m_phase) {
    case Phase::Head:
        return readHead(pending, message);
    case Phase::WholeBody:
        return readWhole(pending, message);
    case Phase::Pieces:
        return readPieces(pending, message);
    case Phase::UntilClose:
        return readUntilClose(pending, message);
    case Phase::ChunkSize:
        return readChunkSize(pending);
    case Phase::ChunkData:
        return readChunkData(pending, message);
    case Phase::ChunkEnd:
        return readChunkEnd(pending, message);
    case Phase::Trailer:
        return readTrailer(pending, message);
    case Phase::NotHttp:
        break;
    }
    return Step::Wait;
}

HttpDissector::Step HttpDissector::giveUp()
{
    m_phase = Phase::NotHttp;
    return Step::Wait;
}

HttpDissector::Step HttpDissector::readHead(const PendingBytes &pending, Message &message)
{
    const QByteArrayView bytes = pending.view();
    if (!canBeginHead(m_direction, bytes))
        return giveUp();
    const qsizetype end = headEnd(bytes, m_at);
    if (end < 0 ? bytes.size() > LongestHead : end > LongestHead)
        return giveUp();
    if (end < 0) {
        m_at = bytes.size();
        return Step::Wait;
    }
    const bool isRequest = m_direction == Direction::ClientToServer;
    const std::optional<HttpHead> head
        = isRequest ? requestHeadFrom(bytes.first(end)) : responseHeadFrom(bytes.first(end));
    if (!head)
        return giveUp();
    m_at = end;
    m_headLength = end;
    m_content = {};
    m_line.clear();
    m_sawEvents = false;
    m_blocks.reset();
    m_contentType = head->contentType;
    m_isKeptAlive = head->isKeptAlive;
    return isRequest ? beginRequest(*head, message) : beginResponse(*head, message);
}

HttpDissector::Step HttpDissector::beginRequest(const HttpHead &head, Message &message)
{
    if (!m_firstHead)
        m_firstHead = head;
    m_current = {++m_requestCount, head.method, techniqueOf(head), head.wantsUpgrade};
    m_awaited.push_back(m_current);
    message.kind = MessageKind::Request;
    message.code = quint16(head.method);
    message.exchange = m_current.exchange;
    message.technique = m_current.technique;
    if (head.isKeptAlive)
        message.flags |= RecordFlag::KeepAlive;
    if (head.wantsUpgrade) {
        message.flags |= RecordFlag::Handshake;
        m_askedForUpgrade = true;
    }
    // A request without a length has no body (RFC 9112, 6.3).
    if (!head.isChunked && head.contentLength.value_or(0) == 0) {
        message.flags |= RecordFlag::Final;
        message.length = std::exchange(m_at, 0);
        return Step::Done;
    }
    return beginBody(head, message);
}

HttpDissector::Step HttpDissector::beginResponse(const HttpHead &head, Message &message)
{
    m_current = m_awaited.empty() ? AwaitedAnswer {} : m_awaited.front();
    m_status = head.status;
    const bool isInterim = head.status < 200 && head.status != 101;
    if (!isInterim && !m_awaited.empty())
        m_awaited.pop_front();
    if (head.contentType == "text/event-stream" && head.status == 200)
        m_current.technique = Technique::EventStream;
    if (head.status == 101 && m_current.wantsUpgrade)
        m_current.technique = Technique::WebSocket;
    message.kind = MessageKind::Response;
    message.code = quint16(head.status);
    message.exchange = m_current.exchange;
    message.technique = m_current.technique;
    if (head.isKeptAlive)
        message.flags |= RecordFlag::KeepAlive;
    const bool hasNoBody = head.status < 200 || head.status == 204 || head.status == 304
        || m_current.method == HttpMethod::Head
        || (m_current.method == HttpMethod::Connect && head.status < 300);
    if (!hasNoBody)
        return beginBody(head, message);
    if (head.status == 101) {
        message.flags |= RecordFlag::Handshake;
        m_grantedUpgrade = true;
        m_grantedExtensions = head.hasExtensions;
    }
    if (!isInterim) {
        message.flags |= RecordFlag::Final;
        judgeEmptiness(message);
    }
    message.length = std::exchange(m_at, 0);
    return Step::Done;
}

HttpDissector::Step HttpDissector::endMessage(Message &message, MessageKind kind, bool isFinal)
{
    message.kind = kind;
    message.exchange = m_current.exchange;
    message.technique = m_current.technique;
    message.length = std::exchange(m_at, 0);
    applyContent(message, std::exchange(m_content, {}));
    if (isFinal) {
        message.flags |= RecordFlag::Final;
        if (m_isKeptAlive)
            message.flags |= RecordFlag::KeepAlive;
        judgeEmptiness(message);
        m_phase = Phase::Head;
    }
    return Step::Done;
}

void HttpDissector::applyContent(Message &message, EventContent content)
{
    m_sawEvents = m_sawEvents || !content.ids.empty() || content.hasGap;
    message.payloadBytes = content.payloadBytes;
    message.eventIds = std::move(content.ids);
    if (content.hasGap)
        message.flags |= RecordFlag::Gap;
}

void HttpDissector::judgeEmptiness(Message &message)
{
    const bool isPoll
        = m_current.technique == Technique::AjaxPolling || m_current.technique == Technique::LongPolling;
    const bool isAnswer = m_status == 200 || m_status == 204 || m_status == 304;
    if (m_direction == Direction::ServerToClient && isPoll && isAnswer && !m_sawEvents
        && m_current.method == HttpMethod::Get)
        message.flags |= RecordFlag::Empty;
}

Message HttpDissector::rest(const PendingBytes &pending, bool isOver)
{
    Message message;
    message.direction = m_direction;
    const bool mayGo = isOver || (m_phase == Phase::UntilClose && !m_blocks);
    if (pending.size() == 0 || !mayGo)
        return message;
    const bool isBody = m_phase != Phase::Head && m_phase != Phase::NotHttp && m_phase != Phase::WholeBody;
    m_at = std::min(pending.size(), LongestWhole);
    if (isBody) {
        const bool endsWithIt = isOver && m_phase == Phase::UntilClose && m_at == pending.size();
        endMessage(message, MessageKind::Chunk, endsWithIt);
        return message;
    }
    // A message that never became whole.
    message.kind = MessageKind::Opaque;
    message.flags |= RecordFlag::Malformed;
    message.exchange = m_phase == Phase::WholeBody ? m_current.exchange : 0;
    message.technique = m_phase == Phase::WholeBody ? m_current.technique : Technique::Http;
    message.length = std::exchange(m_at, 0);
    return message;
}

} // namespace wiretale
