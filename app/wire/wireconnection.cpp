// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wireconnection.h"

#include "app/wire/clientnamer.h"
#include "app/wire/httphead.h"

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr qint64 ReadPiece = qint64(64) * 1024;
// More than any head that names its sender.
constexpr qint64 LongestPeek = qint64(16) * 1024;
// More than any message needs to become whole: a head, a body and a chunk's framing. What is longer waits for
// the other side: bytes behind a request to upgrade.
constexpr qint64 LongestUnfinished = 4 * ConnectionDissector::LongestWhole;
// A held message costs some hundred bytes more than its own.
constexpr size_t MostInFlight = 16'384;

qint64 wallClockNs()
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

WireConnection::WireConnection(WireContext &context, ConnectionNumber number, qintptr client)
    : m_context(context)
    , m_number(number)
    , m_dissector([this](const Message &message, QByteArrayView bytes) { onMessage(message, bytes); })
    , m_flows {Flow(Direction::ClientToServer, number), Flow(Direction::ServerToClient, number)}
{
    Flow &up = flow(Direction::ClientToServer);
    Flow &down = flow(Direction::ServerToClient);
    up.from = down.to = &m_client;
    up.to = down.from = &m_server;
    m_client.take(client);
    m_client.onReadable = [this, &up] { read(up); };
    m_server.onReadable = [this, &down] { read(down); };
    // What was sent to one makes room for what comes from the other.
    m_client.onRoom = [this, &down] { read(down); };
    m_server.onRoom = [this, &up] { read(up); };
    m_server.onConnected = [this, &down] {
        hearClient();
        if (m_server.ending() != WireSocket::Ending::None)
            onGone(down);
        watchBoth();
    };
}

WireConnection::~WireConnection()
{
    m_context.clock.cancel(m_handshake);
    m_context.clock.cancel(m_idle);
    for (const Flow &each : m_flows) {
        for (const Held &held : each.inFlight) {
            m_context.clock.cancel(held.timer);
            m_context.sink.lost(held.number);
        }
    }
    if (!m_isNamed)
        giveName(m_dissector.userAgent());
    m_context.namer.release(m_number);
}

void WireConnection::start()
{
    Record open;
    open.kind = MessageKind::Open;
    depart(flow(Direction::ClientToServer), open, {}, {});
    watchIdleTime();
    watchBoth();
}

void WireConnection::onOpened()
{
    const bool isConnecting = m_server.connectTo(m_context.serverPort);
    // A client may send when the answer to its SYN is back (RFC 9293, 3.5), a whole round trip after it
    // asked.
    const auto onShaken = [this] {
        m_isShaken = true;
        hearClient();
    };
    if (m_context.link.latency.count() == 0)
        onShaken();
    else
        m_handshake = m_context.clock.callAfter(m_context.link.latency, onShaken);
    if (!isConnecting)
        onGone(flow(Direction::ServerToClient));
}

void WireConnection::hearClient()
{
    if (m_mayHearClient || !m_isShaken || m_server.isConnecting())
        return;
    m_mayHearClient = true;
    read(flow(Direction::ClientToServer));
}

bool WireConnection::mayHear(const Flow &flow) const
{
    return m_mayHearClient || flow.direction == Direction::ServerToClient;
}

bool WireConnection::hasRoom(const Flow &flow) const
{
    const qint64 unfinished = m_dissector.bytesHeld(flow.direction);
    const qint64 underWay = flow.heldBytes + flow.to->bytesToSend();
    // With nothing under way nothing will make room: a message longer than the limit has to become whole.
    if (underWay == 0)
        return unfinished < LongestUnfinished;
    return underWay + unfinished < m_context.holdLimit && flow.inFlight.size() < MostInFlight;
}

void WireConnection::read(Flow &flow)
{
    if (!mayHear(flow)) {
        nameEarly();
        // What it has sent waits until it may be heard.
        flow.from->setReading(false);
        return;
    }
    if (!flow.isEnding)
        dissect(flow);
    watchBoth();
}

void WireConnection::dissect(Flow &flow)
{
    QByteArray &buffer = m_context.readBuffer;
    buffer.resize(ReadPiece);
    while (hasRoom(flow)) {
        const qint64 count = flow.from->read(buffer.data(), ReadPiece);
        if (count <= 0)
            break;
        m_dissector.feed(flow.direction, QByteArrayView(buffer.constData(), count));
        m_dissector.flush(flow.direction);
        if (!m_isNamed && m_dissector.hasRequest())
            giveName(m_dissector.userAgent());
        if (count < ReadPiece)
            break; // else the system is asked once more for nothing
    }
    if (flow.from->ending() != WireSocket::Ending::None)
        onGone(flow);
}

// A message may have made room in either direction: an answer to an upgrade sets free what waited for it.
void WireConnection::watchBoth()
{
    for (Flow &each : m_flows)
        each.from->setReading(!each.isEnding && each.from->ending() == WireSocket::Ending::None
                              && (mayHear(each) ? hasRoom(each) : !m_isNamed));
}

void WireConnection::onGone(Flow &flow)
{
    if (flow.direction == Direction::ClientToServer)
        m_context.namer.release(m_number);
    else
        hearClient();
    if (flow.isEnding || !mayHear(flow))
        return;
    m_dissector.finish(flow.direction);
    if (flow.direction == Direction::ClientToServer && !m_isNamed) {
        giveName(m_dissector.userAgent());
        m_context.namer.release(m_number);
    }
    if (flow.from->ending() == WireSocket::Ending::Unreachable)
        Q_EMIT serverUnreachable();
    end(flow, flow.from->ending() != WireSocket::Ending::Orderly);
}

void WireConnection::end(Flow &flow, bool isReset)
{
    flow.isEnding = true;
    Record close;
    close.kind = MessageKind::Close;
    close.code = isReset ? 1 : 0;
    depart(flow, close, {}, {});
}

void WireConnection::checkFinished()
{
    if (m_flows[0].isOver && m_flows[1].isOver)
        Q_EMIT finished();
}

void WireConnection::cut(FaultKind kind)
{
    if (m_isSevered || (m_flows[0].isOver && m_flows[1].isOver))
        return;
    for (Flow &each : m_flows) {
        for (const Held &held : each.inFlight) {
            m_context.clock.cancel(held.timer);
            m_context.sink.lost(held.number);
        }
        each.inFlight.clear();
        each.heldBytes = 0;
    }
    m_context.clock.cancel(m_handshake);
    Record fault;
    fault.kind = MessageKind::Fault;
    fault.code = quint16(kind);
    const qint64 now = m_context.clock.now().count();
    fault.departedNs = now;
    fault.wallNs = wallClockNs();
    fault.connection = m_number;
    fault.direction = Direction::ServerToClient;
    m_context.sink.arrived(m_context.sink.departed(fault, {}, {}), now);
    m_isSevered = true;
    m_mayHearClient = true;
    if (kind == FaultKind::SilentCut) {
        watchBoth();
        return;
    }
    for (Flow &each : m_flows) {
        if (!each.isEnding)
            end(each, true);
        each.isOver = true;
    }
    m_client.reset();
    m_server.reset();
    Q_EMIT finished();
}

void WireConnection::close()
{
    m_isSevered = true;
    for (Flow &each : m_flows) {
        if (each.isEnding)
            continue;
        m_dissector.finish(each.direction);
        end(each, false);
    }
}

void WireConnection::watchIdleTime()
{
    m_context.clock.cancel(std::exchange(m_idle, Clock::TimerId::None));
    if (m_context.idleCut.count() == 0 || m_isSevered)
        return;
    const Nanoseconds due = m_lastPassed + m_context.idleCut;
    if (due <= m_context.clock.now() && m_lastPassed.count() > 0) {
        cut(FaultKind::IdleCut);
        return;
    }
    m_idle = m_context.clock.callAt(due, [this] {
        m_idle = Clock::TimerId::None;
        watchIdleTime();
    });
}

void WireConnection::onMessage(const Message &message, QByteArrayView bytes)
{
    Record record;
    record.kind = message.kind;
    record.technique = message.technique;
    record.flags = message.flags;
    record.code = message.code;
    record.payloadBytes = message.payloadBytes;
    const bool opensExchange = message.kind == MessageKind::Request;
    if (!opensExchange && message.exchange > 0 && message.exchange <= m_requests.size())
        record.exchange = m_requests[message.exchange - 1];
    depart(flow(message.direction), record, bytes, message.eventIds);
}

void WireConnection::depart(Flow &flow, Record record, QByteArrayView bytes, std::span<const qint64> eventIds)
{
    Clock &clock = m_context.clock;
    const Nanoseconds now = clock.now();
    m_lastPassed = now;
    record.departedNs = now.count();
    record.wallNs = wallClockNs();
    record.connection = m_number;
    record.direction = flow.direction;
    record.wireBytes = quint32(bytes.size());
    record.eventCount = quint16(std::min<size_t>(eventIds.size(), 0xffff));
    const RecordNumber number = m_context.sink.departed(record, bytes, eventIds);
    if (record.kind == MessageKind::Request)
        m_requests.push_back(number);
    if (m_isSevered) {
        m_context.sink.lost(number);
        flow.isOver = flow.isOver || record.kind == MessageKind::Close;
        checkFinished();
        return;
    }

    const bool isReset = record.kind == MessageKind::Close && record.code == 1;
    const Nanoseconds arrival = flow.transit.arrivalOf(m_context.link, now, bytes.size());
    if (arrival <= now && flow.inFlight.empty() && !clock.isPaused()) {
        clock.noteArrival();
        arrive(flow, number, record.kind, isReset, bytes);
        return;
    }
    flow.heldBytes += bytes.size();
    const Clock::TimerId timer = clock.callAt(
        arrival, [this, &flow] { arriveNext(flow); }, Clock::Purpose::Arrival);
    flow.inFlight.push_back({bytes.toByteArray(), number, record.kind, isReset, timer});
}

void WireConnection::arriveNext(Flow &flow)
{
    // It stays in front until its sender was read: what departs meanwhile arrives after it by the clock, and
    // so never in the same step.
    Held &held = flow.inFlight.front();
    const QByteArray bytes = std::exchange(held.bytes, {});
    flow.heldBytes -= bytes.size();
    arrive(flow, held.number, held.kind, held.isReset, bytes);
    read(flow);
    flow.inFlight.pop_front();
    watchBoth();
}

void WireConnection::arrive(Flow &flow, RecordNumber number, MessageKind kind, bool isReset,
                            QByteArrayView bytes)
{
    const qint64 now = m_context.clock.now().count();
    switch (kind) {
    case MessageKind::Open:
        m_context.sink.arrived(number, now);
        onOpened();
        return;
    case MessageKind::Close:
        m_context.sink.arrived(number, now);
        flow.isOver = true;
        if (isReset) {
            // It ends the other direction as well; what is still under way there finds nobody.
            flow.to->reset();
            for (Flow &each : m_flows)
                each.isEnding = each.isOver = true;
        } else {
            flow.to->endSending();
        }
        checkFinished();
        return;
    default:
        break;
    }
    if (!flow.to->send(bytes)) {
        m_context.sink.lost(number);
        return;
    }
    m_context.sink.arrived(number, now);
}

void WireConnection::nameEarly()
{
    if (m_isNamed)
        return;
    // Its request waits at the door while the opening travels: it says who it is before it is let in.
    const QByteArray waiting = m_client.peek(LongestPeek);
    if (waiting.indexOf("\r\n\r\n") < 0)
        return;
    if (const std::optional<HttpHead> head = requestHeadFrom(waiting))
        giveName(QString::fromUtf8(head->userAgent));
}

void WireConnection::giveName(const QString &userAgent)
{
    m_isNamed = true;
    m_name = m_context.namer.nameFor(m_number, userAgent);
    m_context.sink.named(m_number, m_name);
}

} // namespace wiretale
