// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace wiretale {

/// A growing multiset of numbers, none below 0, that answers which is the n-th smallest, exactly.
///
/// Kept in ascending blocks of at most 512; what is below 2^32 (of times: four seconds) takes half the room.
/// Adding costs a search and a move within one block (0.1 to 0.3 us with a million samples), asking a walk
/// over the blocks' sizes (some microseconds with a million); 4 to 8 bytes a sample, 8 to 16 for a large one.
class OrderedSamples
{
public:
    void add(qint64 sample);

    [[nodiscard]] qint64 count() const noexcept { return m_small.count + m_large.count; }
    /// The n-th smallest, from 0; `n` below count().
    [[nodiscard]] qint64 at(qint64 n) const noexcept;
    /// The middle one, or half way between the two in the middle (rounded down); -1 when there are none.
    [[nodiscard]] qint64 median() const noexcept;
    /// The smallest sample such that `percent` of all are not above it (nearest rank); -1 when there are
    /// none. `percent` from 1 to 100.
    [[nodiscard]] qint64 percentile(int percent) const noexcept;

private:
    template <typename Number>
    struct Blocks
    {
        std::vector<std::vector<Number>> blocks; ///< none is empty
        qint64 count = 0;

        void add(Number sample);
        [[nodiscard]] qint64 at(qint64 n) const noexcept;
    };

    Blocks<quint32> m_small;
    Blocks<qint64> m_large; ///< what does not fit there
};

} // namespace wiretale
