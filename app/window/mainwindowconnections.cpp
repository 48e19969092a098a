// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who tells whom: the window's parts know nothing of each other.

#include "app/chart/scorecardview.h"
#include "app/chart/trafficchart.h"
#include "app/cli/lessonabout.h"
#include "app/diagram/legendview.h"
#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/lesson/explanation.h"
#include "app/window/clocklabel.h"
#include "app/window/controlpanel.h"
#include "app/window/faultbar.h"
#include "app/window/inspectorpanel.h"
#include "app/window/lessonlist.h"
#include "app/window/lessonpanel.h"
#include "app/window/mainwindow.h"
#include "app/window/searchpanel.h"
#include "app/window/trafficpanel.h"
#include "app/window/traffictablemodel.h"
#include "app/window/upcomingstrip.h"

#include <QDockWidget>
#include <QScopedValueRollback>
#include <QStatusBar>

namespace wiretale {

namespace {

// Long enough to be read by somebody who looks elsewhere.
constexpr int WarningMs = 20000;

QString asRichText(const Explanation &explanation)
{
    return QStringLiteral("<b>%1</b><p>%2</p>")
        .arg(explanation.title.toHtmlEscaped(), explanation.text.toHtmlEscaped());
}

QString explanationOf(DiagramSpot spot)
{
    switch (spot) {
    case DiagramSpot::None:
        break;
    case DiagramSpot::ClientLifeline:
        return asRichText(explain(DiagramThing::ClientLifeline));
    case DiagramSpot::ServerLifeline:
        return asRichText(explain(DiagramThing::ServerLifeline));
    case DiagramSpot::Connection:
        return asRichText(explain(DiagramThing::ConnectionBar));
    case DiagramSpot::Held:
        return asRichText(explain(DiagramThing::HeldBar));
    case DiagramSpot::Streaming:
        return asRichText(explain(DiagramThing::StreamingBar));
    case DiagramSpot::Fold:
        return asRichText(explain(DiagramThing::Fold));
    case DiagramSpot::Now:
        return asRichText(explain(DiagramThing::NowLine));
    case DiagramSpot::Ruler:
        return asRichText(explain(DiagramThing::TimeRuler));
    }
    return {};
}

// The lines stand in the same order in both.
static_assert(MessageMarkCount == int(DiagramThing::ClientLifeline));

} // namespace

void MainWindow::connectActions()
{
    m_legend->setExplain([](MessageMark mark) { return asRichText(explain(DiagramThing(int(mark)))); });
    m_diagram->setExplain(explanationOf);
    connect(&m_legendShown, &QAction::toggled, m_legend, &QWidget::setVisible);
    connect(&m_quit, &QAction::triggered, this, &QWidget::close);
    connect(&m_links, &LinkChooser::ownWanted, this, [this] {
        m_controlsDock->show();
        m_controlsDock->raise();
        m_controls->editOwnLink();
    });
    connect(&m_settings, &LiveSettings::changed, this, [this](const Settings &settings) {
        showSettings(settings);
        if (m_beginning)
            return;
        if (!m_player.isOn())
            m_freeSettings = settings;
        m_engine.apply(settings);
    });
    const auto again = [this] {
        if (m_player.isOn())
            m_player.again();
        else
            beginAnew(m_settings.current());
    };
    connect(m_fault, &FaultBar::triedAgain, this, again);
    connect(&m_transport, &ClockTransport::beganAnew, this, again);
    connect(m_diagram, &SequenceView::selected, this, &MainWindow::showMessage);
    connect(m_diagram, &SequenceView::selected, &m_traffic->table(), &TrafficTable::select);
    connect(&m_traffic->table(), &TrafficTable::selected, this, [this](RecordNumber number) {
        m_diagram->setSelected(number);
        m_diagram->showMessage(number);
        showMessage(number);
    });
    connect(m_inspector, &InspectorPanel::messageWanted, this, &MainWindow::goTo);
    connect(m_search, &SearchPanel::messageWanted, this, &MainWindow::goTo);
    connect(&m_findText, &QAction::triggered, this, [this] {
        m_searchDock->show();
        m_searchDock->raise();
        m_search->setFocus(Qt::ShortcutFocusReason);
    });
    connect(&m_findShape, &QAction::triggered, this, &MainWindow::findShape);
    connect(&m_runUntil, &QAction::triggered, this, &MainWindow::runUntil);
    connect(&m_find, &QAction::triggered, this, [this] {
        m_trafficDock->show();
        m_trafficDock->raise();
        m_traffic->filterBar().setFocus(Qt::ShortcutFocusReason);
    });
    m_diagram->setRows(m_traffic->table().model().sharedRows());
    m_chart->setRows(m_traffic->table().model().sharedRows());
    m_scrubber->setRows(m_traffic->table().model().sharedRows());
    connect(&m_traffic->table(), &TrafficTable::chosenChanged, m_scrubber, &ScrubberView::followRows);
    connect(&m_traffic->table(), &TrafficTable::chosenChanged, m_diagram, &SequenceView::followRows);
    connect(&m_traffic->table(), &TrafficTable::chosenChanged, m_chart, &TrafficChart::followRows);
    connect(m_diagram, &SequenceView::filterUnwanted, &m_traffic->filterBar(), &FilterBar::clear);
    m_saver.setOffer([this] { return saveOffer(); });
    connect(&m_saver, &TrafficSaver::failed, m_fault, &FaultBar::showFault);
    connect(&m_saver, &TrafficSaver::saved, this,
            [this](const QString &path) { statusBar()->showMessage(tr("Saved to %1").arg(path), 8000); });
}

SaveOffer MainWindow::saveOffer() const
{
    const auto [fromNs, toNs] = m_diagram->shownTime();
    SaveOffer offer {.filter = m_traffic->table().model().rows().filter(),
                     .selected = m_traffic->table().selectedRecords(),
                     .shown = ExportStretch {fromNs, toNs, m_diagram->pixelsPerSecond(),
                                             m_diagram->pixelsPerStep(), m_diagram->nowNs()},
                     .time = ExportTime(int(m_diagram->timeMode()))};
    if (m_player.isOn()) {
        QList<qint64> beganNs;
        for (const LessonPlayer::Begun &begun : m_player.begun())
            beganNs << begun.atNs;
        offer.about = aboutLesson(m_player.lesson(), beganNs, m_player.scorecard());
    }
    return offer;
}

void MainWindow::connectLessons()
{
    connect(&m_lessons, &LessonChooser::chosen, &m_player, &LessonPlayer::play);
    connect(&m_lessons, &LessonChooser::faultsFound, this,
            [this](const QStringList &faults) { m_fault->showFault(faults.constFirst()); });
    connect(m_lesson->list(), &LessonList::openWanted, &m_lessonActions, &LessonActions::open);
    connect(&m_lessonActions, &LessonActions::recordsCleared, m_lesson->list(), &LessonList::showScores);
    connect(&m_engine, &EngineThread::logReplaced, &m_lessonActions, &LessonActions::setLog);
    connect(&m_lessonActions, &LessonActions::saved, this,
            [this](const QString &path) { statusBar()->showMessage(tr("Saved to %1").arg(path), 8000); });
    connect(&m_lessonActions, &LessonActions::failed, m_fault, &FaultBar::showFault);
    connect(&m_player, &LessonPlayer::failed, m_fault, &FaultBar::showFault);
    connect(&m_player, &LessonPlayer::lessonChanged, this, &MainWindow::showLesson);
    connect(&m_player, &LessonPlayer::left, this, [this] { beginAnew(m_freeSettings); });
    // It holds everything up, so it must be seen.
    connect(&m_player, &LessonPlayer::asked, this, [this] {
        m_lessonDock->show();
        m_lessonDock->raise();
    });
}

// What looks at a moment of the past, all of it at the same one.
void MainWindow::connectHistory()
{
    connect(&m_engine, &EngineThread::logReplaced, &m_history, &History::setLog);
    connect(&m_engine, &EngineThread::logReplaced, m_scrubber, &ScrubberView::setLog);
    connect(&m_engine, &EngineThread::paceChanged, m_scrubber, &ScrubberView::setPace);
    connect(&m_engine, &EngineThread::settingsMarked, &m_history, &History::addChange);
    connect(m_scrubber, &ScrubberView::momentPicked, &m_history, &History::setMoment);
    connect(&m_player, &LessonPlayer::lookedBack, this,
            [this](std::optional<qint64> ns) { m_history.setMoment(ns); });
    connect(&m_history, &History::momentChanged, this, [this](std::optional<qint64> ns) {
        m_scrubber->setMoment(ns);
        m_diagram->setMoment(ns);
        m_chart->setMoment(ns);
        m_traffic->table().setMoment(ns);
        m_inspector->setMoment(ns);
        m_upcoming->setMoment(ns);
        m_player.follow(ns);
        if (!ns)
            m_scorecard->setScorecard(m_liveScorecard);
    });
    connect(&m_history, &History::scorecardChanged, m_scorecard, &ScorecardView::setScorecard);
    connect(&m_engine, &EngineThread::scorecardChanged, this, [this](const Scorecard &scorecard) {
        m_liveScorecard = scorecard;
        if (m_history.isLive())
            m_scorecard->setScorecard(scorecard);
    });
    const auto showMarkers = [this] {
        m_diagram->setMarkers(m_history.markers(m_player));
        m_scrubber->setMarkers(m_history.markers(m_player));
        const int chapter = m_player.isOn() ? m_player.shownChapter() : -1;
        const RecordNumber spokenOf = chapter >= 0 ? m_player.begun().at(chapter).record : 0;
        m_diagram->setHighlighted(spokenOf);
    };
    connect(&m_history, &History::changesChanged, this, showMarkers);
    connect(&m_player, &LessonPlayer::changed, this, showMarkers);
    connect(&m_player, &LessonPlayer::lessonChanged, this, showMarkers);
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &EngineThread::started, this, &MainWindow::showStarted);
    connect(&m_engine, &EngineThread::failed, m_fault, &FaultBar::showFailure);
    connect(&m_engine, &EngineThread::warned, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, WarningMs); });
    connect(&m_engine, &EngineThread::recordingFailed, m_fault, &FaultBar::showFault);
    connect(&m_engine, &EngineThread::logReplaced, m_diagram, &SequenceView::setLog);
    connect(&m_engine, &EngineThread::logReplaced, m_chart, &TrafficChart::setLog);
    connect(&m_engine, &EngineThread::logReplaced, m_traffic, &TrafficPanel::setLog);
    connect(&m_engine, &EngineThread::logReplaced, m_search, &SearchPanel::setLog);
    connect(&m_engine, &EngineThread::logReplaced, m_inspector, &InspectorPanel::setLog);
    connect(&m_engine, &EngineThread::logReplaced, &m_saver, &TrafficSaver::setLog);
    // What a lesson's script changes; the engine has it already.
    connect(&m_engine, &EngineThread::settingsChanged, this, [this](const Settings &settings) {
        const QScopedValueRollback following(m_beginning, true);
        m_settings.replace(settings);
    });
    connect(&m_engine, &EngineThread::paceChanged, &m_transport, &ClockTransport::setPace);
    connect(&m_engine, &EngineThread::paceChanged, m_diagram, &SequenceView::setPace);
    connect(&m_engine, &EngineThread::paceChanged, m_chart, &TrafficChart::setPace);
    connect(&m_engine, &EngineThread::paceChanged, m_clock, &ClockLabel::setPace);
    connect(&m_engine, &EngineThread::paceChanged, m_upcoming, &UpcomingStrip::setPace);
    connect(&m_engine, &EngineThread::clientsChanged, m_upcoming, &UpcomingStrip::setClients);
    connect(&m_engine, &EngineThread::momentCame, this, [this](qint64, quint32 record) {
        if (record != 0) {
            m_diagram->setSelected(record);
            showMessage(record);
        }
    });
    connect(&m_engine, &EngineThread::clientsChanged, m_controls, &ControlPanel::showClients);
    connect(&m_engine, &EngineThread::scorecardChanged, m_inspector, &InspectorPanel::refresh);
}

} // namespace wiretale
