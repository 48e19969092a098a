// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lamp.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>

namespace wiretale {

namespace {

constexpr int Side = 32;

void paint(QPainter &painter, Verdict verdict)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (verdict) {
    case Verdict::Kept:
        painter.setBrush(QColor(0x2e7d32));
        painter.drawEllipse(QRectF(6, 6, 20, 20));
        break;
    case Verdict::Doubtful:
        painter.setBrush(QColor(0xf0a000));
        painter.drawPolygon(QPolygonF {{16, 3}, {30, 28}, {2, 28}});
        break;
    case Verdict::Broken:
        painter.setBrush(QColor(0xc62828));
        painter.drawPolygon(
            QPolygonF {{10, 2}, {22, 2}, {30, 10}, {30, 22}, {22, 30}, {10, 30}, {2, 22}, {2, 10}});
        painter.setPen(QPen(Qt::white, 4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(10, 10), QPointF(22, 22));
        painter.drawLine(QPointF(22, 10), QPointF(10, 22));
        break;
    case Verdict::None:
        break;
    }
}

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Lamp", words);
}

} // namespace

QIcon lampIcon(Verdict verdict)
{
    if (verdict == Verdict::None)
        return {};
    QPixmap pixmap(Side, Side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(painter, verdict);
    painter.end();
    return pixmap;
}

QString lampText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Kept:
        return text(QT_TRANSLATE_NOOP("wiretale::Lamp", "This message keeps all rules."));
    case Verdict::Doubtful:
        return text(QT_TRANSLATE_NOOP("wiretale::Lamp", "This message does what it should not."));
    case Verdict::Broken:
        return text(QT_TRANSLATE_NOOP("wiretale::Lamp", "This message breaks a rule."));
    case Verdict::None:
        break;
    }
    return {};
}

QString breachText(const std::vector<Breach> &breaches)
{
    QStringList lines;
    for (const Breach &breach : breaches)
        lines << ruleText(*breach.rule);
    return lines.join(u'\n');
}

} // namespace wiretale
