// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/capture.h"
#include "app/journal/trafficlog.h"

#include <mutex>
#include <unordered_map>

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
};

} // namespace wiretale
