// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/livesettings.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace wiretale {

class DurationBox;

/// How clients ask and how the server answers: intervals, timeouts, the kind of empty answer.
class TimingPanel : public QGroupBox
{
    Q_OBJECT

public:
    explicit TimingPanel(LiveSettings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectBox(DurationBox *box, std::chrono::milliseconds Settings::*field);
    void showSettings();
    void retranslate();

    LiveSettings &m_settings;
    QFormLayout *m_form;
    DurationBox *m_pollInterval;
    DurationBox *m_longPollTimeout;
    DurationBox *m_heartbeat;
    DurationBox *m_retry;
    DurationBox *m_talkBack;
    QComboBox *m_emptyAnswer;
    QCheckBox *m_portions;
};

} // namespace wiretale
