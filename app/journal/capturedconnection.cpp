// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturedconnection.h"

#include "app/wire/clientnamer.h"
#include "app/wire/httphead.h"

#include <algorithm>

namespace wiretale {

namespace {

// A packet that was captured late may still come behind the acknowledgement of its bytes.
constexpr int LongestLateness = 8;

bool beginsRequest(QByteArrayView bytes)
{
    const qsizetype line = bytes.indexOf('\n');
    return line > 0 && bytes.first(line).contains(" HTTP/1.")
        && canBeginHead(Direction::ClientToServer, bytes);
}

constexpr Direction opposite(Direction direction) noexcept
{
    return direction == Direction::ClientToServer ? Direction::ServerToClient : Direction::ClientToServer;
}

} // namespace

CapturedConnection::CapturedConnection(TrafficLog &log, ClientNamer &namer, ConnectionNumber number,
                                       HostPort client)
    : m_log(log)
    , m_namer(namer)
    , m_number(number)
    , m_client(client)
{
}

CapturedConnection::~CapturedConnection() = default;

bool CapturedConnection::isAnother(const CapturedSegment &segment) const noexcept
{
    if (!segment.has(TcpFlag::Syn) || segment.has(TcpFlag::Ack))
        return false;
    const Side &opener = m_sides[segment.source == m_client ? 0 : 1];
    return isOver() || !opener.hasSyn || opener.synAt != segment.sequence;
}

void CapturedConnection::take(const CapturedSegment &segment, qint64 atNs, qint64 wallNs)
{
    m_atNs = atNs;
    m_wallNs = wallNs;
    const Direction direction
        = segment.source == m_client ? Direction::ClientToServer : Direction::ServerToClient;
    if (!m_hasOpened) {
        m_hasOpened = true;
        Record open;
        open.kind = MessageKind::Open;
        tell(open, Direction::ClientToServer, {}, {});
        // Begun before the capture: it may be in the middle of anything.
        if (!segment.has(TcpFlag::Syn))
            m_sides[0].isLost = m_sides[1].isLost = true;
    }
    if (segment.has(TcpFlag::Syn))
        takeSyn(segment, direction);
    else if (segment.payloadSize > 0)
        takeBytes(segment, direction);
    Side &sender = side(direction);
    if (segment.has(TcpFlag::Fin) && !sender.hasFin) {
        sender.hasFin = true;
        sender.finAt = segment.sequence + quint32(segment.payloadSize);
    }
    closeIfEnded(direction);
    if (segment.has(TcpFlag::Ack) && !segment.has(TcpFlag::Syn))
        heal(opposite(direction), segment.acknowledgement);
    if (segment.has(TcpFlag::Rst)) {
        close(direction, true);
        giveUp();
    }
    if (isOver()) {
        m_dissector.reset();
        m_requests = std::vector<RecordNumber>();
    }
}

void CapturedConnection::takeSyn(const CapturedSegment &segment, Direction direction)
{
    Side &sender = side(direction);
    if (sender.hasSyn) {
        tellFault(FaultKind::Resent, direction);
        return;
    }
    sender.hasSyn = true;
    sender.synAt = segment.sequence;
    if (!sender.queue.hasBegun())
        sender.queue.begin(segment.sequence + 1);
}

void CapturedConnection::takeBytes(const CapturedSegment &segment, Direction direction)
{
    Side &sender = side(direction);
    // RFC 9293, 3.8.4: a keep-alive repeats the last byte.
    const bool isProbe = segment.payloadSize <= 1 && sender.queue.hasBegun()
        && segment.sequence + 1 == sender.queue.nextSequence();
    if (sender.isClosed || isProbe)
        return;
    switch (sender.queue.take(segment.sequence, segment.payload)) {
    case SegmentQueue::Outcome::InOrder:
        pass(direction);
        break;
    case SegmentQueue::Outcome::Again:
        tellFault(FaultKind::Resent, direction);
        break;
    case SegmentQueue::Outcome::Early:
        tellFault(FaultKind::Reordered, direction);
        if (sender.queue.isFull())
            giveUpGap(direction);
        break;
    }
}

/// The other side acknowledged what this capture does not hold.
void CapturedConnection::heal(Direction direction, quint32 acknowledgement)
{
    Side &sender = side(direction);
    if (sender.isClosed || !sender.queue.hasBegun()
        || qint32(acknowledgement - sender.queue.nextSequence()) <= (sender.hasFin ? 1 : 0))
        return;
    if (++sender.sinceGap > LongestLateness && sender.queue.hasGap())
        giveUpGap(direction);
}

void CapturedConnection::giveUpGap(Direction direction)
{
    Side &sender = side(direction);
    sender.sinceGap = 0;
    m_hasGaps = true;
    // What waits for the rest of its message waits in vain.
    for (const Direction each : {Direction::ClientToServer, Direction::ServerToClient})
        finishDissection(each);
    sender.queue.skipGap();
    m_sides[0].isLost = m_sides[1].isLost = true;
    tellFault(FaultKind::Missing, direction);
    pass(direction);
    closeIfEnded(direction);
}

void CapturedConnection::pass(Direction direction)
{
    Side &sender = side(direction);
    const QByteArray bytes = sender.queue.next();
    if (bytes.isEmpty())
        return;
    if (!sender.queue.hasGap())
        sender.sinceGap = 0;
    if (sender.isLost && direction == Direction::ClientToServer && beginsRequest(bytes)) {
        m_sides[0].isLost = m_sides[1].isLost = false;
        beginDissection();
    }
    if (sender.isLost) {
        Message message;
        message.direction = direction;
        for (QByteArrayView rest = bytes; !rest.isEmpty(); rest = rest.sliced(message.length)) {
            message.length = std::min<qint64>(rest.size(), ConnectionDissector::LongestWhole);
            onMessage(message, rest.first(message.length));
        }
    } else {
        if (!m_dissector)
            beginDissection();
        m_dissector->feed(direction, bytes);
        m_dissector->flush(direction);
    }
    nameIfHeard(false);
}

void CapturedConnection::closeIfEnded(Direction direction)
{
    const Side &sender = side(direction);
    if (sender.hasFin && (!sender.queue.hasBegun() || sender.queue.nextSequence() == sender.finAt))
        close(direction, false);
}

void CapturedConnection::close(Direction direction, bool isReset)
{
    Side &sender = side(direction);
    if (sender.isClosed)
        return;
    while (sender.queue.hasGap())
        giveUpGap(direction);
    if (sender.isClosed)
        return;
    sender.isClosed = true;
    finishDissection(direction);
    Record record;
    record.kind = MessageKind::Close;
    record.code = isReset ? 1 : 0;
    tell(record, direction, {}, {});
    if (direction == Direction::ClientToServer) {
        nameIfHeard(true);
        m_namer.release(m_number);
    }
}

void CapturedConnection::end(qint64 atNs, qint64 wallNs)
{
    m_atNs = atNs;
    m_wallNs = wallNs;
    giveUp();
}

void CapturedConnection::giveUp()
{
    for (const Direction direction : {Direction::ClientToServer, Direction::ServerToClient}) {
        Side &sender = side(direction);
        while (!sender.isClosed && sender.queue.hasGap())
            giveUpGap(direction);
        finishDissection(direction);
        sender.isClosed = true;
    }
    nameIfHeard(true);
    m_namer.release(m_number);
}

void CapturedConnection::beginDissection()
{
    m_requests.clear();
    m_dissector = std::make_unique<ConnectionDissector>(
        [this](const Message &message, QByteArrayView bytes) { onMessage(message, bytes); });
}

void CapturedConnection::finishDissection(Direction direction)
{
    if (m_dissector)
        m_dissector->finish(direction);
}

void CapturedConnection::onMessage(const Message &message, QByteArrayView bytes)
{
    const RecordNumber number
        = tell(recordOf(message, m_requests), message.direction, bytes, message.eventIds);
    if (message.kind == MessageKind::Request)
        m_requests.push_back(number);
}

RecordNumber CapturedConnection::tell(Record record, Direction direction, QByteArrayView bytes,
                                      std::span<const qint64> eventIds)
{
    record.departedNs = m_atNs;
    record.wallNs = m_wallNs;
    record.connection = m_number;
    record.direction = direction;
    record.wireBytes = quint32(bytes.size());
    record.eventCount = quint16(std::min<size_t>(eventIds.size(), 0xffff));
    const RecordNumber number = m_log.departed(record, bytes, eventIds);
    m_log.arrived(number, m_atNs);
    return number;
}

void CapturedConnection::tellFault(FaultKind kind, Direction direction)
{
    Record fault;
    fault.kind = MessageKind::Fault;
    fault.code = quint16(kind);
    tell(fault, direction, {}, {});
}

void CapturedConnection::nameIfHeard(bool isLast)
{
    const bool hasRequest = m_dissector && m_dissector->hasRequest();
    if (m_isNamed || (!hasRequest && !(isLast && m_sides[0].queue.hasBegun())))
        return;
    m_isNamed = true;
    m_log.named(m_number, m_namer.nameFor(m_number, hasRequest ? m_dissector->userAgent() : QString()));
}

} // namespace wiretale
