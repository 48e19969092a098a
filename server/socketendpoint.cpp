// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketendpoint.h"

#include "common/endpoints.h"
#include "server/eventtext.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

Refusal upgradeRequired(const QString &sentence)
{
    // RFC 9110, 15.5.22; RFC 6455, 4.4
    return {.status = 426,
            .sentence = sentence,
            .headers
            = {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Version", "13"}}};
}

bool isKey(const QByteArray &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value, QByteArray::AbortOnBase64DecodingErrors);
    return value.size() == 24 && decoded && decoded.decoded.size() == 16;
}

} // namespace

SocketSession::SocketSession(ServerContext &context, SocketEndpoint &endpoint,
                             std::unique_ptr<QWebSocket> webSocket, qint64 after)
    : QObject(&endpoint)
    , m_context(context)
    , m_endpoint(endpoint)
    , m_webSocket(std::move(webSocket))
    , m_heartbeat(context.clock, [this] { m_webSocket->ping(); })
    , m_after(after)
{
    applyLimits();
    connect(m_webSocket.get(), &QWebSocket::textMessageReceived, this, &SocketSession::onText);
    connect(m_webSocket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(m_webSocket.get(), &QWebSocket::bytesWritten, this, &SocketSession::sendNews);
    connect(m_webSocket.get(), &QWebSocket::aboutToClose, this, [this] { m_closing = true; });
    connect(m_webSocket.get(), &QWebSocket::disconnected, this, &SocketSession::onDisconnected);
    connect(&context.log, &EventLog::published, this, &SocketSession::sendNews);
    startHeartbeat();
}

SocketSession::~SocketSession()
{
    m_webSocket->disconnect(this);
}

void SocketSession::applyLimits()
{
    const auto most = quint64(m_context.settings.maxBodyBytes);
    m_webSocket->setMaxAllowedIncomingFrameSize(most);
    m_webSocket->setMaxAllowedIncomingMessageSize(most);
}

void SocketSession::startHeartbeat()
{
    if (m_context.settings.heartbeat.count() > 0)
        m_heartbeat.startEvery(m_context.settings.heartbeat);
    else
        m_heartbeat.stop();
}

QByteArray SocketSession::userAgent() const
{
    return m_webSocket->request().rawHeader("User-Agent");
}

void SocketSession::sendNews()
{
    while (!m_closing && m_after < m_context.log.lastId()
           && m_webSocket->bytesToWrite() < Endpoint::MostBytesAhead) {
        if (const auto gap = m_context.log.gapAfter(m_after)) {
            m_webSocket->sendTextMessage(QString::fromUtf8(toJsonText(*gap)));
            m_after = gap->to;
        }
        const QList<Event> next = m_context.log.after(m_after, 1);
        m_after = next.constFirst().id;
        m_webSocket->sendTextMessage(m_endpoint.textOf(next.constFirst()));
    }
}

void SocketSession::onText(const QString &text)
{
    if (const auto event = eventFromJson(text.toUtf8()))
        m_context.log.publish(event->type, event->data);
    else
        m_webSocket->sendTextMessage(QString::fromUtf8(errorJson(event.error().message)));
}

void SocketSession::close(QWebSocketProtocol::CloseCode code)
{
    if (std::exchange(m_closing, true))
        return;
    m_heartbeat.stop();
    m_webSocket->close(code);
    m_webSocket->flush();
}

void SocketSession::onDisconnected()
{
    m_closing = true;
    m_heartbeat.stop();
    m_endpoint.drop(this);
}

SocketEndpoint::~SocketEndpoint()
{
    dropAll();
}

void SocketEndpoint::dropAll()
{
    qDeleteAll(std::exchange(m_sessions, {}));
}

QLatin1StringView SocketEndpoint::path() const
{
    return endpoints::Socket;
}

void SocketEndpoint::serve(const QHttpServerRequest &, HttpStream &answer)
{
    answer.refuse(upgradeRequired(
        QCoreApplication::translate("wiretale::Endpoint", "This address is for a WebSocket's handshake.")));
}

RequestGate::UpgradeVerdict SocketEndpoint::judge(const RequestHead &head) const
{
    const QUrl url = QUrl::fromEncoded(head.target);
    const bool asks = head.lists("upgrade", "websocket") && head.lists("connection", "upgrade");
    if (!asks || head.method != "GET" || head.minorVersion == 0 || url.path() != path())
        return RequestGate::Upgrade::None;
    if (head.value("sec-websocket-version") != "13") {
        return upgradeRequired(QCoreApplication::translate(
            "wiretale::Endpoint", "This server speaks version 13 of the WebSocket protocol."));
    }
    if (!isKey(head.value("sec-websocket-key"))) {
        return badRequest({QCoreApplication::translate("wiretale::Endpoint",
                                                       "\"Sec-WebSocket-Key\" is 16 bytes in Base64.")});
    }
    if (const auto after = numberInQuery(url, endpoints::After, 0); !after)
        return badRequest(after.error());
    return RequestGate::Upgrade::Accept;
}

void SocketEndpoint::welcome(std::unique_ptr<QWebSocket> webSocket, RequestGate &gate)
{
    const auto after = numberInQuery(webSocket->requestUrl(), endpoints::After, 0);
    Q_ASSERT_X(after.has_value(), "SocketEndpoint", "judge() lets no other handshake pass");
    auto *session = new SocketSession(context(), *this, std::move(webSocket), boundedId(*after));
    m_sessions.insert(session);
    connect(&gate, &RequestGate::frameRefused, session,
            [session](quint16 code) { session->close(QWebSocketProtocol::CloseCode(code)); });
    // Not at once: QWebSocketServer is still in the middle of the handshake.
    QMetaObject::invokeMethod(session, &SocketSession::sendNews, Qt::QueuedConnection);
}

void SocketEndpoint::drop(SocketSession *session)
{
    m_sessions.remove(session);
    session->deleteLater();
}

void SocketEndpoint::applySettings()
{
    for (SocketSession *session : std::as_const(m_sessions)) {
        session->startHeartbeat();
        session->applyLimits();
    }
}

QList<NextHeartbeat> SocketEndpoint::heartbeats() const
{
    QList<NextHeartbeat> planned;
    for (const SocketSession *session : m_sessions) {
        if (const auto due = session->heartbeatDue())
            planned << NextHeartbeat {session->userAgent(), *due, context().settings.heartbeat};
    }
    return planned;
}

void SocketEndpoint::close()
{
    const QSet<SocketSession *> sessions = m_sessions;
    for (SocketSession *session : sessions)
        session->close(QWebSocketProtocol::CloseCodeGoingAway);
}

const QString &SocketEndpoint::textOf(const Event &event)
{
    if (m_textId != event.id) {
        m_text = QString::fromUtf8(toJsonText(event));
        m_textId = event.id;
    }
    return m_text;
}

} // namespace wiretale
