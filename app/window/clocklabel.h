// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/clock.h"

#include <QLabel>
#include <QTimer>

namespace wiretale {

/// What the clock shows and how it runs: "12.34 s ×0.25", "paused at 12.34 s". Ticks ten times a second, only
/// while the clock runs and the label is seen.
class ClockLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ClockLabel(QWidget *parent = nullptr);

    void setPace(const ClockPace &pace);
    /// It tells how long a recording is, rather than what time it is.
    void setRecorded(bool isRecorded);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tick();
    void updateTimer();

    ClockPace m_pace;
    bool m_isRecorded = false;
    QTimer m_timer;
};

} // namespace wiretale
