// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/idlegaps.h"

#include "app/journal/shownrecords.h"

#include <algorithm>
#include <utility>

namespace wiretale {

bool IdleGaps::update(const ShownRecords &shown)
{
    const size_t before = m_gaps.size();
    m_kept = before;
    goBackBefore(shown.firstChangedSince(std::exchange(m_revision, shown.revision())));
    const Journal &journal = *shown.journal();
    std::erase_if(m_inFlight, [&](RecordNumber number) {
        const Record record = journal.at(number);
        if (record.arrivedNs != Record::NotArrived)
            m_busyUntilNs = std::max(m_busyUntilNs, record.arrivedNs);
        const bool isLanded = record.arrivedNs != Record::NotArrived || record.has(RecordFlag::Cut);
        if (isLanded && !m_marks.empty())
            m_landed.push_back(number);
        return isLanded;
    });
    const quint32 end = shown.count();
    for (quint32 place = shown.placeOf(m_read + 1); place <= end; ++place) {
        const RecordNumber number = shown.at(place);
        if (!shown.areAll())
            markBefore(number);
        m_read = number;
        const Record record = journal.at(number);
        if (m_inFlight.empty() && record.departedNs - m_busyUntilNs >= ShortestNs)
            m_gaps.push_back({m_busyUntilNs, record.departedNs});
        m_busyUntilNs = std::max(m_busyUntilNs, record.departedNs);
        if (record.arrivedNs != Record::NotArrived)
            m_busyUntilNs = std::max(m_busyUntilNs, record.arrivedNs);
        else if (!record.has(RecordFlag::Cut))
            m_inFlight.push_back(number);
    }
    return m_kept != before || m_gaps.size() != before;
}

void IdleGaps::markBefore(RecordNumber number)
{
    const auto chunkOf = [](RecordNumber of) { return (of - 1) / Journal::ChunkSize; };
    if (m_marks.empty() || chunkOf(number) != chunkOf(m_read))
        m_marks.push_back({m_read, m_busyUntilNs, m_gaps.size(), m_landed.size()});
}

void IdleGaps::goBackBefore(RecordNumber number)
{
    if (m_read < number)
        return;
    Mark mark;
    while (!m_marks.empty()) {
        mark = m_marks.back();
        m_marks.pop_back();
        if (mark.read < number)
            break;
    }
    m_read = mark.read;
    m_busyUntilNs = mark.busyUntilNs;
    m_gaps.resize(mark.gapCount);
    putInFlightAgain(mark);
    m_kept = std::min(m_kept, m_gaps.size());
}

/// What was in flight at the mark: what still is, and what has landed since. Each update looks again at
/// whether it has.
void IdleGaps::putInFlightAgain(const Mark &mark)
{
    const auto landed = m_landed.begin() + std::ptrdiff_t(mark.landedCount);
    m_inFlight.insert(m_inFlight.end(), landed, m_landed.end());
    m_landed.erase(landed, m_landed.end());
    std::erase_if(m_inFlight, [&mark](RecordNumber number) { return number > mark.read; });
    std::ranges::sort(m_inFlight);
}

qint64 IdleGaps::idleSinceNs() const noexcept
{
    return m_inFlight.empty() ? m_busyUntilNs : Record::NotArrived;
}

} // namespace wiretale
