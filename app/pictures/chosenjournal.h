// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/recordselection.h"
#include "app/journal/journal.h"

#include <optional>

namespace wiretale {

class TrafficLog;

/// The chosen records of a log as a journal, for those who read whole journals. Of all records it is the
/// log's own; else a copy of what had been recorded, in which records and connections are numbered anew.
class ChosenJournal
{
public:
    ChosenJournal(const TrafficLog &log, const RecordSelection &records);

    [[nodiscard]] const Journal &journal() const noexcept { return m_copy ? *m_copy : m_whole; }

private:
    const Journal &m_whole;
    std::optional<Journal> m_copy;
};

} // namespace wiretale
