// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user does to a sequence diagram with wheel, keys and mouse.

#include "app/diagram/recordcard.h"
#include "app/diagram/sequenceview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace wiretale {

namespace {

constexpr int DragDistance = 4;
constexpr double ZoomStep = 1.25;
constexpr double LineStep = 40;

} // namespace

void SequenceView::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_camera.zoomBy(std::pow(ZoomStep, angle.y() / 120.0), event->position().y() - m_headerHeight);
        viewport()->update();
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
        scrollByUser(-0.8 * m_camera.height());
        break;
    case Qt::Key_PageDown:
        scrollByUser(0.8 * m_camera.height());
        break;
    case Qt::Key_Home:
        showOldest();
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

bool SequenceView::isAtCorner(QPointF point) const
{
    return point.x() < m_scene.rulerWidth && point.y() < m_scene.headerHeight;
}

void SequenceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_dragTop = m_camera.top();
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
            scrollByUser(m_dragTop - moved.y() - m_camera.top());
            horizontalScrollBar()->setValue(m_dragLeft - int(moved.x()));
        }
        return;
    }
    const RecordNumber hovered = SequenceLayout::hit(m_scene, event->position());
    if (hovered == 0)
        viewport()->setCursor(isAtCorner(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, hovered) != hovered) {
        viewport()->setCursor(hovered != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void SequenceView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->setCursor(Qt::ArrowCursor);
    if (event->button() != Qt::LeftButton || std::exchange(m_isDragging, false))
        return;
    if (isAtCorner(event->position()))
        m_timeMode.cycleAction()->trigger();
    else
        setSelected(SequenceLayout::hit(m_scene, event->position()));
}

bool SequenceView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const RecordNumber number = SequenceLayout::hit(m_scene, help->pos());
        if (number != 0)
            QToolTip::showText(help->globalPos(), recordCard(*m_log, number), viewport());
        else if (isAtCorner(help->pos()))
            QToolTip::showText(help->globalPos(), tr("How time is drawn; the next way: a click, or T"),
                               viewport());
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

} // namespace wiretale
