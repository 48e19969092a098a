// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/exchangetiming.h"

#include <QWidget>

namespace wiretale {

/// Where the time of an exchange went, as a waterfall: one bar a step, one below the other, on one axis.
/// Choosing a bar leads to its message.
class InspectorTiming : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorTiming(QWidget *parent = nullptr);

    /// `chosen`: whose bar is marked; 0: none.
    void setBars(std::vector<TimingBar> bars, RecordNumber chosen);
    void retranslate();
    /// What a bar says: "The request travels: 20.00 ms".
    [[nodiscard]] static QString barText(const TimingBar &bar);
    [[nodiscard]] QRect barPlace(int index) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to see the message of a bar.
    void messageWanted(wiretale::RecordNumber number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    void want(int index);
    void describe();

    std::vector<TimingBar> m_bars;
    RecordNumber m_chosen = 0;
    int m_current = 0; ///< where the keys are
};

} // namespace wiretale
