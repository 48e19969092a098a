// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventserver.h"

#include "common/endpoints.h"
#include "server/httproutes.h"
#include "server/listener.h"
#include "server/pageendpoint.h"
#include "server/pollendpoint.h"
#include "server/publishendpoint.h"
#include "server/socketendpoint.h"
#include "server/streamendpoint.h"
#include "server/waitendpoint.h"

#include <array>

namespace wiretale {

namespace {

constexpr std::array Paths {endpoints::Page, endpoints::Poll, endpoints::Wait, endpoints::Stream,
                            endpoints::Socket};

} // namespace

EventServer::EventServer(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(clock)
    , m_context {
          .clock = clock, .log = m_log, .settings = {}, .sendAll = [this] { m_routes->listener().sendAll(); }}
{
    m_endpoints.push_back(std::make_unique<PageEndpoint>(m_context));
    m_endpoints.push_back(std::make_unique<PollEndpoint>(m_context));
    m_endpoints.push_back(std::make_unique<WaitEndpoint>(m_context));
    m_endpoints.push_back(std::make_unique<StreamEndpoint>(m_context));
    m_endpoints.push_back(std::make_unique<PublishEndpoint>(m_context));
    auto socketEndpoint = std::make_unique<SocketEndpoint>(m_context);
    m_socketEndpoint = socketEndpoint.get();
    m_endpoints.push_back(std::move(socketEndpoint));
}

EventServer::~EventServer()
{
    close();
    m_socketEndpoint->dropAll();
}

Result<quint16> EventServer::listen(quint16 port)
{
    m_socketEndpoint->dropAll();
    m_routes = std::make_unique<HttpRoutes>(
        m_context.clock,
        RequestGate::Rules {.settings = [this]() -> const ServerSettings & { return m_context.settings; },
                            .judgeUpgrade
                            = [this](const RequestHead &head) { return m_socketEndpoint->judge(head); },
                            .releasing = {}});
    addRoutes();
    return m_routes->listen(port);
}

void EventServer::addRoutes()
{
    for (const QLatin1StringView path : Paths) {
        m_routes->add(path, [this, path](const QHttpServerRequest &request, HttpStream &answer) {
            serve(path, request, answer);
        });
    }
    m_routes->addMissing(
        [this](const QHttpServerRequest &request, HttpStream &answer) { serveMissing(request, answer); });
    m_routes->addWelcome([this](std::unique_ptr<QWebSocket> webSocket, RequestGate &gate) {
        m_socketEndpoint->welcome(std::move(webSocket), gate);
    });
}

QByteArray EventServer::allowedAt(QLatin1StringView path) const
{
    QByteArray allowed;
    for (const auto &endpoint : m_endpoints) {
        if (endpoint->path() == path)
            allowed += endpoint->method() == QHttpServerRequest::Method::Post ? "POST, " : "GET, HEAD, ";
    }
    return allowed + "OPTIONS";
}

void EventServer::serve(QLatin1StringView path, const QHttpServerRequest &request, HttpStream &answer)
{
    using Method = QHttpServerRequest::Method;
    if (request.method() == Method::Options) {
        answer.send(204, {{"Allow", allowedAt(path)}});
        return;
    }
    const Method wanted = request.method() == Method::Head ? Method::Get : request.method();
    for (const auto &endpoint : m_endpoints) {
        if (endpoint->path() == path && endpoint->method() == wanted) {
            endpoint->serve(request, answer);
            return;
        }
    }
    answer.refuse({.status = 405,
                   .sentence = tr("This method is not for this address; see the header \"Allow\"."),
                   .headers = {{"Allow", allowedAt(path)}}});
}

void EventServer::serveMissing(const QHttpServerRequest &request, HttpStream &answer)
{
    // RFC 9110, 9.3.7: "OPTIONS *" asks about the server as a whole.
    if (request.method() == QHttpServerRequest::Method::Options && request.url().path().endsWith(u'*')) {
        answer.send(204, {{"Allow", "GET, HEAD, POST, OPTIONS"}});
        return;
    }
    answer.refuse({.status = 404, .sentence = tr("There is nothing at this address."), .headers = {}});
}

void EventServer::close()
{
    if (!m_routes)
        return;
    m_routes->listener().close();
    for (const auto &endpoint : m_endpoints)
        endpoint->close();
    m_routes->listener().closeConnections();
}

void EventServer::setSettings(const ServerSettings &settings)
{
    if (settings == m_context.settings)
        return;
    const bool beatChanged = settings.heartbeat != m_context.settings.heartbeat
        || settings.maxBodyBytes != m_context.settings.maxBodyBytes;
    m_context.settings = settings;
    m_log.setCapacity(settings.logCapacity);
    if (!beatChanged)
        return;
    for (const auto &endpoint : m_endpoints)
        endpoint->applySettings();
}

qsizetype EventServer::connectionCount() const
{
    return m_routes ? m_routes->listener().connectionCount() : 0;
}

qsizetype EventServer::heldCount() const
{
    qsizetype count = 0;
    for (const auto &endpoint : m_endpoints)
        count += endpoint->heldCount();
    return count;
}

QList<NextHeartbeat> EventServer::heartbeats() const
{
    QList<NextHeartbeat> all;
    for (const auto &endpoint : m_endpoints)
        all += endpoint->heartbeats();
    return all;
}

} // namespace wiretale
