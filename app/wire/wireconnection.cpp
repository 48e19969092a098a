// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wireconnection.h"

#include "app/wire/clientnamer.h"
#include "app/wire/httphead.h"

#include <QHostAddress>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qint64 ReadPiece = 64 * 1024;
// What Qt itself may read ahead for us; beyond it the peer's writes wait in the kernel.
constexpr qint64 SocketReadBuffer = 128 * 1024;

qint64 wallClockNs()
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
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
    , m_flows {Flow(Direction::ClientToServer, context.link.seed * 2654435761U + number * 2),
               Flow(Direction::ServerToClient, context.link.seed * 2654435761U + number * 2 + 1)}
{
    m_client->setParent(this);
    flow(Direction::ClientToServer).from = m_client;
    flow(Direction::ClientToServer).to = m_server;
    flow(Direction::ServerToClient).from = m_server;
    flow(Direction::ServerToClient).to = m_client;
    watch(m_client, Direction::ClientToServer);
    watch(m_server, Direction::ServerToClient);
}

WireConnection::~WireConnection()
{
    m_context.clock.cancel(m_handshake);
    for (Flow &each : m_flows) {
        for (const Held &held : each.inFlight) {
            m_context.clock.cancel(held.timer);
            m_context.sink.lost(held.number);
        }
    }
    if (!m_isNamed)
        giveName(m_dissector.userAgent());
    m_context.namer.release(m_number);
    m_client->disconnect(this);
    m_server->disconnect(this);
}

void WireConnection::watch(QTcpSocket *socket, Direction outgoing)
{
    socket->setReadBufferSize(SocketReadBuffer);
    connect(socket, &QTcpSocket::readyRead, this, [this, outgoing] { read(flow(outgoing)); });
    // What is written to this socket makes room for what comes from the other.
    const Direction incoming
        = outgoing == Direction::ClientToServer ? Direction::ServerToClient : Direction::ClientToServer;
    connect(socket, &QTcpSocket::bytesWritten, this, [this, incoming] { read(flow(incoming)); });
    // Queued: a socket may go while the dissector is handing out what was written to it.
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
    m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // A client may send when the answer to its SYN is back (RFC 9293, 3.5), a whole round trip after it
    // asked.
    const auto mayRead = [this] {
        m_mayRead = true;
        read(flow(Direction::ClientToServer));
        if (m_client->state() == QAbstractSocket::UnconnectedState)
            onGone(flow(Direction::ClientToServer));
    };
    if (m_context.link.latency.count() == 0)
        mayRead();
    else
        m_handshake = m_context.clock.callAfter(m_context.link.latency, mayRead);
}

void WireConnection::read(Flow &flow)
{
    // The dissector must not be fed from within, and a client not be heard before it could speak.
    const bool mayRead = m_mayRead || flow.direction == Direction::ServerToClient;
    if (!mayRead)
        nameEarly();
    if (flow.isReading || flow.isEnding || !mayRead)
        return;
    flow.isReading = true;
    while (flow.from->bytesAvailable() > 0
           && flow.heldBytes + flow.to->bytesToWrite() < m_context.holdLimit) {
        const QByteArray bytes = flow.from->read(std::min(flow.from->bytesAvailable(), ReadPiece));
        if (bytes.isEmpty())
            break;
        m_dissector.feed(flow.direction, bytes);
        m_dissector.flush(flow.direction);
        if (!m_isNamed && m_dissector.hasRequest())
            giveName(m_dissector.userAgent());
    }
    flow.isReading = false;
    // What was left when its sender went is read when there is room again; then the sender is gone.
    if (flow.from->state() == QAbstractSocket::UnconnectedState && flow.from->bytesAvailable() == 0)
        onGone(flow);
}

void WireConnection::onGone(Flow &flow)
{
    const bool mayRead = m_mayRead || flow.direction == Direction::ServerToClient;
    if (flow.isEnding || !mayRead)
        return;
    if (flow.from->bytesAvailable() > 0) {
        read(flow);
        return;
    }
    m_dissector.finish(flow.direction);
    flow.isEnding = true;
    const QAbstractSocket::SocketError error = flow.from->error();
    const bool isOrderly
        = error == QAbstractSocket::UnknownSocketError || error == QAbstractSocket::RemoteHostClosedError;
    if (error == QAbstractSocket::ConnectionRefusedError)
        Q_EMIT serverUnreachable();
    Record close;
    close.kind = MessageKind::Close;
    close.code = isOrderly ? 0 : 1;
    depart(flow, close, {}, {});
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
    const Held held = std::move(flow.inFlight.front());
    flow.inFlight.pop_front();
    flow.heldBytes -= held.bytes.size();
    arrive(flow, held.number, held.kind, held.bytes);
    read(flow);
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
    // Else it would wait for a turn of the event loop. A socket that still connects keeps it until it is
    // there.
    if (flow.to->state() == QAbstractSocket::ConnectedState)
        flow.to->flush();
}

void WireConnection::nameEarly()
{
    // Its request waits at the door while the opening travels: it says who it is before it is let in.
    const QByteArray waiting = m_client->peek(SocketReadBuffer);
    if (m_isNamed || waiting.indexOf("\r\n\r\n") < 0)
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
