// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a sequence diagram shows a part of its messages, and says so.

#include "app/diagram/filterchip.h"
#include "app/diagram/sequenceview.h"
#include "app/journal/filteredrows.h"

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr int ChipMargin = 12;

} // namespace

void SequenceView::setRows(std::shared_ptr<const FilteredRows> rows)
{
    m_rows = std::move(rows);
    followRows();
}

void SequenceView::followRows()
{
    takeShown();
    showFilter();
    viewport()->update();
}

bool SequenceView::isFiltered() const noexcept
{
    return m_log && m_rows && m_rows->log() == m_log && !m_rows->filter().isEmpty();
}

ShownRecords SequenceView::wanted() const noexcept
{
    if (!m_log)
        return {};
    return isFiltered() ? m_rows->shown() : ShownRecords(m_log->journal());
}

void SequenceView::takeShown()
{
    const ShownRecords shown = wanted();
    if (shown != m_shown || shown.beganAt() != m_beganAt) {
        std::optional<DiagramCamera::Anchor> anchor = anchorOfSelected();
        if (m_isSelectedHidden && shown.areAll())
            anchor = {m_log->journal().at(m_selected).departedNs, m_camera.height() / 2};
        m_shown = shown;
        m_beganAt = shown.beganAt();
        m_camera.showOthers(shown, anchor);
        m_hovered = 0;
    }
}

std::optional<DiagramCamera::Anchor> SequenceView::anchorOfSelected() const
{
    const auto arrow = std::ranges::find(m_scene.arrows, m_selected, &SequenceScene::Arrow::number);
    if (m_selected == 0 || arrow == m_scene.arrows.end() || m_selected > m_log->journal().size())
        return std::nullopt;
    return DiagramCamera::Anchor {m_log->journal().at(m_selected).departedNs,
                                  arrow->line.y1() - m_scene.headerHeight};
}

bool SequenceView::shows(RecordNumber number) const noexcept
{
    return wanted().contains(number);
}

void SequenceView::showFilter()
{
    const bool isOn = isFiltered();
    m_clearFilter.setEnabled(isOn);
    m_filterChip->setVisible(isOn);
    // What has not been looked at yet may still come.
    m_isSelectedHidden
        = isOn && m_selected != 0 && m_selected <= m_rows->looked() && !m_shown.contains(m_selected);
    if (!isOn)
        return;
    const auto all = int(m_log->journal().size());
    const quint32 shown = m_moment ? m_shown.firstFrom(*m_moment + 1) - 1 : m_shown.count();
    const int percent = m_rows->isUpToDate() ? 100 : int(qint64(m_rows->looked()) * 100 / std::max(all, 1));
    m_filterChip->setContent({.line = m_rows->filter().toString(),
                              .shown = int(shown),
                              .all = all,
                              .percentLooked = percent,
                              .isChosenHidden = m_isSelectedHidden});
    const int left = int(m_scene.rulerWidth) + ChipMargin;
    const int besides = m_followButton->isHidden() ? 0 : m_followButton->width() + ChipMargin;
    m_filterChip->setMostWidth(viewport()->width() - left - ChipMargin - besides);
    m_filterChip->move(left, viewport()->height() - m_filterChip->height() - ChipMargin);
}

QString SequenceView::emptyText() const
{
    if (m_log->journal().size() == 0)
        return tr("Messages appear here as they leave.");
    if (m_shown.count() == 0 && m_rows->looked() > 0 && m_rows->isUpToDate())
        return tr("The filter chooses none of the messages.");
    return {};
}

} // namespace wiretale
