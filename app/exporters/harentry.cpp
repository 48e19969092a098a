// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harentry.h"

#include "app/exporters/harmessage.h"
#include "app/exporters/harstreams.h"
#include "app/exporters/jsonwriter.h"
#include "app/journal/trafficlog.h"

#include <QDateTime>
#include <QTimeZone>

namespace wiretale {

namespace {

constexpr int MillisecondPlaces = 6; // of a nanosecond count

void writeDuration(JsonWriter &json, const char *name, qint64 ns)
{
    json.key(name);
    json.decimal(ns, MillisecondPlaces);
}

// `time` is the sum of what is not -1; blocking and names are not modelled.
void writeTimings(JsonWriter &json, const HarTimeline &timeline)
{
    json.key("timings");
    json.beginObject();
    json.member("blocked", -1);
    json.member("dns", -1);
    if (timeline.connects)
        writeDuration(json, "connect", timeline.departedNs - timeline.startedNs);
    else
        json.member("connect", -1);
    json.member("ssl", -1);
    writeDuration(json, "send", timeline.deliveredNs - timeline.departedNs);
    writeDuration(json, "wait", timeline.answeredNs - timeline.deliveredNs);
    writeDuration(json, "receive", timeline.endedNs - timeline.answeredNs);
    json.endObject();
}

// The names that browsers group by.
const char *resourceType(const HarExchange &exchange)
{
    if (exchange.isWebSocket)
        return "websocket";
    if (exchange.isEventStream)
        return "eventsource";
    const auto type = exchange.response.head ? exchange.response.head->field("Content-Type") : std::nullopt;
    return type && type->toLower().startsWith("text/html") ? "document" : "fetch";
}

} // namespace

void writeHarEntry(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                   const HarExchange &exchange, const QString &page)
{
    const HarTimeline &timeline = exchange.timeline;
    json.beginObject();
    if (!page.isEmpty())
        json.member("pageref", page);
    json.member("startedDateTime", harTime(log.wallStartNs() + timeline.startedNs));
    writeDuration(json, "time", timeline.endedNs - timeline.startedNs);
    json.key("request");
    writeHarRequest(json, exchange);
    json.key("response");
    writeHarResponse(json, exchange);
    json.key("cache");
    json.beginObject();
    json.endObject();
    writeTimings(json, timeline);
    json.member("serverIPAddress", "127.0.0.1");
    if (const QByteArray port = harServerPort(exchange); !port.isEmpty())
        json.member("connection", port.constData());
    if (!exchange.comment.isEmpty())
        json.member("comment", exchange.comment);
    json.member("_connectionId", QString::number(exchange.record.connection));
    json.member("_record", exchange.number);
    json.member("_technique", techniqueName(exchange.technique));
    json.member("_resourceType", resourceType(exchange));
    if (!exchange.error.isEmpty())
        json.member("_error", exchange.error);
    if (exchange.isWebSocket)
        writeHarWebSocket(json, log, index, exchange);
    if (exchange.isEventStream)
        writeHarEventStream(json, log, index, exchange);
    json.endObject();
}

QString harTime(qint64 wallNs)
{
    constexpr qint64 NsPerSecond = 1'000'000'000;
    const QDateTime second = QDateTime::fromSecsSinceEpoch(wallNs / NsPerSecond, QTimeZone::utc());
    return second.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"))
        + QStringLiteral(".%1Z").arg(wallNs % NsPerSecond / 1000, 6, 10, QLatin1Char('0'));
}

} // namespace wiretale
