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

constexpr qsizetype LongestHead = 64 * 1024;
constexpr qsizetype LongestChunkSize = 4096;
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
    }
    if (!isInterim) {
        message.flags |= RecordFlag::Final;
        judgeEmptiness(message);
    }
    message.length = std::exchange(m_at, 0);
    return Step::Done;
}

HttpDissector::Step HttpDissector::beginBody(const HttpHead &head, Message &message)
{
    if (m_contentType == "text/event-stream" && m_direction == Direction::ServerToClient)
        m_blocks = std::make_unique<EventBlocks>();
    m_remaining = head.contentLength.value_or(0);
    const bool isWhole = !head.isChunked && head.contentLength && m_remaining <= LongestWhole && !m_blocks;
    if (isWhole) {
        m_head = message;
        m_phase = Phase::WholeBody;
        return Step::GoOn;
    }
    m_phase = head.isChunked ? Phase::ChunkSize : head.contentLength ? Phase::Pieces : Phase::UntilClose;
    message.flags |= RecordFlag::Streaming;
    message.length = std::exchange(m_at, 0);
    if (m_phase == Phase::Pieces && m_remaining == 0) {
        message.flags |= RecordFlag::Final;
        m_phase = Phase::Head;
    }
    return Step::Done;
}

HttpDissector::Step HttpDissector::readWhole(const PendingBytes &pending, Message &message)
{
    if (pending.size() < m_headLength + m_remaining)
        return Step::Wait;
    const QByteArrayView body = pending.view().sliced(m_headLength, m_remaining);
    message = m_head;
    if (m_contentType == "application/json")
        m_content.takeJson(body.toByteArray());
    else if (m_contentType == "application/x-ndjson")
        takeLines(body, true);
    m_at = m_headLength + m_remaining;
    return endMessage(message, message.kind, true);
}

HttpDissector::Step HttpDissector::readPieces(const PendingBytes &pending, Message &message)
{
    if (m_blocks) {
        const qint64 available = std::min<qint64>(pending.size() - m_at, m_remaining);
        const qsizetype looked = m_blocks->scan(pending.view().sliced(m_at, available));
        m_at += looked;
        m_remaining -= looked;
        if (m_blocks->ended() != EventBlocks::Block::None || (m_remaining == 0 && m_at > 0)
            || m_at >= LongestWhole)
            return endBlock(message);
        return Step::Wait;
    }
    const qint64 wanted = std::min<qint64>(m_remaining, LongestWhole);
    if (pending.size() < wanted)
        return Step::Wait;
    m_at = wanted;
    m_remaining -= wanted;
    return endMessage(message, MessageKind::Chunk, m_remaining == 0);
}

HttpDissector::Step HttpDissector::readUntilClose(const PendingBytes &pending, Message &message)
{
    if (m_blocks) {
        m_at += m_blocks->scan(pending.view().sliced(m_at, std::min(pending.size(), LongestWhole) - m_at));
        if (m_blocks->ended() != EventBlocks::Block::None || m_at >= LongestWhole)
            return endBlock(message);
        return Step::Wait;
    }
    if (pending.size() < LongestWhole)
        return Step::Wait;
    m_at = LongestWhole;
    return endMessage(message, MessageKind::Chunk, false);
}

HttpDissector::Step HttpDissector::readChunkSize(const PendingBytes &pending)
{
    const QByteArrayView bytes = pending.view();
    const qsizetype end = bytes.indexOf('\n', m_at);
    if ((end < 0 ? bytes.size() : end) - m_at > LongestChunkSize)
        return giveUp();
    if (end < 0)
        return Step::Wait;
    // RFC 9112, 7.1: hexadecimal digits, perhaps extensions behind a semicolon.
    const QByteArray size = bytes.sliced(m_at, end - m_at).toByteArray().split(';').constFirst().trimmed();
    bool isNumber = false;
    m_remaining = size.toLongLong(&isNumber, 16);
    if (!isNumber || m_remaining < 0 || size.startsWith('+') || size.startsWith("0x"))
        return giveUp();
    m_at = end + 1;
    m_phase = m_remaining == 0 ? Phase::Trailer : Phase::ChunkData;
    return Step::GoOn;
}

HttpDissector::Step HttpDissector::readChunkData(const PendingBytes &pending, Message &message)
{
    const qint64 room = std::max<qint64>(LongestWhole - m_at, 1);
    const qint64 available = std::min({pending.size() - m_at, m_remaining, room});
    if (available <= 0)
        return Step::Wait;
    const QByteArrayView data = pending.view().sliced(m_at, available);
    const qsizetype looked = m_blocks ? m_blocks->scan(data) : available;
    if (m_contentType == "application/x-ndjson")
        takeLines(data.first(looked), false);
    m_at += looked;
    m_remaining -= looked;
    if (m_remaining == 0)
        m_phase = Phase::ChunkEnd;
    if (m_blocks && m_blocks->ended() != EventBlocks::Block::None) {
        // The line end behind a chunk goes with the event that fills it.
        m_blockWaitsForChunkEnd = m_remaining == 0;
        return m_blockWaitsForChunkEnd ? Step::GoOn : endBlock(message);
    }
    if (m_at >= LongestWhole && m_remaining > 0)
        return endMessage(message, MessageKind::Chunk, false);
    return Step::GoOn;
}

HttpDissector::Step HttpDissector::readChunkEnd(const PendingBytes &pending, Message &message)
{
    const qsizetype left = pending.size() - m_at;
    if (left == 0)
        return Step::Wait;
    const bool hasReturn = pending.at(m_at) == '\r';
    if (hasReturn && left < 2)
        return Step::Wait;
    if (pending.at(m_at + (hasReturn ? 1 : 0)) != '\n')
        return giveUp();
    m_at += hasReturn ? 2 : 1;
    m_phase = Phase::ChunkSize;
    if (m_blocks && !std::exchange(m_blockWaitsForChunkEnd, false))
        return m_at >= LongestWhole ? endMessage(message, MessageKind::Chunk, false) : Step::GoOn;
    return m_blocks ? endBlock(message) : endMessage(message, MessageKind::Chunk, false);
}

HttpDissector::Step HttpDissector::readTrailer(const PendingBytes &pending, Message &message)
{
    const QByteArrayView bytes = pending.view();
    const qsizetype end = bytes.indexOf('\n', m_at);
    if ((end < 0 ? bytes.size() : end) - m_at > LongestHead)
        return giveUp();
    if (end < 0)
        return Step::Wait;
    const bool isEmptyLine = bytes.sliced(m_at, end - m_at).trimmed().isEmpty();
    m_at = end + 1;
    return isEmptyLine ? endMessage(message, MessageKind::Chunk, true) : Step::GoOn;
}

HttpDissector::Step HttpDissector::endBlock(Message &message)
{
    const EventBlocks::Block ended = m_blocks->ended();
    m_content = m_blocks->takeContent();
    const bool isFinal = m_phase == Phase::Pieces && m_remaining == 0;
    const MessageKind kind = ended == EventBlocks::Block::Event ? MessageKind::Event
        : ended == EventBlocks::Block::Comments                 ? MessageKind::Heartbeat
                                                                : MessageKind::Chunk;
    return endMessage(message, kind, isFinal);
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

void HttpDissector::takeLines(QByteArrayView data, bool isLast)
{
    m_line += data;
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = m_line.indexOf('\n', begin)) >= 0; begin = end + 1)
        m_content.takeJson(m_line.sliced(begin, end - begin));
    m_line.remove(0, begin);
    if (isLast && !m_line.isEmpty())
        m_content.takeJson(std::exchange(m_line, {}));
    // No event of ours is so long; a line without an end must not gather for ever.
    if (m_line.size() > LongestWhole)
        m_line.clear();
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
