// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace wiretale {

/// Feeds a log as the wire does, by a clock that the test moves.
class Traffic
{
public:
    /// 2026-01-02T03:04:05Z, when the clock stood at 0.
    static constexpr qint64 WallStartNs = 1'767'323'045'000'000'000;
    static constexpr qint64 Millisecond = 1'000'000;
    static constexpr qint64 TransitNs = 10 * Millisecond;

    Traffic();

    struct Message
    {
        MessageKind kind = MessageKind::Opaque;
        Direction direction = Direction::ServerToClient;
        RecordNumber exchange = 0;
        Technique technique = Technique::Http;
        QByteArray bytes;
        quint16 code = 0;
        RecordFlag flags = RecordFlag::None;
        quint32 payloadBytes = 0;
        std::vector<qint64> eventIds;
    };

    /// Lets the clock run; what is due until then arrives.
    void wait(qint64 milliseconds);
    ConnectionNumber open(const QString &client);
    RecordNumber send(ConnectionNumber connection, const Message &message);
    RecordNumber close(ConnectionNumber connection, Direction from);
    /// Of what is in flight, this never arrives.
    void lose(RecordNumber number);
    /// Lets everything that is in flight arrive.
    void settle();

    [[nodiscard]] const TrafficLog &log() const { return *m_log; }
    [[nodiscard]] TrafficLog &log() { return *m_log; }
    /// All that passed, by connection.
    [[nodiscard]] const std::map<ConnectionNumber, qint64> &bytesFed() const { return m_bytesFed; }

private:
    std::shared_ptr<TrafficLog> m_log;
    std::map<ConnectionNumber, qint64> m_bytesFed;
    std::multimap<qint64, RecordNumber> m_inFlight;
    qint64 m_nowNs = 0;
    ConnectionNumber m_connections = 0;
};

/// The numbers of the requests in sampleTraffic().
struct Sample
{
    std::unique_ptr<Traffic> traffic;
    RecordNumber emptyPoll = 0; ///< 204
    RecordNumber poll = 0; ///< 200 with event 1
    RecordNumber post = 0; ///< 201
    RecordNumber longPoll = 0; ///< held for two seconds, then event 1 in chunks
    RecordNumber abortedLongPoll = 0; ///< the client leaves
    RecordNumber stream = 0; ///< chunked: two events and a heartbeat; still open
    RecordNumber abortedStream = 0; ///< one event; closed by its client
    RecordNumber socket = 0; ///< the handshake
    RecordNumber binary = 0; ///< bytes that are no text, by a client whose name begins with "="
    RecordNumber lost = 0; ///< its answer never arrives
    RecordNumber waiting = 0; ///< not answered yet
};

/// Every technique, and what can go wrong, in one log.
[[nodiscard]] Sample sampleTraffic();

/// A file's bytes; nothing when it cannot be read.
[[nodiscard]] QByteArray contentsOf(const QString &path);

} // namespace wiretale
