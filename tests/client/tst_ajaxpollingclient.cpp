// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/ajaxpollingclient.h"
#include "clientathand.h"

#include <QTest>
#include <QTestEventLoop>
#include <QThread>

#include <atomic>

using namespace wiretale;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAjaxPollingClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensThePageFirst();
    void asksForThePageAgain();
    void takesItsCursorAlong();
    void knowsEmptyAnswers_data();
    void knowsEmptyAnswers();
    void asksOnAfterAFailure_data();
    void asksOnAfterAFailure();
    void hearsEachEventOnce();
    void tellsAGap();
    void waitsForALateAnswer();
    void changesItsInterval();
    void publishes();
    void saysThatPublishingFailed();
    void hearsNothingAfterStop_data();
    void hearsNothingAfterStop();
    void startsAgainAtOnce();
    void startsAgainFromWithinAFailure();
    void keepsItsConnection();
};

using AtHand = ClientAtHand<AjaxPollingClient>;

void TestAjaxPollingClient::opensThePageFirst()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    QCOMPARE(page->target(), "/");
    QCOMPARE(at.client.state(), Client::State::OpeningPage);
    QVERIFY(!at.client.upcoming());
    page->answer(httpAnswer(200, "<p>"));
    NEXT_QUESTION(poll, at.server);
    QCOMPARE(poll->target(), "/events?after=0");
    QVERIFY(poll->value("User-Agent").endsWith("(tester)"));
    QCOMPARE(at.server.connectionCount(), 1);
}

void TestAjaxPollingClient::asksForThePageAgain()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    page->answer(httpAnswer(503));
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::PageRetry), 1s);
    at.clock.advance(1s);
    NEXT_QUESTION(again, at.server);
    QCOMPARE(again->target(), "/");
}

void TestAjaxPollingClient::takesItsCursorAlong()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    QCOMPARE(at.client.state(), Client::State::Asking);
    first->answer(httpAnswer(200, '[' + eventText(1, "a") + ',' + eventText(2, "b") + ']'));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s}));
    QCOMPARE(at.client.state(), Client::State::Waiting);
    QCOMPARE(at.client.lastEventId(), 2);
    QCOMPARE(at.dueIn(Upcoming::What::Poll), 1s);
    at.clock.advance(999ms);
    QCOMPARE(at.client.state(), Client::State::Waiting);
    at.clock.advance(1ms);
    QCOMPARE(at.client.state(), Client::State::Asking);
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->target(), "/events?after=2");
}

void TestAjaxPollingClient::knowsEmptyAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("204") << httpAnswer(204);
    QTest::newRow("304 to the tag") << httpAnswer(304, {}, "ETag: \"one\"\r\n");
    QTest::newRow("200 with an empty array") << httpAnswer(200, "[]", "ETag: \"one\"\r\n");
}

void TestAjaxPollingClient::knowsEmptyAnswers()
{
    QFETCH(QByteArray, answer);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    QCOMPARE(first->value("If-None-Match"), QByteArray());
    first->answer(httpAnswer(200, '[' + eventText(1, "a") + ']', "ETag: \"one\"\r\n"));
    QTRY_COMPARE(at.heard.size(), 1);
    for (int poll = 0; poll < 2; ++poll) {
        at.clock.advance(1s);
        NEXT_QUESTION(question, at.server);
        QCOMPARE(question->target(), "/events?after=1");
        QCOMPARE(question->value("If-None-Match"), "\"one\"");
        question->answer(answer);
        QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    }
    QCOMPARE(at.heard.size(), 1);
    QCOMPARE(at.failures, QStringList());
    QCOMPARE(at.server.connectionCount(), 1);
}

void TestAjaxPollingClient::asksOnAfterAFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("cut");
    const QByteArray good = '[' + eventText(1, "a") + ']';
    QTest::newRow("status 500") << httpAnswer(500, good) << false;
    QTest::newRow("cut in mid-body") << httpAnswer(200, good, "ETag: \"one\"\r\n").chopped(3) << true;
    QTest::newRow("a page instead of JSON")
        << httpAnswer(200, "<p>Sign in</p>", "Content-Type: text/html\r\nETag: \"one\"\r\n") << false;
    QTest::newRow("JSON that is no event") << httpAnswer(200, "[{\"id\":1}]", "ETag: \"one\"\r\n") << false;
    QTest::newRow("no body") << httpAnswer(200, {}, "ETag: \"one\"\r\n") << false;
}

void TestAjaxPollingClient::asksOnAfterAFailure()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, cut);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(bad, at.server);
    bad->answer(answer);
    if (cut)
        bad->close();
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.heard, QStringList());
    QCOMPARE(at.client.state(), Client::State::Waiting);
    at.clock.advance(1s);
    NEXT_QUESTION(good, at.server);
    QCOMPARE(good->target(), "/events?after=0");
    QCOMPARE(good->value("If-None-Match"), QByteArray()); // or it would be told that nothing is new
    good->answer(httpAnswer(200, '[' + eventText(1, "a") + ']'));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    QCOMPARE(at.failures.size(), 1);
}

void TestAjaxPollingClient::hearsEachEventOnce()
{
    AtHand at;
    at.client.start();
    for (int first = 1; first <= 5; first += 2) {
        NEXT_QUESTION(question, at.server);
        question->answer(httpAnswer(200,
                                    '[' + eventText(first, "x") + ',' + eventText(first + 1, "x") + ','
                                        + eventText(first + 2, "x") + ']'));
        QTRY_COMPARE(at.client.lastEventId(), first + 2);
        at.clock.advance(1s);
    }
    QCOMPARE(at.heard,
             (QStringList {u"1 message x"_s, u"2 message x"_s, u"3 message x"_s, u"4 message x"_s,
                           u"5 message x"_s, u"6 message x"_s, u"7 message x"_s}));
    QCOMPARE(at.client.receivedCount(), 7);
}

void TestAjaxPollingClient::tellsAGap()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(question, at.server);
    question->answer(httpAnswer(200, R"([{"type":"gap","from":1,"to":4},)" + eventText(5, "e") + ']'));
    QTRY_COMPARE(at.heard, (QStringList {u"gap 1-4"_s, u"5 message e"_s}));
    QCOMPARE(at.failures, QStringList());
}

void TestAjaxPollingClient::waitsForALateAnswer()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(late, at.server);
    at.clock.advance(2500ms);
    late->answer(httpAnswer(200, '[' + eventText(1, "a") + ']'));
    // What fell due meanwhile is asked once, and at once.
    NEXT_QUESTION(next, at.server);
    QCOMPARE(next->target(), "/events?after=1");
    next->answer(httpAnswer(204));
    QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    QCOMPARE(at.dueIn(Upcoming::What::Poll), 500ms);
    QCOMPARE(at.server.asked().size(), 3);
}

void TestAjaxPollingClient::changesItsInterval()
{
    AtHand at;
    at.client.setInterval(400ms);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(httpAnswer(204));
    QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    QCOMPARE(at.dueIn(Upcoming::What::Poll), 400ms);
    at.clock.advance(100ms);
    at.client.setInterval(5s);
    QCOMPARE(at.dueIn(Upcoming::What::Poll), 5s);
    at.client.stop();
    QVERIFY(!at.client.upcoming());
}

void TestAjaxPollingClient::publishes()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(poll, at.server);
    at.client.publish("chat", "say \"hi\"");
    NEXT_QUESTION(post, at.server);
    QCOMPARE(post->method() + ' ' + post->target(), "POST /events");
    QCOMPARE(post->value("Content-Type"), "application/json");
    QCOMPARE(post->body, R"({"type":"chat","data":"say \"hi\""})");
    post->answer(httpAnswer(201, "{\"id\":9}"));
    QTRY_COMPARE(at.heard, QStringList {u"published 9"_s});
    QCOMPARE(at.client.state(), Client::State::Asking);
    QCOMPARE(at.client.lastEventId(), 0);
}

void TestAjaxPollingClient::saysThatPublishingFailed()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(poll, at.server);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    post->answer(httpAnswer(413));
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.heard, QStringList());
}

void TestAjaxPollingClient::hearsNothingAfterStop_data()
{
    QTest::addColumn<bool>("stopInSlot");
    QTest::newRow("stopped while it asks and publishes") << false;
    QTest::newRow("stopped by whoever heard the first of three events") << true;
}

void TestAjaxPollingClient::hearsNothingAfterStop()
{
    QFETCH(bool, stopInSlot);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(poll, at.server);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    if (stopInSlot)
        connect(&at.client, &Client::received, &at.client, &Client::stop);
    else
        at.client.stop();
    const QByteArray answer
        = httpAnswer(200, '[' + eventText(1, "a") + ',' + eventText(2, "b") + ',' + eventText(3, "c") + ']');
    poll->answer(answer);
    QTRY_COMPARE(at.client.state(), Client::State::Stopped);
    at.clock.advance(Client::IdleConnectionTime);
    if (post->socket)
        post->answer(httpAnswer(201, "{\"id\":9}"));
    QTRY_VERIFY(poll->isClosed() && post->isClosed());
    QCOMPARE(at.heard.size(), stopInSlot ? 1 : 0);
    QCOMPARE(at.client.lastEventId(), stopInSlot ? 1 : 0);
    QCOMPARE(at.failures, QStringList());
    QCOMPARE(at.clock.pendingCount(), 0);
}

void TestAjaxPollingClient::startsAgainAtOnce()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(old, at.server);
    at.clock.advance(1500ms); // one more poll is due
    at.client.stop();
    at.client.start();
    QCOMPARE(at.client.state(), Client::State::OpeningPage);
    if (old->socket)
        old->answer(httpAnswer(200, '[' + eventText(1, "old") + ']'));
    NEXT_QUESTION(next, at.server);
    QCOMPARE(next->target(), "/events?after=0");
    next->answer(httpAnswer(200, '[' + eventText(1, "new") + ']'));
    QTRY_COMPARE(at.heard, QStringList {u"1 message new"_s});
    QCOMPARE(at.client.state(), Client::State::Waiting);
    QCOMPARE(at.server.asked(),
             (QList<QByteArray> {"GET /", "GET /events?after=0", "GET /", "GET /events?after=0"}));
    QCOMPARE(at.clock.pendingCount(), 1);
}

void TestAjaxPollingClient::startsAgainFromWithinAFailure()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(bad, at.server);
    at.clock.advance(1500ms);
    connect(&at.client, &Client::failed, &at.client, [&at] {
        at.client.stop();
        at.client.start();
    });
    bad->answer(httpAnswer(500));
    NEXT_QUESTION(next, at.server);
    QCOMPARE(at.failures.size(), 1);
    QCOMPARE(at.server.asked(),
             (QList<QByteArray> {"GET /", "GET /events?after=0", "GET /", "GET /events?after=0"}));
}

// An answer that is there before the client looks for it must not cost it its connection.
void TestAjaxPollingClient::keepsItsConnection()
{
    constexpr int PollCount = 200;
    QThread thread;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    std::atomic_int connectionCount = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &connectionCount] {
        ++connectionCount;
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write(httpAnswer(200, "[]"));
        });
    });
    const QUrl origin(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    server.moveToThread(&thread);
    thread.start();

    Clock clock(Clock::Drive::ByHand);
    AjaxPollingClient client(clock, QStringLiteral("tester"), origin);
    int pollCount = 0;
    connect(
        &client, &Client::stateChanged, &client,
        [&](Client::State state) {
            if (state == Client::State::Waiting && ++pollCount == PollCount)
                QTestEventLoop::instance().exitLoop();
            else if (state == Client::State::Waiting)
                clock.advance(1s);
        },
        Qt::QueuedConnection);
    client.start();
    QTestEventLoop::instance().enterLoop(30);
    client.stop();
    QMetaObject::invokeMethod(
        &server, [&server] { server.moveToThread(nullptr); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    QCOMPARE(pollCount, PollCount);
    QCOMPARE(connectionCount.load(), 1);
}

QTEST_GUILESS_MAIN(TestAjaxPollingClient)
#include "tst_ajaxpollingclient.moc"
