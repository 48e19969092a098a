// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/recordrow.h"

#include "app/journal/trafficlog.h"

namespace wiretale {

namespace {

bool isMessage(MessageKind kind) noexcept
{
    return kind != MessageKind::Open && kind != MessageKind::Close && kind != MessageKind::Fault;
}

std::optional<qint64> heldNs(const Journal &journal, const Record &record, RecordNumber number)
{
    // RFC 9110, 15.2: an interim response answers nothing yet; 101 is the last word in HTTP.
    const bool interim = record.code >= 100 && record.code < 200 && record.code != 101;
    if (record.kind != MessageKind::Response || interim || record.exchange == 0 || record.exchange >= number)
        return std::nullopt;
    const qint64 requestArrivedNs = journal.at(record.exchange).arrivedNs;
    if (requestArrivedNs > record.departedNs)
        return std::nullopt;
    return record.departedNs - requestArrivedNs;
}

} // namespace

RecordRow recordRow(const TrafficLog &log, RecordNumber number)
{
    const Journal &journal = log.journal();
    const Record record = journal.at(number);
    RecordRow row;
    row.number = number;
    row.connection = record.connection;
    if (record.exchange != 0)
        row.exchange = record.exchange;
    row.client = journal.clientName(record.connection);
    row.technique
        = isMessage(record.kind) ? record.technique : journal.connection(record.connection).technique;
    row.kind = record.kind;
    row.from = record.direction;
    row.departedNs = record.departedNs;
    if (record.arrivedNs != Record::NotArrived)
        row.arrivedNs = record.arrivedNs;
    row.wallNs = record.wallNs;
    row.wireBytes = record.wireBytes;
    row.payloadBytes = record.payloadBytes;
    row.empty = record.isEmptyResponse();
    row.heldNs = heldNs(journal, record, number);
    row.eventIds = journal.eventIds(number);
    row.summary = log.summary(number);
    return row;
}

} // namespace wiretale
