// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/timemap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wiretale {

namespace {

// Of a step, what may be used by what happens before the next one; and how many pixels, if time were drawn as
// it passes, use up half of that.
constexpr double UsedOfStep = 0.7;
constexpr double HalfWay = 12;

} // namespace

void TimeMap::setMode(TimeMode mode)
{
    if (std::exchange(m_mode, mode) != mode)
        refold();
}

void TimeMap::setScale(double pixelsPerSecond)
{
    if (pixelsPerSecond == scale())
        return;
    m_pixelsPerNs = pixelsPerSecond * 1e-9;
    refold();
}

void TimeMap::refold()
{
    m_folds.clear();
    m_hasTail = false;
    if (m_mode != TimeMode::Folded)
        return;
    for (const IdleGap &gap : m_gaps)
        appendFold(gap);
}

void TimeMap::setGaps(std::span<const IdleGap> gaps, size_t kept)
{
    setTail(Record::NotArrived, 0);
    m_gaps.resize(std::min({kept, m_gaps.size(), gaps.size()}));
    const qint64 keptUntilNs = m_gaps.empty() ? std::numeric_limits<qint64>::min() : m_gaps.back().toNs;
    while (!m_folds.empty() && m_folds.back().toNs > keptUntilNs)
        m_folds.pop_back();
    for (const IdleGap &gap : gaps.subspan(m_gaps.size())) {
        m_gaps.push_back(gap);
        if (m_mode == TimeMode::Folded)
            appendFold(gap);
    }
}

void TimeMap::setTail(qint64 idleSinceNs, qint64 nowNs)
{
    if (m_hasTail)
        m_folds.pop_back();
    m_hasTail = false;
    if (m_mode != TimeMode::Folded || idleSinceNs == Record::NotArrived || nowNs <= idleSinceNs)
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
    // Gaps come in order: this one lies behind all folds.
    const double top
        = m_folds.empty() ? linear(from) : m_folds.back().bottom + linear(from - m_folds.back().toNs);
    m_folds.push_back({from, gap.toNs, top, top + FoldHeight});
}

double TimeMap::yOf(qint64 ns) const noexcept
{
    return m_mode == TimeMode::Steps ? stepY(ns) : foldedY(ns);
}

qint64 TimeMap::timeOf(double y) const noexcept
{
    return m_mode == TimeMode::Steps ? stepTime(y) : foldedTime(y);
}

double TimeMap::departureY(RecordNumber number, qint64 departedNs) const noexcept
{
    return m_mode == TimeMode::Steps ? m_shown.placeOf(number) * m_step : foldedY(departedNs);
}

double TimeMap::arrivalY(RecordNumber number, qint64 departedNs, qint64 arrivedNs) const noexcept
{
    return std::max(departureY(number, departedNs), yOf(arrivedNs));
}

double TimeMap::nowY(qint64 ns) const noexcept
{
    return m_mode == TimeMode::Steps ? stepY(ns + 1) : foldedY(ns);
}

double TimeMap::foldedY(qint64 ns) const noexcept
{
    const auto next = std::ranges::upper_bound(m_folds, ns, {}, &Fold::fromNs);
    if (next == m_folds.begin())
        return linear(ns);
    const Fold &fold = *std::prev(next);
    if (ns >= fold.toNs)
        return fold.bottom + linear(ns - fold.toNs);
    return fold.top + (fold.bottom - fold.top) * double(ns - fold.fromNs) / double(fold.toNs - fold.fromNs);
}

qint64 TimeMap::foldedTime(double y) const noexcept
{
    const auto next = std::ranges::upper_bound(m_folds, y, {}, &Fold::top);
    if (next == m_folds.begin())
        return std::llround(y / m_pixelsPerNs);
    const Fold &fold = *std::prev(next);
    if (y >= fold.bottom)
        return fold.toNs + std::llround((y - fold.bottom) / m_pixelsPerNs);
    return fold.fromNs + qint64(double(fold.toNs - fold.fromNs) * (y - fold.top) / (fold.bottom - fold.top));
}

qint64 TimeMap::departedNs(quint32 place) const noexcept
{
    return place == 0 ? 0 : m_shown.journal()->at(m_shown.at(place)).departedNs;
}

double TimeMap::stepY(qint64 ns) const noexcept
{
    const quint32 count = m_shown.count();
    const quint32 next = std::min(m_shown.firstFrom(ns), count + 1);
    if (next <= count && departedNs(next) == ns)
        return next * m_step;
    const quint32 last = next - 1;
    const double pixels = std::max(0.0, linear(ns - departedNs(last)));
    return m_step * (last + UsedOfStep * pixels / (pixels + HalfWay));
}

qint64 TimeMap::stepTime(double y) const noexcept
{
    const quint32 count = m_shown.count();
    const double steps = std::max(0.0, y / m_step);
    const auto last = quint32(std::min(std::floor(steps), double(count)));
    const double used = std::min((steps - last) / UsedOfStep, 1 - 1e-9);
    const qint64 from = departedNs(last);
    const double after = HalfWay * used / (1 - used) / m_pixelsPerNs;
    const qint64 ns = from + std::llround(std::min(after, 1e17));
    return last < count ? std::min(ns, std::max(from, departedNs(last + 1) - 1)) : ns;
}

std::span<const TimeMap::Fold> TimeMap::folds(double top, double bottom) const noexcept
{
    const auto first = std::ranges::lower_bound(m_folds, top, {}, &Fold::bottom);
    const auto last = std::ranges::upper_bound(m_folds, bottom, {}, &Fold::top);
    return first < last ? std::span<const Fold>(first, last) : std::span<const Fold>();
}

} // namespace wiretale
