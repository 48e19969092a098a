// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/ajaxpollingclient.h"

#include "common/endpoints.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <utility>

namespace wiretale {

AjaxPollingClient::AjaxPollingClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_timer(clock, [this] { ask(); })
{
}

void AjaxPollingClient::setInterval(std::chrono::milliseconds interval)
{
    const std::chrono::milliseconds bounded = std::max(interval, std::chrono::milliseconds {1});
    if (std::exchange(m_interval, bounded) != bounded && m_timer.isActive())
        m_timer.startEvery(m_interval);
}

void AjaxPollingClient::work()
{
    m_isOverdue = false;
    m_timer.startEvery(m_interval);
    ask();
}

void AjaxPollingClient::rest()
{
    m_timer.stop();
}

std::optional<Upcoming> AjaxPollingClient::planned() const
{
    return upcomingOf(Upcoming::What::Poll, m_timer);
}

void AjaxPollingClient::ask()
{
    if (m_reply) {
        m_isOverdue = true;
        return;
    }
    QUrl url = urlOf(endpoints::Poll);
    QUrlQuery query;
    query.addQueryItem(endpoints::After, QString::number(lastEventId()));
    url.setQuery(query);
    QNetworkRequest request = requestFor(url);
    if (!m_entityTag.isEmpty())
        request.setRawHeader("If-None-Match", m_entityTag);
    m_reply = get(request);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply.get()] { onAnswer(reply); });
    setState(State::Asking);
}

void AjaxPollingClient::onAnswer(QNetworkReply *reply)
{
    reply->deleteLater();
    m_reply = nullptr;
    const quint64 run = runNumber();
    setState(State::Waiting);
    if (run != runNumber())
        return;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError) {
        Q_EMIT failed(tr("A poll was not answered: %1.").arg(reply->errorString()));
    } else if (status == 200 && takeJson(reply->readAll())) {
        // What was not understood is asked for again, so that its tag must not be told.
        m_entityTag = reply->rawHeader("ETag");
    }
    // A question that fell due while this answer was under way is asked now.
    if (run == runNumber() && std::exchange(m_isOverdue, false))
        ask();
}

} // namespace wiretale
