// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverathand.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

/// Methods, addresses, polling, publishing and the page.
class TestEventServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersMethods_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const QByteArray both = "GET, HEAD, POST, OPTIONS";
        const QByteArray get = "GET, HEAD, OPTIONS";
        QTest::newRow("OPTIONS /") << QByteArray("OPTIONS") << QByteArray("/") << 204 << get;
        QTest::newRow("OPTIONS /events") << QByteArray("OPTIONS") << QByteArray("/events") << 204 << both;
        QTest::newRow("OPTIONS /events/wait")
            << QByteArray("OPTIONS") << QByteArray("/events/wait") << 204 << get;
        QTest::newRow("OPTIONS /events/stream")
            << QByteArray("OPTIONS") << QByteArray("/events/stream") << 204 << get;
        QTest::newRow("OPTIONS /events/socket")
            << QByteArray("OPTIONS") << QByteArray("/events/socket") << 204 << get;
        QTest::newRow("OPTIONS *") << QByteArray("OPTIONS") << QByteArray("*") << 204 << both;
        QTest::newRow("DELETE /events") << QByteArray("DELETE") << QByteArray("/events") << 405 << both;
        QTest::newRow("PUT /") << QByteArray("PUT") << QByteArray("/") << 405 << get;
        QTest::newRow("PATCH /events/wait")
            << QByteArray("PATCH") << QByteArray("/events/wait") << 405 << get;
        QTest::newRow("POST /events/stream")
            << QByteArray("POST") << QByteArray("/events/stream") << 405 << get;
        QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/event") << 404 << QByteArray();
        QTest::newRow("unknown path, POST")
            << QByteArray("POST") << QByteArray("/events/") << 404 << QByteArray();
        QTest::newRow("the socket without an upgrade")
            << QByteArray("GET") << QByteArray("/events/socket") << 426 << QByteArray();
        QTest::newRow("an address with a host")
            << QByteArray("GET") << QByteArray("http://localhost/events") << 204 << QByteArray();
    }
    void answersMethods()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.send(requestBytes(method, target));
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, status);
        QTEST(answer->value("Allow"), "allow");
        QCOMPARE(answer->has("Content-Length"), status != 204);
        if (status >= 400) {
            QCOMPARE(answer->value("Content-Type"), QByteArray("application/json"));
            QVERIFY2(answer->body.startsWith("{\"error\":\""), answer->body.constData());
        }
    }

    void answersHeadAsGet_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target :
             {"/", "/events", "/events?after=3", "/events?after=3&empty=200", "/events?after=x",
              "/events/wait", "/events/wait?timeout=0&after=3", "/nowhere", "/events/socket"})
            QTest::newRow(target) << QByteArray(target);
    }
    void answersHeadAsGet()
    {
        QFETCH(QByteArray, target);
        ServerAtHand hand;
        hand.publish(3);
        RawClient client(hand.port);
        client.send(requestBytes("HEAD", target) + requestBytes("GET", target));
        TAKE_ANSWER(head, client, true);
        TAKE_ANSWER(get, client);
        const auto withoutDate = [](const RawClient::Answer &answer) {
            QByteArray text = answer.head;
            return text.replace("Date: " + answer.value("Date"), "Date");
        };
        QCOMPARE(withoutDate(*head), withoutDate(*get));
    }

    void polls_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("ifNoneMatch");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray two = R"({"id":2,"type":"message","data":"x2"})";
        const QByteArray one = R"({"id":1,"type":"message","data":"x1"})";
        const QByteArray none;
        QTest::newRow("no query: all") << none << none << 200 << '[' + one + ',' + two + ']';
        QTest::newRow("after the first") << QByteArray("?after=1") << none << 200 << '[' + two + ']';
        QTest::newRow("nothing new") << QByteArray("?after=2") << none << 204 << none;
        QTest::newRow("ahead of the log") << QByteArray("?after=77") << none << 204 << none;
        QTest::newRow("empty answers are arrays")
            << QByteArray("?after=2&empty=200") << none << 200 << QByteArray("[]");
        QTest::newRow("304 without a tag")
            << QByteArray("?after=2&empty=304") << none << 200 << QByteArray("[]");
        QTest::newRow("304, the tag holds")
            << QByteArray("?after=2&empty=304") << QByteArray("\"1-2\"") << 304 << none;
        QTest::newRow("304, one of several, weak")
            << QByteArray("?after=2&empty=304") << QByteArray("\"a\", W/\"1-2\"") << 304 << none;
        QTest::newRow("304, any tag") << QByteArray("?after=2&empty=304") << QByteArray("*") << 304 << none;
        QTest::newRow("304, an old tag")
            << QByteArray("?after=1&empty=304") << QByteArray("\"1-1\"") << 200 << '[' + two + ']';
        QTest::newRow("after is no number") << QByteArray("?after=one") << none << 400 << none;
        QTest::newRow("after is negative") << QByteArray("?after=-1") << none << 400 << none;
        QTest::newRow("after is nothing") << QByteArray("?after=") << none << 400 << none;
        QTest::newRow("after is beyond all numbers")
            << QByteArray("?after=9999999999999999999") << none << 400 << none;
        QTest::newRow("an empty answer of another kind") << QByteArray("?empty=404") << none << 400 << none;
    }
    void polls()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, ifNoneMatch);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ServerAtHand hand;
        hand.publish(2);
        RawClient client(hand.port);
        client.get("/events" + query,
                   ifNoneMatch.isEmpty() ? QByteArray() : "If-None-Match: " + ifNoneMatch + "\r\n");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, status);
        if (status == 400)
            QVERIFY2(answer->body.startsWith("{\"error\":\""), answer->body.constData());
        else
            QCOMPARE(answer->body, body);
        QCOMPARE(answer->has("Content-Length"), status != 204 && status != 304);
        QVERIFY(answer->has("Cache-Control"));
        QCOMPARE(answer->value("ETag"), query.contains("empty=304") ? QByteArray("\"1-2\"") : QByteArray());
        QCOMPARE(client.received(), QByteArray());
    }

    void takesTheKindOfEmptyAnswerFromTheSettings()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        hand.setSettings(
            [](ServerSettings &settings) { settings.emptyAnswer = ServerSettings::EmptyAnswer::EmptyArray; });
        client.get("/events");
        TAKE_ANSWER(array, client);
        QCOMPARE(array->body, QByteArray("[]"));
        hand.setSettings([](ServerSettings &settings) {
            settings.emptyAnswer = ServerSettings::EmptyAnswer::NotModified;
        });
        client.get("/events", "If-None-Match: \"0-0\"\r\n");
        TAKE_ANSWER(notModified, client);
        QCOMPARE(notModified->status, 304);
    }

    void tellsAGap()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.logCapacity = 1; });
        hand.publish(10);
        RawClient client(hand.port);
        client.get("/events?after=3");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->body,
                 QByteArray(R"([{"type":"gap","from":4,"to":9},{"id":10,"type":"message","data":"x10"}])"));
    }

    void publishes_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray json = "Content-Type: application/json\r\n";
        QTest::newRow("an event") << json << QByteArray(R"({"type":"price","data":"1"})") << 201;
        QTest::newRow("with a charset") << QByteArray("content-type: Application/JSON; charset=utf-8\r\n")
                                        << QByteArray(R"({"data":"1"})") << 201;
        QTest::newRow("a form") << QByteArray("Content-Type: application/x-www-form-urlencoded\r\n")
                                << QByteArray(R"({"data":"1"})") << 415;
        QTest::newRow("no type") << QByteArray() << QByteArray(R"({"data":"1"})") << 415;
        QTest::newRow("compressed") << json + "Content-Encoding: gzip\r\n" << QByteArray("x") << 415;
        QTest::newRow("not JSON") << json << QByteArray("{data") << 400;
        QTest::newRow("no body") << json << QByteArray() << 400;
        QTest::newRow("no data") << json << QByteArray(R"({"type":"x"})") << 400;
        QTest::newRow("an array") << json << QByteArray("[]") << 400;
        QTest::newRow("as large as may be")
            << json << "{\"data\":\"" + QByteArray(65536 - 11, 'x') + "\"}" << 201;
        QTest::newRow("one byte larger")
            << json << "{\"data\":\"" + QByteArray(65537 - 11, 'x') + "\"}" << 413;
    }
    void publishes()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        ServerAtHand hand;
        hand.publish(6);
        RawClient client(hand.port);
        client.send(requestBytes("POST", "/events", headers, body));
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, status);
        QCOMPARE(hand.server.log().lastId(), status == 201 ? 7 : 6);
        if (status == 201) {
            QCOMPARE(answer->body, QByteArray("{\"id\":7}"));
            QCOMPARE(answer->value("Location"), QByteArray("/events?after=6"));
        } else {
            QVERIFY2(answer->body.startsWith("{\"error\":\""), answer->body.constData());
        }
    }

    void servesThePage()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/?run=all");
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->value("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(answer->body.startsWith("<!DOCTYPE html>"));
        QVERIFY(answer->body.trimmed().endsWith("</html>"));
        QVERIFY(answer->body.size() < 60000);
        for (const char *other : {"http://", "https://", "src=", "@import"})
            QVERIFY2(!answer->body.contains(other), other);
    }

    void listensAgainAfterClosing()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/wait");
        QTRY_COMPARE(hand.server.heldCount(), 1);
        hand.server.close();
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 204);
        QTRY_VERIFY(client.isClosed());
        hand.publish(1);
        const auto port = hand.server.listen();
        QVERIFY(port.has_value());
        RawClient next(*port);
        next.get("/events");
        TAKE_ANSWER(polled, next);
        QCOMPARE(polled->body, QByteArray(R"([{"id":1,"type":"message","data":"x1"}])"));
    }

    void saysThatAPortIsTaken()
    {
        ServerAtHand hand;
        EventServer second(hand.clock);
        const auto result = second.listen(hand.port);
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(QString::number(hand.port)),
                 qPrintable(result.error().message));
    }
};

QTEST_GUILESS_MAIN(TestEventServer)
#include "tst_eventserver.moc"
