// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowattest.h"

#include <QCoreApplication>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;

Settings WindowAtTest::quickLesson()
{
    Settings settings;
    settings.link.latency = 5ms;
    settings.pollInterval = 30ms;
    settings.longPollTimeout = 500ms;
    settings.publish = {PublishPlan::Kind::EveryInterval, 60ms};
    return settings;
}

CommandLine WindowAtTest::optionsFor(const Settings &settings)
{
    CommandLine options;
    options.settings = settings;
    options.engine.port = 0;
    options.language = QStringLiteral("en");
    return options;
}

void WindowAtTest::keepSettingsIn(const QString &folder)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Wiretale"));
    QCoreApplication::setApplicationName(QStringLiteral("WindowAtTest"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    // Nor do captures that others left behind count.
    qputenv("TMPDIR", QFile::encodeName(folder));
    QSettings().setValue(QStringLiteral("saving/asks"), false); // windows close without a word
}

WindowAtTest::WindowAtTest(const CommandLine &options)
    : m_window(std::make_unique<MainWindow>(options, m_translation))
{
    EngineThread &engine = m_window->engine();
    connect(&engine, &EngineThread::logReplaced, this,
            [this](const std::shared_ptr<const TrafficLog> &log) { m_log = log; });
    connect(&engine, &EngineThread::paceChanged, this, [this](const ClockPace &pace) { m_pace = pace; });
    connect(&engine, &EngineThread::scorecardChanged, this,
            [this](const Scorecard &scorecard) { m_scorecard = scorecard; });
    connect(&engine, &EngineThread::started, this, [this](quint16 port) { m_port = port; });
    m_window->show();
}

WindowAtTest::~WindowAtTest() = default;

qint64 WindowAtTest::arrivals() const
{
    qint64 count = 0;
    for (RecordNumber number = 1; m_log && number <= m_log->journal().size(); ++number)
        count += m_log->journal().at(number).arrivedNs != Record::NotArrived;
    return count;
}

bool WindowAtTest::carries(const QByteArray &bytes) const
{
    for (RecordNumber number = 1; m_log && number <= m_log->journal().size(); ++number) {
        if (m_log->bytes(number).contains(bytes))
            return true;
    }
    return false;
}

QAction *WindowAtTest::action(const QKeySequence &shortcut)
{
    const QList<QAction *> all = m_window->findChildren<QAction *>();
    QList<QAction *> known = all;
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        known += menu->actions();
    const auto found = std::ranges::find_if(
        known, [&shortcut](const QAction *action) { return action->shortcuts().contains(shortcut); });
    return found == known.end() ? nullptr : *found;
}
