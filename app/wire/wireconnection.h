// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/connectiondissector.h"
#include "app/wire/transit.h"
#include "app/wire/wiresink.h"
#include "app/wire/wiresocket.h"
#include "common/clock.h"

#include <QByteArray>
#include <QObject>

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
    Nanoseconds idleCut {0}; ///< 0: what is idle is left alone
    qint64 holdLimit = 0; ///< bytes, each direction of each connection
    quint16 serverPort = 0;
    QByteArray readBuffer {}; ///< for whoever reads just now
};

/// One client's connection and the one to the server that belongs to it, with what travels between them.
///
/// Each direction is a Flow: bytes are read off `from`, dissected, and each message is held until it arrives
/// and is sent to `to`. A direction ends with one Close, which departs when its sender said that it sends no
/// more and all it sent was read, and ends the sending to the receiver when it arrives; the other direction
/// goes on (RFC 9293, 3.6). A reset ends both. What arrives for a receiver that is gone is lost.
class WireConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the client's socket. Nothing of the context is copied: a new link holds for what departs after.
    WireConnection(WireContext &context, ConnectionNumber number, qintptr client);
    /// What is in flight is lost.
    ~WireConnection() override;

    void start();
    /// Tears it; finished() follows. After a SilentCut nothing arrives any more, and finished() comes when
    /// both ends gave up by themselves.
    void cut(FaultKind kind);
    /// Ends both directions with a Close that arrives at once, as when the whole wire goes.
    void close();
    /// Begins to count idle time, or stops, as the context says.
    void watchIdleTime();
    /// The client's; empty until it is known.
    [[nodiscard]] const QString &name() const noexcept { return m_name; }

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
        bool isReset = false; ///< a Close
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
        WireSocket *from = nullptr;
        WireSocket *to = nullptr;
        std::deque<Held> inFlight;
        qint64 heldBytes = 0; ///< of what is in flight
        bool isEnding = false; ///< its Close departed
        bool isOver = false; ///< its Close arrived
    };

    Flow &flow(Direction direction) { return m_flows[size_t(direction)]; }
    [[nodiscard]] bool mayHear(const Flow &flow) const;
    [[nodiscard]] bool hasRoom(const Flow &flow) const;
    void onOpened();
    void hearClient();
    void read(Flow &flow);
    void dissect(Flow &flow);
    void watchBoth();
    void onGone(Flow &flow);
    void end(Flow &flow, bool isReset);
    void checkFinished();
    void onMessage(const Message &message, QByteArrayView bytes);
    void depart(Flow &flow, Record record, QByteArrayView bytes, std::span<const qint64> eventIds);
    void arriveNext(Flow &flow);
    void arrive(Flow &flow, RecordNumber number, MessageKind kind, bool isReset, QByteArrayView bytes);
    void nameEarly();
    void giveName(const QString &userAgent);

    WireContext &m_context;
    ConnectionNumber m_number;
    WireSocket m_client;
    WireSocket m_server;
    ConnectionDissector m_dissector;
    std::array<Flow, 2> m_flows;
    std::vector<RecordNumber> m_requests; ///< record of each request of this connection
    Clock::TimerId m_handshake = Clock::TimerId::None;
    bool m_isShaken = false; ///< the round trip of the client's handshake is over
    bool m_wasConnected = false; ///< to the server
    bool m_mayHearClient = false;
    Clock::TimerId m_idle = Clock::TimerId::None;
    Nanoseconds m_lastPassed {0};
    bool m_isSevered = false; ///< nothing arrives any more
    bool m_isNamed = false;
    QString m_name;
};

} // namespace wiretale
