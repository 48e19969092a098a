// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/livesettings.h"
#include "common/clock.h"

#include <QAction>

class QActionGroup;

namespace wiretale {

class EngineThread;
class Playback;

/// What one does to the clock: run, pause, step, begin anew, slower, faster. Hands out its actions; menus and
/// toolbars place them.
class ClockTransport : public QObject
{
    Q_OBJECT

public:
    ClockTransport(EngineThread &engine, LiveSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] QAction *runAction() noexcept { return &m_run; }
    [[nodiscard]] QAction *stepAction() noexcept { return &m_step; }
    [[nodiscard]] QAction *resetAction() noexcept { return &m_reset; }
    [[nodiscard]] QAction *slowerAction() noexcept { return &m_slower; }
    [[nodiscard]] QAction *fasterAction() noexcept { return &m_faster; }
    [[nodiscard]] QList<QAction *> presetActions() const;

    void setPace(const ClockPace &pace);
    /// From now on, what is run, paused and stepped through is a recording; null: the engine's clock.
    void setPlayback(Playback *playback);
    void retranslate();

Q_SIGNALS:
    void beganAnew();

private:
    void toggle();
    void step();
    void showPaused(bool isPaused);
    void setRate(double rate);
    void showRate();

    EngineThread &m_engine;
    LiveSettings &m_settings;
    QAction m_run;
    QAction m_step;
    QAction m_reset;
    QAction m_slower;
    QAction m_faster;
    QActionGroup *m_presets;
    Playback *m_playback = nullptr;
    bool m_paused = false;
};

} // namespace wiretale
