// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/recordselection.h"

#include "app/journal/filter.h"
#include "app/journal/trafficlog.h"

namespace wiretale {

RecordSelection recordsUnderWay(const RecordSelection &chosen, const TrafficLog &log, qint64 fromNs,
                                qint64 toNs)
{
    std::vector<RecordNumber> numbers;
    log.journal().visitRecords(fromNs, toNs, [&](RecordNumber number, const Record &) {
        if (chosen.contains(number))
            numbers.push_back(number);
        return true;
    });
    return RecordSelection(std::move(numbers));
}

RecordSelection recordsChosenBy(const Filter &filter, const TrafficLog &log)
{
    if (filter.isEmpty())
        return {};
    std::vector<RecordNumber> numbers;
    const RecordNumber last = log.journal().size();
    for (RecordNumber number = 1; number <= last; ++number) {
        if (filter.matches(log, number))
            numbers.push_back(number);
    }
    return RecordSelection(std::move(numbers));
}

} // namespace wiretale
