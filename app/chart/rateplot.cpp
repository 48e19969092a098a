// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/rateplot.h"

#include "app/chart/techniquelook.h"

#include <QAreaSeries>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

#include <cmath>

namespace wiretale {

namespace {

// From here on the scale is written in thousands.
constexpr double LargestPlain = 5000;

bool isOverhead(size_t layer)
{
    return layer % 2 == 1;
}

QBrush layerBrush(size_t layer, const QColor &background)
{
    const QColor color = techniqueColor(TechniquesInOrder[layer / 2]);
    if (!isOverhead(layer))
        return color;
    // A tint as well as a hatch, so that thin layers keep their colour on a projector.
    const auto mixed = [](int a, int b) { return (2 * a + 3 * b) / 5; };
    return QColor(mixed(color.red(), background.red()), mixed(color.green(), background.green()),
                  mixed(color.blue(), background.blue()));
}

} // namespace

RatePlot::RatePlot(TrafficMeasure measure, QWidget *parent)
    : QChartView(parent)
    , m_measure(measure)
    , m_time(new QValueAxis(this))
    , m_amount(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(180, 90);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({4, 0, 8, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);

    m_time->setRange(-TrafficStack::Span, 0);
    m_time->setTickCount(4);
    m_time->setLabelFormat(QStringLiteral("%.0f"));
    m_amount->setRange(0, m_ceiling);
    m_amount->setTickCount(3);
    m_amount->setLabelFormat(QStringLiteral("%.1f"));
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_amount, Qt::AlignLeft);
    makeLayers();
    applyLook();
    retranslate();
}

void RatePlot::makeLayers()
{
    for (size_t layer = 0; layer < m_layers.size(); ++layer) {
        m_tops[layer] = new QLineSeries(this);
        m_layers[layer] = new QAreaSeries(m_tops[layer], layer == 0 ? nullptr : m_tops[layer - 1]);
        m_layers[layer]->setPen(Qt::NoPen);
        chart()->addSeries(m_layers[layer]);
        m_layers[layer]->attachAxis(m_time);
        m_layers[layer]->attachAxis(m_amount);
    }
}

void RatePlot::show(const TrafficStack &stack)
{
    applyScale(stack.highest);
    for (size_t layer = 0; layer < m_layers.size(); ++layer) {
        QList<QPointF> points = stack.tops[layer];
        if (m_unit != 1) {
            for (QPointF &point : points)
                point.setY(point.y() / m_unit);
        }
        m_tops[layer]->replace(points);
    }
}

void RatePlot::applyScale(double highest)
{
    const double ceiling = settledCeiling(m_ceiling, highest);
    if (ceiling == m_ceiling)
        return;
    m_ceiling = ceiling;
    m_unit = ceiling > LargestPlain ? 1000 : 1;
    m_amount->setRange(0, ceiling / m_unit);
    // Three labels: none, half, all.
    const bool halfIsWhole = std::fmod(ceiling / m_unit, 2) == 0;
    m_amount->setLabelFormat(halfIsWhole ? QStringLiteral("%.0f") : QStringLiteral("%.1f"));
    retranslate();
}

void RatePlot::applyLook()
{
    const QColor background = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.15F);
    chart()->setBackgroundBrush(background);
    chart()->setTitleBrush(text);
    QFont titleFont = font();
    titleFont.setBold(true);
    chart()->setTitleFont(titleFont);
    QFont axisFont = font();
    if (axisFont.pointSizeF() > 0)
        axisFont.setPointSizeF(axisFont.pointSizeF() * 0.9);
    for (QValueAxis *axis : {m_time, m_amount}) {
        axis->setLabelsFont(axisFont);
        axis->setLabelsColor(text);
        axis->setLinePenColor(text);
        axis->setGridLineColor(grid);
    }
    for (size_t layer = 0; layer < m_layers.size(); ++layer)
        m_layers[layer]->setBrush(layerBrush(layer, background));
}

void RatePlot::retranslate()
{
    chart()->setLocale(QLocale());
    if (m_measure == TrafficMeasure::Messages)
        chart()->setTitle(m_unit == 1 ? tr("Messages per second") : tr("Thousand messages per second"));
    else
        chart()->setTitle(m_unit == 1 ? tr("Bytes per second") : tr("Kilobytes per second"));
    setToolTip(tr("The last minute of the clock, second by second; 0 is now. The scale fits the four "
                  "techniques: plain HTTP, such as a page that is loaded, may stick out above."));
}

void RatePlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace wiretale
