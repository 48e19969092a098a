// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"
#include "app/lesson/explanation.h"
#include "tests/lesson/explanationstory.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <span>
#include <vector>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Ms = ExplanationStory::Ms;

qsizetype sentencesIn(const QString &text)
{
    static const QRegularExpression sentenceEnd(QStringLiteral("[.!?](?= [A-Z0-9]|$)"));
    return text.count(sentenceEnd);
}

// What is wrong with the form of an explanation; empty when nothing is.
QString fault(const Explanation &explanation)
{
    if (explanation.title.isEmpty() || explanation.title.endsWith(u'.'))
        return QStringLiteral("the title");
    const qsizetype sentences = sentencesIn(explanation.text);
    if (sentences < 2 || sentences > 4)
        return QStringLiteral("the number of sentences, %1").arg(sentences);
    static const QRegularExpression placeholder(QStringLiteral("%[n0-9]"));
    if (explanation.text.contains(placeholder) || explanation.title.contains(placeholder))
        return QStringLiteral("a placeholder");
    static const QRegularExpression section(
        QStringLiteral("^((RFC \\d{4}|WHATWG HTML), \\d+(\\.\\d+)*( and \\d+(\\.\\d+)*)*(; |$))*$"));
    if (!section.match(explanation.specification).hasMatch())
        return QStringLiteral("the specification");
    return {};
}

QString bytesText(qint64 count)
{
    return QStringLiteral("%1 byte(s)").arg(count);
}

bool namesItsCost(const Explanation &explanation, const Record &record)
{
    return record.wireBytes > 0
        ? explanation.text.contains(bytesText(record.wireBytes))
        : explanation.text.contains(QStringLiteral("no bytes")) || explanation.text.contains(bytesText(0));
}

} // namespace

class TestExplanation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingInALiveRun_data();
    void everythingInALiveRun();
    void everyKindWithEveryFlag_data();
    void everyKindWithEveryFlag();
    void everyStatusHasItsSection_data();
    void everyStatusHasItsSection();
    void everyThingOnTheDiagram();

private:
    static bool playUntil(Engine &engine, const std::function<bool()> &condition);
    static Record variant(MessageKind kind, int index, RecordFlag flags);
    static void checkForm(ExplanationStory &story, const Record &record);
    static void checkRecounted(const TrafficLog &log, RecordNumber number, const Explanation &explanation);
};

bool TestExplanation::playUntil(Engine &engine, const std::function<bool()> &condition)
{
    return QTest::qWaitFor(
        [&] {
            if (condition())
                return true;
            engine.clock().advance(20ms);
            return false;
        },
        60000);
}

// Counts through the whole journal what the explanation found by looking back.
void TestExplanation::checkRecounted(const TrafficLog &log, RecordNumber number,
                                     const Explanation &explanation)
{
    const Journal &journal = log.journal();
    const Record record = journal.at(number);
    const quint32 client = journal.connection(record.connection).client;
    int emptyInRow = 0;
    int requests = 0;
    for (RecordNumber each = 1; each <= number; ++each) {
        const Record other = journal.at(each);
        if (other.technique != record.technique || journal.connection(other.connection).client != client)
            continue;
        requests += other.kind == MessageKind::Request ? 1 : 0;
        if (other.isEmptyResponse())
            ++emptyInRow;
        else if (other.eventCount > 0 && other.direction == Direction::ServerToClient)
            emptyInRow = 0;
    }
    if (record.isEmptyResponse() && emptyInRow > 1)
        QVERIFY2(explanation.text.contains(QStringLiteral("number %1 in a row").arg(emptyInRow)),
                 qPrintable(explanation.text));
    static const QRegularExpression ordinal(QStringLiteral("poll number (\\d+)"));
    const QRegularExpressionMatch match = ordinal.match(explanation.text);
    if (match.hasMatch())
        QCOMPARE(match.captured(1).toInt(), requests);
}

void TestExplanation::everythingInALiveRun_data()
{
    QTest::addColumn<bool>("portions");
    QTest::addColumn<int>("emptyAnswer");
    QTest::addColumn<QStringList>("titles");
    const QStringList always {QStringLiteral("A connection opens"),
                              QStringLiteral("A connection closes"),
                              QStringLiteral("A poll: is there news?"),
                              QStringLiteral("A long poll: call me when there is news"),
                              QStringLiteral("A subscription to a stream"),
                              QStringLiteral("The handshake: may we change over?"),
                              QStringLiteral("The handshake is granted"),
                              QStringLiteral("A request"),
                              QStringLiteral("An answer"),
                              QStringLiteral("An answer with news"),
                              QStringLiteral("An empty answer"),
                              QStringLiteral("The stream begins"),
                              QStringLiteral("When to come back"),
                              QStringLiteral("A pushed event"),
                              QStringLiteral("A heartbeat"),
                              QStringLiteral("A WebSocket frame"),
                              QStringLiteral("A ping: are you there?"),
                              QStringLiteral("A pong: I am here"),
                              QStringLiteral("The WebSocket closes")};
    const QStringList portions {QStringLiteral("The head of an answer in portions"),
                                QStringLiteral("A portion with news"), QStringLiteral("The last portion")};
    QTest::newRow("204") << false << int(EmptyAnswerKind::NoContent) << always;
    QTest::newRow("304") << false << int(EmptyAnswerKind::NotModified) << always;
    QTest::newRow("an empty list") << false << int(EmptyAnswerKind::EmptyArray) << always;
    QTest::newRow("answers in portions") << true << int(EmptyAnswerKind::NoContent) << always + portions;
}

void TestExplanation::everythingInALiveRun()
{
    QFETCH(bool, portions);
    QFETCH(int, emptyAnswer);
    QFETCH(QStringList, titles);
    Engine engine({.port = 0}, Clock::Drive::ByHand);
    Settings settings;
    settings.link.latency = 15ms;
    settings.publish = {PublishPlan::Kind::EveryInterval, 900ms};
    settings.pollInterval = 200ms;
    settings.longPollTimeout = 300ms;
    settings.heartbeat = 400ms;
    settings.talkBack = 1100ms;
    settings.longPollPortions = portions;
    settings.emptyAnswer = EmptyAnswerKind(emptyAnswer);
    settings.clients.fill(true);
    engine.start(settings);
    QVERIFY(engine.log());
    QVERIFY(playUntil(engine, [&] { return engine.clock().now() >= 4s; }));
    QSignalSpy woundDown(&engine, &Engine::woundDown);
    engine.windDown();
    QVERIFY(playUntil(engine, [&] { return !woundDown.isEmpty(); }));

    const TrafficLog &log = *engine.log();
    QSet<QString> seen;
    for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
        const Explanation explanation = explain(log, number);
        const Record record = log.journal().at(number);
        QVERIFY2(fault(explanation).isEmpty(), qPrintable(fault(explanation) + u' ' + explanation.text));
        QVERIFY2(namesItsCost(explanation, record), qPrintable(explanation.text));
        if (record.kind != MessageKind::Opaque)
            QVERIFY2(!explanation.specification.isEmpty(), qPrintable(explanation.title));
        for (const qint64 id : log.journal().eventIds(number)) {
            if (log.journal().eventIds(number).size() <= 2 && record.direction == Direction::ServerToClient)
                QVERIFY2(explanation.text.contains(QString::number(id)), qPrintable(explanation.text));
        }
        checkRecounted(log, number, explanation);
        if (QTest::currentTestFailed())
            return;
        seen.insert(explanation.title);
    }
    for (const QString &title : titles)
        QVERIFY2(seen.contains(title), qPrintable(title));
}

void TestExplanation::everyKindWithEveryFlag_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(MessageKind::Opaque); ++kind)
        QTest::newRow(kindName(MessageKind(kind))) << kind;
}

// One of the ways to fill a record's other fields, from 0 on.
Record TestExplanation::variant(MessageKind kind, int index, RecordFlag flags)
{
    Record record;
    record.kind = kind;
    record.flags = flags;
    record.technique = Technique(index / 8);
    record.direction = Direction(index % 2);
    record.connection = 1;
    record.exchange = (index & 4) != 0 ? 2 : 0;
    record.departedNs = 40 * Ms;
    record.arrivedNs = record.has(RecordFlag::Cut) ? Record::NotArrived : 50 * Ms;
    const bool isSilent
        = kind == MessageKind::Open || kind == MessageKind::Close || kind == MessageKind::Fault;
    if (!isSilent) {
        record.wireBytes = 77;
        record.payloadBytes = (index & 2) != 0 ? 12 : 0;
    }
    return record;
}

void TestExplanation::checkForm(ExplanationStory &story, const Record &record)
{
    const std::array<qint64, 2> ids {4, 7};
    const RecordNumber number = story.add(
        record, record.payloadBytes > 0 ? std::span<const qint64>(ids) : std::span<const qint64>());
    const Explanation explanation = explain(*story.log, number);
    const QString problem = fault(explanation);
    QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + explanation.text));
    QVERIFY2(namesItsCost(explanation, record), qPrintable(explanation.text));
    const bool isStandard = record.kind != MessageKind::Opaque && record.kind != MessageKind::Fault;
    QCOMPARE(explanation.specification.isEmpty(), !isStandard);
    QCOMPARE(explanation.text.contains(QStringLiteral("never arrived")), record.has(RecordFlag::Cut));
}

void TestExplanation::everyKindWithEveryFlag()
{
    QFETCH(int, kind);
    constexpr std::array<quint16, 14> Codes {0, 1, 2, 5, 8, 9, 10, 100, 101, 200, 204, 304, 404, 503};
    // Each pair of the ten flags, a flag with itself and no flag at all.
    std::vector<RecordFlag> sets {RecordFlag::None};
    for (int pair = 0; pair < 100; ++pair)
        sets.push_back(RecordFlag(1 << (pair / 10)) | RecordFlag(1 << (pair % 10)));
    for (const RecordFlag flags : sets) {
        ExplanationStory story;
        story.open(1, QStringLiteral("somebody"));
        story.request(Technique::LongPolling, 20 * Ms, "/events/wait?after=3&timeout=5000");
        for (size_t i = 0; i < Codes.size() * TechniqueCount * 8; ++i) {
            Record record = variant(MessageKind(kind), int(i / Codes.size()), flags);
            record.code = Codes.at(i % Codes.size());
            checkForm(story, record);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestExplanation::everyStatusHasItsSection_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("section");
    const auto row = [](int status, const char *section) {
        QTest::addRow("%d", status) << status << QString::fromLatin1(section);
    };
    row(100, "RFC 9110, 15.2.1");
    row(103, "RFC 9110, 15.2");
    row(200, "RFC 9110, 15.3.1");
    row(201, "RFC 9110, 15.3.2");
    row(206, "RFC 9110, 15.3.7");
    row(301, "RFC 9110, 15.4.2");
    row(308, "RFC 9110, 15.4.9");
    row(400, "RFC 9110, 15.5.1");
    row(404, "RFC 9110, 15.5.5");
    row(405, "RFC 9110, 15.5.6");
    row(413, "RFC 9110, 15.5.14");
    row(421, "RFC 9110, 15.5.20");
    row(422, "RFC 9110, 15.5.21");
    row(426, "RFC 9110, 15.5.22");
    row(429, "RFC 6585, 4");
    row(431, "RFC 6585, 5");
    row(451, "RFC 9110, 15.5");
    row(500, "RFC 9110, 15.6.1");
    row(503, "RFC 9110, 15.6.4");
    row(505, "RFC 9110, 15.6.6");
    row(511, "RFC 9110, 15.6");
    row(777, "RFC 9110, 15");
}

void TestExplanation::everyStatusHasItsSection()
{
    QFETCH(int, status);
    QFETCH(QString, section);
    ExplanationStory story;
    story.open(1, QStringLiteral("curl-1"));
    const RecordNumber request = story.request(Technique::Http, 20 * Ms, "/");
    const RecordNumber answer = story.answer(request, quint16(status), 40 * Ms);
    QCOMPARE(explain(*story.log, answer).specification, section);
    QVERIFY(explain(*story.log, answer).text.contains(QString::number(status)));
}

void TestExplanation::everyThingOnTheDiagram()
{
    QSet<QString> titles;
    for (int thing = 0; thing < DiagramThingCount; ++thing) {
        const Explanation explanation = explain(DiagramThing(thing));
        QVERIFY2(fault(explanation).isEmpty(), qPrintable(fault(explanation) + u' ' + explanation.text));
        titles.insert(explanation.title);
    }
    QCOMPARE(int(titles.size()), DiagramThingCount);
    QCOMPARE(explain(DiagramThing::HeartbeatLine).specification, QStringLiteral("WHATWG HTML, 9.2.7"));
    QCOMPARE(explain(DiagramThing::NowLine).title, QStringLiteral("Now"));
}

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
