// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficchart.h"

#include "app/chart/rateplot.h"
#include "app/chart/techniquelook.h"
#include "app/journal/filteredrows.h"
#include "app/journal/trafficlog.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds RefreshInterval = 200ms;
// After this long without traffic every layer has left the picture.
constexpr Nanoseconds WholeSpan = std::chrono::seconds {qint64(TrafficStack::Span) + 2};

} // namespace

TrafficChart::TrafficChart(QWidget *parent)
    : QWidget(parent)
    , m_plots(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_messages(new RatePlot(TrafficMeasure::Messages, this))
    , m_bytes(new RatePlot(TrafficMeasure::Bytes, this))
    , m_legend(new QLabel(this))
{
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_legend->setAlignment(Qt::AlignHCenter);
    m_legend->setAutoFillBackground(true);
    m_legend->setBackgroundRole(QPalette::Base);
    m_plots->setSpacing(0);
    m_plots->addWidget(m_messages);
    m_plots->addWidget(m_bytes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_plots, 1);
    layout->addWidget(m_legend);

    m_timer.setInterval(RefreshInterval);
    connect(&m_timer, &QTimer::timeout, this, &TrafficChart::refresh);
    retranslate();
}

TrafficChart::~TrafficChart() = default;

void TrafficChart::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_series.clear();
    m_moment.reset();
    m_drawnAt = Nanoseconds {-1};
    if (isVisible())
        refresh();
}

void TrafficChart::setMoment(std::optional<qint64> ns)
{
    if (std::exchange(m_moment, ns) == ns)
        return;
    m_series.clear();
    m_drawnAt = Nanoseconds {-1};
    if (isVisible())
        refresh();
}

void TrafficChart::setRows(std::shared_ptr<const FilteredRows> rows)
{
    m_rows = std::move(rows);
    followRows();
}

void TrafficChart::followRows()
{
    if (isFiltered() != m_wasFiltered) {
        m_wasFiltered = isFiltered();
        m_series.clear();
        m_drawnAt = Nanoseconds {-1};
        retranslate();
        if (isVisible())
            refresh();
    } else if (m_moment && shown().revision() != m_summedRevision) {
        m_drawnAt = Nanoseconds {-1}; // for the next refresh
    }
}

bool TrafficChart::isFiltered() const noexcept
{
    return m_log && m_rows && m_rows->log() == m_log && !m_rows->filter().isEmpty();
}

ShownRecords TrafficChart::shown() const noexcept
{
    if (!m_log)
        return {};
    return isFiltered() ? m_rows->shown() : ShownRecords(m_log->journal());
}

void TrafficChart::setPace(const ClockPace &pace)
{
    m_pace = pace;
    m_drawnAt = Nanoseconds {-1}; // it may tell an earlier time than the one before
    if (isVisible())
        refresh();
}

QSize TrafficChart::sizeHint() const
{
    return {480, 220};
}

void TrafficChart::refresh()
{
    if (m_moment) {
        const Nanoseconds then {*m_moment};
        if (m_log && m_drawnAt != then) {
            m_series.readUntil(shown(), *m_moment);
            m_summedRevision = shown().revision();
            redraw(then);
        }
        return;
    }
    const bool isNew = m_log && m_series.read(shown());
    const Nanoseconds now = std::max(m_pace.now(), Nanoseconds {0});
    const bool isFirst = m_drawnAt < Nanoseconds {0};
    const Nanoseconds lastTraffic = (m_series.newest() + 1) * TrafficSeries::BucketLength;
    const bool moves = now != m_drawnAt && m_drawnAt < lastTraffic + WholeSpan;
    if (isNew || isFirst || moves)
        redraw(now);
}

void TrafficChart::redraw(Nanoseconds now)
{
    m_drawnAt = now;
    m_messages->show(stackOf(m_series, TrafficMeasure::Messages, now));
    m_bytes->show(stackOf(m_series, TrafficMeasure::Bytes, now));
}

void TrafficChart::retranslate()
{
    QStringList entries;
    for (const Technique technique : TechniquesInOrder) {
        entries << QStringLiteral("<span style='color:%1'>\u25A0</span>\u00A0%2")
                       .arg(techniqueColor(technique).name(),
                            techniqueTitle(technique).replace(u' ', QChar::Nbsp).toHtmlEscaped());
    }
    //: Legend of the traffic chart: what the two shades of a colour mean.
    entries << tr("(pale: overhead)").toHtmlEscaped();
    QString text = entries.join(QStringLiteral("&emsp; "));
    if (isFiltered()) {
        //: In the legend of the traffic chart.
        text += QStringLiteral("<br>") + tr("only messages that the filter chooses").toHtmlEscaped();
    }
    m_legend->setText(text);
}

QString TrafficChart::legend() const
{
    return m_legend->text();
}

void TrafficChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrafficChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plots->setDirection(width() > height() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TrafficChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    refresh();
}

void TrafficChart::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

} // namespace wiretale
