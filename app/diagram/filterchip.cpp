// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/filterchip.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr int FewestCharacters = 6; ///< of the line
constexpr int Frame = 16;

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    write();
}

void FilterChip::setContent(const Content &content)
{
    if (std::exchange(m_content, content) != content)
        write();
}

void FilterChip::setMostWidth(int pixels)
{
    if (std::exchange(m_mostWidth, pixels) != pixels)
        write();
}

void FilterChip::write()
{
    const QLocale locale;
    const QString separator = QStringLiteral(" · ");
    //: how many messages a filter leaves: %1 of %Ln
    QString said = separator
        + tr("%1 of %Ln message(s)", nullptr, m_content.all).arg(locale.toString(m_content.shown));
    if (m_content.percentLooked < 100) {
        //: how far the filter has looked through the messages; %1 is a percentage
        said += separator + tr("looking, %1 %").arg(m_content.percentLooked);
    }
    if (m_content.isChosenHidden)
        said += separator + tr("the chosen message is hidden");
    said += QStringLiteral("  \u2715");
    //: %1 is what somebody filters by
    const QString named = tr("Filter: %1");
    const int taken = fontMetrics().horizontalAdvance(named.arg(QString()) + said) + Frame;
    const int least = fontMetrics().averageCharWidth() * FewestCharacters;
    QString line
        = fontMetrics().elidedText(m_content.line, Qt::ElideRight, std::max(m_mostWidth - taken, least));
    setText(named.arg(line.replace(u'&', QStringLiteral("&&"))) + said);
    setToolTip(tr("Show all messages again; the filter is written above the table of messages")
               + QStringLiteral("\n") + m_content.line);
    setAccessibleName(named.arg(m_content.line));
    adjustSize();
}

void FilterChip::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        write();
}

} // namespace wiretale
