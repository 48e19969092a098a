// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/longpollingclient.h"

#include "common/endpoints.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <utility>

namespace wiretale {

namespace {

constexpr qsizetype LongestLine = qsizetype(1024) * 1024;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool comesInLines(const QNetworkReply &reply)
{
    return statusOf(reply) == 200 && reply.rawHeader("Content-Type").startsWith("application/x-ndjson");
}

} // namespace

LongPollingClient::LongPollingClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent)
    : Client(clock, name, origin, parent)
    , m_retry(clock, [this] { ask(); })
{
}

void LongPollingClient::work()
{
    m_backoff.reset();
    ask();
}

void LongPollingClient::rest()
{
    m_retry.stop();
    m_reply = nullptr;
}

std::optional<Upcoming> LongPollingClient::planned() const
{
    if (m_retry.isActive())
        return upcomingOf(Upcoming::What::Reconnect, m_retry);
    return m_reply ? std::optional(Upcoming {.what = Upcoming::What::Timeout, .due = m_timeoutDue})
                   : std::nullopt;
}

void LongPollingClient::ask()
{
    QUrl url = urlOf(endpoints::Wait);
    QUrlQuery query;
    query.addQueryItem(endpoints::After, QString::number(lastEventId()));
    query.addQueryItem(endpoints::Timeout, QString::number(m_timeout.count()));
    if (m_portions)
        query.addQueryItem(endpoints::Portions, QStringLiteral("1"));
    url.setQuery(query);
    m_unfinishedLine.clear();
    m_isLineTooLong = false;
    m_reply = get(requestFor(url));
    m_timeoutDue = clock().now() + m_timeout;
    connect(m_reply, &QNetworkReply::readyRead, this,
            [this, reply = m_reply.get()] { readPortions(*reply); });
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply.get()] { onAnswer(reply); });
    setState(State::Waiting);
}

void LongPollingClient::readPortions(QNetworkReply &reply)
{
    if (!comesInLines(reply))
        return;
    // A chunk is not a message (RFC 6202, 3.2): only the line feed says that one is whole.
    m_unfinishedLine += reply.readAll();
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = m_unfinishedLine.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArray line = m_unfinishedLine.sliced(begin, end - begin).trimmed();
        if (!line.isEmpty())
            takeJson(line);
        // Whoever heard of the event may have stopped us.
        if (m_reply != &reply)
            return;
    }
    m_unfinishedLine.remove(0, begin);
    m_isLineTooLong = m_unfinishedLine.size() > LongestLine;
    if (m_isLineTooLong)
        reply.abort();
}

void LongPollingClient::onAnswer(QNetworkReply *reply)
{
    if (!m_isLineTooLong)
        readPortions(*reply);
    reply->deleteLater();
    if (m_reply != reply)
        return;
    m_reply = nullptr;
    const quint64 run = runNumber();
    const int status = statusOf(*reply);
    bool isGood = reply->error() == QNetworkReply::NoError && (status == 200 || status == 204);
    if (!isGood)
        Q_EMIT failed(m_isLineTooLong ? tr("The server sent a line that does not end.")
                                      : tr("A long poll was not answered: %1.").arg(reply->errorString()));
    else if (status == 200 && !comesInLines(*reply))
        isGood = takeJson(reply->readAll());
    if (run != runNumber())
        return;
    if (isGood) {
        m_backoff.reset();
        ask();
    } else {
        m_retry.start(m_backoff.next());
        setState(State::Reconnecting);
    }
}

} // namespace wiretale
