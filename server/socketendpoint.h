// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/pacedtimer.h"
#include "server/endpoint.h"
#include "server/requestgate.h"

#include <QSet>
#include <QWebSocket>

#include <memory>

namespace wiretale {

class SocketEndpoint;

/// A client's WebSocket while it is open.
class SocketSession : public QObject
{
    Q_OBJECT

public:
    SocketSession(ServerContext &context, SocketEndpoint &endpoint, std::unique_ptr<QWebSocket> webSocket,
                  qint64 after);
    ~SocketSession() override;

    void sendNews();
    void startHeartbeat();
    [[nodiscard]] QByteArray userAgent() const;
    [[nodiscard]] std::optional<Nanoseconds> heartbeatDue() const { return m_heartbeat.due(); }
    void applyLimits();
    void close(QWebSocketProtocol::CloseCode code);

private:
    void onText(const QString &text);
    void onDisconnected();

    ServerContext &m_context;
    SocketEndpoint &m_endpoint;
    std::unique_ptr<QWebSocket> m_webSocket;
    PacedTimer m_heartbeat;
    qint64 m_after;
    bool m_closing = false;
};

/// `GET /events/socket?after=ID`: a WebSocket (RFC 6455). Events go both ways as JSON text; the server pings
/// at the heartbeat's interval. Text that is no event is answered with `{"error":"…"}`, data that is not text
/// ends the connection with 1003.
class SocketEndpoint : public Endpoint
{
    Q_OBJECT

public:
    using Endpoint::Endpoint;
    ~SocketEndpoint() override;

    [[nodiscard]] QLatin1StringView path() const override;
    /// What asks for no upgrade, or not in the right way, is told that one is required.
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;
    void applySettings() override;
    [[nodiscard]] QList<NextHeartbeat> heartbeats() const override;
    void close() override;

    /// Whether a request's handshake is good (RFC 6455, 4.2.1).
    [[nodiscard]] RequestGate::UpgradeVerdict judge(const RequestHead &head) const;
    void welcome(std::unique_ptr<QWebSocket> webSocket, RequestGate &gate);
    void drop(SocketSession *session);
    /// Ends all without another word. Their sockets must still be there.
    void dropAll();

    /// The event as JSON text; written once for all that send it in the same turn.
    [[nodiscard]] const QString &textOf(const Event &event);

private:
    QSet<SocketSession *> m_sessions;
    QString m_text;
    qint64 m_textId = 0;
};

} // namespace wiretale
