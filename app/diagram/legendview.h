// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/messagemark.h"

#include <QWidget>

namespace wiretale {

/// Says what each line and head of the sequence diagram means, painted as the
/// diagram paints them; wraps to its width.
class LegendView : public QWidget
{
    Q_OBJECT

public:
    explicit LegendView(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        MessageMark mark;
        QRectF area;
        QString title;
    };
    [[nodiscard]] std::vector<Entry> entries(double width) const;

    DiagramStyle m_style;
};

} // namespace wiretale
