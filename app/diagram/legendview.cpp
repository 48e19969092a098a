// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/legendview.h"

#include "app/diagram/sequencepainter.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace wiretale {

namespace {

constexpr double SampleWidth = 34;
constexpr double Gap = 6;
constexpr double EntryGap = 14;
constexpr double Margin = 6;

} // namespace

LegendView::LegendView(QWidget *parent)
    : QWidget(parent)
    , m_style(palette())
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

std::vector<LegendView::Entry> LegendView::entries(double width) const
{
    const QFontMetricsF metrics(font());
    std::vector<Entry> all;
    QPointF at(Margin, Margin / 2);
    for (int i = 0; i < MessageMarkCount; ++i) {
        const auto mark = MessageMark(i);
        const QString title = markTitle(mark);
        const double needed = SampleWidth + Gap + metrics.horizontalAdvance(title);
        if (at.x() > Margin && at.x() + needed > width - Margin)
            at = QPointF(Margin, at.y() + metrics.height() + 2);
        all.push_back({mark, QRectF(at, QSizeF(needed, metrics.height())), title});
        at.rx() += needed + EntryGap;
    }
    return all;
}

QSize LegendView::sizeHint() const
{
    return {600, heightForWidth(600)};
}

QSize LegendView::minimumSizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

int LegendView::heightForWidth(int width) const
{
    return int(entries(width).back().area.bottom() + Margin);
}

void LegendView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_style.background);
    for (const Entry &entry : entries(width())) {
        const double middle = entry.area.center().y();
        SequencePainter(painter, m_style)
            .paintSample(entry.mark,
                         QLineF(entry.area.left(), middle, entry.area.left() + SampleWidth, middle));
        painter.setPen(m_style.faintText);
        painter.drawText(entry.area.adjusted(SampleWidth + Gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         entry.title);
    }
}

bool LegendView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_explain)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<Entry> all = entries(width());
    const auto entry
        = std::ranges::find_if(all, [help](const Entry &each) { return each.area.contains(help->pos()); });
    if (entry == all.end())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_explain(entry->mark), this);
    return true;
}

void LegendView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_style = DiagramStyle(palette());
    else if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Legend"));
    updateGeometry();
    update();
    QWidget::changeEvent(event);
}

} // namespace wiretale
