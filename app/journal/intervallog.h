// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/stablearray.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace wiretale {

/// An append-only log of intervals [beginNs, endNs] in the order of their beginnings, of which the ends may
/// become known late. One writer, many readers without locks.
///
/// Each full chunk of 256 has a summary by which readers skip it whole; of a full chunk only its last end can
/// still change. The growing chunk at the end has none: it is read instead, so that appending costs no more
/// than filling in the slot. A query of a window is O(size/256 + hits), a search by beginning O(log size).
///
/// A Slot has `qint64 beginNs() const`, which never changes; `qint64 endNs() const`, which is Open until it
/// is known and may be read while it changes; and a type `Totals` with `void add(const Slot &)` and `void
/// add(const Totals &)`, which sums up what never changes.
template <typename Slot>
class IntervalLog
{
public:
    static constexpr quint32 ChunkSize = StableArray<Slot>::ChunkSize;
    static constexpr qint64 Open = std::numeric_limits<qint64>::max();
    using Totals = typename Slot::Totals;

    struct Summary
    {
        qint64 firstBeginNs = 0;
        qint64 lastBeginNs = 0;
        qint64 lastEndNs = 0; ///< Open while one of them is
        Totals totals;
        Totals before; ///< of all chunks before this one
        quint32 first = 0; ///< index
        quint32 count = 0;
    };

    [[nodiscard]] quint32 size() const noexcept { return m_slots.size(); }
    [[nodiscard]] const Slot &operator[](quint32 index) const noexcept { return m_slots[index]; }
    [[nodiscard]] Slot &operator[](quint32 index) noexcept { return m_slots[index]; }

    /// Writer: the slot that publish() will add, to be filled in between. Beginnings must not go back.
    [[nodiscard]] Slot &stage() { return m_slots.stage(); }
    void publish()
    {
        const quint32 index = m_slots.size();
        Q_ASSERT_X(index == 0 || m_slots[index - 1].beginNs() <= m_slots[index].beginNs(), "IntervalLog",
                   "beginnings must not go back");
        if (index % ChunkSize == ChunkSize - 1)
            summarise(index / ChunkSize);
        m_slots.publish();
    }

    /// Writer: to be called after the end of a published slot changed from `oldEndNs`.
    void endChanged(quint32 index, qint64 oldEndNs)
    {
        const quint32 chunk = index / ChunkSize;
        if (chunk >= m_heads.size())
            return;
        Head &head = m_heads[chunk];
        head.open += quint32(m_slots[index].endNs() == Open) - quint32(oldEndNs == Open);
        head.lastEndNs.store(head.open > 0 ? Open : lastEndIn(chunk, ChunkSize), std::memory_order_relaxed);
    }

    /// Calls `visit(index, slot)` for each interval that meets [fromNs, toNs], in order, until it answers
    /// false.
    template <typename Visit>
    void visit(qint64 fromNs, qint64 toNs, Visit &&visit) const
    {
        const quint32 count = size();
        for (quint32 chunk = 0; chunk < chunksIn(count); ++chunk) {
            if (isFull(chunk, count)) {
                const Head &head = m_heads[chunk];
                if (head.firstBeginNs > toNs)
                    return;
                if (head.lastEndNs.load(std::memory_order_relaxed) < fromNs)
                    continue;
            }
            const quint32 end = chunk * ChunkSize + filled(chunk, count);
            for (quint32 index = chunk * ChunkSize; index < end; ++index) {
                const Slot &slot = m_slots[index];
                if (slot.beginNs() > toNs)
                    return;
                if (slot.endNs() >= fromNs && !visit(index, slot))
                    return;
            }
        }
    }

    /// Calls `visit(summary)` for each chunk that meets the window.
    template <typename Visit>
    void visitChunks(qint64 fromNs, qint64 toNs, Visit &&visit) const
    {
        const quint32 count = size();
        for (quint32 chunk = 0; chunk < chunksIn(count); ++chunk) {
            const Summary summary = summaryOf(chunk, count);
            if (summary.firstBeginNs > toNs)
                return;
            if (summary.lastEndNs >= fromNs)
                visit(summary);
        }
    }

    /// Index of the first slot for which `isBefore` is false; size() when there is none. `isBefore` must be
    /// true for all slots up to some place and false from there on.
    template <typename IsBefore>
    [[nodiscard]] quint32 firstNot(IsBefore &&isBefore) const
    {
        quint32 low = 0;
        quint32 high = size();
        while (low < high) {
            const quint32 middle = low + (high - low) / 2;
            if (isBefore(m_slots[middle]))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// Totals of all slots before `index`, which must not be above a size seen.
    [[nodiscard]] Totals totalsBefore(quint32 index) const
    {
        Totals totals = beforeChunk(index / ChunkSize);
        for (quint32 i = index - index % ChunkSize; i < index; ++i)
            totals.add(m_slots[i]);
        return totals;
    }

private:
    struct Head
    {
        qint64 firstBeginNs = 0;
        qint64 lastBeginNs = 0;
        std::atomic<qint64> lastEndNs {0};
        Totals totals;
        Totals before;
        quint32 open = 0; ///< the writer's own: how many have no end yet
    };

    [[nodiscard]] static quint32 chunksIn(quint32 count) noexcept
    {
        return count / ChunkSize + quint32(count % ChunkSize != 0);
    }
    [[nodiscard]] static bool isFull(quint32 chunk, quint32 count) noexcept
    {
        return chunk < count / ChunkSize;
    }
    [[nodiscard]] static quint32 filled(quint32 chunk, quint32 count) noexcept
    {
        return isFull(chunk, count) ? ChunkSize : count % ChunkSize;
    }

    [[nodiscard]] qint64 lastEndIn(quint32 chunk, quint32 count) const noexcept
    {
        qint64 last = std::numeric_limits<qint64>::min();
        for (quint32 i = 0; i < count; ++i)
            last = std::max(last, m_slots[chunk * ChunkSize + i].endNs());
        return last;
    }

    [[nodiscard]] Totals totalsIn(quint32 chunk, quint32 count) const
    {
        Totals totals;
        for (quint32 i = 0; i < count; ++i)
            totals.add(m_slots[chunk * ChunkSize + i]);
        return totals;
    }

    /// The chunk before must be full.
    [[nodiscard]] Totals beforeChunk(quint32 chunk) const
    {
        if (chunk == 0)
            return {};
        Totals totals = m_heads[chunk - 1].before;
        totals.add(m_heads[chunk - 1].totals);
        return totals;
    }

    [[nodiscard]] Summary summaryOf(quint32 chunk, quint32 count) const
    {
        const quint32 first = chunk * ChunkSize;
        const quint32 here = filled(chunk, count);
        if (isFull(chunk, count)) {
            const Head &head = m_heads[chunk];
            return {head.firstBeginNs,
                    head.lastBeginNs,
                    head.lastEndNs.load(std::memory_order_relaxed),
                    head.totals,
                    head.before,
                    first,
                    here};
        }
        return {m_slots[first].beginNs(),
                m_slots[first + here - 1].beginNs(),
                lastEndIn(chunk, here),
                totalsIn(chunk, here),
                beforeChunk(chunk),
                first,
                here};
    }

    /// Before the slot that fills the chunk is published, so that whoever sees that slot sees the summary.
    void summarise(quint32 chunk)
    {
        const quint32 first = chunk * ChunkSize;
        Head &head = m_heads.stage();
        head.firstBeginNs = m_slots[first].beginNs();
        head.lastBeginNs = m_slots[first + ChunkSize - 1].beginNs();
        head.lastEndNs.store(lastEndIn(chunk, ChunkSize), std::memory_order_relaxed);
        head.totals = totalsIn(chunk, ChunkSize);
        head.before = beforeChunk(chunk);
        for (quint32 i = 0; i < ChunkSize; ++i)
            head.open += quint32(m_slots[first + i].endNs() == Open);
        m_heads.publish();
    }

    StableArray<Slot> m_slots;
    StableArray<Head> m_heads; ///< of full chunks
};

} // namespace wiretale
