// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabBar>

namespace wiretale {

/// Tabs close together, so that all of the inspector's fit beside the diagram. Where they do not, long words
/// are cut short before short ones; only when that is not enough does one have to scroll.
class InspectorTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit InspectorTabBar(QWidget *parent = nullptr);

    /// Whether the whole of a tab can be seen without scrolling.
    [[nodiscard]] bool isInSight(int index) const;

protected:
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
};

} // namespace wiretale
