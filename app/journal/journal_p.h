// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/intervallog.h"
#include "app/journal/journal.h"
#include "app/journal/journalparts.h"

#include <atomic>
#include <optional>
#include <set>
#include <vector>

namespace wiretale {

/// What a journal holds. Everything but `states` is read by other threads while the writer goes on.
class Journal::Private
{
public:
    /// What the writer alone knows of a connection.
    struct ConnectionState
    {
        std::set<quint32> unfinished; ///< indexes of its exchanges that have no end
        Technique lastTechnique = Technique::Http; ///< other than Http
    };

    IntervalLog<RecordSlot> records;
    IntervalLog<ExchangeSlot> exchanges; ///< in the order of their requests' numbers
    IntervalLog<ConnectionSlot> connections; ///< index: number - 1
    StableArray<qint64> eventIds;
    PublishingTimes published;
    ClientTable clients;
    std::atomic<qint64> lastNs {0};
    std::atomic<quint64> revision {0};
    std::vector<ConnectionState> states; ///< index: connection number - 1

    void changed(qint64 ns) noexcept;
    void followConnection(const Record &record);
    void followExchange(RecordNumber number, const Record &record);
    void followAnswer(quint32 index, const Record &record);
    void finish(quint32 index, qint64 ns);
    /// Its index. O(log n).
    [[nodiscard]] std::optional<quint32> findExchange(RecordNumber request) const;
};

} // namespace wiretale
