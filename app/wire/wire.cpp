// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"

#include "app/wire/clientnamer.h"
#include "app/wire/wireconnection.h"

#include <QCoreApplication>
#include <QTcpServer>

#include <algorithm>
#include <memory>
#include <vector>

namespace wiretale {

namespace {

constexpr int LongestBacklog = 4096;
constexpr int PortsTried = 100;
constexpr qint64 DefaultHoldLimit = 1024 * 1024;

} // namespace

class Wire::Private
{
public:
    Private(Wire *wire, Clock &clock, WireSink &sink)
        : q(wire)
        , context {.clock = clock, .sink = sink, .namer = namer, .link = {}, .holdLimit = DefaultHoldLimit}
    {
        server.setMaxPendingConnections(LongestBacklog);
        QObject::connect(&server, &QTcpServer::newConnection, q, [this] { takeConnections(); });
    }

    void takeConnections()
    {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            auto &connection = connections.emplace_back(
                std::make_unique<WireConnection>(context, ++lastNumber, socket, nullptr));
            WireConnection *raw = connection.get();
            // Queued: it ends from within its own functions.
            QObject::connect(
                raw, &WireConnection::finished, q, [this, raw] { forget(raw); }, Qt::QueuedConnection);
            QObject::connect(raw, &WireConnection::serverUnreachable, q, [this] { tellUnreachable(); });
            raw->start();
        }
    }

    void forget(WireConnection *connection)
    {
        std::erase_if(connections, [connection](const auto &each) { return each.get() == connection; });
    }

    void tellUnreachable()
    {
        if (!std::exchange(toldUnreachable, true))
            Q_EMIT q->failed(QCoreApplication::translate("wiretale::Wire",
                                                         "The server does not answer on port %1; begin anew.")
                                 .arg(context.serverPort));
    }

    Wire *q;
    ClientNamer namer;
    WireContext context;
    QTcpServer server;
    std::vector<std::unique_ptr<WireConnection>> connections;
    ConnectionNumber lastNumber = 0;
    bool toldUnreachable = false;
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
    d->context.serverPort = serverPort;
    const int tries = choice == PortChoice::ThisOrNextFree && port != 0 ? PortsTried : 1;
    for (int i = 0; i < tries && port + i <= 0xffff; ++i) {
        if (d->server.listen(QHostAddress::LocalHost, quint16(port + i)))
            return d->server.serverPort();
        if (d->server.serverError() != QAbstractSocket::AddressInUseError)
            break;
    }
    if (d->server.serverError() == QAbstractSocket::AddressInUseError && tries == 1) {
        return Error {
            tr("Port %1 is in use: end the program that listens there, or choose another with --port.")
                .arg(port)};
    }
    return Error {tr("The wire cannot listen on port %1: %2.").arg(port).arg(d->server.errorString())};
}

quint16 Wire::port() const noexcept
{
    return d->server.serverPort();
}

void Wire::setLink(const LinkProfile &link)
{
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

int Wire::connectionCount() const noexcept
{
    return int(d->connections.size());
}

void Wire::close()
{
    d->server.close();
    d->connections.clear();
}

} // namespace wiretale
