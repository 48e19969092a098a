// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/client.h"

#include "common/endpoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr std::chrono::seconds PageRetry {1};
constexpr int IdleSeconds = 24 * 60 * 60;

} // namespace

Client::Client(Clock &clock, QString name, QUrl origin, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_name(std::move(name))
    , m_origin(std::move(origin))
    , m_pageRetry(clock, [this] { openPage(); })
    , m_release(clock, [this] { m_ownNetwork->clearConnectionCache(); })
{
}

Client::~Client()
{
    dropAll();
}

void Client::shareNetwork(ClientNetwork &network)
{
    Q_ASSERT_X(m_state == State::Stopped, "Client::shareNetwork", "requests are under way elsewhere");
    m_network = &network;
}

void Client::start()
{
    if (m_state != State::Stopped)
        return;
    if (m_release.isActive()) {
        m_release.stop();
        closeOwnConnections();
    }
    openPage();
}

void Client::stop()
{
    if (m_state == State::Stopped)
        return;
    ++m_runNumber;
    m_pageRetry.stop();
    dropAll();
    rest();
    m_release.start(IdleConnectionTime);
    // Last: a slot may start us again.
    setState(State::Stopped);
}

// Questions that were dropped may still be under way on them. Clearing the cache meanwhile loses, once in
// some hundred times, the answer to what is asked next on the same network; so that one goes, with all that
// it has, and another takes its place.
void Client::closeOwnConnections()
{
    ClientNetwork *old = m_ownNetwork.release();
    m_ownNetwork = std::make_unique<ClientNetwork>();
    if (m_network == old)
        m_network = m_ownNetwork.get();
    old->deleteLater();
}

QNetworkReply *Client::keep(QNetworkReply *reply)
{
    std::erase_if(m_replies, [](const auto &kept) { return !kept || kept->isFinished(); });
    return m_replies.emplace_back(reply);
}

QNetworkReply *Client::get(const QNetworkRequest &request)
{
    return keep(m_network->get(request));
}

QNetworkReply *Client::post(const QNetworkRequest &request, const QByteArray &body)
{
    return keep(m_network->post(request, body));
}

void Client::openPage()
{
    const QNetworkRequest request = requestFor(urlOf(endpoints::Page));
    QNetworkReply *reply = get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onPage(reply); });
    setState(State::OpeningPage);
}

void Client::onPage(QNetworkReply *reply)
{
    reply->deleteLater();
    reply->readAll();
    if (reply->error() == QNetworkReply::NoError) {
        work();
        return;
    }
    m_pageRetry.start(PageRetry);
    const quint64 run = m_runNumber;
    setState(State::Reconnecting);
    if (run == m_runNumber)
        Q_EMIT failed(tr("The page could not be opened: %1.").arg(reply->errorString()));
}

void Client::publish(const QByteArray &type, const QByteArray &data)
{
    QNetworkRequest request = requestFor(urlOf(endpoints::Poll));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    QNetworkReply *reply = post(request, toPublishText(type, data));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QByteArray body = reply->readAll();
        if (reply->error() != QNetworkReply::NoError) {
            Q_EMIT failed(tr("The event could not be published: %1.").arg(reply->errorString()));
            return;
        }
        Q_EMIT published(QJsonDocument::fromJson(body).object().value(u"id").toInteger());
    });
}

QByteArray Client::toPublishText(const QByteArray &type, const QByteArray &data)
{
    // As an event of the server's, without the id that only the server can give.
    QByteArray text = toJsonText({.id = 0, .type = type, .data = data});
    return text.replace(0, qsizetype(qstrlen("{\"id\":0,")), "{");
}

QUrl Client::urlOf(QLatin1String path) const
{
    QUrl url = m_origin;
    url.setPath(path);
    return url;
}

QString Client::userAgent() const
{
    return QStringLiteral("Wiretale/" WIRETALE_VERSION " (%1)").arg(m_name);
}

QNetworkRequest Client::requestFor(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt closes what is idle for two minutes of real time, paused or not. How long it stays open is the
    // clock's affair, that is, nobody's.
    request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, IdleSeconds);
    if (m_freshConnections)
        request.setRawHeader("Connection", "close");
    return request;
}

void Client::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void Client::take(const Event &event)
{
    if (event.id <= m_lastEventId)
        return;
    m_lastEventId = event.id;
    ++m_receivedCount;
    Q_EMIT received(event);
}

void Client::takeGap(qint64 from, qint64 to)
{
    // What is gone will not come any more: the next question is for what follows it.
    m_lastEventId = std::max(m_lastEventId, to);
    Q_EMIT gapTold(from, to);
}

bool Client::takeJsonObject(const QJsonObject &object)
{
    if (object.value(u"type").toString() == endpoints::GapType && !object.contains(u"id")) {
        takeGap(object.value(u"from").toInteger(), object.value(u"to").toInteger());
        return true;
    }
    const qint64 id = object.value(u"id").toInteger();
    if (id <= 0 || !object.value(u"data").isString())
        return false;
    take({.id = id,
          .type = object.value(u"type").toString(QStringLiteral("message")).toUtf8(),
          .data = object.value(u"data").toString().toUtf8()});
    return true;
}

bool Client::takeJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const quint64 run = m_runNumber;
    bool understood = document.isObject() ? takeJsonObject(document.object()) : document.isArray();
    const QJsonArray values = document.array();
    for (const auto &value : values) {
        if (run == m_runNumber)
            understood = takeJsonObject(value.toObject()) && understood;
    }
    if (!understood && run == m_runNumber)
        Q_EMIT failed(
            tr("The server sent something that is no event: %1").arg(QString::fromUtf8(text.left(80))));
    return understood;
}

void Client::drop(QPointer<QNetworkReply> &reply)
{
    if (QNetworkReply *dropped = std::exchange(reply, nullptr)) {
        // From us only: its own connections carry the abort to the thread that holds the connection.
        dropped->disconnect(this);
        // Later: what its end has sent already comes first, and then there is nothing to abort.
        QMetaObject::invokeMethod(dropped, &QNetworkReply::abort, Qt::QueuedConnection);
        dropped->deleteLater();
    }
}

void Client::dropAll()
{
    for (QPointer<QNetworkReply> &reply : m_replies)
        drop(reply);
    m_replies.clear();
}

std::optional<Upcoming> Client::upcomingOf(Upcoming::What what, const PacedTimer &timer)
{
    const std::optional<Nanoseconds> due = timer.due();
    return due ? std::optional(Upcoming {.what = what, .due = *due}) : std::nullopt;
}

std::optional<Upcoming> Client::upcoming() const
{
    return m_pageRetry.isActive() ? upcomingOf(Upcoming::What::PageRetry, m_pageRetry) : planned();
}

QString Client::upcomingText(Upcoming::What what)
{
    switch (what) {
    case Upcoming::What::Poll:
        //: what a client will do next; a time follows
        return tr("next poll");
    case Upcoming::What::Timeout:
        //: what will happen next to a long poll that the server holds; a time follows
        return tr("time-out");
    case Upcoming::What::Heartbeat:
        //: what a client will do next: send a ping on its WebSocket; a time follows
        return tr("next ping");
    case Upcoming::What::Reconnect:
        //: what a client will do next; a time follows
        return tr("reconnects");
    case Upcoming::What::PageRetry:
        break;
    }
    //: what a client will do next; a time follows
    return tr("opens the page again");
}

QString Client::stateText(State state)
{
    switch (state) {
    case State::Stopped:
        return tr("stopped");
    case State::OpeningPage:
        return tr("opening the page");
    case State::Asking:
        return tr("asking");
    case State::Waiting:
        return tr("waiting");
    case State::Connecting:
        return tr("connecting");
    case State::Listening:
        return tr("listening");
    case State::Reconnecting:
        return tr("reconnecting");
    case State::Ended:
        break;
    }
    return tr("ended by the server");
}

} // namespace wiretale
