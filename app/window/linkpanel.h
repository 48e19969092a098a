// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/livesettings.h"

#include <QGroupBox>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace wiretale {

class DurationBox;
class LinkChooser;

/// The link: one that has a name, or latency, jitter and bandwidth of one's own.
class LinkPanel : public QGroupBox
{
    Q_OBJECT

public:
    LinkPanel(LiveSettings &settings, LinkChooser &chooser, QWidget *parent = nullptr);

    /// Puts the keyboard where an own link begins.
    void editOwn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLink();
    void retranslate();

    LiveSettings &m_settings;
    QFormLayout *m_form;
    QComboBox *m_named;
    DurationBox *m_latency;
    DurationBox *m_jitter;
    QDoubleSpinBox *m_bandwidth; // megabits per second
};

} // namespace wiretale
