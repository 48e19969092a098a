// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/mainwindow.h"
#include "app/window/translation.h"

#include <QTemporaryDir>

#include <memory>

/// A real window with a real engine on any free port, its clients quick and its settings kept in a folder of
/// its own. Opened like the program opens it.
class WindowAtTest : public QObject
{
    Q_OBJECT

public:
    /// Settings of a lesson that moves fast: four clients, an event every 60 ms.
    static wiretale::Settings quickLesson();
    static wiretale::CommandLine optionsFor(const wiretale::Settings &settings);
    /// From now on settings and temporary captures are kept in `folder` alone, and windows close unasked.
    static void keepSettingsIn(const QString &folder);

    explicit WindowAtTest(const wiretale::CommandLine &options = optionsFor(quickLesson()));
    ~WindowAtTest() override;

    [[nodiscard]] wiretale::MainWindow &window() { return *m_window; }
    [[nodiscard]] wiretale::Translation &translation() { return m_translation; }
    /// Null until the engine has begun.
    [[nodiscard]] const wiretale::TrafficLog *log() const { return m_log.get(); }
    [[nodiscard]] std::shared_ptr<const wiretale::TrafficLog> sharedLog() const { return m_log; }
    [[nodiscard]] const wiretale::ClockPace &pace() const { return m_pace; }
    [[nodiscard]] const wiretale::Scorecard &scorecard() const { return m_scorecard; }
    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] qint64 arrivals() const;
    /// Whether any recorded message has these bytes in it.
    [[nodiscard]] bool carries(const QByteArray &bytes) const;
    /// The action with these keys.
    [[nodiscard]] QAction *action(const QKeySequence &shortcut);

private:
    wiretale::Translation m_translation;
    std::unique_ptr<wiretale::MainWindow> m_window;
    std::shared_ptr<const wiretale::TrafficLog> m_log;
    wiretale::ClockPace m_pace;
    wiretale::Scorecard m_scorecard;
    quint16 m_port = 0;
};
