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
    drop(m_reply);
}

void AjaxPollingClient::ask()
{
    if (m_reply) {
        m_isOverdue = true;
        return;
    }
    setState(State::Asking);
    QUrl url = urlOf(endpoints::Poll);
    QUrlQuery query;
    query.addQueryItem(endpoints::After, QString::number(lastEventId()));
    url.setQuery(query);
    QNetworkRequest request = requestFor(url);
    if (!m_entityTag.isEmpty())
        request.setRawHeader("If-None-Match", m_entityTag);
    m_reply = network().get(request);
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply.get()] { onAnswer(reply); });
}

void AjaxPollingClient::onAnswer(QNetworkReply *reply)
{
    reply->deleteLater();
    m_reply = nullptr;
    setState(State::Waiting);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError) {
        Q_EMIT failed(tr("A poll was not answered: %1.").arg(reply->errorString()));
    } else if (status == 200) {
        m_entityTag = reply->rawHeader("ETag");
        takeJson(reply->readAll());
    }
    // A question that fell due while this answer was under way is asked now.
    if (std::exchange(m_isOverdue, false) && isRunning() && !m_reply)
        ask();
}

} // namespace wiretale
