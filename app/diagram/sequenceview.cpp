// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequenceview.h"

#include "app/diagram/recordcard.h"
#include "app/diagram/sequencepainter.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

// On the screen, whatever the clock's rate.
constexpr double PixelsPerRealSecond = 110;
constexpr double SmallestScale = 0.05;
constexpr double LargestScale = 2e7;
constexpr double ZoomStep = 1.25;
// Where the newest time stands while it is followed.
constexpr double NowAt = 0.86;
constexpr auto Frame = 16ms;
// How often is looked whether something came while nothing moves.
constexpr auto Watch = 100ms;
constexpr double LineStep = 40;
constexpr int MostSummaries = 4096;
constexpr int DragDistance = 4;

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
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &SequenceView::onFrame);
    m_frame.start(Watch);
    retranslate();
    applyScale(0);
}

SequenceView::~SequenceView() = default;

void SequenceView::makeActions()
{
    m_zoomIn.setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_zoomOut.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    m_resetZoom.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    m_follow.setShortcut(QKeySequence(Qt::Key_End));
    m_fold.setShortcut(QKeySequence(Qt::Key_F));
    m_fold.setCheckable(true);
    m_fold.setChecked(m_foldsIdleTime);
    connect(&m_zoomIn, &QAction::triggered, this, [this] { zoomBy(ZoomStep); });
    connect(&m_zoomOut, &QAction::triggered, this, [this] { zoomBy(1 / ZoomStep); });
    connect(&m_resetZoom, &QAction::triggered, this, &SequenceView::resetZoom);
    connect(&m_follow, &QAction::triggered, this, &SequenceView::follow);
    connect(&m_fold, &QAction::toggled, this, &SequenceView::setFoldsIdleTime);
    addActions({&m_zoomIn, &m_zoomOut, &m_resetZoom, &m_follow, &m_fold});
}

void SequenceView::retranslate()
{
    setAccessibleName(tr("Sequence diagram"));
    m_zoomIn.setText(tr("Zoom &in"));
    m_zoomOut.setText(tr("Zoom &out"));
    m_resetZoom.setText(tr("&Usual size"));
    m_follow.setText(tr("Back to the &newest message"));
    m_follow.setIconText(tr("Back to now"));
    m_fold.setText(tr("&Fold idle time"));
    m_followButton->adjustSize();
    placeFollowButton();
}

void SequenceView::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_gaps = {};
    m_map.setGaps({});
    m_map.setTail(Record::NotArrived, 0);
    m_summaries.clear();
    m_seenRevision = 0;
    m_hovered = 0;
    m_top = 0;
    m_moment.reset();
    m_markers.clear();
    m_highlighted = 0;
    setSelected(0);
    follow();
}

void SequenceView::setPace(const ClockPace &pace)
{
    const bool rateChanged = pace.rate != m_pace.rate;
    m_pace = pace;
    if (rateChanged)
        applyScale(m_isFollowing ? NowAt * bodyHeight() : bodyHeight() / 2);
    m_frame.start(Frame);
    onFrame();
}

void SequenceView::setTransitHint(std::chrono::nanoseconds transit)
{
    m_transitHintNs = transit.count();
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

double SequenceView::newestTop() const
{
    return std::max(0.0, m_map.yOf(nowNs()) - NowAt * bodyHeight());
}

double SequenceView::bodyHeight() const
{
    return std::max(1.0, viewport()->height() - SequenceLayout::HeaderHeight);
}

void SequenceView::onFrame()
{
    if (!m_log)
        return;
    const quint64 revision = m_log->journal().revision();
    const bool isNews = std::exchange(m_seenRevision, revision) != revision;
    const bool moves = !m_pace.paused && !m_moment;
    if (isNews || moves) {
        if (m_gaps.update(m_log->journal()) && m_foldsIdleTime)
            m_map.setGaps(m_gaps.gaps());
        if (isNews)
            m_summaries.clear();
        viewport()->update();
    }
    const auto interval = moves ? Frame : std::chrono::milliseconds {Watch};
    if (m_frame.intervalAsDuration() != interval)
        m_frame.start(interval);
}

void SequenceView::updateScene()
{
    const qint64 now = nowNs();
    // An idle stretch that has not ended yet is none of the past's.
    m_map.setTail(m_foldsIdleTime && !m_moment ? m_gaps.idleSinceNs() : Record::NotArrived, now);
    if (m_isFollowing)
        m_top = newestTop();
    updateScrollBars();
    const QFontMetricsF metrics(font());
    const SequenceLayout layout(
        m_log->journal(), m_map, [&metrics](const QString &text) { return metrics.horizontalAdvance(text); },
        [this](RecordNumber number) { return summaryOfRecord(number); });
    m_scene = layout.scene({.width = double(viewport()->width()),
                            .height = double(viewport()->height()),
                            .top = m_top,
                            .left = double(horizontalScrollBar()->value()),
                            .nowNs = now,
                            .transitHintNs = m_transitHintNs,
                            .lineHeight = metrics.height(),
                            .selected = m_selected,
                            .highlighted = m_highlighted,
                            .markers = m_markers});
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
    if (m_log->journal().size() == 0) {
        painter.setPen(m_style.faintText);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Messages appear here as they leave."));
    }
}

QString SequenceView::summaryOfRecord(RecordNumber number) const
{
    if (const auto known = m_summaries.constFind(number); known != m_summaries.constEnd())
        return *known;
    if (m_summaries.size() >= MostSummaries)
        m_summaries.clear();
    return *m_summaries.insert(number, m_log->summary(number));
}

void SequenceView::applyScale(double anchorY)
{
    const qint64 anchor = m_map.timeOf(m_top + anchorY);
    const double wanted = m_zoom * PixelsPerRealSecond / m_pace.rate;
    m_map.setScale(std::clamp(wanted, SmallestScale, LargestScale));
    m_top = std::max(0.0, m_map.yOf(anchor) - anchorY);
    viewport()->update();
}

void SequenceView::zoomBy(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, 1e-4, 1e5);
    applyScale(m_isFollowing ? NowAt * bodyHeight() : bodyHeight() / 2);
}

void SequenceView::resetZoom()
{
    zoomBy(1 / m_zoom);
}

void SequenceView::follow()
{
    m_isFollowing = true;
    m_top = newestTop();
    m_followButton->hide();
    viewport()->update();
    Q_EMIT followingChanged(true);
}

void SequenceView::setFoldsIdleTime(bool folds)
{
    if (folds == m_foldsIdleTime)
        return;
    const qint64 middle = m_map.timeOf(m_top + bodyHeight() / 2);
    m_foldsIdleTime = folds;
    m_fold.setChecked(folds);
    m_map.setTail(Record::NotArrived, 0);
    m_map.setGaps({});
    if (folds)
        m_map.setGaps(m_gaps.gaps());
    m_top = std::max(0.0, m_map.yOf(middle) - bodyHeight() / 2);
    viewport()->update();
}

void SequenceView::scrollTo(double top)
{
    m_top = std::max(0.0, top);
    viewport()->update();
}

void SequenceView::scrollByUser(double pixels)
{
    const double top = m_top + pixels;
    if (top >= newestTop()) {
        if (!m_isFollowing)
            follow();
        return;
    }
    if (std::exchange(m_isFollowing, false)) {
        m_followButton->show();
        placeFollowButton();
        Q_EMIT followingChanged(false);
    }
    scrollTo(top);
}

void SequenceView::updateScrollBars()
{
    m_isScrolling = true;
    verticalScrollBar()->setRange(0, int(std::min(newestTop(), 1e9)));
    verticalScrollBar()->setPageStep(int(bodyHeight()));
    verticalScrollBar()->setSingleStep(int(LineStep));
    verticalScrollBar()->setValue(int(std::min(m_top, 1e9)));
    const double width = viewport()->width();
    const double content = SequenceLayout::contentWidth(width, m_log ? m_log->journal().clients().size() : 0);
    horizontalScrollBar()->setRange(0, int(content - width));
    horizontalScrollBar()->setPageStep(int(width));
    m_isScrolling = false;
}

void SequenceView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    // Only what the user does with the bar; it is also moved along by us.
    if (dy != 0 && !m_isScrolling)
        scrollByUser(verticalScrollBar()->value() - m_top);
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
    placeFollowButton();
}

void SequenceView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_zoom = std::clamp(m_zoom * std::pow(ZoomStep, angle.y() / 120.0), 1e-4, 1e5);
        applyScale(m_isFollowing ? NowAt * bodyHeight()
                                 : event->position().y() - SequenceLayout::HeaderHeight);
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(angle.x()) > std::abs(angle.y())) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                                        - (angle.x() != 0 ? angle.x() : angle.y()));
    } else {
        scrollByUser(pixels.isNull() ? -angle.y() : -pixels.y());
    }
    event->accept();
}

void SequenceView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        scrollByUser(-0.8 * bodyHeight());
        break;
    case Qt::Key_PageDown:
        scrollByUser(0.8 * bodyHeight());
        break;
    case Qt::Key_Home:
        scrollByUser(-m_top - 1);
        break;
    case Qt::Key_End:
        follow();
        break;
    case Qt::Key_Up:
        selectNeighbour(-1);
        break;
    case Qt::Key_Down:
        selectNeighbour(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                                        + int(event->key() == Qt::Key_Left ? -LineStep : LineStep));
        break;
    case Qt::Key_Plus:
        zoomBy(ZoomStep);
        break;
    case Qt::Key_Minus:
        zoomBy(1 / ZoomStep);
        break;
    case Qt::Key_Escape:
        setSelected(0);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void SequenceView::selectNeighbour(int step)
{
    const RecordNumber last = m_log ? m_log->journal().size() : 0;
    if (last == 0)
        return;
    const qint64 wanted = m_selected == 0 ? qint64(last) : qint64(m_selected) + step;
    setSelected(RecordNumber(std::clamp<qint64>(wanted, 1, last)));
    reveal(m_selected);
}

void SequenceView::reveal(RecordNumber number)
{
    const double y = m_map.yOf(m_log->journal().at(number).departedNs) - m_top;
    if (y < 0 || y > bodyHeight() - LineStep)
        scrollByUser(y - bodyHeight() / 2);
}

void SequenceView::setSelected(RecordNumber number)
{
    if (std::exchange(m_selected, number) == number)
        return;
    viewport()->update();
    Q_EMIT selected(number);
}

void SequenceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_dragTop = m_top;
    m_dragLeft = horizontalScrollBar()->value();
    m_isDragging = false;
}

void SequenceView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        const QPointF moved = event->position() - m_dragFrom;
        m_isDragging = m_isDragging || moved.manhattanLength() > DragDistance;
        if (m_isDragging) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            scrollByUser(m_dragTop - moved.y() - m_top);
            horizontalScrollBar()->setValue(m_dragLeft - int(moved.x()));
        }
        return;
    }
    const RecordNumber hovered = SequenceLayout::hit(m_scene, event->position());
    if (std::exchange(m_hovered, hovered) != hovered) {
        viewport()->setCursor(hovered != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void SequenceView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->setCursor(Qt::ArrowCursor);
    if (event->button() == Qt::LeftButton && !std::exchange(m_isDragging, false))
        setSelected(SequenceLayout::hit(m_scene, event->position()));
}

bool SequenceView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const RecordNumber number = SequenceLayout::hit(m_scene, help->pos());
        if (number != 0)
            QToolTip::showText(help->globalPos(), recordCard(*m_log, number), viewport());
        else if (m_explain)
            QToolTip::showText(help->globalPos(), m_explain(SequenceLayout::spotAt(m_scene, help->pos())),
                               viewport());
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && std::exchange(m_hovered, 0) != 0)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_style = DiagramStyle(palette());
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace wiretale
