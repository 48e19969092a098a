// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harexporter.h"

#include "app/exporters/exchangeindex.h"
#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/harentry.h"
#include "app/exporters/jsonwriter.h"
#include "app/journal/trafficlog.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace wiretale {

namespace {

QString pageId(quint32 client)
{
    return QStringLiteral("client-%1").arg(client + 1);
}

/// The requests of all exchanges of which a record was chosen.
std::vector<RecordNumber> chosenRequests(const ExchangeIndex &index, const RecordSelection &records)
{
    std::vector<RecordNumber> requests = index.requests();
    if (records.isAll())
        return requests;
    std::erase_if(requests, [&](RecordNumber request) {
        RecordNumber number = request;
        while (number != 0 && !records.contains(number))
            number = index.next(number);
        return number == 0;
    });
    return requests;
}

void removeSecrets(HarMessage &message)
{
    static constexpr std::array Secret {"Cookie",      "Cookie2",       "Set-Cookie",
                                        "Set-Cookie2", "Authorization", "Proxy-Authorization"};
    if (!message.head)
        return;
    std::erase_if(message.head->fields, [](const HeadField &field) {
        return std::ranges::any_of(
            Secret, [&](const char *name) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
    });
}

/// Of each client, by its index; NotArrived for one without a request.
std::vector<qint64> firstOpenings(const Journal &journal, const std::vector<RecordNumber> &requests,
                                  size_t clients)
{
    std::vector<qint64> openings(clients, Record::NotArrived);
    for (const RecordNumber request : requests) {
        const ConnectionSpan connection = journal.connection(journal.at(request).connection);
        if (connection.client < clients)
            openings[connection.client] = std::min(openings[connection.client], connection.openedNs);
    }
    return openings;
}

void writePages(JsonWriter &json, const TrafficLog &log, const std::vector<RecordNumber> &requests,
                const std::vector<ClientEntry> &clients)
{
    const std::vector<qint64> openings = firstOpenings(log.journal(), requests, clients.size());
    json.key("pages");
    json.beginArray();
    for (const ClientEntry &client : clients) {
        if (openings[client.index] == Record::NotArrived)
            continue;
        json.newline();
        json.beginObject();
        json.member("startedDateTime", harTime(log.wallStartNs() + openings[client.index]));
        json.member("id", pageId(client.index));
        json.member("title", client.name);
        json.key("pageTimings");
        json.beginObject();
        json.endObject();
        json.endObject();
    }
    json.endArray();
}

void writeAbout(JsonWriter &json)
{
    json.member("version", "1.2");
    json.key("creator");
    json.beginObject();
    json.member("name", "Wiretale");
    json.member("version", WIRETALE_VERSION);
    json.endObject();
    json.member("comment",
                "Times are the model's: those of Wiretale's clock, counted from the moment at which the "
                "recording began, "
                "whatever the clock's rate was.");
}

} // namespace

Result<void> writeHar(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    const Journal &journal = log.journal();
    const qint64 nowNs = journal.lastNs();
    const RecordNumber last = journal.size();
    const std::vector<ClientEntry> clients = journal.clients();
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const ExchangeIndex index(journal, last);
    const std::vector<RecordNumber> requests = chosenRequests(index, choice.records);
    JsonWriter json(file);
    json.beginObject();
    json.key("log");
    json.beginObject();
    writeAbout(json);
    writePages(json, log, requests, clients);
    json.key("entries");
    json.beginArray();
    for (const RecordNumber request : requests) {
        if (file.failed())
            break;
        HarExchange exchange = readHarExchange(log, index, request, nowNs);
        if (choice.options.testFlag(ExportOption::Sanitised)) {
            removeSecrets(exchange.request);
            removeSecrets(exchange.response);
        }
        const quint32 client = journal.connection(exchange.record.connection).client;
        json.newline();
        writeHarEntry(json, log, index, exchange, client < clients.size() ? pageId(client) : QString());
    }
    json.endArray();
    json.endObject();
    json.endObject();
    json.newline();
    return file.commit();
}

} // namespace wiretale
