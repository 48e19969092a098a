// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/naivejournal.h"

#include <algorithm>

using namespace wiretale;

RecordNumber NaiveJournal::append(Record record, const std::vector<qint64> &eventIds)
{
    const auto number = RecordNumber(records.size() + 1);
    if (record.kind == MessageKind::Request)
        record.exchange = number;
    record.eventCount = quint16(eventIds.size());
    records.push_back(record);
    ids.push_back(eventIds);
    return number;
}

void NaiveJournal::setArrived(RecordNumber number, qint64 arrivedNs)
{
    records[number - 1].arrivedNs = arrivedNs;
}

void NaiveJournal::setCut(RecordNumber number)
{
    records[number - 1].flags |= RecordFlag::Cut;
}

void NaiveJournal::nameConnection(ConnectionNumber connection, const QString &client)
{
    m_names[connection] = {client, records.size()};
    if (std::find(m_clientsInOrder.begin(), m_clientsInOrder.end(), client) == m_clientsInOrder.end())
        m_clientsInOrder.push_back(client);
}

qint64 NaiveJournal::endOf(const Record &record)
{
    return record.has(RecordFlag::Cut) ? record.departedNs : record.arrivedNs;
}

std::vector<RecordNumber> NaiveJournal::meeting(qint64 fromNs, qint64 toNs) const
{
    std::vector<RecordNumber> result;
    for (size_t i = 0; i < records.size(); ++i) {
        if (records[i].departedNs <= toNs && endOf(records[i]) >= fromNs)
            result.push_back(RecordNumber(i + 1));
    }
    return result;
}

std::vector<ChunkSummary> NaiveJournal::chunks(qint64 fromNs, qint64 toNs) const
{
    std::vector<ChunkSummary> result;
    quint64 before = 0;
    for (size_t first = 0; first < records.size(); first += 256) {
        ChunkSummary summary;
        summary.first = RecordNumber(first + 1);
        summary.count = quint32(std::min<size_t>(256, records.size() - first));
        summary.firstDepartureNs = records[first].departedNs;
        summary.lastDepartureNs = records[first + summary.count - 1].departedNs;
        summary.lastArrivalNs = endOf(records[first]);
        summary.wireBytesBefore = before;
        for (size_t i = first; i < first + summary.count; ++i) {
            summary.lastArrivalNs = std::max(summary.lastArrivalNs, endOf(records[i]));
            summary.wireBytes += records[i].wireBytes;
            summary.clientBits |= quint64(1) << (records[i].connection % 64);
        }
        before += summary.wireBytes;
        if (summary.firstDepartureNs <= toNs && summary.lastArrivalNs >= fromNs)
            result.push_back(summary);
    }
    return result;
}

quint64 NaiveJournal::wireBytesBefore(qint64 ns) const
{
    quint64 sum = 0;
    for (const Record &record : records)
        sum += record.departedNs < ns ? record.wireBytes : 0;
    return sum;
}

RecordNumber NaiveJournal::firstDepartedFrom(qint64 ns) const
{
    for (size_t i = 0; i < records.size(); ++i) {
        if (records[i].departedNs >= ns)
            return RecordNumber(i + 1);
    }
    return RecordNumber(records.size() + 1);
}

ExchangeSpan NaiveJournal::exchangeOf(RecordNumber request) const
{
    const Record &asked = records[request - 1];
    ExchangeSpan span {.request = request,
                       .connection = asked.connection,
                       .requestDepartedNs = asked.departedNs,
                       .requestArrivedNs = asked.arrivedNs,
                       .technique = asked.technique};
    bool isClosed = false;
    bool isFinal = false;
    for (size_t i = request; i < records.size(); ++i) {
        const Record &record = records[i];
        if (record.connection == span.connection && record.kind == MessageKind::Close && !isClosed) {
            isClosed = true;
            if (!isFinal)
                span.finishedNs = record.departedNs;
        }
        if (record.exchange != request)
            continue;
        if (span.technique == Technique::Http)
            span.technique = record.technique;
        const bool isAnswer = record.direction == Direction::ServerToClient
            && record.kind != MessageKind::Opaque && record.kind != MessageKind::Fault
            && record.kind != MessageKind::Close
            && !(record.kind == MessageKind::Response && record.code / 100 == 1 && record.code != 101);
        if (!isAnswer)
            continue;
        span.answeredNs = std::min(span.answeredNs, record.departedNs);
        if (record.isEmptyResponse())
            span.empty = true;
        else if (record.eventCount > 0)
            span.empty = false;
        if (isFinal)
            continue;
        if (record.has(RecordFlag::Final)) {
            span.finishedNs = record.departedNs;
            isFinal = true;
        } else if (isClosed) {
            span.finishedNs = record.departedNs;
        }
    }
    return span;
}

std::vector<ExchangeSpan> NaiveJournal::exchanges(qint64 fromNs, qint64 toNs) const
{
    std::vector<ExchangeSpan> result;
    for (size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != MessageKind::Request)
            continue;
        const ExchangeSpan span = exchangeOf(RecordNumber(i + 1));
        if (span.requestDepartedNs <= toNs && span.finishedNs >= fromNs)
            result.push_back(span);
    }
    return result;
}

ConnectionSpan NaiveJournal::connectionOf(ConnectionNumber number) const
{
    ConnectionSpan span;
    span.number = number;
    bool isFirst = true;
    for (const Record &record : records) {
        if (record.connection != number)
            continue;
        if (isFirst)
            span.openedNs = record.departedNs;
        isFirst = false;
        if (span.technique == Technique::Http)
            span.technique = record.technique;
        if (record.kind == MessageKind::Close)
            span.closedNs = record.departedNs;
    }
    if (const auto name = m_names.find(number); name != m_names.end()) {
        const auto place = std::find(m_clientsInOrder.begin(), m_clientsInOrder.end(), name->second.client);
        span.client = quint32(place - m_clientsInOrder.begin());
    }
    return span;
}

std::vector<ConnectionSpan> NaiveJournal::connections(qint64 fromNs, qint64 toNs) const
{
    ConnectionNumber last = 0;
    for (const Record &record : records)
        last = std::max(last, record.connection);
    std::vector<ConnectionSpan> result;
    for (ConnectionNumber number = 1; number <= last; ++number) {
        const ConnectionSpan span = connectionOf(number);
        if (span.openedNs <= toNs && span.closedNs >= fromNs)
            result.push_back(span);
    }
    return result;
}

std::vector<ClientEntry> NaiveJournal::clients() const
{
    std::vector<ClientEntry> result;
    for (const QString &client : m_clientsInOrder) {
        // The last technique learnt: at a record of a connection that has the name, or at the naming itself.
        ClientEntry entry {quint32(result.size()), client, Technique::Http};
        size_t learntAt = 0;
        for (const auto &[connection, naming] : m_names) {
            if (naming.client != client)
                continue;
            for (size_t i = 0; i < records.size(); ++i) {
                const size_t at = std::max(i + 1, naming.afterRecords);
                if (records[i].connection == connection && records[i].technique != Technique::Http
                    && at >= learntAt) {
                    learntAt = at;
                    entry.technique = records[i].technique;
                }
            }
        }
        result.push_back(entry);
    }
    return result;
}
