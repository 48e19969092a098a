// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capture.h"
#include "app/journal/trafficlog.h"

#include <atomic>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace wiretale {

class TrafficLog::Private
{
public:
    Journal journal;
    Statistics statistics;
    std::unique_ptr<Capture> capture;
    qint64 wallStartNs = 0;
    mutable std::mutex summariesMutex;
    std::unordered_map<RecordNumber, QString> summaries; ///< that were told
    mutable std::mutex marksMutex;
    std::vector<LogMark> marks;
    qsizetype markBytes = 0;
    std::atomic<quint64> markCount {0};
};

} // namespace wiretale
