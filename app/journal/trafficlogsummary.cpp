// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/journal/trafficlog_p.h"
#include "app/wire/connectiondissector.h"

#include <algorithm>

namespace wiretale {

// In a file of its own: it alone needs the dissectors.
QString TrafficLog::summary(RecordNumber number) const
{
    {
        const std::lock_guard lock(d->summariesMutex);
        if (const auto told = d->summaries.find(number); told != d->summaries.end())
            return told->second;
    }
    // What a line of text can say stands in the head of a message.
    constexpr quint32 LongestHead = 16 * 1024;
    const Record record = d->journal.at(number);
    const QByteArray head
        = d->capture->payload(record.captureOffset, std::min(record.wireBytes, LongestHead));
    const std::vector<qint64> eventIds = d->journal.eventIds(number);
    return summaryOf(record, head, eventIds);
}

} // namespace wiretale
