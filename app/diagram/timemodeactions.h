// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/timemap.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <array>

namespace wiretale {

/// The choice of how a diagram draws time: an action each, and a key that goes from one to the next.
class TimeModeActions : public QObject
{
    Q_OBJECT

public:
    explicit TimeModeActions(QObject *parent = nullptr);

    [[nodiscard]] TimeMode mode() const noexcept { return m_mode; }
    void setMode(TimeMode mode);
    /// Goes on to the next one.
    [[nodiscard]] QAction *cycleAction() noexcept { return &m_cycle; }
    /// An action for each.
    [[nodiscard]] QMenu *menu() noexcept { return &m_menu; }
    void retranslate();

    /// One word for it, translated.
    [[nodiscard]] static QString word(TimeMode mode);

Q_SIGNALS:
    void modeChanged(wiretale::TimeMode mode);

private:
    QMenu m_menu;
    QAction m_cycle;
    QActionGroup m_group;
    std::array<QAction, TimeModeCount> m_modes;
    TimeMode m_mode = TimeMode::Folded;
};

} // namespace wiretale
