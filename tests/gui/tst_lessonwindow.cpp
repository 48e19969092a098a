// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/lesson/lessonlibrary.h"
#include "app/window/lessonrecords.h"
#include "tests/gui/windowattest.h"

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace wiretale;

// Lessons in the window, by the keys that a person presses.
class TestLessonWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLessonIsSteppedToItsEnd_data();
    void everyLessonIsSteppedToItsEnd();
    void backAndForthIsTheSamePicture();
    void goingBackDisturbsNothing();
    void aLessonFollowsItsFile();
    void aFaultyLessonIsNamedAndNothingStarts();
    void anExperimentLeadsBackToItsLesson();
    void theLanguageChangesInTheMiddle();

private:
    static bool answerByKeys(MainWindow &window);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLessonWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
}

// The first answer by its key, then on; a guess by the keys of its figure.
bool TestLessonWindow::answerByKeys(MainWindow &window)
{
    LessonPlayer &player = window.player();
    const int question = player.openQuestion();
    if (question < 0)
        return false;
    const auto pressButton = [&window] {
        for (QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            const QString text = button->text().remove(u'&');
            if (button->isVisible() && button->isEnabled()
                && (text == QStringLiteral("Answer") || text == QStringLiteral("Go on"))) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return true;
            }
        }
        return false;
    };
    if (!player.answerTo(question)) {
        if (player.lesson().questions.at(question).kind == LessonQuestion::Kind::Guess) {
            for (auto *box : window.findChildren<QDoubleSpinBox *>()) {
                if (box->accessibleName() == QStringLiteral("Your guess"))
                    QTest::keyClicks(box, QStringLiteral("7"));
            }
        } else {
            QTest::keyClick(&window, Qt::Key_1);
        }
        if (!pressButton() || !player.answerTo(question))
            return false;
    }
    return pressButton();
}

void TestLessonWindow::everyLessonIsSteppedToItsEnd_data()
{
    QTest::addColumn<QString>("id");
    for (const LessonEntry &entry : shippedLessons())
        QTest::newRow(qPrintable(entry.lesson.id)) << entry.lesson.id;
}

void TestLessonWindow::everyLessonIsSteppedToItsEnd()
{
    QFETCH(const QString, id);
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    MainWindow &window = test.window();
    LessonPlayer &player = window.player();
    window.activateWindow();
    player.play(*findLesson(id));
    QTRY_COMPARE(player.shownChapter(), 0);
    window.settings().change([](Settings &settings) { settings.rate = Clock::FastestRate; });
    int asked = 0;
    // The keys of a presenter's remote: on, and on.
    const bool isOver = QTest::qWaitFor(
        [&] {
            if (player.openQuestion() >= 0)
                asked += answerByKeys(window) ? 1 : 0;
            else if (!player.isOver())
                QTest::keyClick(&window, Qt::Key_PageDown);
            return player.isOver();
        },
        90'000);
    QVERIFY(isOver);
    QCOMPARE(player.begun().size(), player.lesson().chapters.size());
    QCOMPARE(asked, player.lesson().questions.size());
    QVERIFY(lessonRecord(id).has_value());
    // And all the way back, and forth again: the same pictures.
    auto *diagram = window.findChild<SequenceView *>();
    std::map<int, QImage> pictures;
    while (player.shownChapter() > 0) {
        const int before = player.shownChapter();
        QTest::keyClick(&window, Qt::Key_PageUp);
        QCOMPARE(player.shownChapter(), before - 1);
        pictures[player.shownChapter()] = diagram->viewport()->grab().toImage();
    }
    QTest::keyClick(&window, Qt::Key_PageDown);
    while (player.isBack()) {
        QCOMPARE(diagram->viewport()->grab().toImage(), pictures.at(player.shownChapter()));
        QTest::keyClick(&window, Qt::Key_PageDown);
    }
    QCOMPARE(player.shownChapter(), int(player.lesson().chapters.size()) - 1);
}

void TestLessonWindow::backAndForthIsTheSamePicture()
{
    WindowAtTest test;
    MainWindow &window = test.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(test.arrivals() > 30);
    window.engine().pause();
    QSignalSpy paces(&window.engine(), &EngineThread::paceChanged);
    QVERIFY(paces.wait());
    auto *diagram = window.findChild<SequenceView *>();
    auto *scrubber = window.findChild<ScrubberView *>();
    QVERIFY(diagram != nullptr && scrubber != nullptr);
    const auto picture = [diagram] { return diagram->viewport()->grab().toImage(); };
    std::vector<std::pair<qint64, QImage>> pictures;
    for (int i = 0; i < 25; ++i) {
        QTest::keyClick(&window, Qt::Key_Comma);
        QVERIFY(diagram->moment().has_value());
        QVERIFY(pictures.empty() || *diagram->moment() < pictures.back().first);
        pictures.emplace_back(*diagram->moment(), picture());
    }
    for (size_t i = pictures.size() - 1; i-- > 1;) {
        QTest::keyClick(&window, Qt::Key_Period);
        QCOMPARE(*diagram->moment(), pictures.at(i).first);
        QCOMPARE(picture(), pictures.at(i).second);
    }
    // Each is another one: something departed or arrived in between.
    QVERIFY(pictures.front().second != pictures.back().second);
    QTest::keyClick(&window, Qt::Key_L);
    QVERIFY(!diagram->moment());
}

void TestLessonWindow::goingBackDisturbsNothing()
{
    WindowAtTest test;
    MainWindow &window = test.window();
    QTRY_VERIFY(test.arrivals() > 20);
    QTest::keyClick(&window, Qt::Key_Comma);
    auto *diagram = window.findChild<SequenceView *>();
    QVERIFY(diagram->moment().has_value());
    const qint64 moment = *diagram->moment();
    const quint32 then = test.log()->journal().size();
    QTRY_VERIFY(test.log()->journal().size() > then + 10);
    QCOMPARE(*diagram->moment(), moment);
}

static bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
}

void TestLessonWindow::aLessonFollowsItsFile()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    LessonPlayer &player = test.window().player();
    const QString path = m_folder->filePath(QStringLiteral("mine.lesson.yaml"));
    QVERIFY(write(path, "title: First\nclients: [{kind: http}]\nchapters: [{when: start, title: A}]\n"));
    player.open(path);
    QTRY_COMPARE(player.shownChapter(), 0);
    QCOMPARE(player.lesson().title.in(QStringLiteral("en")), QStringLiteral("First"));
    QVERIFY(write(path, "title: Second\nclients: [{kind: http}]\nchapters: [{when: start, title: B}]\n"));
    QTRY_COMPARE(player.lesson().title.in(QStringLiteral("en")), QStringLiteral("Second"));
    // A fault is told, and the lesson that was read before goes on.
    QVERIFY(write(path, "title: Third\nchapterz: []\n"));
    QTRY_VERIFY(test.window().fault().contains(QStringLiteral("\"chapters\" is missing")));
    QCOMPARE(player.lesson().title.in(QStringLiteral("en")), QStringLiteral("Second"));
}

void TestLessonWindow::aFaultyLessonIsNamedAndNothingStarts()
{
    WindowAtTest test;
    QTRY_VERIFY(test.arrivals() > 2);
    const auto before = test.log();
    const QString path = m_folder->filePath(QStringLiteral("bad.lesson.yaml"));
    QVERIFY(write(path, "title: T\nclients: [{kind: ajax-poling}]\nchapters: [{when: start, title: A}]\n"));
    test.window().player().open(path);
    QVERIFY(test.window().fault().contains(QStringLiteral("2:18")));
    QVERIFY(test.window().fault().contains(QStringLiteral("ajax-polling")));
    QVERIFY(!test.window().player().isOn());
    QCOMPARE(test.log(), before);
}

void TestLessonWindow::anExperimentLeadsBackToItsLesson()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    LessonPlayer &player = test.window().player();
    const QString path = m_folder->filePath(QStringLiteral("myth.lesson.yaml"));
    QVERIFY(write(
        path,
        "title: T\nchapters: [{when: start, title: A}]\nmyths:\n  - {claim: C, verdict: wrong, because: "
        "B, try: {clients: [{kind: websocket}], for: 5s}}\n"));
    player.open(path);
    QTRY_COMPARE(player.shownChapter(), 0);
    player.tryMyth(0);
    QVERIFY(player.isExperiment());
    QTRY_COMPARE(player.shownChapter(), 0);
    QVERIFY(test.window().settings().current().clients[size_t(Technique::WebSocket)]);
    player.leave();
    QVERIFY(player.isOn() && !player.isExperiment());
    QCOMPARE(player.lesson().title.in(QStringLiteral("en")), QStringLiteral("T"));
    player.leave();
    QVERIFY(!player.isOn());
}

void TestLessonWindow::theLanguageChangesInTheMiddle()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    LessonPlayer &player = test.window().player();
    player.play(*findLesson(QStringLiteral("event-stream")));
    QTRY_COMPARE(player.shownChapter(), 0);
    const auto *narration = test.window().findChild<QTextBrowser *>();
    QVERIFY(narration != nullptr);
    const QString english = player.lesson().chapters.at(0).title.in(QStringLiteral("en"));
    const QString russian = player.lesson().chapters.at(0).title.in(QStringLiteral("ru"));
    QVERIFY(narration->toPlainText().contains(english));
    test.translation().setLanguage(QStringLiteral("ru"));
    QTRY_VERIFY(narration->toPlainText().contains(russian));
    QVERIFY(!narration->toPlainText().contains(english));
    QCOMPARE(player.shownChapter(), 0);
    test.translation().setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(narration->toPlainText().contains(english));
}

QTEST_MAIN(TestLessonWindow)
#include "tst_lessonwindow.moc"
