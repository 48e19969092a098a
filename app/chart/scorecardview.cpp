// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/scorecardview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace wiretale {

ScorecardView::ScorecardView(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTreeView(this))
    , m_note(new QLabel(this))
{
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setMinimumSectionSize(24);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(6, 2, 6, 4);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);

    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ScorecardView::rememberOpen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ScorecardView::openAgain);
    retranslate();
}

void ScorecardView::setScorecard(const Scorecard &scorecard)
{
    m_model.setScorecard(scorecard);
    fitColumns();
}

void ScorecardView::setRunning(const std::array<bool, TechniqueCount> &running)
{
    m_model.setRunning(running);
    fitColumns();
}

QSize ScorecardView::sizeHint() const
{
    const int rows = 8;
    return {640, rows * (m_table->fontMetrics().height() + 6) + m_note->sizeHint().height()};
}

// Columns grow with their numbers and never shrink, so that the table does not twitch.
void ScorecardView::fitColumns()
{
    for (int column = 0; column < ScorecardModel::ColumnCount; ++column) {
        const int before = m_table->columnWidth(column);
        m_table->resizeColumnToContents(column);
        if (m_table->columnWidth(column) < before)
            m_table->setColumnWidth(column, before);
    }
}

void ScorecardView::rememberOpen()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        m_open[size_t(index.data(ScorecardModel::TechniqueRole).toInt())] = m_table->isExpanded(index);
    }
}

void ScorecardView::openAgain()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        m_table->setExpanded(index, m_open[size_t(index.data(ScorecardModel::TechniqueRole).toInt())]);
    }
}

void ScorecardView::retranslate()
{
    m_table->setAccessibleName(tr("Scorecard"));
    m_note->setText(
        tr("Times are the model's, on the program's clock; its rate does not enter. Bold: the best."));
    m_model.retranslate();
    fitColumnsAnew();
}

void ScorecardView::fitColumnsAnew()
{
    for (int column = 0; column < ScorecardModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, 0);
    fitColumns();
}

void ScorecardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumnsAnew();
}

} // namespace wiretale
