// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/idlegaps.h"
#include "app/diagram/timemap.h"

#include <optional>

namespace wiretale {

/// Which stretch of time a diagram shows: how time is drawn, zoom, scrolling, and following the newest time.
/// All lengths in pixels; knows no widget.
///
/// Follows until it is scrolled away from the newest time, and again once it is scrolled back. Slowing the
/// clock stretches the picture by as much, so that it moves at the same speed on the screen, unless that made
/// arrows too steep.
class DiagramCamera
{
public:
    /// Where the newest time stands while it is followed, as a part of the height.
    static constexpr double NowAt = 0.86;

    DiagramCamera();

    /// Begins anew with another journal.
    void setShown(const ShownRecords &shown);
    /// Something else is shown of the same journal from now on. Unless the newest time is followed, what was
    /// at a height stays there till one scrolls: what was in the middle at the last update(), or what is
    /// given.
    struct Anchor
    {
        qint64 ns = 0;
        double y = 0; ///< below the upper edge
    };
    void showOthers(const ShownRecords &shown, std::optional<Anchor> anchor = std::nullopt);
    void setMode(TimeMode mode);
    void setRate(double rate);
    /// How long messages will likely travel (ns): the usual size is such that they do not fall too steeply.
    void setTransit(qint64 ns);
    /// `topMargin` is kept free above clock time 0, for what is written there.
    void setViewport(double height, double topMargin);
    /// From one message to the next, by steps and at the usual size.
    void setUsualStep(double pixels);
    /// To be called before each picture: takes what is new among the records, and keeps the newest time in
    /// view if it is followed. `isLive`: `nowNs` is the present, not a moment of the past.
    void update(qint64 nowNs, bool isLive);

    /// What is at `anchorY` stays there, unless the newest time is followed.
    void zoomBy(double factor, double anchorY);
    void resetZoom();
    void scrollTo(double top);
    void follow();
    /// Stays at the beginning, even while nothing is below it yet.
    void holdOldest();

    [[nodiscard]] const TimeMap &map() const noexcept { return m_map; }
    [[nodiscard]] bool isFollowing() const noexcept { return m_isFollowing; }
    [[nodiscard]] double height() const noexcept { return m_height; }
    /// The map's y at the upper edge; from -topMargin.
    [[nodiscard]] double top() const noexcept { return m_top; }
    /// Where it is while the newest time is followed. A function of that time alone, so that a picture can be
    /// had again; by steps it comes down softly at each message, not at once.
    [[nodiscard]] double newestTop() const;
    [[nodiscard]] double oldestTop() const noexcept { return -m_topMargin; }

private:
    void applyScale(double anchorY);
    [[nodiscard]] IdleGaps &gaps() noexcept { return m_shown.areAll() ? m_gaps : m_chosenGaps; }
    [[nodiscard]] double yetToScroll() const;

    ShownRecords m_shown;
    IdleGaps m_gaps; ///< of all records; kept while others are shown
    IdleGaps m_chosenGaps;
    TimeMap m_map;
    double m_rate = 1;
    qint64 m_transitNs = 0;
    double m_zoom = 1; ///< of time, folded or not
    double m_stepZoom = 1;
    double m_usualStep = 34;
    double m_height = 1;
    double m_topMargin = 0;
    double m_top = 0;
    qint64 m_nowNs = 0;
    qint64 m_middleNs = 0; ///< at the last update
    std::optional<Anchor> m_anchor;
    bool m_isFollowing = true;
};

} // namespace wiretale
