// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/textsize.h"

#include <QApplication>

#include <algorithm>

namespace wiretale {

namespace {

constexpr double Step = 1.15;
constexpr double Smallest = 0.7;
constexpr double Largest = 2.5;

} // namespace

TextSize::TextSize(double scale, QObject *parent)
    : QObject(parent)
    , m_normal(QApplication::font())
{
    m_larger.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Up));
    m_smaller.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Down));
    connect(&m_larger, &QAction::triggered, this, [this] { setScale(m_scale * Step); });
    connect(&m_smaller, &QAction::triggered, this, [this] { setScale(m_scale / Step); });
    connect(&m_usual, &QAction::triggered, this, [this] { setScale(1); });
    setScale(scale);
    retranslate();
}

QList<QAction *> TextSize::actions()
{
    return {&m_larger, &m_smaller, &m_usual};
}

void TextSize::setScale(double scale)
{
    m_scale = std::clamp(scale, Smallest, Largest);
    QFont font = m_normal;
    if (m_normal.pointSizeF() > 0)
        font.setPointSizeF(m_normal.pointSizeF() * m_scale);
    else
        font.setPixelSize(int(m_normal.pixelSize() * m_scale));
    if (font != QApplication::font())
        QApplication::setFont(font);
    m_larger.setEnabled(m_scale < Largest);
    m_smaller.setEnabled(m_scale > Smallest);
}

void TextSize::retranslate()
{
    m_larger.setText(tr("&Larger text"));
    m_smaller.setText(tr("&Smaller text"));
    m_usual.setText(tr("&Usual text size"));
}

} // namespace wiretale
