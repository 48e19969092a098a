// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/legendview.h"
#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/window/controlpanel.h"
#include "app/window/durationbox.h"
#include "app/window/narrationview.h"
#include "tests/gui/windowattest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenuBar>
#include <QRadioButton>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QWheelEvent>

using namespace wiretale;
using namespace std::chrono_literals;

// What a newcomer stumbles over when a lesson is played in the window.
class TestLessonPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatTheTimeDoes();
    void theNarrationFollowsTheMoment();
    void aQuestionComesToTheFrontAndTakesReturn();
    void nextAnswersWhatIsChosen();
    void whatIsChosenStaysChosen();
    void aRecordingIsWalkedThrough();
    void fromCardToCardAndBack();
    void leadsOutAndToTheNextLesson();
    void aHiddenDockTakesNoKeys();
    void theWheelChangesNothing();
    void whatIsChangedTwiceAtOnceIsOneMark();
    void escapeLeavesThePresenterMode();

private:
    // Plays a lesson of three chapters, at 0, 1 and 2 s of a fast clock, that pause; a question at 500 ms.
    void play(WindowAtTest &test, const char *more = "");
    static QDockWidget *dock(WindowAtTest &test, const char *name)
    {
        return test.window().findChild<QDockWidget *>(QLatin1StringView(name));
    }
    static bool says(WindowAtTest &test, const char *words);
    static bool chooseSecond(WindowAtTest &test)
    {
        const QList<QRadioButton *> buttons
            = test.window().findChild<NarrationView *>()->findChildren<QRadioButton *>();
        if (buttons.size() < 2 || !buttons.constFirst()->hasFocus())
            return false;
        buttons.at(1)->click();
        return buttons.at(1)->isChecked();
    }
    static QString narration(WindowAtTest &test)
    {
        return test.window().findChild<NarrationView *>()->findChild<QTextBrowser *>()->toPlainText();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLessonPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
}

void TestLessonPanel::play(WindowAtTest &test, const char *more)
{
    QTRY_VERIFY(test.port() != 0);
    const QString path = m_folder->filePath(QStringLiteral("mine.lesson.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("title: Mine\nrate: 20\nclients: [{kind: http, interval: 300ms}]\nchapters:\n"
               "  - {when: start, title: One, pause: true}\n"
               "  - {when: at 1s, title: Two, pause: true}\n"
               "  - {when: at 2s, title: Three, pause: true}\nend: at 3s\n");
    file.write(more);
    file.close();
    test.window().activateWindow();
    test.window().player().open(path);
    QVERIFY2(test.window().fault().isEmpty(), qPrintable(test.window().fault()));
    QTRY_COMPARE(test.window().player().shownChapter(), 0);
    QTRY_VERIFY(test.pace().paused);
}

bool TestLessonPanel::says(WindowAtTest &test, const char *words)
{
    const QList<QLabel *> labels = test.window().findChild<NarrationView *>()->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [words](const QLabel *label) {
        return label->isVisible() && label->text().contains(QLatin1StringView(words));
    });
}

void TestLessonPanel::saysWhatTheTimeDoes()
{
    WindowAtTest test;
    play(test);
    QTRY_VERIFY(says(test, "Next lets it run to the next chapter"));
    QVERIFY(says(test, "1 of 3"));
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(test.window().player().shownChapter(), 1);
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(test.window().player().shownChapter(), 2);
    QTRY_VERIFY(says(test, "Next lets it run to the end"));
    QTest::keyClick(&test.window(), Qt::Key_PageUp);
    QVERIFY(says(test, "You look back"));
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_VERIFY(says(test, "It is over"));
}

void TestLessonPanel::theNarrationFollowsTheMoment()
{
    WindowAtTest test;
    play(test);
    LessonPlayer &player = test.window().player();
    for (int chapter = 1; chapter < 3; ++chapter) {
        QTest::keyClick(&test.window(), Qt::Key_PageDown);
        QTRY_COMPARE(player.shownChapter(), chapter);
        QTRY_VERIFY(test.pace().paused);
    }
    auto *scrubber = test.window().findChild<ScrubberView *>();
    Q_EMIT scrubber->momentPicked(Nanoseconds(1500ms).count());
    QCOMPARE(player.shownChapter(), 1);
    QVERIFY(player.isBack());
    QVERIFY(narration(test).contains(QStringLiteral("Two")));
    // Also within the last chapter one looks back; Next leads to what happens now before the time runs on.
    Q_EMIT scrubber->momentPicked(player.begun().constLast().atNs + 1);
    QCOMPARE(player.shownChapter(), 2);
    QVERIFY(player.isBack());
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QVERIFY(!player.isBack() && !player.isOver());
    QVERIFY(!test.window().findChild<SequenceView *>()->moment());
    Q_EMIT scrubber->momentPicked(0);
    QCOMPARE(player.shownChapter(), 0);
    QTest::keyClick(&test.window(), Qt::Key_L);
    QCOMPARE(player.shownChapter(), 2);
    QVERIFY(narration(test).contains(QStringLiteral("Three")));
}

static constexpr const char *Question
    = "questions:\n  - when: at 500ms\n    ask: Which?\n    choose: one\n    answers:\n"
      "      - {text: This, right: true}\n      - {text: That}\n";
static constexpr const char *Guess = "questions:\n  - {when: at 500ms, ask: How many, guess: {right: 7}}\n";

void TestLessonPanel::aQuestionComesToTheFrontAndTakesReturn()
{
    WindowAtTest test;
    play(test, Guess);
    LessonPlayer &player = test.window().player();
    dock(test, "controls")->raise();
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(player.openQuestion(), 0);
    QVERIFY(says(test, "until you answer"));
    auto *box = test.window().findChild<NarrationView *>()->findChild<QDoubleSpinBox *>();
    QVERIFY(box != nullptr);
    QTRY_VERIFY(!box->visibleRegion().isEmpty());
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(player.answerTo(0).has_value());
    QCOMPARE(player.markOfQuestion(0), Mark::Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(player.openQuestion(), -1);
    QTRY_COMPARE(player.shownChapter(), 1);
}

void TestLessonPanel::nextAnswersWhatIsChosen()
{
    WindowAtTest test;
    play(test, Question);
    LessonPlayer &player = test.window().player();
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(player.openQuestion(), 0);
    // Nothing is chosen yet.
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QVERIFY(!player.answerTo(0));
    QTRY_VERIFY(chooseSecond(test));
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QVERIFY(player.answerTo(0).has_value());
    QCOMPARE(player.answerTo(0)->chosen, QList<int> {1});
    QCOMPARE(player.openQuestion(), 0);
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(player.shownChapter(), 1);
}

void TestLessonPanel::whatIsChosenStaysChosen()
{
    WindowAtTest test;
    play(test, Question);
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(test.window().player().openQuestion(), 0);
    QTRY_VERIFY(chooseSecond(test));
    auto *scrubber = test.window().findChild<ScrubberView *>();
    Q_EMIT scrubber->momentPicked(0);
    Q_EMIT scrubber->momentPicked(std::nullopt);
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QVERIFY(test.window().player().answerTo(0).has_value());
    QCOMPARE(test.window().player().answerTo(0)->chosen, QList<int> {1});
}

void TestLessonPanel::aRecordingIsWalkedThrough()
{
    WindowAtTest test;
    play(test, Question);
    LessonPlayer &player = test.window().player();
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QTRY_COMPARE(player.openQuestion(), 0);
    player.answer({.chosen = {1}});
    player.goOn();
    for (int chapter = 1; chapter < 3; ++chapter) {
        QTRY_COMPARE(player.shownChapter(), chapter);
        QTRY_VERIFY(test.pace().paused);
        QTest::keyClick(&test.window(), Qt::Key_PageDown);
    }
    QTRY_VERIFY(player.isOver());
    QTRY_VERIFY(recordedLesson(*test.log()).endNs);
    player.showRecorded(recordedLesson(*test.log()), test.scorecard());
    const auto *diagram = test.window().findChild<SequenceView *>();
    QVERIFY(narration(test).contains(QStringLiteral("Right predictions: 0 of 1")));
    QVERIFY(!diagram->moment());
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QCOMPARE(diagram->moment(), std::optional(player.begun().at(0).atNs));
    QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QCOMPARE(diagram->moment(), std::optional(Nanoseconds(500ms).count()));
    QTRY_VERIFY(says(test, "Not quite."));
    QTest::keyClick(&test.window(), Qt::Key_PageUp);
    QTRY_VERIFY(!says(test, "Not quite."));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&test.window(), Qt::Key_PageDown);
    QVERIFY(!diagram->moment() && !player.isBack());
    QTest::keyClick(&test.window(), Qt::Key_PageUp);
    QVERIFY(narration(test).contains(QStringLiteral("Three")) && player.isBack());
    QTest::keyClick(&test.window(), Qt::Key_L);
    QVERIFY(narration(test).contains(QStringLiteral("In the end")));
}

void TestLessonPanel::fromCardToCardAndBack()
{
    WindowAtTest test;
    play(test,
         "myths:\n  - {claim: First claim, verdict: wrong, because: B, try: {clients: [{kind: http}], for: "
         "1s}}\n"
         "  - {claim: Second claim, verdict: right, because: B, try: {clients: [{kind: websocket}], for: "
         "1s}}\n");
    LessonPlayer &player = test.window().player();
    player.tryMyth(0);
    QTRY_VERIFY(narration(test).contains(QStringLiteral("“First claim”")));
    QTRY_VERIFY(player.isOver());
    QTRY_VERIFY(narration(test).contains(QStringLiteral("“Second claim”")));
    player.tryMyth(1);
    QTRY_COMPARE(player.shownChapter(), 0);
    QVERIFY(player.isExperiment());
    QVERIFY(test.window().settings().current().clients[size_t(Technique::WebSocket)]);
    QVERIFY(narration(test).contains(QStringLiteral("“Second claim”")));
    player.leave();
    QVERIFY(player.isOn() && !player.isExperiment());
}

void TestLessonPanel::leadsOutAndToTheNextLesson()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    LessonPlayer &player = test.window().player();
    player.play(*findLesson(QStringLiteral("http")));
    QTRY_COMPARE(player.shownChapter(), 0);
    auto *view = test.window().findChild<NarrationView *>();
    Q_EMIT view->followingWanted();
    QCOMPARE(player.lesson().id, QStringLiteral("ajax-polling"));
    auto *out = view->findChild<QToolButton *>();
    QCOMPARE(out->text(), QStringLiteral("All lessons"));
    QTest::mouseClick(out, Qt::LeftButton);
    QVERIFY(!player.isOn());
}

void TestLessonPanel::aHiddenDockTakesNoKeys()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    test.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    const Settings before = test.window().settings().current();
    dock(test, "controls")->raise();
    auto *box = dock(test, "controls")->findChild<DurationBox *>();
    QTRY_VERIFY(!box->visibleRegion().isEmpty());
    box->setFocus();
    box->selectAll();
    QTRY_VERIFY(box->hasFocus());
    dock(test, "lesson")->raise();
    QTRY_VERIFY(!box->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(test.window().settings().current() == before);
}

void TestLessonPanel::theWheelChangesNothing()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    const Settings before = test.window().settings().current();
    dock(test, "controls")->raise();
    const QList<QAbstractSpinBox *> boxes
        = test.window().findChild<ControlPanel *>()->findChildren<QAbstractSpinBox *>();
    QVERIFY(boxes.size() > 5);
    for (QAbstractSpinBox *box : boxes) {
        const QPointF middle = QRectF(box->rect()).center();
        QWheelEvent turn(middle, box->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &turn);
    }
    QVERIFY(test.window().settings().current() == before);
}

void TestLessonPanel::whatIsChangedTwiceAtOnceIsOneMark()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    History history;
    Settings before;
    Settings between = before;
    between.pollInterval = 12ms;
    Settings after = before;
    after.pollInterval = 5s;
    history.addChange(1, before, between);
    history.addChange(1, between, after);
    std::vector<TimeMarker> marks = history.markers(test.window().player());
    QCOMPARE(marks.size(), size_t(1));
    QVERIFY2(marks.front().text.contains(QStringLiteral("5 s"))
                 && !marks.front().text.contains(QStringLiteral("12")),
             qPrintable(marks.front().text));
    history.addChange(1, after, Settings(before)); // back to what it was
    QVERIFY(history.markers(test.window().player()).empty());
}

void TestLessonPanel::escapeLeavesThePresenterMode()
{
    WindowAtTest test;
    QTRY_VERIFY(test.port() != 0);
    test.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&test.window()));
    const int width = dock(test, "lesson")->width();
    const auto *legend = test.window().findChild<LegendView *>();
    test.action(Qt::Key_F5)->trigger();
    QVERIFY(legend->isHidden() && test.window().menuBar()->isHidden());
    QTRY_VERIFY(!dock(test, "controls")->isVisible());
    QTest::keyClick(&test.window(), Qt::Key_Escape);
    QVERIFY(!legend->isHidden() && !test.window().menuBar()->isHidden());
    QVERIFY(!test.action(Qt::Key_F5)->isChecked());
    QTRY_COMPARE(dock(test, "lesson")->width(), width);
}

QTEST_MAIN(TestLessonPanel)
#include "tst_lessonpanel.moc"
