// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"
#include "server/requestgate.h"

#include <QHttpServer>
#include <QLatin1String>
#include <QWebSocket>

#include <functional>
#include <memory>

namespace wiretale {

class Listener;

/// QHttpServer as we use it: it routes requests and upgrades connections; answers go through HttpStream. What
/// differs between the versions of Qt (6.4 to 6.8 and later) is in this class's source file and nowhere else.
class HttpRoutes
{
public:
    using Serve = std::function<void(const QHttpServerRequest &request, HttpStream &answer)>;
    using Welcome = std::function<void(std::unique_ptr<QWebSocket> webSocket, RequestGate &gate)>;

    HttpRoutes(Clock &clock, const RequestGate::Rules &rules);
    ~HttpRoutes();
    HttpRoutes(const HttpRoutes &) = delete;
    HttpRoutes &operator=(const HttpRoutes &) = delete;

    /// Any method at this path, and only this path.
    void add(QLatin1StringView path, Serve serve);
    /// All other paths.
    void addMissing(Serve serve);
    /// Called with each connection that has become a WebSocket.
    void addWelcome(Welcome welcome);

    /// On 127.0.0.1; port 0: any free one. Once.
    [[nodiscard]] Result<quint16> listen(quint16 port);
    [[nodiscard]] Listener &listener() noexcept { return *m_listener; }

private:
    void welcomeAll(const Welcome &welcome);

    Listener *m_listener; // owned by the server from the beginning
    QHttpServer m_server;
};

} // namespace wiretale
