// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/websocketclient.h"

#include "common/endpoints.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr quint64 LargestMessage = quint64(1024) * 1024;

} // namespace

WebSocketClient::WebSocketClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_retry(clock, [this] { connectSocket(); })
    , m_ping(clock, [this] { m_socket->ping(); })
{
}

WebSocketClient::~WebSocketClient()
{
    // The socket says goodbye while it goes, which nobody is to hear any more.
    letGo();
}

void WebSocketClient::work()
{
    m_backoff.reset();
    connectSocket();
}

void WebSocketClient::rest()
{
    m_retry.stop();
    letGo();
}

std::optional<Upcoming> WebSocketClient::planned() const
{
    return m_retry.isActive() ? upcomingOf(Upcoming::What::Reconnect, m_retry)
                              : upcomingOf(Upcoming::What::Heartbeat, m_ping);
}

void WebSocketClient::connectSocket()
{
    QUrl url = urlOf(endpoints::Socket);
    url.setScheme(QStringLiteral("ws"));
    QUrlQuery query;
    query.addQueryItem(endpoints::After, QString::number(lastEventId()));
    url.setQuery(query);
    // A socket for each connection: the one before may still be closing.
    auto *socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setMaxAllowedIncomingFrameSize(LargestMessage);
    socket->setMaxAllowedIncomingMessageSize(LargestMessage);
    socket->setOutgoingFrameSize(m_frameSize);
    listenTo(*socket);
    m_socket = socket;
    m_heardClose = false;
    setState(State::Connecting);
    // Unless whoever heard that has stopped us.
    if (m_socket == socket)
        socket->open(requestFor(url));
}

void WebSocketClient::listenTo(QWebSocket &socket)
{
    connect(&socket, &QWebSocket::connected, this, &WebSocketClient::onConnected);
    connect(&socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &message) { takeJson(message.toUtf8()); });
    connect(&socket, &QWebSocket::aboutToClose, this, [this] { m_heardClose = true; });
    connect(&socket, &QWebSocket::disconnected, this, [this, &socket] { onDisconnected(socket); });
}

void WebSocketClient::letGo()
{
    m_ping.stop();
    if (QWebSocket *socket = std::exchange(m_socket, nullptr)) {
        socket->disconnect(this);
        socket->close(QWebSocketProtocol::CloseCodeNormal);
        socket->deleteLater();
    }
}

void WebSocketClient::onConnected()
{
    m_backoff.reset();
    if (m_pingInterval.count() > 0)
        m_ping.startEvery(m_pingInterval);
    setState(State::Listening);
}

QString WebSocketClient::reasonOf(const QWebSocket &socket) const
{
    if (!m_heardClose)
        return tr("The WebSocket closed: %1.").arg(socket.errorString());
    if (socket.closeReason().isEmpty())
        return tr("The WebSocket closed with code %1.").arg(socket.closeCode());
    //: %1 is a number of RFC 6455, %2 what came with it
    return tr("The WebSocket closed with code %1: %2").arg(socket.closeCode()).arg(socket.closeReason());
}

void WebSocketClient::onDisconnected(QWebSocket &socket)
{
    // A socket whose connection was cut has the code of a good end, too.
    const bool isGood = m_heardClose && socket.closeCode() == QWebSocketProtocol::CloseCodeNormal;
    const QString sentence = reasonOf(socket);
    letGo();
    m_retry.start(m_backoff.next());
    const quint64 run = runNumber();
    setState(State::Reconnecting);
    if (!isGood && run == runNumber())
        Q_EMIT failed(sentence);
}

void WebSocketClient::setFrameSize(quint64 bytes)
{
    m_frameSize = std::max(bytes, SmallestFrame);
    if (m_socket)
        m_socket->setOutgoingFrameSize(m_frameSize);
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
    m_socket->sendTextMessage(QString::fromUtf8(toPublishText(type, data)));
}

} // namespace wiretale
