// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/jsonlexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/exporters/jsonwriter.h"
#include "app/exporters/recordrow.h"
#include "app/journal/trafficlog.h"

namespace wiretale {

namespace {

void writeOptional(JsonWriter &json, const char *name, const auto &value)
{
    json.key(name);
    if (value)
        json.number(*value);
    else
        json.null();
}

void writeRow(JsonWriter &json, const RecordRow &row)
{
    json.beginObject();
    json.member("n", row.number);
    json.member("connection", row.connection);
    writeOptional(json, "exchange", row.exchange);
    json.member("client", row.client);
    json.member("technique", techniqueName(row.technique));
    json.member("kind", kindName(row.kind));
    json.member("from", senderName(row.from));
    json.member("departed_ns", row.departedNs);
    writeOptional(json, "arrived_ns", row.arrivedNs);
    json.member("wall_ns", row.wallNs);
    json.member("wire_bytes", row.wireBytes);
    json.member("payload_bytes", row.payloadBytes);
    json.key("empty");
    json.boolean(row.empty);
    writeOptional(json, "held_ns", row.heldNs);
    json.key("event_ids");
    json.beginArray();
    for (const qint64 id : row.eventIds)
        json.number(id);
    json.endArray();
    json.member("summary", row.summary);
    json.endObject();
    json.newline();
}

} // namespace

Result<void> writeJsonl(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    const RecordNumber last = log.journal().size();
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    JsonWriter json(file);
    choice.records.visit(last, [&](RecordNumber number) {
        writeRow(json, recordRow(log, number));
        return !file.failed();
    });
    return file.commit();
}

} // namespace wiretale
