// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journal.h"
#include "app/journal/journal_p.h"

#include <algorithm>

namespace wiretale {

qint64 ExchangeSpan::heldNs(qint64 nowNs) const noexcept
{
    if (requestArrivedNs == Record::NotArrived)
        return 0;
    // One that ended unanswered was held to its end.
    const qint64 untilNs = std::min({answeredNs, finishedNs, nowNs});
    return std::max(untilNs - requestArrivedNs, qint64(0));
}

quint32 Journal::size() const noexcept
{
    return d->records.size();
}

Record Journal::at(RecordNumber number) const noexcept
{
    Q_ASSERT_X(number > 0 && number <= size(), "Journal::at", "no such record");
    return d->records[number - 1].load();
}

std::vector<qint64> Journal::eventIds(RecordNumber number) const
{
    Q_ASSERT_X(number > 0 && number <= size(), "Journal::eventIds", "no such record");
    const quint32 begin = number > 1 ? d->records[number - 2].eventsEnd : 0;
    const quint32 end = d->records[number - 1].eventsEnd;
    std::vector<qint64> ids;
    ids.reserve(end - begin);
    for (quint32 index = begin; index < end; ++index)
        ids.push_back(d->eventIds[index]);
    return ids;
}

std::optional<qint64> Journal::publishedNs(qint64 eventId) const
{
    return d->published.of(eventId);
}

void Journal::visitRecords(qint64 fromNs, qint64 toNs,
                           const std::function<bool(RecordNumber, const Record &)> &visit) const
{
    d->records.visit(fromNs, toNs,
                     [&](quint32 index, const RecordSlot &slot) { return visit(index + 1, slot.load()); });
}

std::vector<ChunkSummary> Journal::chunks(qint64 fromNs, qint64 toNs) const
{
    std::vector<ChunkSummary> result;
    d->records.visitChunks(fromNs, toNs, [&](const IntervalLog<RecordSlot>::Summary &chunk) {
        ChunkSummary summary;
        summary.firstDepartureNs = chunk.firstBeginNs;
        summary.lastDepartureNs = chunk.lastBeginNs;
        summary.lastArrivalNs = chunk.lastEndNs;
        summary.wireBytes = chunk.totals.wireBytes;
        summary.wireBytesBefore = chunk.before.wireBytes;
        summary.clientBits = chunk.totals.connectionBits;
        summary.first = chunk.first + 1;
        summary.count = chunk.count;
        result.push_back(summary);
    });
    return result;
}

quint64 Journal::wireBytesBefore(qint64 ns) const
{
    return d->records.totalsBefore(firstDepartedFrom(ns) - 1).wireBytes;
}

RecordNumber Journal::firstDepartedFrom(qint64 ns) const
{
    return d->records.firstNot([ns](const RecordSlot &slot) { return slot.departedNs < ns; }) + 1;
}

std::vector<ExchangeSpan> Journal::exchanges(qint64 fromNs, qint64 toNs) const
{
    std::vector<ExchangeSpan> result;
    visitExchanges(fromNs, toNs, [&](const ExchangeSpan &span) {
        result.push_back(span);
        return true;
    });
    return result;
}

void Journal::visitExchanges(qint64 fromNs, qint64 toNs,
                             const std::function<bool(const ExchangeSpan &)> &visit) const
{
    d->exchanges.visit(fromNs, toNs, [&](quint32, const ExchangeSlot &slot) { return visit(slot.load()); });
}

std::optional<quint32> Journal::Private::findExchange(RecordNumber request) const
{
    const quint32 index
        = exchanges.firstNot([request](const ExchangeSlot &slot) { return slot.request < request; });
    // What firstNot() saw may have been the end; the log only grows, so asking again is safe.
    if (index >= exchanges.size() || exchanges[index].request != request)
        return std::nullopt;
    return index;
}

std::optional<ExchangeSpan> Journal::exchange(RecordNumber request) const
{
    if (const auto index = d->findExchange(request))
        return d->exchanges[*index].load();
    return std::nullopt;
}

std::vector<ConnectionSpan> Journal::connections(qint64 fromNs, qint64 toNs) const
{
    std::vector<ConnectionSpan> result;
    visitConnections(fromNs, toNs, [&](const ConnectionSpan &span) {
        result.push_back(span);
        return true;
    });
    return result;
}

void Journal::visitConnections(qint64 fromNs, qint64 toNs,
                               const std::function<bool(const ConnectionSpan &)> &visit) const
{
    d->connections.visit(fromNs, toNs,
                         [&](quint32, const ConnectionSlot &slot) { return visit(slot.load()); });
}

ConnectionSpan Journal::connection(ConnectionNumber number) const
{
    if (number > 0 && number <= d->connections.size())
        return d->connections[number - 1].load();
    ConnectionSpan unknown;
    unknown.number = number;
    return unknown;
}

quint32 Journal::connectionCount() const noexcept
{
    return d->connections.size();
}

std::vector<ClientEntry> Journal::clients() const
{
    return d->clients.entries();
}

QString Journal::clientName(ConnectionNumber number) const
{
    return d->clients.name(connection(number).client);
}

qint64 Journal::lastNs() const noexcept
{
    return d->lastNs.load(std::memory_order_relaxed);
}

quint64 Journal::revision() const noexcept
{
    return d->revision.load(std::memory_order_acquire);
}

} // namespace wiretale
