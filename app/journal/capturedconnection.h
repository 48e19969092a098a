// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capturedsegment.h"
#include "app/journal/segmentqueue.h"
#include "app/journal/trafficlog.h"
#include "app/wire/connectiondissector.h"

#include <array>
#include <memory>
#include <vector>

namespace wiretale {

class ClientNamer;

/// A connection that another program captured: its segments, put in order, go through the dissectors of the
/// wire into a log.
///
/// A capture has one place and one time for each packet, so a message arrives when it departs: when its last
/// byte passed. What TCP had to mend stands in the log as faults: sent again, out of order, missing. After a
/// gap nobody knows where in a message the bytes are; they are Opaque until a request begins.
///
/// Costs little before its first bytes and once it is over: what comes late still belongs to it.
class CapturedConnection
{
public:
    CapturedConnection(TrafficLog &log, ClientNamer &namer, ConnectionNumber number, HostPort client);
    ~CapturedConnection();
    CapturedConnection(const CapturedConnection &) = delete;
    CapturedConnection &operator=(const CapturedConnection &) = delete;

    /// `atNs`: clock time; `wallNs`: as it was stamped.
    void take(const CapturedSegment &segment, qint64 atNs, qint64 wallNs);
    /// The capture is over, or a new connection has taken this one's ports; times as in take().
    void end(qint64 atNs, qint64 wallNs);

    [[nodiscard]] HostPort client() const noexcept { return m_client; }
    /// Both sides are closed.
    [[nodiscard]] bool isOver() const noexcept { return m_sides[0].isClosed && m_sides[1].isClosed; }
    /// A SYN that opens another connection between the same ports.
    [[nodiscard]] bool isAnother(const CapturedSegment &segment) const noexcept;
    [[nodiscard]] bool hasGaps() const noexcept { return m_hasGaps; }

private:
    struct Side
    {
        SegmentQueue queue;
        quint32 finAt = 0; ///< sequence number of its FIN
        quint32 synAt = 0;
        int sinceGap = 0; ///< segments of the connection since the other side has what is missing here
        bool hasFin = false;
        bool hasSyn = false;
        bool isClosed = false;
        bool isLost = false; ///< what passes is not known to begin a message
    };

    [[nodiscard]] Side &side(Direction direction) noexcept { return m_sides[size_t(direction)]; }
    void takeSyn(const CapturedSegment &segment, Direction direction);
    void takeBytes(const CapturedSegment &segment, Direction direction);
    void heal(Direction direction, quint32 acknowledgement);
    void giveUpGap(Direction direction);
    void pass(Direction direction);
    void closeIfEnded(Direction direction);
    void close(Direction direction, bool isReset);
    void beginDissection();
    void finishDissection(Direction direction);
    void onMessage(const Message &message, QByteArrayView bytes);
    RecordNumber tell(Record record, Direction direction, QByteArrayView bytes,
                      std::span<const qint64> eventIds);
    void tellFault(FaultKind kind, Direction direction);
    void nameIfHeard(bool isLast);
    void giveUp();

    TrafficLog &m_log;
    ClientNamer &m_namer;
    ConnectionNumber m_number;
    HostPort m_client;
    std::array<Side, 2> m_sides; ///< index: Direction, of what it sends
    std::unique_ptr<ConnectionDissector> m_dissector; ///< while there is something to dissect
    std::vector<RecordNumber> m_requests; ///< of this dissector
    qint64 m_atNs = 0;
    qint64 m_wallNs = 0;
    bool m_isNamed = false;
    bool m_hasGaps = false;
    bool m_hasOpened = false;
};

} // namespace wiretale
