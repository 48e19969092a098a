// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/longpollingclient.h"
#include "clientathand.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestLongPollingClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensThePageFirst();
    void asksAgainAtOnce();
    void asksAgainAfterAnEmptyAnswer_data();
    void asksAgainAfterAnEmptyAnswer();
    void waitsLongerAfterEachFailure_data();
    void waitsLongerAfterEachFailure();
    void beginsWithTheShortestWaitAgain();
    void readsPortions();
    void losesNoPortionToACut();
    void readsThePortionThatCameWithTheEnd();
    void refusesALineWithoutEnd();
    void tellsAGap();
    void publishesWhileItIsHeld();
    void hearsNothingAfterStop_data();
    void hearsNothingAfterStop();
    void startsAgainAtOnce();
    void startsAgainFromWithinAFailure();
};

using AtHand = ClientAtHand<LongPollingClient>;

namespace {

const QByteArray portionsHead
    = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray oneEvent(int id)
{
    return httpAnswer(200, '[' + eventText(id, "x") + ']');
}

} // namespace

void TestLongPollingClient::opensThePageFirst()
{
    AtHand at;
    at.client.setTimeout(20s);
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    QCOMPARE(page->target(), "/");
    page->answer(httpAnswer(200, "<p>"));
    NEXT_QUESTION(poll, at.server);
    QCOMPARE(poll->target(), "/events/wait?after=0&timeout=20000");
    QCOMPARE(at.client.state(), Client::State::Waiting);
    at.clock.advance(5s);
    QCOMPARE(at.dueIn(Upcoming::What::Timeout), 15s);
}

void TestLongPollingClient::asksAgainAtOnce()
{
    AtHand at;
    at.client.start();
    for (int id = 1; id <= 3; ++id) {
        NEXT_QUESTION(poll, at.server);
        QCOMPARE(poll->target(), "/events/wait?after=" + QByteArray::number(id - 1) + "&timeout=30000");
        // The one before comes once more, as from a server that was asked twice.
        const QByteArray before = id > 1 ? eventText(id - 1, "x") + ',' : QByteArray();
        poll->answer(httpAnswer(200, '[' + before + eventText(id, "x") + ']'));
        QTRY_COMPARE(at.client.lastEventId(), id);
    }
    QCOMPARE(at.heard, (QStringList {u"1 message x"_s, u"2 message x"_s, u"3 message x"_s}));
    QCOMPARE(at.server.connectionCount(), 1);
    QCOMPARE(at.failures, QStringList());
}

void TestLongPollingClient::asksAgainAfterAnEmptyAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("204") << httpAnswer(204);
    QTest::newRow("200 with an empty array") << httpAnswer(200, "[]");
    QTest::newRow("portions without one")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 0\r\n\r\n");
}

void TestLongPollingClient::asksAgainAfterAnEmptyAnswer()
{
    QFETCH(QByteArray, answer);
    AtHand at;
    at.client.start();
    for (int poll = 0; poll < 3; ++poll) {
        NEXT_QUESTION(question, at.server);
        QCOMPARE(question->target(), "/events/wait?after=0&timeout=30000");
        question->answer(answer);
    }
    NEXT_QUESTION(last, at.server);
    QCOMPARE(at.failures, QStringList());
    QCOMPARE(at.heard, QStringList());
    QCOMPARE(at.clock.now(), Nanoseconds(0));
}

void TestLongPollingClient::waitsLongerAfterEachFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("cut");
    QTest::newRow("status 500") << httpAnswer(500, "[]") << false;
    QTest::newRow("304, which it did not ask for") << httpAnswer(304) << false;
    QTest::newRow("cut in mid-body") << oneEvent(1).chopped(3) << true;
    QTest::newRow("a page instead of JSON")
        << httpAnswer(200, "<p>Sign in</p>", "Content-Type: text/html\r\n") << false;
}

void TestLongPollingClient::waitsLongerAfterEachFailure()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, cut);
    AtHand at;
    at.client.start();
    int failureCount = 0;
    for (const std::chrono::seconds wait : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        NEXT_QUESTION(question, at.server);
        QCOMPARE(question->target(), "/events/wait?after=0&timeout=30000");
        question->answer(answer);
        if (cut)
            question->close();
        ++failureCount;
        QTRY_COMPARE(at.failures.size(), failureCount);
        QCOMPARE(at.client.state(), Client::State::Reconnecting);
        QCOMPARE(at.dueIn(Upcoming::What::Reconnect), wait);
        at.clock.advance(wait);
    }
    QCOMPARE(at.heard, QStringList());
}

void TestLongPollingClient::beginsWithTheShortestWaitAgain()
{
    AtHand at;
    at.client.start();
    for (int id = 1; id <= 2; ++id) {
        NEXT_QUESTION(bad, at.server);
        bad->answer(httpAnswer(503));
        QTRY_COMPARE(at.failures.size(), id);
        QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 1s);
        at.clock.advance(1s);
        NEXT_QUESTION(good, at.server);
        good->answer(oneEvent(id));
        QTRY_COMPARE(at.heard.size(), id);
    }
}

// RFC 6202, 3.2: chunks are no messages.
void TestLongPollingClient::readsPortions()
{
    AtHand at;
    at.client.setPortions(true);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    QCOMPARE(first->target(), "/events/wait?after=0&timeout=30000&portions=1");
    first->answer(portionsHead + chunk(eventText(1, "a") + '\n'));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    const QByteArray two = eventText(2, "b") + "\n\n" + eventText(3, "c");
    first->answer(chunk(two.first(10)) + chunk(two.sliced(10)));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s}));
    first->answer(chunk("\n") + chunk({}));
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->target(), "/events/wait?after=3&timeout=30000&portions=1");
    QCOMPARE(at.heard.last(), u"3 message c"_s);
    QCOMPARE(at.failures, QStringList());
}

void TestLongPollingClient::losesNoPortionToACut()
{
    AtHand at;
    at.client.setPortions(true);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(portionsHead + chunk(eventText(1, "a") + '\n') + chunk(eventText(2, "b").chopped(1)));
    first->close();
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.heard, QStringList {u"1 message a"_s});
    at.clock.advance(1s);
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->target(), "/events/wait?after=1&timeout=30000&portions=1");
    second->answer(portionsHead + chunk(eventText(2, "b") + '\n') + chunk({}));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s}));
}

void TestLongPollingClient::readsThePortionThatCameWithTheEnd()
{
    AtHand at;
    at.client.setPortions(true);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(portionsHead + chunk(eventText(1, "a") + '\n' + eventText(2, "b") + '\n') + chunk({}));
    NEXT_QUESTION(second, at.server);
    QCOMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s}));
}

void TestLongPollingClient::refusesALineWithoutEnd()
{
    AtHand at;
    at.client.setPortions(true);
    at.client.start();
    NEXT_QUESTION(question, at.server);
    question->answer(portionsHead);
    const QByteArray piece = chunk(QByteArray(65536, 'x'));
    for (int i = 0; i < 32; ++i)
        question->answer(piece);
    QTRY_COMPARE(at.failures.size(), 1);
    QVERIFY2(at.failures.first().contains(u"does not end"), qPrintable(at.failures.first()));
    QTRY_VERIFY(question->isClosed());
    QCOMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.failures.size(), 1);
}

void TestLongPollingClient::tellsAGap()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(httpAnswer(200, R"([{"type":"gap","from":1,"to":4}])"));
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->target(), "/events/wait?after=4&timeout=30000");
    QCOMPARE(at.heard, QStringList {u"gap 1-4"_s});
}

void TestLongPollingClient::publishesWhileItIsHeld()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(poll, at.server);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    QCOMPARE(post->method(), "POST");
    QVERIFY(post->socket != poll->socket);
    post->answer(httpAnswer(201, "{\"id\":1}"));
    QTRY_COMPARE(at.heard, QStringList {u"published 1"_s});
    poll->answer(oneEvent(1));
    QTRY_COMPARE(at.heard, (QStringList {u"published 1"_s, u"1 message x"_s}));
}

void TestLongPollingClient::hearsNothingAfterStop_data()
{
    QTest::addColumn<bool>("portions");
    QTest::addColumn<bool>("stopInSlot");
    QTest::newRow("stopped while held") << false << false;
    QTest::newRow("stopped by whoever heard the first event") << false << true;
    QTest::newRow("stopped by whoever heard the first portion") << true << true;
}

void TestLongPollingClient::hearsNothingAfterStop()
{
    QFETCH(bool, portions);
    QFETCH(bool, stopInSlot);
    AtHand at;
    at.client.setPortions(portions);
    at.client.start();
    NEXT_QUESTION(poll, at.server);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    if (stopInSlot)
        connect(&at.client, &Client::received, &at.client, &Client::stop);
    else
        at.client.stop();
    const QByteArray lines = eventText(1, "a") + '\n' + eventText(2, "b") + '\n';
    if (portions)
        poll->answer(portionsHead + chunk(lines));
    else
        poll->answer(httpAnswer(200, '[' + eventText(1, "a") + ',' + eventText(2, "b") + ']'));
    QTRY_COMPARE(at.client.state(), Client::State::Stopped);
    at.clock.advance(Client::IdleConnectionTime);
    QTRY_VERIFY(poll->isClosed() && post->isClosed());
    QCOMPARE(at.heard, stopInSlot ? QStringList {u"1 message a"_s} : QStringList());
    QCOMPARE(at.client.lastEventId(), stopInSlot ? 1 : 0);
    QCOMPARE(at.failures, QStringList());
    QVERIFY(!at.client.upcoming());
    QCOMPARE(at.clock.pendingCount(), 0);
}

void TestLongPollingClient::startsAgainAtOnce()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(old, at.server);
    at.client.stop();
    at.client.start();
    if (old->socket)
        old->answer(oneEvent(1));
    NEXT_QUESTION(next, at.server);
    next->answer(httpAnswer(200, '[' + eventText(1, "new") + ']'));
    QTRY_COMPARE(at.heard, QStringList {u"1 message new"_s});
    QTRY_VERIFY(old->isClosed());
    QCOMPARE(at.failures, QStringList());
}

void TestLongPollingClient::startsAgainFromWithinAFailure()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(bad, at.server);
    connect(&at.client, &Client::failed, &at.client, [&at] {
        at.client.stop();
        at.client.start();
    });
    bad->answer(httpAnswer(500));
    NEXT_QUESTION(next, at.server);
    QCOMPARE(at.clock.pendingCount(), 0); // the wait of the run before is no more
    const QByteArray poll = "GET /events/wait?after=0&timeout=30000";
    QCOMPARE(at.server.asked(), (QList<QByteArray> {"GET /", poll, "GET /", poll}));
}

QTEST_GUILESS_MAIN(TestLongPollingClient)
#include "tst_longpollingclient.moc"
