// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/orderedsamples.h"

#include <algorithm>
#include <iterator>

namespace wiretale {

void OrderedSamples::add(qint64 sample)
{
    ++m_count;
    if (m_blocks.empty()) {
        m_blocks.push_back({sample});
        return;
    }
    // The first block that ends above the sample, so that among equal ones the new one comes last.
    auto block
        = std::upper_bound(m_blocks.begin(), m_blocks.end(), sample,
                           [](qint64 value, const auto &candidate) { return value < candidate.back(); });
    if (block == m_blocks.end())
        --block;
    block->insert(std::upper_bound(block->begin(), block->end(), sample), sample);
    if (block->size() <= LongestBlock)
        return;
    const auto middle = block->begin() + LongestBlock / 2;
    std::vector<qint64> upper(middle, block->end());
    block->erase(middle, block->end());
    m_blocks.insert(std::next(block), std::move(upper));
}

qint64 OrderedSamples::at(qint64 n) const noexcept
{
    Q_ASSERT_X(n >= 0 && n < m_count, "OrderedSamples::at", "no such sample");
    auto rest = size_t(n);
    for (const std::vector<qint64> &block : m_blocks) {
        if (rest < block.size())
            return block[rest];
        rest -= block.size();
    }
    return -1;
}

qint64 OrderedSamples::median() const noexcept
{
    if (m_count == 0)
        return -1;
    if (m_count % 2 == 1)
        return at(m_count / 2);
    const qint64 lower = at(m_count / 2 - 1);
    return lower + (at(m_count / 2) - lower) / 2;
}

qint64 OrderedSamples::percentile(int percent) const noexcept
{
    Q_ASSERT_X(percent >= 1 && percent <= 100, "OrderedSamples::percentile", "percent out of range");
    if (m_count == 0)
        return -1;
    return at((m_count * percent + 99) / 100 - 1);
}

} // namespace wiretale
