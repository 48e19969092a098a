// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/timemap.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

void TimeMap::setScale(double pixelsPerSecond)
{
    if (pixelsPerSecond == scale())
        return;
    m_pixelsPerNs = pixelsPerSecond * 1e-9;
    const std::vector<IdleGap> gaps = std::move(m_gaps);
    m_gaps.clear();
    m_folds.clear();
    m_hasTail = false;
    setGaps(gaps);
}

void TimeMap::setGaps(std::span<const IdleGap> gaps)
{
    if (m_hasTail)
        m_folds.pop_back();
    m_hasTail = false;
    if (gaps.size() < m_gaps.size()) {
        m_gaps.clear();
        m_folds.clear();
    }
    // A journal's gaps only grow, so what is known stays.
    for (const IdleGap &gap : gaps.subspan(m_gaps.size())) {
        m_gaps.push_back(gap);
        appendFold(gap);
    }
}

void TimeMap::setTail(qint64 idleSinceNs, qint64 nowNs)
{
    if (m_hasTail)
        m_folds.pop_back();
    m_hasTail = false;
    if (idleSinceNs == Record::NotArrived || nowNs <= idleSinceNs)
        return;
    const size_t before = m_folds.size();
    appendFold({idleSinceNs, nowNs});
    m_hasTail = m_folds.size() != before;
}

void TimeMap::appendFold(const IdleGap &gap)
{
    const auto keptNs = qint64(KeptHeight / m_pixelsPerNs);
    const qint64 from = gap.fromNs + keptNs;
    if (linear(gap.toNs - from) <= FoldHeight)
        return;
    const double top = yOf(from);
    m_folds.push_back({from, gap.toNs, top, top + FoldHeight});
}

double TimeMap::yOf(qint64 ns) const noexcept
{
    const auto next = std::ranges::upper_bound(m_folds, ns, {}, &Fold::fromNs);
    if (next == m_folds.begin())
        return linear(ns);
    const Fold &fold = *std::prev(next);
    if (ns >= fold.toNs)
        return fold.bottom + linear(ns - fold.toNs);
    return fold.top + (fold.bottom - fold.top) * double(ns - fold.fromNs) / double(fold.toNs - fold.fromNs);
}

qint64 TimeMap::timeOf(double y) const noexcept
{
    const auto next = std::ranges::upper_bound(m_folds, y, {}, &Fold::top);
    if (next == m_folds.begin())
        return std::llround(y / m_pixelsPerNs);
    const Fold &fold = *std::prev(next);
    if (y >= fold.bottom)
        return fold.toNs + std::llround((y - fold.bottom) / m_pixelsPerNs);
    return fold.fromNs + qint64(double(fold.toNs - fold.fromNs) * (y - fold.top) / (fold.bottom - fold.top));
}

std::span<const TimeMap::Fold> TimeMap::folds(double top, double bottom) const noexcept
{
    const auto first = std::ranges::lower_bound(m_folds, top, {}, &Fold::bottom);
    const auto last = std::ranges::upper_bound(m_folds, bottom, {}, &Fold::top);
    return first < last ? std::span<const Fold>(first, last) : std::span<const Fold>();
}

} // namespace wiretale
