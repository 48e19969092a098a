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
#include <functional>
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
    QByteArray readBuffer {}; ///< for whoever reads just now
};

/// One client's connection and the one to the server that belongs to it, with what travels between them.
///
/// Each direction is a Flow: bytes are read off `from`, dissected, and each message is held until it arrives
/// and is written to `to`. A direction ends with one Close, which departs when its sender is gone and all it
/// sent was read, and ends the receiver's connection when it arrives. The sender may go at any moment, the
/// receiver too: what arrives for it then is lost.
///
/// A QTcpSocket cannot end its sending alone, and reports a peer that ended only its own (`nc -N`) as gone.
/// So a client that stops sending is taken for closed, and an answer under way for lost, as with a peer that
/// closed altogether; none of the HTTP clients that matter half-closes.
class WireConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the client's socket. Nothing of the context is copied: a new link holds for what departs after.
    WireConnection(WireContext &context, ConnectionNumber number, QTcpSocket *client, QObject *parent);
    /// What is in flight is lost.
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
        Flow(Direction givenDirection, ConnectionNumber connection)
            : direction(givenDirection)
            , transit(connection * 2 + quint32(givenDirection))
        {
        }
        Direction direction;
        Transit transit;
        QTcpSocket *from = nullptr;
        QTcpSocket *to = nullptr;
        std::deque<Held> inFlight;
        qint64 heldBytes = 0; ///< of what is in flight
        bool isDue = false; ///< to be read once the dissector is free
        bool isEnding = false; ///< its Close departed
        bool isOver = false; ///< its Close arrived
    };

    Flow &flow(Direction direction) { return m_flows[size_t(direction)]; }
    [[nodiscard]] bool mayHear(const Flow &flow) const;
    [[nodiscard]] bool hasRoom(const Flow &flow) const;
    void watch(QTcpSocket *socket, Direction outgoing);
    void onOpened();
    void hearClient();
    void read(Flow &flow);
    void readWhatIsDue();
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
    bool m_isShaken = false; ///< the round trip of the client's handshake is over
    bool m_wasConnected = false; ///< to the server
    bool m_mayHearClient = false;
    bool m_isDissecting = false; ///< the dissector must not be fed from within
    bool m_isNamed = false;
};

} // namespace wiretale
