// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/diagramcamera.h"

#include <algorithm>

namespace wiretale {

namespace {

// On the screen, whatever the clock's rate.
constexpr double PixelsPerRealSecond = 110;
// How far a message may fall at the usual size, on lanes about as wide as that.
constexpr double DeepestTransit = 150;
constexpr double SmallestScale = 0.05;
constexpr double LargestScale = 2e7;
constexpr double SmallestZoom = 1e-4;
constexpr double LargestZoom = 1e5;
constexpr double LargestStepZoom = 10;
// How long the picture takes to come down by a step, on the screen.
constexpr double ScrollNs = 200e6;

} // namespace

DiagramCamera::DiagramCamera()
{
    applyScale(0);
}

void DiagramCamera::setShown(const ShownRecords &shown)
{
    m_shown = shown;
    m_gaps = {};
    m_chosenGaps = {};
    m_map.setGaps({});
    m_map.setShown(shown);
    m_nowNs = 0;
    m_middleNs = 0;
    follow();
}

void DiagramCamera::showOthers(const ShownRecords &shown, std::optional<Anchor> anchor)
{
    m_shown = shown;
    m_chosenGaps = {};
    m_map.setShown(shown);
    m_map.setGaps(gaps().gaps());
    m_anchor = anchor.value_or(m_anchor.value_or(Anchor {m_middleNs, m_height / 2}));
}

void DiagramCamera::setMode(TimeMode mode)
{
    if (mode == m_map.mode())
        return;
    const qint64 middle = m_map.timeOf(m_top + m_height / 2);
    m_map.setMode(mode);
    applyScale(0);
    m_top = m_isFollowing ? newestTop() : std::max(oldestTop(), m_map.yOf(middle) - m_height / 2);
    m_middleNs = middle;
}

void DiagramCamera::setRate(double rate)
{
    if (std::exchange(m_rate, rate) != rate)
        applyScale(m_isFollowing ? NowAt * m_height : m_height / 2);
}

void DiagramCamera::setTransit(qint64 ns)
{
    if (std::exchange(m_transitNs, ns) != ns)
        applyScale(m_isFollowing ? NowAt * m_height : m_height / 2);
}

void DiagramCamera::setViewport(double height, double topMargin)
{
    m_height = std::max(1.0, height);
    m_topMargin = topMargin;
    m_top = m_isFollowing ? newestTop() : std::max(oldestTop(), m_top);
}

void DiagramCamera::setUsualStep(double pixels)
{
    if (std::exchange(m_usualStep, pixels) != pixels)
        applyScale(0);
}

void DiagramCamera::update(qint64 nowNs, bool isLive)
{
    m_nowNs = nowNs;
    if (m_shown.journal() != nullptr && gaps().update(m_shown))
        m_map.setGaps(gaps().gaps(), gaps().kept());
    // An idle stretch that has not ended yet is none of the past's.
    m_map.setTail(isLive ? gaps().idleSinceNs() : Record::NotArrived, nowNs);
    if (m_isFollowing)
        m_top = newestTop();
    else if (m_anchor)
        m_top = std::clamp(m_map.yOf(m_anchor->ns) - m_anchor->y, oldestTop(), newestTop());
    m_middleNs = m_map.timeOf(m_top + m_height / 2);
}

void DiagramCamera::applyScale(double anchorY)
{
    m_anchor.reset();
    const double anchor = m_top + anchorY;
    const bool isBySteps = m_map.mode() == TimeMode::Steps;
    const double oldStep = m_map.step();
    const qint64 anchorNs = m_map.timeOf(anchor);
    const double zoom = isBySteps ? 1.0 : m_zoom;
    double usual = PixelsPerRealSecond / m_rate;
    if (m_transitNs > 0)
        usual = std::min(usual, DeepestTransit / double(m_transitNs) * 1e9);
    m_map.setScale(std::clamp(zoom * usual, SmallestScale, LargestScale));
    m_map.setStep(m_usualStep * m_stepZoom);
    // Messages of the same time are apart when drawn by steps: there a height says more than a time.
    const double y = isBySteps ? anchor * m_map.step() / oldStep : m_map.yOf(anchorNs);
    m_top = std::max(oldestTop(), y - anchorY);
}

void DiagramCamera::zoomBy(double factor, double anchorY)
{
    if (m_map.mode() == TimeMode::Steps)
        m_stepZoom = std::clamp(m_stepZoom * factor, SmallestZoom, LargestStepZoom);
    else
        m_zoom = std::clamp(m_zoom * factor, SmallestZoom, LargestZoom);
    applyScale(m_isFollowing ? NowAt * m_height : anchorY);
}

void DiagramCamera::resetZoom()
{
    zoomBy(1 / (m_map.mode() == TimeMode::Steps ? m_stepZoom : m_zoom), m_height / 2);
}

void DiagramCamera::scrollTo(double top)
{
    m_anchor.reset();
    m_isFollowing = top >= newestTop();
    m_top = m_isFollowing ? newestTop() : std::max(oldestTop(), top);
}

void DiagramCamera::follow()
{
    m_anchor.reset();
    m_isFollowing = true;
    m_top = newestTop();
}

void DiagramCamera::holdOldest()
{
    m_isFollowing = false;
    m_top = oldestTop();
}

double DiagramCamera::newestTop() const
{
    return std::max(oldestTop(), m_map.nowY(m_nowNs) - yetToScroll() - NowAt * m_height);
}

double DiagramCamera::yetToScroll() const
{
    if (m_map.mode() != TimeMode::Steps || m_shown.journal() == nullptr)
        return 0;
    // The newest message must be in view all the while.
    const double most = std::max(0.0, (1 - NowAt) * m_height - m_map.step() / 2);
    const double scrollNs = ScrollNs * m_rate;
    double pixels = 0;
    for (quint32 place = m_shown.firstFrom(m_nowNs + 1) - 1; place > 0; --place) {
        const RecordNumber number = m_shown.at(place);
        const qint64 departedNs = m_shown.journal()->at(number).departedNs;
        const double left = 1 - double(m_nowNs - departedNs) / scrollNs;
        if (left <= 0 || pixels >= most)
            break;
        // Only as far as it jumped: what passed before it had come down some way.
        const double before = m_map.yOf(departedNs - 1);
        const double jump = std::min(m_map.departureY(number, departedNs) - before, m_map.step());
        pixels += jump * left * left;
    }
    return std::min(pixels, most);
}

} // namespace wiretale
