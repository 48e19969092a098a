// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"
#include "app/lesson/engine.h"
#include "app/lesson/lessonlibrary.h"
#include "app/lesson/lessonmark.h"
#include "app/lesson/recordedlesson.h"
#include "app/lesson/settingstext.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace wiretale;
using namespace std::chrono_literals;

using Step = RecordedLesson::Step;

namespace {

/// Plays by a clock driven by hand, and notes what it heard of the lesson.
class Classroom
{
public:
    /// `answers`: whether the class answers, in its own way.
    Classroom(const QString &path, bool answers)
        : engine({.port = 0, .capturePath = path, .keepsLessonPauses = false}, Clock::Drive::ByHand)
    {
        QObject::connect(&engine, &Engine::chapterBegan, &engine,
                         [this](int chapter, qint64 atNs, quint32 record) {
                             heard << Step {.index = chapter, .atNs = atNs, .record = record};
                         });
        QObject::connect(
            &engine, &Engine::questionAsked, &engine,
            [this, answers](int question, qint64 atNs) {
                heard << Step {.kind = Step::Kind::Question, .index = question, .atNs = atNs};
                if (answers) {
                    heard.last().given = answerTo(question);
                    engine.giveAnswer(question, *heard.last().given);
                    engine.giveAnswer(question, {.chosen = {0}}); // the first counts
                }
                engine.questionAnswered(question);
                engine.giveAnswer(question, {.chosen = {0}}); // too late
            },
            Qt::QueuedConnection);
        QObject::connect(&engine, &Engine::lessonEnded, &engine, [this](qint64 atNs) { endNs = atNs; });
    }

    [[nodiscard]] GivenAnswer answerTo(int question) const
    {
        const LessonQuestion &asked = lesson.questions.at(question);
        if (asked.kind == LessonQuestion::Kind::Guess)
            return {.guess = 7 + question};
        if (asked.kind == LessonQuestion::Kind::ChooseSeveral)
            return {.chosen = {0, int(asked.answers.size()) - 1}};
        return {.chosen = {int(asked.answers.size()) - 1}};
    }

    bool playToTheEnd(const Lesson &played)
    {
        lesson = played;
        engine.startLesson(played);
        return QTest::qWaitFor(
            [this] {
                engine.clock().advance(50ms);
                return endNs.has_value();
            },
            60'000);
    }

    Engine engine;
    Lesson lesson;
    QList<Step> heard;
    std::optional<qint64> endNs;
};

std::shared_ptr<TrafficLog> opened(const QString &path)
{
    const auto reader = readWhole(path);
    return reader && (*reader)->remark().isEmpty() ? (*reader)->log() : nullptr;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Settings unusualSettings()
{
    Settings settings;
    settings.rate = 0.1;
    settings.link
        = {.latency = 123'456'789ns, .bitsPerSecond = 9'000'000'001, .jitter = 7ns, .seed = 4'000'000'000};
    settings.publish = {.kind = PublishPlan::Kind::AtRandom, .interval = 17ms};
    settings.pollInterval = 1ms;
    settings.longPollTimeout = 2ms;
    settings.heartbeat = 3ms;
    settings.retry = 4ms;
    settings.emptyAnswer = EmptyAnswerKind::EmptyArray;
    settings.longPollPortions = true;
    settings.talkBack = 5ms;
    settings.idleCut = 6ms;
    settings.logSize = 7;
    settings.clients = {true, false, true, false, true};
    settings.plans = {ClientPlan {.technique = Technique::WebSocket,
                                  .count = 500,
                                  .interval = 8ms,
                                  .timeout = 9ms,
                                  .portions = false,
                                  .sameBrowser = true,
                                  .freshConnection = true,
                                  .frameSize = 10,
                                  .starts = false},
                      ClientPlan {}};
    return settings;
}

} // namespace

/// What a capture tells of the lesson that it was made in.
class TestRecordedLesson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAsText_data();
    void settingsAsText();
    void settingsThatMakeNoSense_data();
    void settingsThatMakeNoSense();
    void opensAsItWasPlayed_data();
    void opensAsItWasPlayed();
    void anExperiment();
    void withoutALesson();
    void nothingIsKeptAfterTheEnd();
    void whatOthersRecorded();
    void marksThatMakeNoSense_data();
    void marksThatMakeNoSense();
};

void TestRecordedLesson::settingsAsText_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::newRow("usual") << Settings();
    QTest::newRow("the first that one sees") << firstSettings();
    QTest::newRow("everything other than usual") << unusualSettings();
    for (const LessonEntry &entry : shippedLessons())
        QTest::newRow(qPrintable(entry.lesson.id)) << entry.lesson.settings;
}

void TestRecordedLesson::settingsAsText()
{
    QFETCH(Settings, settings);
    const QByteArray text = QJsonDocument(toJson(settings)).toJson(QJsonDocument::Compact);
    const std::optional<Settings> read = settingsFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(read && *read == settings);
}

void TestRecordedLesson::settingsThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("nothing said") << QByteArray("{}") << true;
    QTest::newRow("a word of the future") << QByteArray(R"({"colour":"red"})") << true;
    QTest::newRow("a rate of nought") << QByteArray(R"({"rate":0})") << false;
    QTest::newRow("a time before now") << QByteArray(R"({"retry_ms":-1})") << false;
    QTest::newRow("a time without an end") << QByteArray(R"({"retry_ms":1e300})") << false;
    QTest::newRow("half a millisecond") << QByteArray(R"({"retry_ms":0.5})") << false;
    QTest::newRow("a number in words") << QByteArray(R"({"log_size":"7"})") << false;
    QTest::newRow("an unknown word") << QByteArray(R"({"empty_answer":"perhaps"})") << false;
    QTest::newRow("a list for an object") << QByteArray(R"({"link":[]})") << false;
    QTest::newRow("too many clients") << QByteArray(R"({"plans":[{"count":501}]})") << false;
    QTest::newRow("no client in a plan") << QByteArray(R"({"plans":[7]})") << false;
}

void TestRecordedLesson::settingsThatMakeNoSense()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isGood);
    const std::optional<Settings> read = settingsFromJson(QJsonDocument::fromJson(text).object());
    QCOMPARE(read.has_value(), isGood);
    QVERIFY(!read || *read == Settings());
}

void TestRecordedLesson::opensAsItWasPlayed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("answers");
    QTest::newRow("a guess and a choice") << QStringLiteral("ajax-polling") << true;
    QTest::newRow("a choice of several") << QStringLiteral("broken-wire") << true;
    QTest::newRow("questions left out") << QStringLiteral("http") << false;
}

void TestRecordedLesson::opensAsItWasPlayed()
{
    QFETCH(QString, id);
    QFETCH(bool, answers);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pcapng"));
    const QString copy = folder.filePath(QStringLiteral("b.pcapng"));
    const Lesson lesson = findLesson(id)->lesson;
    Classroom classroom(path, answers);
    QVERIFY(classroom.playToTheEnd(lesson));
    const std::shared_ptr<const TrafficLog> log = classroom.engine.log();
    const RecordedLesson live = recordedLesson(*log);
    QCOMPARE(live.steps.size(), classroom.heard.size());
    for (qsizetype i = 0; i < live.steps.size(); ++i) {
        Step expected = classroom.heard.at(i);
        // What is told a little late stands where it was told.
        QVERIFY(live.steps.at(i).atNs >= expected.atNs);
        expected.atNs = live.steps.at(i).atNs;
        QVERIFY2(live.steps.at(i) == expected, QByteArray::number(i));
    }
    QVERIFY(live.steps.size() > lesson.chapters.size());
    QVERIFY(live.lesson && *live.lesson == lesson);
    QVERIFY(live.settings && *live.settings == lesson.settings);
    QCOMPARE(live.endNs, classroom.endNs);
    QVERIFY(log->saveCapture(copy));
    classroom.engine.stop();
    for (const QString &file : {path, copy}) {
        const auto again = opened(file);
        QVERIFY(again);
        QVERIFY(recordedLesson(*again) == live);
        const QString saved = folder.filePath(QStringLiteral("c.pcapng"));
        QVERIFY(again->saveCapture(saved));
        QVERIFY(contents(saved) == contents(file));
    }
}

void TestRecordedLesson::anExperiment()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pcapng"));
    const Lesson lesson = findLesson(QStringLiteral("ajax-polling"))->lesson;
    int myth = 0;
    while (lesson.myths.at(myth).length.count() == 0)
        ++myth;
    {
        Classroom classroom(path, true);
        QVERIFY(classroom.playToTheEnd(lesson.experimentOf(myth)));
        classroom.engine.stop();
    }
    const auto log = opened(path);
    QVERIFY(log);
    const RecordedLesson recorded = recordedLesson(*log);
    QCOMPARE(recorded.myth, myth);
    QVERIFY(*recorded.lesson == lesson);
    QVERIFY(recorded.played() == lesson.experimentOf(myth));
    QCOMPARE(recorded.steps.size(), 1);
    QVERIFY(recorded.endNs);
}

void TestRecordedLesson::withoutALesson()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pcapng"));
    Settings first = unusualSettings();
    first.rate = 1;
    first.plans.clear();
    Settings slower = first;
    slower.pollInterval = 5s;
    {
        Engine engine({.port = 0, .capturePath = path}, Clock::Drive::ByHand);
        engine.start(first);
        engine.clock().advance(30ms);
        engine.apply(slower);
        engine.clock().advance(30ms);
        engine.setRate(2);
        engine.stop();
    }
    const auto log = opened(path);
    QVERIFY(log);
    const RecordedLesson recorded = recordedLesson(*log);
    QVERIFY(!recorded.lesson && recorded.steps.isEmpty() && !recorded.endNs);
    QVERIFY(*recorded.settings == first);
    QCOMPARE(recorded.changes.size(), 2);
    QCOMPARE(Nanoseconds(recorded.changes.at(0).atNs), Nanoseconds(30ms));
    QVERIFY(recorded.changes.at(0).settings == slower);
    QCOMPARE(Nanoseconds(recorded.changes.at(1).atNs), Nanoseconds(60ms));
    QCOMPARE(recorded.changes.at(1).settings.rate, 2.0);
}

void TestRecordedLesson::nothingIsKeptAfterTheEnd()
{
    Engine engine({.port = 0}, Clock::Drive::ByHand);
    engine.start(Settings());
    engine.stop();
    const std::shared_ptr<const TrafficLog> log = engine.log();
    const size_t count = log->marks().size();
    engine.setRate(2);
    QCOMPARE(log->marks().size(), count);
}

void TestRecordedLesson::whatOthersRecorded()
{
    const auto log = *TrafficLog::create(0);
    QVERIFY(recordedLesson(*log) == RecordedLesson());
    for (const char *text : {"", "{", "[]", "7", "{\"mark\":7}", "{\"mark\":\"moon\"}",
                             "{\"mark\":\"settings\"}", "{\"mark\":\"chapter\",\"index\":-1}", "\xff\xfe"})
        QVERIFY(log->mark({.text = text}));
    QVERIFY(recordedLesson(*log) == RecordedLesson());
}

void TestRecordedLesson::marksThatMakeNoSense_data()
{
    using Marks = QList<LessonMark>;
    using Kind = LessonMark::Kind;
    QTest::addColumn<Marks>("marks");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("answers");
    QTest::addColumn<bool>("isOver");
    const LessonMark chapter {.kind = Kind::Chapter, .index = 0};
    const LessonMark question {.kind = Kind::Question, .index = 0};
    const LessonMark answer {.kind = Kind::Answer, .index = 0, .given = {.chosen = {1}}};
    const LessonMark end {.kind = Kind::End};
    QTest::newRow("as it should be") << Marks {chapter, question, answer, end} << 2 << 1 << true;
    QTest::newRow("a chapter that there is not")
        << Marks {{.kind = Kind::Chapter, .index = 2}} << 0 << 0 << false;
    QTest::newRow("a chapter before its turn")
        << Marks {{.kind = Kind::Chapter, .index = 1}} << 0 << 0 << false;
    QTest::newRow("a chapter twice") << Marks {chapter, chapter} << 1 << 0 << false;
    QTest::newRow("a question that there is not")
        << Marks {{.kind = Kind::Question, .index = 3}} << 0 << 0 << false;
    QTest::newRow("a question twice") << Marks {question, question} << 1 << 0 << false;
    QTest::newRow("an answer to nothing") << Marks {answer} << 0 << 0 << false;
    QTest::newRow("answered twice") << Marks {question, answer, answer} << 1 << 1 << false;
    QTest::newRow("an answer that there is not")
        << Marks {question, {.kind = Kind::Answer, .index = 0, .given = {.chosen = {2}}}} << 1 << 0 << false;
    QTest::newRow("two where one is to be chosen")
        << Marks {question, {.kind = Kind::Answer, .index = 0, .given = {.chosen = {0, 1}}}} << 1 << 0
        << false;
    QTest::newRow("a guess where one chooses")
        << Marks {question, {.kind = Kind::Answer, .index = 0, .given = {.guess = 1}}} << 1 << 0 << false;
    QTest::newRow("nothing guessed") << Marks {{.kind = Kind::Question, .index = 1},
                                               {.kind = Kind::Answer, .index = 1}}
                                     << 1 << 0 << false;
    QTest::newRow("after the end") << Marks {chapter, end, question} << 1 << 0 << true;
    QTest::newRow("back in time") << Marks {{.kind = Kind::Chapter, .atNs = 5}, question} << 1 << 0 << false;
    QTest::newRow("another lesson") << Marks {{.kind = Kind::Lesson, .source = {.text = "title: B"}}, chapter}
                                    << 1 << 0 << false;
}

void TestRecordedLesson::marksThatMakeNoSense()
{
    QFETCH(QList<LessonMark>, marks);
    QFETCH(int, steps);
    QFETCH(int, answers);
    QFETCH(bool, isOver);
    const LessonSource source {.name = QStringLiteral("a.lesson.yaml"),
                               .text
                               = "title: A\nchapters:\n  - {when: start, title: One}\n"
                                 "  - {when: at 1s, title: Two}\nquestions:\n"
                                 "  - {when: start, ask: Which, answers: [{text: This, right: true}, {text: "
                                 "That}]}\n"
                                 "  - {when: start, ask: How many, guess: {right: 7}}\n"};
    const auto log = *TrafficLog::create(0);
    // Without a lesson there is nothing to begin.
    log->mark(logMarkOf({.kind = LessonMark::Kind::Chapter}));
    log->mark(logMarkOf({.kind = LessonMark::Kind::Lesson, .source = {.text = "no lesson"}}));
    LessonSource unknownMyth = source;
    unknownMyth.myth = 0;
    log->mark(logMarkOf({.kind = LessonMark::Kind::Lesson, .source = unknownMyth}));
    log->mark(logMarkOf({.kind = LessonMark::Kind::Lesson, .source = source}));
    for (const LessonMark &mark : marks)
        log->mark(logMarkOf(mark));
    const RecordedLesson recorded = recordedLesson(*log);
    QVERIFY(recorded.lesson && recorded.lesson->source == source);
    QCOMPARE(int(recorded.steps.size()), steps);
    QCOMPARE(
        int(std::ranges::count_if(recorded.steps, [](const Step &each) { return each.given.has_value(); })),
        answers);
    QCOMPARE(recorded.endNs.has_value(), isOver);
}

QTEST_GUILESS_MAIN(TestRecordedLesson)
#include "tst_recordedlesson.moc"
