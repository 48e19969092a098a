// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/idlegaps.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

bool IdleGaps::update(const Journal &journal)
{
    std::erase_if(m_inFlight, [&](RecordNumber number) {
        const Record record = journal.at(number);
        if (record.arrivedNs != Record::NotArrived)
            m_busyUntilNs = std::max(m_busyUntilNs, record.arrivedNs);
        return record.arrivedNs != Record::NotArrived || record.has(RecordFlag::Cut);
    });
    const size_t before = m_gaps.size();
    for (const quint32 end = journal.size(); m_read < end;) {
        const Record record = journal.at(++m_read);
        if (m_inFlight.empty() && record.departedNs - m_busyUntilNs >= ShortestNs)
            m_gaps.push_back({m_busyUntilNs, record.departedNs});
        m_busyUntilNs = std::max(m_busyUntilNs, record.departedNs);
        if (record.arrivedNs != Record::NotArrived)
            m_busyUntilNs = std::max(m_busyUntilNs, record.arrivedNs);
        else if (!record.has(RecordFlag::Cut))
            m_inFlight.push_back(m_read);
    }
    return m_gaps.size() != before;
}

qint64 IdleGaps::idleSinceNs() const noexcept
{
    return m_inFlight.empty() ? m_busyUntilNs : Record::NotArrived;
}

} // namespace wiretale
