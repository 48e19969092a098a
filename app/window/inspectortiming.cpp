// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectortiming.h"

#include "app/diagram/messagemark.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace wiretale {

namespace {

constexpr int Margin = 8;
constexpr int BarHeight = 12;
constexpr int LeastWidth = 2;

QString milliseconds(qint64 ns)
{
    return QLocale().toString(double(ns) / 1e6, 'f', 2);
}

MessageMark markOf(TimingBar::Kind kind)
{
    switch (kind) {
    case TimingBar::Kind::Opening:
        return MessageMark::Opening;
    case TimingBar::Kind::Request:
        return MessageMark::Request;
    case TimingBar::Kind::Held:
        return MessageMark::EmptyAnswer;
    case TimingBar::Kind::Answer:
        return MessageMark::Answer;
    case TimingBar::Kind::Streaming:
        return MessageMark::Event;
    case TimingBar::Kind::Message:
        break;
    }
    return MessageMark::Frame;
}

} // namespace

InspectorTiming::InspectorTiming(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void InspectorTiming::setBars(std::vector<TimingBar> bars, RecordNumber chosen)
{
    m_bars = std::move(bars);
    m_chosen = chosen;
    m_current = std::clamp(m_current, 0, std::max(int(m_bars.size()) - 1, 0));
    describe();
    updateGeometry();
    update();
}

QString InspectorTiming::barText(const TimingBar &bar)
{
    QString what;
    switch (bar.kind) {
    case TimingBar::Kind::Opening:
        what = tr("The connection opens");
        break;
    case TimingBar::Kind::Request:
        what = tr("The request travels");
        break;
    case TimingBar::Kind::Held:
        what = tr("The server holds it");
        break;
    case TimingBar::Kind::Answer:
        what = tr("The answer travels");
        break;
    case TimingBar::Kind::Streaming:
        what = tr("The answer goes on");
        break;
    case TimingBar::Kind::Message:
        what = tr("This message travels");
        break;
    }
    if (bar.isLost)
        //: %1 is a step, such as "The request travels"
        return tr("%1: it never arrives").arg(what);
    const QString ms = milliseconds(bar.toNs - bar.fromNs);
    //: %1 is a step, such as "The request travels", %2 a number of milliseconds
    return bar.isOpen ? tr("%1: %2 ms so far").arg(what, ms) : tr("%1: %2 ms").arg(what, ms);
}

int InspectorTiming::rowHeight() const
{
    return fontMetrics().height() + BarHeight + 8;
}

QSize InspectorTiming::sizeHint() const
{
    return {280, int(m_bars.size()) * rowHeight() + fontMetrics().height() + 3 * Margin};
}

QSize InspectorTiming::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

QRect InspectorTiming::barPlace(int index) const
{
    const qint64 from = std::ranges::min_element(m_bars, {}, &TimingBar::fromNs)->fromNs;
    const qint64 to = std::ranges::max_element(m_bars, {}, &TimingBar::toNs)->toNs;
    const double scale = double(width() - 2 * Margin) / double(std::max<qint64>(to - from, 1));
    const TimingBar &bar = m_bars.at(size_t(index));
    const int left = Margin + int(double(bar.fromNs - from) * scale);
    const int right = Margin + int(double(bar.toNs - from) * scale);
    const int top = Margin + index * rowHeight() + fontMetrics().height();
    return {std::min(left, width() - Margin - LeastWidth), top, std::max(right - left, LeastWidth),
            BarHeight};
}

void InspectorTiming::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const DiagramStyle style(palette());
    const int textHeight = fontMetrics().height();
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const TimingBar &bar = m_bars[size_t(i)];
        const QRect place = barPlace(i);
        const QRect row(0, place.top() - textHeight - 2, width(), textHeight + BarHeight + 6);
        if (bar.record != 0 && bar.record == m_chosen) {
            QColor marked = style.selection;
            marked.setAlpha(60);
            painter.fillRect(row, marked);
        }
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(Margin, place.top() - textHeight, width() - 2 * Margin, textHeight),
                         Qt::AlignVCenter | Qt::AlignLeft, barText(bar));
        const QColor color
            = bar.isLost ? style.of(MessageMark::Failure).color : style.of(markOf(bar.kind)).color;
        painter.fillRect(place, QBrush(color, bar.isOpen ? Qt::Dense4Pattern : Qt::SolidPattern));
        if (hasFocus() && i == m_current) {
            painter.setPen(palette().color(QPalette::Highlight));
            painter.drawRect(row.adjusted(1, 0, -2, -1));
        }
    }
    if (m_bars.empty())
        return;
    // The axis: when it all began, and when it ended.
    const qint64 from = std::ranges::min_element(m_bars, {}, &TimingBar::fromNs)->fromNs;
    const qint64 to = std::ranges::max_element(m_bars, {}, &TimingBar::toNs)->toNs;
    const int top = Margin + int(m_bars.size()) * rowHeight();
    const QRect axis(Margin, top, width() - 2 * Margin, textHeight + Margin);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(axis.topLeft(), axis.topRight());
    const auto seconds = [](qint64 ns) {
        //: a time on the clock
        return tr("%1 s").arg(QLocale().toString(double(ns) / 1e9, 'f', 4));
    };
    painter.drawText(axis, Qt::AlignBottom | Qt::AlignLeft, seconds(from));
    painter.drawText(axis, Qt::AlignBottom | Qt::AlignRight, seconds(to));
}

void InspectorTiming::want(int index)
{
    if (index < 0 || index >= int(m_bars.size()))
        return;
    m_current = index;
    update();
    if (m_bars[size_t(index)].record != 0)
        Q_EMIT messageWanted(m_bars[size_t(index)].record);
}

void InspectorTiming::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() >= Margin)
        want((int(event->position().y()) - Margin) / rowHeight());
}

void InspectorTiming::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(m_current - 1, 0);
        break;
    case Qt::Key_Down:
        m_current = std::min(m_current + 1, std::max(last, 0));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        want(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void InspectorTiming::describe()
{
    QStringList lines;
    for (const TimingBar &bar : m_bars)
        lines << barText(bar);
    setAccessibleDescription(lines.join(u'\n'));
}

void InspectorTiming::retranslate()
{
    setAccessibleName(tr("Timing of the exchange"));
    describe();
    update();
}

} // namespace wiretale
