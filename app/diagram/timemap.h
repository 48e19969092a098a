// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/idlegaps.h"
#include "app/journal/shownrecords.h"

#include <span>
#include <vector>

namespace wiretale {

/// The ways in which time is drawn.
enum class TimeMode : quint8
{
    Folded, ///< as it passes, but for idle stretches, which are left out
    Linear, ///< as it passes
    Steps ///< every message the same distance below the one before it
};
inline constexpr int TimeModeCount = 3;

/// Maps clock time (ns) to the height at which it is drawn (pixels from clock
/// time 0, downwards) and back, in one of the TimeModes.
///
/// Folded: of each idle stretch the first pixels are kept, and the rest is drawn
/// at most FoldHeight high. A stretch too short for that is drawn as it is, so
/// that nothing jumps when one grows past the limit.
///
/// Steps: the record in place n departs n steps down. What happens between two departures lies
/// between them, ever more slowly further down, so that no later message moves
/// it. Nothing is stored: a search costs O(log of the journal's size).
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

    void setMode(TimeMode mode);
    [[nodiscard]] TimeMode mode() const noexcept { return m_mode; }
    /// By steps, it is still how far what follows a departure lies below it.
    void setScale(double pixelsPerSecond);
    [[nodiscard]] double scale() const noexcept { return m_pixelsPerNs * 1e9; }
    /// Pixels from one message to the next, when drawn by steps.
    void setStep(double pixels) noexcept { m_step = pixels; }
    [[nodiscard]] double step() const noexcept { return m_step; }
    /// Whose departures are the steps.
    void setShown(const ShownRecords &shown) noexcept { m_shown = shown; }

    /// What is folded; the first `kept` are the same as before.
    void setGaps(std::span<const IdleGap> gaps, size_t kept = 0);
    /// The stretch up to now, while nothing is under way; none when it begins at
    /// NotArrived.
    void setTail(qint64 idleSinceNs, qint64 nowNs);

    /// By steps, a time at which several messages departed lies where the first of them does.
    [[nodiscard]] double yOf(qint64 ns) const noexcept;
    [[nodiscard]] qint64 timeOf(double y) const noexcept;
    /// Where a record's arrow begins, or would begin: apart from others that departed at the same time, if by
    /// steps.
    [[nodiscard]] double departureY(RecordNumber number, qint64 departedNs) const noexcept;
    /// Where it ends; never above its beginning.
    [[nodiscard]] double arrivalY(RecordNumber number, qint64 departedNs, qint64 arrivedNs) const noexcept;
    /// Below all that happened up to `ns`.
    [[nodiscard]] double nowY(qint64 ns) const noexcept;
    /// Folds that meet [top, bottom].
    [[nodiscard]] std::span<const Fold> folds(double top, double bottom) const noexcept;

private:
    void refold();
    void appendFold(const IdleGap &gap);
    [[nodiscard]] double linear(qint64 ns) const noexcept { return double(ns) * m_pixelsPerNs; }
    [[nodiscard]] double foldedY(qint64 ns) const noexcept;
    [[nodiscard]] qint64 foldedTime(double y) const noexcept;
    [[nodiscard]] double stepY(qint64 ns) const noexcept;
    [[nodiscard]] qint64 stepTime(double y) const noexcept;
    [[nodiscard]] qint64 departedNs(quint32 place) const noexcept;

    TimeMode m_mode = TimeMode::Folded;
    ShownRecords m_shown;
    std::vector<IdleGap> m_gaps;
    std::vector<Fold> m_folds;
    double m_pixelsPerNs = 120e-9;
    double m_step = 34;
    bool m_hasTail = false;
};

} // namespace wiretale
