// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/eventsourceclient.h"
#include "clientathand.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace wiretale;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestEventSourceClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensThePageFirst();
    void hearsEventsAsTheyCome();
    void asksForWhatItMissed_data();
    void asksForWhatItMissed();
    void waitsAsLongAsTheStreamAsks_data();
    void waitsAsLongAsTheStreamAsks();
    void saysThatNobodyListens();
    void endsForGood_data();
    void endsForGood();
    void tellsAGap();
    void takesNoEventWithoutANumber();
    void publishesByPost();
    void hearsNothingAfterStop_data();
    void hearsNothingAfterStop();
    void startsAgainAtOnce();
    void leavesAPageThatIsAsked();
    void sharesSixConnections();
    void leavesASharedNetwork();
};

using AtHand = ClientAtHand<EventSourceClient>;

namespace {

const QByteArray streamHead
    = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray block(int id, const QByteArray &data)
{
    return "id: " + QByteArray::number(id) + "\ndata: " + data + "\n\n";
}

} // namespace

void TestEventSourceClient::opensThePageFirst()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    QCOMPARE(page->target(), "/");
    page->answer(httpAnswer(200, "<p>"));
    NEXT_QUESTION(stream, at.server);
    QCOMPARE(stream->target(), "/events/stream?lastEventId=0");
    QCOMPARE(stream->value("Accept"), "text/event-stream");
    QCOMPARE(stream->value("Last-Event-ID"), QByteArray());
    QCOMPARE(at.client.state(), Client::State::Connecting);
    stream->answer(streamHead);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    QVERIFY(!at.client.upcoming());
}

void TestEventSourceClient::hearsEventsAsTheyCome()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(stream, at.server);
    const QByteArray first = "event: price\n" + block(1, "a");
    stream->answer(streamHead + chunk(first.first(9)) + chunk(first.sliced(9)) + chunk(": still here\n\n"));
    QTRY_COMPARE(at.heard, QStringList {u"1 price a"_s});
    // Seen before, twice; then two in one chunk.
    stream->answer(chunk(block(1, "a")) + chunk(block(2, "b") + block(2, "b") + block(3, "c")));
    QTRY_COMPARE(at.heard, (QStringList {u"1 price a"_s, u"2 message b"_s, u"3 message c"_s}));
    QCOMPARE(at.failures, QStringList());
}

void TestEventSourceClient::asksForWhatItMissed_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("ended in good order") << chunk({});
    QTest::newRow("ended in good order in the middle of an event") << chunk("id: 2\ndata: b\n") + chunk({});
    QTest::newRow("cut between two events") << QByteArray();
    QTest::newRow("cut in the middle of an event") << chunk("id: 2\ndata: b\n");
    QTest::newRow("cut in the middle of a chunk") << chunk(block(2, "b")).chopped(4);
    QTest::newRow("cut in the middle of a chunk's size") << QByteArray("1");
}

void TestEventSourceClient::asksForWhatItMissed()
{
    QFETCH(QByteArray, rest);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(streamHead + chunk(block(1, "a")));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    first->answer(rest);
    first->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 3s);
    QCOMPARE(at.heard.size(), 1);
    at.clock.advance(3s);
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->target(), "/events/stream");
    QCOMPARE(second->value("Last-Event-ID"), "1");
    second->answer(streamHead + chunk(block(2, "b") + block(3, "c")));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s, u"3 message c"_s}));
    QCOMPARE(at.failures, QStringList());
}

void TestEventSourceClient::waitsAsLongAsTheStreamAsks_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<std::chrono::milliseconds>("wait");
    QTest::newRow("less than the default")
        << QByteArray("retry: 700\n\n") << std::chrono::milliseconds {700ms};
    QTest::newRow("nothing") << QByteArray("retry: 0\n\n") << std::chrono::milliseconds {0ms};
    QTest::newRow("the last one counts")
        << QByteArray("retry: 700\n\nretry: 5000\n\n") << std::chrono::milliseconds {5000ms};
    QTest::newRow("no number") << QByteArray("retry: soon\n\n") << std::chrono::milliseconds {3000ms};
    QTest::newRow("longer than the clock can count")
        << QByteArray("retry: 9223372036854775807\n\n") << std::chrono::milliseconds {24h};
}

void TestEventSourceClient::waitsAsLongAsTheStreamAsks()
{
    QFETCH(QByteArray, field);
    QFETCH(std::chrono::milliseconds, wait);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(streamHead + chunk(field) + chunk({}));
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), wait);
    at.clock.advance(wait);
    // It holds for the connections that follow (9.2.3).
    NEXT_QUESTION(second, at.server);
    second->answer(streamHead + chunk({}));
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), wait);
}

void TestEventSourceClient::saysThatNobodyListens()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(streamHead + chunk(block(1, "a")));
    QTRY_COMPARE(at.heard.size(), 1);
    at.server.leave();
    first->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    at.clock.advance(3s);
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 3s);
}

void TestEventSourceClient::endsForGood_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("failureCount");
    QTest::newRow("204") << httpAnswer(204) << 0;
    QTest::newRow("status 500") << httpAnswer(500, "{}", "Connection: close\r\n") << 1;
    QTest::newRow("status 404, its body under way")
        << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{") << 1;
    QTest::newRow("another type, without end")
        << "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + chunk(block(1, "a"))
        << 1;
    QTest::newRow("a line without end") << streamHead + chunk("data: " + QByteArray(1 << 21, 'x')) << 1;
    QTest::newRow("an event without end")
        << streamHead + chunk(QByteArray("data: 0123456789\n").repeated(1 << 17)) << 1;
}

void TestEventSourceClient::endsForGood()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, failureCount);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(stream, at.server);
    // Such as that something was aborted which was over.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    stream->answer(answer);
    QTRY_COMPARE(at.client.state(), Client::State::Ended);
    QTRY_COMPARE(at.failures.size(), failureCount);
    QVERIFY(!at.client.upcoming());
    QCOMPARE(at.clock.pendingCount(), 0);
    QCOMPARE(at.heard, QStringList());
    // What is of no use is not held open.
    if (failureCount > 0)
        QTRY_VERIFY(stream->isClosed());
    QCOMPARE(at.failures.size(), failureCount);
    // A stop and a start are a page opened anew.
    at.client.stop();
    at.client.start();
    NEXT_QUESTION(again, at.server);
    QCOMPARE(again->target(), "/events/stream?lastEventId=0");
}

void TestEventSourceClient::tellsAGap()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(streamHead + chunk("event: gap\ndata: {\"from\":1,\"to\":4}\n\n" + block(5, "e"))
                  + chunk({}));
    QTRY_COMPARE(at.heard, (QStringList {u"gap 1-4"_s, u"5 message e"_s}));
    at.clock.advance(3s);
    NEXT_QUESTION(second, at.server);
    QCOMPARE(second->value("Last-Event-ID"), "5");
}

void TestEventSourceClient::takesNoEventWithoutANumber()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(stream, at.server);
    stream->answer(streamHead + chunk("id: one\ndata: a\n\n" + block(2, "b")));
    QTRY_COMPARE(at.heard, QStringList {u"2 message b"_s});
    QCOMPARE(at.failures.size(), 1);
}

void TestEventSourceClient::publishesByPost()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(stream, at.server);
    stream->answer(streamHead);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    QCOMPARE(post->body, "{\"type\":\"chat\",\"data\":\"hi\"}");
    QVERIFY(post->socket != stream->socket);
    post->answer(httpAnswer(201, "{\"id\":1}"));
    QTRY_COMPARE(at.heard, QStringList {u"published 1"_s});
}

void TestEventSourceClient::hearsNothingAfterStop_data()
{
    QTest::addColumn<bool>("stopInSlot");
    QTest::newRow("stopped while it listens and publishes") << false;
    QTest::newRow("stopped by whoever heard the first of two events") << true;
}

void TestEventSourceClient::hearsNothingAfterStop()
{
    QFETCH(bool, stopInSlot);
    AtHand at;
    at.client.start();
    NEXT_QUESTION(stream, at.server);
    stream->answer(streamHead);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    if (stopInSlot)
        connect(&at.client, &Client::received, &at.client, &Client::stop);
    else
        at.client.stop();
    stream->answer(chunk(block(1, "a") + block(2, "b")));
    QTRY_VERIFY(stream->isClosed() && post->isClosed());
    QCOMPARE(at.client.state(), Client::State::Stopped);
    QCOMPARE(at.heard.size(), stopInSlot ? 1 : 0);
    QCOMPARE(at.client.lastEventId(), stopInSlot ? 1 : 0);
    QCOMPARE(at.failures, QStringList());
    at.clock.advance(Client::IdleConnectionTime);
    QCOMPARE(at.clock.pendingCount(), 0);
}

void TestEventSourceClient::startsAgainAtOnce()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(old, at.server);
    old->answer(streamHead + chunk(block(1, "a")));
    QTRY_COMPARE(at.heard.size(), 1);
    at.client.stop();
    at.client.start();
    old->answer(chunk(block(2, "old")));
    NEXT_QUESTION(next, at.server);
    QCOMPARE(next->value("Last-Event-ID"), "1");
    next->answer(streamHead + chunk(block(2, "new")));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message new"_s}));
    QTRY_VERIFY(old->isClosed());
}

void TestEventSourceClient::leavesAPageThatIsAsked()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    at.client.stop();
    QTRY_VERIFY(page->isClosed());
    QCOMPARE(at.server.asked().size(), 1);
    QCOMPARE(at.failures, QStringList());
}

// As the tabs of one browser do: the seventh stream waits.
void TestEventSourceClient::sharesSixConnections()
{
    Clock clock(Clock::Drive::ByHand);
    ScriptedServer server;
    ClientNetwork network;
    std::vector<std::unique_ptr<EventSourceClient>> tabs;
    std::vector<ScriptedServer::Question> streams;
    for (int i = 0; i < 7; ++i) {
        tabs.push_back(std::make_unique<EventSourceClient>(clock, u"tab %1"_s.arg(i), server.origin()));
        tabs.back()->shareNetwork(network);
    }
    for (int i = 0; i < 6; ++i) {
        tabs[size_t(i)]->start();
        NEXT_QUESTION(stream, server);
        stream->answer(streamHead);
        QTRY_COMPARE(tabs[size_t(i)]->state(), Client::State::Listening);
        streams.push_back(*stream);
    }
    const qsizetype askedBefore = server.asked().size();
    tabs[6]->start();
    // Something said and heard on each of the six, so that the seventh had its time.
    for (const ScriptedServer::Question &stream : streams)
        stream.answer(chunk(block(1, "a")));
    for (int i = 0; i < 6; ++i)
        QTRY_COMPARE(tabs[size_t(i)]->receivedCount(), 1);
    QCOMPARE(tabs[6]->state(), Client::State::OpeningPage);
    QCOMPARE(server.asked().size(), askedBefore);
    QCOMPARE(server.connectionCount(), 6);

    tabs[2]->stop();
    NEXT_QUESTION(seventh, server);
    QCOMPARE(seventh->target(), "/events/stream?lastEventId=0");
    QVERIFY(seventh->value("User-Agent").endsWith("(tab 6)"));
    QTRY_VERIFY(streams[2].isClosed());
    // The others did not notice.
    streams[0].answer(chunk(block(2, "b")));
    QTRY_COMPARE(tabs[0]->receivedCount(), 2);
    QCOMPARE(tabs[0]->state(), Client::State::Listening);
}

void TestEventSourceClient::leavesASharedNetwork()
{
    Clock clock(Clock::Drive::ByHand);
    ScriptedServer server;
    ClientNetwork network;
    auto tab = std::make_unique<EventSourceClient>(clock, u"tab"_s, server.origin());
    tab->shareNetwork(network);
    tab->start();
    NEXT_QUESTION(stream, server);
    stream->answer(streamHead);
    QTRY_COMPARE(tab->state(), Client::State::Listening);
    tab.reset();
    QTRY_VERIFY(stream->isClosed());
}

QTEST_GUILESS_MAIN(TestEventSourceClient)
#include "tst_eventsourceclient.moc"
