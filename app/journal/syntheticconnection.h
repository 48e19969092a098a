// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/packetbuilder.h"
#include "app/wire/record.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace wiretale {

/// The TCP segments (RFC 9293) that would have carried the messages of one connection.
///
///     Open departs     SYN                       arrives   SYN ACK, and the client's ACK
///     message departs  data, PSH with its last   arrives   ACK
///     Close departs    FIN ACK, or RST ACK       arrives   ACK of a FIN
///
/// Whoever has heard a RST sends nothing any more: that half is over, too.
/// A segment acknowledges what has arrived, not what has departed. On the wire a client may speak before its
/// opening has arrived; TCP knows no such thing, so the handshake is then finished at that moment.
class SyntheticConnection
{
public:
    /// `number` only makes the initial sequence numbers differ.
    explicit SyntheticConnection(ConnectionNumber number) noexcept;

    /// Appends to `out` what leaves when the record departs. Answers which of them is the first of the record
    /// itself; -1 when it makes none (no bytes, or a second closing of the same half).
    int depart(RecordNumber number, const Record &record, QByteArrayView bytes, std::vector<Segment> &out);
    void arrive(RecordNumber number, const Record &record, std::vector<Segment> &out);
    void lose(RecordNumber number, const Record &record);

    /// Both halves are closed and nothing is in flight.
    [[nodiscard]] bool isOver() const noexcept;

private:
    struct Flight
    {
        RecordNumber number = 0;
        quint32 end = 0; ///< sequence number behind it
    };
    struct Half
    {
        std::vector<Flight> inFlight; ///< in the order of departure
        quint32 next = 0; ///< sequence number of what is sent next
        quint32 arrived = 0; ///< sequence number up to which the other side has it
        bool closed = false;
        bool reset = false;
    };

    [[nodiscard]] Half &sender(Direction direction) noexcept { return m_halves[size_t(direction)]; }
    [[nodiscard]] Half &receiver(Direction direction) noexcept { return m_halves[1 - size_t(direction)]; }
    void emitSegment(Direction direction, TcpFlag flags, QByteArrayView payload, std::vector<Segment> &out);
    void start(std::vector<Segment> &out);
    void establish(std::vector<Segment> &out);
    int departClose(RecordNumber number, const Record &record, std::vector<Segment> &out);

    std::array<Half, 2> m_halves; ///< index: Direction
    bool m_started = false;
    bool m_established = false;
};

} // namespace wiretale
