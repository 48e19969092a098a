// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequenceview.h"

#include "app/diagram/filterchip.h"
#include "app/diagram/messagelabel.h"
#include "app/diagram/sequencepainter.h"
#include "app/journal/filteredrows.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr double ZoomStep = 1.25;
constexpr auto Frame = 16ms;
// How often is looked whether something came while nothing moves.
constexpr auto Watch = 100ms;
constexpr double LineStep = 40;
// Heights in lines of text: of the header, of a step, and of what is free above the beginning of time.
constexpr double HeaderLines = 2.3;
constexpr double StepLines = 2.3;
constexpr double MarginLines = 1.4;
constexpr int MostSummaries = 4096;

} // namespace

SequenceView::SequenceView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_style(palette())
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(320, 200);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    makeActions();
    auto *button = new QToolButton(viewport());
    button->setDefaultAction(&m_follow);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::NoFocus);
    button->setCursor(Qt::PointingHandCursor);
    button->hide();
    m_followButton = button;
    m_filterChip = new FilterChip(viewport());
    m_filterChip->hide();
    connect(m_filterChip, &QAbstractButton::clicked, this, &SequenceView::filterUnwanted);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &SequenceView::onFrame);
    m_frame.start(Watch);
    retranslate();
    fitToFont();
}

SequenceView::~SequenceView() = default;

void SequenceView::makeActions()
{
    m_zoomIn.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_zoomOut.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_resetZoom.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    m_follow.setShortcut(QKeySequence(Qt::Key_End));
    connect(&m_zoomIn, &QAction::triggered, this, [this] { zoomBy(ZoomStep); });
    connect(&m_zoomOut, &QAction::triggered, this, [this] { zoomBy(1 / ZoomStep); });
    connect(&m_resetZoom, &QAction::triggered, this, &SequenceView::resetZoom);
    connect(&m_follow, &QAction::triggered, this, &SequenceView::follow);
    m_clearFilter.setEnabled(false);
    connect(&m_clearFilter, &QAction::triggered, this, &SequenceView::filterUnwanted);
    connect(&m_timeMode, &TimeModeActions::modeChanged, this, &SequenceView::setTimeMode);
    addActions({m_timeMode.menu()->menuAction(), m_timeMode.cycleAction(), &m_zoomIn, &m_zoomOut,
                &m_resetZoom, &m_follow, &m_clearFilter});
}

void SequenceView::retranslate()
{
    setAccessibleName(tr("Sequence diagram"));
    m_summaries.clear();
    m_zoomIn.setText(tr("Zoom &in"));
    m_zoomOut.setText(tr("Zoom &out"));
    m_resetZoom.setText(tr("&Usual size"));
    m_follow.setText(tr("Back to the &newest message"));
    m_follow.setIconText(m_isRecorded ? tr("To the end") : tr("Back to now"));
    m_clearFilter.setText(tr("S&how all messages, without the filter"));
    m_timeMode.retranslate();
    m_followButton->adjustSize();
    placeFollowButton();
}

void SequenceView::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_shown = wanted();
    m_beganAt = m_shown.beganAt();
    m_camera.setShown(m_shown);
    m_summaries.clear();
    m_seenRevision = 0;
    m_hovered = 0;
    m_moment.reset();
    m_markers.clear();
    m_highlighted = 0;
    m_scene = {};
    setSelected(0);
    follow();
    showFilter();
}

void SequenceView::setPace(const ClockPace &pace)
{
    m_pace = pace;
    m_camera.setRate(pace.rate);
    m_frame.start(Frame);
    onFrame();
    viewport()->update();
}

void SequenceView::setTransitHint(std::chrono::nanoseconds transit)
{
    m_transitHintNs = transit.count();
    m_camera.setTransit(m_transitHintNs);
    viewport()->update();
}

void SequenceView::setMoment(std::optional<qint64> ns)
{
    if (std::exchange(m_moment, ns) == ns)
        return;
    m_hovered = 0;
    follow();
}

void SequenceView::setMarkers(std::vector<TimeMarker> markers)
{
    m_markers = std::move(markers);
    viewport()->update();
}

const Journal *SequenceView::journal() const noexcept
{
    return m_log ? &m_log->journal() : nullptr;
}

void SequenceView::setHighlighted(RecordNumber number)
{
    if (std::exchange(m_highlighted, number) != number)
        viewport()->update();
}

void SequenceView::showMessage(RecordNumber number)
{
    if (m_log && number > 0 && number <= m_log->journal().size())
        reveal(number);
}

qint64 SequenceView::nowNs() const
{
    if (m_moment)
        return *m_moment;
    const qint64 now = m_pace.now().count();
    // The last arrival of a step is known a moment later than the pause is.
    return m_log && m_pace.paused ? std::max(now, m_log->journal().lastNs()) : now;
}

void SequenceView::onFrame()
{
    if (!m_log)
        return;
    const quint64 revision = m_log->journal().revision();
    const bool isNews = std::exchange(m_seenRevision, revision) != revision;
    const bool moves = !m_pace.paused && !m_moment;
    if (isNews || moves)
        viewport()->update();
    showFilter();
    const auto interval = moves ? Frame : std::chrono::milliseconds {Watch};
    if (m_frame.intervalAsDuration() != interval)
        m_frame.start(interval);
}

void SequenceView::updateScene()
{
    takeShown();
    const qint64 now = nowNs();
    m_camera.update(now, !m_moment);
    updateScrollBars();
    const QFontMetricsF metrics(font());
    const auto textWidth = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const SequenceLayout layout(m_shown, m_camera.map(), textWidth,
                                [this](RecordNumber number) { return summaryOfRecord(number); });
    m_scene = layout.scene({.width = double(viewport()->width()),
                            .height = double(viewport()->height()),
                            .top = m_camera.top(),
                            .left = double(horizontalScrollBar()->value()),
                            .nowNs = now,
                            .transitHintNs = m_transitHintNs,
                            .lineHeight = metrics.height(),
                            .headerHeight = m_headerHeight,
                            .rulerWidth = SequenceLayout::rulerWidth(m_camera.map(), textWidth),
                            .selected = m_selected,
                            .highlighted = m_highlighted,
                            .markers = m_markers});
    m_scene.corner = TimeModeActions::word(m_camera.map().mode());
}

void SequenceView::fitToFont()
{
    const double lineHeight = QFontMetricsF(font()).height();
    m_headerHeight = std::round(lineHeight * HeaderLines);
    m_camera.setUsualStep(std::round(lineHeight * StepLines));
    m_camera.setViewport(viewport()->height() - m_headerHeight, std::round(lineHeight * MarginLines));
}

void SequenceView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    if (!m_log) {
        painter.fillRect(viewport()->rect(), m_style.background);
        return;
    }
    updateScene();
    painter.setFont(font());
    SequencePainter(painter, m_style).paint(m_scene, viewport()->size(), m_hovered, m_selected);
    if (const QString text = emptyText(); !text.isEmpty()) {
        painter.setPen(m_style.faintText);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, text);
    }
}

QString SequenceView::summaryOfRecord(RecordNumber number) const
{
    if (const auto known = m_summaries.constFind(number); known != m_summaries.constEnd())
        return *known;
    if (m_summaries.size() >= MostSummaries)
        m_summaries.clear();
    return *m_summaries.insert(number, messageLabel(*m_log, number));
}

void SequenceView::zoomBy(double factor)
{
    m_camera.zoomBy(factor, m_camera.height() / 2);
    viewport()->update();
}

void SequenceView::resetZoom()
{
    m_camera.resetZoom();
    viewport()->update();
}

void SequenceView::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    retranslate();
}

void SequenceView::setTimeMode(TimeMode mode)
{
    m_timeMode.setMode(mode);
    m_camera.setMode(mode);
    viewport()->update();
}

void SequenceView::updateScrollBars()
{
    constexpr double Longest = 1e9;
    m_isScrolling = true;
    verticalScrollBar()->setRange(int(m_camera.oldestTop()), int(std::min(m_camera.newestTop(), Longest)));
    verticalScrollBar()->setPageStep(int(m_camera.height()));
    verticalScrollBar()->setSingleStep(int(LineStep));
    verticalScrollBar()->setValue(int(std::min(m_camera.top(), Longest)));
    const double width = viewport()->width();
    const double content = SequenceLayout::contentWidth(width, m_scene.rulerWidth, m_shown.clients().size());
    horizontalScrollBar()->setRange(0, int(content - width));
    horizontalScrollBar()->setPageStep(int(width));
    m_isScrolling = false;
}

void SequenceView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    // Only what the user does with the bar; it is also moved along by us.
    if (dy != 0 && !m_isScrolling)
        scrollByUser(verticalScrollBar()->value() - m_camera.top());
    viewport()->update();
}

void SequenceView::placeFollowButton()
{
    m_followButton->adjustSize();
    const QSize size = m_followButton->size();
    m_followButton->move(viewport()->width() - size.width() - 14, viewport()->height() - size.height() - 12);
}

void SequenceView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitToFont();
    placeFollowButton();
    showFilter();
}

void SequenceView::selectNeighbour(int step)
{
    takeShown();
    const quint32 last = m_shown.count();
    if (last == 0)
        return;
    // In the place of one that is left out stands the next one.
    const bool isThere = step < 0 || m_shown.contains(m_selected);
    const qint64 place
        = m_selected == 0 ? qint64(last) : qint64(m_shown.placeOf(m_selected)) + (isThere ? step : 0);
    setSelected(m_shown.at(quint32(std::clamp<qint64>(place, 1, last))));
    reveal(m_selected);
}

void SequenceView::reveal(RecordNumber number)
{
    const qint64 departedNs = m_log->journal().at(number).departedNs;
    const double y = m_camera.map().departureY(number, departedNs) - m_camera.top();
    if (y < 0 || y > m_camera.height() - LineStep)
        scrollByUser(y - m_camera.height() / 2);
}

void SequenceView::setSelected(RecordNumber number)
{
    if (std::exchange(m_selected, number) == number)
        return;
    showFilter();
    viewport()->update();
    Q_EMIT selected(number);
}

void SequenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_style = DiagramStyle(palette());
    else if (event->type() == QEvent::FontChange)
        fitToFont();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

std::pair<qint64, qint64> SequenceView::shownTime() const
{
    const TimeMap &map = m_camera.map();
    const qint64 fromNs = std::max<qint64>(0, map.timeOf(m_camera.top()));
    const qint64 toNs = std::min(map.timeOf(m_camera.top() + m_camera.height()), nowNs());
    return {fromNs, std::max(fromNs, toNs)};
}

} // namespace wiretale
