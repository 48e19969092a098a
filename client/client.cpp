// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/client.h"

#include "common/endpoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

// Keeps none, so that two runs send the same bytes.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

constexpr std::chrono::seconds PageRetry {1};

} // namespace

Client::Client(Clock &clock, QString name, QUrl origin, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_name(std::move(name))
    , m_origin(std::move(origin))
    , m_pageRetry(clock, [this] { openPage(); })
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
}

Client::~Client() = default;

void Client::start()
{
    if (m_state != State::Stopped)
        return;
    openPage();
}

void Client::stop()
{
    if (m_state == State::Stopped)
        return;
    // First, so that nothing that ends with it is taken for a failure.
    setState(State::Stopped);
    m_pageRetry.stop();
    drop(m_page);
    rest();
    m_network.clearConnectionCache();
}

void Client::openPage()
{
    setState(State::OpeningPage);
    m_page = m_network.get(requestFor(urlOf(endpoints::Page)));
    connect(m_page, &QNetworkReply::finished, this, [this, reply = m_page.get()] { onPage(reply); });
}

void Client::onPage(QNetworkReply *reply)
{
    reply->deleteLater();
    m_page = nullptr;
    reply->readAll();
    if (reply->error() == QNetworkReply::NoError) {
        work();
        return;
    }
    Q_EMIT failed(tr("The page could not be opened: %1.").arg(reply->errorString()));
    setState(State::Reconnecting);
    m_pageRetry.start(PageRetry);
}

void Client::publish(const QByteArray &type, const QByteArray &data)
{
    QNetworkRequest request = requestFor(urlOf(endpoints::Poll));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    QNetworkReply *reply = m_network.post(request, toPublishText(type, data));
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

QNetworkRequest Client::requestFor(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Wiretale/" WIRETALE_VERSION " (%1)").arg(m_name));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
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
    bool understood = document.isObject() ? takeJsonObject(document.object()) : document.isArray();
    for (const QJsonValue value : document.array())
        understood = takeJsonObject(value.toObject()) && understood;
    if (!understood)
        Q_EMIT failed(
            tr("The server sent something that is no event: %1").arg(QString::fromUtf8(text.left(80))));
    return understood;
}

void Client::drop(QPointer<QNetworkReply> &reply)
{
    if (QNetworkReply *dropped = std::exchange(reply, nullptr)) {
        dropped->disconnect();
        dropped->abort();
        dropped->deleteLater();
    }
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
