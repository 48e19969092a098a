// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/recordselection.h"
#include "app/journal/journal.h"

#include <optional>
#include <vector>

namespace wiretale {

class TrafficLog;

/// The chosen records of a log as a journal, for those who read whole journals. Of all records it is the
/// log's own; else a copy of what had been recorded, in which records and connections are numbered anew.
class ChosenJournal
{
public:
    ChosenJournal(const TrafficLog &log, const RecordSelection &records);

    [[nodiscard]] const Journal &journal() const noexcept { return m_copy ? *m_copy : m_whole; }
    /// A record's number in the log.
    [[nodiscard]] RecordNumber original(RecordNumber number) const
    {
        return m_copy ? m_originals[number - 1] : number;
    }

private:
    const Journal &m_whole;
    std::optional<Journal> m_copy;
    std::vector<RecordNumber> m_originals;
};

} // namespace wiretale
