// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace wiretale {

class Filter;
class TrafficLog;

/// Which records of a log are meant: all of them, or some. A value, cheap to copy; any thread may read it.
class RecordSelection
{
public:
    /// All, whatever is yet to come included.
    RecordSelection() = default;
    /// `numbers` must be in ascending order.
    explicit RecordSelection(std::vector<RecordNumber> numbers)
        : m_numbers(std::make_shared<const std::vector<RecordNumber>>(std::move(numbers)))
    {
        Q_ASSERT_X(std::ranges::is_sorted(*m_numbers), "RecordSelection", "numbers must ascend");
    }

    [[nodiscard]] bool isAll() const noexcept { return m_numbers == nullptr; }
    [[nodiscard]] bool contains(RecordNumber number) const noexcept
    {
        return isAll() || std::ranges::binary_search(*m_numbers, number);
    }
    /// Calls `visit(number)` for each up to `last`, ascending, until it answers false.
    template <typename Visit>
    void visit(RecordNumber last, Visit visit) const
    {
        if (isAll()) {
            for (RecordNumber number = 1; number <= last && visit(number); ++number) { }
            return;
        }
        for (const RecordNumber number : *m_numbers) {
            if (number > last || !visit(number))
                return;
        }
    }

private:
    std::shared_ptr<const std::vector<RecordNumber>> m_numbers; ///< null: all
};

/// Of the records chosen those that were under way in [fromNs, toNs], clock nanoseconds.
[[nodiscard]] RecordSelection recordsUnderWay(const RecordSelection &chosen, const TrafficLog &log,
                                              qint64 fromNs, qint64 toNs);

/// All records of the log that the filter chooses at this moment; an empty filter chooses whatever comes.
[[nodiscard]] RecordSelection recordsChosenBy(const Filter &filter, const TrafficLog &log);

} // namespace wiretale
