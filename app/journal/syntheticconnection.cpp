// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/syntheticconnection.h"

#include <algorithm>

namespace wiretale {

using enum Direction;

SyntheticConnection::SyntheticConnection(ConnectionNumber number) noexcept
{
    // Any numbers will do; these differ between connections and sides (Knuth's multiplicative hash).
    const quint32 initial = number * 2654435761U;
    sender(ClientToServer).next = sender(ClientToServer).arrived = initial;
    sender(ServerToClient).next = sender(ServerToClient).arrived = ~initial;
}

int SyntheticConnection::depart(RecordNumber number, const Record &record, QByteArrayView bytes,
                                std::vector<Segment> &out)
{
    Half &half = sender(record.direction);
    if (record.kind == MessageKind::Close)
        return departClose(number, record, out);
    if (record.kind == MessageKind::Open) {
        if (m_started)
            return -1;
        const int own = int(out.size());
        start(out);
        half.inFlight.push_back({number, half.next});
        return own;
    }
    if (bytes.isEmpty())
        return -1;
    establish(out);
    const int own = int(out.size());
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(bytes.size(), Segment::LongestPayload));
        bytes = bytes.sliced(piece.size());
        emitSegment(record.direction, bytes.isEmpty() ? TcpFlag::Psh | TcpFlag::Ack : TcpFlag::Ack, piece,
                    out);
    }
    half.inFlight.push_back({number, half.next});
    return own;
}

int SyntheticConnection::departClose(RecordNumber number, const Record &record, std::vector<Segment> &out)
{
    Half &half = sender(record.direction);
    const bool isReset = record.code == 1;
    if (half.reset || (half.closed && !isReset))
        return -1;
    // A connection that is refused or given up is reset before it is established.
    if (isReset)
        start(out);
    else
        establish(out);
    const int own = int(out.size());
    const bool hasHeardServer = m_established || record.direction == ServerToClient;
    const TcpFlag ending = isReset ? TcpFlag::Rst : TcpFlag::Fin;
    emitSegment(record.direction, hasHeardServer ? ending | TcpFlag::Ack : ending, {}, out);
    half.closed = true;
    half.reset = isReset;
    half.inFlight.push_back({number, half.next});
    return own;
}

void SyntheticConnection::arrive(RecordNumber number, const Record &record, std::vector<Segment> &out)
{
    Half &from = sender(record.direction);
    const auto flight
        = std::find_if(from.inFlight.begin(), from.inFlight.end(),
                       [number](const Flight &candidate) { return candidate.number == number; });
    if (flight == from.inFlight.end())
        return;
    const quint32 end = flight->end;
    from.inFlight.erase(flight);
    if (record.kind == MessageKind::Open) {
        if (!receiver(record.direction).reset)
            establish(out);
        return;
    }
    // A reset is not acknowledged, and whoever sent one acknowledges nothing any more.
    const bool isReset = record.kind == MessageKind::Close && record.code == 1;
    // Who was reset says nothing any more (RFC 9293, 3.10.7.4).
    if (isReset)
        receiver(record.direction).closed = receiver(record.direction).reset = true;
    const bool isNews = qint32(end - from.arrived) > 0; // sequence numbers wrap around
    if (isReset || receiver(record.direction).reset || !isNews)
        return;
    from.arrived = end;
    emitSegment(record.direction == ClientToServer ? ServerToClient : ClientToServer, TcpFlag::Ack, {}, out);
}

void SyntheticConnection::lose(RecordNumber number, const Record &record)
{
    std::vector<Flight> &flights = sender(record.direction).inFlight;
    flights.erase(std::remove_if(flights.begin(), flights.end(),
                                 [number](const Flight &flight) { return flight.number == number; }),
                  flights.end());
}

bool SyntheticConnection::isOver() const noexcept
{
    return std::all_of(m_halves.begin(), m_halves.end(),
                       [](const Half &half) { return half.closed && half.inFlight.empty(); });
}

void SyntheticConnection::emitSegment(Direction direction, TcpFlag flags, QByteArrayView payload,
                                      std::vector<Segment> &out)
{
    Half &half = sender(direction);
    out.push_back({.payload = payload,
                   .sequence = half.next,
                   .acknowledgement = receiver(direction).arrived,
                   .direction = direction,
                   .flags = flags});
    half.next += quint32(payload.size());
    if (hasFlag(flags, TcpFlag::Syn) || hasFlag(flags, TcpFlag::Fin))
        ++half.next;
}

void SyntheticConnection::start(std::vector<Segment> &out)
{
    if (m_started)
        return;
    m_started = true;
    emitSegment(ClientToServer, TcpFlag::Syn, {}, out);
    sender(ClientToServer).arrived = sender(ClientToServer).next;
}

void SyntheticConnection::establish(std::vector<Segment> &out)
{
    start(out);
    if (m_established)
        return;
    m_established = true;
    emitSegment(ServerToClient, TcpFlag::Syn | TcpFlag::Ack, {}, out);
    sender(ServerToClient).arrived = sender(ServerToClient).next;
    emitSegment(ClientToServer, TcpFlag::Ack, {}, out);
}

} // namespace wiretale
