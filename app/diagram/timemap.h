// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/idlegaps.h"

#include <span>
#include <vector>

namespace wiretale {

/// Maps clock time (ns) to the height at which it is drawn (pixels from clock
/// time 0, downwards) and back.
///
/// Linear, or with idle stretches folded: of each, the first pixels are kept,
/// and the rest is drawn at most FoldHeight high. A stretch too short for that
/// is drawn as it is, so that nothing jumps when one grows past the limit.
class TimeMap
{
public:
    static constexpr double KeptHeight = 56;
    static constexpr double FoldHeight = 36;

    /// A stretch that is drawn shorter than it is.
    struct Fold
    {
        qint64 fromNs = 0;
        qint64 toNs = 0;
        double top = 0;
        double bottom = 0;
    };

    void setScale(double pixelsPerSecond);
    [[nodiscard]] double scale() const noexcept { return m_pixelsPerNs * 1e9; }
    /// No gaps: linear.
    void setGaps(std::span<const IdleGap> gaps);
    /// The stretch up to now, while nothing is under way; none when it begins at
    /// NotArrived.
    void setTail(qint64 idleSinceNs, qint64 nowNs);

    [[nodiscard]] double yOf(qint64 ns) const noexcept;
    [[nodiscard]] qint64 timeOf(double y) const noexcept;
    /// Folds that meet [top, bottom].
    [[nodiscard]] std::span<const Fold> folds(double top, double bottom) const noexcept;

private:
    void appendFold(const IdleGap &gap);
    [[nodiscard]] double linear(qint64 ns) const noexcept { return double(ns) * m_pixelsPerNs; }

    std::vector<IdleGap> m_gaps;
    std::vector<Fold> m_folds;
    double m_pixelsPerNs = 120e-9;
    bool m_hasTail = false;
};

} // namespace wiretale
