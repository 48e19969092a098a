// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequenceview.h"
#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"
#include "app/window/controlpanel.h"
#include "app/window/faultbar.h"
#include "app/window/noticebar.h"
#include "app/window/trafficopener.h"
#include "app/window/traffictable.h"
#include "app/window/traffictablemodel.h"
#include "tests/gui/recordedfile.h"
#include "tests/gui/windowattest.h"

#include <QDropEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;

// Files of traffic in the window: opened, looked at, left, kept, rescued.
class TestOpenedTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatWasRecorded_data();
    void showsWhatWasRecorded();
    void showsTheBeginningAndPlays();
    void whatActsOnTheWorldRests();
    void leadsBackToWhatRuns();
    void aLessonTakesItsPlace();
    void aSavedLessonOpensAsALesson();
    void oneFileAfterTheOther();
    void whatCannotBeOpenedCostsNothing_data();
    void whatCannotBeOpenedCostsNothing();
    void cancellingKeepsWhatWasRead();
    void listsWhatWasOpened();
    void opensWhatIsDropped();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] static CommandLine optionsToOpen(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void drop(QWidget &window, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enters({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enters);
    QVERIFY(enters.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

void TestOpenedTraffic::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
}

CommandLine TestOpenedTraffic::optionsToOpen(const QString &path)
{
    CommandLine options = WindowAtTest::optionsFor(WindowAtTest::quickLesson());
    options.files = QStringList {path};
    return options;
}

void TestOpenedTraffic::showsWhatWasRecorded_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("client");
    QTest::newRow("a capture of ours") << QStringLiteral(".pcapng") << QStringLiteral("somebody");
    QTest::newRow("a browser's archive") << QStringLiteral(".har") << QStringLiteral("client-1");
    QTest::newRow("lines of JSON") << QStringLiteral(".jsonl") << QStringLiteral("somebody");
    QTest::newRow("a table") << QStringLiteral(".csv") << QStringLiteral("somebody");
}

void TestOpenedTraffic::showsWhatWasRecorded()
{
    QFETCH(QString, suffix);
    QFETCH(QString, client);
    record(path("a.pcapng"), 20);
    const QString file = m_folder->filePath(QStringLiteral("b") + suffix);
    {
        const auto reader = readWhole(path("a.pcapng"));
        QVERIFY(exportLog(*(*reader)->log(), file));
    }
    WindowAtTest test(optionsToOpen(file));
    MainWindow &window = test.window();
    QTRY_VERIFY(window.opened().isOn() && !window.opened().isReading());
    QVERIFY(test.log() == window.opened().log().get());
    QCOMPARE(test.log()->journal().clients().front().name, client);
    QCOMPARE(test.port(), 0); // nothing was started for it
    QVERIFY(window.windowTitle().startsWith(QFileInfo(file).fileName()));
    const auto *table = window.findChild<TrafficTable *>();
    QTRY_COMPARE(table->model().rowCount(), int(test.log()->journal().size()));
    QTRY_COMPARE(test.scorecard().of(Technique::AjaxPolling).requests, 20);
    QVERIFY(window.opened().bar()->sentence().contains(QFileInfo(file).fileName()));
    QVERIFY(!window.saver().isUnsaved());
}

void TestOpenedTraffic::showsTheBeginningAndPlays()
{
    record(path("a.pcapng"), 3000);
    WindowAtTest test(optionsToOpen(path("a.pcapng")));
    QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
    const auto *diagram = test.window().findChild<SequenceView *>();
    QTRY_VERIFY(!diagram->scene().arrows.empty());
    QVERIFY(!diagram->isFollowing());
    QCOMPARE(diagram->shownTime().first, 0);
    QCOMPARE(diagram->scene().arrows.front().number, 1U);

    test.action(Qt::Key_F10)->trigger();
    QCOMPARE(diagram->moment(), std::optional<qint64>(1'000'000));
    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(diagram->moment() > std::optional<qint64>(1'000'000));
    test.action(Qt::Key_Space)->trigger();
    const std::optional<qint64> paused = diagram->moment();
    QTest::keyClick(&test.window(), Qt::Key_L);
    test.action(Qt::Key_L)->trigger();
    QVERIFY(paused && !diagram->moment());

    // How fast it is played changes nothing of how long it is.
    const ClockPace before = test.pace();
    QSignalSpy changed(&test.window().engine(), &EngineThread::settingsChanged);
    test.action(Qt::Key_BracketLeft)->trigger();
    QVERIFY(changed.wait());
    QVERIFY(test.pace() == before);
}

void TestOpenedTraffic::whatActsOnTheWorldRests()
{
    record(path("a.pcapng"), 20);
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    QAction *publish = test.action(QKeyCombination(Qt::CTRL, Qt::Key_Return));
    QVERIFY(publish->isEnabled());
    test.window().open(path("a.pcapng"));
    QTRY_VERIFY(test.window().opened().isOn());
    QVERIFY(!publish->isEnabled());
    QVERIFY(!test.window().findChild<ControlPanel *>()->isEnabled());
    // It is at rest in truth: nothing is recorded any more.
    QTRY_VERIFY(!test.window().opened().isReading());
    const quint64 revision = test.log()->journal().revision();
    test.window().engine().publish("message", "hello");
    test.window().engine().resume();
    QSignalSpy stopped(&test.window().engine(), &EngineThread::stopped);
    test.window().engine().stop();
    QVERIFY(stopped.wait());
    QCOMPARE(test.log()->journal().revision(), revision);
}

void TestOpenedTraffic::leadsBackToWhatRuns()
{
    record(path("a.pcapng"), 20);
    WindowAtTest test(optionsToOpen(path("a.pcapng")));
    QTRY_VERIFY(test.window().opened().isOn());
    test.window().opened().liveAction()->trigger();
    QTRY_VERIFY(test.port() != 0);
    QTRY_VERIFY(test.arrivals() > 20);
    QVERIFY(!test.window().opened().isOn());
    QVERIFY(test.window().opened().bar()->isHidden());
    QVERIFY(test.window().findChild<ControlPanel *>()->isEnabled());
    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(test.pace().paused);
}

void TestOpenedTraffic::aLessonTakesItsPlace()
{
    record(path("a.pcapng"), 20);
    WindowAtTest test(optionsToOpen(path("a.pcapng")));
    QTRY_VERIFY(test.window().opened().isOn());
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_2))->trigger();
    QTRY_VERIFY(!test.window().opened().isOn() && test.port() != 0);
    QVERIFY(test.window().player().isOn());

    // And the other way round.
    test.window().open(path("a.pcapng"));
    QTRY_VERIFY(test.window().opened().isOn());
    QVERIFY(!test.window().player().isOn());
}

void TestOpenedTraffic::aSavedLessonOpensAsALesson()
{
    QFile file(path("mine.lesson.yaml"));
    const QByteArray text
        = "title: Mine\nclients: [{kind: http}]\nchapters:\n  - {when: start, title: One}\n"
          "  - {when: at 60ms, title: Two}\nquestions:\n  - when: at 30ms\n    ask: Which?\n"
          "    answers:\n      - {text: This, right: true}\n      - {text: That}\n"
          "script: [{at: 40ms, set: {rate: 2}}]\nend: at 90ms\n";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QList<qint64> began;
    {
        WindowAtTest test;
        LessonPlayer &player = test.window().player();
        test.window().open(file.fileName());
        QTRY_COMPARE(player.openQuestion(), 0);
        player.answer({.chosen = {1}});
        player.goOn();
        QTRY_VERIFY(player.isOver());
        for (const LessonPlayer::Begun &chapter : player.begun())
            began << chapter.atNs;
        QSignalSpy saved(&test.window().saver(), &TrafficSaver::saved);
        test.window().saver().save(path("mine.pcapng"));
        QVERIFY(saved.wait());
    }
    QVERIFY(file.remove()); // the capture holds all there is

    WindowAtTest test(optionsToOpen(path("mine.pcapng")));
    LessonPlayer &player = test.window().player();
    QTRY_VERIFY(player.isRecorded());
    QCOMPARE(player.lesson().title.in(QStringLiteral("en")), QStringLiteral("Mine"));
    QList<qint64> recorded;
    for (const LessonPlayer::Begun &chapter : player.begun())
        recorded << chapter.atNs;
    QCOMPARE(recorded, began);
    QVERIFY(player.answerTo(0) == (GivenAnswer {.chosen = {1}}));
    QCOMPARE(player.score(), 0);
    // It begins at its beginning, and one walks through it.
    const auto *diagram = test.window().findChild<SequenceView *>();
    QCOMPARE(player.shownChapter(), 0);
    QCOMPARE(diagram->moment(), std::optional(began.at(0)));
    player.next();
    QCOMPARE(player.openQuestion(), 0);
    player.next();
    QCOMPARE(player.shownChapter(), 1);
    QCOMPARE(diagram->moment(), std::optional(began.at(1)));
    player.next();
    QVERIFY(!diagram->moment());
    // Left, it leaves the window to what runs.
    test.window().opened().liveAction()->trigger();
    QTRY_VERIFY(test.arrivals() > 5);
    QVERIFY(!player.isOn());
}

void TestOpenedTraffic::oneFileAfterTheOther()
{
    record(path("a.pcapng"), 20);
    record(path("b.pcapng"), 30);
    WindowAtTest test(optionsToOpen(path("a.pcapng")));
    QTRY_VERIFY(test.window().opened().isOn());
    test.window().open(path("b.pcapng"));
    QTRY_COMPARE(test.window().opened().path(), path("b.pcapng"));
    QTRY_VERIFY(test.log() == test.window().opened().log().get());
    QTRY_COMPARE(test.log()->journal().size(), 31U);
}

void TestOpenedTraffic::whatCannotBeOpenedCostsNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no capture at all") << QByteArray("What a nice day.");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("a capture cut off in its first block") << QByteArray("\x0a\x0d\x0d\x0a\x40", 5);
}

void TestOpenedTraffic::whatCannotBeOpenedCostsNothing()
{
    QFETCH(QByteArray, content);
    QFile file(path("bad.pcapng"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    const TrafficLog *before = test.log();
    test.window().open(file.fileName());
    QTRY_VERIFY(test.window().fault().contains(QStringLiteral("bad.pcapng")));
    QVERIFY(test.log() == before);
    const qint64 arrivals = test.arrivals();
    QTRY_VERIFY(test.arrivals() > arrivals);

    // From the command line, too: then something runs instead.
    WindowAtTest other(optionsToOpen(file.fileName()));
    QTRY_VERIFY(other.window().fault().contains(QStringLiteral("bad.pcapng")));
    QTRY_VERIFY(other.arrivals() > 5);
}

void TestOpenedTraffic::cancellingKeepsWhatWasRead()
{
    record(path("a.pcapng"), 20'000);
    TrafficOpener opener;
    std::shared_ptr<const TrafficLog> log;
    connect(&opener, &TrafficOpener::opened, this,
            [&log](const std::shared_ptr<const TrafficLog> &opened) { log = opened; });
    QSignalSpy ended(&opener, &TrafficOpener::ended);
    opener.open(path("a.pcapng"));
    opener.cancel();
    QVERIFY(ended.wait());
    QVERIFY(log && log->journal().size() > 100 && log->journal().size() < 20'000);
    QVERIFY(ended.constFirst().constFirst().toString().contains(QLocale().toString(log->journal().size())));
    QCOMPARE(log->bytes(50).left(12), QByteArray("GET /number/"));
}

void TestOpenedTraffic::listsWhatWasOpened()
{
    record(path("a.pcapng"), 2);
    record(path("b.pcapng"), 2);
    WindowAtTest test(optionsToOpen(path("a.pcapng")));
    QTRY_COMPARE(test.window().opened().path(), path("a.pcapng"));
    QTRY_VERIFY(test.window().opened().isOn());
    test.window().open(path("b.pcapng"));
    QTRY_COMPARE(OpenActions::recentPaths(), QStringList({path("b.pcapng"), path("a.pcapng")}));
    test.window().open(path("a.pcapng"));
    QTRY_COMPARE(OpenActions::recentPaths(), QStringList({path("a.pcapng"), path("b.pcapng")}));
    QVERIFY(QFile::remove(path("b.pcapng")));
    QCOMPARE(OpenActions::recentPaths(), QStringList {path("a.pcapng")});
}

void TestOpenedTraffic::opensWhatIsDropped()
{
    record(path("a.pcapng"), 20);
    WindowAtTest test;
    QTRY_VERIFY(test.log());
    drop(test.window(), path("a.pcapng"));
    QTRY_VERIFY(test.window().opened().isOn());
    drop(test.window(), QStringLiteral(WIRETALE_SOURCE_DIR "/resources/lessons/http.lesson.yaml"));
    QTRY_VERIFY(test.window().player().isOn() && !test.window().opened().isOn());
}

QTEST_MAIN(TestOpenedTraffic)
#include "tst_openedtraffic.moc"
