// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "app/window/livesettings.h"

#include <QGroupBox>

#include <array>

class QCheckBox;
class QLabel;

namespace wiretale {

/// Which clients run, and how each of them is.
class ClientsPanel : public QGroupBox
{
    Q_OBJECT

public:
    explicit ClientsPanel(LiveSettings &settings, QWidget *parent = nullptr);

    void showStates(const QList<ClientState> &clients);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSettings();
    void leaveRoom();
    void retranslate();

    struct Line
    {
        QCheckBox *runs = nullptr;
        QLabel *state = nullptr;
        QLabel *received = nullptr;
    };

    LiveSettings &m_settings;
    std::array<Line, TechniqueCount> m_lines; // index: Technique
    QList<ClientState> m_states;
};

} // namespace wiretale
