// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/wire/connectiondissector.h"

#include <memory>
#include <vector>

namespace wiretale {

/// A log of one connection at a time, filled through the dissectors as the wire fills it.
class DissectedLog
{
public:
    DissectedLog()
        : m_log(*TrafficLog::create(0))
    {
        connect();
    }

    /// What is said from now on is said on a new connection.
    void connect()
    {
        ++m_connection;
        m_requests.clear();
        m_log->departed({.connection = m_connection, .kind = MessageKind::Open}, {}, {});
        m_dissector = std::make_unique<ConnectionDissector>(
            [this](const Message &message, QByteArrayView bytes) { take(message, bytes); });
    }
    void ask(const QByteArray &bytes) { m_dissector->feed(Direction::ClientToServer, bytes); }
    void answer(const QByteArray &bytes) { m_dissector->feed(Direction::ServerToClient, bytes); }
    /// A WebSocket opens; the answer has these headers, too.
    void upgrade(const QByteArray &headers)
    {
        ask("GET /socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        answer("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + headers
               + "\r\n");
    }
    /// Both directions end.
    void close()
    {
        m_dissector->finish(Direction::ClientToServer);
        m_dissector->finish(Direction::ServerToClient);
    }

    [[nodiscard]] std::shared_ptr<TrafficLog> log() const { return m_log; }
    [[nodiscard]] RecordNumber last() const { return m_log->journal().size(); }

private:
    void take(const Message &message, QByteArrayView bytes)
    {
        Record record = recordOf(message, m_requests);
        record.connection = m_connection;
        record.wireBytes = quint32(message.length);
        const RecordNumber number = m_log->departed(record, bytes, message.eventIds);
        m_log->arrived(number, 0);
        if (message.kind == MessageKind::Request)
            m_requests.push_back(number);
    }

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<ConnectionDissector> m_dissector;
    std::vector<RecordNumber> m_requests; ///< of the connection
    ConnectionNumber m_connection = 0;
};

} // namespace wiretale
