// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with files: opens them, shows what they hold, keeps what was recorded.

#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/lesson/recordedlesson.h"
#include "app/window/clocklabel.h"
#include "app/window/controlpanel.h"
#include "app/window/faultbar.h"
#include "app/window/mainwindow.h"
#include "app/window/trafficpanel.h"
#include "app/window/translation.h"
#include "app/window/upcomingstrip.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>

#include <algorithm>

namespace wiretale {

namespace {

/// How long messages travelled, by the mean of the first that arrived.
std::chrono::nanoseconds usualTransit(const Journal &journal)
{
    constexpr RecordNumber Enough = 200;
    qint64 sum = 0;
    qint64 count = 0;
    for (RecordNumber number = 1; number <= std::min(journal.size(), Enough); ++number) {
        const Record record = journal.at(number);
        if (record.arrivedNs == Record::NotArrived)
            continue;
        sum += record.arrivedNs - record.departedNs;
        ++count;
    }
    return std::chrono::nanoseconds {count > 0 ? sum / count : 0};
}

} // namespace

void MainWindow::open(const QString &path)
{
    if (isLessonFile(path)) {
        m_guard.before([this, path] {
            m_open.remember(path);
            m_player.open(path);
        });
        return;
    }
    if (isDemonstration())
        m_opened.open(path);
    else
        m_guard.before([this, path] { m_opened.open(path); });
}

// What runs from the start, and nobody has touched it: it can be had again at any time.
bool MainWindow::isDemonstration() const
{
    if (m_isTouched || m_player.isOn() || m_opened.isOn() || !m_saver.home().isEmpty())
        return false;
    const Journal *journal = m_diagram->journal();
    const std::vector<ClientEntry> clients = journal ? journal->clients() : std::vector<ClientEntry>();
    return std::ranges::all_of(
        clients, [this](const ClientEntry &client) { return m_ownClients.contains(client.name); });
}

void MainWindow::noteTouches()
{
    const auto touched = [this] { m_isTouched = true; };
    for (const QAction *action :
         {m_transport.runAction(), m_transport.stepAction(), m_publishing.publishAction()})
        connect(action, &QAction::triggered, this, touched);
    connect(&m_settings, &LiveSettings::changed, this, [this] { m_isTouched = m_isTouched || !m_beginning; });
    connect(&m_engine, &EngineThread::logReplaced, this, [this] { m_isTouched = false; });
    connect(&m_engine, &EngineThread::clientsChanged, this, [this](const QList<ClientState> &clients) {
        for (const ClientState &client : clients)
            m_ownClients.insert(client.name);
    });
}

void MainWindow::connectFiles()
{
    noteTouches();
    connect(&m_open, &OpenActions::fileWanted, this, &MainWindow::open);
    connect(&m_leftBehind, &LeftBehind::openWanted, this, [this](const QString &path) {
        m_guard.before([this, path] { m_opened.open(path, tr("Rescued recording")); });
    });
    connect(&m_opened, &OpenedTraffic::shown, this, &MainWindow::showOpened);
    connect(&m_opened, &OpenedTraffic::wholeRead, this, [this] {
        m_saver.setReading(false);
        m_diagram->fitShort();
        m_diagram->settle();
        showRecordedLesson();
    });
    connect(&m_opened, &OpenedTraffic::left, this, &MainWindow::showLive);
    connect(&m_settings, &LiveSettings::changed, this,
            [this](const Settings &settings) { m_playback.setRate(settings.rate); });
    connect(&m_opened, &OpenedTraffic::liveWanted, this, [this] { beginAnew(m_freeSettings); });
    connect(&m_opened, &OpenedTraffic::failed, this, [this](const QString &sentence) {
        if (!m_diagram->journal()) // it was to be the first thing shown
            beginAnew(m_freeSettings);
        m_fault->showFault(sentence);
    });
    connect(&m_engine, &EngineThread::stopped, this, [this] { showStarted(0, {}); });
    connect(&m_saver, &TrafficSaver::homeChanged, this, [this] {
        keepHome();
        showTitle();
    });
}

void MainWindow::showOpened()
{
    using Origin = TrafficSaver::Origin;
    const QString path = m_opened.path();
    m_fault->hide();
    m_player.leaveQuietly();
    enableWorld(false);
    m_diagram->setTransitHint(usualTransit(m_opened.log()->journal()));
    m_playback.setLog(m_opened.log());
    m_playback.setRate(m_settings.current().rate);
    m_transport.setPlayback(&m_playback);
    m_saver.setReading(m_opened.isReading());
    if (m_leftBehind.isOpened(path)) {
        m_saver.setOrigin(Origin::Rescued);
    } else {
        m_open.remember(path);
        m_saver.setSuggestedName(QFileInfo(path).completeBaseName());
        if (m_opened.isAsRecorded())
            m_saver.setOrigin(Origin::Recording, path);
        else
            m_saver.setOrigin(Origin::Elsewhere);
    }
    m_diagram->resetZoom();
    m_diagram->holdOldest();
    m_traffic->table().showOldest();
    showTitle();
}

void MainWindow::keepHome()
{
    const QString home = m_saver.home();
    if (home.isEmpty())
        return;
    if (!m_leftBehind.isOpened(home))
        m_open.remember(home);
    if (!m_opened.isOn() || QFileInfo(home) == QFileInfo(m_opened.path()))
        return;
    removeRescued();
    m_opened.setName(QFileInfo(home).fileName());
}

// Of what is shown: it is kept elsewhere, or not wanted.
void MainWindow::removeRescued()
{
    if (m_opened.isOn())
        m_leftBehind.remove(m_opened.path());
}

// All that was kept beside the messages: how the lesson went, what was set.
void MainWindow::showRecordedLesson()
{
    const RecordedLesson recorded = recordedLesson(*m_opened.log());
    m_history.setChanges(recorded);
    if (!recorded.lesson)
        return;
    m_player.showRecorded(recorded, m_liveScorecard);
    m_player.next(); // to its beginning
    m_saver.setSuggestedName(QFileInfo(m_opened.path()).completeBaseName());
}

void MainWindow::showLive()
{
    if (m_player.isRecorded())
        m_player.leaveQuietly();
    m_transport.setPlayback(nullptr);
    m_playback.setLog(nullptr);
    enableWorld(true);
    m_diagram->resetZoom();
    showSettings(m_settings.current());
    showTitle();
}

// What acts on server, clients and link has nothing to act on while a file is shown.
void MainWindow::enableWorld(bool isEnabled)
{
    m_controls->setEnabled(isEnabled);
    m_publishing.setEnabled(isEnabled);
    m_links.setEnabled(isEnabled);
    m_runUntil.setEnabled(isEnabled);
    m_upcoming->setRecorded(!isEnabled);
    m_scrubber->setRecorded(!isEnabled);
    m_clock->setRecorded(!isEnabled);
    m_diagram->setRecorded(!isEnabled);
}

void MainWindow::showTitle()
{
    QString name = QFileInfo(m_saver.home()).fileName();
    if (name.isEmpty() && m_opened.isOn())
        name = m_opened.name();
    setWindowTitle(name.isEmpty() ? QStringLiteral("Wiretale")
                                  : QStringLiteral("%1 \u2013 Wiretale").arg(name));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!OpenActions::fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QString path = OpenActions::fileIn(*event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        open(path);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_guard.wouldAsk()) {
        event->ignore();
        m_guard.before(
            [this] {
                m_mayClose = true;
                close();
            },
            [this] { removeRescued(); });
        return;
    }
    m_presenter.setChecked(false); // it is none of what is remembered
    QSettings store;
    saveWindowSettings(store,
                       {.geometry = saveGeometry(),
                        .layout = saveState(),
                        .language = m_translation.language(),
                        .textScale = m_textSize.scale(),
                        .timeMode = m_diagram->timeMode(),
                        .settings = m_freeSettings});
    QMainWindow::closeEvent(event);
}

} // namespace wiretale
