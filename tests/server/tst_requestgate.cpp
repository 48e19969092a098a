// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverathand.h"

#include <QRegularExpression>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

/// HTTP's rules on real sockets, whatever the endpoint.
class TestRequestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndCloses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
        QTest::newRow("bad request line") << QByteArray("what is this\r\n") << 400;
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n") << 505;
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
        QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") << 501;
        QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two lengths") << post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"
                                     << 400;
        QTest::newRow("head over 16 KiB")
            << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(17000, 'x') << 431;
        QTest::newRow("body said to be too large") << post + "Content-Length: 65537\r\n\r\n" << 413;
        QTest::newRow("body too large and sent")
            << post + "Content-Length: 1000000\r\n\r\n" + QByteArray(1000000, 'x') << 413;
        QTest::newRow("what follows a bad request is not served")
            << QByteArray("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    }
    void refusesAndCloses()
    {
        QFETCH(QByteArray, bytes);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(bytes);
        TAKE_ANSWER(answer, client);
        QTEST(answer->status, "status");
        QCOMPARE(answer->value("Connection"), QByteArray("close"));
        QVERIFY2(answer->body.startsWith("{\"error\":\""), answer->body.constData());
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received(), QByteArray());
        QTRY_COMPARE(hand.server.connectionCount(), 0);
    }

    void keepsTheConnection()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        for (int i = 0; i < 5; ++i) {
            client.get("/events");
            TAKE_ANSWER(answer, client);
            QCOMPARE(answer->status, 204);
            QVERIFY(!answer->has("Connection"));
        }
        QCOMPARE(hand.server.connectionCount(), 1);
    }

    void closesWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Connection: close")
            << requestBytes("GET", "/events?empty=200", "Connection: close\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("GET /events?empty=200 HTTP/1.0\r\n\r\n");
        QTest::newRow("HTTP/1.0 that would keep it")
            << QByteArray("GET /events?empty=200 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }
    void closesWhenAsked()
    {
        QFETCH(QByteArray, bytes);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(bytes);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->value("Connection"), QByteArray("close"));
        QTRY_VERIFY(client.isClosed());
    }

    void answersInOrder()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(requestBytes("GET", "/events/wait?after=0") + requestBytes("GET", "/events?empty=200")
                    + requestBytes("HEAD", "/events") + requestBytes("GET", "/nowhere"));
        QTRY_COMPARE(hand.server.heldCount(), 1);
        QCOMPARE(client.received(), QByteArray());
        hand.publish(1);
        const QByteArray array = R"([{"id":1,"type":"message","data":"x1"}])";
        TAKE_ANSWER(held, client);
        QCOMPARE(held->body, array);
        TAKE_ANSWER(polled, client);
        QCOMPARE(polled->body, array);
        TAKE_ANSWER(head, client, true);
        QCOMPARE(head->status, 200);
        QCOMPARE(head->value("Content-Length"), QByteArray::number(array.size()));
        TAKE_ANSWER(missing, client);
        QCOMPARE(missing->status, 404);
    }

    void serializesAHundredRequestsSentAtOnce()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += requestBytes("POST", "/events", "Content-Type: application/json\r\n", R"({"data":"x"})");
        client.send(bytes);
        for (int i = 1; i <= 100; ++i) {
            TAKE_ANSWER(answer, client);
            QCOMPARE(answer->body, "{\"id\":" + QByteArray::number(i) + '}');
        }
    }

    void readsByteByByte()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        const QByteArray bytes = requestBytes("POST", "/events", "Content-Type: application/json\r\n",
                                              R"({"type":"a","data":"x"})");
        for (const char byte : bytes) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 201);
        QCOMPARE(hand.server.log().after(0, 9).constFirst().data, QByteArray("x"));
    }

    void decodesChunks()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(requestBytes("POST", "/events",
                                 "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
                    + "5\r\n{\"dat\r\n9\r\na\":\"hey\"}\r\n0\r\n\r\n");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 201);
        QCOMPARE(hand.server.log().after(0, 9).constFirst().data, QByteArray("hey"));
    }

    void says100Continue()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send("POST /events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: "
                    "100-continue\r\nContent-Length: 12\r\n\r\n");
        TAKE_ANSWER(interim, client);
        QCOMPARE(interim->head, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send(R"({"data":"x"})");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 201);
    }

    void datesItsAnswers()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events");
        TAKE_ANSWER(answer, client);
        static const QRegularExpression imfDate(QStringLiteral(
            "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
            "\\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"));
        QVERIFY2(imfDate.match(QString::fromLatin1(answer->value("Date"))).hasMatch(),
                 answer->head.constData());
    }

    void refusesSlowRequests()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send("GET / HTTP/1.1\r\nHo");
        QTRY_COMPARE(hand.server.connectionCount(), 1);
        QTRY_COMPARE(hand.clock.pendingCount(), 1);
        hand.clock.advance(29s);
        QCOMPARE(client.received(), QByteArray());
        hand.clock.advance(1s);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 408);
        QTRY_VERIFY(client.isClosed());
    }

    void limitsConnections()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.maxConnections = 1; });
        RawClient first(hand.port);
        first.get("/events");
        TAKE_ANSWER(served, first);
        QCOMPARE(served->status, 204);
        RawClient second(hand.port);
        TAKE_ANSWER(refused, second);
        QCOMPARE(refused->status, 503);
        QTRY_VERIFY(second.isClosed());
        first.abort();
        QTRY_COMPARE(hand.server.connectionCount(), 0);
        RawClient third(hand.port);
        third.get("/events");
        TAKE_ANSWER(servedAgain, third);
        QCOMPARE(servedAgain->status, 204);
    }

    void cutsOffWhoSendsTooMuchAhead()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        client.send(requestBytes("GET", "/events").repeated(4000));
        QTRY_VERIFY(client.isClosed());
        QTRY_COMPARE(hand.server.heldCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRequestGate)
#include "tst_requestgate.moc"
