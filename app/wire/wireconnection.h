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
    Nanoseconds idleCut {0}; ///< clock time; 0: what is idle is left alone
    QByteArray readBuffer {}; ///< for whoever reads just now
};

/// One client's connection and the one to the server that belongs to it, with what travels between them.
///
/// Each direction is a Flow: bytes are read off `from`, dissected, and each message is held until it arrives
/// and is written to `to`. A direction ends with one Close, which departs when its sender has ended it and
/// all it sent was read, and does to the receiver what the sender did: a FIN ends that direction alone, so
/// that an answer still comes back (RFC 9293, 3.6); a RST ends both. What arrives for a receiver that is gone
/// is lost.
class WireConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the client's descriptor. Nothing of the context is copied: a new link holds for what departs
    /// after.
    WireConnection(WireContext &context, ConnectionNumber number, qintptr client);
    /// What is in flight is lost; what is open is closed, and recorded as closed.
    ~WireConnection() override;

    void start();
    /// Empty while it has none.
    [[nodiscard]] QString clientName() const { return m_name; }
    /// Tears it; finished() follows. After a SilentCut nothing arrives any more, and finished() comes when
    /// both ends gave up by themselves. Does nothing when it is over or was cut already.
    void cut(FaultKind kind);
    /// The context's idleCut is another now.
    void watchIdleness();

Q_SIGNALS:
    /// Both directions ended, and nothing travels any more.
    void finished();
    void serverUnreachable();

private:
    struct Travelling
    {
        RecordNumber number = 0;
        MessageKind kind = MessageKind::Opaque;
        bool isReset = false; ///< Close: by a RST
    };
    struct Held
    {
        QByteArray bytes;
        Travelling what;
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
        bool isDue = false; ///< to be read once the dissector is free
        bool isEnding = false; ///< its Close departed
        bool isCutShort = false; ///< no Close will come: its sender was reset
        bool isOver = false; ///< its Close arrived, or was lost
    };

    Flow &flow(Direction direction) { return m_flows[size_t(direction)]; }
    Flow &otherFlow(const Flow &flow) { return m_flows[1 - size_t(flow.direction)]; }
    void watch(WireSocket &socket, Direction outgoing);
    void onOpened();
    void onServerSettled();
    void hearClient();
    void nameEarly();
    void giveName(const QString &userAgent);
    void nameIfHeard();

    [[nodiscard]] bool mayHear(const Flow &flow) const;
    [[nodiscard]] bool hasRoom(const Flow &flow) const;
    void read(Flow &flow);
    [[nodiscard]] bool readPiece(Flow &flow);
    void readWhatIsDue();
    void end(Flow &flow, bool isReset);
    void finishIfOver();

    void onMessage(const Message &message, QByteArrayView bytes);
    [[nodiscard]] RecordNumber tell(Record record, Direction direction, QByteArrayView bytes,
                                    std::span<const qint64> eventIds);
    void depart(Flow &flow, const Record &record, QByteArrayView bytes, std::span<const qint64> eventIds);
    void arriveNext(Flow &flow);
    void arrive(Flow &flow, Travelling what, QByteArrayView bytes, Nanoseconds now);
    void arriveClose(Flow &flow, bool isReset);

    void loseWhatIsInFlight(Flow &flow);
    void loseWhatIsUnfinished(Flow &flow);
    void severSilently();
    void cutShort(Flow &flow);
    void closeBothEnds(bool isTorn);
    void onIdleTimer();

    WireContext &m_context;
    ConnectionNumber m_number;
    WireSocket m_client;
    WireSocket m_server;
    ConnectionDissector m_dissector;
    std::array<Flow, 2> m_flows;
    std::vector<RecordNumber> m_requests; ///< record of each request of this connection
    QString m_name;
    Nanoseconds m_lastPassed {0}; ///< when a message last departed or arrived
    Clock::TimerId m_handshake = Clock::TimerId::None;
    Clock::TimerId m_idleTimer = Clock::TimerId::None;
    bool m_isShaken = false; ///< the round trip of the client's handshake is over
    bool m_wasConnected = false; ///< to the server
    bool m_mayHearClient = false;
    bool m_isDissecting = false; ///< the dissector must not be fed from within
    bool m_isSevered = false; ///< nothing arrives any more
    bool m_wasCut = false;
    bool m_isFinished = false;
};

} // namespace wiretale
