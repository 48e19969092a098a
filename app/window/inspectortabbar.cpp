// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/inspectortabbar.h"

#include <QProxyStyle>

namespace wiretale {

namespace {

constexpr qsizetype LongestWhole = 6; ///< characters that are never cut
constexpr qsizetype FewestKept = 4;

class CloseTabs : public QProxyStyle
{
public:
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override
    {
        constexpr int Space = 8;
        return metric == PM_TabBarTabHSpace ? Space : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace

InspectorTabBar::InspectorTabBar(QWidget *parent)
    : QTabBar(parent)
{
    auto *style = new CloseTabs;
    style->setParent(this);
    setStyle(style);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
}

bool InspectorTabBar::isInSight(int index) const
{
    return rect().contains(tabRect(index));
}

QSize InspectorTabBar::minimumTabSizeHint(int index) const
{
    QSize size = tabSizeHint(index);
    const QString text = tabText(index);
    if (text.size() > LongestWhole)
        size.rwidth() -= fontMetrics().horizontalAdvance(text)
            - fontMetrics().horizontalAdvance(text.left(FewestKept) + u'…');
    return size;
}

} // namespace wiretale
