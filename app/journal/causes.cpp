// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/causes.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber LookAround = 100'000;

quint32 clientOf(const Journal &journal, const Record &record)
{
    return journal.connection(record.connection).client;
}

// The first one from `number` on, away from it in `step`s, that is wanted.
template <typename Wanted>
RecordNumber find(const Journal &journal, RecordNumber number, int step, Wanted wanted)
{
    const qint64 last = step > 0 ? std::min<qint64>(journal.size(), qint64(number) + LookAround)
                                 : std::max<qint64>(1, qint64(number) - LookAround);
    for (qint64 each = qint64(number) + step; step > 0 ? each <= last : each >= last; each += step) {
        if (wanted(RecordNumber(each), journal.at(RecordNumber(each))))
            return RecordNumber(each);
    }
    return 0;
}

bool isPartOfAnswer(const Record &record)
{
    return record.direction == Direction::ServerToClient && record.kind != MessageKind::Open
        && record.kind != MessageKind::Close && record.kind != MessageKind::Fault;
}

bool exists(const Journal &journal, RecordNumber number)
{
    return number >= 1 && number <= journal.size();
}

} // namespace

RecordNumber causeOf(const Journal &journal, RecordNumber number)
{
    if (!exists(journal, number))
        return 0;
    const Record record = journal.at(number);
    if (record.exchange != 0 && record.exchange != number)
        return record.exchange;
    const quint32 client = clientOf(journal, record);
    if (record.kind == MessageKind::Request)
        return find(journal, number, -1, [&](RecordNumber, const Record &other) {
            return isPartOfAnswer(other) && clientOf(journal, other) == client;
        });
    return previousOfClient(journal, number);
}

RecordNumber consequenceOf(const Journal &journal, RecordNumber number)
{
    if (!exists(journal, number))
        return 0;
    const Record record = journal.at(number);
    const quint32 client = clientOf(journal, record);
    if (record.exchange != 0) {
        const RecordNumber next = find(journal, number, 1, [&](RecordNumber, const Record &other) {
            return other.exchange == record.exchange && isPartOfAnswer(other);
        });
        if (next != 0 || record.kind == MessageKind::Request)
            return next;
        return find(journal, number, 1, [&](RecordNumber, const Record &other) {
            return other.kind == MessageKind::Request && clientOf(journal, other) == client;
        });
    }
    return nextOfClient(journal, number);
}

RecordNumber nextOfClient(const Journal &journal, RecordNumber number)
{
    if (!exists(journal, number))
        return 0;
    const quint32 client = clientOf(journal, journal.at(number));
    return find(journal, number, 1,
                [&](RecordNumber, const Record &other) { return clientOf(journal, other) == client; });
}

RecordNumber previousOfClient(const Journal &journal, RecordNumber number)
{
    if (!exists(journal, number))
        return 0;
    const quint32 client = clientOf(journal, journal.at(number));
    return find(journal, number, -1,
                [&](RecordNumber, const Record &other) { return clientOf(journal, other) == client; });
}

RecordNumber nextEmptyAnswer(const Journal &journal, RecordNumber number)
{
    return find(journal, number, 1,
                [](RecordNumber, const Record &other) { return other.isEmptyResponse(); });
}

} // namespace wiretale
