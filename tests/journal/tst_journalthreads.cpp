// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journal.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <limits>
#include <thread>
#include <vector>

using namespace wiretale;

namespace {

constexpr RecordNumber RecordCount = 60'000;
constexpr qint64 TransitNs = 3000;

/// Record `number` says everything about itself, so that a reader can tell whether what it sees is whole.
Record recordOf(RecordNumber number)
{
    Record record;
    record.departedNs = number;
    record.wallNs = number * 7;
    record.captureOffset = number * 11;
    record.wireBytes = 10;
    record.connection = 1 + number / 1000;
    const bool isFirstOfConnection = number == 1 || number % 1000 == 0;
    if (isFirstOfConnection) {
        record.kind = MessageKind::Open;
    } else if (number % 3 == 1) {
        record.kind = MessageKind::Request;
        record.exchange = number;
    } else if (number % 3 == 2) {
        record.kind = MessageKind::Response;
        record.direction = Direction::ServerToClient;
        record.code = 200;
        record.exchange = number - 1;
        record.eventCount = 1;
        record.technique = Technique::LongPolling;
        record.flags = RecordFlag::Final;
    } else {
        record.kind = number % 1000 == 999 ? MessageKind::Close : MessageKind::Heartbeat;
    }
    return record;
}

void write(Journal &journal)
{
    for (RecordNumber number = 1; number <= RecordCount; ++number) {
        const Record record = recordOf(number);
        const std::vector<qint64> ids(record.eventCount, number);
        journal.setEventPublished(number, number * 2);
        journal.append(record, ids);
        if (number > TransitNs) {
            if (number % 10 == 0)
                journal.setCut(RecordNumber(number - TransitNs));
            else
                journal.setArrived(RecordNumber(number - TransitNs), number);
        }
    }
}

/// What is wrong with the record, compared with what was appended; null when nothing is.
const char *faultOf(RecordNumber number, const Record &record)
{
    Record expected = recordOf(number);
    const bool hasArrived = record.arrivedNs != Record::NotArrived;
    if (hasArrived && record.arrivedNs != record.departedNs + TransitNs)
        return "torn arrival";
    if (hasArrived && record.has(RecordFlag::Cut))
        return "arrived and cut";
    expected.arrivedNs = record.arrivedNs;
    expected.flags = record.has(RecordFlag::Cut) ? expected.flags | RecordFlag::Cut : expected.flags;
    return record == expected ? nullptr : "torn record";
}

const char *readRecords(const Journal &journal)
{
    const RecordNumber size = journal.size();
    const qint64 fromNs = std::max<qint64>(0, qint64(size) - 2000);
    const char *fault = nullptr;
    RecordNumber last = 0;
    RecordNumber count = 0;
    journal.visitRecords(fromNs, size, [&](RecordNumber number, const Record &record) {
        fault = number > last ? faultOf(number, record) : "out of order";
        last = number;
        count += record.departedNs >= fromNs ? 1 : 0;
        return fault == nullptr;
    });
    if (fault != nullptr)
        return fault;
    // Those that departed in the window are met whatever becomes of them.
    if (size > 0 && count != size - RecordNumber(std::max<qint64>(fromNs, 1)) + 1)
        return "a record was missed";
    if (journal.wireBytesBefore(size) != 10 * quint64(size > 0 ? size - 1 : 0))
        return "wrong sum of bytes";
    if (size > 0 && journal.firstDepartedFrom(size) != size)
        return "not found by its departure";
    for (const ChunkSummary &chunk : journal.chunks(0, std::numeric_limits<qint64>::max())) {
        if (chunk.firstDepartureNs != chunk.first || chunk.wireBytes != 10 * quint64(chunk.count)
            || chunk.wireBytesBefore != 10 * quint64(chunk.first - 1)
            || chunk.lastDepartureNs != chunk.first + chunk.count - 1)
            return "wrong summary";
    }
    return nullptr;
}

const char *readSpans(const Journal &journal)
{
    const RecordNumber size = journal.size();
    for (const ExchangeSpan &span : journal.exchanges(0, std::numeric_limits<qint64>::max())) {
        if (span.requestDepartedNs != span.request || span.connection != 1 + span.request / 1000)
            return "torn exchange";
        if (span.answeredNs != Record::NotArrived && span.answeredNs != span.request + 1)
            return "torn answer";
        if (span.requestArrivedNs != Record::NotArrived && span.requestArrivedNs != span.request + TransitNs)
            return "torn arrival of a request";
    }
    for (const ConnectionSpan &span : journal.connections(0, std::numeric_limits<qint64>::max())) {
        if (span.openedNs != (span.number == 1 ? 1 : 1000 * (qint64(span.number) - 1)))
            return "torn connection";
        if (span.closedNs != Record::NotArrived && span.closedNs != 1000 * qint64(span.number) - 1)
            return "torn closing";
    }
    if (size > 0 && journal.connection(journal.at(size).connection).openedNs == 0)
        return "a record without its connection";
    return nullptr;
}

const char *readEvents(const Journal &journal)
{
    const RecordNumber size = journal.size();
    for (RecordNumber number = size > 600 ? size - 600 : 1; number <= size; ++number) {
        const std::vector<qint64> ids = journal.eventIds(number);
        if (ids.size() != journal.at(number).eventCount)
            return "wrong number of ids";
        if (!ids.empty() && (ids.front() != number || journal.publishedNs(number) != qint64(number) * 2))
            return "wrong id or publishing";
    }
    return nullptr;
}

} // namespace

/// One writer and three readers without locks; meant to be run under ThreadSanitizer. A plain program,
/// because Qt Test starts a thread of its own from a Qt that is not instrumented.
int main()
{
    Journal journal;
    std::atomic<bool> isDone {false};
    std::atomic<const char *> fault {nullptr};
    const auto readWith = [&](const char *(*reader)(const Journal &)) {
        // At least once after all was written.
        for (bool isLast = false; !isLast && fault.load() == nullptr;) {
            isLast = isDone.load();
            if (const char *found = reader(journal); found != nullptr)
                fault.store(found);
        }
    };
    std::vector<std::thread> readers;
    for (const auto reader : {readRecords, readSpans, readEvents})
        readers.emplace_back(readWith, reader);
    std::thread writer([&] {
        write(journal);
        isDone.store(true);
    });
    writer.join();
    for (std::thread &reader : readers)
        reader.join();
    if (fault.load() == nullptr && journal.size() != RecordCount)
        fault.store("records are missing");
    std::puts(fault.load() == nullptr ? "every reader saw whole records" : fault.load());
    return fault.load() == nullptr ? 0 : 1;
}
