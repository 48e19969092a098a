// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a sequence diagram stands in time.

#include "app/diagram/sequenceview.h"

namespace wiretale {

void SequenceView::follow()
{
    m_camera.follow();
    showWhetherFollowing();
    viewport()->update();
}

void SequenceView::showOldest()
{
    m_camera.update(nowNs(), !m_moment);
    scrollByUser(m_camera.oldestTop() - m_camera.top());
}

void SequenceView::holdOldest()
{
    m_camera.holdOldest();
    showWhetherFollowing();
    viewport()->update();
}

void SequenceView::fitShort()
{
    constexpr double Small = 0.4;
    constexpr double Most = 0.8;
    if (!m_log || timeMode() == TimeMode::Steps)
        return;
    m_camera.update(nowNs(), !m_moment);
    const double length = m_camera.map().yOf(m_log->journal().lastNs());
    if (length > 0 && length < Small * m_camera.height())
        zoomBy(Most * m_camera.height() / length);
    holdOldest();
}

void SequenceView::settle()
{
    m_camera.update(nowNs(), !m_moment);
    scrollByUser(0);
}

void SequenceView::scrollByUser(double pixels)
{
    m_camera.scrollTo(m_camera.top() + pixels);
    showWhetherFollowing();
    viewport()->update();
}

void SequenceView::showWhetherFollowing()
{
    const bool isFollowing = m_camera.isFollowing();
    if (std::exchange(m_wasFollowing, isFollowing) == isFollowing)
        return;
    m_followButton->setVisible(!isFollowing);
    placeFollowButton();
    showFilter();
    Q_EMIT followingChanged(isFollowing);
}

} // namespace wiretale
