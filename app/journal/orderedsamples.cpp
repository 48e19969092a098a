// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/orderedsamples.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace wiretale {

namespace {

constexpr size_t LongestBlock = 512;
constexpr qint64 LargestSmall = std::numeric_limits<quint32>::max();

} // namespace

template <typename Number>
void OrderedSamples::Blocks<Number>::add(Number sample)
{
    ++count;
    // The first block that ends above the sample, so that among equal ones the new one comes last.
    auto block
        = std::upper_bound(blocks.begin(), blocks.end(), sample,
                           [](Number value, const auto &candidate) { return value < candidate.back(); });
    if (block == blocks.end()) {
        // Behind all others; a full block is left full.
        if (blocks.empty() || blocks.back().size() == LongestBlock)
            blocks.emplace_back();
        blocks.back().push_back(sample);
        return;
    }
    if (block->size() == LongestBlock) {
        const auto middle = block->begin() + LongestBlock / 2;
        std::vector<Number> upper(middle, block->end());
        block->erase(middle, block->end());
        const bool isAbove = sample >= block->back();
        block = std::prev(blocks.insert(std::next(block), std::move(upper)), isAbove ? 0 : 1);
    }
    block->insert(std::upper_bound(block->begin(), block->end(), sample), sample);
}

template <typename Number>
qint64 OrderedSamples::Blocks<Number>::at(qint64 n) const noexcept
{
    auto rest = size_t(n);
    for (const std::vector<Number> &block : blocks) {
        if (rest < block.size())
            return block[rest];
        rest -= block.size();
    }
    return -1;
}

void OrderedSamples::add(qint64 sample)
{
    Q_ASSERT_X(sample >= 0, "OrderedSamples::add", "below 0");
    if (sample <= LargestSmall)
        m_small.add(quint32(sample));
    else
        m_large.add(sample);
}

qint64 OrderedSamples::at(qint64 n) const noexcept
{
    Q_ASSERT_X(n >= 0 && n < count(), "OrderedSamples::at", "no such sample");
    return n < m_small.count ? m_small.at(n) : m_large.at(n - m_small.count);
}

qint64 OrderedSamples::median() const noexcept
{
    const qint64 middle = count() / 2;
    if (count() == 0)
        return -1;
    if (count() % 2 == 1)
        return at(middle);
    const qint64 lower = at(middle - 1);
    return lower + (at(middle) - lower) / 2;
}

qint64 OrderedSamples::percentile(int percent) const noexcept
{
    Q_ASSERT_X(percent >= 1 && percent <= 100, "OrderedSamples::percentile", "percent out of range");
    if (count() == 0)
        return -1;
    return at((count() * percent + 99) / 100 - 1);
}

} // namespace wiretale
