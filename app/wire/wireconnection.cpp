// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wireconnection.h"

#include "app/wire/clientnamer.h"
#include "app/wire/httphead.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr qint64 ReadPiece = qint64(64) * 1024;
// What Qt itself may read ahead for us; beyond it the peer's writes wait in the kernel.
constexpr qint64 SocketReadBuffer = qint64(128) * 1024;
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

constexpr Direction otherWay(Direction direction) noexcept
{
    return direction == Direction::ClientToServer ? Direction::ServerToClient : Direction::ClientToServer;
}

// A peer that closes tears nothing, whatever was under way.
bool endedInOrder(const QTcpSocket &socket)
{
    return socket.error() == QAbstractSocket::UnknownSocketError
        || socket.error() == QAbstractSocket::RemoteHostClosedError;
}

} // namespace

WireConnection::WireConnection(WireContext &context, ConnectionNumber number, QTcpSocket *client,
                               QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_number(number)
    , m_client(client)
    , m_server(new QTcpSocket(this))
    , m_dissector([this](const Message &message, QByteArrayView bytes) { onMessage(message, bytes); })
    , m_flows {Flow(Direction::ClientToServer, number), Flow(Direction::ServerToClient, number)}
{
    m_client->setParent(this);
    flow(Direction::ClientToServer).from = m_client;
    flow(Direction::ClientToServer).to = m_server;
    flow(Direction::ServerToClient).from = m_server;
    flow(Direction::ServerToClient).to = m_client;
    watch(m_client, Direction::ClientToServer);
    watch(m_server, Direction::ServerToClient);
    connect(m_server, &QTcpSocket::connected, this, [this] {
        m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_wasConnected = true;
        hearClient();
    });
}

WireConnection::~WireConnection()
{
    m_client->disconnect(this);
    m_server->disconnect(this);
    m_context.clock.cancel(m_handshake);
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

void WireConnection::watch(QTcpSocket *socket, Direction outgoing)
{
    socket->setReadBufferSize(SocketReadBuffer);
    connect(socket, &QTcpSocket::readyRead, this, [this, outgoing] { read(flow(outgoing)); });
    // What was written to this socket makes room for what comes from the other.
    connect(socket, &QTcpSocket::bytesWritten, this, [this, outgoing] { read(flow(otherWay(outgoing))); });
    // Queued: a socket may go while the dissector is handing out what is written to it.
    connect(
        socket, &QTcpSocket::stateChanged, this,
        [this, outgoing](QAbstractSocket::SocketState state) {
            if (state == QAbstractSocket::UnconnectedState)
                onGone(flow(outgoing));
        },
        Qt::QueuedConnection);
}

void WireConnection::start()
{
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    Record open;
    open.kind = MessageKind::Open;
    depart(flow(Direction::ClientToServer), open, {}, {});
}

void WireConnection::onOpened()
{
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_context.serverPort);
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
}

void WireConnection::hearClient()
{
    const QAbstractSocket::SocketState server = m_server->state();
    const bool isSettled
        = server != QAbstractSocket::HostLookupState && server != QAbstractSocket::ConnectingState;
    if (m_mayHearClient || !m_isShaken || !isSettled)
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
    const qint64 underWay = flow.heldBytes + flow.to->bytesToWrite();
    // With nothing under way nothing will make room: a message longer than the limit has to become whole,
    // and the last words of a sender that is gone are few.
    if (underWay == 0)
        return unfinished < LongestUnfinished || flow.from->state() == QAbstractSocket::UnconnectedState;
    return underWay + unfinished < m_context.holdLimit && flow.inFlight.size() < MostInFlight;
}

void WireConnection::read(Flow &flow)
{
    if (!mayHear(flow)) {
        nameEarly();
        return;
    }
    if (m_isDissecting) {
        flow.isDue = true;
        return;
    }
    if (flow.isEnding)
        return;
    QByteArray &buffer = m_context.readBuffer;
    buffer.resize(ReadPiece);
    m_isDissecting = true;
    while (flow.from->bytesAvailable() > 0 && hasRoom(flow)) {
        const qint64 count = flow.from->read(buffer.data(), ReadPiece);
        if (count <= 0)
            break;
        m_dissector.feed(flow.direction, QByteArrayView(buffer.constData(), count));
        m_dissector.flush(flow.direction);
        if (!m_isNamed && m_dissector.hasRequest())
            giveName(m_dissector.userAgent());
    }
    m_isDissecting = false;
    flow.isDue = false;
    // What was left when its sender went is read when there is room again; then the sender is gone.
    if (flow.from->state() == QAbstractSocket::UnconnectedState && flow.from->bytesAvailable() == 0)
        onGone(flow);
    readWhatIsDue();
}

void WireConnection::readWhatIsDue()
{
    for (Flow &each : m_flows) {
        if (std::exchange(each.isDue, false))
            read(each);
    }
}

void WireConnection::onGone(Flow &flow)
{
    if (flow.direction == Direction::ClientToServer)
        m_context.namer.release(m_number);
    else
        hearClient();
    if (flow.isEnding || !mayHear(flow) || flow.from->state() != QAbstractSocket::UnconnectedState)
        return;
    if (flow.from->bytesAvailable() > 0) {
        read(flow);
        return;
    }
    flow.isEnding = true;
    m_isDissecting = true;
    m_dissector.finish(flow.direction);
    m_isDissecting = false;
    if (flow.direction == Direction::ClientToServer && !m_isNamed) {
        giveName(m_dissector.userAgent());
        m_context.namer.release(m_number);
    }
    if (flow.direction == Direction::ServerToClient && !m_wasConnected && !endedInOrder(*m_server))
        Q_EMIT serverUnreachable();
    Record close;
    close.kind = MessageKind::Close;
    close.code = endedInOrder(*flow.from) ? 0 : 1;
    depart(flow, close, {}, {});
    readWhatIsDue();
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
    record.departedNs = now.count();
    record.wallNs = wallClockNs();
    record.connection = m_number;
    record.direction = flow.direction;
    record.wireBytes = quint32(bytes.size());
    record.eventCount = quint16(std::min<size_t>(eventIds.size(), 0xffff));
    const RecordNumber number = m_context.sink.departed(record, bytes, eventIds);
    if (record.kind == MessageKind::Request)
        m_requests.push_back(number);
    // An answer to an upgrade sets free what waited for it in the other direction.
    flow.isDue = flow.isDue || m_isDissecting;

    const Nanoseconds arrival = flow.transit.arrivalOf(m_context.link, now, bytes.size());
    if (arrival <= now && flow.inFlight.empty() && !clock.isPaused()) {
        clock.noteArrival();
        arrive(flow, number, record.kind, bytes);
        return;
    }
    flow.heldBytes += bytes.size();
    const Clock::TimerId timer = clock.callAt(
        arrival, [this, &flow] { arriveNext(flow); }, Clock::Purpose::Arrival);
    flow.inFlight.push_back({bytes.toByteArray(), number, record.kind, timer});
}

void WireConnection::arriveNext(Flow &flow)
{
    // It stays in front until its sender was read: what departs meanwhile arrives after it by the clock, and
    // so never in the same step.
    Held &held = flow.inFlight.front();
    const QByteArray bytes = std::exchange(held.bytes, {});
    flow.heldBytes -= bytes.size();
    arrive(flow, held.number, held.kind, bytes);
    read(flow);
    flow.inFlight.pop_front();
}

void WireConnection::arrive(Flow &flow, RecordNumber number, MessageKind kind, QByteArrayView bytes)
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
        flow.to->disconnectFromHost();
        if (m_flows[0].isOver && m_flows[1].isOver)
            Q_EMIT finished();
        return;
    default:
        break;
    }
    if (flow.to->state() == QAbstractSocket::UnconnectedState
        || flow.to->write(bytes.data(), bytes.size()) != bytes.size()) {
        m_context.sink.lost(number);
        return;
    }
    m_context.sink.arrived(number, now);
    // Else it would wait for a turn of the event loop.
    flow.to->flush();
}

void WireConnection::nameEarly()
{
    if (m_isNamed)
        return;
    // Its request waits at the door while the opening travels: it says who it is before it is let in.
    const QByteArray waiting = m_client->peek(SocketReadBuffer);
    if (waiting.indexOf("\r\n\r\n") < 0)
        return;
    if (const std::optional<HttpHead> head = requestHeadFrom(waiting))
        giveName(QString::fromUtf8(head->userAgent));
}

void WireConnection::giveName(const QString &userAgent)
{
    m_isNamed = true;
    m_context.sink.named(m_number, m_context.namer.nameFor(m_number, userAgent));
}

} // namespace wiretale
