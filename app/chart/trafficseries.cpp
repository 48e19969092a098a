// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficseries.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

namespace {

// More records than this at once, and it pays to look for the first one that still matters.
constexpr quint32 WorthSkipping = 4096;

} // namespace

qint64 TrafficSeries::bucketOf(qint64 departedNs) noexcept
{
    return departedNs / BucketLength.count();
}

bool TrafficSeries::read(const Journal &journal)
{
    const quint32 size = journal.size();
    if (size == m_read)
        return false;
    if (size - m_read > WorthSkipping) {
        const qint64 oldest = bucketOf(journal.at(size).departedNs) - Kept + 1;
        const RecordNumber first = journal.firstDepartedFrom(oldest * BucketLength.count());
        m_read = std::max(m_read, std::min(first - 1, size));
    }
    while (m_read < size)
        add(journal.at(++m_read));
    return true;
}

void TrafficSeries::readUntil(const Journal &journal, qint64 untilNs)
{
    clear();
    const qint64 oldest = std::max<qint64>(0, bucketOf(untilNs) - Kept + 1);
    m_read = journal.firstDepartedFrom(oldest * BucketLength.count()) - 1;
    const RecordNumber end = journal.firstDepartedFrom(untilNs + 1);
    while (m_read + 1 < end)
        add(journal.at(++m_read));
}

void TrafficSeries::clear()
{
    *this = TrafficSeries();
}

TrafficBucket TrafficSeries::bucket(qint64 index) const noexcept
{
    if (index < 0 || index > m_newest || index <= m_newest - Kept)
        return {};
    return m_buckets[size_t(index % Kept)];
}

void TrafficSeries::add(const Record &record)
{
    const qint64 index = bucketOf(record.departedNs);
    if (index <= m_newest - Kept)
        return;
    for (qint64 fresh = std::max(m_newest + 1, index - Kept + 1); fresh <= index; ++fresh)
        m_buckets[size_t(fresh % Kept)] = {};
    m_newest = std::max(m_newest, index);
    if (record.wireBytes == 0) // opening and closing are no messages
        return;
    TrafficShare &share = m_buckets[size_t(index % Kept)][size_t(record.technique)];
    ++(record.payloadBytes > 0 ? share.loadedMessages : share.bareMessages);
    share.payloadBytes += record.payloadBytes;
    share.overheadBytes += record.wireBytes - record.payloadBytes;
}

} // namespace wiretale
