// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverathand.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestStreamEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams()
    {
        ServerAtHand hand;
        hand.publish(1);
        RawClient client(hand.port);
        client.get("/events/stream");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.server.log().publish("price", "1\n2");
        hand.clock.advance(15s);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->value("Content-Type"), QByteArray("text/event-stream"));
        QCOMPARE(answer->value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(answer->chunks,
                 (QList<QByteArray> {"retry: 3000\n\n", "id: 1\ndata: x1\n\n",
                                     "id: 2\nevent: price\ndata: 1\ndata: 2\n\n", ": keep-alive\n\n"}));
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(hand.server.heldCount(), 0);
    }

    void resumes_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("blocks");
        QTest::newRow("header") << QByteArray() << QByteArray("Last-Event-ID: 2\r\n")
                                << QByteArray("id: 3\ndata: x3\n\n");
        QTest::newRow("query") << QByteArray("?lastEventId=2") << QByteArray()
                               << QByteArray("id: 3\ndata: x3\n\n");
        QTest::newRow("after") << QByteArray("?after=2") << QByteArray() << QByteArray("id: 3\ndata: x3\n\n");
        QTest::newRow("the header is newer than the query")
            << QByteArray("?lastEventId=1") << QByteArray("last-event-id: 2\r\n")
            << QByteArray("id: 3\ndata: x3\n\n");
        QTest::newRow("all seen") << QByteArray("?lastEventId=3") << QByteArray() << QByteArray();
        QTest::newRow("ahead of the log") << QByteArray("?lastEventId=9") << QByteArray() << QByteArray();
    }
    void resumes()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, blocks);
        ServerAtHand hand;
        hand.publish(3);
        RawClient client(hand.port);
        client.get("/events/stream" + query, header);
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.publish(1);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->body, "retry: 3000\n\n" + blocks + "id: 4\ndata: x4\n\n");
    }

    void refusesIdsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("header") << QByteArray() << QByteArray("Last-Event-ID: seven\r\n");
        QTest::newRow("query") << QByteArray("?lastEventId=seven") << QByteArray();
    }
    void refusesIdsThatAreNone()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, header);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/stream" + query, header);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 400);
        QVERIFY(answer->body.contains("seven"));
    }

    void tellsAGap()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.logCapacity = 1; });
        hand.publish(10);
        RawClient client(hand.port);
        client.get("/events/stream", "Last-Event-ID: 3\r\n");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QCOMPARE(
            answer->chunks.mid(1),
            (QList<QByteArray> {"event: gap\ndata: {\"from\":4,\"to\":9}\n\n", "id: 10\ndata: x10\n\n"}));
    }

    void beatsAsTheSettingsSay()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/stream");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.setSettings([](ServerSettings &settings) { settings.heartbeat = 2s; });
        hand.clock.advance(7s);
        hand.setSettings([](ServerSettings &settings) { settings.heartbeat = 0s; });
        hand.clock.advance(60s);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->body, "retry: 3000\n\n" + QByteArray(": keep-alive\n\n").repeated(3));
    }

    void tellsItsNextHeartbeat()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        QVERIFY(hand.server.heartbeats().isEmpty());
        client.get("/events/stream", "User-Agent: someone\r\n");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.setSettings([](ServerSettings &settings) { settings.heartbeat = 2s; });
        hand.clock.advance(3s);
        const QList<NextHeartbeat> planned = hand.server.heartbeats();
        QCOMPARE(planned.size(), 1);
        QCOMPARE(planned.constFirst().userAgent, QByteArray("someone"));
        QVERIFY(planned.constFirst().due == 4s && planned.constFirst().interval == 2s);
        hand.setSettings([](ServerSettings &settings) { settings.heartbeat = 0s; });
        QVERIFY(hand.server.heartbeats().isEmpty());
    }

    void streamsToOldClients()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send("GET /events/stream HTTP/1.0\r\n\r\n");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.publish(1);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QVERIFY(!answer->has("Transfer-Encoding"));
        QCOMPARE(answer->body, QByteArray("retry: 3000\n\nid: 1\ndata: x1\n\n"));
    }

    void answersHeadWithAHead()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(requestBytes("HEAD", "/events/stream") + requestBytes("GET", "/events"));
        TAKE_ANSWER(head, client, true);
        QCOMPARE(head->value("Content-Type"), QByteArray("text/event-stream"));
        TAKE_ANSWER(next, client);
        QCOMPARE(next->status, 204);
        QCOMPARE(hand.server.heldCount(), 0);
    }

    // A client that reads nothing costs a bounded amount, and is told what it missed once it reads.
    void boundsWhatItSendsAhead()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.logCapacity = 10; });
        QTcpSocket client;
        client.setReadBufferSize(1024);
        client.connectToHost(QHostAddress::LocalHost, hand.port);
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        client.write(requestBytes("GET", "/events/stream"));
        QTRY_COMPARE(hand.server.heldCount(), 1);
        const QByteArray large(64 * 1024, 'x');
        for (int i = 0; i < 2000; ++i) {
            hand.server.log().publish("message", large);
            QCoreApplication::processEvents();
        }
        client.setReadBufferSize(0);
        QByteArray received;
        connect(&client, &QTcpSocket::readyRead, &client, [&] { received += client.readAll(); });
        received += client.readAll();
        QTRY_VERIFY_WITH_TIMEOUT(received.contains("id: 2000\n"), 20000);
        QVERIFY(received.contains("event: gap\n"));
        QVERIFY(received.size() < 64 * 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestStreamEndpoint)
#include "tst_streamendpoint.moc"
