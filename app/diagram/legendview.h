// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/messagemark.h"

#include <QWidget>

#include <functional>

namespace wiretale {

/// Says what each line and head of the sequence diagram means, painted as the
/// diagram paints them; wraps to its width.
class LegendView : public QWidget
{
    Q_OBJECT

public:
    explicit LegendView(QWidget *parent = nullptr);

    /// What the tool tip of a line says, as rich text.
    using Explain = std::function<QString(MessageMark)>;
    void setExplain(Explain explain) { m_explain = std::move(explain); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Entry
    {
        MessageMark mark;
        QRectF area;
        QString title;
    };
    [[nodiscard]] std::vector<Entry> entries(double width) const;

    DiagramStyle m_style;
    Explain m_explain;
};

} // namespace wiretale
