// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/mainwindow.h"

#include "app/chart/scorecardview.h"
#include "app/chart/trafficchart.h"
#include "app/diagram/legendview.h"
#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/diagram/threadactions.h"
#include "app/window/addressbox.h"
#include "app/window/clocklabel.h"
#include "app/window/controlpanel.h"
#include "app/window/faultbar.h"
#include "app/window/icons.h"
#include "app/window/inspectorpanel.h"
#include "app/window/lessonlist.h"
#include "app/window/lessonpanel.h"
#include "app/window/narrationview.h"
#include "app/window/rununtildialog.h"
#include "app/window/searchpanel.h"
#include "app/window/toolbar.h"
#include "app/window/trafficpanel.h"
#include "app/window/translation.h"
#include "app/window/upcomingstrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace wiretale {

namespace {

constexpr int WideScreen = 1500;
constexpr int FirstLessonWidth = 420;
constexpr int FirstNarrowLessonWidth = 330;
constexpr int FirstControlsWidth = 375; ///< so that the inspector's tabs fit
constexpr int FirstScorecardWidth = 890;
constexpr int FirstChartWidth = 380;
constexpr int FirstBottomHeight = 205;

// Space runs and pauses, but a button or box that the keyboard stands on keeps its Space.
bool keepsSpace(const QWidget *focus)
{
    return qobject_cast<const QAbstractButton *>(focus) || qobject_cast<const QComboBox *>(focus);
}

} // namespace

MainWindow::MainWindow(const CommandLine &options, Translation &translation, QWidget *parent)
    : MainWindow(options, windowSettingsFor(options, QSettings()), translation, parent)
{
}

MainWindow::MainWindow(const CommandLine &options, const WindowSettings &saved, Translation &translation,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_translation(translation)
    , m_settings(saved.settings)
    , m_engine(options.engine)
    , m_menu(this)
    , m_transport(m_engine, m_settings)
    , m_player(m_engine, m_settings)
    , m_lessonActions(m_lessons, m_player, this)
    , m_links(m_settings)
    , m_publishing(m_engine, m_settings)
    , m_saver(this)
    , m_guard(m_saver, this)
    , m_open(this)
    , m_opened(m_engine, this)
    , m_leftBehind(this)
    , m_languages(translation)
    , m_textSize(saved.textScale)
    , m_help(this)
    , m_fullScreen(this)
    , m_presenter(this, m_textSize)
{
    m_translation.setLanguage(saved.language);
    setWindowIcon(glyphIcon(Glyph::Program));
    makeCentre();
    makeDocks();
    addToolBar(new ToolBar(m_transport, m_settings, m_links, m_publishing, this));
    makeStatusBar();
    fillMenus();
    connectActions();
    connectLessons();
    connectEngine();
    connectHistory();
    connectFiles();
    retranslate();
    if (!restoreGeometry(saved.geometry)) {
        setGeometry(screen()->availableGeometry());
        setWindowState(Qt::WindowMaximized);
    }
    restoreState(saved.layout);
    m_diagram->setTimeMode(saved.timeMode);
    setAcceptDrops(true);
    m_saver.setSuggestedName(QStringLiteral("traffic"));
    m_freeSettings = m_settings.current();
    m_diagram->setFocus(); // rather than a field, which would keep keys for itself
    if (options.lesson)
        m_player.play(*options.lesson);
    else if (!options.files.isEmpty())
        open(options.files.constFirst());
    else
        beginAnew(m_settings.current());
    m_leftBehind.look();
}

MainWindow::~MainWindow() = default;

QString MainWindow::fault() const
{
    return m_fault->fault();
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_fault = new FaultBar(centre);
    m_diagram = new SequenceView(centre);
    m_legend = new LegendView(centre);
    m_threads = new ThreadActions(m_diagram);
    layout->addWidget(m_leftBehind.bar());
    layout->addWidget(m_fault);
    layout->addWidget(m_opened.bar());
    m_upcoming = new UpcomingStrip(centre);
    m_scrubber = new ScrubberView(centre);
    layout->addWidget(m_diagram, 1);
    layout->addWidget(m_scrubber);
    layout->addWidget(m_upcoming);
    layout->addWidget(m_legend);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const char *name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(QLatin1StringView(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    // A dock behind another counts as visible to Qt, and would go on taking what people type.
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool isVisible) {
        if (!isVisible && dock->isAncestorOf(QApplication::focusWidget()))
            m_diagram->setFocus(Qt::OtherFocusReason);
    });
    return dock;
}

void MainWindow::makeDocks()
{
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    m_controls = new ControlPanel(m_settings, m_links, m_publishing);
    m_inspector = new InspectorPanel;
    m_lesson = new LessonPanel(m_lessons, m_player);
    m_scorecard = new ScorecardView;
    m_chart = new TrafficChart;
    m_traffic = new TrafficPanel;
    m_search = new SearchPanel;
    m_controlsDock = addDock("controls", m_controls, Qt::LeftDockWidgetArea);
    m_inspectorDock = addDock("message", m_inspector, Qt::LeftDockWidgetArea);
    // Beside the diagram where there is room for both, so that neither hides the other.
    const bool isWide = screen()->availableGeometry().width() >= WideScreen;
    m_lessonDock = addDock("lesson", m_lesson, isWide ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea);
    m_scorecardDock = addDock("scorecard", m_scorecard, Qt::BottomDockWidgetArea);
    m_chartDock = addDock("chart", m_chart, Qt::BottomDockWidgetArea);
    m_trafficDock = addDock("messages", m_traffic, Qt::BottomDockWidgetArea);
    m_searchDock = addDock("search", m_search, Qt::BottomDockWidgetArea);
    m_presenter.setKept({m_lessonDock, m_scorecardDock});
    m_presenter.setHidden({m_legend});
    tabifyDockWidget(m_controlsDock, m_inspectorDock);
    m_controlsDock->raise();
    if (!isWide) {
        tabifyDockWidget(m_inspectorDock, m_lessonDock);
        m_lessonDock->raise();
    }
    splitDockWidget(m_scorecardDock, m_chartDock, Qt::Horizontal);
    tabifyDockWidget(m_scorecardDock, m_trafficDock);
    tabifyDockWidget(m_trafficDock, m_searchDock);
    m_scorecardDock->raise();
    resizeDocks({m_scorecardDock, m_chartDock}, {FirstScorecardWidth, FirstChartWidth}, Qt::Horizontal);
    resizeDocks({m_scorecardDock, m_chartDock}, {FirstBottomHeight, FirstBottomHeight}, Qt::Vertical);
    if (isWide)
        resizeDocks({m_controlsDock}, {FirstControlsWidth}, Qt::Horizontal);
    resizeDocks({m_lessonDock}, {isWide ? FirstLessonWidth : FirstNarrowLessonWidth}, Qt::Horizontal);
    showSettings(m_settings.current());
}

void MainWindow::makeStatusBar()
{
    m_note = new QLabel(this);
    m_address = new AddressBox(this);
    m_clock = new ClockLabel(this);
    statusBar()->addWidget(m_address);
    statusBar()->addWidget(m_note, 1);
    statusBar()->addPermanentWidget(m_saver.progress());
    statusBar()->addPermanentWidget(m_clock);
}

void MainWindow::fillMenus()
{
    m_quit.setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_Q));
    m_quit.setMenuRole(QAction::QuitRole);
    m_legendShown.setCheckable(true);
    m_legendShown.setChecked(true);

    m_menu.file()->addAction(m_open.openAction());
    m_menu.file()->addMenu(m_open.recentMenu());
    m_menu.file()->addSeparator();
    m_menu.file()->addActions({m_saver.saveAction(), m_saver.saveAsAction(), m_guard.askAction()});
    m_menu.file()->addSeparator();
    m_menu.file()->addActions({m_address->openAction(), m_address->copyAction()});
    m_menu.file()->addSeparator();
    m_menu.file()->addAction(&m_quit);
    m_menu.fill(m_transport, m_links, m_publishing, m_languages, m_help);
    m_lessonActions.fill(m_menu.lesson(), *m_lesson->narration());
    for (const QDockWidget *dock : {m_lessonDock, m_controlsDock, m_inspectorDock, m_scorecardDock,
                                    m_trafficDock, m_searchDock, m_chartDock})
        m_menu.view()->addAction(dock->toggleViewAction());
    m_menu.view()->addAction(&m_legendShown);
    m_menu.view()->addSeparator();
    m_menu.view()->addActions(m_scrubber->actions());
    m_menu.view()->addSeparator();
    m_menu.view()->addActions(m_threads->actions());
    m_menu.view()->addSeparator();
    m_menu.view()->addActions(m_diagram->actions());
    m_menu.view()->addSeparator();
    m_menu.view()->addActions(m_textSize.actions());
    m_menu.view()->addSeparator();
    m_menu.view()->addActions({&m_fullScreen, &m_presenter});
    m_menu.message()->addActions(m_inspector->messageActions());
    m_findText.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_F));
    m_findShape.setShortcut(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_G));
    m_menu.message()->addSeparator();
    m_menu.message()->addActions({&m_findText, &m_findShape});
    m_runUntil.setShortcut(QKeyCombination(Qt::CTRL, Qt::Key_U));
    m_find.setShortcut(QKeySequence::Find);
    m_menu.clock()->addSeparator();
    m_menu.clock()->addAction(&m_runUntil);
    m_menu.view()->addSeparator();
    m_menu.view()->addAction(&m_find);
}

// A lesson brings its own settings; what ran before comes back when it is left.
void MainWindow::showLesson()
{
    m_fault->hide();
    m_lessons.setCurrent(m_player.isOn() ? m_player.lesson().id : QString());
    m_saver.setSuggestedName(m_player.isOn() ? m_player.lesson().id : QStringLiteral("traffic"));
    if (!m_player.isOn())
        return;
    const QScopedValueRollback beginning(m_beginning, true);
    m_settings.replace(m_player.lesson().settings);
    m_lessonDock->show();
    m_lessonDock->raise();
}

void MainWindow::beginAnew(const Settings &settings)
{
    {
        // The world that ends now need not follow.
        const QScopedValueRollback beginning(m_beginning, true);
        m_settings.replace(settings);
    }
    m_fault->hide();
    m_engine.start(settings);
}

void MainWindow::showSettings(const Settings &settings)
{
    m_scorecard->setRunning(settings.clients);
    m_diagram->setTransitHint(settings.link.latency);
}

void MainWindow::showStarted(quint16 port, const QString &note)
{
    m_address->setPort(port);
    m_note->setText(note);
}

void MainWindow::showMessage(RecordNumber number)
{
    m_inspector->showMessage(number);
    if (number != 0) {
        m_inspectorDock->show();
        m_inspectorDock->raise();
    }
}

void MainWindow::goTo(RecordNumber number)
{
    m_diagram->setSelected(number);
    m_diagram->showMessage(number);
    m_traffic->table().select(number);
    showMessage(number);
}

// What is chosen in the table; if that is one message alone, its exchange.
void MainWindow::findShape()
{
    std::vector<RecordNumber> numbers = m_traffic->table().selectedRecords();
    if (numbers.size() < 2)
        numbers = m_inspector->exchange();
    m_searchDock->show();
    m_searchDock->raise();
    m_search->findShapeOf(numbers);
}

void MainWindow::runUntil()
{
    RunUntilDialog dialog(m_inspector->clientName(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_engine.runUntil(dialog.moment());
}

void MainWindow::retranslate()
{
    showTitle();
    setLocale(QLocale()); // for numbers that people type
    m_menu.retranslate();
    m_transport.retranslate();
    m_lessons.retranslate();
    m_lessonActions.retranslate();
    m_links.retranslate();
    m_publishing.retranslate();
    m_saver.retranslate();
    m_guard.retranslate();
    m_open.retranslate();
    m_opened.retranslate();
    m_leftBehind.retranslate();
    m_languages.retranslate();
    m_textSize.retranslate();
    m_help.retranslate();
    m_quit.setText(tr("&Quit"));
    m_fullScreen.retranslate();
    m_presenter.retranslate();
    m_threads->retranslate();
    m_history.retranslate();
    m_runUntil.setText(tr("Run &until…"));
    m_find.setText(tr("&Find messages"));
    m_findText.setText(tr("Find Text in All &Bodies"));
    m_findShape.setText(tr("Find This &Shape"));
    m_legendShown.setText(tr("Le&gend"));
    m_lessonDock->setWindowTitle(tr("Lesson"));
    m_controlsDock->setWindowTitle(tr("Controls"));
    m_inspectorDock->setWindowTitle(tr("Message"));
    m_scorecardDock->setWindowTitle(tr("Scorecard"));
    m_trafficDock->setWindowTitle(tr("Messages"));
    m_searchDock->setWindowTitle(tr("Found"));
    m_chartDock->setWindowTitle(tr("Traffic"));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && dynamic_cast<const QKeyEvent &>(*event).key() == Qt::Key_Space) {
        if (keepsSpace(QApplication::focusWidget())) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

} // namespace wiretale
