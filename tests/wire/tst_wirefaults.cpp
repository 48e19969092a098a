// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wirefixture.h"

#include <QTest>

#include <sys/socket.h>

using namespace wiretale;

using namespace std::chrono_literals;

namespace {

const QByteArray aRequest = "GET /events/stream HTTP/1.1\r\nHost: x\r\nUser-Agent: Wiretale/1 (one)\r\n\r\n";
const QByteArray aStreamHead
    = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
const QByteArray anEvent = "id: 1\ndata: x\n\n";

auto everybody()
{
    return [](const QString &) { return true; };
}

} // namespace

// What the wire does to connections on purpose, and how it passes on the ways in which peers leave.
class TestWireFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutTellsBothEnds();
    void aCutMeansWhomItNames();
    void whatIsInFlightIsLostWithTheCut();
    void aSilentCutTellsNobody();
    void whatIsIdleIsCut();
    void whatPassesKeepsAConnectionFromTheIdleCut();
    void aResetIsPassedOn();
    void aClientThatOnlyStopsSendingIsStillAnswered();
    void theWireThatClosesSaysSo();
};

void TestWireFaults::aCutTellsBothEnds()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.wire->cut(everybody(), false);
    QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(
        bench.waitFor([&] { return bench.server.socket().state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 0; }));
    const QList<RecordNumber> faults = bench.sink.numbersOf(MessageKind::Fault);
    QCOMPARE(faults.size(), 1);
    QCOMPARE(bench.sink.at(faults.first()).record.code, quint16(FaultKind::Cut));
    QCOMPARE(bench.sink.numbersOf(MessageKind::Close).size(), 2);
    QCOMPARE(bench.clock.pendingCount(), 0);
}

void TestWireFaults::aCutMeansWhomItNames()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.wire->cut([](const QString &name) { return name == u"two"; }, false);
    QVERIFY(bench.sink.numbersOf(MessageKind::Fault).isEmpty());
    bench.wire->cut([](const QString &name) { return name == u"one"; }, false);
    QCOMPARE(bench.sink.numbersOf(MessageKind::Fault).size(), 1);
}

void TestWireFaults::whatIsInFlightIsLostWithTheCut()
{
    WireBench bench({.latency = 50ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Request) == 1; }));
    bench.wire->cut(everybody(), false);
    QVERIFY(bench.sink.at(bench.sink.numbersOf(MessageKind::Request).constFirst()).isLost);
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 0; }));
    QCOMPARE(bench.sink.undecidedCount(), 0);
    QCOMPARE(bench.server.received(), QByteArray());
}

void TestWireFaults::aSilentCutTellsNobody()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.wire->cut(everybody(), true);
    bench.server.socket().write(aStreamHead + anEvent);
    QVERIFY(bench.drive([&] { return bench.sink.count(MessageKind::Event) == 1; }));
    QVERIFY(bench.sink.at(bench.sink.numbersOf(MessageKind::Event).constFirst()).isLost);
    QCOMPARE(client->received(), QByteArray());
    QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(bench.server.socket().state(), QAbstractSocket::ConnectedState);
    // It is over when both gave up.
    client->disconnectFromHost();
    bench.server.socket().disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 0; }));
}

void TestWireFaults::whatIsIdleIsCut()
{
    WireBench bench;
    bench.wire->setIdleCut(10s);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.clock.advance(9s);
    QCOMPARE(bench.sink.count(MessageKind::Fault), 0);
    bench.clock.advance(1s);
    QCOMPARE(bench.sink.count(MessageKind::Fault), 1);
    QCOMPARE(bench.sink.at(bench.sink.numbersOf(MessageKind::Fault).constFirst()).record.code,
             quint16(FaultKind::IdleCut));
    QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
}

void TestWireFaults::whatPassesKeepsAConnectionFromTheIdleCut()
{
    WireBench bench;
    bench.wire->setIdleCut(10s);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.server.socket().write(aStreamHead);
    QVERIFY(bench.drive([&] { return client->received() == aStreamHead; }));
    for (int i = 1; i <= 5; ++i) {
        bench.clock.advance(9s);
        bench.server.socket().write(":\n\n");
        QVERIFY(bench.drive([&] { return bench.sink.count(MessageKind::Heartbeat) == i; }));
    }
    QCOMPARE(bench.sink.count(MessageKind::Fault), 0);
    bench.wire->setIdleCut(0s);
    bench.clock.advance(1h);
    QCOMPARE(bench.sink.count(MessageKind::Fault), 0);
}

void TestWireFaults::aResetIsPassedOn()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    const linger atOnce {1, 0};
    ::setsockopt(int(client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    client->abort();
    QVERIFY(
        bench.waitFor([&] { return bench.server.socket().state() == QAbstractSocket::UnconnectedState; }));
    const QList<RecordNumber> closings = bench.sink.numbersOf(MessageKind::Close);
    QCOMPARE(closings.size(), 1);
    QCOMPARE(bench.sink.at(closings.first()).record.code, quint16(1));
    QVERIFY(bench.waitFor([&] { return bench.wire->connectionCount() == 0; }));
}

void TestWireFaults::aClientThatOnlyStopsSendingIsStillAnswered()
{
    // As with `nc -N`; the server at the other end is one that knows the difference.
    WireBench bench({.latency = 5ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return client->bytesToWrite() == 0; }));
    bench.server.socket().write(aStreamHead + anEvent);
    ::shutdown(int(client->socketDescriptor()), SHUT_WR);
    QVERIFY(bench.drive([&] { return bench.sink.count(MessageKind::Close) >= 1; }));
    QVERIFY(bench.drive([&] { return client->received() == aStreamHead + anEvent; }));
    QCOMPARE(bench.sink.at(bench.sink.numbersOf(MessageKind::Close).constFirst()).record.direction,
             Direction::ClientToServer);
    QVERIFY(!bench.sink.at(bench.sink.numbersOf(MessageKind::Event).constFirst()).isLost);
}

void TestWireFaults::theWireThatClosesSaysSo()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    bench.wire->close();
    QCOMPARE(bench.sink.count(MessageKind::Close), 2);
    QCOMPARE(bench.sink.undecidedCount(), 0);
    QVERIFY(bench.waitFor([&] { return client->state() == QAbstractSocket::UnconnectedState; }));
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
