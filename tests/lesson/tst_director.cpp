// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/director.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

/// A director with its clock, both driven by hand, and the traffic that it hears of. What it does is kept as
/// words, in order.
class Stage : public QObject
{
public:
    explicit Stage(Lesson lesson, Director::Manner manner = {})
        : m_log(TrafficLog::create(0).value())
        , m_watcher(clock, *m_log)
        , director(clock, m_watcher, std::move(lesson), manner)
    {
        connect(&director, &Director::chapterBegan, this, [this](int chapter, qint64 atNs, quint32 record) {
            tell(QStringLiteral("chapter %1").arg(chapter), atNs);
            spokenOf << record;
        });
        connect(&director, &Director::questionAsked, this, [this](int question, qint64 atNs) {
            tell(QStringLiteral("question %1").arg(question), atNs);
        });
        connect(&director, &Director::actionDue, this, [this](const LessonAction &action) {
            tell(QString::fromUtf8(action.data), clock.now().count());
        });
        connect(&director, &Director::ended, this,
                [this](qint64 atNs) { tell(QStringLiteral("end"), atNs); });
        send({.kind = MessageKind::Open});
        m_log->named(1, QStringLiteral("ajax-polling-1"));
    }

    void publish(qint64 id) { m_watcher.eventPublished(id, clock.now().count()); }
    RecordNumber send(Record record)
    {
        record.connection = 1;
        record.departedNs = clock.now().count();
        return m_watcher.departed(record, {}, {});
    }
    RecordNumber request() { return send({.kind = MessageKind::Request}); }
    RecordNumber emptyResponse()
    {
        return send({.flags = RecordFlag::Empty,
                     .kind = MessageKind::Response,
                     .direction = Direction::ServerToClient});
    }
    void arrive(RecordNumber number) { m_watcher.arrived(number, clock.now().count()); }

    Clock clock {Clock::Drive::ByHand};
    QStringList told; ///< since it was last taken: what, and at which second
    QList<quint32> spokenOf; ///< the chapters' messages

private:
    void tell(const QString &what, qint64 atNs)
    {
        told << QStringLiteral("%1 at %2").arg(what).arg(double(atNs) / 1e9);
    }

    std::shared_ptr<TrafficLog> m_log;
    MomentWatcher m_watcher;

public:
    Director director;
};

Moment moment(const char *words)
{
    return momentFromText(QString::fromUtf8(words)).value();
}

LessonChapter chapter(const char *when, bool pauses = false)
{
    LessonChapter made;
    made.moment = moment(when);
    made.pauses = pauses;
    return made;
}

LessonQuestion question(const char *when)
{
    LessonQuestion made;
    made.moment = moment(when);
    return made;
}

LessonAction publication(const char *when, const char *data)
{
    LessonAction made;
    made.kind = LessonAction::Kind::Publish;
    made.moment = moment(when);
    made.data = data;
    return made;
}

Lesson lessonOf(const QList<LessonChapter> &chapters, const QList<LessonQuestion> &questions = {},
                const QList<LessonAction> &script = {})
{
    Lesson made;
    made.chapters = chapters;
    made.questions = questions;
    made.script = script;
    return made;
}

QStringList taken(Stage &stage)
{
    return std::exchange(stage.told, {});
}

} // namespace

// What a lesson tells, asks and does, and when, over a clock and traffic that the test drives.
class TestDirector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chaptersBeginAtTheirMoments_data();
    void chaptersBeginAtTheirMoments();
    void aChapterSpeaksOfAMessage();
    void aChapterThatCameTooEarlyWaitsForItsTurn();
    void aChapterMayPause_data();
    void aChapterMayPause();
    void theNextChapterPausesWhenThatIsWanted();
    void aQuestionPausesUntilItIsAnswered();
    void whatComesWhileAQuestionWaitsFollowsTheAnswer();
    void questionsWaitForEachOther();
    void answersThatNobodyWaitsForDoNothing_data();
    void answersThatNobodyWaitsForDoNothing();
    void withoutAskingNothingPauses();
    void theScriptActsAtTimesAndOnTraffic();
    void theScriptMayPause_data();
    void theScriptMayPause();
    void itEnds_data();
    void itEnds();
    void theEndTellsWhatNeverCame();
    void whatFollowsTheEndIsHeardNoMore();
};

void TestDirector::chaptersBeginAtTheirMoments_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char *name, const char *when, const char *told) {
        QTest::newRow(name) << QByteArray(when)
                            << QStringList {QStringLiteral("chapter 0 at 0"), QString::fromUtf8(told)};
    };
    row("at a time", "at 2500ms", "chapter 1 at 2.5");
    row("a while after the chapter before", "after 3s", "chapter 1 at 3");
    row("when a request leaves", "first request", "chapter 1 at 1");
    row("when a request arrives", "first request delivered", "chapter 1 at 2");
    row("when the second leaves", "second request of ajax-polling-1", "chapter 1 at 4");
    row("when an answer is empty", "first empty response of ajax-polling", "chapter 1 at 2");
    row("when an event is published", "event 2 published", "chapter 1 at 4");
}

void TestDirector::chaptersBeginAtTheirMoments()
{
    QFETCH(const QByteArray, when);
    QFETCH(const QStringList, told);
    Stage stage(lessonOf({chapter("start"), chapter(when.constData())}));
    stage.director.begin();
    stage.clock.advance(1s);
    const RecordNumber request = stage.request();
    stage.publish(1);
    stage.clock.advance(1s);
    stage.arrive(request);
    stage.emptyResponse();
    stage.clock.advance(2s);
    stage.request();
    stage.publish(2);
    stage.clock.advance(100ms);
    QCOMPARE(stage.told, told);
}

void TestDirector::aChapterSpeaksOfAMessage()
{
    LessonChapter last = chapter("at 3s");
    last.show = moment("first request");
    Stage stage(lessonOf({chapter("start"), chapter("first empty response"), last}));
    stage.director.begin();
    stage.clock.advance(1s);
    const RecordNumber request = stage.request();
    const RecordNumber response = stage.emptyResponse();
    stage.clock.advance(2s);
    QCOMPARE(stage.spokenOf, (QList<quint32> {0, response, request}));
}

void TestDirector::aChapterThatCameTooEarlyWaitsForItsTurn()
{
    Stage stage(lessonOf({chapter("start"), chapter("event 1 published"), chapter("first request")}));
    stage.director.begin();
    stage.clock.advance(1s);
    stage.request();
    QCOMPARE(taken(stage), QStringList {QStringLiteral("chapter 0 at 0")});
    stage.clock.advance(1s);
    stage.publish(1);
    QCOMPARE(taken(stage),
             (QStringList {QStringLiteral("chapter 1 at 2"), QStringLiteral("chapter 2 at 2")}));
}

void TestDirector::aChapterMayPause_data()
{
    QTest::addColumn<bool>("pausesWanted");
    QTest::addColumn<bool>("runsToEnd");
    QTest::addColumn<bool>("isPaused");
    QTest::newRow("before a class") << true << false << true;
    QTest::newRow("without anybody") << false << false << false;
    QTest::newRow("on the way to the end") << true << true << false;
}

void TestDirector::aChapterMayPause()
{
    QFETCH(const bool, pausesWanted);
    QFETCH(const bool, runsToEnd);
    QFETCH(const bool, isPaused);
    Stage stage(lessonOf({chapter("start"), chapter("at 1s", true)}), {.pauses = pausesWanted});
    stage.director.begin();
    if (runsToEnd)
        stage.director.runToEnd();
    stage.clock.advance(2s);
    QCOMPARE(stage.clock.isPaused(), isPaused);
    QCOMPARE(stage.clock.now(), isPaused ? 1s : 2s);
}

void TestDirector::theNextChapterPausesWhenThatIsWanted()
{
    Stage stage(lessonOf({chapter("start"), chapter("at 1s"), chapter("at 2s")}));
    stage.director.begin();
    stage.clock.advance(500ms);
    stage.director.pauseAtNextChapter();
    stage.clock.advance(5s);
    QCOMPARE(stage.clock.now(), 1s);
    QVERIFY(stage.clock.isPaused());
    // Only that one.
    stage.clock.resume();
    stage.clock.advance(5s);
    QVERIFY(!stage.clock.isPaused());
    QCOMPARE(stage.clock.now(), 6s);
}

void TestDirector::aQuestionPausesUntilItIsAnswered()
{
    Stage stage(lessonOf({chapter("start")}, {question("first request")}));
    stage.director.begin();
    stage.clock.advance(1s);
    QCOMPARE(stage.director.openQuestion(), -1);
    stage.request();
    QCOMPARE(taken(stage),
             (QStringList {QStringLiteral("chapter 0 at 0"), QStringLiteral("question 0 at 1")}));
    QVERIFY(stage.clock.isPaused());
    QCOMPARE(stage.director.openQuestion(), 0);
    stage.director.questionAnswered(0);
    QVERIFY(!stage.clock.isPaused());
    QCOMPARE(stage.director.openQuestion(), -1);
}

void TestDirector::whatComesWhileAQuestionWaitsFollowsTheAnswer()
{
    // The server has the request and answers at once, though the clock stands.
    Lesson lesson = lessonOf({chapter("start"), chapter("first empty response", true)},
                             {question("first request delivered")});
    lesson.end = moment("first empty response");
    Stage stage(lesson);
    stage.director.begin();
    stage.clock.advance(1s);
    stage.arrive(stage.request());
    const RecordNumber response = stage.emptyResponse();
    QCOMPARE(taken(stage),
             (QStringList {QStringLiteral("chapter 0 at 0"), QStringLiteral("question 0 at 1")}));
    QVERIFY(!stage.director.isOver());
    stage.director.questionAnswered(0);
    QCOMPARE(taken(stage), (QStringList {QStringLiteral("chapter 1 at 1"), QStringLiteral("end at 1")}));
    QCOMPARE(stage.spokenOf.constLast(), response);
    // The chapter that was held up pauses, as it would have.
    QVERIFY(stage.clock.isPaused());
}

void TestDirector::questionsWaitForEachOther()
{
    Stage stage(lessonOf({chapter("start")}, {question("first request"), question("first request")}));
    stage.director.begin();
    stage.clock.advance(1s);
    taken(stage);
    stage.request();
    QCOMPARE(taken(stage), QStringList {QStringLiteral("question 0 at 1")});
    stage.director.questionAnswered(0);
    QCOMPARE(taken(stage), QStringList {QStringLiteral("question 1 at 1")});
    QVERIFY(stage.clock.isPaused());
    stage.director.questionAnswered(1);
    QVERIFY(!stage.clock.isPaused());
}

void TestDirector::answersThatNobodyWaitsForDoNothing_data()
{
    QTest::addColumn<int>("question");
    QTest::newRow("of another question") << 1;
    QTest::newRow("of none") << -1;
    QTest::newRow("of one that there is not") << 17;
}

void TestDirector::answersThatNobodyWaitsForDoNothing()
{
    QFETCH(const int, question);
    Stage stage(lessonOf({chapter("start")}, {::question("at 1s"), ::question("at 5s")}));
    stage.director.begin();
    // Before any was asked: a clock that somebody paused stays so.
    stage.clock.pause();
    stage.director.questionAnswered(question);
    stage.director.questionAnswered(0);
    QVERIFY(stage.clock.isPaused());
    stage.clock.resume();
    stage.clock.advance(1s);
    stage.director.questionAnswered(question);
    QCOMPARE(stage.director.openQuestion(), 0);
    QVERIFY(stage.clock.isPaused());
    // Twice the same.
    stage.director.questionAnswered(0);
    stage.clock.pause();
    stage.director.questionAnswered(0);
    QVERIFY(stage.clock.isPaused());
}

void TestDirector::withoutAskingNothingPauses()
{
    Stage stage(lessonOf({chapter("start")}, {question("at 1s")}), {.asks = false});
    stage.director.begin();
    stage.clock.advance(2s);
    QVERIFY(!stage.clock.isPaused());
    QCOMPARE(taken(stage), QStringList {QStringLiteral("chapter 0 at 0")});
    QVERIFY(stage.director.questionsMissed().isEmpty());
}

void TestDirector::theScriptActsAtTimesAndOnTraffic()
{
    Stage stage(lessonOf({chapter("start")}, {},
                         {publication("at 2s", "timed"), publication("second request", "triggered"),
                          publication("at 2s", "timed, too")}));
    stage.director.begin();
    stage.clock.advance(1s);
    taken(stage);
    stage.request();
    stage.clock.advance(500ms);
    stage.request();
    // Not within the wire's telling, but at the clock's next turn, at the same time.
    QCOMPARE(taken(stage), QStringList());
    stage.clock.advance(3s);
    QCOMPARE(taken(stage),
             (QStringList {QStringLiteral("triggered at 1.5"), QStringLiteral("timed at 2"),
                           QStringLiteral("timed, too at 2")}));
}

void TestDirector::theScriptMayPause_data()
{
    QTest::addColumn<bool>("pausesWanted");
    QTest::newRow("before a class") << true;
    QTest::newRow("without anybody") << false;
}

void TestDirector::theScriptMayPause()
{
    QFETCH(const bool, pausesWanted);
    LessonAction pause;
    pause.moment = moment("at 1s");
    Stage stage(lessonOf({chapter("start")}, {}, {pause}), {.pauses = pausesWanted});
    stage.director.begin();
    stage.clock.advance(2s);
    QCOMPARE(stage.clock.isPaused(), pausesWanted);
    QCOMPARE(stage.told, QStringList {QStringLiteral("chapter 0 at 0")});
}

void TestDirector::itEnds_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("told");
    QTest::newRow("at its time") << QByteArray("at 4s") << QStringLiteral("end at 4");
    QTest::newRow("on what it waits for") << QByteArray("first request") << QStringLiteral("end at 3");
    QTest::newRow("after all else, unless it says when") << QByteArray() << QStringLiteral("end at 8");
}

void TestDirector::itEnds()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QString, told);
    Lesson lesson = lessonOf({chapter("start")}, {question("at 2s")}, {publication("first request", "act")});
    if (!end.isEmpty())
        lesson.end = moment(end.constData());
    Stage stage(lesson);
    stage.director.begin();
    stage.clock.advance(2s);
    stage.director.questionAnswered(0);
    stage.clock.advance(1s);
    stage.request();
    QCOMPARE(stage.director.isOver(), end == "first request");
    stage.clock.advance(10s);
    QVERIFY(stage.director.isOver());
    QCOMPARE(stage.told.filter(QStringLiteral("end")), QStringList {told});
    QVERIFY(stage.director.chaptersMissed().isEmpty());
    QVERIFY(stage.director.questionsMissed().isEmpty());
}

void TestDirector::theEndTellsWhatNeverCame()
{
    Lesson lesson = lessonOf({chapter("start"), chapter("first request"), chapter("at 1s")},
                             {question("first empty response"), question("at 1s")});
    lesson.end = moment("at 2s");
    Stage stage(lesson);
    stage.director.begin();
    stage.clock.advance(1s);
    stage.director.questionAnswered(1);
    stage.clock.advance(1s);
    QVERIFY(stage.director.isOver());
    // The last had its moment, but never its turn.
    QCOMPARE(stage.director.chaptersMissed(), (QList<int> {1, 2}));
    QCOMPARE(stage.director.questionsMissed(), QList<int> {0});
}

void TestDirector::whatFollowsTheEndIsHeardNoMore()
{
    Lesson lesson = lessonOf({chapter("start")});
    lesson.end = moment("at 1s");
    Stage stage(lesson);
    stage.director.begin();
    stage.clock.advance(500ms);
    stage.director.pauseAtNextChapter();
    stage.clock.advance(500ms);
    QCOMPARE(taken(stage).constLast(), QStringLiteral("end at 1"));
    stage.director.questionAnswered(0);
    stage.clock.advance(1min);
    QCOMPARE(taken(stage), QStringList());
    QCOMPARE(stage.clock.now(), 61s);
}

QTEST_GUILESS_MAIN(TestDirector)
#include "tst_director.moc"
