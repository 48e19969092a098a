// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/chosenrecords.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

size_t chunkOf(RecordNumber number) noexcept
{
    return (number - 1) / Journal::ChunkSize;
}

qint64 endOfFlight(const Record &record) noexcept
{
    return record.has(RecordFlag::Cut) ? record.departedNs : record.arrivedNs;
}

} // namespace

ChosenRecords::ChosenRecords(const Journal *journal)
    : m_journal(journal)
{
}

ChosenRecords::ChosenRecords(const Journal &journal, std::span<const RecordNumber> numbers)
    : m_journal(&journal)
{
    append(numbers);
    settle();
}

void ChosenRecords::reset(const Journal *journal)
{
    m_journal = journal;
    m_numbers = {};
    m_chunks = {};
    m_ofConnection = {};
    m_ofExchange = {};
    m_wireBytes = 0;
    m_isSettled = false;
    m_beganAt = ++m_revision;
}

ChosenRecords::Chunk &ChosenRecords::makeChunkOf(RecordNumber number)
{
    while (m_chunks.size() <= chunkOf(number))
        m_chunks.push_back({.begin = size(), .wireBytesBefore = m_wireBytes});
    return m_chunks[chunkOf(number)];
}

quint32 ChosenRecords::endOf(size_t chunk) const noexcept
{
    return chunk + 1 < m_chunks.size() ? m_chunks[chunk + 1].begin : size();
}

void ChosenRecords::count(const Record &record, int change)
{
    const auto add = [change](std::vector<quint32> &counts, quint32 index) {
        if (index == 0)
            return;
        if (index >= counts.size())
            counts.resize(size_t(index) + 1);
        counts[index] += quint32(change);
    };
    add(m_ofConnection, record.connection);
    add(m_ofExchange, record.exchange);
}

void ChosenRecords::append(std::span<const RecordNumber> numbers)
{
    if (numbers.empty())
        return;
    Q_ASSERT_X(m_numbers.empty() || m_numbers.back() < numbers.front(), "ChosenRecords::append",
               "numbers must ascend");
    for (const RecordNumber number : numbers) {
        const Record record = m_journal->at(number);
        makeChunkOf(number).connectionBits |= quint64(1) << (record.connection % 64);
        count(record, 1);
        m_numbers.push_back(number);
        m_wireBytes += record.wireBytes;
    }
    ++m_revision;
}

void ChosenRecords::insert(RecordNumber number)
{
    Q_ASSERT_X(!contains(number), "ChosenRecords::insert", "it is chosen already");
    const Record record = m_journal->at(number);
    Chunk &chunk = makeChunkOf(number);
    m_numbers.insert(m_numbers.begin() + countBefore(number), number);
    for (size_t later = chunkOf(number) + 1; later < m_chunks.size(); ++later) {
        ++m_chunks[later].begin;
        m_chunks[later].wireBytesBefore += record.wireBytes;
    }
    m_wireBytes += record.wireBytes;
    chunk.connectionBits |= quint64(1) << (record.connection % 64);
    chunk.changedAt = ++m_revision;
    count(record, 1);
}

void ChosenRecords::remove(RecordNumber number)
{
    Q_ASSERT_X(contains(number), "ChosenRecords::remove", "it is not chosen");
    const Record record = m_journal->at(number);
    m_numbers.erase(m_numbers.begin() + countBefore(number));
    for (size_t later = chunkOf(number) + 1; later < m_chunks.size(); ++later) {
        --m_chunks[later].begin;
        m_chunks[later].wireBytesBefore -= record.wireBytes;
    }
    m_wireBytes -= record.wireBytes;
    count(record, -1);
    summarise(chunkOf(number));
    m_chunks[chunkOf(number)].changedAt = ++m_revision;
}

void ChosenRecords::change(std::span<const RecordNumber> leaving, std::span<const RecordNumber> entering)
{
    if (leaving.empty() && entering.empty())
        return;
    std::vector<RecordNumber> stayed;
    stayed.reserve(m_numbers.size() + entering.size());
    std::ranges::set_difference(m_numbers, leaving, std::back_inserter(stayed));
    m_numbers.clear();
    std::ranges::merge(stayed, entering, std::back_inserter(m_numbers));
    if (!entering.empty())
        makeChunkOf(entering.back());
    size_t index = 0;
    for (size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
        m_chunks[chunk].begin = quint32(index);
        while (index < m_numbers.size() && chunkOf(m_numbers[index]) == chunk)
            ++index;
    }
    ++m_revision;
    std::vector<quint64> more(m_chunks.size(), 0); // bytes; less is more, modulo 2^64
    for (const auto &[numbers, by] : {std::pair(leaving, -1), std::pair(entering, 1)}) {
        for (const RecordNumber number : numbers) {
            const Record record = m_journal->at(number);
            count(record, by);
            more[chunkOf(number)] += by > 0 ? record.wireBytes : quint64(0) - record.wireBytes;
            Chunk &chunk = m_chunks[chunkOf(number)];
            if (std::exchange(chunk.changedAt, m_revision) != m_revision)
                summarise(chunkOf(number));
        }
    }
    quint64 moreBefore = 0;
    for (size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
        m_chunks[chunk].wireBytesBefore += moreBefore;
        moreBefore += more[chunk];
    }
    m_wireBytes += moreBefore;
}

void ChosenRecords::summarise(size_t chunk)
{
    quint64 bits = 0;
    for (quint32 index = m_chunks[chunk].begin; index < endOf(chunk); ++index)
        bits |= quint64(1) << (m_journal->at(m_numbers[index]).connection % 64);
    m_chunks[chunk].connectionBits = bits;
}

void ChosenRecords::settle() noexcept
{
    if (!std::exchange(m_isSettled, true))
        ++m_revision;
}

quint32 ChosenRecords::countBefore(RecordNumber number) const noexcept
{
    if (number == 0)
        return 0;
    const size_t chunk = chunkOf(number);
    if (chunk >= m_chunks.size())
        return size();
    const auto begin = m_numbers.begin() + m_chunks[chunk].begin;
    const auto end = m_numbers.begin() + endOf(chunk);
    return quint32(std::lower_bound(begin, end, number) - m_numbers.begin());
}

bool ChosenRecords::contains(RecordNumber number) const noexcept
{
    const quint32 index = countBefore(number);
    return index < size() && m_numbers[index] == number;
}

bool ChosenRecords::containsAnyOf(ConnectionNumber connection) const noexcept
{
    return connection < m_ofConnection.size() && m_ofConnection[connection] > 0;
}

bool ChosenRecords::containsAnyOfExchange(RecordNumber request) const noexcept
{
    return request < m_ofExchange.size() && m_ofExchange[request] > 0;
}

void ChosenRecords::visitRecords(qint64 fromNs, qint64 toNs,
                                 const std::function<bool(RecordNumber, const Record &)> &visit) const
{
    if (m_numbers.empty())
        return;
    for (const ChunkSummary &summary : m_journal->chunks(fromNs, toNs)) {
        const size_t chunk = chunkOf(summary.first);
        if (chunk >= m_chunks.size())
            return;
        for (quint32 index = m_chunks[chunk].begin; index < endOf(chunk); ++index) {
            const Record record = m_journal->at(m_numbers[index]);
            if (record.departedNs > toNs)
                return;
            if (endOfFlight(record) >= fromNs && !visit(m_numbers[index], record))
                return;
        }
    }
}

std::vector<ChunkSummary> ChosenRecords::chunks(qint64 fromNs, qint64 toNs) const
{
    std::vector<ChunkSummary> result;
    if (m_numbers.empty())
        return result;
    for (ChunkSummary &summary : m_journal->chunks(fromNs, toNs)) {
        const size_t chunk = chunkOf(summary.first);
        if (chunk >= m_chunks.size())
            break;
        const quint32 begin = m_chunks[chunk].begin;
        const quint32 end = endOf(chunk);
        if (begin == end)
            continue;
        result.push_back({.firstDepartureNs = m_journal->at(m_numbers[begin]).departedNs,
                          .lastDepartureNs = m_journal->at(m_numbers[end - 1]).departedNs,
                          .lastArrivalNs = summary.lastArrivalNs,
                          .clientBits = m_chunks[chunk].connectionBits,
                          .first = begin,
                          .count = end - begin});
    }
    return result;
}

quint64 ChosenRecords::wireBytesBefore(qint64 ns) const
{
    const quint32 end = m_journal != nullptr ? countBefore(m_journal->firstDepartedFrom(ns)) : 0;
    if (end == 0)
        return 0;
    const Chunk &chunk = m_chunks[chunkOf(m_numbers[end - 1])];
    quint64 bytes = chunk.wireBytesBefore;
    for (quint32 index = chunk.begin; index < end; ++index)
        bytes += m_journal->at(m_numbers[index]).wireBytes;
    return bytes;
}

std::vector<ClientEntry> ChosenRecords::clients() const
{
    if (m_journal == nullptr)
        return {};
    std::vector<ClientEntry> all = m_journal->clients();
    if (!m_isSettled)
        return all;
    std::vector<bool> isMet(all.size(), false);
    size_t missing = all.size();
    for (ConnectionNumber number = 1; number < m_ofConnection.size() && missing > 0; ++number) {
        if (m_ofConnection[number] == 0)
            continue;
        const quint32 client = m_journal->connection(number).client;
        if (client < all.size() && !isMet[client]) {
            isMet[client] = true;
            --missing;
        }
    }
    std::erase_if(all, [&isMet](const ClientEntry &client) { return !isMet[client.index]; });
    return all;
}

RecordNumber ChosenRecords::firstChangedSince(quint64 revision) const noexcept
{
    if (revision < m_beganAt)
        return 1;
    const auto changed = std::ranges::find_if(
        m_chunks, [revision](const Chunk &chunk) { return chunk.changedAt > revision; });
    return changed == m_chunks.end() ? std::numeric_limits<RecordNumber>::max()
                                     : RecordNumber(changed - m_chunks.begin()) * Journal::ChunkSize + 1;
}

} // namespace wiretale
