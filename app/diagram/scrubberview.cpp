// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/scrubberview.h"

#include "app/journal/filteredrows.h"
#include "common/quantities.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr int TickMs = 250;
constexpr double StripMargin = 8;
constexpr double MarkerReach = 5;
// Messages that travelled for longer than this many records went by are not looked for.
constexpr quint32 LookAround = 4096;

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

std::optional<qint64> neighbouringMoment(const ShownRecords &shown, qint64 ns, int direction)
{
    std::optional<qint64> nearest;
    const auto consider = [&](qint64 time) {
        if (time == Record::NotArrived || (direction < 0 ? time >= ns : time <= ns))
            return;
        if (!nearest || (direction < 0 ? time > *nearest : time < *nearest))
            nearest = time;
    };
    const quint32 middle = shown.firstFrom(ns);
    const quint32 first = middle > LookAround ? middle - LookAround : 1;
    const quint32 last = std::min(shown.count(), middle + (direction < 0 ? 0 : LookAround));
    for (quint32 place = first; place <= last; ++place) {
        const Record record = shown.journal()->at(shown.at(place));
        consider(record.departedNs);
        consider(record.arrivedNs);
        // Departures only grow: behind the first one that is later, nothing is nearer.
        if (direction > 0 && nearest && record.departedNs > *nearest)
            break;
    }
    return nearest;
}

ScrubberView::ScrubberView(QWidget *parent)
    : QWidget(parent)
    , m_live(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setFocusPolicy(Qt::NoFocus);
    connect(m_live, &QToolButton::clicked, this, &ScrubberView::goLive);
    m_back.setShortcut(Qt::Key_Comma);
    m_forward.setShortcut(Qt::Key_Period);
    m_toLive.setShortcut(Qt::Key_L);
    connect(&m_back, &QAction::triggered, this, [this] { step(-1); });
    connect(&m_forward, &QAction::triggered, this, [this] { step(1); });
    connect(&m_toLive, &QAction::triggered, this, &ScrubberView::goLive);
    addActions({&m_back, &m_forward, &m_toLive});
    m_tick.setInterval(TickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { update(); });
    retranslate();
}

QSize ScrubberView::sizeHint() const
{
    return {400, std::max(m_live->sizeHint().height(), fontMetrics().height() * 2)};
}

QSize ScrubberView::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void ScrubberView::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_markers.clear();
    setMoment(std::nullopt);
}

void ScrubberView::setRows(std::shared_ptr<const FilteredRows> rows)
{
    m_rows = std::move(rows);
    update();
}

void ScrubberView::setPace(const ClockPace &pace)
{
    m_pace = pace;
    if (pace.paused)
        m_tick.stop();
    else
        m_tick.start();
    update();
}

void ScrubberView::setMarkers(std::vector<TimeMarker> markers)
{
    m_markers = std::move(markers);
    update();
}

void ScrubberView::setMoment(std::optional<qint64> ns)
{
    m_moment = ns;
    m_live->setChecked(!ns);
    update();
}

void ScrubberView::setRecorded(bool isRecorded)
{
    m_isRecorded = isRecorded;
    retranslate();
}

void ScrubberView::goLive()
{
    pick(std::nullopt);
}

void ScrubberView::pick(std::optional<qint64> ns)
{
    if (ns && *ns >= endNs())
        ns.reset();
    const bool isNew = ns != m_moment;
    setMoment(ns);
    if (isNew)
        Q_EMIT momentPicked(ns);
}

void ScrubberView::step(int direction)
{
    if (!m_log)
        return;
    const std::optional<qint64> next = neighbouringMoment(shown(), m_moment.value_or(endNs()), direction);
    if (next || direction > 0)
        pick(direction > 0 && next && *next >= m_log->journal().lastNs() ? std::nullopt : next);
}

qint64 ScrubberView::endNs() const
{
    const qint64 now = m_pace.now().count();
    return std::max<qint64>(m_log ? std::max(now, m_log->journal().lastNs()) : now, 1);
}

QRectF ScrubberView::strip() const
{
    const double right = m_live->x() - StripMargin;
    return {StripMargin, 4, std::max(right - StripMargin, 1.0), double(height()) - 8};
}

double ScrubberView::xOf(qint64 ns) const
{
    const QRectF area = strip();
    return area.left() + area.width() * double(ns) / double(endNs());
}

qint64 ScrubberView::timeAt(double x) const
{
    const QRectF area = strip();
    const double part = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    return qint64(part * double(endNs()));
}

ShownRecords ScrubberView::shown() const noexcept
{
    if (!m_log)
        return {};
    return m_rows && m_rows->log() == m_log ? m_rows->shown() : ShownRecords(m_log->journal());
}

std::vector<double> ScrubberView::densityOf(const ShownRecords &shown) const
{
    const QRectF area = strip();
    std::vector<double> density(size_t(std::max(area.width(), 1.0)));
    quint64 before = 0;
    for (size_t i = 0; i < density.size(); ++i) {
        const quint64 upTo = shown.wireBytesBefore(timeAt(area.left() + double(i) + 1));
        // A page of kilobytes must not hide the polls of a hundred bytes.
        density[i] = std::log1p(double(upTo - before));
        before = upTo;
    }
    return density;
}

void ScrubberView::paintDensity(QPainter &painter) const
{
    if (!m_log)
        return;
    constexpr int Strong = 110;
    constexpr int Weak = 40;
    const QRectF area = strip();
    // Palettes' own greys can hardly be told from a dark base.
    const QColor color = palette().color(QPalette::Text);
    const std::vector<double> whole = densityOf(m_log->journal());
    const double most = std::max(1.0, std::ranges::max(whole));
    const auto paint = [&](const std::vector<double> &density, int alpha) {
        for (size_t i = 0; i < density.size(); ++i) {
            const double height = density[i] / most * area.height();
            painter.fillRect(QRectF(area.left() + double(i), area.bottom() - height, 1, height),
                             faded(color, alpha));
        }
    };
    const ShownRecords chosen = shown();
    paint(whole, chosen.areAll() ? Strong : Weak);
    if (!chosen.areAll())
        paint(densityOf(chosen), Strong);
}

void ScrubberView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRectF area = strip();
    painter.fillRect(area, palette().base());
    paintDensity(painter);
    for (const TimeMarker &marker : m_markers)
        painter.fillRect(QRectF(std::round(xOf(marker.ns)) - 1, area.top(), 2, area.height()),
                         palette().color(QPalette::Link));
    const double handle = std::round(xOf(m_moment.value_or(endNs())));
    painter.fillRect(QRectF(handle - 2, area.top() - 3, 4, area.height() + 6),
                     m_moment ? palette().color(QPalette::Highlight)
                              : faded(palette().color(QPalette::Text), 150));
    painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (m_moment) {
        painter.setPen(palette().color(QPalette::Text));
        const QString text = durationText(*m_moment);
        const double width = painter.fontMetrics().horizontalAdvance(text) + 8;
        const bool isLeft = handle + width > area.right();
        painter.drawText(QRectF(isLeft ? handle - width : handle + 4, area.top(), width, area.height()),
                         Qt::AlignVCenter | (isLeft ? Qt::AlignRight : Qt::AlignLeft), text);
    }
}

void ScrubberView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pick(timeAt(event->position().x()));
}

void ScrubberView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        pick(timeAt(event->position().x()));
}

void ScrubberView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_Home:
        pick(0);
        break;
    case Qt::Key_End:
    case Qt::Key_Escape:
        goLive();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ScrubberView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto marker = std::ranges::find_if(m_markers, [&](const TimeMarker &each) {
        return std::abs(xOf(each.ns) - help->pos().x()) <= MarkerReach;
    });
    QToolTip::showText(help->globalPos(),
                       marker != m_markers.end() ? marker->text : durationText(timeAt(help->pos().x())),
                       this);
    return true;
}

void ScrubberView::resizeEvent(QResizeEvent * /*event*/)
{
    m_live->adjustSize();
    m_live->move(width() - m_live->width() - 4, (height() - m_live->height()) / 2);
}

void ScrubberView::retranslate()
{
    setAccessibleName(tr("Recorded time"));
    m_back.setText(tr("&Back by a message"));
    m_forward.setText(tr("&On by a message"));
    m_toLive.setText(m_isRecorded ? tr("The recording's &end") : tr("&Live: what happens now"));
    //: A button that leads to the end of a recording
    m_live->setText(m_isRecorded ? tr("End") : tr("Live"));
    m_live->setToolTip(m_isRecorded ? tr("To the recording's end: all that was recorded")
                                    : tr("Back to what happens now; looking back never stops it"));
    resizeEvent(nullptr);
    updateGeometry();
}

void ScrubberView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace wiretale
