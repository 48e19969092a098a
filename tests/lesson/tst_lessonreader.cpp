// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonlibrary.h"
#include "app/lesson/lessonreader.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

using namespace std::chrono_literals;

namespace {

// Every word that a lesson may hold.
const char *const Full = R"(id: all-words
title: {en: All words, ru: Все слова}
summary: Two sentences. Here.
level: advanced
minutes: 12
order: 3
seed: 42
rate: 0.5
link: {latency: 300ms, bandwidth: 2Mbit, jitter: 20ms}
clients:
  - kind: ajax-polling
    count: 2
    interval: 2s
    fresh connection: true
  - kind: long-polling
    timeout: 4s
    portions: true
    starts: false
  - kind: event-stream
    count: 7
    same browser: true
  - kind: websocket
    frame size: 64
server:
  timeout: 8s
  heartbeat: 4s
  retry: 1s
  log: 50
  empty answer: not modified
publish: {every: 2s}
idle cut: 10s
script:
  - at: 1s
    publish: tea
    type: kitchen
  - when: first empty response
    send: hello
    from: websocket-1
  - at: 2s
    start: long-polling-1
  - at: 3s
    stop: ajax-polling
  - at: 4s
    cut: all
    silently: true
  - at: 5s
    set:
      interval: 5s
      timeout: 6s
      heartbeat: 7s
      retry: 8s
      empty answer: empty list
      portions: true
      link: lan
      publish: {at random: 3s}
      idle cut: 9s
      rate: 2
  - at: 6s
    pause: true
chapters:
  - id: begin
    when: start
    title: Begin
    text: Costs {{ajax-polling.requests}}.
    pause: true
  - when: 2nd request of ajax-polling-2 delivered
    title: {en: Then}
    show: first opening of ajax-polling-2
questions:
  - id: which
    when: event 3 published
    ask: Which?
    choose: several
    answers:
      - {text: This, right: true, because: It is.}
      - {text: That, because: It is not.}
  - id: how-many
    when: at 2s
    ask: How many?
    guess: {right: ajax-polling.requests, within: 2, unit: requests}
    because: Counted.
myths:
  - claim: It is so.
    verdict: partly
    because: It is otherwise.
    try:
      clients: [{kind: http}]
      server: {timeout: 3s}
      link: mobile
      publish: by hand
      idle cut: 3s
      script: [{at: 1s, publish: x}]
      for: 10s
end: at 30s
closing: Over after {{ajax-polling-1.wireBytes}}.
)";

QByteArray lesson(const char *more)
{
    return QByteArrayLiteral(
               "title: T\nclients: [{kind: ajax-polling}]\nchapters: [{when: start, title: C}]\n")
        + more;
}

QString sentences(const LessonReading &reading)
{
    QString all;
    for (const Error &fault : reading.faults)
        all += faultLine(QStringLiteral("f"), fault) + u'\n';
    return all;
}

} // namespace

class TestLessonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryWord();
    void fallsBackToOtherLanguages();
    void takesItsIdFromTheFile();
    void namesEveryMisspeltWord_data();
    void namesEveryMisspeltWord();
    void namesEveryValueOfTheWrongType_data();
    void namesEveryValueOfTheWrongType();
    void namesFaults_data();
    void namesFaults();
    void survivesAnything_data();
    void survivesAnything();
    void survivesEveryTruncation();
    void saysWhyAFileCannotBeOpened();
    void theSchemaKnowsTheSameWords();
    void everyShippedLessonIsGoodInBothLanguages();
};

void TestLessonReader::readsEveryWord()
{
    const LessonReading reading = readLesson(Full, QStringLiteral("x.lesson.yaml"));
    QVERIFY2(reading.lesson, qPrintable(sentences(reading)));
    const Lesson &read = *reading.lesson;
    QCOMPARE(read.id, QStringLiteral("all-words"));
    QCOMPARE(read.title.in(QStringLiteral("ru_RU")), QStringLiteral("Все слова"));
    QCOMPARE(read.level, Lesson::Level::Advanced);
    QCOMPARE(read.minutes, 12);
    QCOMPARE(read.order, 3);
    QCOMPARE(read.seed, 42U);
    const Settings &settings = read.settings;
    QCOMPARE(settings.rate, 0.5);
    QVERIFY((settings.link
             == LinkProfile {.latency = 300ms, .bitsPerSecond = 2'000'000, .jitter = 20ms, .seed = 42}));
    QCOMPARE(settings.plans.size(), 4);
    QVERIFY((settings.plans.at(0)
             == ClientPlan {
                 .technique = Technique::AjaxPolling, .count = 2, .interval = 2s, .freshConnection = true}));
    QVERIFY((settings.plans.at(1)
             == ClientPlan {
                 .technique = Technique::LongPolling, .timeout = 4s, .portions = true, .starts = false}));
    QVERIFY((settings.plans.at(2)
             == ClientPlan {.technique = Technique::EventStream, .count = 7, .sameBrowser = true}));
    QVERIFY((settings.plans.at(3) == ClientPlan {.technique = Technique::WebSocket, .frameSize = 64}));
    QVERIFY((settings.clients == std::array<bool, TechniqueCount> {false, true, true, true, true}));
    QVERIFY(settings.longPollTimeout == 8s && settings.heartbeat == 4s && settings.retry == 1s
            && settings.logSize == 50);
    QCOMPARE(settings.emptyAnswer, EmptyAnswerKind::NotModified);
    QVERIFY((settings.publish == PublishPlan {PublishPlan::Kind::EveryInterval, 2s}));
    QVERIFY(settings.idleCut == 10s);

    QCOMPARE(read.script.size(), 7);
    QCOMPARE(read.script.at(0).data, QByteArray("tea"));
    QCOMPARE(read.script.at(0).eventType, QByteArray("kitchen"));
    QCOMPARE(read.script.at(1).client, QStringLiteral("websocket-1"));
    QVERIFY((read.script.at(1).moment
             == Moment {.kind = Moment::Kind::Message, .choice = MessageChoice::EmptyResponse}));
    QCOMPARE(read.script.at(3).kind, LessonAction::Kind::StopClient);
    QVERIFY(read.script.at(4).silently);
    const Settings changed = read.script.at(5).patch.appliedTo(settings);
    QVERIFY(changed.pollInterval == 5s && changed.longPollTimeout == 6s && changed.heartbeat == 7s
            && changed.retry == 8s);
    QVERIFY(changed.link.latency == 500us && changed.link.seed == 42);
    QVERIFY(!changed.plans.at(0).interval && changed.idleCut == 9s && changed.rate == 2.0);

    QCOMPARE(read.chapters.size(), 2);
    QVERIFY(read.chapters.at(0).pauses);
    QVERIFY((read.chapters.at(1).moment
             == Moment {.kind = Moment::Kind::Message,
                        .ordinal = 2,
                        .choice = MessageChoice::Request,
                        .delivered = true,
                        .client = QStringLiteral("ajax-polling-2")}));
    QVERIFY(read.chapters.at(1).show);
    QCOMPARE(read.questions.size(), 2);
    QCOMPARE(read.questions.at(0).kind, LessonQuestion::Kind::ChooseSeveral);
    QVERIFY(read.questions.at(0).answers.at(0).right && !read.questions.at(0).answers.at(1).right);
    QCOMPARE(std::get<QString>(read.questions.at(1).truth), QStringLiteral("ajax-polling.requests"));
    QCOMPARE(read.questions.at(1).within, 2.0);
    QCOMPARE(read.myths.size(), 1);
    QCOMPARE(read.myths.at(0).verdict, LessonMyth::Verdict::Partly);
    QVERIFY(read.myths.at(0).length == 10s && read.myths.at(0).settings.clients[0]
            && !read.myths.at(0).settings.clients[1]);
    QVERIFY(read.end && read.end->time == 30s);
}

void TestLessonReader::fallsBackToOtherLanguages()
{
    LocalizedText text;
    QVERIFY(text.in(QStringLiteral("en")).isEmpty());
    text.add(QStringLiteral("fr"), QStringLiteral("bonjour"));
    QCOMPARE(text.in(QStringLiteral("ru")), QStringLiteral("bonjour"));
    text.add(QStringLiteral("en"), QStringLiteral("hello"));
    QCOMPARE(text.in(QStringLiteral("ru")), QStringLiteral("hello"));
    QCOMPARE(text.in(QStringLiteral("fr_CA")), QStringLiteral("bonjour"));
}

void TestLessonReader::takesItsIdFromTheFile()
{
    QCOMPARE(readLesson(lesson(""), QStringLiteral("/a/My Lesson!.lesson.yaml")).lesson->id,
             QStringLiteral("my-lesson"));
    QCOMPARE(readLesson(lesson("id: other\n"), QStringLiteral("/a/My Lesson!.lesson.yaml")).lesson->id,
             QStringLiteral("other"));
}

// A key is what stands between the line's beginning (or "- ", "{", ", ") and a colon.
static QList<std::pair<qsizetype, QByteArray>> keysOf(const QByteArray &text)
{
    QList<std::pair<qsizetype, QByteArray>> keys;
    static const QRegularExpression Key(QStringLiteral("(?:^|\\{|, |- )(\\s*)([a-z ]+)(?=:[ \\n])"),
                                        QRegularExpression::MultilineOption);
    for (auto each = Key.globalMatch(QString::fromUtf8(text)); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QByteArray key = match.captured(2).trimmed().toLatin1();
        if (key != "en" && key != "ru")
            keys.append({match.capturedEnd(2) - key.size(), key});
    }
    return keys;
}

// The text before is ASCII but for one line at its beginning, so lines are counted in characters.
static int lineOf(const QString &text, qsizetype at)
{
    return int(text.left(at).count(u'\n')) + 1;
}

void TestLessonReader::namesEveryMisspeltWord_data()
{
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<QString>("key");
    const auto keys = keysOf(Full);
    QVERIFY(keys.size() > 80);
    for (qsizetype i = 0; i < keys.size(); ++i)
        QTest::addRow("%d: %s", int(i), keys.at(i).second.constData())
            << keys.at(i).first << QString::fromLatin1(keys.at(i).second);
}

void TestLessonReader::namesEveryMisspeltWord()
{
    QFETCH(const qsizetype, at);
    QFETCH(const QString, key);
    QString text = QString::fromUtf8(Full);
    text.insert(at + key.size(), u'q');
    const LessonReading reading = readLesson(text.toUtf8(), QStringLiteral("f"));
    QVERIFY(!reading.lesson);
    const int line = lineOf(text, at);
    bool named = false;
    for (const Error &fault : reading.faults) {
        QVERIFY(fault.line >= 1 && fault.column >= 1);
        named = named
            || (fault.line == line
                && fault.message.contains(QStringLiteral("\"%1q\" is not known here").arg(key)));
    }
    QVERIFY2(named, qPrintable(sentences(reading)));
    if (key.size() > 2)
        QVERIFY2(sentences(reading).contains(QStringLiteral("did you mean \"")),
                 qPrintable(sentences(reading)));
}

void TestLessonReader::namesEveryValueOfTheWrongType_data()
{
    namesEveryMisspeltWord_data();
}

void TestLessonReader::namesEveryValueOfTheWrongType()
{
    QFETCH(const qsizetype, at);
    QFETCH(const QString, key);
    // What is replaced: the rest of the line, or, within braces, up to the comma; a block's lines are left,
    // and then the file is no YAML any more, which is a fault too.
    static const QRegularExpression inBraces(QStringLiteral("[,}]"));
    QString text = QString::fromUtf8(Full);
    const qsizetype from = at + key.size() + 1;
    qsizetype end = text.indexOf(u'\n', from);
    if (text.mid(text.lastIndexOf(u'\n', at) + 1, at).contains(u'{')
        && text.at(from - key.size() - 2) != u'\n')
        end = std::min(end, text.indexOf(inBraces, from));
    text.replace(from, end - from, QStringLiteral(" [[wrong]]"));
    const LessonReading reading = readLesson(text.toUtf8(), QStringLiteral("f"));
    QVERIFY2(!reading.lesson, qPrintable(text.mid(from - 20, 60)));
    QVERIFY(!reading.faults.isEmpty());
    for (const Error &fault : reading.faults) {
        QVERIFY(fault.line >= 1 && fault.column >= 1);
        QVERIFY(!fault.message.isEmpty() && !fault.message.contains(QStringLiteral("%1")));
    }
}

void TestLessonReader::namesFaults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QByteArray &text, int line, int column, const char *part) {
        QTest::newRow(name) << text << line << column << QString::fromLatin1(part);
    };
    row("no title", "chapters: [{when: start, title: C}]\n", 1, 1, "\"title\" is missing");
    row("no chapters", "title: T\n", 1, 1, "\"chapters\" is missing");
    row("no chapter in it", "title: T\nchapters: []\n", 2, 11, "at least one chapter");
    row("a word twice", lesson("seed: 1\nseed: 2\n"), 5, 1, "stands twice");
    row("not a map", "- a\n- b\n", 1, 1, "a list");
    row("a text alone", "hello\n", 1, 1, "Expected");
    row("an empty file", "", 1, 1, "nothing");
    row("a level that is none", lesson("level: expert\n"), 4, 8, "there are beginner");
    row("a rate too fast", lesson("rate: 21\n"), 4, 7, "from 0.02 to 20");
    row("a rate that is no number", lesson("rate: fast\n"), 4, 7, "a number");
    row("minutes below one", lesson("minutes: 0\n"), 4, 10, "from 1 to 600");
    row("a link that is none", lesson("link: satelite\n"), 4, 7, "did you mean \"satellite\"");
    row("a time without a unit it knows", lesson("link: {latency: 3 parsecs}\n"), 4, 17, "length of time");
    row("a time longer than a day", lesson("end: at 1h\nidle cut: 25h\n"), 5, 11, "longer than a day");
    row("a bandwidth that is none", lesson("link: {bandwidth: wide}\n"), 4, 19, "bandwidth");
    row("too many clients",
        "title: T\nclients: [{kind: http, count: 501}]\nchapters: [{when: start, title: C}]\n", 2, 31,
        "from 1 to 500");
    row("a client without a kind", "title: T\nclients: [{count: 1}]\nchapters: [{when: start, title: C}]\n",
        2, 11, "\"kind\" is missing");
    row("both ways of publishing", lesson("publish: {every: 2s, at random: 3s}\n"), 4, 10, "either");
    row("no way of publishing", lesson("publish: sometimes\n"), 4, 10, "not known here");
    row("an action without a moment", lesson("script: [{publish: x}]\n"), 4, 10, "its moment");
    row("an action with two moments", lesson("script: [{at: 1s, when: start, publish: x}]\n"), 4, 10,
        "its moment");
    row("an action that does nothing", lesson("script: [{at: 1s}]\n"), 4, 10, "does one thing");
    row("an action that does two things", lesson("script: [{at: 1s, publish: x, pause: true}]\n"), 4, 10,
        "does one thing");
    row("a range that ends behind the last client", lesson("script: [{at: 1s, stop: ajax-polling-1..3}]\n"),
        4, 25, "\"ajax-polling-3\" is not known");
    row("a client that is none", lesson("script: [{at: 1s, stop: ajax-polling-2}]\n"), 4, 25, "did you mean");
    row("who sends is missing", lesson("script: [{at: 1s, send: x}]\n"), 4, 10, "\"from\" is missing");
    row("everybody cannot send", lesson("script: [{at: 1s, send: x, from: all}]\n"), 4, 34, "not known here");
    row("a moment that breaks off", lesson("end: at\n"), 4, 8, "breaks off");
    row("a moment that goes on", lesson("end: at 3s sharp\n"), 4, 12, "complete before");
    row("a kind of message that is none", lesson("end: second requst\n"), 4, 13, "did you mean \"request\"");
    row("half a kind of message", lesson("end: first empty requst\n"), 4, 18, "not known here");
    row("an event without a number", lesson("end: event published\n"), 4, 12, "number");
    row("an event that does nothing", lesson("end: event 3 publised\n"), 4, 14, "did you mean \"published\"");
    row("nobody's message", lesson("end: first request of ajax-poling-1\n"), 4, 6,
        "did you mean \"ajax-polling-1\"");
    row("a filter that is none", lesson("end: first response where bites>5\n"), 4, 27, "bites");
    row("after, where no chapter was", lesson("end: after 3s\n"), 4, 6, "write \"at\"");
    row("a figure that is none", lesson("closing: '{{ajax-polling.request}}'\n"), 4, 10,
        "did you mean \"requests\"");
    row("whose figure", lesson("closing: '{{nobody.requests}}'\n"), 4, 10, "names no figure");
    row("one answer only", lesson("questions: [{when: start, ask: Q, answers: [{text: A, right: true}]}]\n"),
        4, 44, "two answers");
    row("no right answer", lesson("questions: [{when: start, ask: Q, answers: [{text: A}, {text: B}]}]\n"), 4,
        44, "Exactly one");
    row("nothing to answer", lesson("questions: [{when: start, ask: Q}]\n"), 4, 13, "either \"answers\"");
    row("two questions of one name",
        lesson("questions: [{id: a, when: start, ask: Q, guess: {right: 1}}, {id: a, when: start, ask: Q, "
               "guess: {right: 1}}]\n"),
        4, 67, "already");
    row("a myth without a verdict", lesson("myths: [{claim: C, because: B}]\n"), 4, 9,
        "\"verdict\" is missing");
    row("a myth that may be", lesson("myths: [{claim: C, verdict: maybe, because: B}]\n"), 4, 29,
        "not known here");
    row("a language that is none", lesson("summary: {1: x}\n"), 4, 11, "language's code");
    row("a text that is a list", lesson("summary: {en: [x]}\n"), 4, 15, "a text");
    row("an id with a space", lesson("id: two words\n"), 4, 5, "small letters");
    row("an open quote", "title: \"never closed\nchapters: [{when: start, title: C}]\n", 1, 1,
        "\"chapters\" is missing");
    row("a tab", lesson("server:\n\tretry: 1s\n"), 5, 7, "a tab");
    row("an anchor that was never set", lesson("summary: *nothing\n"), 4, 10, "anchor");
    row("a colon too many", lesson("summary: a: b: c\n"), 4, 11, "YAML");
    row("a shown moment that is no message", "title: T\nchapters: [{when: start, title: C, show: at 3s}]\n",
        2, 42, "names a message");
    row("a type on two lines", lesson("script: [{at: 1s, publish: x, type: \"a\\nb\"}]\n"), 4, 37,
        "one line");
    row("a frame of nothing",
        "title: T\nclients: [{kind: websocket, frame size: 0}]\nchapters: [{when: start, title: C}]\n", 2, 41,
        "from 1 on");
}

void TestLessonReader::namesFaults()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const int, column);
    QFETCH(const QString, part);
    const LessonReading reading = readLesson(text, QStringLiteral("f"));
    QVERIFY(!reading.lesson);
    const QString all = sentences(reading);
    QVERIFY2(all.contains(part), qPrintable(all));
    const bool isThere = std::ranges::any_of(reading.faults, [&](const Error &fault) {
        return fault.message.contains(part) && fault.line == line && fault.column == column;
    });
    QVERIFY2(isThere, qPrintable(all));
}

void TestLessonReader::survivesAnything_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("10 MB") << QByteArray(10 * 1024 * 1024, 'a');
    QTest::newRow("1 MB of one word") << QByteArray(LongestLesson, 'a');
    QTest::newRow("1 MB of keys") << QByteArray("a: b\n").repeated(LongestLesson / 5);
    QTest::newRow("nested lists") << QByteArray(100'000, '[');
    QTest::newRow("nested maps") << QByteArray("{a: ").repeated(100'000);
    QTest::newRow("nested blocks") << QByteArray("- ").repeated(100'000);
    QByteArray binary;
    for (int i = 0; i < 5000; ++i)
        binary += char(i * 7919 % 251);
    QTest::newRow("binary junk") << binary;
    QTest::newRow("no UTF-8") << QByteArray("title: \xff\xfe\n");
    QTest::newRow("NUL") << QByteArray("title: a\0b\n", 11);
    QTest::newRow("a list that holds itself") << QByteArray("&a [*a]\n");
    QTest::newRow("a map that holds itself") << QByteArray("&a\ntitle: *a\nchapters: *a\nclients: [*a]\n");
    QTest::newRow("two that hold each other") << QByteArray("title: &a [&b [*a, *b]]\n");
    QByteArray laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 20; ++i)
        laughs += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
            + QByteArray("*a" + QByteArray::number(i - 1) + ",").repeated(9) + "]\n";
    QTest::newRow("a billion laughs") << laughs + "title: *a19\nchapters: *a19\n";
    QTest::newRow("two documents") << QByteArray("title: T\n---\ntitle: U\n");
    QTest::newRow("tags") << QByteArray("title: !!binary abc\nchapters: !foo [1]\n");
    QTest::newRow("anchors only") << QByteArray("&a ").repeated(1000);
    QTest::newRow("question marks") << QByteArray("? ").repeated(10'000);
    QTest::newRow("a merge key") << QByteArray("<<: {title: T}\n");
}

void TestLessonReader::survivesAnything()
{
    QFETCH(const QByteArray, text);
    const LessonReading reading = readLesson(text, QStringLiteral("f"));
    QVERIFY(!reading.lesson);
    QVERIFY(!reading.faults.isEmpty());
    QVERIFY(reading.faults.size() <= 100);
    for (const Error &fault : reading.faults)
        QVERIFY(fault.line >= 1 && fault.column >= 1 && fault.message.size() < 400);
}

void TestLessonReader::survivesEveryTruncation()
{
    const QByteArray full(Full);
    for (qsizetype length = 0; length < full.size(); length += 3) {
        const LessonReading reading = readLesson(full.left(length), QStringLiteral("f"));
        QVERIFY(bool(reading.lesson) == reading.faults.isEmpty());
    }
}

void TestLessonReader::saysWhyAFileCannotBeOpened()
{
    const QTemporaryDir folder;
    const LessonReading missing = readLessonFile(folder.filePath(QStringLiteral("none.lesson.yaml")));
    QVERIFY(!missing.lesson);
    QCOMPARE(missing.faults.size(), 1);
    QVERIFY(missing.faults.front().message.contains(QStringLiteral("cannot be opened")));
    QVERIFY(!readLessonFile(folder.path()).lesson);
}

static void collectWords(const QJsonValue &value, QSet<QString> &words)
{
    const QJsonObject object = value.toObject();
    const QJsonObject properties = object.value(u"properties").toObject();
    for (auto each = properties.begin(); each != properties.end(); ++each)
        words.insert(each.key());
    for (const auto &each : object)
        collectWords(each, words);
    const QJsonArray values = value.toArray();
    for (const auto &each : values)
        collectWords(each, words);
}

void TestLessonReader::theSchemaKnowsTheSameWords()
{
    QFile file(QStringLiteral(WIRETALE_SOURCE_DIR "/resources/lessons/lesson.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonDocument schema = QJsonDocument::fromJson(file.readAll());
    QVERIFY(schema.isObject());
    QSet<QString> known;
    collectWords(schema.object(), known);
    QSet<QString> read;
    for (const auto &[at, key] : keysOf(Full))
        read.insert(QString::fromLatin1(key));
    QCOMPARE(known.size(), (known | read).size());
    QCOMPARE(read.size(), (known | read).size());
}

void TestLessonReader::everyShippedLessonIsGoodInBothLanguages()
{
    const QDir folder(QStringLiteral(WIRETALE_SOURCE_DIR "/resources/lessons"));
    const QStringList names = folder.entryList({QStringLiteral("*.lesson.yaml")});
    QCOMPARE(shippedLessons().size(), names.size());
    for (const QString &name : names) {
        const LessonReading reading = readLessonFile(folder.filePath(name));
        QVERIFY2(reading.lesson, qPrintable(sentences(reading)));
        QCOMPARE(reading.lesson->id, name.section(u'.', 0, 0));
        QList<LocalizedText> texts {reading.lesson->title, reading.lesson->summary, reading.lesson->closing};
        for (const LessonChapter &chapter : reading.lesson->chapters)
            texts << chapter.title << chapter.text;
        for (const LessonQuestion &question : reading.lesson->questions) {
            texts << question.ask << question.because << question.unit;
            for (const LessonAnswer &answer : question.answers)
                texts << answer.text << answer.because;
        }
        for (const LessonMyth &myth : reading.lesson->myths)
            texts << myth.claim << myth.because;
        for (const LocalizedText &text : texts) {
            const bool isBoth = text.languages() == QStringList {QStringLiteral("en"), QStringLiteral("ru")};
            QVERIFY2(text.isEmpty() || text.languages() == QStringList {QString()} || isBoth,
                     qPrintable(name + QStringLiteral(": ") + text.in(QStringLiteral("en"))));
        }
    }
}

QTEST_GUILESS_MAIN(TestLessonReader)
#include "tst_lessonreader.moc"
