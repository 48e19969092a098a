// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverathand.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestWaitEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhenThereIsNews()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait?after=0");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.clock.advance(29s);
        hand.publish(1);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(answer->body, QByteArray(R"([{"id":1,"type":"message","data":"x1"}])"));
        QCOMPARE(hand.server.heldCount(), 0);
        QCOMPARE(hand.clock.pendingCount(), 0);
    }

    void answersAtOnceWhatWasMissed()
    {
        ServerAtHand hand;
        hand.publish(3);
        RawClient client(hand.port);
        client.get("/events/wait?after=1");
        TAKE_ANSWER(answer, client);
        QCOMPARE(
            answer->body,
            QByteArray(R"([{"id":2,"type":"message","data":"x2"},{"id":3,"type":"message","data":"x3"}])"));
    }

    void timesOut_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("seconds");
        QTest::newRow("by default") << QByteArray() << 30;
        QTest::newRow("when asked") << QByteArray("?timeout=5000") << 5;
        QTest::newRow("no later than by default") << QByteArray("?timeout=60000") << 30;
        QTest::newRow("beyond all clocks") << QByteArray("?timeout=9223372036854775807") << 30;
    }
    void timesOut()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, seconds);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait" + query);
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.clock.advance(std::chrono::seconds {seconds} - 1ns);
        QCOMPARE(hand.server.heldCount(), 1);
        hand.clock.advance(1ns);
        QCOMPARE(hand.server.heldCount(), 0);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 204);
        QVERIFY(!answer->has("Content-Length"));
        QCOMPARE(answer->value("Cache-Control"), QByteArray("no-store"));
    }

    void isNotHeldAtAll()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait?timeout=0");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 204);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *query :
             {"after=x", "timeout=x", "timeout=-1", "timeout=1.5", "portions=2", "portions="})
            QTest::newRow(query) << QByteArray(query);
    }
    void refuses()
    {
        QFETCH(QByteArray, query);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait?" + query);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 400);
        QVERIFY(answer->body.contains(query.split('=').first()));
    }

    void answersInPortions()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait?after=0&portions=1");
        QTRY_VERIFY(client.received().endsWith("\r\n\r\n"));
        for (int i = 1; i <= 3; ++i) {
            hand.publish(1);
            QTRY_VERIFY(client.received().contains("\"x" + QByteArray::number(i) + '"'));
        }
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->value("Content-Type"), QByteArray("application/x-ndjson"));
        QCOMPARE(answer->value("Transfer-Encoding"), QByteArray("chunked"));
        QCOMPARE(answer->chunks,
                 (QList<QByteArray> {"{\"id\":1,\"type\":\"message\",\"data\":\"x1\"}\n",
                                     "{\"id\":2,\"type\":\"message\",\"data\":\"x2\"}\n",
                                     "{\"id\":3,\"type\":\"message\",\"data\":\"x3\"}\n"}));
        QCOMPARE(hand.server.heldCount(), 0);
    }

    void endsPortionsWithTheTime()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait?portions=1&timeout=1000");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.clock.advance(1s);
        TAKE_ANSWER(empty, client);
        QCOMPARE(empty->status, 200);
        QCOMPARE(empty->body, QByteArray());
        client.get("/events/wait?portions=1&timeout=1000");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.publish(1);
        hand.clock.advance(1s);
        TAKE_ANSWER(one, client);
        QCOMPARE(one->chunks.size(), 1);
    }

    void gathersPortions()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) {
            settings.portionInterval = 1s;
            settings.portionCount = 4;
        });
        RawClient client(hand.port);
        client.get("/events/wait?portions=1");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.publish(3);
        hand.clock.advance(1s);
        hand.publish(1);
        hand.clock.advance(1s);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->chunks.size(), 3);
        QCOMPARE(answer->chunks.at(1).count('\n'), 2);
    }

    void answersPortionsToOldClients()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send("GET /events/wait?portions=1 HTTP/1.0\r\n\r\n");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.publish(3);
        TAKE_ANSWER(answer, client);
        QVERIFY(!answer->has("Transfer-Encoding"));
        QVERIFY(!answer->has("Content-Length"));
        QCOMPARE(answer->body.count('\n'), 3);
    }

    void tellsAGap()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.logCapacity = 1; });
        hand.publish(10);
        RawClient client(hand.port);
        client.get("/events/wait?after=3");
        TAKE_ANSWER(answer, client);
        QVERIFY2(answer->body.startsWith(R"([{"type":"gap","from":4,"to":9},{"id":10,)"),
                 answer->body.constData());
        client.get("/events/wait?after=3&portions=1&timeout=0");
        TAKE_ANSWER(lines, client);
        QVERIFY2(lines->body.startsWith("{\"type\":\"gap\",\"from\":4,\"to\":9}\n{\"id\":10,"),
                 lines->body.constData());
    }

    void losesClientsWithoutHarm_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("long poll") << QByteArray("/events/wait?");
        QTest::newRow("long poll in portions") << QByteArray("/events/wait?portions=1&");
        QTest::newRow("event stream") << QByteArray("/events/stream?");
    }
    void losesClientsWithoutHarm()
    {
        QFETCH(QByteArray, target);
        ServerAtHand hand;
        for (int round = 0; round < 50; ++round) {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 20; ++i) {
                clients.push_back(std::make_unique<RawClient>(hand.port));
                clients.back()->get(target + "after=" + QByteArray::number(hand.server.log().lastId()));
            }
            QTRY_COMPARE(hand.server.heldCount(), 20);
            for (const auto &client : clients)
                client->abort();
            // Every second round the news comes before the server has noticed that nobody listens.
            if (round % 2 == 0) {
                QTRY_COMPARE(hand.server.connectionCount(), 0);
                QCOMPARE(hand.server.heldCount(), 0);
            }
            hand.publish(1);
            QTRY_COMPARE(hand.server.connectionCount(), 0);
            QCOMPARE(hand.server.heldCount(), 0);
            QCOMPARE(hand.clock.pendingCount(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestWaitEndpoint)
#include "tst_waitendpoint.moc"
