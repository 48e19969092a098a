// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/backoff.h"
#include "client/client.h"

#include <QWebSocket>

namespace wiretale {

/// Holds a WebSocket (RFC 6455): after the handshake both sides send frames whenever they like. The protocol
/// knows no reconnecting; this client has a rule of its own: wait 1, 2, 4 … 30 s and ask for what came after
/// the last event.
class WebSocketClient : public Client
{
    Q_OBJECT

public:
    WebSocketClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent = nullptr);
    ~WebSocketClient() override;

    /// Sends an event as a text frame; by POST while the socket is not open.
    void publish(const QByteArray &type, const QByteArray &data) override;
    /// Sends a ping that often; 0, the default: never.
    void setPingInterval(std::chrono::milliseconds interval);

protected:
    void work() override;
    void rest() override;

private:
    void connectSocket();
    void onDisconnected();

    QWebSocket m_socket;
    PacedTimer m_retry;
    PacedTimer m_ping;
    Backoff m_backoff;
    std::chrono::milliseconds m_pingInterval {0};
};

} // namespace wiretale
