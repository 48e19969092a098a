// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/wire.h"
#include "wirefixture.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sys/resource.h>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr qint64 OneRead = 65'536;

QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.generate() & 0xffU);
    return bytes;
}

QByteArray chunked(const QByteArray &bytes, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray body;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min<qsizetype>(1 + random.bounded(100'000), bytes.size() - at);
        body += QByteArray::number(size, 16) + "\r\n" + bytes.sliced(at, size) + "\r\n";
        at += size;
    }
    return body + "0\r\n\r\n";
}

QByteArray eventStream(int count)
{
    QByteArray body;
    for (int i = 1; i <= count; ++i)
        body += "id: " + QByteArray::number(i) + "\ndata: " + QByteArray(i % 300, 'd') + "\n\n:\n\n";
    return body;
}

QByteArray frames(int count, bool isMasked)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const QByteArray payload = randomBytes(i % 126, quint32(i));
        bytes += char(0x82);
        bytes += char(payload.size() | (isMasked ? 0x80 : 0));
        bytes += isMasked ? QByteArray(4, '\0') : QByteArray();
        bytes += payload;
    }
    return bytes;
}

// Opens files until the process may open no more. The limit stays low, so that there are not too many.
std::vector<QFile *> takeAllDescriptors()
{
    constexpr rlim_t Few = 256;
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return {};
    limit.rlim_cur = std::min(limit.rlim_cur, Few);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return {};
    std::vector<QFile *> files;
    for (auto file = std::make_unique<QFile>(QStringLiteral("/dev/null")); file->open(QIODevice::ReadOnly);
         file = std::make_unique<QFile>(QStringLiteral("/dev/null")))
        files.push_back(file.release());
    return files;
}

// Writes in random pieces, so that nothing depends on how TCP cuts a stream.
class PieceWriter
{
public:
    PieceWriter(QTcpSocket &socket, QByteArray bytes, quint32 seed)
        : m_socket(socket)
        , m_bytes(std::move(bytes))
        , m_random(seed)
    {
    }
    void writeNext()
    {
        const qsizetype size = std::min<qsizetype>(1 + m_random.bounded(60'000), m_bytes.size() - m_at);
        m_socket.write(m_bytes.sliced(m_at, size));
        m_at += size;
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QTcpSocket &m_socket;
    QByteArray m_bytes;
    QRandomGenerator m_random;
    qsizetype m_at = 0;
};

} // namespace

// What comes out is what went in, however much it is, and the wire holds no more of it than it may.
class TestWireStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOutAsItWentIn_data();
    void comesOutAsItWentIn();
    void holdsNoMoreThanItMayWhilePaused_data();
    void holdsNoMoreThanItMayWhilePaused();
    void waitsForASlowReceiver_data();
    void waitsForASlowReceiver();
    void holdsNotTooManySmallMessages();
    void bytesBehindAnUpgradeAreBounded();
    void livesWithoutDescriptors();
};

void TestWireStreams::comesOutAsItWentIn_data()
{
    QTest::addColumn<QByteArray>("up");
    QTest::addColumn<QByteArray>("down");
    QTest::addColumn<LinkProfile>("link");
    QTest::addColumn<qint64>("holdLimit");

    const QByteArray noise = randomBytes(700'000, 1);
    const QByteArray get = "GET /events/stream HTTP/1.1\r\nHost: x\r\n\r\n";
    const QByteArray upgrade
        = "GET /events/socket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const std::array<std::pair<const char *, std::pair<QByteArray, QByteArray>>, 7> streams {
        {{"noise both ways", {noise, randomBytes(900'000, 2)}},
         {"a long upload, a short answer",
          {"POST /events HTTP/1.1\r\nContent-Length: 700000\r\n\r\n" + noise,
           ok + "Content-Length: 2\r\n\r\nok"}},
         {"chunks both ways",
          {"POST /events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(noise, 3),
           ok + "Transfer-Encoding: chunked\r\n\r\n" + chunked(noise, 4)}},
         {"an event stream", {get, ok + "Content-Type: text/event-stream\r\n\r\n" + eventStream(2000)}},
         {"a body that ends with the connection", {get, ok + "\r\n" + noise}},
         {"requests and answers, one after another",
          {get.repeated(300), (ok + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x')).repeated(300)}},
         {"frames behind an upgrade",
          {upgrade + frames(3000, true),
           "HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n" + frames(3000, false)}}}};
    const std::array<std::pair<const char *, LinkProfile>, 2> links {
        {{"no latency", {}},
         {"a slow line", {.latency = 20ms, .bitsPerSecond = 20'000'000, .jitter = 10ms}}}};
    for (const auto &[what, bytes] : streams) {
        for (const auto &[how, link] : links) {
            for (const qint64 limit : {1, 100'000, 1024 * 1024})
                QTest::addRow("%s, %s, %lld bytes held", what, how, limit)
                    << bytes.first << bytes.second << link << limit;
        }
    }
}

void TestWireStreams::comesOutAsItWentIn()
{
    QFETCH(QByteArray, up);
    QFETCH(QByteArray, down);
    QFETCH(LinkProfile, link);
    QFETCH(qint64, holdLimit);
    WireBench bench(link);
    bench.wire->setHoldLimit(holdLimit);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    PieceWriter upward(*client, up, 11);
    PieceWriter downward(bench.server.socket(), down, 12);
    QVERIFY(bench.drive([&] {
        upward.writeNext();
        downward.writeNext();
        return bench.server.received().size() >= up.size() && client->received().size() >= down.size();
    }));
    client->disconnectFromHost();
    QVERIFY(bench.drive([&] { return bench.wire->connectionCount() == 0; }));

    QVERIFY(bench.server.received() == up);
    QVERIFY(client->received() == down);
    // The records say the same, to the byte and in the same order.
    QVERIFY(bench.sink.stream(1, Direction::ClientToServer) == up);
    QVERIFY(bench.sink.stream(1, Direction::ServerToClient) == down);
    QCOMPARE(bench.sink.bytesThatDeparted(Direction::ClientToServer), up.size());
    QCOMPARE(bench.sink.bytesThatDeparted(Direction::ServerToClient), down.size());
    QCOMPARE(bench.sink.finalComplaint(), QString());
}

void TestWireStreams::holdsNoMoreThanItMayWhilePaused_data()
{
    QTest::addColumn<bool>("isUpward");
    QTest::addColumn<qint64>("limit");
    for (const qint64 limit : {OneRead, qint64(1024 * 1024)}) {
        QTest::addRow("from the client, %lld bytes", limit) << true << limit;
        QTest::addRow("from the server, %lld bytes", limit) << false << limit;
    }
}

void TestWireStreams::holdsNoMoreThanItMayWhilePaused()
{
    QFETCH(bool, isUpward);
    QFETCH(qint64, limit);
    WireBench bench;
    bench.wire->setHoldLimit(limit);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.clock.pause();
    QTcpSocket &sender = isUpward ? *client : bench.server.socket();
    const Direction direction = isUpward ? Direction::ClientToServer : Direction::ServerToClient;
    // More than the kernel takes for itself.
    const QByteArray bytes = randomBytes(24'000'000, 5);
    sender.write(bytes);
    QVERIFY(bench.waitFor([&] { return bench.sink.bytesThatDeparted(direction) >= limit; }));
    bench.settle();
    QVERIFY(bench.sink.bytesThatDeparted(direction) <= limit + OneRead);
    QVERIFY(sender.bytesToWrite() > 0);

    bench.clock.resume();
    const auto received = [&] { return isUpward ? bench.server.received() : client->received(); };
    QVERIFY(bench.drive([&] { return received().size() == bytes.size(); }));
    QVERIFY(received() == bytes);
    QCOMPARE(sender.bytesToWrite(), 0);
}

void TestWireStreams::waitsForASlowReceiver_data()
{
    QTest::addColumn<bool>("isUpward");
    QTest::addColumn<LinkProfile>("link");
    QTest::newRow("the server reads nothing") << true << LinkProfile {};
    QTest::newRow("the client reads nothing") << false << LinkProfile {};
    QTest::newRow("the server reads nothing, latency") << true << LinkProfile {.latency = 3ms};
    QTest::newRow("the client reads nothing, latency") << false << LinkProfile {.latency = 3ms};
}

void TestWireStreams::waitsForASlowReceiver()
{
    QFETCH(bool, isUpward);
    QFETCH(LinkProfile, link);
    WireBench bench(link);
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    bench.server.stopReading();
    client->stopReading();
    QTcpSocket &sender = isUpward ? *client : bench.server.socket();
    const Direction direction = isUpward ? Direction::ClientToServer : Direction::ServerToClient;
    const QByteArray bytes = randomBytes(48'000'000, 6);
    sender.write(bytes);
    // It goes on until it is stuck: then turn after turn nothing departs any more.
    qint64 departed = -1;
    int idleTurns = 0;
    QVERIFY(bench.drive([&] {
        const qint64 now = bench.sink.bytesThatDeparted(direction);
        idleTurns = now > 0 && now == departed ? idleTurns + 1 : 0;
        departed = now;
        return idleTurns > 100;
    }));
    QVERIFY(sender.bytesToWrite() > 0);
    QVERIFY(departed < bytes.size());

    bench.server.goOnReading();
    client->goOnReading();
    const auto received = [&] { return isUpward ? bench.server.received() : client->received(); };
    QVERIFY(bench.drive([&] { return received().size() == bytes.size(); }));
    QVERIFY(received() == bytes);
}

void TestWireStreams::holdsNotTooManySmallMessages()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    const QByteArray upgrade
        = "GET /events/socket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    client->write(upgrade);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == upgrade; }));
    const QByteArray granted = "HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    bench.server.socket().write(granted);
    QVERIFY(bench.waitFor([&] { return client->received() == granted; }));
    bench.clock.pause();
    // Empty frames of two bytes: within the limit by their bytes, but not by what each costs.
    constexpr int Count = 200'000;
    bench.server.socket().write(QByteArray::fromHex("8200").repeated(Count));
    constexpr qsizetype Enough = 16'384;
    QVERIFY(bench.waitFor([&] { return bench.sink.count(MessageKind::Frame) >= Enough; }));
    bench.settle();
    QVERIFY(bench.sink.count(MessageKind::Frame) <= Enough + OneRead / 2);
    bench.clock.resume();
    QVERIFY(bench.drive([&] { return client->received().size() == granted.size() + qsizetype(Count) * 2; }));
}

void TestWireStreams::bytesBehindAnUpgradeAreBounded()
{
    WireBench bench;
    const auto client = bench.connectAndOpen();
    QVERIFY(client);
    const QByteArray upgrade
        = "GET /events/socket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const QByteArray behind = frames(300'000, true);
    client->write(upgrade + behind);
    QVERIFY(bench.waitFor([&] { return bench.server.received() == upgrade; }));
    bench.settle();
    QVERIFY(client->bytesToWrite() > 0);
    bench.server.socket().write("HTTP/1.1 101 Go\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QVERIFY(bench.waitFor([&] { return bench.server.received().size() >= upgrade.size() + behind.size(); }));
    QVERIFY(bench.server.received() == upgrade + behind);
}

void TestWireStreams::livesWithoutDescriptors()
{
    WireBench bench;
    int failures = 0;
    connect(bench.wire.get(), &Wire::failed, this, [&failures] { ++failures; });
    std::vector<std::unique_ptr<ScriptedClient>> clients;
    for (int i = 0; i < 4; ++i)
        clients.push_back(bench.connectClient());
    const std::vector<QFile *> ballast = takeAllDescriptors();
    QVERIFY(!ballast.empty());
    const bool told = bench.waitFor([&] { return failures > 0; });
    qDeleteAll(ballast);
    QVERIFY(told);
    QCOMPARE(bench.wire->connectionCount(), 0);
    // As soon as there are some again, those who wait are let in.
    QVERIFY(bench.waitFor([&] { return bench.server.count() == 4; }));
    // And so is everybody after them.
    for (int i = 0; i < 4; ++i) {
        clients.push_back(bench.connectAndOpen());
        QVERIFY(clients.back());
    }
    QCOMPARE(failures, 1);
    QCOMPARE(bench.sink.complaint(), QString());
}

QTEST_GUILESS_MAIN(TestWireStreams)
#include "tst_wirestreams.moc"
