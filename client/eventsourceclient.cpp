// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/eventsourceclient.h"

#include "common/endpoints.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <algorithm>

namespace wiretale {

namespace {

// A stream may ask for more milliseconds than the clock has nanoseconds.
constexpr std::chrono::milliseconds LongestRetry = std::chrono::hours {24};

} // namespace

EventSourceClient::EventSourceClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_retryTimer(clock, [this] { subscribe(); })
{
}

void EventSourceClient::work()
{
    m_retry = DefaultRetry;
    subscribe();
}

void EventSourceClient::rest()
{
    m_retryTimer.stop();
    m_reply = nullptr;
}

std::optional<Upcoming> EventSourceClient::planned() const
{
    return upcomingOf(Upcoming::What::Reconnect, m_retryTimer);
}

void EventSourceClient::subscribe()
{
    QUrl url = urlOf(endpoints::Stream);
    QNetworkRequest request = requestFor(url);
    if (lastEventId() > 0) {
        request.setRawHeader("Last-Event-ID", QByteArray::number(lastEventId()));
    } else {
        // The header is sent only when there is an id (9.2.4); from the beginning is asked for in the query.
        QUrlQuery query;
        query.addQueryItem(endpoints::LastEventId, QStringLiteral("0"));
        url.setQuery(query);
        request.setUrl(url);
    }
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Cache-Control", "no-store");
    m_parser = std::make_unique<EventStreamParser>([this](const StreamedEvent &event) { onEvent(event); });
    m_parser->setLastEventId(lastEventId() > 0 ? QByteArray::number(lastEventId()) : QByteArray());
    m_reply = get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventSourceClient::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventSourceClient::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &EventSourceClient::onFinished);
    setState(State::Connecting);
}

void EventSourceClient::onMetaData()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = m_reply->rawHeader("Content-Type").split(';').constFirst().trimmed().toLower();
    if (status == 200 && type == "text/event-stream") {
        setState(State::Listening);
    } else if (status == 204) {
        // 9.2.1: the server's way to say that no more is to be asked.
        drop(m_reply);
        setState(State::Ended);
    } else if (status != 0 && (status < 300 || status > 399)) {
        failForGood(
            status == 200
                ? tr("The server sent %1 where an event stream was asked for.").arg(QString::fromLatin1(type))
                : tr("The event stream was refused with status %1.").arg(status));
    }
}

void EventSourceClient::onReadyRead()
{
    if (state() != State::Listening)
        return;
    m_parser->feed(m_reply->readAll());
    // Whoever heard of an event may have stopped us.
    if (m_reply && m_parser->isOverrun())
        failForGood(tr("The stream sent an event that does not end."));
}

void EventSourceClient::onFinished()
{
    onReadyRead();
    if (!m_reply)
        return;
    const bool isOver = m_reply->error() == QNetworkReply::NoError
        || m_reply->error() == QNetworkReply::RemoteHostClosedError;
    if (!isOver)
        Q_EMIT failed(tr("The event stream broke: %1.").arg(m_reply->errorString()));
    if (!m_reply)
        return;
    m_reply->deleteLater();
    m_reply = nullptr;
    m_retry = std::min(m_parser->retry().value_or(m_retry), LongestRetry);
    m_retryTimer.start(m_retry);
    setState(State::Reconnecting);
}

void EventSourceClient::onEvent(const StreamedEvent &event)
{
    // Whoever heard of the event before this one may have stopped us.
    if (state() != State::Listening)
        return;
    if (event.type == endpoints::GapType.data()) {
        const QJsonObject gap = QJsonDocument::fromJson(event.data).object();
        takeGap(gap.value(u"from").toInteger(), gap.value(u"to").toInteger());
        return;
    }
    bool isNumber = false;
    const qint64 id = event.lastEventId.toLongLong(&isNumber);
    if (isNumber)
        take({.id = id, .type = event.type, .data = event.data});
    else
        Q_EMIT failed(tr("The stream sent an event whose id is no number: %1")
                          .arg(QString::fromUtf8(event.lastEventId)));
}

void EventSourceClient::failForGood(const QString &sentence)
{
    drop(m_reply);
    const quint64 run = runNumber();
    setState(State::Ended);
    if (run == runNumber())
        Q_EMIT failed(sentence);
}

} // namespace wiretale
