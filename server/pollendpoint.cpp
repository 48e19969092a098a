// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/pollendpoint.h"

#include "common/endpoints.h"
#include "server/eventtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

namespace {

// RFC 9110, 13.1.2: compared weakly, and "*" stands for any.
bool holds(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    return std::ranges::any_of(ifNoneMatch.split(','), [&tag](const QByteArray &entry) {
        QByteArray candidate = entry.trimmed();
        if (candidate.startsWith("W/"))
            candidate.remove(0, 2);
        return candidate == "*" || candidate == tag;
    });
}

} // namespace

QLatin1StringView PollEndpoint::path() const
{
    return endpoints::Poll;
}

// Which events there are follows from the oldest and the newest id.
QByteArray PollEndpoint::entityTag() const
{
    return '"' + QByteArray::number(context().log.firstId()) + '-'
        + QByteArray::number(context().log.lastId()) + '"';
}

Result<ServerSettings::EmptyAnswer> PollEndpoint::emptyAnswerFor(const QUrl &url) const
{
    const std::optional<QString> text = textInQuery(url, endpoints::Empty);
    if (!text)
        return context().settings.emptyAnswer;
    if (*text == u"204")
        return ServerSettings::EmptyAnswer::NoContent;
    if (*text == u"304")
        return ServerSettings::EmptyAnswer::NotModified;
    if (*text == u"200")
        return ServerSettings::EmptyAnswer::EmptyArray;
    return Error {QCoreApplication::translate("wiretale::Endpoint", "\"%1\" is 204, 304 or 200, not \"%2\".")
                      .arg(QString(endpoints::Empty), *text)};
}

void PollEndpoint::serve(const QHttpServerRequest &request, HttpStream &answer)
{
    using enum ServerSettings::EmptyAnswer;
    const auto after = numberInQuery(request.url(), endpoints::After, 0);
    if (!after)
        return answer.refuse(badRequest(after.error()));
    const auto emptyAnswer = emptyAnswerFor(request.url());
    if (!emptyAnswer)
        return answer.refuse(badRequest(emptyAnswer.error()));

    const Batch batch = batchAfter(context().log, boundedId(*after), MostEventsAtOnce);
    if (*emptyAnswer == NotModified) {
        const QByteArray tag = entityTag();
        const QList<HttpHeader> validators {{"ETag", tag}, {"Cache-Control", "no-cache"}};
        if (holds(request.value("if-none-match"), tag))
            return answer.send(304, validators);
        return answer.send(200, QList<HttpHeader> {{"Content-Type", "application/json"}} + validators,
                           toJsonArray(batch));
    }
    if (batch.isEmpty() && *emptyAnswer == NoContent)
        return answer.send(204, {{"Cache-Control", "no-store"}});
    answer.sendJson(200, toJsonArray(batch));
}

} // namespace wiretale
