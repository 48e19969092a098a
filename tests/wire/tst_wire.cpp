// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"
#include "wirefixture.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

const QByteArray aRequest = "GET /events?after=3 HTTP/1.1\r\nHost: x\r\nUser-Agent: curl/8\r\n\r\n";
const QByteArray anAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]";

qint64 ns(Nanoseconds time)
{
    return time.count();
}

} // namespace

// When messages depart and arrive, and what is recorded of them.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExchangeTravelsByLatency();
    void anExchangeTravelsByBandwidth();
    void anOpeningCostsARoundTrip();
    void zeroLatencyPassesAtOnce();
    void nothingArrivesWhilePaused();
    void aStepIsOneArrival_data();
    void aStepIsOneArrival();
    void aStepAtZeroLatencyIsOneArrival();
    void aStepDoesNotTakeWhatItsSenderHeldBack();
    void aNewLinkHoldsForWhatDepartsAfter();
    void jitterIsReproducibleAndNeverReorders();
    void answersBelongToTheirRequests();
    void connectionsAreNumberedInOrderOfOpening();
    void aClientIsNamedBeforeItsOpeningArrived();
    void aClientWithoutARequestIsNamedAtItsClose();
    void aConnectionWithoutAWordStaysUnnamed();
    void aNameIsFreeOnceItsClientLeft();
    void aPortInUseIsAnError();
    void theNextFreePortIsTaken();
};

void TestWire::anExchangeTravelsByLatency()
{
    WireBench bench({.latency = 20ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 1; }));
    const RecordNumber request = bench.sink.numbersOf(MessageKind::Request).constFirst();
    QCOMPARE(bench.sink.at(request).record.departedNs, ns(40ms));

    bench.clock.advance(20ms - 1ns);
    bench.settle();
    QVERIFY(!bench.sink.at(request).hasArrived());
    QCOMPARE(bench.server.received(), QByteArray());
    bench.clock.advance(1ns);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest; }));
    QCOMPARE(bench.sink.at(request).record.arrivedNs, ns(60ms));

    bench.clock.advance(100ms);
    bench.server.socket().write(anAnswer);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Response) == 1; }));
    const RecordNumber answer = bench.sink.numbersOf(MessageKind::Response).constFirst();
    bench.clock.advance(20ms);
    QVERIFY(bench.waitFor([&] { return client->received() == anAnswer; }));
    QCOMPARE(bench.sink.at(answer).record.departedNs, ns(160ms));
    QCOMPARE(bench.sink.at(answer).record.arrivedNs, ns(180ms));
    QCOMPARE(bench.sink.at(answer).record.code, quint16(200));
    QCOMPARE(bench.sink.complaint(), QString());
}

void TestWire::anExchangeTravelsByBandwidth()
{
    // A byte a millisecond, each way by itself.
    WireBench bench({.latency = 5ms, .bitsPerSecond = 8000});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest + aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 2; }));
    bench.server.socket().write(anAnswer);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Response) == 1; }));
    bench.clock.advance(10s);
    const QList<RecordNumber> requests = bench.sink.numbersOf(MessageKind::Request);
    const RecordNumber answer = bench.sink.numbersOf(MessageKind::Response).constFirst();
    QCOMPARE(bench.sink.at(requests.at(0)).record.arrivedNs, ns(10ms + aRequest.size() * 1ms + 5ms));
    QCOMPARE(bench.sink.at(requests.at(1)).record.arrivedNs, ns(10ms + 2 * aRequest.size() * 1ms + 5ms));
    QCOMPARE(bench.sink.at(answer).record.arrivedNs, ns(10ms + anAnswer.size() * 1ms + 5ms));
}

void TestWire::anOpeningCostsARoundTrip()
{
    WireBench bench({.latency = 30ms});
    const auto client = bench.connectClient();
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Open) == 1; }));
    bench.clock.advance(30ms - 1ns);
    bench.settle();
    QCOMPARE(bench.server.count(), 0);
    bench.clock.advance(1ns);
    QVERIFY(bench.waitFor([&] { return bench.server.count() == 1; }));
    QCOMPARE(bench.sink.at(1).record.arrivedNs, ns(30ms));
    bench.clock.advance(30ms - 1ns);
    bench.settle();
    QCOMPARE(bench.sink.count(MessageKind::Request), 0);
    bench.clock.advance(1ns);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 1; }));
    QCOMPARE(bench.sink.at(2).record.departedNs, ns(60ms));
}

void TestWire::zeroLatencyPassesAtOnce()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest; }));
    bench.server.socket().write(anAnswer);
    QVERIFY(bench.waitFor([&] { return client->received() == anAnswer; }));
    // Not one turn of the clock was needed.
    QCOMPARE(bench.clock.now(), 0ns);
    QCOMPARE(bench.clock.pendingCount(), 0);
    QCOMPARE(bench.sink.undecidedCount(), 0);
}

void TestWire::nothingArrivesWhilePaused()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.clock.advance(7ms);
    bench.clock.pause();
    client->write(aRequest);
    bench.server.socket().write(anAnswer);
    QVERIFY(bench.waitFor([&] { return bench.sink.entries().size() == 3; }));
    bench.clock.advance(5s);
    bench.settle();
    QCOMPARE(bench.sink.undecidedCount(), 2);
    QCOMPARE(bench.server.received() + client->received(), QByteArray());
    bench.clock.resume();
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest && client->received() == anAnswer; },
                        0ns));
    QCOMPARE(bench.sink.at(2).record.arrivedNs, ns(7ms));
    QCOMPARE(bench.sink.at(3).record.arrivedNs, ns(7ms));
}

void TestWire::aStepIsOneArrival_data()
{
    QTest::addColumn<LinkProfile>("link");
    QTest::newRow("no latency") << LinkProfile {};
    QTest::newRow("latency, all at the same time") << LinkProfile {.latency = 20ms};
    QTest::newRow("bandwidth, one after another") << LinkProfile {.latency = 20ms, .bitsPerSecond = 8000};
}

void TestWire::aStepIsOneArrival()
{
    QFETCH(LinkProfile, link);
    constexpr int Count = 5;
    WireBench bench(link);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.clock.pause();
    client->write(aRequest.repeated(Count));
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == Count; }));
    QCOMPARE(bench.sink.arrivals().size(), 1); // the opening
    for (int i = 1; i <= Count; ++i) {
        bench.clock.stepToNextArrival();
        bench.clock.advance(10s);
        QCOMPARE(bench.sink.arrivals().size(), 1 + i);
        QVERIFY(bench.clock.isPaused());
        QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest.repeated(i); }));
    }
}

void TestWire::aStepAtZeroLatencyIsOneArrival()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.clock.pause();
    bench.clock.stepToNextArrival();
    client->write(aRequest.repeated(3));
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 3; }));
    bench.settle();
    QCOMPARE(bench.sink.arrivals().size(), 2);
    QVERIFY(bench.clock.isPaused());
    QCOMPARE(bench.server.received(), aRequest);
}

void TestWire::aStepDoesNotTakeWhatItsSenderHeldBack()
{
    // So little may be held that the second request is read only when the first has arrived.
    WireBench bench;
    bench.wire->setHoldLimit(1);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.clock.pause();
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 1; }));
    client->write(aRequest);
    bench.settle();
    QCOMPARE(bench.sink.count(MessageKind::Request), 1);
    for (int i = 1; i <= 2; ++i) {
        bench.clock.stepToNextArrival();
        bench.clock.advance(1s);
        QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest.repeated(i); }));
        bench.settle();
        QCOMPARE(bench.sink.arrivals().size(), 1 + i);
    }
}

void TestWire::aNewLinkHoldsForWhatDepartsAfter()
{
    WireBench bench({.latency = 500ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 1; }));
    bench.wire->setLink({.latency = 10ms});
    bench.clock.advance(100ms);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 2; }));
    bench.server.socket().write(anAnswer);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Response) == 1; }));
    bench.clock.advance(1s);
    QCOMPARE(bench.sink.at(2).record.arrivedNs, ns(1500ms)); // as it departed
    QCOMPARE(bench.sink.at(3).record.arrivedNs, ns(1500ms)); // not before the first
    QCOMPARE(bench.sink.at(4).record.arrivedNs, ns(1110ms)); // the other way nothing stands before it
    QVERIFY(bench.waitFor([&] { return bench.server.received() == aRequest + aRequest; }));
}

void TestWire::jitterIsReproducibleAndNeverReorders()
{
    const auto arrivalsOfARun = [](quint32 seed) {
        WireBench bench({.latency = 10ms, .jitter = 40ms, .seed = seed});
        QList<qint64> arrivals;
        const auto client = bench.connectClient();
        client->write(aRequest.repeated(20));
        const bool departed = bench.drive([&] { return bench.sink.count(MessageKind::Request) == 20; }, 1ms);
        bench.clock.advance(1s);
        const bool came = bench.waitFor([&] { return bench.server.received() == aRequest.repeated(20); });
        if (!departed || !came || !bench.sink.complaint().isEmpty())
            return arrivals;
        const qint64 base = bench.sink.at(2).record.departedNs;
        for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Request))
            arrivals << bench.sink.at(number).record.arrivedNs - base;
        return arrivals;
    };
    const QList<qint64> first = arrivalsOfARun(5);
    QCOMPARE(first.size(), 20);
    QVERIFY(std::ranges::is_sorted(first));
    QVERIFY(first.constFirst() < first.constLast());
    QCOMPARE(arrivalsOfARun(5), first);
    QVERIFY(arrivalsOfARun(6) != first);
}

void TestWire::answersBelongToTheirRequests()
{
    WireBench bench;
    const auto one = bench.connectAndOpen();
    const auto other = bench.connectAndOpen();
    QVERIFY(one && other);
    other->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.received(1) == aRequest; }));
    one->write(aRequest + aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.received(0) == aRequest + aRequest; }));
    bench.server.socket(0).write(anAnswer + anAnswer);
    bench.server.socket(1).write(anAnswer);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Response) == 3; }));
    for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Request))
        QCOMPARE(bench.sink.at(number).record.exchange, RecordNumber(0));
    QList<RecordNumber> answered;
    for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Response)) {
        const Record &answer = bench.sink.at(number).record;
        const Record &request = bench.sink.at(answer.exchange).record;
        QCOMPARE(request.kind, MessageKind::Request);
        QCOMPARE(request.connection, answer.connection);
        answered << answer.exchange;
    }
    std::ranges::sort(answered);
    QCOMPARE(answered, bench.sink.numbersOf(MessageKind::Request));
}

void TestWire::connectionsAreNumberedInOrderOfOpening()
{
    WireBench bench;
    std::vector<std::unique_ptr<ScriptedClient>> clients(3);
    for (auto &client : clients)
        client = bench.connectAndOpen();
    QCOMPARE(bench.wire->connectionCount(), 3);
    const QList<RecordNumber> openings = bench.sink.numbersOf(MessageKind::Open);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bench.sink.at(openings.at(i)).record.connection, ConnectionNumber(i + 1));
}

void TestWire::aClientIsNamedBeforeItsOpeningArrived()
{
    WireBench bench({.latency = 1s});
    const auto client = bench.connectClient();
    client->write("GET / HTTP/1.1\r\nUser-Agent: Wiretale/0.1 (Anna)\r\n\r\n");
    QVERIFY(bench.waitFor([&] { return bench.sink.nameOf(1) == QStringLiteral("Anna"); }));
    QCOMPARE(bench.clock.now(), 0ns);
    QVERIFY(bench.drive([&] { return bench.sink.count(MessageKind::Request) == 1; }, 100ms));
    QCOMPARE(bench.sink.complaint(), QString());
}

void TestWire::aClientWithoutARequestIsNamedAtItsClose()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write("Hi");
    QVERIFY(bench.waitFor([&] { return client->bytesToWrite() == 0; }));
    bench.settle();
    QCOMPARE(bench.sink.nameOf(1), QString());
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.sink.nameOf(1) == QStringLiteral("client-1"); }));
}

void TestWire::aConnectionWithoutAWordStaysUnnamed()
{
    WireBench bench;
    const auto silent = bench.connectAndOpen();
    const auto curl = bench.connectAndOpen();
    QVERIFY(silent && curl);
    silent->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 1; }));
    curl->write(aRequest);
    curl->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 0; }));
    QCOMPARE(bench.sink.nameOf(1), QString());
    QCOMPARE(bench.sink.nameOf(2), QStringLiteral("curl-1"));
    QCOMPARE(bench.sink.count(MessageKind::Open), 2);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWire::aNameIsFreeOnceItsClientLeft()
{
    // Its closing travels for long yet, but whoever comes now comes after it.
    WireBench bench({.latency = 10s});
    const auto first = bench.connectAndOpen();
    const auto second = bench.connectAndOpen();
    QVERIFY(first && second);
    first->write(aRequest);
    QVERIFY(bench.waitFor([&] { return !bench.sink.nameOf(1).isEmpty(); }));
    second->write(aRequest);
    QVERIFY(bench.waitFor([&] { return !bench.sink.nameOf(2).isEmpty(); }));
    first->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 1; }));
    const auto third = bench.connectClient();
    third->write(aRequest);
    QVERIFY(bench.waitFor([&] { return !bench.sink.nameOf(3).isEmpty(); }));
    QCOMPARE(bench.sink.nameOf(1), QStringLiteral("curl-1"));
    QCOMPARE(bench.sink.nameOf(2), QStringLiteral("curl-2"));
    QCOMPARE(bench.sink.nameOf(3), QStringLiteral("curl-1"));
}

void TestWire::aPortInUseIsAnError()
{
    WireBench bench;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Wire wire(bench.clock, bench.sink);
    const auto port = wire.listen(other.serverPort(), Wire::PortChoice::Exactly, 1);
    QVERIFY(!port);
    QVERIFY(port.error().message.contains(QString::number(other.serverPort())));
    QVERIFY(port.error().message.contains(QStringLiteral("--port")));
    QCOMPARE(wire.port(), quint16(0));
}

void TestWire::theNextFreePortIsTaken()
{
    WireBench bench;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Wire wire(bench.clock, bench.sink);
    const auto port
        = wire.listen(other.serverPort(), Wire::PortChoice::ThisOrNextFree, bench.server.serverPort());
    QVERIFY(port);
    QVERIFY(*port > other.serverPort());
    QCOMPARE(wire.port(), *port);
    ScriptedClient client(*port);
    client.write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.server.count() == 1 && bench.server.received() == aRequest; }));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
