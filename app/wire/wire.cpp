// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"

#include "app/wire/clientnamer.h"
#include "app/wire/wireconnection.h"

#include <QTcpServer>
#include <QTimer>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr int LongestBacklog = 4096;
constexpr int PortsTried = 100;
constexpr int LastPort = 0xffff;
constexpr auto RestAfterRefusal = 1s;
constexpr qint64 DefaultHoldLimit = qint64(1024) * 1024;

// Hands over descriptors, since the relay has sockets of its own.
class RelayListener : public QTcpServer
{
public:
    std::function<void(qintptr)> onConnection {};

protected:
    void incomingConnection(qintptr descriptor) override { onConnection(descriptor); }
};

} // namespace

class Wire::Private
{
public:
    Private(Wire *wire, Clock &clock, WireSink &sink)
        : q(wire)
        , context {.clock = clock, .sink = sink, .namer = namer, .link = {}, .holdLimit = DefaultHoldLimit}
    {
        server.setListenBacklogSize(LongestBacklog);
        server.onConnection = [this](qintptr descriptor) { takeConnection(descriptor); };
        QObject::connect(&server, &QTcpServer::acceptError, q, [this] { rest(); });
        recovery.setSingleShot(true);
        QObject::connect(&recovery, &QTimer::timeout, q, [this] { server.resumeAccepting(); });
    }

    void takeConnection(qintptr descriptor)
    {
        acceptedSinceError = true;
        const ConnectionNumber number = ++lastNumber;
        const auto [position, inserted]
            = connections.emplace(number, std::make_unique<WireConnection>(context, number, descriptor));
        WireConnection *connection = position->second.get();
        // Queued: it says so from within its own functions, and whoever hears of it may close the wire.
        QObject::connect(
            connection, &WireConnection::finished, q, [this, number] { forget(number); },
            Qt::QueuedConnection);
        QObject::connect(
            connection, &WireConnection::serverUnreachable, q, [this] { tellUnreachable(); },
            Qt::QueuedConnection);
        connection->start();
    }

    void forget(ConnectionNumber number)
    {
        connections.erase(number);
        // Its descriptors are free.
        if (recovery.isActive())
            recovery.start(0ms);
    }

    // Qt stops to accept when the system refuses, as it does when a process has no descriptors left. From
    // then on it reports the old error at the end of each batch (its engine keeps the first it had): an error
    // counts only when nobody could be let in before it.
    void rest()
    {
        const bool isStale = std::exchange(acceptedSinceError, false);
        recovery.start(isStale ? 0ms : RestAfterRefusal);
        if (!isStale && !std::exchange(toldOfRest, true))
            Q_EMIT q->failed(cannotListen(server.serverPort()).message);
    }

    [[nodiscard]] Error cannotListen(quint16 port) const
    {
        return {Wire::tr("The wire cannot listen on port %1: %2.").arg(port).arg(server.errorString())};
    }

    void tellUnreachable()
    {
        if (!std::exchange(toldUnreachable, true))
            Q_EMIT q->failed(
                Wire::tr("The server does not answer on port %1; begin anew.").arg(context.serverPort));
    }

    Wire *q;
    ClientNamer namer;
    WireContext context;
    RelayListener server;
    QTimer recovery; ///< of real time: the machine's trouble, not the world's
    std::map<ConnectionNumber, std::unique_ptr<WireConnection>> connections;
    ConnectionNumber lastNumber = 0;
    bool toldUnreachable = false;
    bool toldOfRest = false;
    bool acceptedSinceError = false;
};

Wire::Wire(Clock &clock, WireSink &sink, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, sink))
{
}

Wire::~Wire()
{
    close();
}

Result<quint16> Wire::listen(quint16 port, PortChoice choice, quint16 serverPort)
{
    Q_ASSERT_X(!d->server.isListening(), "Wire::listen", "the wire listens already");
    d->context.serverPort = serverPort;
    d->toldUnreachable = false;
    d->toldOfRest = false;
    const int tries = choice == PortChoice::ThisOrNextFree && port != 0 ? PortsTried : 1;
    for (int i = 0; i < tries && port + i <= LastPort; ++i) {
        if (d->server.listen(QHostAddress::LocalHost, quint16(port + i)))
            return d->server.serverPort();
        if (d->server.serverError() != QAbstractSocket::AddressInUseError)
            break;
    }
    if (d->server.serverError() == QAbstractSocket::AddressInUseError) {
        return Error {
            tr("Port %1 is in use: end the program that listens there, or choose another with --port.")
                .arg(port)};
    }
    return d->cannotListen(port);
}

quint16 Wire::port() const noexcept
{
    return d->server.serverPort();
}

void Wire::setLink(const LinkProfile &link)
{
    Q_ASSERT_X(link.latency.count() >= 0 && link.jitter.count() >= 0, "Wire::setLink",
               "no message arrives before it departs");
    d->context.link = link;
}

LinkProfile Wire::link() const
{
    return d->context.link;
}

void Wire::setHoldLimit(qint64 bytes)
{
    d->context.holdLimit = std::max<qint64>(bytes, 1);
}

void Wire::setIdleCut(std::chrono::nanoseconds time)
{
    if (std::exchange(d->context.idleCut, time) == time)
        return;
    for (const auto &[number, connection] : d->connections)
        connection->watchIdleness();
}

void Wire::cut(const std::function<bool(const QString &client)> &isMeant, bool silently)
{
    for (const auto &[number, connection] : d->connections) {
        if (isMeant(connection->clientName()))
            connection->cut(silently ? FaultKind::SilentCut : FaultKind::Cut);
    }
}

int Wire::connectionCount() const noexcept
{
    return int(d->connections.size());
}

void Wire::close()
{
    d->server.close();
    d->recovery.stop();
    d->connections.clear();
}

} // namespace wiretale
