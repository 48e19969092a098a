// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/chosenrecords.h"
#include "app/journal/filter.h"
#include "app/journal/shownrecords.h"

#include <memory>
#include <optional>
#include <vector>

namespace wiretale {

/// The numbers of the messages that a filter chooses, in ascending order; follows a log that grows.
///
/// Nothing is looked at but by look(), which does as much as it is allowed to, so that a thread with a window
/// to draw never waits. What it finds becomes rows by apply(), so that a model can announce it in between. A
/// message whose verdict can still change (it is in flight, or held, or its client is not known yet) is
/// looked at again whenever the log changed, until it cannot. Without a filter nothing is stored.
class FilteredRows
{
public:
    explicit FilteredRows(std::shared_ptr<const TrafficLog> log = {}, Filter filter = {});

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// Begins anew.
    void setFilter(const Filter &filter);

    [[nodiscard]] const std::shared_ptr<const TrafficLog> &log() const noexcept { return m_log; }
    [[nodiscard]] const Filter &filter() const noexcept { return m_filter; }
    /// The rows for those who draw them, valid as long as this is; without a filter the whole log, rows or
    /// not.
    [[nodiscard]] ShownRecords shown() const noexcept;

    struct Changes
    {
        std::vector<RecordNumber> leaving; ///< rows that are none any more, ascending
        std::vector<RecordNumber> entering; ///< to go between the rows, ascending
        std::vector<RecordNumber> following; ///< to go after the last row, ascending; none without a filter
        quint32 lookedUntil = 0; ///< every record up to this one has been looked at

        [[nodiscard]] bool isEmpty() const noexcept
        {
            return leaving.empty() && entering.empty() && following.empty();
        }
    };
    /// Looks at what is new and at what was undecided, until it has cost `budget` looks at a record (see
    /// Filter::Verdict::cost), but at one of each at least. Apply what it answers before the next look.
    [[nodiscard]] Changes look(qint64 budget, std::optional<qint64> nowNs = std::nullopt);
    void remove(RecordNumber number);
    void insert(RecordNumber number);
    /// The rest of the changes: what follows.
    void follow(const Changes &changes);
    /// All of it.
    void apply(const Changes &changes);
    /// Looks and applies; for those who need not announce it.
    void advance(qint64 budget, std::optional<qint64> nowNs = std::nullopt);

    [[nodiscard]] quint32 size() const noexcept;
    /// `row` from 0 to below size(). O(1).
    [[nodiscard]] RecordNumber at(quint32 row) const noexcept;
    /// O(log n).
    [[nodiscard]] std::optional<quint32> rowOf(RecordNumber number) const noexcept;
    /// How many rows have a number below this one.
    [[nodiscard]] quint32 rowsBefore(RecordNumber number) const noexcept;

    /// How many records of the log have been looked at.
    [[nodiscard]] quint32 looked() const noexcept { return m_looked; }
    /// Whether there is nothing to look at before the log changes, or the moment does.
    [[nodiscard]] bool isUpToDate() const noexcept;
    [[nodiscard]] quint32 undecided() const noexcept;

private:
    void lookAgain(qint64 &budget, quint64 revision, qint64 nowNs, Changes &changes);
    void lookOn(qint64 &budget, qint64 nowNs, Changes &changes);

    std::shared_ptr<const TrafficLog> m_log;
    std::shared_ptr<MessageReader> m_reader; ///< for the filter; of m_log
    Filter m_filter;
    ChosenRecords m_rows; ///< nothing without a filter
    quint32 m_looked = 0;
    quint32 m_found = 0; ///< as m_looked, before it is applied
    // Passes go over m_undecided from the front. Of those already passed, what remains undecided is kept
    // before m_kept; what lies between it and m_next is done with.
    std::vector<RecordNumber> m_undecided;
    size_t m_kept = 0;
    size_t m_next = 0;
    quint64 m_passRevision = 0; ///< the journal's when the pass began
    qint64 m_passNowNs = 0;
};

} // namespace wiretale
