// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace wiretale {

namespace {

// Everything is drawn into a square of 24 units.
constexpr double Side = 24;

void drawRun(QPainter &painter)
{
    painter.drawPolygon(QPolygonF {{7, 4}, {20, 12}, {7, 20}});
}

void drawPause(QPainter &painter)
{
    painter.drawRect(QRectF(6, 4, 4, 16));
    painter.drawRect(QRectF(14, 4, 4, 16));
}

void drawStep(QPainter &painter)
{
    painter.drawPolygon(QPolygonF {{4, 4}, {15, 12}, {4, 20}});
    painter.drawRect(QRectF(16.5, 4, 3.5, 16));
}

void drawReset(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 2.6, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(4.5, 4.5, 15, 15), 60 * 16, 290 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF {{14, 1.5}, {21, 6.5}, {13.5, 10}});
}

void drawPublish(QPainter &painter)
{
    // A message that leaves to the right.
    painter.drawPolygon(
        QPolygonF {{2, 10.4}, {14, 10.4}, {14, 5}, {22, 12}, {14, 19}, {14, 13.6}, {2, 13.6}});
}

void drawCopy(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(4, 4, 11, 13));
    painter.drawPolyline(QPolygonF {{9, 20.5}, {20, 20.5}, {20, 8}});
}

void drawOpenOutside(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF {{11, 5}, {4, 5}, {4, 20}, {19, 20}, {19, 13}});
    painter.drawLine(QPointF(10, 14), QPointF(19.5, 4.5));
    painter.drawPolyline(QPolygonF {{14, 4}, {20, 4}, {20, 10}});
}

void drawSave(QPainter &painter, const QColor &color)
{
    painter.drawPolygon(QPolygonF {{12, 16}, {6, 9}, {10.4, 9}, {10.4, 3}, {13.6, 3}, {13.6, 9}, {18, 9}});
    painter.setPen(QPen(color, 2.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF {{4, 15}, {4, 20}, {20, 20}, {20, 15}});
}

// Two lifelines and a slanted message each way; the same picture as resources/icons/wiretale.svg.
void drawProgram(QPainter &painter)
{
    painter.setBrush(QColor(0x1f, 0x2d, 0x3d));
    painter.drawRoundedRect(QRectF(0, 0, 24, 24), 5, 5);
    painter.setPen(QPen(QColor(0xe8, 0xee, 0xf4), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(5.5, 4), QPointF(5.5, 20));
    painter.drawLine(QPointF(18.5, 4), QPointF(18.5, 20));
    painter.setPen(QPen(QColor(0xE6, 0x9F, 0x00), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(6.5, 6), QPointF(15, 9));
    painter.setPen(QPen(QColor(0x00, 0x9E, 0x73), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(17.5, 14), QPointF(9, 17));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xE6, 0x9F, 0x00));
    painter.drawPolygon(QPolygonF {{17.8, 10}, {13.5, 10.9}, {14.8, 6.7}});
    painter.setBrush(QColor(0x00, 0x9E, 0x73));
    painter.drawPolygon(QPolygonF {{6.2, 18}, {10.5, 18.9}, {9.2, 14.7}});
}

void drawGlyph(QPainter &painter, Glyph glyph, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (glyph) {
    case Glyph::Program:
        drawProgram(painter);
        break;
    case Glyph::Run:
        drawRun(painter);
        break;
    case Glyph::Pause:
        drawPause(painter);
        break;
    case Glyph::Step:
        drawStep(painter);
        break;
    case Glyph::Reset:
        drawReset(painter, color);
        break;
    case Glyph::Publish:
        drawPublish(painter);
        break;
    case Glyph::Copy:
        drawCopy(painter, color);
        break;
    case Glyph::OpenOutside:
        drawOpenOutside(painter, color);
        break;
    case Glyph::Save:
        drawSave(painter, color);
        break;
    }
}

class GlyphEngine : public QIconEngine
{
public:
    explicit GlyphEngine(Glyph glyph)
        : m_glyph(glyph)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double scale = std::min(rect.width(), rect.height()) / Side;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        painter->scale(scale, scale);
        painter->translate(-Side / 2, -Side / 2);
        drawGlyph(*painter, m_glyph, QGuiApplication::palette().color(group, QPalette::ButtonText));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

} // namespace

QIcon glyphIcon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph));
}

} // namespace wiretale
