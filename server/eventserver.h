// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/clock.h"
#include "common/result.h"
#include "server/endpoint.h"
#include "server/eventlog.h"
#include "server/requestgate.h"
#include "server/serversettings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace wiretale {

class HttpRoutes;
class SocketEndpoint;

/// The server that everything is about: events in, events out by four techniques, on 127.0.0.1.
///
/// It keeps HTTP's and WebSocket's rules where QHttpServer does not: see RequestGate and HttpStream. All that
/// waits in it waits on the clock, which must outlive it.
class EventServer : public QObject
{
    Q_OBJECT

public:
    explicit EventServer(Clock &clock, QObject *parent = nullptr);
    ~EventServer() override;

    /// Port 0: any free one. Answers the port, or why it cannot be had. Again only after close().
    [[nodiscard]] Result<quint16> listen(quint16 port = 0);
    /// Ends held polls and streams, says 1001 to WebSockets, accepts nobody any more. The log stays.
    void close();

    [[nodiscard]] EventLog &log() noexcept { return m_log; }
    [[nodiscard]] const ServerSettings &settings() const noexcept { return m_context.settings; }
    void setSettings(const ServerSettings &settings);

    /// Connections that are open, WebSockets among them.
    [[nodiscard]] qsizetype connectionCount() const;
    /// Long polls and event streams that are held at this moment.
    [[nodiscard]] qsizetype heldCount() const;
    /// The next heartbeat of each event stream and WebSocket that is open.
    [[nodiscard]] QList<NextHeartbeat> heartbeats() const;

private:
    void addRoutes();
    void serve(QLatin1StringView path, const QHttpServerRequest &request, HttpStream &answer);
    void serveMissing(const QHttpServerRequest &request, HttpStream &answer);
    [[nodiscard]] QByteArray allowedAt(QLatin1StringView path) const;

    EventLog m_log;
    ServerContext m_context;
    std::vector<std::unique_ptr<Endpoint>> m_endpoints;
    SocketEndpoint *m_socketEndpoint = nullptr;
    std::unique_ptr<HttpRoutes> m_routes; // its connections use all of the above
};

} // namespace wiretale
