// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journal.h"

#include "app/journal/journal_p.h"

#include <algorithm>
#include <limits>

namespace wiretale {

Journal::Journal()
    : d(std::make_unique<Private>())
{
}

Journal::~Journal() = default;

RecordNumber Journal::append(Record record, std::span<const qint64> eventIds)
{
    const RecordNumber number = d->records.size() + 1;
    if (record.kind == MessageKind::Request)
        record.exchange = number;
    const auto idCount = std::min<size_t>(eventIds.size(), std::numeric_limits<quint16>::max());
    record.eventCount = std::max(record.eventCount, quint16(idCount));
    for (const qint64 id : eventIds) {
        d->eventIds.stage() = id;
        d->eventIds.publish();
    }
    // A reader who sees the record finds its connection, and one who sees the exchange finds its record.
    d->followConnection(record);
    d->records.stage().store(record, d->eventIds.size());
    d->records.publish();
    d->followExchange(number, record);
    d->changed(record.arrivedNs == Record::NotArrived ? record.departedNs : record.arrivedNs);
    return number;
}

void Journal::setArrived(RecordNumber number, qint64 arrivedNs)
{
    if (number == 0 || number > d->records.size())
        return;
    RecordSlot &slot = d->records[number - 1];
    const qint64 oldEndNs = slot.endNs();
    slot.arrivedNs.store(arrivedNs, std::memory_order_relaxed);
    d->records.endChanged(number - 1, oldEndNs);
    if (slot.kind() == MessageKind::Request) {
        if (const auto index = d->findExchange(number))
            d->exchanges[*index].requestArrivedNs.store(arrivedNs, std::memory_order_relaxed);
    }
    d->changed(arrivedNs);
}

void Journal::setCut(RecordNumber number)
{
    if (number == 0 || number > d->records.size())
        return;
    RecordSlot &slot = d->records[number - 1];
    const qint64 oldEndNs = slot.endNs();
    slot.flags.fetch_or(quint16(RecordFlag::Cut), std::memory_order_relaxed);
    d->records.endChanged(number - 1, oldEndNs);
    d->changed(0);
}

void Journal::nameConnection(ConnectionNumber connection, const QString &client)
{
    if (connection == 0 || connection > d->connections.size())
        return;
    const quint32 index = d->clients.indexOf(client);
    d->clients.noteTechnique(index, d->states[connection - 1].lastTechnique);
    d->connections[connection - 1].client.store(index, std::memory_order_relaxed);
    d->changed(0);
}

void Journal::announceClient(const QString &client, Technique technique)
{
    d->clients.noteTechnique(d->clients.indexOf(client), technique);
    d->changed(0);
}

void Journal::setEventPublished(qint64 eventId, qint64 publishedNs)
{
    d->published.set(eventId, publishedNs);
    d->changed(0);
}

void Journal::Private::changed(qint64 ns) noexcept
{
    if (ns > lastNs.load(std::memory_order_relaxed))
        lastNs.store(ns, std::memory_order_relaxed);
    revision.store(revision.load(std::memory_order_relaxed) + 1, std::memory_order_release);
}

void Journal::Private::followConnection(const Record &record)
{
    if (record.connection == 0)
        return;
    // Numbers count up without a gap; one that was never told of its opening opens with what comes first.
    while (connections.size() < record.connection) {
        ConnectionSlot &slot = connections.stage();
        slot.number = connections.size() + 1;
        slot.openedNs = record.departedNs;
        states.emplace_back();
        connections.publish();
    }
    ConnectionSlot &slot = connections[record.connection - 1];
    ConnectionState &state = states[record.connection - 1];
    if (record.technique != Technique::Http) {
        if (slot.technique.load(std::memory_order_relaxed) == Technique::Http)
            slot.technique.store(record.technique, std::memory_order_relaxed);
        state.lastTechnique = record.technique;
        if (const quint32 client = slot.client.load(std::memory_order_relaxed);
            client != ConnectionSpan::NoClient)
            clients.noteTechnique(client, record.technique);
    }
    if (record.kind == MessageKind::Close) {
        const qint64 oldEndNs = slot.endNs();
        slot.closedNs.store(record.departedNs, std::memory_order_relaxed);
        connections.endChanged(record.connection - 1, oldEndNs);
    }
}

void Journal::Private::followExchange(RecordNumber number, const Record &record)
{
    if (record.connection == 0)
        return;
    ConnectionState &state = states[record.connection - 1];
    if (record.kind == MessageKind::Request) {
        ExchangeSlot &slot = exchanges.stage();
        slot.request = number;
        slot.connection = record.connection;
        slot.requestDepartedNs = record.departedNs;
        slot.requestArrivedNs.store(record.arrivedNs, std::memory_order_relaxed);
        slot.technique.store(record.technique, std::memory_order_relaxed);
        state.unfinished.insert(state.unfinished.end(), exchanges.size());
        exchanges.publish();
    } else if (record.exchange != 0) {
        if (const auto index = findExchange(record.exchange))
            followAnswer(*index, record);
    }
    if (record.kind == MessageKind::Close) {
        for (const quint32 index : state.unfinished)
            finish(index, record.departedNs);
        state.unfinished = {};
    }
}

void Journal::Private::followAnswer(quint32 index, const Record &record)
{
    ExchangeSlot &slot = exchanges[index];
    if (slot.technique.load(std::memory_order_relaxed) == Technique::Http)
        slot.technique.store(record.technique, std::memory_order_relaxed);
    if (!answers(record))
        return;
    if (slot.answeredNs.load(std::memory_order_relaxed) == Record::NotArrived)
        slot.answeredNs.store(record.departedNs, std::memory_order_relaxed);
    if (record.has(RecordFlag::Empty))
        slot.empty.store(true, std::memory_order_relaxed);
    else if (record.eventCount > 0)
        slot.empty.store(false, std::memory_order_relaxed);

    if (slot.isFinal)
        return;
    if (record.has(RecordFlag::Final)) {
        slot.isFinal = true;
        finish(index, record.departedNs);
        states[slot.connection - 1].unfinished.erase(index);
    } else if (slot.endNs() != Record::NotArrived) {
        // The client closed its half and the answer still goes on.
        finish(index, record.departedNs);
    }
}

void Journal::Private::finish(quint32 index, qint64 ns)
{
    ExchangeSlot &slot = exchanges[index];
    const qint64 oldEndNs = slot.endNs();
    slot.finishedNs.store(ns, std::memory_order_relaxed);
    exchanges.endChanged(index, oldEndNs);
}

} // namespace wiretale
