// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/httpdissector.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace wiretale {

// How bodies are cut into messages, by each of the framings of RFC 9112, 6. Heads and ends of messages are in
// httpdissector.cpp.

namespace {

constexpr qsizetype LongestChunkSize = 4096;
constexpr qsizetype LongestTrailerLine = qsizetype(64) * 1024;
constexpr qsizetype LongestWhole = ConnectionDissector::LongestWhole;

} // namespace

HttpDissector::Step HttpDissector::beginBody(const HttpHead &head, Message &message)
{
    // Events that are compressed cannot be told apart.
    if (m_contentType == "text/event-stream" && head.contentEncoding.isEmpty()
        && m_direction == Direction::ServerToClient)
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
    if ((end < 0 ? bytes.size() : end) - m_at > LongestTrailerLine)
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

} // namespace wiretale
