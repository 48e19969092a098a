// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficseries.h"

#include "app/journal/shownrecords.h"

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

bool TrafficSeries::read(const ShownRecords &shown)
{
    const RecordNumber changed = shown.firstChangedSince(m_revision);
    const bool isChanged = changed <= m_read;
    if (isChanged)
        clear();
    m_revision = shown.revision();
    const quint32 count = shown.count();
    quint32 place = shown.placeOf(m_read + 1);
    if (place > count)
        return isChanged;
    if (count - place >= WorthSkipping) {
        const qint64 oldest = bucketOf(shown.journal()->at(shown.at(count)).departedNs) - Kept + 1;
        place = std::max(place, std::min(shown.firstFrom(oldest * BucketLength.count()), count));
    }
    for (; place <= count; ++place) {
        m_read = shown.at(place);
        add(shown.journal()->at(m_read));
    }
    return true;
}

void TrafficSeries::readUntil(const ShownRecords &shown, qint64 untilNs)
{
    clear();
    m_revision = shown.revision();
    const qint64 oldest = std::max<qint64>(0, bucketOf(untilNs) - Kept + 1);
    const quint32 end = shown.firstFrom(untilNs + 1);
    for (quint32 place = shown.firstFrom(oldest * BucketLength.count()); place < end; ++place) {
        m_read = shown.at(place);
        add(shown.journal()->at(m_read));
    }
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
