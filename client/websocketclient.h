// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/backoff.h"
#include "client/client.h"

#include <QPointer>

class QWebSocket;

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

    /// A frame of one byte is the least that QWebSocket sends.
    static constexpr quint64 SmallestFrame = 1;

    /// Sends an event as a text frame; by POST while the socket is not open.
    void publish(const QByteArray &type, const QByteArray &data) override;
    /// Sends a ping that often; 0, the default: never.
    void setPingInterval(std::chrono::milliseconds interval);
    /// Events with more bytes than that are sent in several frames (RFC 6455, 5.4); 512 KiB unless set.
    void setFrameSize(quint64 bytes);

protected:
    void work() override;
    void rest() override;
    [[nodiscard]] std::optional<Upcoming> planned() const override;

private:
    void connectSocket();
    void listenTo(QWebSocket &socket);
    void letGo();
    void onConnected();
    void onDisconnected(QWebSocket &socket);
    [[nodiscard]] QString reasonOf(const QWebSocket &socket) const;

    QPointer<QWebSocket> m_socket;
    PacedTimer m_retry;
    PacedTimer m_ping;
    Backoff m_backoff;
    std::chrono::milliseconds m_pingInterval {0};
    quint64 m_frameSize = quint64(512) * 1024;
    bool m_heardClose = false;
};

} // namespace wiretale
