// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequencepainter.h"

#include "app/chart/techniquelook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wiretale {

namespace {

constexpr double HeadLength = 10;
constexpr double HeadWidth = 4;
constexpr double NarrowestNamedLane = 60;

QString roleText(const char *role)
{
    return QCoreApplication::translate("wiretale::SequencePainter", role);
}

} // namespace

SequencePainter::SequencePainter(QPainter &painter, const DiagramStyle &style)
    : m_painter(painter)
    , m_style(style)
{
}

void SequencePainter::paint(const SequenceScene &scene, QSizeF size, RecordNumber hovered,
                            RecordNumber selected)
{
    paintBackground(scene, size);
    paintSpans(scene, size);
    // Before the messages, so that no label is hidden by the mark above it.
    paintFolds(scene, size);
    paintMarkers(scene, size);
    paintStrokes(scene);
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    paintHighlight(scene);
    for (const SequenceScene::Arrow &arrow : scene.arrows)
        paintArrow(arrow, arrow.number == hovered, arrow.number == selected);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    paintLabels(scene, selected);
    paintHeldNotes(scene);
    paintRuler(scene, size);
    paintHeader(scene, size);
}

void SequencePainter::paintBackground(const SequenceScene &scene, QSizeF size)
{
    m_painter.fillRect(QRectF({0, 0}, size), m_style.background);
    for (size_t i = 1; i < scene.lanes.size(); i += 2)
        m_painter.fillRect(scene.lanes[i].area, m_style.laneBackground);
    for (const SequenceScene::Tick &tick : scene.ticks)
        m_painter.fillRect(QRectF(scene.rulerWidth, std::round(tick.y), size.width(), 1), m_style.grid);
}

void SequencePainter::paintMarkers(const SequenceScene &scene, QSizeF size)
{
    const QFontMetricsF metrics(m_painter.font());
    for (const SequenceScene::Marker &marker : scene.markers) {
        const double y = std::round(marker.y) + 0.5;
        m_painter.setPen(QPen(m_style.marker, 1, Qt::DashLine));
        m_painter.drawLine(QPointF(scene.rulerWidth, y), QPointF(size.width(), y));
        m_painter.fillRect(marker.area, m_style.background);
        m_painter.setPen(m_style.faintText);
        m_painter.drawText(marker.area, Qt::AlignCenter | Qt::TextSingleLine,
                           metrics.elidedText(marker.text, Qt::ElideRight, marker.area.width()));
    }
}

void SequencePainter::paintHighlight(const SequenceScene &scene)
{
    const auto arrow = std::ranges::find(scene.arrows, scene.highlighted, &SequenceScene::Arrow::number);
    if (scene.highlighted == 0 || arrow == scene.arrows.end())
        return;
    QColor halo = m_style.of(arrow->mark).color;
    halo.setAlphaF(0.25F);
    m_painter.setPen(QPen(halo, 14, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(arrow->line);
}

void SequencePainter::paintSpans(const SequenceScene &scene, QSizeF size)
{
    for (const SequenceScene::Connection &connection : scene.connections) {
        m_painter.fillRect(connection.client, m_style.connection);
        m_painter.fillRect(connection.server, m_style.connection);
    }
    m_painter.setPen(QPen(m_style.lifeline, 1));
    for (const SequenceScene::Lane &lane : scene.lanes) {
        if (lane.area.right() < 0 || lane.area.left() > size.width())
            continue;
        m_painter.drawLine(QLineF(lane.clientX, scene.headerHeight, lane.clientX, lane.area.bottom()));
        m_painter.drawLine(QLineF(lane.serverX, scene.headerHeight, lane.serverX, lane.area.bottom()));
    }
    for (const SequenceScene::Activation &activation : scene.activations) {
        const QColor color = techniqueColor(activation.technique);
        QColor pale = color;
        pale.setAlpha(70);
        if (activation.streaming.height() > 0)
            m_painter.fillRect(activation.streaming, pale);
        QColor solid = color;
        solid.setAlpha(activation.isHeld ? 255 : 190);
        m_painter.fillRect(activation.held, solid);
        m_painter.setPen(QPen(color.darker(130), 1));
        m_painter.drawRect(activation.held.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SequencePainter::paintStrokes(const SequenceScene &scene)
{
    for (const SequenceScene::Stroke &stroke : scene.strokes)
        m_painter.fillRect(stroke.area, m_style.of(stroke.mark).color);
}

void SequencePainter::paintArrow(const SequenceScene::Arrow &arrow, bool isHovered, bool isSelected)
{
    MarkStyle style = m_style.of(arrow.mark);
    if (arrow.isCut)
        style.head = HeadShape::Cross;
    if (isSelected || isHovered) {
        QColor halo = m_style.selection;
        halo.setAlpha(isSelected ? 170 : 90);
        m_painter.setPen(QPen(halo, style.width + 7, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(arrow.line);
    }
    m_painter.setPen(QPen(style.color, style.width, style.line, Qt::FlatCap));
    m_painter.drawLine(arrow.line);
    paintHead(style, arrow.line);
    if (arrow.isInFlight) {
        QColor glow = style.color;
        glow.setAlpha(60);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(glow);
        m_painter.drawEllipse(arrow.line.p2(), 9, 9);
    }
}

void SequencePainter::paintSample(MessageMark mark, const QLineF &line)
{
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    paintArrow({.number = 0, .mark = mark, .line = line}, false, false);
}

void SequencePainter::paintHead(const MarkStyle &style, const QLineF &line)
{
    if (line.length() < 0.5)
        return;
    const double angle = std::atan2(line.dy(), line.dx()) * 180 / std::numbers::pi;
    m_painter.save();
    m_painter.translate(line.p2());
    m_painter.rotate(angle);
    const QPen outline(style.color, std::max(style.width, 1.6));
    const QPolygonF triangle({{0, 0}, {-HeadLength, -HeadWidth}, {-HeadLength, HeadWidth}});
    m_painter.setPen(outline);
    m_painter.setBrush(m_style.background);
    const QPointF chevron[] = {{-HeadLength, -HeadWidth - 1}, {0, 0}, {-HeadLength, HeadWidth + 1}};
    switch (style.head) {
    case HeadShape::Filled:
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(style.color);
        m_painter.drawPolygon(triangle);
        break;
    case HeadShape::Open:
        m_painter.drawPolyline(chevron, 3);
        break;
    case HeadShape::Double:
        m_painter.drawPolyline(chevron, 3);
        m_painter.translate(-6, 0);
        m_painter.drawPolyline(chevron, 3);
        break;
    case HeadShape::Diamond:
        m_painter.setBrush(style.color);
        m_painter.drawPolygon(QPolygonF({{0, 0}, {-7, -5}, {-14, 0}, {-7, 5}}));
        break;
    case HeadShape::Circle:
        m_painter.drawEllipse(QPointF(-4, 0), 3.5, 3.5);
        break;
    case HeadShape::Square:
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(style.color);
        m_painter.drawPolygon(triangle);
        m_painter.drawRect(QRectF(-HeadLength - 6, -3.5, 4, 7));
        break;
    case HeadShape::Bar:
        m_painter.drawLine(QLineF(-1, -6, -1, 6));
        break;
    case HeadShape::Cross:
        m_painter.drawLine(QLineF(-5, -5, 5, 5));
        m_painter.drawLine(QLineF(-5, 5, 5, -5));
        break;
    }
    m_painter.restore();
}

void SequencePainter::paintLabels(const SequenceScene &scene, RecordNumber selected)
{
    const QFontMetricsF metrics(m_painter.font());
    for (const SequenceScene::Label &label : scene.labels) {
        QColor plate = m_style.background;
        plate.setAlpha(label.number == selected ? 255 : 205);
        m_painter.fillRect(label.area, plate);
        m_painter.setPen(m_style.isDark ? m_style.of(label.mark).color
                                        : m_style.of(label.mark).color.darker(115));
        m_painter.drawText(label.area, Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine,
                           metrics.elidedText(label.text, Qt::ElideRight, label.area.width()));
    }
}

void SequencePainter::paintHeldNotes(const SequenceScene &scene)
{
    for (const SequenceScene::HeldNote &note : scene.heldNotes) {
        QColor plate = m_style.background;
        plate.setAlpha(205);
        m_painter.fillRect(note.area, plate);
        m_painter.setPen(note.isHeld ? m_style.text : m_style.faintText);
        m_painter.drawText(note.area, Qt::AlignCenter | Qt::TextSingleLine, note.text);
    }
}

void SequencePainter::paintFolds(const SequenceScene &scene, QSizeF size)
{
    const double width = scene.rulerWidth;
    for (const SequenceScene::FoldMark &fold : scene.folds) {
        // Idle time that is folded: lifelines are interrupted over all lanes.
        const QRectF band(width, fold.top + 6, size.width() - width, fold.bottom - fold.top - 12);
        m_painter.fillRect(band, m_style.background);
        m_painter.setPen(QPen(m_style.lifeline, 1, Qt::DotLine));
        m_painter.drawLine(band.topLeft(), band.topRight());
        m_painter.drawLine(band.bottomLeft(), band.bottomRight());
        m_painter.setPen(m_style.faintText);
        m_painter.drawText(band, Qt::AlignCenter, QStringLiteral("⋯ %1 ⋯").arg(fold.text));
    }
}

void SequencePainter::paintRuler(const SequenceScene &scene, QSizeF size)
{
    const double width = scene.rulerWidth;
    m_painter.fillRect(QRectF(0, 0, width, size.height()), m_style.background);
    m_painter.setPen(m_style.faintText);
    const double height = QFontMetricsF(m_painter.font()).height();
    for (const SequenceScene::Tick &tick : scene.ticks) {
        m_painter.drawText(QRectF(0, tick.y - height / 2, width - 10, height),
                           Qt::AlignRight | Qt::AlignVCenter, tick.text);
        if (!tick.text.isEmpty())
            m_painter.fillRect(QRectF(width - 6, std::round(tick.y), 6, 1), m_style.faintText);
    }
    if (scene.nowY >= scene.headerHeight && scene.nowY <= size.height())
        m_painter.fillRect(QRectF(width - 6, std::round(scene.nowY), size.width(), 1), m_style.now);
}

void SequencePainter::paintHeader(const SequenceScene &scene, QSizeF size)
{
    const double height = scene.headerHeight;
    m_painter.fillRect(QRectF(0, 0, size.width(), height), m_style.background);
    m_painter.fillRect(QRectF(0, height - 1, size.width(), 1), m_style.lifeline);
    const QFont plain = m_painter.font();
    QFont bold = plain;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const QString server = roleText(QT_TRANSLATE_NOOP("wiretale::SequencePainter", "server"));
    const double serverWidth = QFontMetricsF(plain).horizontalAdvance(server);
    for (auto first = scene.lanes.cbegin(); first != scene.lanes.cend();) {
        // Lanes too narrow for a name share one with their neighbours of the same kind.
        const auto last = first->area.width() >= NarrowestNamedLane
            ? first + 1
            : std::find_if(first, scene.lanes.cend(), [technique = first->technique](const auto &lane) {
                  return lane.technique != technique;
              });
        const QRectF whole
            = QRectF(first->area.left(), 0, (last - 1)->area.right() - first->area.left(), height)
                  .intersected({scene.rulerWidth, 0, size.width() - scene.rulerWidth, height});
        QString name = first->name;
        if (last - first > 1)
            name += QStringLiteral(" \u2026 ") + (last - 1)->name;
        for (; first != last; ++first) {
            if (first->area.right() >= scene.rulerWidth && first->area.left() <= size.width())
                m_painter.fillRect(QRectF(first->area.left() + 3, height - 4, first->area.width() - 6, 3),
                                   techniqueColor(first->technique));
        }
        const QRectF room = whole.adjusted(8, 0, -8, -4);
        if (room.width() <= 0)
            continue;
        // The name says more: where both do not fit, the role goes.
        const bool hasRole = metrics.horizontalAdvance(name) + serverWidth + 12 <= room.width();
        m_painter.setFont(bold);
        m_painter.setPen(m_style.text);
        m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                           metrics.elidedText(name, Qt::ElideRight, room.width()));
        m_painter.setFont(plain);
        m_painter.setPen(m_style.faintText);
        if (hasRole)
            m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, server);
    }
    const QRectF corner(0, 0, scene.rulerWidth, height - 1);
    m_painter.fillRect(corner, m_style.background);
    m_painter.setPen(m_style.faintText);
    m_painter.drawText(corner.adjusted(0, 0, -10, -3), Qt::AlignRight | Qt::AlignVCenter,
                       QFontMetricsF(plain).elidedText(scene.corner, Qt::ElideRight, corner.width() - 12));
}

} // namespace wiretale
