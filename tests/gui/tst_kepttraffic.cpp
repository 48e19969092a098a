// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"
#include "app/window/noticebar.h"
#include "tests/gui/recordedfile.h"
#include "tests/gui/windowattest.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

// What was recorded is kept, or asked about, or offered again; never lost in silence.
class TestKeptTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksBeforeTrafficIsLost();
    void opensOverAnUntouchedDemonstrationUnasked();
    void doesNotAskForWhatIsSaved();
    void savesAgainWhereItWasSaved();
    void aPartInItsPlaceKeepsNothing();
    void aPartInTheOpenedFilesPlaceIsMended();
    void aPartIsNotEnoughToGoOn();
    void anAnswerIsAChange();
    void recordingAnewLeavesTheFileBefore();
    void offersWhatACrashLeftBehind();
    void aRescuedRecordingStaysUntilItIsKept_data();
    void aRescuedRecordingStaysUntilItIsKept();
    void aRescuedRecordingMayBeKeptWhereItIs();
    void removesARecordingInWhichNothingPassed();
    void keepsADamagedRecording();
    void takesNoOtherFileForARecording();
    void freesTheLogOfAFileThatWasLeft();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    static quint32 messagesIn(const QString &path) { return (*readWhole(path))->log()->journal().size(); }
    static void save(WindowAtTest &test, const QString &path, const Filter &filter = {});
    void rescue(WindowAtTest &test) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QMessageBox *openBox()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible())
            return box;
    }
    return nullptr;
}

Filter requests()
{
    return std::get<Filter>(Filter::parse(u"kind:request"));
}

} // namespace

void TestKeptTraffic::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
}

void TestKeptTraffic::save(WindowAtTest &test, const QString &path, const Filter &filter)
{
    QSignalSpy saved(&test.window().saver(), &TrafficSaver::saved);
    test.window().saver().save(path, {}, filter);
    QVERIFY(saved.wait());
}

void TestKeptTraffic::rescue(WindowAtTest &test) const
{
    QTRY_VERIFY(!test.window().leftBehind().bar()->isHidden());
    test.window().leftBehind().openAction()->trigger();
    QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
}

void TestKeptTraffic::asksBeforeTrafficIsLost()
{
    QSettings().setValue(QStringLiteral("saving/asks"), true);
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    QVERIFY(!test.window().close());
    QVERIFY(test.window().isVisible());
    QTRY_VERIFY(openBox());
    openBox()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!openBox());
    QVERIFY(test.window().isVisible());

    QVERIFY(!test.window().close());
    openBox()->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!test.window().isVisible());
}

void TestKeptTraffic::doesNotAskForWhatIsSaved()
{
    QSettings().setValue(QStringLiteral("saving/asks"), true);
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    test.action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(test.pace().paused);
    // What is under way in the sockets is recorded, though it does not arrive.
    QSignalSpy stopped(&test.window().engine(), &EngineThread::stopped);
    test.window().engine().stop();
    QVERIFY(stopped.wait());
    QVERIFY(test.window().saver().isUnsaved());
    QSignalSpy saved(&test.window().saver(), &TrafficSaver::saved);
    test.window().saver().save(path("kept.pcapng"));
    QVERIFY(saved.wait());
    QVERIFY(!test.window().saver().isUnsaved());
    QVERIFY(test.window().windowTitle().startsWith(QStringLiteral("kept.pcapng")));
    QVERIFY(test.window().close());
}

void TestKeptTraffic::savesAgainWhereItWasSaved()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    QSignalSpy saved(&test.window().saver(), &TrafficSaver::saved);
    // A copy in another format keeps nothing.
    test.window().saver().save(path("copy.csv"));
    QVERIFY(saved.wait());
    QVERIFY(test.window().saver().home().isEmpty());
    test.window().saver().save(path("kept.pcapng"));
    QVERIFY(saved.wait());
    QCOMPARE(test.window().saver().home(), path("kept.pcapng"));
    const qint64 before = QFileInfo(path("kept.pcapng")).size();
    const qint64 arrivals = test.arrivals();
    QTRY_VERIFY(test.arrivals() > arrivals + 20);
    QVERIFY(test.window().saver().isUnsaved());
    test.action(QKeySequence::Save)->trigger();
    QVERIFY(saved.wait());
    QVERIFY(QFileInfo(path("kept.pcapng")).size() > before);
}

void TestKeptTraffic::offersWhatACrashLeftBehind()
{
    record(path("wiretale-recording-crash1.pcapng"), 20);
    WindowAtTest test;
    LeftBehind &leftBehind = test.window().leftBehind();
    QTRY_VERIFY(!leftBehind.bar()->isHidden());
    leftBehind.openAction()->trigger();
    QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
    QCOMPARE(test.log()->journal().size(), 21U);
    QVERIFY(leftBehind.bar()->isHidden());
    QCOMPARE(OpenActions::recentPaths(), QStringList());
    QVERIFY(test.window().windowTitle().startsWith(QStringLiteral("Rescued")));
    // It is kept nowhere else yet, and nobody is offered it meanwhile.
    QVERIFY(test.window().saver().isUnsaved());
    QVERIFY(TrafficLog::capturesLeftBehind().isEmpty());
    QSignalSpy saved(&test.window().saver(), &TrafficSaver::saved);
    test.window().saver().save(path("rescued.pcapng"));
    QVERIFY(saved.wait());
    QVERIFY(!test.window().saver().isUnsaved());
    QVERIFY(!QFile::exists(path("wiretale-recording-crash1.pcapng")));
    QCOMPARE((*readWhole(path("rescued.pcapng")))->log()->journal().size(), 21U);
}

void TestKeptTraffic::removesARecordingInWhichNothingPassed()
{
    record(path("wiretale-recording-crash1.pcapng"), 20);
    {
        // As it is left behind: with the name that temporary ones have.
        const auto empty = *TrafficLog::create(0, path("wiretale-recording-crash2.pcapng"));
        empty->announceClient(QStringLiteral("nobody"), Technique::Http);
    }
    WindowAtTest test;
    LeftBehind &leftBehind = test.window().leftBehind();
    QTRY_VERIFY(!leftBehind.bar()->isHidden());
    QVERIFY(!QFile::exists(path("wiretale-recording-crash2.pcapng")));
    leftBehind.discardAction()->trigger();
    QVERIFY(leftBehind.bar()->isHidden());
    QVERIFY(!QFile::exists(path("wiretale-recording-crash1.pcapng")));
}

void TestKeptTraffic::opensOverAnUntouchedDemonstrationUnasked()
{
    QSettings().setValue(QStringLiteral("saving/asks"), true);
    record(path("a.pcapng"), 5);
    {
        WindowAtTest test;
        QTRY_VERIFY(test.arrivals() > 5);
        test.window().open(path("a.pcapng"));
        QTRY_VERIFY(test.window().opened().isOn());
        QVERIFY(!openBox());
    }
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 5);
    test.action(Qt::Key_Space)->trigger();
    test.window().open(path("a.pcapng"));
    QTRY_VERIFY(openBox());
    openBox()->button(QMessageBox::Cancel)->click();
    // A lesson's file as well.
    test.window().open(QStringLiteral(WIRETALE_SOURCE_DIR "/resources/lessons/http.lesson.yaml"));
    QTRY_VERIFY(openBox());
    openBox()->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(test.window().player().isOn());
}

void TestKeptTraffic::aPartInItsPlaceKeepsNothing()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 20);
    QSignalSpy stopped(&test.window().engine(), &EngineThread::stopped);
    test.window().engine().stop();
    QVERIFY(stopped.wait());
    save(test, path("a.pcapng"));
    QVERIFY(!test.window().saver().isUnsaved());
    save(test, path("a.csv"), requests());
    QVERIFY(!test.window().saver().isUnsaved());
    save(test, path("a.pcapng"), requests());
    QVERIFY(test.window().saver().isUnsaved());
    QVERIFY(test.window().saver().home().isEmpty());
}

void TestKeptTraffic::aPartInTheOpenedFilesPlaceIsMended()
{
    record(path("a.pcapng"), 20);
    record(path("other.pcapng"), 3);
    WindowAtTest test;
    test.window().open(path("a.pcapng"));
    QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
    QVERIFY(QFile::remove(path("a.pcapng")) && QFile::rename(path("other.pcapng"), path("a.pcapng")));
    save(test, path("a.pcapng"));
    QCOMPARE(messagesIn(path("a.pcapng")), 21U);
}

void TestKeptTraffic::aPartIsNotEnoughToGoOn()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 20);
    bool hasGoneOn = false;
    test.window().saver().saveHome([&hasGoneOn] { hasGoneOn = true; });
    save(test, path("a.csv"), requests());
    QVERIFY(!hasGoneOn);
    QVERIFY(test.window().saver().isUnsaved());
}

void TestKeptTraffic::anAnswerIsAChange()
{
    const auto log = *TrafficLog::create(0);
    const quint64 before = log->revision();
    QVERIFY(log->mark({.atNs = 5, .text = "an answer"}));
    QVERIFY(log->revision() != before);
}

void TestKeptTraffic::recordingAnewLeavesTheFileBefore()
{
    CommandLine options = WindowAtTest::optionsFor(WindowAtTest::quickLesson());
    options.engine.capturePath = path("kept.pcapng");
    QSettings().setValue(QStringLiteral("saving/asks"), true);
    WindowAtTest test(options);
    QTRY_VERIFY(test.arrivals() > 20);
    QCOMPARE(test.window().saver().home(), path("kept.pcapng"));
    QVERIFY(!test.window().saver().isUnsaved());
    const std::shared_ptr<const TrafficLog> before = test.sharedLog();
    test.action(QKeyCombination(Qt::CTRL, Qt::Key_R))->trigger();
    QTRY_VERIFY(test.log() != before.get() && test.arrivals() > 20);
    QVERIFY(messagesIn(path("kept.pcapng")) >= 20);
    QCOMPARE(test.window().saver().home(), path("kept-2.pcapng"));
}

void TestKeptTraffic::aRescuedRecordingStaysUntilItIsKept_data()
{
    QTest::addColumn<bool>("opensAnother");
    QTest::newRow("what runs is saved") << false;
    QTest::newRow("another file is opened") << true;
}

void TestKeptTraffic::aRescuedRecordingStaysUntilItIsKept()
{
    QFETCH(bool, opensAnother);
    record(path("wiretale-recording-crash1.pcapng"), 20);
    record(path("other.pcapng"), 3);
    WindowAtTest test;
    rescue(test);
    test.window().opened().liveAction()->trigger();
    QTRY_VERIFY(!test.window().opened().isOn() && test.arrivals() > 5);
    if (opensAnother) {
        test.window().open(path("other.pcapng"));
        QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
    } else {
        save(test, path("live.pcapng"));
    }
    QVERIFY(QFile::exists(path("wiretale-recording-crash1.pcapng")));
}

void TestKeptTraffic::aRescuedRecordingMayBeKeptWhereItIs()
{
    record(path("wiretale-recording-crash1.pcapng"), 20);
    WindowAtTest test;
    rescue(test);
    save(test, path("wiretale-recording-crash1.pcapng"));
    QVERIFY(QFile::exists(path("wiretale-recording-crash1.pcapng")));
    QVERIFY(!test.window().saver().isUnsaved());
}

void TestKeptTraffic::keepsADamagedRecording()
{
    const QString recording = path("wiretale-recording-crash1.pcapng");
    record(recording, 20);
    QFile file(recording);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    bytes[336] = char(bytes[336] ^ 0xff);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    WindowAtTest test;
    QTRY_VERIFY(!test.window().leftBehind().bar()->isHidden());
    QVERIFY(QFile::exists(recording));
}

void TestKeptTraffic::takesNoOtherFileForARecording()
{
    record(path("wiretale-lesson1.pcapng"), 20);
    record(path("wiretale-recording-of-lesson-1.pcapng"), 20);
    QCOMPARE(TrafficLog::capturesLeftBehind(), QStringList());
}

void TestKeptTraffic::freesTheLogOfAFileThatWasLeft()
{
    record(path("a.pcapng"), 200);
    QVERIFY(exportLog(*(*readWhole(path("a.pcapng")))->log(), path("a.har")));
    WindowAtTest test;
    test.window().open(path("a.har"));
    QTRY_VERIFY(test.window().opened().isOn() && !test.window().opened().isReading());
    const std::weak_ptr<const TrafficLog> log = test.window().opened().log();
    const QString copy = log.lock()->capturePath();
    QVERIFY(QFile::exists(copy));
    test.window().opened().liveAction()->trigger();
    QTRY_VERIFY(!test.window().opened().isOn() && test.arrivals() > 5);
    QTRY_VERIFY(log.expired());
    QVERIFY(!QFile::exists(copy));
}

QTEST_MAIN(TestKeptTraffic)
#include "tst_kepttraffic.moc"
