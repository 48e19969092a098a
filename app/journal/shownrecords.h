// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/chosenrecords.h"
#include "app/journal/journal.h"

#include <functional>
#include <limits>
#include <vector>

namespace wiretale {

/// What of a journal is shown: all of it, or what was chosen, with what belongs to that: the exchanges and
/// connections of which a message is shown, and their clients. A value of two pointers; what it was made of
/// must outlive it.
///
/// Records have places, which count from 1; where all of them are shown a record's place is its number.
class ShownRecords
{
public:
    using VisitRecord = std::function<bool(RecordNumber, const Record &)>;

    /// Nothing is.
    ShownRecords() = default;
    ShownRecords(const Journal &journal) noexcept // NOLINT: a journal is all of its records
        : m_journal(&journal)
    {
    }
    ShownRecords(const ChosenRecords &chosen) noexcept // NOLINT
        : m_chosen(&chosen)
    {
    }
    ShownRecords(const Journal &&) = delete;
    ShownRecords(const ChosenRecords &&) = delete;

    [[nodiscard]] const Journal *journal() const noexcept
    {
        return m_chosen != nullptr ? m_chosen->journal() : m_journal;
    }
    [[nodiscard]] bool areAll() const noexcept { return m_chosen == nullptr; }
    [[nodiscard]] quint32 count() const noexcept;
    /// `place` from 1 to count().
    [[nodiscard]] RecordNumber at(quint32 place) const noexcept;
    /// The place that it has, or would have.
    [[nodiscard]] quint32 placeOf(RecordNumber number) const noexcept;
    [[nodiscard]] bool contains(RecordNumber number) const noexcept;
    /// Of the first one that departed at or after `ns`; count() + 1 when there is none.
    [[nodiscard]] quint32 firstFrom(qint64 ns) const;

    /// These as the journal's.
    void visitRecords(qint64 fromNs, qint64 toNs, const VisitRecord &visit) const;
    void visitExchanges(qint64 fromNs, qint64 toNs,
                        const std::function<bool(const ExchangeSpan &)> &visit) const;
    void visitConnections(qint64 fromNs, qint64 toNs,
                          const std::function<bool(const ConnectionSpan &)> &visit) const;
    /// `first` is a place.
    [[nodiscard]] std::vector<ChunkSummary> chunks(qint64 fromNs, qint64 toNs) const;
    [[nodiscard]] quint64 wireBytesBefore(qint64 ns) const;
    /// In the order of their indexes.
    [[nodiscard]] std::vector<ClientEntry> clients() const;

    /// As ChosenRecords has them. All the records of a journal only grow.
    [[nodiscard]] quint64 revision() const noexcept { return m_chosen != nullptr ? m_chosen->revision() : 0; }
    [[nodiscard]] quint64 beganAt() const noexcept { return m_chosen != nullptr ? m_chosen->beganAt() : 0; }
    [[nodiscard]] RecordNumber firstChangedSince(quint64 revision) const noexcept
    {
        return m_chosen != nullptr ? m_chosen->firstChangedSince(revision)
                                   : std::numeric_limits<RecordNumber>::max();
    }

    friend bool operator==(const ShownRecords &, const ShownRecords &) = default;

private:
    const Journal *m_journal = nullptr;
    const ChosenRecords *m_chosen = nullptr; ///< null: all of the journal
};

} // namespace wiretale
