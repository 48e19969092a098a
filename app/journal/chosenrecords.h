// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"

#include <functional>
#include <span>
#include <vector>

namespace wiretale {

/// Some of a journal's records, and what belongs to them: queries like the journal's own, over these alone.
///
/// Numbers in ascending order, and for each of the journal's chunks of 256 where its own begin among them,
/// how many bytes came before and which connections they are of. So a window is asked for at no more than the
/// whole journal's cost, and one that enters or leaves in the middle changes a single chunk. For each
/// connection and each exchange it is counted how many of its records are chosen.
class ChosenRecords
{
public:
    /// The journal must outlive it, or the next reset(); null: there is nothing to choose from.
    explicit ChosenRecords(const Journal *journal = nullptr);
    /// `numbers` ascend.
    ChosenRecords(const Journal &journal, std::span<const RecordNumber> numbers);

    /// Nothing is chosen any more.
    void reset(const Journal *journal);
    /// `numbers` ascend, and are above all that are chosen.
    void append(std::span<const RecordNumber> numbers);
    void insert(RecordNumber number);
    void remove(RecordNumber number);
    /// Both ascend. For many at once.
    void change(std::span<const RecordNumber> leaving, std::span<const RecordNumber> entering);
    /// All that was there to choose from has been looked at once; until then every client counts as one of
    /// theirs, lest lanes come one by one.
    void settle() noexcept;

    [[nodiscard]] const Journal *journal() const noexcept { return m_journal; }
    [[nodiscard]] quint32 size() const noexcept { return quint32(m_numbers.size()); }
    /// `index` from 0 to below size(). O(1).
    [[nodiscard]] RecordNumber at(quint32 index) const noexcept { return m_numbers[index]; }
    /// How many have a number below this one. O(log 256).
    [[nodiscard]] quint32 countBefore(RecordNumber number) const noexcept;
    [[nodiscard]] bool contains(RecordNumber number) const noexcept;
    [[nodiscard]] bool containsAnyOf(ConnectionNumber connection) const noexcept;
    /// Whether the request is chosen, or part of its answer.
    [[nodiscard]] bool containsAnyOfExchange(RecordNumber request) const noexcept;

    /// As Journal::visitRecords().
    void visitRecords(qint64 fromNs, qint64 toNs,
                      const std::function<bool(RecordNumber, const Record &)> &visit) const;
    /// As Journal::chunks(), without bytes; `first` is the index of the chunk's first one.
    [[nodiscard]] std::vector<ChunkSummary> chunks(qint64 fromNs, qint64 toNs) const;
    /// Wire bytes of those that departed before `ns`; two calls answer for any interval.
    [[nodiscard]] quint64 wireBytesBefore(qint64 ns) const;
    /// Those of whose messages one is chosen at least.
    [[nodiscard]] std::vector<ClientEntry> clients() const;

    /// Counts changes.
    [[nodiscard]] quint64 revision() const noexcept { return m_revision; }
    /// The revision at which it was reset last.
    [[nodiscard]] quint64 beganAt() const noexcept { return m_beganAt; }
    /// Below this number nothing changed since that revision, and whatever was appended since lies above all
    /// that there were then; the largest number there is when that is all.
    [[nodiscard]] RecordNumber firstChangedSince(quint64 revision) const noexcept;

private:
    struct Chunk
    {
        quint32 begin = 0; ///< in m_numbers
        quint64 wireBytesBefore = 0; ///< of all chunks before this one
        quint64 connectionBits = 0; ///< bit (connection number mod 64)
        quint64 changedAt = 0; ///< revision at which one entered or left, other than at the end
    };

    Chunk &makeChunkOf(RecordNumber number);
    [[nodiscard]] quint32 endOf(size_t chunk) const noexcept;
    void count(const Record &record, int change);
    void summarise(size_t chunk);

    const Journal *m_journal;
    std::vector<RecordNumber> m_numbers;
    std::vector<Chunk> m_chunks; ///< index: of the journal's chunk
    std::vector<quint32> m_ofConnection; ///< index: connection number
    std::vector<quint32> m_ofExchange; ///< index: the request's number
    quint64 m_wireBytes = 0;
    quint64 m_revision = 0;
    quint64 m_beganAt = 0;
    bool m_isSettled = false;
};

} // namespace wiretale
