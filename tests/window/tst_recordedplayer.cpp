// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonreader.h"
#include "app/window/enginethread.h"
#include "app/window/history.h"
#include "app/window/lessonplayer.h"
#include "app/window/narrationview.h"

#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace wiretale;
using namespace std::chrono_literals;

using Step = RecordedLesson::Step;

/// A lesson from a capture, as the window shows it.
class TestRecordedPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensAtItsEnd();
    void nextWalksThroughIt();
    void backGoesTheSameWay();
    void whatWasAnsweredIsSeenAgain();
    void whatNobodyAnswered();
    void aGuessIsJudgedAtTheEnd();
    void followsTheMoment();
    void nothingIsAskedOfTheEngine();
    void whatTheEngineSaysIsNotOfIt();
    void againPlaysItLive();
    void isLeft_data();
    void isLeft();
    void stoppedBeforeTheEnd();
    void withoutChapters();
    void anExperiment();
    void knowsALessonOfOurs();
    void changedSettingsAreMarked();

private:
    struct Place
    {
        int chapter = -1;
        int question = -1;
        std::optional<qint64> moment {};

        friend bool operator==(const Place &, const Place &) = default;
    };

    static RecordedLesson recording();
    void show(const RecordedLesson &recorded = recording());
    [[nodiscard]] Place place() const;
    [[nodiscard]] bool walkTo(int question);
    [[nodiscard]] QString narration() const;
    [[nodiscard]] bool says(const char *words) const;
    QAction &next() { return *m_view->nextAction(); }
    QAction &back() { return *m_view->backAction(); }

    std::unique_ptr<EngineThread> m_engine;
    std::unique_ptr<LiveSettings> m_settings;
    std::unique_ptr<LessonPlayer> m_player;
    std::unique_ptr<NarrationView> m_view;
    std::optional<qint64> m_moment;
};

/// One, which?, two, how many?, who?, three, end.
RecordedLesson TestRecordedPlayer::recording()
{
    const char *text
        = "title: Mine\nclients: [{kind: http}]\nchapters:\n  - {when: start, title: One}\n"
          "  - {when: at 1s, title: Two}\n  - {when: at 2s, title: Three}\n"
          "questions:\n  - when: at 500ms\n    ask: Which?\n    because: Since this is so.\n"
          "    answers:\n      - {text: This, right: true, because: Indeed.}\n      - {text: That}\n"
          "  - {when: at 1s, ask: How many, guess: {right: http.requests}}\n"
          "  - {when: at 1s, ask: Who, guess: {right: 7}}\n"
          "myths:\n  - {claim: C, verdict: wrong, because: B, try: {clients: [{kind: http}], for: 1s}}\n"
          "end: at 3s\nclosing: \"There were {{http.requests}} requests.\"\n";
    const auto question = [](int index, qint64 atNs, std::optional<GivenAnswer> given) {
        return Step {.kind = Step::Kind::Question, .index = index, .atNs = atNs, .given = std::move(given)};
    };
    RecordedLesson recorded;
    recorded.settings = Settings();
    recorded.lesson = readLesson(text, QStringLiteral("mine.lesson.yaml")).lesson;
    recorded.steps = {Step {.index = 0, .atNs = 0, .record = 0},
                      question(0, 500, GivenAnswer {.chosen = {1}}),
                      Step {.index = 1, .atNs = 1000, .record = 4},
                      question(1, 1000, GivenAnswer {.guess = 5}),
                      question(2, 1200, std::nullopt),
                      Step {.index = 2, .atNs = 2000, .record = 9}};
    recorded.endNs = 3000;
    return recorded;
}

void TestRecordedPlayer::init()
{
    m_engine = std::make_unique<EngineThread>(Engine::Options {.port = 0});
    m_settings = std::make_unique<LiveSettings>(Settings());
    m_player = std::make_unique<LessonPlayer>(*m_engine, *m_settings);
    m_view = std::make_unique<NarrationView>(*m_player);
    m_view->show();
    m_moment.reset();
    // As the window does: whoever looks at a moment tells the player, too.
    connect(m_player.get(), &LessonPlayer::lookedBack, this, [this](std::optional<qint64> ns) {
        m_moment = ns;
        m_player->follow(ns);
    });
}

void TestRecordedPlayer::cleanup()
{
    m_view.reset();
    m_player.reset();
    m_settings.reset();
    m_engine.reset();
}

void TestRecordedPlayer::show(const RecordedLesson &recorded)
{
    Scorecard scorecard;
    scorecard.techniques[size_t(Technique::Http)].requests = 5;
    m_player->showRecorded(recorded, scorecard);
}

TestRecordedPlayer::Place TestRecordedPlayer::place() const
{
    return {m_player->shownChapter(), m_player->openQuestion(), m_moment};
}

bool TestRecordedPlayer::walkTo(int question)
{
    for (int i = 0; i < 10 && m_player->openQuestion() != question; ++i)
        next().trigger();
    return m_player->openQuestion() == question;
}

QString TestRecordedPlayer::narration() const
{
    return m_view->findChild<QTextBrowser *>()->toPlainText();
}

bool TestRecordedPlayer::says(const char *words) const
{
    const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [words](const QLabel *label) {
        return label->isVisible() && label->text().contains(QLatin1StringView(words));
    });
}

void TestRecordedPlayer::opensAtItsEnd()
{
    show();
    QVERIFY(m_player->isOn() && m_player->isRecorded() && m_player->isOver() && !m_player->isBack());
    QVERIFY((place() == Place {.chapter = 2}));
    QCOMPARE(m_player->begun().size(), 3);
    QCOMPARE(m_player->begun().at(1).record, RecordNumber(4));
    QCOMPARE(m_player->score(), 1);
    QVERIFY(says("Mine"));
    QVERIFY(says("Next shows it chapter by chapter"));
    QVERIFY2(narration().contains(QStringLiteral("Right predictions: 1 of 3")), qPrintable(narration()));
    QVERIFY(narration().contains(QStringLiteral("There were 5 requests.")));
    QVERIFY(narration().contains(QStringLiteral("You said 5, measured was 5.")));
    QVERIFY(narration().contains(QStringLiteral("See for yourself")));
}

void TestRecordedPlayer::nextWalksThroughIt()
{
    const QList<Place> expected {{0, -1, 0},   {0, 0, 500},   {1, -1, 1000}, {1, 1, 1000},
                                 {1, 2, 1200}, {2, -1, 2000}, {2, -1, {}},   {0, -1, 0}};
    show();
    QSignalSpy looked(m_player.get(), &LessonPlayer::lookedBack);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QVERIFY(next().isEnabled());
        next().trigger();
        QVERIFY2(place() == expected.at(i), QByteArray::number(i));
        QCOMPARE(looked.size(), i + 1);
    }
    QCOMPARE(looked.at(2).at(1).toUInt(), 4U);
    QCOMPARE(looked.at(5).at(1).toUInt(), 9U);
    QVERIFY(says("You look at a recording"));
    m_player->runToEnd();
    QVERIFY(!m_player->isBack());
}

void TestRecordedPlayer::backGoesTheSameWay()
{
    const QList<Place> expected {{2, -1, 2000}, {1, 2, 1200}, {1, 1, 1000},
                                 {1, -1, 1000}, {0, 0, 500},  {0, -1, 0}};
    show();
    for (const Place &each : expected) {
        QVERIFY(back().isEnabled());
        back().trigger();
        QVERIFY2(place() == each, QByteArray::number(each.chapter));
    }
    QVERIFY(!back().isEnabled());
    m_player->back();
    QVERIFY(place() == expected.constLast());
}

void TestRecordedPlayer::whatWasAnsweredIsSeenAgain()
{
    show();
    next().trigger();
    QVERIFY(!says("Which?"));
    QSignalSpy asked(m_player.get(), &LessonPlayer::asked);
    next().trigger();
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(says("Which?") && says("Not quite.") && says("Since this is so.") && says("Indeed."));
    const QList<QRadioButton *> buttons = m_view->findChildren<QRadioButton *>();
    QCOMPARE(buttons.size(), 2);
    QVERIFY(buttons.at(1)->isChecked() && !buttons.at(0)->isChecked() && !buttons.at(0)->isEnabled());
    QVERIFY(says("This was asked here"));
    QVERIFY(narration().contains(QStringLiteral("One")));
    // Its own button goes on as well.
    m_player->goOn();
    QVERIFY(!says("Which?"));
    QCOMPARE(m_player->shownChapter(), 1);
}

void TestRecordedPlayer::whatNobodyAnswered()
{
    show();
    QVERIFY(walkTo(2));
    QTRY_VERIFY(says("Who") && says("Nobody answered.") && says("It is 7."));
    m_player->answer({.guess = 7});
    QVERIFY(!m_player->answerTo(2));
    m_player->showLast();
    QCOMPARE(m_player->score(), 1);
}

void TestRecordedPlayer::aGuessIsJudgedAtTheEnd()
{
    show();
    QVERIFY(walkTo(1));
    QCOMPARE(m_player->markOfQuestion(1), Mark::Pending);
    QTRY_VERIFY(says("The end of the lesson will tell."));
    m_player->showLast();
    QCOMPARE(m_player->markOfQuestion(1), Mark::Right);
}

void TestRecordedPlayer::followsTheMoment()
{
    show();
    next().trigger();
    next().trigger();
    QCOMPARE(m_player->openQuestion(), 0);
    m_player->follow(1100);
    QCOMPARE(m_player->openQuestion(), -1);
    QCOMPARE(m_player->shownChapter(), 1);
    QVERIFY(narration().contains(QStringLiteral("Two")) && !says("Which?"));
    next().trigger();
    QVERIFY((place() == Place {1, 1, 1000}));
    m_player->follow(std::nullopt);
    QVERIFY(!m_player->isBack());
    QCOMPARE(m_player->shownChapter(), 2);
}

void TestRecordedPlayer::nothingIsAskedOfTheEngine()
{
    QSignalSpy began(m_engine.get(), &EngineThread::logReplaced);
    QSignalSpy paced(m_engine.get(), &EngineThread::paceChanged);
    QSignalSpy finished(m_player.get(), &LessonPlayer::finished);
    show();
    for (int i = 0; i < 8; ++i)
        next().trigger();
    m_player->runToEnd();
    // What is asked is done in its turn: had something been, it would be told before this.
    m_engine->pause();
    QTRY_COMPARE(paced.size(), 1);
    QVERIFY(began.isEmpty() && finished.isEmpty());
}

void TestRecordedPlayer::whatTheEngineSaysIsNotOfIt()
{
    show();
    const Place before = place();
    Q_EMIT m_engine->chapterBegan(3, 7, 0);
    Q_EMIT m_engine->questionAsked(0, 7);
    Q_EMIT m_engine->scorecardChanged({});
    Q_EMIT m_engine->lessonEnded(7, {}, {});
    QVERIFY(place() == before);
    QCOMPARE(m_player->score(), 1);
    QVERIFY(walkTo(0));
    Q_EMIT m_engine->questionPassed(0);
    QCOMPARE(m_player->openQuestion(), 0);
}

void TestRecordedPlayer::againPlaysItLive()
{
    QSignalSpy began(m_engine.get(), &EngineThread::chapterBegan);
    show();
    next().trigger();
    m_view->againAction()->trigger();
    QVERIFY(!m_player->isRecorded() && !m_player->isOver() && !m_player->answerTo(0));
    QVERIFY(m_player->lesson() == *recording().lesson);
    QTRY_COMPARE(began.size(), 1);
    QCOMPARE(m_player->shownChapter(), 0);
}

void TestRecordedPlayer::isLeft_data()
{
    QTest::addColumn<bool>("isQuiet");
    QTest::newRow("by a person") << false;
    QTest::newRow("for another capture") << true;
}

void TestRecordedPlayer::isLeft()
{
    QFETCH(bool, isQuiet);
    QSignalSpy left(m_player.get(), &LessonPlayer::left);
    QSignalSpy changed(m_player.get(), &LessonPlayer::lessonChanged);
    show();
    next().trigger();
    if (isQuiet)
        m_player->showRecorded(RecordedLesson(), {});
    else
        m_view->leaveAction()->trigger();
    QVERIFY(!m_player->isOn() && !m_player->isRecorded() && !m_player->isBack());
    QVERIFY(!m_moment && m_player->begun().isEmpty());
    QCOMPARE(left.size(), isQuiet ? 0 : 1);
    QCOMPARE(changed.size(), 2);
    m_player->leaveQuietly(); // nothing is on
    QCOMPARE(changed.size(), 2);
    QVERIFY(!next().isEnabled() && !back().isEnabled());
}

void TestRecordedPlayer::stoppedBeforeTheEnd()
{
    RecordedLesson recorded = recording();
    recorded.steps.resize(3);
    recorded.endNs.reset();
    show(recorded);
    QVERIFY(!m_player->cameToItsEnd());
    QVERIFY(narration().contains(QStringLiteral("stopped before the lesson came to its end")));
    QVERIFY(!narration().contains(QStringLiteral("There were")));
    back().trigger();
    QVERIFY((place() == Place {1, -1, 1000}));
}

void TestRecordedPlayer::withoutChapters()
{
    RecordedLesson recorded = recording();
    recorded.steps = {};
    show(recorded);
    QVERIFY(!next().isEnabled() && !back().isEnabled());
    m_player->next();
    m_player->back();
    QVERIFY((place() == Place {}));
    // A question of a damaged capture, without a chapter.
    recorded.steps = {Step {.kind = Step::Kind::Question, .index = 0, .atNs = 5}};
    show(recorded);
    next().trigger();
    QVERIFY((place() == Place {-1, 0, 5}));
    QVERIFY(says("Which?"));
    next().trigger();
    QVERIFY((place() == Place {}));
}

void TestRecordedPlayer::anExperiment()
{
    RecordedLesson recorded = recording();
    recorded.myth = 0;
    recorded.steps = {Step {.index = 0}};
    show(recorded);
    QVERIFY(m_player->isExperiment());
    QVERIFY(narration().contains(QStringLiteral("“C”")));
    QVERIFY(narration().contains(QStringLiteral("That was the experiment.")));
    m_player->leave();
    QVERIFY(m_player->isOn() && !m_player->isExperiment() && !m_player->isRecorded());
}

void TestRecordedPlayer::knowsALessonOfOurs()
{
    RecordedLesson recorded;
    const LessonEntry ours = *findLesson(QStringLiteral("http"));
    recorded.lesson = ours.lesson;
    show(recorded);
    QCOMPARE(m_player->path(), ours.path);
    recorded.lesson->source.text += "# changed since\n";
    show(recorded);
    QCOMPARE(m_player->path(), QString());
}

void TestRecordedPlayer::changedSettingsAreMarked()
{
    RecordedLesson recorded = recording();
    Settings settings = *recorded.settings;
    settings.pollInterval = 5s;
    recorded.changes.append({700, settings});
    settings.rate = 3; // of which nothing is marked
    recorded.changes.append({800, settings});
    settings.retry = 9s;
    recorded.changes.append({900, settings});
    History history;
    history.addChange(1, Settings(), firstSettings());
    QSignalSpy changed(&history, &History::changesChanged);
    history.setChanges(recorded);
    QCOMPARE(changed.size(), 1);
    const std::vector<TimeMarker> marked = history.markers(*m_player);
    QCOMPARE(marked.size(), size_t(2));
    QCOMPARE(marked.at(0).ns, 700);
    QVERIFY(marked.at(0).text.contains(QStringLiteral("5 s")));
    QCOMPARE(marked.at(1).ns, 900);
    show(recorded);
    QCOMPARE(history.markers(*m_player).size(), size_t(5)); // and three chapters
}

QTEST_MAIN(TestRecordedPlayer)
#include "tst_recordedplayer.moc"
