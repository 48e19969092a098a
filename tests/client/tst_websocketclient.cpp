// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/websocketclient.h"
#include "clientathand.h"

#include <QRegularExpression>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestWebSocketClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensThePageFirst();
    void hearsEachEventOnce();
    void asksForWhatItMissed_data();
    void asksForWhatItMissed();
    void waitsLongerAfterEachFailure_data();
    void waitsLongerAfterEachFailure();
    void saysThatNobodyListens();
    void refusesWhatIsNoEvent_data();
    void refusesWhatIsNoEvent();
    void tellsAGap();
    void publishesInAFrame();
    void publishesInFragments();
    void publishesByPostUntilItIsOpen();
    void pings();
    void saysGoodbye();
    void hearsNothingAfterStop_data();
    void hearsNothingAfterStop();
    void startsAgainAtOnce_data();
    void startsAgainAtOnce();
    void startsAgainFromWithinAFailure();
};

namespace {

constexpr quint8 Fin = 0x80;
constexpr quint8 Continuation = 0x0;
constexpr quint8 Text = 0x1;
constexpr quint8 Close = 0x8;
constexpr quint8 Ping = 0x9;

QByteArray eventFrame(int id, const QByteArray &data)
{
    return serverFrame(Fin | Text, eventText(id, data));
}

QByteArray closeFrame(quint16 code)
{
    return serverFrame(Fin | Close, QByteArray(1, char(code >> 8)) + char(code & 0xff));
}

struct AtHand : ClientAtHand<WebSocketClient>
{
    /// Takes the client's next handshake and accepts it.
    [[nodiscard]] std::optional<ScriptedServer::Question> acceptNext()
    {
        std::optional<ScriptedServer::Question> handshake = server.next();
        if (handshake)
            server.acceptSocket(*handshake);
        return handshake;
    }
};

} // namespace

#define ACCEPT(name, at)                                                                                     \
    std::optional<ScriptedServer::Question> name;                                                            \
    QTRY_VERIFY((name) || ((name) = (at).acceptNext()))

#define NEXT_FRAME(name, at, question)                                                                       \
    std::optional<ClientFrame> name;                                                                         \
    QTRY_VERIFY((name) || ((name) = takeClientFrame((at).server.bytesOf((question)->socket))))

void TestWebSocketClient::opensThePageFirst()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.start();
    NEXT_QUESTION(page, at.server);
    QCOMPARE(page->target(), "/");
    page->answer(httpAnswer(200, "<p>"));
    NEXT_QUESTION(handshake, at.server);
    QCOMPARE(handshake->target(), "/events/socket?after=0");
    QCOMPARE(at.client.state(), Client::State::Connecting);
    QVERIFY(!at.client.upcoming());
    at.server.acceptSocket(*handshake);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
}

void TestWebSocketClient::hearsEachEventOnce()
{
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    const QByteArray third = eventText(3, "c");
    socket->answer(eventFrame(1, "a") + eventFrame(2, "b").first(5));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    socket->answer(eventFrame(2, "b").sliced(5) + eventFrame(1, "a"));
    socket->answer(serverFrame(Text, third.first(4)) + serverFrame(Fin | Ping, "?")
                   + serverFrame(Fin | Continuation, third.sliced(4)));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s, u"3 message c"_s}));
    QCOMPARE(at.failures, QStringList());
}

void TestWebSocketClient::asksForWhatItMissed_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("failure"); // what is said contains it; empty: nothing is said
    QTest::newRow("closed in good order") << closeFrame(1000) << QString();
    QTest::newRow("closed as the server goes") << closeFrame(1001) << u"code 1001"_s;
    QTest::newRow("closed for a fault of the server's") << closeFrame(1011) << u"code 1011"_s;
    QTest::newRow("cut between two frames") << QByteArray() << u"closed: "_s;
    QTest::newRow("cut in the middle of a frame") << eventFrame(2, "b").chopped(4) << u"closed: "_s;
    QTest::newRow("a frame of no known kind") << serverFrame(Fin | 0x3, "x") << u"code 1002"_s;
    QTest::newRow("more bytes than anyone wants")
        << QByteArray("\x81\x7f\x00\x00\x00\x00\x7f\xff\xff\xff", 10) << u"code 1009"_s;
}

void TestWebSocketClient::asksForWhatItMissed()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, failure);
    const int failureCount = failure.isEmpty() ? 0 : 1;
    AtHand at;
    at.client.start();
    ACCEPT(first, at);
    first->answer(eventFrame(1, "a"));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    first->answer(rest);
    first->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.failures.size(), failureCount);
    QVERIFY2(failure.isEmpty() || at.failures.first().contains(failure), qPrintable(at.failures.join(u'|')));
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 1s);
    at.clock.advance(1s);
    ACCEPT(second, at);
    QCOMPARE(second->target(), "/events/socket?after=1");
    second->answer(eventFrame(2, "b"));
    QTRY_COMPARE(at.heard, (QStringList {u"1 message a"_s, u"2 message b"_s}));
    QCOMPARE(at.failures.size(), failureCount);
}

void TestWebSocketClient::waitsLongerAfterEachFailure_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("status 500") << httpAnswer(500);
    QTest::newRow("a page instead of a handshake") << httpAnswer(200, "<p>Sign in</p>");
    QTest::newRow("a wrong key") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
    QTest::newRow("no answer") << QByteArray();
}

void TestWebSocketClient::waitsLongerAfterEachFailure()
{
    QFETCH(QByteArray, answer);
    AtHand at;
    at.client.start();
    int failureCount = 0;
    for (const std::chrono::seconds wait : {1s, 2s, 4s}) {
        NEXT_QUESTION(handshake, at.server);
        handshake->answer(answer);
        handshake->close();
        ++failureCount;
        QTRY_COMPARE(at.failures.size(), failureCount);
        QCOMPARE(at.client.state(), Client::State::Reconnecting);
        QCOMPARE(at.dueIn(Upcoming::What::Reconnect), wait);
        at.clock.advance(wait);
    }
    ACCEPT(good, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    good->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 1s);
}

void TestWebSocketClient::saysThatNobodyListens()
{
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    at.server.leave();
    socket->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    at.clock.advance(1s);
    QTRY_COMPARE(at.failures.size(), 2);
    QCOMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.dueIn(Upcoming::What::Reconnect), 2s);
}

void TestWebSocketClient::refusesWhatIsNoEvent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("an event without its id") << QByteArray(R"({"data":"x"})");
    QTest::newRow("a number") << QByteArray("7");
}

void TestWebSocketClient::refusesWhatIsNoEvent()
{
    QFETCH(QByteArray, text);
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    socket->answer(serverFrame(Fin | Text, text) + eventFrame(1, "a"));
    QTRY_COMPARE(at.heard, QStringList {u"1 message a"_s});
    QCOMPARE(at.failures.size(), 1);
    QVERIFY2(at.failures.first().contains(QString::fromUtf8(text)), qPrintable(at.failures.first()));
}

void TestWebSocketClient::tellsAGap()
{
    AtHand at;
    at.client.start();
    ACCEPT(first, at);
    first->answer(serverFrame(Fin | Text, R"({"type":"gap","from":1,"to":4})") + closeFrame(1000));
    QTRY_COMPARE(at.heard, QStringList {u"gap 1-4"_s});
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    at.clock.advance(1s);
    ACCEPT(second, at);
    QCOMPARE(second->target(), "/events/socket?after=4");
}

void TestWebSocketClient::publishesInAFrame()
{
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    at.client.publish("chat", "привет");
    NEXT_FRAME(frame, at, socket);
    QCOMPARE(int(frame->first), Fin | Text);
    QCOMPARE(frame->payload, R"({"type":"chat","data":"привет"})");
}

void TestWebSocketClient::publishesInFragments()
{
    AtHand at;
    at.client.setFrameSize(16);
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    at.client.publish("chat", "0123456789");
    NEXT_FRAME(first, at, socket);
    NEXT_FRAME(second, at, socket);
    NEXT_FRAME(third, at, socket);
    const QByteArray text = R"({"type":"chat","data":"0123456789"})";
    QCOMPARE(*first, (ClientFrame {.first = Text, .payload = text.first(16)}));
    QCOMPARE(*second, (ClientFrame {.first = Continuation, .payload = text.sliced(16, 16)}));
    QCOMPARE(*third, (ClientFrame {.first = Fin | Continuation, .payload = text.sliced(32)}));
    // From now on whole again.
    at.client.setFrameSize(1000);
    at.client.publish("chat", "0123456789");
    NEXT_FRAME(whole, at, socket);
    QCOMPARE(int(whole->first), Fin | Text);
}

void TestWebSocketClient::publishesByPostUntilItIsOpen()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(handshake, at.server);
    at.client.publish("chat", "hi");
    NEXT_QUESTION(post, at.server);
    QCOMPARE(post->method() + ' ' + post->target(), "POST /events");
    post->answer(httpAnswer(201, "{\"id\":1}"));
    QTRY_COMPARE(at.heard, QStringList {u"published 1"_s});
}

void TestWebSocketClient::pings()
{
    AtHand at;
    at.client.setPingInterval(5s);
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    QCOMPARE(at.dueIn(Upcoming::What::Heartbeat), 5s);
    at.clock.advance(5s);
    NEXT_FRAME(ping, at, socket);
    QCOMPARE(int(ping->first), Fin | Ping);
    QCOMPARE(at.dueIn(Upcoming::What::Heartbeat), 5s);
    at.client.setPingInterval(0s);
    QVERIFY(!at.client.upcoming());
    at.client.setPingInterval(2s);
    QCOMPARE(at.dueIn(Upcoming::What::Heartbeat), 2s);
    socket->close();
    QTRY_COMPARE(at.client.state(), Client::State::Reconnecting);
    QCOMPARE(at.clock.pendingCount(), 1); // only the reconnect
}

void TestWebSocketClient::saysGoodbye()
{
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    at.client.stop();
    NEXT_FRAME(close, at, socket);
    QCOMPARE(*close, (ClientFrame {.first = Fin | Close, .payload = QByteArray("\x03\xe8", 2)}));
    QTRY_VERIFY(socket->isClosed());
}

void TestWebSocketClient::hearsNothingAfterStop_data()
{
    QTest::addColumn<bool>("stopInSlot");
    QTest::newRow("stopped while it listens") << false;
    QTest::newRow("stopped by whoever heard the first of two events") << true;
}

void TestWebSocketClient::hearsNothingAfterStop()
{
    QFETCH(bool, stopInSlot);
    AtHand at;
    at.client.start();
    ACCEPT(socket, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    if (stopInSlot)
        connect(&at.client, &Client::received, &at.client, &Client::stop);
    else
        at.client.stop();
    socket->answer(eventFrame(1, "a") + eventFrame(2, "b"));
    QTRY_VERIFY(socket->isClosed());
    QCOMPARE(at.client.state(), Client::State::Stopped);
    QCOMPARE(at.heard.size(), stopInSlot ? 1 : 0);
    QCOMPARE(at.client.lastEventId(), stopInSlot ? 1 : 0);
    QCOMPARE(at.failures, QStringList());
    at.clock.advance(Client::IdleConnectionTime);
    QCOMPARE(at.clock.pendingCount(), 0);
}

void TestWebSocketClient::startsAgainAtOnce_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::newRow("while the old one is closing") << true;
    QTest::newRow("while the old one is connecting") << false;
}

void TestWebSocketClient::startsAgainAtOnce()
{
    QFETCH(bool, accepted);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    AtHand at;
    at.client.start();
    NEXT_QUESTION(old, at.server);
    if (accepted) {
        at.server.acceptSocket(*old);
        QTRY_COMPARE(at.client.state(), Client::State::Listening);
    }
    at.client.stop();
    at.client.start();
    if (!accepted)
        at.server.acceptSocket(*old);
    old->answer(eventFrame(1, "old"));
    ACCEPT(next, at);
    QVERIFY(next->socket != old->socket);
    next->answer(eventFrame(1, "new"));
    QTRY_COMPARE(at.heard, QStringList {u"1 message new"_s});
    QTRY_VERIFY(old->isClosed());
    QCOMPARE(at.client.state(), Client::State::Listening);
    at.client.publish("chat", "hi");
    NEXT_FRAME(frame, at, next);
    QCOMPARE(int(frame->first), Fin | Text);
    QCOMPARE(at.failures, QStringList());
    QCOMPARE(at.clock.pendingCount(), 0);
}

void TestWebSocketClient::startsAgainFromWithinAFailure()
{
    AtHand at;
    at.client.start();
    NEXT_QUESTION(bad, at.server);
    connect(&at.client, &Client::failed, &at.client, [&at] {
        at.client.stop();
        at.client.start();
    });
    bad->answer(httpAnswer(500));
    bad->close();
    ACCEPT(good, at);
    QTRY_COMPARE(at.client.state(), Client::State::Listening);
    QCOMPARE(at.failures.size(), 1);
    QCOMPARE(at.clock.pendingCount(), 0);
    QCOMPARE(at.server.asked().size(), 4);
}

QTEST_GUILESS_MAIN(TestWebSocketClient)
#include "tst_websocketclient.moc"
