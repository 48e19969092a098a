// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/websocketclient.h"

#include "common/endpoints.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace wiretale {

namespace {

constexpr quint64 LargestMessage = 1024 * 1024;

} // namespace

WebSocketClient::WebSocketClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_retry(clock, [this] { connectSocket(); })
    , m_ping(clock, [this] { m_socket.ping(); })
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setMaxAllowedIncomingFrameSize(LargestMessage);
    m_socket.setMaxAllowedIncomingMessageSize(LargestMessage);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_backoff.reset();
        setState(State::Listening);
        setPingInterval(m_pingInterval);
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &message) { takeJson(message.toUtf8()); });
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketClient::onDisconnected);
}

WebSocketClient::~WebSocketClient()
{
    // The socket says goodbye while it goes, which nobody is to hear any more.
    m_socket.disconnect(this);
}

void WebSocketClient::work()
{
    m_backoff.reset();
    connectSocket();
}

void WebSocketClient::rest()
{
    m_retry.stop();
    m_ping.stop();
    m_socket.close(QWebSocketProtocol::CloseCodeNormal);
}

void WebSocketClient::connectSocket()
{
    setState(State::Connecting);
    QUrl url = urlOf(endpoints::Socket);
    url.setScheme(QStringLiteral("ws"));
    QUrlQuery query;
    query.addQueryItem(endpoints::After, QString::number(lastEventId()));
    url.setQuery(query);
    m_socket.open(requestFor(url));
}

void WebSocketClient::onDisconnected()
{
    m_ping.stop();
    if (!isRunning())
        return;
    if (m_socket.closeCode() != QWebSocketProtocol::CloseCodeNormal)
        Q_EMIT failed(tr("The WebSocket closed: %1.").arg(m_socket.errorString()));
    if (!isRunning())
        return;
    setState(State::Reconnecting);
    m_retry.start(m_backoff.next());
}

void WebSocketClient::setPingInterval(std::chrono::milliseconds interval)
{
    m_pingInterval = interval;
    m_ping.stop();
    if (interval.count() > 0 && state() == State::Listening)
        m_ping.startEvery(interval);
}

void WebSocketClient::publish(const QByteArray &type, const QByteArray &data)
{
    if (state() != State::Listening) {
        Client::publish(type, data);
        return;
    }
    m_socket.sendTextMessage(QString::fromUtf8(toPublishText(type, data)));
}

} // namespace wiretale
