// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/publishendpoint.h"

#include "common/endpoints.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

bool isJson(const QHttpServerRequest &request)
{
    const QByteArray type = request.value("content-type").split(';').first().trimmed();
    const QByteArray coding = request.value("content-encoding");
    return type.compare("application/json", Qt::CaseInsensitive) == 0
        && (coding.isEmpty() || coding.compare("identity", Qt::CaseInsensitive) == 0);
}

} // namespace

QLatin1StringView PublishEndpoint::path() const
{
    return endpoints::Poll;
}

QHttpServerRequest::Method PublishEndpoint::method() const
{
    return QHttpServerRequest::Method::Post;
}

void PublishEndpoint::serve(const QHttpServerRequest &request, HttpStream &answer)
{
    if (!isJson(request)) {
        return answer.refuse({.status = 415,
                              .sentence = QCoreApplication::translate(
                                  "wiretale::Endpoint",
                                  "An event is sent as \"Content-Type: application/json\", not encoded."),
                              .headers = {}});
    }
    const auto event = eventFromJson(request.body());
    if (!event)
        return answer.refuse(badRequest(event.error()));
    const qint64 id = context().log.publish(event->type, event->data);
    // Else the two would leave in the same turn of the event loop, now one first, now the other.
    context().sendAll();
    const QByteArray location = QByteArray(path().data(), path().size()) + '?' + endpoints::After.data() + '='
        + QByteArray::number(id - 1);
    answer.sendJson(201, "{\"id\":" + QByteArray::number(id) + '}', {{"Location", location}});
}

} // namespace wiretale
