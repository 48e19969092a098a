// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"
#include "wirefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

const QByteArray aRequest = "GET /events/stream HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray aStreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

bool isOver(const WireBench &bench)
{
    return bench.wire->connectionCount() == 0;
}

// How a client leaves, by its number: at another moment of its life each, in order or torn.
void live(WireBench &bench, ScriptedClient &client, int number)
{
    switch (number % 5) {
    case 0:
        break;
    case 1:
        client.write(aRequest);
        break;
    case 2:
        client.write(aRequest.first(10));
        break;
    case 3:
        client.write(QByteArray(20'000, '\xff'));
        break;
    default:
        client.write("GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nnot yet");
        break;
    }
    if (number % 15 == 0)
        bench.settle();
    if (number % 2 == 0)
        client.abort();
    else
        client.disconnectFromHost();
}

} // namespace

// Whoever leaves, and whenever: each direction ends once, nothing is lost that could arrive, nothing remains.
class TestWireEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnBothSides_data();
    void endsOnBothSides();
    void aClosingTravelsBehindItsBytes();
    void aClientLeavesBeforeItsOpeningArrived();
    void aClientLeavesWhileItsAnswerIsInFlight();
    void aHeldStreamIsLeft();
    void theRestOfAStreamIsReadAfterItsEnd();
    void anAnswerCutShortComesOnce();
    void bytesBehindAnUpgradeComeOnceAndInOrder();
    void aServerThatCannotBeReached();
    void aThousandClientsLeave_data();
    void aThousandClientsLeave();
    void theWireGoesAtAnyMoment_data();
    void theWireGoesAtAnyMoment();
    void theWireListensAgain();
};

void TestWireEndings::endsOnBothSides_data()
{
    QTest::addColumn<bool>("clientLeaves");
    QTest::addColumn<LinkProfile>("link");
    for (const bool clientLeaves : {true, false}) {
        const char *who = clientLeaves ? "the client leaves" : "the server leaves";
        QTest::addRow("%s, no latency", who) << clientLeaves << LinkProfile {};
        QTest::addRow("%s, latency", who) << clientLeaves << LinkProfile {.latency = 50ms};
        QTest::addRow("%s, latency, bandwidth and jitter", who)
            << clientLeaves << LinkProfile {.latency = 50ms, .bitsPerSecond = 1'000'000, .jitter = 20ms};
    }
}

void TestWireEndings::endsOnBothSides()
{
    QFETCH(bool, clientLeaves);
    QFETCH(LinkProfile, link);
    WireBench bench(link);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.server.socket().write(aStreamHead);
    QVERIFY(bench.drive([&] { return client->received() == aStreamHead; }));
    QTcpSocket &leaver = clientLeaves ? *client : bench.server.socket();
    QTcpSocket &stayer = clientLeaves ? bench.server.socket() : *client;
    leaver.disconnectFromHost();
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    QVERIFY(bench.waitFor([&] { return stayer.state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(stayer.error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(bench.sink.finalComplaint(), QString());
    const QList<RecordNumber> closings = bench.sink.numbersOf(MessageKind::Close);
    const Direction first = clientLeaves ? Direction::ClientToServer : Direction::ServerToClient;
    QCOMPARE(bench.sink.at(closings.at(0)).record.direction, first);
    for (const RecordNumber number : closings)
        QCOMPARE(bench.sink.at(number).record.code, quint16(0));
    QCOMPARE(bench.clock.pendingCount(), 0);
}

void TestWireEndings::aClosingTravelsBehindItsBytes()
{
    WireBench bench({.latency = 20ms, .bitsPerSecond = 8000});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 1; }));
    const RecordNumber closing = bench.sink.numbersOf(MessageKind::Close).constFirst();
    QCOMPARE(bench.sink.at(closing).record.departedNs, Nanoseconds(40ms).count());
    bench.clock.advance(aRequest.size() * 1ms + 20ms - 1ns);
    bench.settle();
    QCOMPARE(bench.server.socket().state(), QAbstractSocket::ConnectedState);
    bench.clock.advance(1ns);
    QVERIFY(
        bench.waitFor([&] { return bench.server.socket().state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(bench.server.received(), aRequest);
    QCOMPARE(bench.sink.arrivals(), (QList<RecordNumber> {1, 2, closing}));
}

void TestWireEndings::aClientLeavesBeforeItsOpeningArrived()
{
    WireBench bench({.latency = 100ms});
    auto client = bench.connectClient();
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Open) == 1; }));
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
    bench.settle();
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    // What it said before it left is heard when it could have been said.
    QCOMPARE(bench.sink.at(2).record.kind, MessageKind::Request);
    QVERIFY(bench.sink.at(2).record.departedNs >= Nanoseconds(200ms).count());
    QCOMPARE(bench.server.received(), aRequest);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::aClientLeavesWhileItsAnswerIsInFlight()
{
    WireBench bench({.latency = 100ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.server.socket().write(aStreamHead + "data: 1\n\n");
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Event) == 1; }));
    client->abort();
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    QVERIFY(bench.sink.at(bench.sink.numbersOf(MessageKind::Response).constFirst()).isLost);
    QVERIFY(bench.sink.at(bench.sink.numbersOf(MessageKind::Event).constFirst()).isLost);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::aHeldStreamIsLeft()
{
    WireBench bench;
    QSignalSpy failures(bench.wire.get(), &Wire::failed);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest; }));
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(failures.size(), 0);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::theRestOfAStreamIsReadAfterItsEnd()
{
    // Far more than the wire may hold: its end is seen long before the last byte can be read.
    WireBench bench({.latency = 10ms});
    bench.wire->setHoldLimit(10'000);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    const QByteArray body(3'000'000, 'x');
    bench.server.socket().write("HTTP/1.1 200 OK\r\n\r\n" + body);
    bench.server.socket().disconnectFromHost();
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(client->received().size(), body.size() + 19);
    QCOMPARE(client->received(), bench.sink.stream(1, Direction::ServerToClient));
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::anAnswerCutShortComesOnce()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest; }));
    const QByteArray torn = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this";
    bench.server.socket().write(torn);
    bench.server.socket().disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(client->received(), torn);
    QCOMPARE(bench.sink.bytesThatDeparted(Direction::ServerToClient), torn.size());
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::bytesBehindAnUpgradeComeOnceAndInOrder()
{
    // A client may not send frames before it was granted the upgrade; if it does, they wait for the answer.
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    const QByteArray upgrade
        = "GET /events/socket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const QByteArray frame = QByteArray::fromHex("8185000000006161616161");
    client->write(upgrade + frame.repeated(3));
    QVERIFY(bench.waitFor([&] { return bench.server.received() == upgrade; }));
    client->write(frame.repeated(2));
    bench.settle();
    bench.server.socket().write("HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QVERIFY(
        bench.waitFor([&] { return bench.server.received().size() >= upgrade.size() + 5 * frame.size(); }));
    bench.settle();
    QCOMPARE(bench.server.received(), upgrade + frame.repeated(5));
    QCOMPARE(bench.sink.count(MessageKind::Frame), 5);
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::aServerThatCannotBeReached()
{
    WireBench bench({.latency = 10ms});
    QSignalSpy failures(bench.wire.get(), &Wire::failed);
    const quint16 port = bench.server.serverPort();
    bench.server.close();
    std::array<std::unique_ptr<ScriptedClient>, 3> clients;
    for (auto &client : clients) {
        client = bench.connectClient();
        client->write(aRequest);
    }
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 3; }));
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    for (const auto &client : clients)
        QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(failures.size(), 1);
    QVERIFY(failures.at(0).at(0).toString().contains(QString::number(port)));
    for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Close)) {
        const Record &closing = bench.sink.at(number).record;
        QCOMPARE(closing.code, quint16(closing.direction == Direction::ServerToClient ? 1 : 0));
    }
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireEndings::aThousandClientsLeave_data()
{
    QTest::addColumn<LinkProfile>("link");
    QTest::newRow("no latency") << LinkProfile {};
    QTest::newRow("latency and jitter") << LinkProfile {.latency = 30ms, .jitter = 30ms};
}

void TestWireEndings::aThousandClientsLeave()
{
    QFETCH(LinkProfile, link);
    constexpr int Count = 1000;
    WireBench bench(link);
    std::vector<std::unique_ptr<ScriptedClient>> clients;
    for (int number = 0; number < Count; ++number) {
        clients.push_back(bench.connectClient());
        ScriptedClient &client = *clients.back();
        // Some are gone before the wire has seen them; of those the system need not tell.
        if (number % 7 != 0)
            QVERIFY(bench.waitFor([&] { return client.state() == QAbstractSocket::ConnectedState; }));
        live(bench, client, number);
        bench.clock.advance(number % 11 * 1ms);
    }
    QVERIFY(
        bench.drive([&] { return isOver(bench) && bench.sink.count(MessageKind::Open) >= Count * 6 / 7; }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
    QCOMPARE(bench.clock.pendingCount(), 0);
}

void TestWireEndings::theWireGoesAtAnyMoment_data()
{
    QTest::addColumn<int>("turns");
    QTest::addColumn<bool>("isDestroyed");
    for (const bool isDestroyed : {true, false}) {
        for (const int turns : {0, 1, 2, 3, 5, 8, 12, 16, 20, 30, 40})
            QTest::addRow("%s after %d turns", isDestroyed ? "destroyed" : "closed", turns)
                << turns << isDestroyed;
    }
}

void TestWireEndings::theWireGoesAtAnyMoment()
{
    QFETCH(int, turns);
    QFETCH(bool, isDestroyed);
    WireBench bench({.latency = 10ms, .bitsPerSecond = 1'000'000, .jitter = 5ms});
    std::vector<std::unique_ptr<ScriptedClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(bench.connectClient());
        clients.back()->write(i % 2 == 0 ? aRequest : aRequest.first(20));
    }
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 10; }));
    int turn = 0;
    (void)bench.drive([&] {
        for (int i = 0; i < bench.server.count(); ++i) {
            if (bench.server.socket(i).state() == QAbstractSocket::ConnectedState)
                bench.server.socket(i).write("HTTP/1.1 204 No Content\r\n\r\n");
            if (turn % 5 == i)
                clients.at(size_t(i))->abort();
        }
        return turn++ >= turns;
    });
    bench.wire->close();
    QCOMPARE(bench.wire->connectionCount(), 0);
    if (isDestroyed)
        bench.wire.reset();
    // Every record's fate is told, and nothing calls any more.
    QCOMPARE(bench.sink.undecidedCount(), 0);
    QCOMPARE(bench.sink.complaint(), QString());
    QCOMPARE(bench.clock.pendingCount(), 0);
    const size_t count = bench.sink.entries().size();
    bench.clock.advance(10s);
    bench.settle();
    QCOMPARE(bench.sink.entries().size(), count);
    for (const auto &client : clients)
        QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
}

void TestWireEndings::theWireListensAgain()
{
    WireBench bench;
    const quint16 port = bench.wire->port();
    {
        const auto client = bench.connectAndOpen();
        QVERIFY(client);
        client->disconnectFromHost();
        QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 2; }));
        // With the end of that connection still to be told.
        bench.wire->close();
    }
    QCOMPARE(bench.wire->port(), quint16(0));
    QVERIFY(bench.wire->listen(port, Wire::PortChoice::Exactly, bench.server.serverPort()));
    const auto client = bench.connectClient();
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.count() == 2 && bench.server.received(1) == aRequest; }));
    QCOMPARE(bench.wire->connectionCount(), 1);
    QCOMPARE(bench.sink.at(bench.sink.numbersOf(MessageKind::Open).at(1)).record.connection,
             ConnectionNumber(2));
}

QTEST_GUILESS_MAIN(TestWireEndings)
#include "tst_wireendings.moc"
