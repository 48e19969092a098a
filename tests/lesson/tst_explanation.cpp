// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"
#include "app/lesson/explanation.h"
#include "app/lesson/explanationfacts.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Ms = 1'000'000;

qsizetype sentencesIn(const QString &text)
{
    static const QRegularExpression End(QStringLiteral("[.!?](?= [A-Z0-9]|$)"));
    return text.count(End);
}

// What is wrong with the form of an explanation; empty when nothing is.
QString fault(const Explanation &explanation)
{
    if (explanation.title.isEmpty() || explanation.title.endsWith(u'.'))
        return QStringLiteral("the title");
    const qsizetype sentences = sentencesIn(explanation.text);
    if (sentences < 2 || sentences > 4)
        return QStringLiteral("the number of sentences, %1").arg(sentences);
    static const QRegularExpression Placeholder(QStringLiteral("%[n0-9]"));
    if (explanation.text.contains(Placeholder) || explanation.title.contains(Placeholder))
        return QStringLiteral("a placeholder");
    static const QRegularExpression Section(
        QStringLiteral("^((RFC \\d{4}|WHATWG HTML), \\d+(\\.\\d+)*( and \\d+(\\.\\d+)*)*(; |$))*$"));
    if (!Section.match(explanation.specification).hasMatch())
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

// A log that is told message after message, each with as many bytes as it says.
class Story
{
public:
    Story()
        : log(TrafficLog::create(0).value())
    {
    }

    RecordNumber add(Record record, std::span<const qint64> ids = {}, const QByteArray &bytes = {})
    {
        QByteArray all = bytes;
        if (all.isEmpty())
            all = QByteArray(qsizetype(record.wireBytes), 'x');
        record.wireBytes = quint32(all.size());
        record.eventCount = quint16(ids.size());
        const RecordNumber number = log->departed(record, all, ids);
        if (record.arrivedNs != Record::NotArrived)
            log->arrived(number, record.arrivedNs);
        return number;
    }

    void open(ConnectionNumber connection, const QString &client, qint64 atNs = 0)
    {
        Record record;
        record.kind = MessageKind::Open;
        record.connection = connection;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        add(record);
        log->named(connection, client);
    }

    RecordNumber request(Technique technique, qint64 atNs, const QByteArray &target,
                         ConnectionNumber connection = 1, const QByteArray &headers = {})
    {
        Record record;
        record.kind = MessageKind::Request;
        record.technique = technique;
        record.code = quint16(HttpMethod::Get);
        record.connection = connection;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        record.flags = RecordFlag::Final | RecordFlag::KeepAlive;
        return add(record, {}, "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    RecordNumber answer(RecordNumber request, quint16 status, qint64 atNs,
                        RecordFlag flags = RecordFlag::None, std::span<const qint64> ids = {})
    {
        const Record asked = log->journal().at(request);
        Record record;
        record.kind = MessageKind::Response;
        record.direction = Direction::ServerToClient;
        record.technique = asked.technique;
        record.code = status;
        record.connection = asked.connection;
        record.exchange = request;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        record.flags = flags | RecordFlag::Final | RecordFlag::KeepAlive;
        record.wireBytes = 64;
        record.payloadBytes = ids.empty() ? 0 : 20;
        return add(record, ids);
    }

    std::shared_ptr<TrafficLog> log;
};

QString textOf(const Story &story, RecordNumber number)
{
    return explain(*story.log, number).text;
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
    void pollsByTheirNumbers();
    void aPollThatWaitedForAnAnswer();
    void longPollsByTheirNumbers();
    void aQuestionThatWasLost();
    void aStreamResumed();
    void whatReplaysAMissedEvent();
    void pingAndPong();
    void howConnectionsComeAndGo();
    void whatBecameOfIt();
    void looksBackOnlySoFar();

private:
    static bool playUntil(Engine &engine, const std::function<bool()> &condition);
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
    static const QRegularExpression Ordinal(QStringLiteral("poll number (\\d+)"));
    const QRegularExpressionMatch match = Ordinal.match(explanation.text);
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

void TestExplanation::everyKindWithEveryFlag()
{
    QFETCH(int, kind);
    constexpr int FlagCount = 10;
    constexpr std::array<quint16, 14> Codes {0, 1, 2, 5, 8, 9, 10, 100, 101, 200, 204, 304, 404, 503};
    const std::array<qint64, 2> ids {4, 7};
    for (int first = -1; first < FlagCount; ++first) {
        for (int second = first; second < FlagCount; ++second) {
            Story story;
            story.open(1, QStringLiteral("somebody"));
            story.request(Technique::LongPolling, 20 * Ms, "/events/wait?after=3&timeout=5000");
            for (const quint16 code : Codes) {
                for (int rest = 0; rest < TechniqueCount * 8; ++rest) {
                    Record record;
                    record.kind = MessageKind(kind);
                    record.technique = Technique(rest / 8);
                    record.direction = Direction(rest % 2);
                    record.code = code;
                    record.connection = 1;
                    record.exchange = (rest & 4) != 0 ? 2 : 0;
                    record.departedNs = 40 * Ms;
                    record.flags
                        = first < 0 ? RecordFlag::None : RecordFlag(1 << first) | RecordFlag(1 << second);
                    record.arrivedNs = record.has(RecordFlag::Cut) ? Record::NotArrived : 50 * Ms;
                    record.wireBytes = 77;
                    record.payloadBytes = (rest & 2) != 0 ? 12 : 0;
                    const bool isSilent = record.kind == MessageKind::Open
                        || record.kind == MessageKind::Close || record.kind == MessageKind::Fault;
                    if (isSilent)
                        record.wireBytes = record.payloadBytes = 0;
                    const std::span<const qint64> carried
                        = record.payloadBytes > 0 ? std::span<const qint64>(ids) : std::span<const qint64>();
                    const RecordNumber number = story.add(record, carried);
                    const Explanation explanation = explain(*story.log, number);
                    const QString problem = fault(explanation);
                    QVERIFY2(problem.isEmpty(), qPrintable(problem + u' ' + explanation.text));
                    QVERIFY2(namesItsCost(explanation, record), qPrintable(explanation.text));
                    const bool isStandard
                        = record.kind != MessageKind::Opaque && record.kind != MessageKind::Fault;
                    QCOMPARE(explanation.specification.isEmpty(), !isStandard);
                    QCOMPARE(explanation.text.contains(QStringLiteral("never arrived")),
                             record.has(RecordFlag::Cut));
                }
            }
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
    Story story;
    story.open(1, QStringLiteral("curl-1"));
    const RecordNumber request = story.request(Technique::Http, 20 * Ms, "/");
    const RecordNumber answer = story.answer(request, quint16(status), 40 * Ms);
    QCOMPARE(explain(*story.log, answer).specification, section);
    QVERIFY(textOf(story, answer).contains(QString::number(status)));
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

void TestExplanation::pollsByTheirNumbers()
{
    Story story;
    story.open(1, QStringLiteral("ajax-polling-1"));
    std::vector<RecordNumber> requests;
    std::vector<RecordNumber> answers;
    for (int i = 0; i < 3; ++i) {
        requests.push_back(story.request(Technique::AjaxPolling, (20 + i * 1000) * Ms, "/events?after=7"));
        answers.push_back(story.answer(requests.back(), 204, (32 + i * 1000) * Ms, RecordFlag::Empty));
    }
    const std::array<qint64, 2> ids {8, 9};
    story.log->eventPublished(8, 2500 * Ms);
    story.log->eventPublished(9, 2900 * Ms);
    requests.push_back(story.request(Technique::AjaxPolling, 3020 * Ms, "/events?after=7"));
    answers.push_back(story.answer(requests.back(), 200, 3031 * Ms, RecordFlag::None, ids));

    QVERIFY(textOf(story, requests[0]).contains(QStringLiteral("first question")));
    QVERIFY(textOf(story, requests[2]).contains(QStringLiteral("the last event it saw is 7.")));
    QVERIFY(textOf(story, requests[2])
                .contains(QStringLiteral(
                    "ran out, 1 s after the poll before; for this client it is poll number 3.")));
    QVERIFY(textOf(story, requests[2]).contains(QStringLiteral("travelled for 10 ms")));
    // 32 bytes ask, 64 answer.
    QCOMPARE(story.log->journal().at(requests[0]).wireBytes, 32U);
    QVERIFY(textOf(story, answers[0]).contains(QStringLiteral("here after 2 ms")));
    QVERIFY(textOf(story, answers[0]).contains(QStringLiteral("with its question, 96 byte(s)")));
    QVERIFY(
        textOf(story, answers[2])
            .contains(QStringLiteral("number 3 in a row for this client, and with their questions they took "
                                     "288 byte(s).")));
    QCOMPARE(explain(*story.log, answers[2]).specification, QStringLiteral("RFC 9110, 15.3.5"));
    // Published at 2.5 s; the poll came to the server at 3.03 s and its answer to the client at 3.041 s.
    QVERIFY(textOf(story, answers[3]).contains(QStringLiteral("2 event(s) at once, 8, 9.")));
    QVERIFY(textOf(story, answers[3]).contains(QStringLiteral("had waited 530 ms at the server")));
    QVERIFY(textOf(story, answers[3])
                .contains(QStringLiteral(
                    "64 byte(s) on the wire, of which 20 byte(s) are the news itself, and 541 ms")));
}

void TestExplanation::aPollThatWaitedForAnAnswer()
{
    Story story;
    story.open(1, QStringLiteral("ajax-polling-1"));
    const RecordNumber first = story.request(Technique::AjaxPolling, 20 * Ms, "/events?after=0");
    story.answer(first, 204, 1510 * Ms, RecordFlag::Empty);
    const RecordNumber second = story.request(Technique::AjaxPolling, 1520 * Ms, "/events?after=0");
    QVERIFY(textOf(story, second).contains(QStringLiteral("came only now, 1.5 s after that poll.")));
}

void TestExplanation::longPollsByTheirNumbers()
{
    Story story;
    story.open(1, QStringLiteral("long-polling-1"));
    const RecordNumber first
        = story.request(Technique::LongPolling, 20 * Ms, "/events/wait?after=3&timeout=5000");
    QVERIFY(textOf(story, first)
                .contains(QStringLiteral("after event 3, and the server may hold the question for up "
                                         "to 5 s.")));
    const RecordNumber ranOut = story.answer(first, 204, 5030 * Ms, RecordFlag::Empty);
    QVERIFY(textOf(story, first).contains(QStringLiteral("while the server held it for 5 s.")));
    QVERIFY(
        textOf(story, ranOut).contains(QStringLiteral("held the question for 5 s until its time ran out")));
    QCOMPARE(explain(*story.log, ranOut).specification, QStringLiteral("RFC 6202, 5.5; RFC 9110, 15.3.5"));

    const RecordNumber second
        = story.request(Technique::LongPolling, 5041 * Ms, "/events/wait?after=3&timeout=5000");
    QVERIFY(textOf(story, second)
                .contains(QStringLiteral("ran out of time without news; that answer came 1 ms")));
    QVERIFY(textOf(story, second).contains(QStringLiteral("has not answered yet")));
    const std::array<qint64, 1> four {4};
    story.log->eventPublished(4, 7000 * Ms);
    const RecordNumber news = story.answer(second, 200, 7000 * Ms, RecordFlag::None, four);
    QVERIFY(textOf(story, news).contains(QStringLiteral("this answer brings event 4.")));
    // The question came to the server at 5.051 s.
    QVERIFY(textOf(story, news).contains(QStringLiteral("had held the question for 1.95 s.")));

    const RecordNumber third
        = story.request(Technique::LongPolling, 7012 * Ms, "/events/wait?after=4&timeout=5000");
    QVERIFY(textOf(story, third).contains(QStringLiteral("The answer with news came 2 ms earlier")));
    const std::array<qint64, 1> five {5};
    story.log->eventPublished(5, 7005 * Ms);
    const RecordNumber late = story.answer(third, 200, 7022 * Ms, RecordFlag::None, five);
    QVERIFY(textOf(story, late).contains(QStringLiteral("had waited 17 ms at the server")));
}

void TestExplanation::aQuestionThatWasLost()
{
    Story story;
    story.open(1, QStringLiteral("long-polling-1"));
    story.request(Technique::LongPolling, 20 * Ms, "/events/wait?after=0&timeout=5000");
    Record close;
    close.kind = MessageKind::Close;
    close.code = 1;
    close.connection = 1;
    close.departedNs = 1000 * Ms;
    close.arrivedNs = 1010 * Ms;
    const RecordNumber reset = story.add(close);
    QCOMPARE(explain(*story.log, reset).title, QStringLiteral("A connection breaks off"));
    QCOMPARE(explain(*story.log, reset).specification, QStringLiteral("RFC 9293, 3.5.2"));
    QVERIFY(textOf(story, reset).contains(QStringLiteral("sent 980 ms earlier was still waiting")));
    story.open(2, QStringLiteral("long-polling-1"), 2000 * Ms);
    const RecordNumber again
        = story.request(Technique::LongPolling, 2020 * Ms, "/events/wait?after=0&timeout=5000", 2);
    QVERIFY(textOf(story, again)
                .contains(QStringLiteral("The question before it, 2 s earlier, never got its answer")));
    QVERIFY(textOf(story, again).contains(QStringLiteral("has seen no event yet")));

    const RecordNumber refused = story.answer(again, 503, 2040 * Ms);
    QCOMPARE(explain(*story.log, refused).title, QStringLiteral("An error"));
    const RecordNumber third
        = story.request(Technique::LongPolling, 3050 * Ms, "/events/wait?after=0&timeout=5000", 2);
    QVERIFY(textOf(story, third)
                .contains(QStringLiteral("answered with status 503, so the client waited for 1 s")));
}

void TestExplanation::aStreamResumed()
{
    Story story;
    story.open(1, QStringLiteral("event-stream-1"));
    const RecordNumber first = story.request(Technique::EventStream, 20 * Ms, "/events/stream");
    QCOMPARE(explain(*story.log, first).specification, QStringLiteral("WHATWG HTML, 9.2.2"));
    Record close;
    close.kind = MessageKind::Close;
    close.connection = 1;
    close.direction = Direction::ServerToClient;
    close.departedNs = 4000 * Ms;
    story.add(close);
    story.open(2, QStringLiteral("event-stream-1"), 7010 * Ms);
    const RecordNumber second
        = story.request(Technique::EventStream, 7030 * Ms, "/events/stream", 2, "last-event-id: 12\r\n");
    const Explanation explanation = explain(*story.log, second);
    QCOMPARE(explanation.specification, QStringLiteral("WHATWG HTML, 9.2.4"));
    QVERIFY(explanation.text.contains(QStringLiteral("everything up to event 12.")));
    QVERIFY(explanation.text.contains(QStringLiteral("ended 3.03 s earlier")));
    story.open(3, QStringLiteral("event-stream-1"), 7100 * Ms);
    const RecordNumber beside = story.request(Technique::EventStream, 7130 * Ms, "/events/stream", 3);
    QVERIFY(textOf(story, beside).contains(QStringLiteral("Another stream of this client has not ended")));
}

void TestExplanation::whatReplaysAMissedEvent()
{
    Story story;
    story.open(1, QStringLiteral("event-stream-1"));
    story.log->eventPublished(5, 5 * Ms);
    const RecordNumber request = story.request(Technique::EventStream, 20 * Ms, "/events/stream");
    Record event;
    event.kind = MessageKind::Event;
    event.technique = Technique::EventStream;
    event.direction = Direction::ServerToClient;
    event.connection = 1;
    event.exchange = request;
    event.departedNs = 31 * Ms;
    event.arrivedNs = 41 * Ms;
    event.wireBytes = 40;
    event.payloadBytes = 11;
    const std::array<qint64, 1> five {5};
    const std::array<qint64, 1> six {6};
    const RecordNumber missed = story.add(event, five);
    story.log->eventPublished(6, 60 * Ms);
    event.departedNs = 60 * Ms;
    event.arrivedNs = 70 * Ms;
    const RecordNumber fresh = story.add(event, six);
    QVERIFY(textOf(story, missed)
                .contains(QStringLiteral("published 26 ms earlier, before the client had asked")));
    QVERIFY(textOf(story, fresh).contains(QStringLiteral("It left 0 ms after its publishing")));
    QVERIFY(textOf(story, fresh)
                .contains(QStringLiteral(
                    "40 byte(s) on the wire, of which 11 byte(s) are the news itself, and 10 ms")));
}

void TestExplanation::pingAndPong()
{
    Story story;
    story.open(1, QStringLiteral("websocket-1"));
    Record frame;
    frame.kind = MessageKind::Frame;
    frame.technique = Technique::WebSocket;
    frame.direction = Direction::ServerToClient;
    frame.code = quint16(FrameOpcode::Ping);
    frame.flags = RecordFlag::Fin;
    frame.connection = 1;
    frame.departedNs = 1000 * Ms;
    frame.arrivedNs = 1010 * Ms;
    frame.wireBytes = 2;
    const RecordNumber first = story.add(frame);
    frame.departedNs = 16000 * Ms;
    frame.arrivedNs = 16010 * Ms;
    const RecordNumber second = story.add(frame);
    frame.code = quint16(FrameOpcode::Pong);
    frame.direction = Direction::ClientToServer;
    frame.flags = RecordFlag::Fin | RecordFlag::Masked;
    frame.departedNs = 16011 * Ms;
    frame.wireBytes = 6;
    const RecordNumber pong = story.add(frame);
    QVERIFY(textOf(story, first).contains(QStringLiteral("It is the first on this connection")));
    QVERIFY(textOf(story, second).contains(QStringLiteral("15 s after the ping before")));
    QVERIFY(textOf(story, pong).contains(QStringLiteral("The ping was sent 11 ms earlier")));
    QVERIFY(textOf(story, pong).contains(QStringLiteral("four bytes are the mask")));

    const char goodbye[] = "\x88\x02\x03\xea";
    frame.code = quint16(FrameOpcode::Close);
    frame.direction = Direction::ServerToClient;
    frame.flags = RecordFlag::Fin;
    frame.departedNs = 17000 * Ms;
    const RecordNumber close = story.add(frame, {}, QByteArray(goodbye, 4));
    QVERIFY(textOf(story, close).contains(QStringLiteral("says goodbye with code 1002")));
    QVERIFY(textOf(story, close).contains(QStringLiteral("It comes first")));
}

void TestExplanation::howConnectionsComeAndGo()
{
    Story story;
    story.open(1, QStringLiteral("curl-1"));
    story.open(2, QStringLiteral("curl-1"), 100 * Ms);
    const RecordNumber request = story.request(Technique::Http, 120 * Ms, "/", 2);
    const RecordNumber answer = story.answer(request, 200, 140 * Ms);
    QVERIFY(textOf(story, 1).contains(QStringLiteral("no connection was there yet")));
    QVERIFY(textOf(story, 2).contains(QStringLiteral("1 other connection(s) open")));
    QVERIFY(textOf(story, 2).contains(QStringLiteral("took 10 ms to the server")));
    QVERIFY(textOf(story, answer).contains(QStringLiteral("stays open for the next request")));
    Record close;
    close.kind = MessageKind::Close;
    close.departedNs = 200 * Ms;
    close.arrivedNs = 210 * Ms;
    for (const ConnectionNumber connection : {1U, 2U}) {
        close.connection = connection;
        story.add(close);
    }
    const RecordNumber last = story.log->journal().size();
    QVERIFY(textOf(story, last).contains(QStringLiteral("departed 60 ms earlier")));
    close.direction = Direction::ServerToClient;
    close.departedNs = 215 * Ms;
    const RecordNumber other = story.add(close);
    QVERIFY(textOf(story, other).contains(QStringLiteral("It follows the other side's end, 15 ms earlier")));
    story.open(3, QStringLiteral("curl-1"), 1215 * Ms);
    QVERIFY(textOf(story, story.log->journal().size()).contains(QStringLiteral("closed 1 s earlier")));
}

void TestExplanation::whatBecameOfIt()
{
    Story story;
    story.open(1, QStringLiteral("curl-1"));
    Record request;
    request.kind = MessageKind::Request;
    request.code = quint16(HttpMethod::Post);
    request.connection = 1;
    request.departedNs = 20 * Ms;
    request.wireBytes = 50;
    const RecordNumber number = story.add(request);
    QVERIFY(textOf(story, number).endsWith(QStringLiteral("It is still on its way.")));
    story.log->lost(number);
    QVERIFY(textOf(story, number).contains(QStringLiteral("never arrived")));
    QVERIFY(!textOf(story, number).contains(QStringLiteral("still on its way")));
    QCOMPARE(explain(*story.log, number).specification, QStringLiteral("RFC 9110, 9.3.3"));
}

void TestExplanation::looksBackOnlySoFar()
{
    Story story;
    story.open(1, QStringLiteral("ajax-polling-1"));
    RecordNumber request = 0;
    RecordNumber answer = 0;
    for (quint32 i = 0; i < MessageFacts::MostLookedAt; ++i) {
        request = story.request(Technique::AjaxPolling, (20 + i * 100) * Ms, "/events?after=0");
        answer = story.answer(request, 204, (32 + i * 100) * Ms, RecordFlag::Empty);
    }
    QVERIFY(textOf(story, request).contains(QStringLiteral("ran out, 100 ms after the poll before.")));
    QVERIFY(!textOf(story, request).contains(QStringLiteral("poll number")));
    const QString inRow = QLocale().toString(MessageFacts::MostLookedAt / 2 + 1);
    QVERIFY2(
        textOf(story, answer).contains(QStringLiteral("at least empty answer number %1 in a row").arg(inRow)),
        qPrintable(textOf(story, answer)));
}

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
