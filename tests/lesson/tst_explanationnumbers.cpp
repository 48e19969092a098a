// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanation.h"
#include "app/lesson/explanationfacts.h"
#include "tests/lesson/explanationstory.h"

#include <QLocale>
#include <QTest>

#include <array>

using namespace wiretale;

namespace {

constexpr qint64 Ms = ExplanationStory::Ms;

QString textOf(const ExplanationStory &story, RecordNumber number)
{
    return explain(*story.log, number).text;
}

} // namespace

// That explanations say what the records say.
class TestExplanationNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestExplanationNumbers::pollsByTheirNumbers()
{
    ExplanationStory story;
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

void TestExplanationNumbers::aPollThatWaitedForAnAnswer()
{
    ExplanationStory story;
    story.open(1, QStringLiteral("ajax-polling-1"));
    const RecordNumber first = story.request(Technique::AjaxPolling, 20 * Ms, "/events?after=0");
    story.answer(first, 204, 1510 * Ms, RecordFlag::Empty);
    const RecordNumber second = story.request(Technique::AjaxPolling, 1520 * Ms, "/events?after=0");
    QVERIFY(textOf(story, second).contains(QStringLiteral("came only now, 1.5 s after that poll.")));
}

void TestExplanationNumbers::longPollsByTheirNumbers()
{
    ExplanationStory story;
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

void TestExplanationNumbers::aQuestionThatWasLost()
{
    ExplanationStory story;
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

void TestExplanationNumbers::aStreamResumed()
{
    ExplanationStory story;
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

void TestExplanationNumbers::whatReplaysAMissedEvent()
{
    ExplanationStory story;
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

void TestExplanationNumbers::pingAndPong()
{
    ExplanationStory story;
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

void TestExplanationNumbers::howConnectionsComeAndGo()
{
    ExplanationStory story;
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

void TestExplanationNumbers::whatBecameOfIt()
{
    ExplanationStory story;
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

void TestExplanationNumbers::looksBackOnlySoFar()
{
    ExplanationStory story;
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

QTEST_GUILESS_MAIN(TestExplanationNumbers)
#include "tst_explanationnumbers.moc"
