// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/httproutes.h"

#include "server/httpstream.h"
#include "server/listener.h"

#include <QCoreApplication>
#include <QHttpServerRequest>
#include <QHttpServerResponder>

#include <utility>

namespace wiretale {

namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using Responder = QHttpServerResponder &;
#else
using Responder = QHttpServerResponder &&;
#endif

// QHttpServer calls a handler while a gate releases the request to it, so that the gate tells whose it is.
void serveReleased(Listener &listener, const HttpRoutes::Serve &serve, const QHttpServerRequest &request,
                   QHttpServerResponder &responder)
{
    RequestGate *gate = listener.releasing();
    // Before 6.8 the route of a handshake is run as well; the answer to it is not ours.
    HttpStream *answer = gate ? gate->takeAnswer() : nullptr;
    if (!answer)
        return;
    serve(request, *answer);
    // From 6.5 on a connection counts as idle without its responder. One that is moved while the handler runs
    // must not die before the handler returns, so only a held answer keeps it.
    if (answer->isOpen())
        answer->keep(std::make_shared<QHttpServerResponder>(std::move(responder)));
}

} // namespace

HttpRoutes::HttpRoutes(Clock &clock, const RequestGate::Rules &rules)
    : m_listener(new Listener(clock, rules))
{
    m_listener->setParent(&m_server);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // A gate lets only such handshakes pass as it has found good.
    m_server.addWebSocketUpgradeVerifier(&m_server, [this](const QHttpServerRequest &) {
        const RequestGate *gate = m_listener->releasing();
        return gate && gate->isUpgrading() ? QHttpServerWebSocketUpgradeResponse::accept()
                                           : QHttpServerWebSocketUpgradeResponse::deny();
    });
#endif
}

HttpRoutes::~HttpRoutes() = default;

void HttpRoutes::add(QLatin1StringView path, Serve serve)
{
    m_server.route(QString(path),
                   [this, serve = std::move(serve)](const QHttpServerRequest &request, Responder responder) {
                       serveReleased(*m_listener, serve, request, responder);
                   });
}

void HttpRoutes::addMissing(Serve serve)
{
    auto handler = [this, serve = std::move(serve)](const QHttpServerRequest &request, Responder responder) {
        serveReleased(*m_listener, serve, request, responder);
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_server.setMissingHandler(&m_server, std::move(handler));
#else
    m_server.setMissingHandler(std::move(handler));
#endif
}

void HttpRoutes::addWelcome(Welcome welcome)
{
    QObject::connect(&m_server, &QHttpServer::newWebSocketConnection, &m_server,
                     [this, welcome = std::move(welcome)] { welcomeAll(welcome); });
}

void HttpRoutes::welcomeAll(const Welcome &welcome)
{
    while (m_server.hasPendingWebSocketConnections()) {
        auto webSocket = m_server.nextPendingWebSocketConnection();
        RequestGate *gate = m_listener->gateOf(webSocket->peerAddress(), webSocket->peerPort());
        // A client may be gone by now.
        if (!gate)
            continue;
        gate->beginFrames();
        welcome(std::move(webSocket), *gate);
    }
}

Result<quint16> HttpRoutes::listen(quint16 port)
{
    if (!m_listener->listen(QHostAddress::LocalHost, port)) {
        return Error {QCoreApplication::translate("wiretale::EventServer",
                                                  "The server cannot listen on port %1 of this machine: %2.")
                          .arg(port)
                          .arg(m_listener->errorString())};
    }
    m_server.bind(m_listener);
    return m_listener->serverPort();
}

} // namespace wiretale
