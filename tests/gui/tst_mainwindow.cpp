// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/pictureformats.h"
#include "app/window/faultbar.h"
#include "app/window/icons.h"
#include "app/window/messagedetails.h"
#include "app/window/trafficsaver.h"
#include "tests/gui/windowattest.h"

#include <QApplication>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTcpServer>
#include <QTest>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;

// The window as people have it, with the whole world behind it.
class TestMainWindow : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened << url; }

private Q_SLOTS:
    void init();
    void fourClientsMove();
    void pausedNothingArrives();
    void aStepIsOneArrival();
    void spaceRunsAndPausesUnlessAButtonHasIt();
    void whatIsPublishedByHandTravels_data();
    void whatIsPublishedByHandTravels();
    void beginningAnewEmptiesTheRecord();
    void choosingALessonBeginsIt();
    void everyMenuEntryDoesSomethingAndNothingBreaks();
    void savesTrafficInEveryFormat_data();
    void savesTrafficInEveryFormat();
    void saysWhyItCouldNotSave();
    void saysThatThePortIsTakenAndTriesAgain();
    void aSmallFaultStandsInTheStatusBar();
    void remembersWhatWasSet();
    void optionsComeBeforeWhatWasRemembered();
    void opensThePageInABrowser();
    void fitsAProjector();
    void everyPictureIsDrawn();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<QUrl> m_opened;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
    m_opened.clear();
}

void TestMainWindow::fourClientsMove()
{
    const WindowAtTest test;
    for (const Technique technique :
         {Technique::AjaxPolling, Technique::LongPolling, Technique::EventStream, Technique::WebSocket})
        QTRY_VERIFY2(test.scorecard().of(technique).eventsDelivered > 1, techniqueName(technique));
    QVERIFY(test.log()->journal().clients().size() >= 4);
}

void TestMainWindow::pausedNothingArrives()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 20);
    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(test.pace().paused);
    const qint64 before = test.arrivals();

    // Something departs while the clock stands: proof that the world was asked and held it.
    test.window().engine().publish("message", "held in mid-air");
    QTRY_VERIFY(test.carries("held in mid-air"));
    QCOMPARE(test.arrivals(), before);

    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(!test.pace().paused);
    QTRY_VERIFY(test.arrivals() > before);
}

void TestMainWindow::aStepIsOneArrival()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 20);
    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(test.pace().paused);
    for (int i = 0; i < 5; ++i) {
        const qint64 before = test.arrivals();
        QSignalSpy paces(&test.window().engine(), &EngineThread::paceChanged);
        test.action(Qt::Key_F10)->trigger();
        QTRY_VERIFY(paces.count() >= 2 && test.pace().paused);
        QCOMPARE(test.arrivals(), before + 1);
    }
}

void TestMainWindow::spaceRunsAndPausesUnlessAButtonHasIt()
{
    WindowAtTest test;
    test.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    QTRY_VERIFY(test.port() != 0);
    QTest::keyClick(&test.window(), Qt::Key_Space);
    QTRY_VERIFY(test.pace().paused);

    auto *box = test.window().findChild<QCheckBox *>();
    const bool before = box->isChecked();
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(box->isChecked(), !before);
    auto *field = test.window().findChild<QToolBar *>()->findChild<QLineEdit *>();
    field->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(field, QStringLiteral(" s["));
    QVERIFY(field->text().endsWith(QStringLiteral(" s[")));
    QVERIFY(test.pace().paused);
}

void TestMainWindow::whatIsPublishedByHandTravels_data()
{
    QTest::addColumn<bool>("byReturn");
    QTest::newRow("by the action") << false;
    QTest::newRow("by Return in the field") << true;
}

void TestMainWindow::whatIsPublishedByHandTravels()
{
    QFETCH(bool, byReturn);
    Settings settings = WindowAtTest::quickLesson();
    settings.publish.kind = PublishPlan::Kind::ByHand;
    WindowAtTest test(WindowAtTest::optionsFor(settings));
    QTRY_VERIFY(test.port() != 0);
    auto *field = test.window().findChild<QToolBar *>()->findChild<QLineEdit *>();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("typed by hand"));
    if (byReturn)
        QTest::keyClick(field, Qt::Key_Return);
    else
        test.action(QKeyCombination(Qt::CTRL, Qt::Key_Return))->trigger();
    QTRY_VERIFY(test.carries("typed by hand"));
    for (const Technique technique :
         {Technique::AjaxPolling, Technique::LongPolling, Technique::EventStream, Technique::WebSocket})
        QTRY_COMPARE(test.scorecard().of(technique).eventsDelivered, 1);
}

void TestMainWindow::beginningAnewEmptiesTheRecord()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 50);
    const TrafficLog *before = test.log();
    const quint16 port = test.port();
    QSignalSpy started(&test.window().engine(), &EngineThread::started);
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_R))->trigger();
    QVERIFY(started.wait());
    QVERIFY(test.log() != before);
    QCOMPARE(test.port(), port);
    QTRY_VERIFY(test.arrivals() > 10);
}

void TestMainWindow::choosingALessonBeginsIt()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    QSignalSpy started(&test.window().engine(), &EngineThread::started);
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_6))->trigger();
    QVERIFY(started.wait());
    const Settings wanted = findLesson(QStringLiteral("websocket"))->lesson.settings;
    QVERIFY(test.window().settings().current().clients == wanted.clients);
    // Its first chapter pauses.
    QTRY_COMPARE(test.window().player().shownChapter(), 0);
    test.window().player().runToEnd();
    QTRY_VERIFY(test.scorecard().of(Technique::WebSocket).messages > 2);
    QCOMPARE(test.scorecard().of(Technique::LongPolling).messages, 0);
}

void TestMainWindow::everyMenuEntryDoesSomethingAndNothingBreaks()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "takeUrl");
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
    QTimer closer;
    connect(&closer, &QTimer::timeout, this, [] {
        if (QWidget *dialog = QApplication::activeModalWidget())
            dialog->close();
    });
    closer.start();
    int triggered = 0;
    for (const QAction *top : test.window().menuBar()->actions()) {
        QVERIFY(top->menu() != nullptr);
        QVERIFY2(!top->menu()->actions().isEmpty(), qPrintable(top->text()));
        // Looking for lessons again makes their actions anew.
        const QList<QAction *> all = top->menu()->actions();
        const QList<QPointer<QAction>> actions(all.begin(), all.end());
        for (const QPointer<QAction> &action : actions) {
            if (!action || action->isSeparator() || action->menuRole() == QAction::QuitRole)
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(top->text()));
            action->trigger();
            QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
            ++triggered;
        }
    }
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QVERIFY(triggered > 35);
    QTRY_VERIFY(test.port() != 0 && test.log() != nullptr);
    test.window().findChild<UnsavedGuard *>()->askAction()->setChecked(false);
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_Q))->trigger();
    QVERIFY(!test.window().isVisible());
}

void TestMainWindow::savesTrafficInEveryFormat_data()
{
    QTest::addColumn<QString>("suffix");
    for (const ExportFormat &format : allExportFormats())
        QTest::newRow(format.suffix) << QString::fromLatin1(format.suffix);
}

void TestMainWindow::savesTrafficInEveryFormat()
{
    QFETCH(QString, suffix);
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 30);
    TrafficSaver &saver = test.window().saver();
    QSignalSpy saved(&saver, &TrafficSaver::saved);
    QSignalSpy failed(&saver, &TrafficSaver::failed);
    const QString path = m_folder->filePath(QStringLiteral("traffic") + suffix);
    saver.save(path);
    QVERIFY(!saver.saveAction()->isEnabled());
    QTRY_VERIFY(!saved.isEmpty() || !failed.isEmpty());
    QVERIFY2(failed.isEmpty(), qPrintable(test.window().fault()));
    QVERIFY(saver.saveAction()->isEnabled());
    QVERIFY(QFileInfo(path).size() > 1000);
}

void TestMainWindow::saysWhyItCouldNotSave()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 0);
    test.window().saver().save(m_folder->filePath(QStringLiteral("no such folder/traffic.csv")));
    QTRY_VERIFY(!test.window().fault().isEmpty());
}

void TestMainWindow::saysThatThePortIsTakenAndTriesAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    CommandLine options = WindowAtTest::optionsFor(WindowAtTest::quickLesson());
    options.engine.port = other.serverPort();
    options.engine.exactPort = true;
    WindowAtTest test(options);
    QTRY_VERIFY(test.window().fault().contains(QString::number(options.engine.port)));

    other.close();
    // The first button of the bar tries again, the second hides it.
    test.window().findChild<FaultBar *>()->findChildren<QToolButton *>().constFirst()->click();
    QTRY_COMPARE(test.port(), options.engine.port);
    QCOMPARE(test.window().fault(), QString());
    QTRY_VERIFY(test.arrivals() > 10);
}

void TestMainWindow::aSmallFaultStandsInTheStatusBar()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    test.window().engine().publishFrom(QStringLiteral("nobody"), "chat", "hello");
    QTRY_VERIFY(test.window().statusBar()->currentMessage().contains(QStringLiteral("nobody")));
    QCOMPARE(test.window().fault(), QString());
    const qint64 before = test.arrivals();
    QTRY_VERIFY(test.arrivals() > before);
}

void TestMainWindow::remembersWhatWasSet()
{
    Settings changed = WindowAtTest::quickLesson();
    changed.rate = 0.5;
    changed.pollInterval = 77ms;
    {
        WindowAtTest test;
        test.window().settings().replace(changed);
        test.window().close();
    }
    CommandLine options;
    options.engine.port = 0;
    WindowAtTest test(options);
    QVERIFY(test.window().settings().current() == changed);
    QCOMPARE(test.translation().language(), QStringLiteral("en"));
}

void TestMainWindow::optionsComeBeforeWhatWasRemembered()
{
    {
        WindowAtTest test;
        test.window().close();
    }
    Settings other = WindowAtTest::quickLesson();
    other.rate = 2;
    CommandLine options = WindowAtTest::optionsFor(other);
    options.language = QStringLiteral("ru");
    WindowAtTest test(options);
    QVERIFY(test.window().settings().current() == other);
    QCOMPARE(test.translation().language(), QStringLiteral("ru"));
}

void TestMainWindow::opensThePageInABrowser()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "takeUrl");
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_B))->trigger();
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QCOMPARE(m_opened, QList<QUrl> {QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(test.port()))});
}

void TestMainWindow::fitsAProjector()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    const QSize least = test.window().minimumSizeHint();
    QVERIFY2(least.width() <= 1280 && least.height() <= 760,
             qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
    for (const QDockWidget *dock : test.window().findChildren<QDockWidget *>())
        QVERIFY2(!dock->isHidden(), qPrintable(dock->windowTitle()));
}

void TestMainWindow::everyPictureIsDrawn()
{
    for (const Glyph glyph : {Glyph::Program, Glyph::Run, Glyph::Pause, Glyph::Step, Glyph::Reset,
                              Glyph::Publish, Glyph::Copy, Glyph::OpenOutside, Glyph::Save}) {
        const QImage image = glyphIcon(glyph).pixmap(32, 32).toImage();
        int painted = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                painted += image.pixelColor(x, y).alpha() > 128;
        }
        QVERIFY2(painted > 40, qPrintable(QString::number(int(glyph))));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
