// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/traffictable.h"
#include "app/window/traffictablemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>

#include <algorithm>

namespace wiretale {

// In a file of its own: what the table says of itself, and how large.

namespace {

constexpr int RowMargin = 6;
constexpr int CellMargin = 16;
constexpr int SwatchWidth = 18; ///< a technique's colour beside its name

} // namespace

QSize TrafficTable::sizeHint() const
{
    constexpr int Rows = 12;
    return {900, (Rows + 2) * m_view->verticalHeader()->defaultSectionSize()};
}

void TrafficTable::showState()
{
    const auto &log = m_model->rows().log();
    const int all = log ? int(log->journal().size()) : 0;
    const QLocale locale;
    QString text;
    if (m_model->rowCount() == all) {
        text = tr("%Ln message(s)", nullptr, all);
    } else {
        //: how many rows a filter leaves: %1 of %Ln
        text = tr("%1 of %Ln message(s)", nullptr, all).arg(locale.toString(m_model->rowCount()));
    }
    if (m_model->sorting().isRunning()) {
        //: %1 is a percentage
        text += QStringLiteral(" · ") + tr("sorting, %1 %").arg(m_model->sorting().progress());
    } else if (all > 0 && !m_model->rows().isUpToDate()) {
        const qint64 percent = qint64(m_model->rows().looked()) * 100 / all;
        if (percent < 100) {
            //: %1 is a percentage
            text += QStringLiteral(" · ") + tr("looking, %1 %").arg(percent);
        }
    }
    if (text != m_state->text())
        m_state->setText(text);
}

void TrafficTable::setColumnWidths()
{
    for (int column = 0; column < TrafficColumnCount; ++column) {
        const auto kind = TrafficColumn(column);
        const int swatch = kind == TrafficColumn::Technique ? SwatchWidth : 0;
        const int text = fontMetrics().horizontalAdvance(columnSample(kind)) + swatch;
        m_view->setColumnWidth(column, text + CellMargin);
    }
}

void TrafficTable::applyFont()
{
    QHeaderView *rows = m_view->verticalHeader();
    const int height = m_view->fontMetrics().height() + RowMargin;
    rows->setMinimumSectionSize(height);
    rows->setDefaultSectionSize(height);
}

void TrafficTable::retranslate()
{
    m_view->setAccessibleName(tr("Messages"));
    m_follow.setText(tr("&Follow the Newest Message"));
    m_copy.setText(tr("&Copy Rows"));
    m_model->retranslate();
    showState();
}

void TrafficTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        applyFont();
}

void TrafficTable::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    onFrame();
    if (isFollowing())
        scrollToNewest();
    beBusyWhileNeeded();
}

void TrafficTable::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    beBusyWhileNeeded();
}

} // namespace wiretale
