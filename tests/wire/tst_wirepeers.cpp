// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"
#include "wirefixture.h"

#include <QTest>
#include <QtEndian>

#include <cerrno>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

const QByteArray aRequest = "GET /events HTTP/1.1\r\nHost: x\r\nUser-Agent: curl/8\r\n\r\n";

void resetInsteadOfClosing(int descriptor)
{
    const linger atOnce {1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

void leaveWithReset(QTcpSocket &socket)
{
    resetInsteadOfClosing(int(socket.socketDescriptor()));
    socket.abort();
}

// A client that can end its sending alone, reads when it is told to, and sees how the other side ends.
class RawClient
{
public:
    explicit RawClient(quint16 port)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(port);
        address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
        m_isConnected
            = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_descriptor); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    [[nodiscard]] bool send(const QByteArray &bytes) const
    {
        return ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    void endSending() const { ::shutdown(m_descriptor, SHUT_WR); }

    // Reads what is there. True once the other side has ended; error() says how.
    bool readToEnd()
    {
        QByteArray piece(1 << 20, Qt::Uninitialized);
        while (!m_error) {
            const ssize_t count = ::recv(m_descriptor, piece.data(), size_t(piece.size()), MSG_DONTWAIT);
            if (count > 0)
                m_received += piece.first(count);
            else if (count == 0)
                m_error = 0;
            else if (errno == EAGAIN)
                return false;
            else
                m_error = errno;
        }
        return true;
    }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    // 0: in order.
    [[nodiscard]] int error() const { return m_error.value_or(-1); }

private:
    int m_descriptor;
    bool m_isConnected = false;
    QByteArray m_received;
    std::optional<int> m_error;
};

bool isOver(const WireBench &bench)
{
    return bench.wire->connectionCount() == 0;
}

} // namespace

// Peers that do what QTcpSocket does not: they end one direction alone, and tell a reset from a closing.
class TestWirePeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClientSeesHowItEnded_data();
    void theClientSeesHowItEnded();
    void anAnswerToAHalfClosedClientComesWhole();
    void aReceiverLeavesWhileItsSenderIsHeldBack_data();
    void aReceiverLeavesWhileItsSenderIsHeldBack();
    void aResetFindsWhatIsStillUnderWay();
    void aRequestInPiecesNamesItsClientEarly();
    void aSilentCutWhileTheOpeningTravels();
    void aSilentCutWhileClosing();
    void aSilentCutStaysSilentWhenTheWireCloses();
    void aCutWhileTheOpeningTravels();
};

void TestWirePeers::theClientSeesHowItEnded_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("error");
    QTest::addColumn<LinkProfile>("link");
    for (const auto &[how, link] :
         {std::pair("no latency", LinkProfile {}), std::pair("latency", LinkProfile {.latency = 20ms})}) {
        QTest::addRow("the server closes, %s", how) << QStringLiteral("close") << 0 << link;
        QTest::addRow("the server resets, %s", how) << QStringLiteral("reset") << ECONNRESET << link;
        QTest::addRow("the wire is cut, %s", how) << QStringLiteral("cut") << ECONNRESET << link;
        QTest::addRow("the wire closes in peace, %s", how) << QStringLiteral("end") << 0 << link;
    }
}

void TestWirePeers::theClientSeesHowItEnded()
{
    QFETCH(QString, ending);
    QFETCH(LinkProfile, link);
    WireBench bench(link);
    {
        RawClient client(bench.wire->port());
        QVERIFY(client.isConnected());
        QVERIFY(client.send(aRequest));
        QVERIFY(
            bench.drive([&] { return bench.server.count() == 1 && bench.server.received() == aRequest; }));
        if (ending == u"close")
            bench.server.socket().disconnectFromHost();
        else if (ending == u"reset")
            leaveWithReset(bench.server.socket());
        else if (ending == u"cut")
            bench.wire->cut([](const QString &name) { return name == u"curl-1"; }, false);
        else
            bench.wire->close();
        QVERIFY(bench.drive([&] { return client.readToEnd(); }));
        QTEST(client.error(), "error");
    }
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
    QCOMPARE(bench.clock.pendingCount(), 0);
    const bool isReset = ending == u"reset" || ending == u"cut";
    for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Close))
        QCOMPARE(bench.sink.at(number).record.code, quint16(isReset ? 1 : 0));
}

void TestWirePeers::anAnswerToAHalfClosedClientComesWhole()
{
    // As `nc -N` asks; and it is slow to read, so that both directions are over long before all was sent.
    WireBench bench;
    RawClient client(bench.wire->port());
    QVERIFY(client.send(aRequest));
    QVERIFY(bench.waitFor([&] { return bench.server.count() == 1 && bench.server.received() == aRequest; }));
    // A request that it does not take keeps QTcpSocket from taking the end of one direction for that of both.
    bench.server.stopReading();
    QVERIFY(client.send(aRequest));
    QVERIFY(bench.waitFor([&] { return bench.server.socket().bytesAvailable() > 0; }));
    client.endSending();
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 1; }));
    const QByteArray answer = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(6'000'000, 'x');
    bench.wire->setHoldLimit(answer.size());
    bench.server.socket().write(answer);
    QVERIFY(bench.waitFor([&] { return bench.server.socket().bytesToWrite() == 0; }));
    ::shutdown(int(bench.server.socket().socketDescriptor()), SHUT_WR);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 2; }));
    bench.settle();
    QVERIFY(bench.waitFor([&] { return client.readToEnd(); }));
    QCOMPARE(client.error(), 0);
    QVERIFY(client.received() == answer);
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aReceiverLeavesWhileItsSenderIsHeldBack_data()
{
    QTest::addColumn<LinkProfile>("link");
    QTest::newRow("no latency") << LinkProfile {};
    QTest::newRow("latency") << LinkProfile {.latency = 3ms};
}

void TestWirePeers::aReceiverLeavesWhileItsSenderIsHeldBack()
{
    QFETCH(LinkProfile, link);
    WireBench bench(link);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->stopReading();
    bench.server.socket().write(QByteArray(48'000'000, 'x'));
    qint64 departed = -1;
    int idleTurns = 0;
    QVERIFY(bench.drive([&] {
        const qint64 now = bench.sink.bytesThatDeparted(Direction::ServerToClient);
        idleTurns = now > 0 && now == departed ? idleTurns + 1 : 0;
        departed = now;
        return idleTurns > 100;
    }));
    QVERIFY(bench.server.socket().bytesToWrite() > 0);
    leaveWithReset(*client);
    QVERIFY(bench.drive([&] { return isOver(bench); }));
    QVERIFY(
        bench.waitFor([&] { return bench.server.socket().state() == QAbstractSocket::UnconnectedState; }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aResetFindsWhatIsStillUnderWay()
{
    // The answer set out before its client reset; the one who sent it hears of that when it is long gone.
    WireBench bench({.latency = 100ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->write(aRequest);
    QVERIFY(bench.drive([&] { return bench.server.received() == aRequest; }));
    leaveWithReset(*client);
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 1; }));
    bench.clock.advance(50ms);
    bench.server.socket().write("HTTP/1.1 204 No Content\r\n\r\n");
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Response) == 1; }));
    const RecordNumber answer = bench.sink.numbersOf(MessageKind::Response).constFirst();
    bench.clock.advance(50ms);
    QVERIFY(
        bench.waitFor([&] { return bench.server.socket().state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(!bench.sink.at(answer).isLost);
    bench.clock.advance(50ms);
    QVERIFY(bench.sink.at(answer).isLost);
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(bench.sink.count(MessageKind::Close), 1);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aRequestInPiecesNamesItsClientEarly()
{
    WireBench bench({.latency = 1s});
    const auto client = bench.connectClient();
    client->write(aRequest.first(30));
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Open) == 1; }));
    bench.settle();
    QCOMPARE(bench.sink.nameOf(1), QString());
    client->write(aRequest.sliced(30));
    QVERIFY(bench.waitFor([&] { return bench.sink.nameOf(1) == QStringLiteral("curl-1"); }));
    QCOMPARE(bench.clock.now(), 0ns);
    QVERIFY(bench.drive([&] { return bench.server.count() == 1 && bench.server.received() == aRequest; }));
    QCOMPARE(bench.sink.count(MessageKind::Request), 1);
}

void TestWirePeers::aSilentCutWhileTheOpeningTravels()
{
    WireBench bench({.latency = 50ms});
    const auto client = bench.connectClient();
    client->write(aRequest);
    QVERIFY(bench.waitFor([&] { return !bench.sink.nameOf(1).isEmpty(); }));
    bench.wire->cut([](const QString &) { return true; }, true);
    bench.clock.advance(10s);
    bench.settle();
    // Its opening was lost, so it was never let in to speak.
    QVERIFY(bench.sink.at(1).isLost);
    QCOMPARE(bench.sink.count(MessageKind::Request), 0);
    QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(bench.server.count(), 0);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aSilentCutWhileClosing()
{
    WireBench bench({.latency = 50ms});
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    client->disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Close) == 1; }));
    bench.wire->cut([](const QString &) { return true; }, true);
    bench.clock.advance(10s);
    bench.settle();
    QCOMPARE(bench.server.socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(bench.wire->connectionCount(), 1);
    bench.server.socket().disconnectFromHost();
    QVERIFY(bench.waitFor([&] { return isOver(bench); }));
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aSilentCutStaysSilentWhenTheWireCloses()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.wire->cut([](const QString &) { return true; }, true);
    bench.wire->close();
    QCOMPARE(bench.sink.count(MessageKind::Close), 2);
    for (const RecordNumber number : bench.sink.numbersOf(MessageKind::Close))
        QVERIFY(bench.sink.at(number).isLost);
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWirePeers::aCutWhileTheOpeningTravels()
{
    WireBench bench({.latency = 50ms});
    RawClient client(bench.wire->port());
    QVERIFY(client.send(aRequest));
    QVERIFY(bench.waitFor([&] { return !bench.sink.nameOf(1).isEmpty(); }));
    bench.wire->cut([](const QString &) { return true; }, false);
    QVERIFY(bench.waitFor([&] { return client.readToEnd() && isOver(bench); }));
    QCOMPARE(client.error(), ECONNRESET);
    QCOMPARE(bench.server.count(), 0);
    QCOMPARE(bench.sink.finalComplaint(), QString());
    QCOMPARE(bench.clock.pendingCount(), 0);
}

QTEST_GUILESS_MAIN(TestWirePeers)
#include "tst_wirepeers.moc"
