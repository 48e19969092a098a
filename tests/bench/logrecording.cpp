// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/logrecording.h"

#include "app/journal/trafficlog.h"

#include <array>
#include <random>
#include <span>

namespace wiretale::bench {

namespace {

constexpr qint64 WallStartNs = 1'795'176'000'000'000'000;
constexpr int MessagesAConnection = 100;
constexpr qint64 TransitNs = 20'000;
constexpr qint64 LongestPauseNs = 100'000;

class Polls
{
public:
    explicit Polls(TrafficLog &log)
        : m_log(log)
    {
    }

    void next()
    {
        m_nowNs += qint64(m_random() % quint64(LongestPauseNs));
        m_turn = (m_turn + 1) % m_clients.size();
        const int place = client().place;
        client().place = (place + 1) % MessagesAConnection;
        if (place == 0)
            open();
        else if (place >= MessagesAConnection - 2)
            close(place == MessagesAConnection - 2 ? Direction::ClientToServer : Direction::ServerToClient);
        else if (place % 2 != 0)
            ask();
        else
            answer();
    }

private:
    struct Client
    {
        ConnectionNumber connection = 0;
        RecordNumber request = 0;
        int place = 0; ///< in the connection, of the next message
    };

    [[nodiscard]] Client &client() { return m_clients[m_turn]; }

    RecordNumber tell(Record message, QByteArrayView bytes, std::span<const qint64> ids = {})
    {
        message.connection = client().connection;
        message.departedNs = m_nowNs;
        // The wall's clock and the model's do not run alike, to the nanosecond.
        message.wallNs = WallStartNs + m_nowNs + qint64(m_random() % 1000);
        message.wireBytes = quint32(bytes.size());
        const RecordNumber number = m_log.departed(message, bytes, ids);
        m_log.arrived(number, m_nowNs + TransitNs);
        return number;
    }

    void open()
    {
        client().connection = ++m_connections;
        tell({.kind = MessageKind::Open}, {});
        m_log.named(m_connections, QStringLiteral("client-%1").arg(m_turn + 1));
    }

    void close(Direction direction) { tell({.kind = MessageKind::Close, .direction = direction}, {}); }

    void ask()
    {
        client().request
            = tell({.flags = RecordFlag::KeepAlive,
                    .code = quint16(HttpMethod::Get),
                    .kind = MessageKind::Request,
                    .technique = Technique::AjaxPolling},
                   "GET /events?after=17 HTTP/1.1\r\nHost: 127.0.0.1:7780\r\nUser-Agent: bench\r\n\r\n");
    }

    void answer()
    {
        if (m_answers++ % m_clients.size() == 0)
            m_log.eventPublished(++m_event, m_nowNs);
        tell({.payloadBytes = 4,
              .exchange = client().request,
              .flags = RecordFlag::Final | RecordFlag::KeepAlive,
              .code = 200,
              .kind = MessageKind::Response,
              .direction = Direction::ServerToClient,
              .technique = Technique::AjaxPolling},
             "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n"
             "[{\"id\":18,\"data\":\"12.5\"}]",
             std::array {m_event});
    }

    TrafficLog &m_log;
    std::mt19937_64 m_random {1};
    std::array<Client, 20> m_clients;
    size_t m_turn = 0;
    size_t m_answers = 0;
    qint64 m_nowNs = 0;
    qint64 m_event = 0;
    ConnectionNumber m_connections = 0;
};

} // namespace

bool recordPolls(const QString &path, int messages)
{
    const auto log = TrafficLog::create(WallStartNs, path, TrafficLog::NoLimit);
    if (!log)
        return false;
    Polls polls(**log);
    for (int i = 0; i < messages; ++i)
        polls.next();
    return bool((*log)->flush());
}

} // namespace wiretale::bench
