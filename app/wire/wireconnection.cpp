// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wireconnection.h"

#include "app/wire/clientnamer.h"
#include "app/wire/httphead.h"

#include <utility>

namespace wiretale {

namespace {

constexpr qint64 ReadPiece = qint64(64) * 1024;
// Then the other connections have their turn.
constexpr int MostPieces = 4;
// What a client may say of itself while its opening travels.
constexpr qint64 LongestAhead = qint64(64) * 1024;
// More than any message needs to become whole: a head, a body and a chunk's framing. What is longer waits for
// the other side: bytes behind a request to upgrade.
constexpr qint64 LongestUnfinished = 4 * ConnectionDissector::LongestWhole;
// A held message costs some hundred bytes more than its own.
constexpr size_t MostInFlight = 16'384;

} // namespace

WireConnection::WireConnection(WireContext &context, ConnectionNumber number, qintptr client)
    : m_context(context)
    , m_number(number)
    , m_dissector([this](const Message &message, QByteArrayView bytes) { onMessage(message, bytes); })
    , m_flows {Flow(Direction::ClientToServer, number), Flow(Direction::ServerToClient, number)}
    , m_lastPassed(context.clock.now())
{
    flow(Direction::ClientToServer).from = &m_client;
    flow(Direction::ClientToServer).to = &m_server;
    flow(Direction::ServerToClient).from = &m_server;
    flow(Direction::ServerToClient).to = &m_client;
    watch(m_client, Direction::ClientToServer);
    watch(m_server, Direction::ServerToClient);
    connect(&m_server, &WireSocket::settled, this, &WireConnection::onServerSettled);
    m_client.adopt(int(client));
}

WireConnection::~WireConnection()
{
    closeBothEnds(m_client.bytesToWrite() + m_server.bytesToWrite() > 0);
    m_context.namer.release(m_number);
}

void WireConnection::watch(WireSocket &socket, Direction outgoing)
{
    Flow &sent = flow(outgoing);
    Flow &received = otherFlow(sent);
    connect(&socket, &WireSocket::readable, this, [this, &sent] { read(sent); });
    // What was written to this socket makes room for what comes from the other.
    connect(&socket, &WireSocket::roomMade, this, [this, &received] {
        read(received);
        finishIfOver();
    });
    connect(&socket, &WireSocket::hungUp, this, [this, &sent, &received] {
        read(sent);
        read(received);
        finishIfOver();
    });
}

void WireConnection::start()
{
    m_client.setReading(true);
    watchIdleness();
    Record open;
    open.kind = MessageKind::Open;
    depart(flow(Direction::ClientToServer), open, {}, {});
}

void WireConnection::onOpened()
{
    m_server.connectTo(m_context.serverPort);
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

void WireConnection::onServerSettled()
{
    m_wasConnected = m_server.state() == WireSocket::State::Open;
    if (m_wasConnected)
        m_server.acknowledgeLate();
    hearClient();
    read(flow(Direction::ServerToClient));
}

void WireConnection::hearClient()
{
    const WireSocket::State server = m_server.state();
    const bool isSettled = server == WireSocket::State::Open || server == WireSocket::State::Closed;
    if (m_mayHearClient || !m_isShaken || !isSettled)
        return;
    m_mayHearClient = true;
    read(flow(Direction::ClientToServer));
}

void WireConnection::nameEarly()
{
    // Its request waits at the door while the opening travels: it says who it is before it is let in.
    const QByteArrayView waiting = m_client.readAhead(LongestAhead);
    if (m_name.isEmpty() && waiting.indexOf("\r\n\r\n") >= 0) {
        if (const std::optional<HttpHead> head = requestHeadFrom(waiting))
            giveName(QString::fromUtf8(head->userAgent));
    }
    m_client.setReading(waiting.size() < LongestAhead);
}

void WireConnection::giveName(const QString &userAgent)
{
    m_name = m_context.namer.nameFor(m_number, userAgent);
    m_context.sink.named(m_number, m_name);
}

/// At its end at the latest. Who never said a word (as a browser that connects in advance) stays unnamed.
void WireConnection::nameIfHeard()
{
    if (m_name.isEmpty() && m_dissector.bytesSeen(Direction::ClientToServer) > 0)
        giveName(m_dissector.userAgent());
}

bool WireConnection::mayHear(const Flow &flow) const
{
    // One that was severed before its opening arrived is heard when it leaves.
    return m_mayHearClient || flow.direction == Direction::ServerToClient
        || (m_isSevered && m_client.isEndSeen());
}

bool WireConnection::hasRoom(const Flow &flow) const
{
    const qint64 unfinished = m_dissector.bytesHeld(flow.direction);
    const qint64 underWay = flow.heldBytes + flow.to->bytesToWrite();
    // With nothing under way nothing will make room: a message longer than the limit has to become whole,
    // and the last words of a sender that is gone are as few as the system keeps.
    if (underWay == 0)
        return unfinished < LongestUnfinished || flow.from->isHungUp();
    return underWay + unfinished < m_context.holdLimit && flow.inFlight.size() < MostInFlight;
}

void WireConnection::read(Flow &flow)
{
    if (flow.isEnding)
        return;
    if (!mayHear(flow))
        nameEarly();
    if (m_client.isEndSeen())
        m_context.namer.release(m_number);
    if (!mayHear(flow))
        return;
    if (m_isDissecting) {
        flow.isDue = true;
        return;
    }
    m_isDissecting = true;
    for (int i = 0; i < MostPieces && hasRoom(flow); ++i) {
        if (!readPiece(flow))
            break;
    }
    m_isDissecting = false;
    flow.isDue = false;
    if (flow.from->ending() == WireSocket::Ending::None)
        flow.from->setReading(hasRoom(flow));
    else
        end(flow, flow.from->ending() == WireSocket::Ending::Reset);
    readWhatIsDue();
}

/// False when there is no more for now, as a short piece tells, too: to ask the system again would take as
/// long as all the rest.
bool WireConnection::readPiece(Flow &flow)
{
    QByteArray &buffer = m_context.readBuffer;
    buffer.resize(ReadPiece);
    const qint64 count = flow.from->read({buffer.data(), size_t(ReadPiece)});
    if (count == 0)
        return false;
    m_dissector.feed(flow.direction, QByteArrayView(buffer.constData(), count));
    m_dissector.flush(flow.direction);
    if (m_name.isEmpty() && m_dissector.hasRequest())
        giveName(m_dissector.userAgent());
    return count == ReadPiece;
}

void WireConnection::readWhatIsDue()
{
    for (Flow &each : m_flows) {
        if (std::exchange(each.isDue, false))
            read(each);
    }
}

/// Its sender has ended, and all it sent was read.
void WireConnection::end(Flow &flow, bool isReset)
{
    if (flow.isEnding)
        return;
    flow.isEnding = true;
    flow.from->setReading(false);
    m_isDissecting = true;
    m_dissector.finish(flow.direction);
    m_isDissecting = false;
    if (flow.direction == Direction::ClientToServer) {
        nameIfHeard();
        m_context.namer.release(m_number);
    } else if (!m_wasConnected && m_server.ending() == WireSocket::Ending::Reset) {
        Q_EMIT serverUnreachable();
    }
    Record close;
    close.kind = MessageKind::Close;
    close.code = isReset ? 1 : 0;
    depart(flow, close, {}, {});
    readWhatIsDue();
}

void WireConnection::finishIfOver()
{
    if (!m_flows[0].isOver || !m_flows[1].isOver || m_client.bytesToWrite() + m_server.bytesToWrite() > 0)
        return;
    m_context.clock.cancel(std::exchange(m_idleTimer, Clock::TimerId::None));
    m_client.close();
    m_server.close();
    if (!std::exchange(m_isFinished, true))
        Q_EMIT finished();
}

} // namespace wiretale
