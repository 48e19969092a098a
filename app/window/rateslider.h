// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/livesettings.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace wiretale {

/// The clock's rate, from a fiftieth to twenty times, evenly by factors.
class RateSlider : public QWidget
{
    Q_OBJECT

public:
    explicit RateSlider(LiveSettings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRate();
    void retranslate();

    LiveSettings &m_settings;
    QLabel *m_caption;
    QSlider *m_slider;
    QLabel *m_value;
};

} // namespace wiretale
