// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandline.h"
#include "app/window/clocktransport.h"
#include "app/window/enginethread.h"
#include "app/window/fullscreenaction.h"
#include "app/window/helpactions.h"
#include "app/window/history.h"
#include "app/window/languagechooser.h"
#include "app/window/leftbehind.h"
#include "app/window/lessonactions.h"
#include "app/window/lessonchooser.h"
#include "app/window/lessonplayer.h"
#include "app/window/linkchooser.h"
#include "app/window/livesettings.h"
#include "app/window/mainmenu.h"
#include "app/window/openactions.h"
#include "app/window/openedtraffic.h"
#include "app/window/playback.h"
#include "app/window/presentermode.h"
#include "app/window/publishing.h"
#include "app/window/textsize.h"
#include "app/window/trafficsaver.h"
#include "app/window/unsavedguard.h"
#include "app/window/windowsettings.h"

#include <QMainWindow>
#include <QSet>

class QDockWidget;
class QLabel;

namespace wiretale {

class AddressBox;
class ClockLabel;
class ControlPanel;
class FaultBar;
class LegendView;
class LessonPanel;
class InspectorPanel;
class ScorecardView;
class ScrubberView;
class SearchPanel;
class SequenceView;
class ThreadActions;
class TrafficChart;
class TrafficPanel;
class Translation;
class UpcomingStrip;

/// The window: puts the views, the controls and the actions together and connects them to the engine, which
/// it starts. Remembers its layout, and the settings of what ran without a lesson, when it is closed.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const CommandLine &options, Translation &translation, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] EngineThread &engine() noexcept { return m_engine; }
    [[nodiscard]] LiveSettings &settings() noexcept { return m_settings; }
    [[nodiscard]] LessonPlayer &player() noexcept { return m_player; }
    [[nodiscard]] TrafficSaver &saver() noexcept { return m_saver; }
    [[nodiscard]] OpenedTraffic &opened() noexcept { return m_opened; }
    [[nodiscard]] LeftBehind &leftBehind() noexcept { return m_leftBehind; }
    /// Traffic or a lesson.
    void open(const QString &path);
    [[nodiscard]] QString fault() const;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    MainWindow(const CommandLine &options, const WindowSettings &saved, Translation &translation,
               QWidget *parent);

    QDockWidget *addDock(const char *name, QWidget *content, Qt::DockWidgetArea area);
    void makeCentre();
    void makeDocks();
    void makeStatusBar();
    void fillMenus();
    void connectEngine();
    void connectActions();
    [[nodiscard]] SaveOffer saveOffer() const;
    void retranslate();

    void connectLessons();
    void connectHistory();
    void connectFiles();
    void showOpened();
    void showRecordedLesson();
    void keepHome();
    [[nodiscard]] bool isDemonstration() const;
    void noteTouches();
    void removeRescued();
    void showLive();
    void enableWorld(bool isEnabled);
    void showTitle();
    void beginAnew(const Settings &settings);
    void showLesson();
    void showSettings(const Settings &settings);
    void showStarted(quint16 port, const QString &note);
    void showMessage(RecordNumber number);
    void goTo(RecordNumber number);
    void findShape();
    void runUntil();

    Translation &m_translation;
    LiveSettings m_settings;
    EngineThread m_engine;
    MainMenu m_menu;
    ClockTransport m_transport;
    LessonChooser m_lessons;
    LessonPlayer m_player;
    LessonActions m_lessonActions;
    LinkChooser m_links;
    Publishing m_publishing;
    TrafficSaver m_saver;
    UnsavedGuard m_guard;
    OpenActions m_open;
    OpenedTraffic m_opened;
    LeftBehind m_leftBehind;
    LanguageChooser m_languages;
    TextSize m_textSize;
    HelpActions m_help;
    FullScreenAction m_fullScreen;
    PresenterMode m_presenter;
    QAction m_runUntil;
    QAction m_find;
    QAction m_findText;
    QAction m_findShape;
    QAction m_legendShown;
    QAction m_quit;

    FaultBar *m_fault = nullptr;
    SequenceView *m_diagram = nullptr;
    LegendView *m_legend = nullptr;
    UpcomingStrip *m_upcoming = nullptr;
    ScrubberView *m_scrubber = nullptr;
    History m_history;
    Playback m_playback {m_history};
    ThreadActions *m_threads = nullptr;
    TrafficPanel *m_traffic = nullptr;
    SearchPanel *m_search = nullptr;
    ControlPanel *m_controls = nullptr;
    ScorecardView *m_scorecard = nullptr;
    TrafficChart *m_chart = nullptr;
    InspectorPanel *m_inspector = nullptr;
    LessonPanel *m_lesson = nullptr;
    QDockWidget *m_controlsDock = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QDockWidget *m_lessonDock = nullptr;
    QDockWidget *m_scorecardDock = nullptr;
    QDockWidget *m_chartDock = nullptr;
    QDockWidget *m_trafficDock = nullptr;
    QDockWidget *m_searchDock = nullptr;
    QLabel *m_note = nullptr;
    AddressBox *m_address = nullptr;
    ClockLabel *m_clock = nullptr;
    Scorecard m_liveScorecard;
    Settings m_freeSettings; ///< of what runs when no lesson is on
    bool m_beginning = false;
    QSet<QString> m_ownClients; ///< names of clients that the engine ever ran
    bool m_isTouched = false; ///< somebody did something to what runs
    bool m_mayClose = false; ///< what would be lost was asked about
};

} // namespace wiretale
