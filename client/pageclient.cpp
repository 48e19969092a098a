// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/pageclient.h"

#include "common/endpoints.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace wiretale {

PageClient::PageClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_timer(clock, [this] { load(); })
{
}

void PageClient::setInterval(std::chrono::milliseconds interval)
{
    if (interval == m_interval)
        return;
    m_interval = interval;
    if (state() == State::Waiting)
        work();
}

void PageClient::work()
{
    if (m_interval.count() > 0)
        m_timer.start(m_interval);
    else
        m_timer.stop();
    setState(State::Waiting);
}

void PageClient::rest()
{
    m_timer.stop();
}

std::optional<Upcoming> PageClient::planned() const
{
    return upcomingOf(Upcoming::What::Poll, m_timer);
}

void PageClient::load()
{
    QNetworkRequest request = requestFor(urlOf(endpoints::Page));
    if (m_freshConnections)
        request.setRawHeader("Connection", "close");
    QNetworkReply *reply = get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const quint64 run = runNumber();
        if (reply->error() != QNetworkReply::NoError)
            Q_EMIT failed(tr("The page could not be loaded: %1.").arg(reply->errorString()));
        if (run == runNumber())
            work();
    });
    setState(State::Asking);
}

} // namespace wiretale
