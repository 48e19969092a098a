// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/connectiondissector.h"
#include "app/wire/transit.h"
#include "app/wire/wiresink.h"
#include "common/clock.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>

#include <array>
#include <deque>
#include <vector>

namespace wiretale {

class ClientNamer;

/// What all connections of a wire share. Outlives them.
struct WireContext
{
    Clock &clock;
    WireSink &sink;
    ClientNamer &namer;
    LinkProfile link;
    qint64 holdLimit = 0; ///< bytes, each direction of each connection
    quint16 serverPort = 0;
};

/// One client's connection and the one to the server that belongs to it, with what travels between them.
class WireConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the client's socket. Nothing of the context is copied: a new link holds for what departs after.
    WireConnection(WireContext &context, ConnectionNumber number, QTcpSocket *client, QObject *parent);
    ~WireConnection() override;

    void start();

Q_SIGNALS:
    /// Both directions ended, and nothing travels any more.
    void finished();
    void serverUnreachable();

private:
    struct Held
    {
        QByteArray bytes;
        RecordNumber number = 0;
        MessageKind kind = MessageKind::Opaque;
        Clock::TimerId timer = Clock::TimerId::None;
    };
    struct Flow
    {
        Flow(Direction givenDirection, quint32 seed)
            : direction(givenDirection)
            , transit(seed)
        {
        }
        Direction direction;
        Transit transit;
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        std::deque<Held> inFlight;
        qint64 heldBytes = 0;
        bool isReading = false;
        bool isEnding = false; ///< its Close departed
        bool isOver = false; ///< its Close arrived
    };

    Flow &flow(Direction direction) { return m_flows[size_t(direction)]; }
    void watch(QTcpSocket *socket, Direction outgoing);
    void onOpened();
    void read(Flow &flow);
    void onGone(Flow &flow);
    void onMessage(const Message &message, QByteArrayView bytes);
    void depart(Flow &flow, Record record, QByteArrayView bytes, std::span<const qint64> eventIds);
    void arriveNext(Flow &flow);
    void arrive(Flow &flow, RecordNumber number, MessageKind kind, QByteArrayView bytes);
    void nameEarly();
    void giveName(const QString &userAgent);

    WireContext &m_context;
    ConnectionNumber m_number;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    ConnectionDissector m_dissector;
    std::array<Flow, 2> m_flows;
    std::vector<RecordNumber> m_requests; ///< record of each request of this connection
    Clock::TimerId m_handshake = Clock::TimerId::None;
    bool m_mayRead = false;
    bool m_isNamed = false;
};

} // namespace wiretale
