// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/waitendpoint.h"

#include "common/endpoints.h"
#include "server/eventtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

HeldPoll::HeldPoll(ServerContext &context, HttpStream &answer, qint64 after, bool inPortions)
    : QObject(&answer)
    , m_context(context)
    , m_answer(answer)
    , m_timeout(context.clock, [this] { expire(); })
    , m_gathering(context.clock, [this] { onNews(); })
    , m_after(after)
    , m_left(std::max(context.settings.portionCount, 1))
    , m_inPortions(inPortions)
{
    connect(&answer, &HttpStream::abandoned, this, &HeldPoll::stop);
    connect(&context.log, &EventLog::published, this, &HeldPoll::onNews);
}

void HeldPoll::begin(Nanoseconds timeout)
{
    if (m_inPortions) {
        m_answer.begin(200, {{"Content-Type", "application/x-ndjson"}, {"Cache-Control", "no-store"}});
        if (!m_answer.isOpen())
            return stop();
    }
    onNews();
    if (m_over)
        return;
    // RFC 9110, 9.3.2: HEAD tells what GET would be answered now; there is nothing to wait for.
    if (timeout.count() <= 0 || m_answer.isHeadOnly())
        return expire();
    m_timeout.start(timeout);
}

void HeldPoll::onNews()
{
    if (m_over || m_gathering.isActive())
        return;
    if (m_inPortions)
        return sendPortion();
    const Batch batch = batchAfter(m_context.log, m_after, Endpoint::MostEventsAtOnce);
    if (batch.isEmpty())
        return;
    stop();
    m_answer.sendJson(200, toJsonArray(batch));
}

void HeldPoll::sendPortion()
{
    const Batch batch = batchAfter(m_context.log, m_after, m_left);
    if (batch.isEmpty())
        return;
    m_after = batch.events.constLast().id;
    m_left -= batch.events.size();
    m_answer.write(toJsonLines(batch));
    if (m_left <= 0)
        return expire();
    if (const auto interval = m_context.settings.portionInterval; interval.count() > 0)
        m_gathering.start(interval);
}

void HeldPoll::expire()
{
    if (m_over)
        return;
    stop();
    if (m_inPortions)
        m_answer.end();
    else
        m_answer.send(204, {{"Cache-Control", "no-store"}});
}

void HeldPoll::stop()
{
    if (std::exchange(m_over, true))
        return;
    m_timeout.stop();
    m_gathering.stop();
    disconnect(&m_context.log, nullptr, this, nullptr);
    Q_EMIT over();
}

QLatin1StringView WaitEndpoint::path() const
{
    return endpoints::Wait;
}

void WaitEndpoint::serve(const QHttpServerRequest &request, HttpStream &answer)
{
    const QUrl url = request.url();
    const auto after = numberInQuery(url, endpoints::After, 0);
    if (!after)
        return answer.refuse(badRequest(after.error()));
    const std::chrono::milliseconds bound = context().settings.longPollTimeout;
    const auto timeout = numberInQuery(url, endpoints::Timeout, bound.count());
    if (!timeout)
        return answer.refuse(badRequest(timeout.error()));
    const QString portions = textInQuery(url, endpoints::Portions).value_or(QStringLiteral("0"));
    if (portions != u"0" && portions != u"1") {
        return answer.refuse(
            badRequest({QCoreApplication::translate("wiretale::Endpoint", "\"%1\" is 0 or 1, not \"%2\".")
                            .arg(QString(endpoints::Portions), portions)}));
    }
    auto *poll = new HeldPoll(context(), answer, boundedId(*after), portions == u"1");
    m_held.insert(poll);
    connect(poll, &HeldPoll::over, this, [this, poll] { m_held.remove(poll); });
    poll->begin(std::min(std::chrono::milliseconds {*timeout}, bound));
}

void WaitEndpoint::close()
{
    const QSet<HeldPoll *> held = m_held;
    for (HeldPoll *poll : held)
        poll->expire();
}

} // namespace wiretale
