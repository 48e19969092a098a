// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "tests/journal/capturefixture.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace wiretale;
using enum Direction;

/// Opens captures in Wireshark's own tools, which have to be installed.
class TestCaptureTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanCapture_data();
    void cleanCapture();
    void streamsAreWhole();
    void dissectedAsWhatItIs();
    void recordNumbersInComments();
    void wordsOfMarksInComments();
    void namesOfClients();
    void capinfosTellsOfTheFile();
    void brokenEndings();
    void messagesThatNeverArrive();
    void opensWithoutHavingBeenClosed();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a.pcapng")); }
    std::shared_ptr<TrafficLog> record() const;
    QByteArray run(const QString &program, const QStringList &arguments) const;
    QByteArray tshark(const QStringList &arguments) const;
    void verifyClean() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureTools::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

std::shared_ptr<TrafficLog> TestCaptureTools::record() const
{
    // 2026-11-20 12:00:00.123456789 UTC
    const auto log = TrafficLog::create(1'795'176'000'123'456'789, path());
    return log ? *log : nullptr;
}

QByteArray TestCaptureTools::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    // A failure stands out against whatever is expected.
    if (!process.waitForStarted())
        return "cannot start " + program.toUtf8() + ", which has to be installed";
    process.waitForFinished(100'000);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

QByteArray TestCaptureTools::tshark(const QStringList &arguments) const
{
    const QStringList strict {QStringLiteral("-o"), QStringLiteral("ip.check_checksum:TRUE"),
                              QStringLiteral("-o"), QStringLiteral("tcp.check_checksum:TRUE"),
                              QStringLiteral("-r"), path()};
    return run(QStringLiteral("tshark"), strict + arguments);
}

void TestCaptureTools::verifyClean() const
{
    QCOMPARE(tshark({QStringLiteral("-Y"),
                     QStringLiteral("_ws.malformed || tcp.analysis.flags || ip.checksum.status == \"Bad\" || "
                                    "tcp.checksum.status == \"Bad\"")}),
             QByteArray());
    const QByteArray expert
        = tshark({QStringLiteral("-q"), QStringLiteral("-z"), QStringLiteral("expert,warn")});
    QVERIFY2(expert.trimmed().isEmpty(), expert);
    QCOMPARE(run(QStringLiteral("reordercap"), {QStringLiteral("-n"), path(), QStringLiteral("/dev/null")})
                 .contains(" 0 out of order"),
             true);
}

void TestCaptureTools::cleanCapture_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<qint64>("transitNs");
    QTest::addColumn<int>("bodySize");
    QTest::newRow("a handful") << 4 << qint64(5'000'000) << 30;
    QTest::newRow("zero latency") << 40 << qint64(0) << 30;
    QTest::newRow("empty bodies") << 40 << qint64(5'000'000) << 0;
    QTest::newRow("10,000 messages") << 10'000 << qint64(40'000'000) << 100;
    QTest::newRow("messages of 200 kB") << 20 << qint64(40'000'000) << 200'000;
    QTest::newRow("messages just above a packet") << 20 << qint64(5'000'000) << 65'495;
}

void TestCaptureTools::cleanCapture()
{
    QFETCH(int, messages);
    QFETCH(qint64, transitNs);
    QFETCH(int, bodySize);
    {
        const auto log = record();
        QVERIFY(log);
        Traffic traffic(*log, transitNs);
        const QString ajax = QStringLiteral("AJAX polling");
        const QString socket = QStringLiteral("WebSocket");
        const ConnectionNumber polls = traffic.open();
        const ConnectionNumber frames = traffic.open(); // speaks before its opening has arrived
        traffic.webSocket(frames, socket, messages / 4);
        for (int i = 0; i < messages / 4; ++i)
            traffic.poll(polls, ajax, QByteArray(bodySize, char('a' + i % 26)));
        const ConnectionNumber third = traffic.open();
        traffic.wait(3 * transitNs); // and this one after
        traffic.poll(third, ajax, "[]");
        traffic.close(third, ServerToClient);
        traffic.settle();
        traffic.close(third, ClientToServer);
        traffic.close(polls, ClientToServer);
        traffic.close(polls, ServerToClient);
        traffic.settle();
    }
    verifyClean();
}

void TestCaptureTools::streamsAreWhole()
{
    std::array<std::array<QByteArray, 2>, 3> sent;
    {
        const auto log = record();
        Traffic traffic(*log);
        for (size_t i = 0; i < sent.size(); ++i) {
            const ConnectionNumber connection = traffic.open();
            traffic.poll(connection, QStringLiteral("client %1").arg(i % 2),
                         QByteArray(200'000 + int(i), 'x'));
            traffic.poll(connection, QStringLiteral("client %1").arg(i % 2), QByteArray::number(i));
        }
        traffic.settle();
        for (size_t i = 0; i < sent.size(); ++i) {
            sent[i] = {traffic.sent(ConnectionNumber(i + 1), ClientToServer),
                       traffic.sent(ConnectionNumber(i + 1), ServerToClient)};
        }
    }
    verifyClean();
    for (size_t i = 0; i < sent.size(); ++i) {
        const QByteArray followed = tshark(
            {QStringLiteral("-q"), QStringLiteral("-z"), QStringLiteral("follow,tcp,raw,%1").arg(i)});
        std::array<QByteArray, 2> directions; // lines of hex; the second node's begin with a tab
        const QList<QByteArray> lines = followed.split('\n');
        QVERIFY2(lines.size() > 8, followed);
        for (const QByteArray &line : lines.mid(6)) {
            if (!line.startsWith('='))
                directions[line.startsWith('\t') ? 1 : 0] += QByteArray::fromHex(line.trimmed());
        }
        QCOMPARE(directions[0], sent[i][0]);
        QCOMPARE(directions[1], sent[i][1]);
    }
}

void TestCaptureTools::dissectedAsWhatItIs()
{
    constexpr int Polls = 7;
    constexpr int Frames = 9;
    {
        const auto log = record();
        log->setServerPort(18099);
        Traffic traffic(*log);
        const ConnectionNumber frames = traffic.open();
        traffic.webSocket(frames, QStringLiteral("WebSocket"), Frames);
        for (int i = 0; i < Polls; ++i)
            traffic.poll(traffic.open(), QStringLiteral("curl/8.0"), R"([{"id":1}])");
        traffic.settle();
    }
    verifyClean();
    const auto count = [this](const QString &filter) {
        return tshark({QStringLiteral("-Y"), filter}).count('\n');
    };
    QCOMPARE(count(QStringLiteral("http.request")), Polls + 1);
    QCOMPARE(count(QStringLiteral("http.response.code == 200")), Polls);
    QCOMPARE(count(QStringLiteral("websocket")), 2 * Frames);
    QCOMPARE(count(QStringLiteral("websocket.mask == 1")), Frames);
    QCOMPARE(count(QStringLiteral("json")), Polls);
    QCOMPARE(count(QStringLiteral("tcp.port == 18099")), count(QStringLiteral("tcp")));
}

void TestCaptureTools::recordNumbersInComments()
{
    {
        const auto log = record();
        Traffic traffic(*log);
        const ConnectionNumber connection = traffic.open(); // 1
        traffic.poll(connection, QStringLiteral("curl"), QByteArray(100'000, 'x')); // 2 and 3
        traffic.close(connection, ClientToServer); // 4
        traffic.close(connection, ServerToClient, true); // 5
        traffic.settle();
    }
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("frame.comment"), QStringLiteral("-T"),
                     QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("frame.comment"),
                     QStringLiteral("-e"), QStringLiteral("frame.time_epoch"), QStringLiteral("-e"),
                     QStringLiteral("frame.packet_flags_direction"), QStringLiteral("-e"),
                     QStringLiteral("tcp.flags.str")}),
             QByteArray("#1 open\t1795176000.123456789\t0x00000001\t··········S·\n"
                        "#2 request\t1795176000.123456789\t0x00000001\t·······AP···\n"
                        "#3 response\t1795176000.134456789\t0x00000002\t·······A····\n"
                        "#4 close\t1795176000.140456789\t0x00000001\t·······A···F\n"
                        "#5 close\t1795176000.140456789\t0x00000002\t·······A·R··\n"));
}

void TestCaptureTools::wordsOfMarksInComments()
{
    {
        const auto log = record();
        QVERIFY(log);
        Traffic traffic(*log);
        log->mark({.text = QByteArray(300'000, 'x')}, QStringLiteral("Lesson: HTTP"));
        log->mark({}, QStringLiteral("Глава 1"));
        const ConnectionNumber connection = traffic.open();
        log->mark({.atNs = traffic.nowNs()}); // of which people need not know
        traffic.poll(connection, QStringLiteral("curl-1"), "[]");
        for (int i = 1; i <= 20; ++i)
            log->mark({.atNs = traffic.nowNs()}, QStringLiteral("change %1").arg(i));
        log->mark({.atNs = traffic.nowNs()}, QString(6'000, u'щ'));
        traffic.close(connection, ClientToServer);
        traffic.settle();
    }
    verifyClean();
    const auto found = [this](const char *words) {
        return tshark({QStringLiteral("-Y"),
                       QStringLiteral("frame.comment contains \"%1\"").arg(QLatin1StringView(words)),
                       QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
                       QStringLiteral("frame.comment")})
            .trimmed();
    };
    QCOMPARE(found("Lesson"), QByteArray("#1 open,Lesson: HTTP,Глава 1"));
    QCOMPARE(found("#2"), QByteArray("#2 request"));
    // The latest of many.
    QVERIFY(found("change 20").startsWith("#4 close,change 6,change 7,"));
    QVERIFY(found("change 20").endsWith("щ…"));
    QCOMPARE(tshark({}).count('\n'), 9);
}

void TestCaptureTools::namesOfClients()
{
    {
        const auto log = record();
        Traffic traffic(*log);
        for (const QString &client :
             {QStringLiteral("curl/8.0"), QStringLiteral("клиент"), QStringLiteral("curl/8.0")})
            traffic.poll(traffic.open(), client, "[]");
    }
    const QByteArray hosts = tshark({QStringLiteral("-q"), QStringLiteral("-z"), QStringLiteral("hosts")});
    QVERIFY2(hosts.contains("10.0.0.1\tserver"), hosts);
    QVERIFY2(hosts.contains("10.0.1.1\tcurl/8.0"), hosts);
    QVERIFY2(hosts.contains("10.0.1.2\tклиент"), hosts);
    const QByteArray shown = tshark(
        {QStringLiteral("-2"), QStringLiteral("-N"), QStringLiteral("n"), QStringLiteral("-Y"),
         QStringLiteral("http.request"), QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
         QStringLiteral("ip.src_host"), QStringLiteral("-e"), QStringLiteral("tcp.srcport")});
    QCOMPARE(shown, QByteArray("curl/8.0\t49152\nклиент\t49152\ncurl/8.0\t49153\n"));
}

void TestCaptureTools::capinfosTellsOfTheFile()
{
    {
        const auto log = record();
        Traffic traffic(*log);
        traffic.poll(traffic.open(), QStringLiteral("curl"), "[]");
    }
    const QByteArray about = run(QStringLiteral("capinfos"), {path()});
    QVERIFY2(about.contains("pcapng"), about);
    QVERIFY2(about.contains("Raw IP"), about);
    QVERIFY2(about.contains("nanoseconds"), about);
    QVERIFY2(about.contains("Wiretale " WIRETALE_VERSION), about);
    QVERIFY2(about.contains("not captured from a network"), about);
    QVERIFY2(about.contains("Strict time order:   True"), about);
    QVERIFY2(about.contains("Name = wire"), about);
}

void TestCaptureTools::brokenEndings()
{
    {
        const auto log = record();
        Traffic traffic(*log);
        const QString client = QStringLiteral("curl");
        const ConnectionNumber refused = traffic.open();
        traffic.settle();
        traffic.close(refused, ServerToClient, true);
        const ConnectionNumber leftAtOnce = traffic.open();
        traffic.close(leftAtOnce, ClientToServer);
        const ConnectionNumber killed = traffic.open();
        traffic.poll(killed, client, "[]");
        traffic.send(killed, MessageKind::Event, ServerToClient, "data: too late\n\n");
        traffic.close(killed, ClientToServer, true);
        traffic.settle();
        const ConnectionNumber both = traffic.open();
        traffic.poll(both, client, "[]");
        traffic.close(both, ClientToServer);
        traffic.close(both, ServerToClient);
        traffic.close(both, ServerToClient); // said twice
        traffic.settle();
        const ConnectionNumber half = traffic.open();
        traffic.poll(half, client, "[]");
        traffic.close(half, ClientToServer);
        traffic.settle();
        traffic.send(half, MessageKind::Opaque, ServerToClient, "still here");
        traffic.settle();
        traffic.close(half, ServerToClient);
        traffic.settle();
    }
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("_ws.malformed || tcp.analysis.flags")}),
             QByteArray());
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("tcp.flags.reset == 1")}).count('\n'), 2);
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("tcp.flags.fin == 1")}).count('\n'), 5);
}

void TestCaptureTools::messagesThatNeverArrive()
{
    {
        const auto log = record();
        Traffic traffic(*log);
        const ConnectionNumber connection = traffic.open();
        traffic.poll(connection, QStringLiteral("curl"), "[]");
        traffic.losesAll = true;
        traffic.send(connection, MessageKind::Opaque, ServerToClient, "lost");
        traffic.close(connection, ServerToClient, true);
    }
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("_ws.malformed || tcp.analysis.flags")}),
             QByteArray());
    // The last acknowledgement is of what had arrived.
    const QByteArray acks
        = tshark({QStringLiteral("-Y"), QStringLiteral("tcp.srcport == 49152"), QStringLiteral("-T"),
                  QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("tcp.ack")});
    const QByteArray sizes
        = tshark({QStringLiteral("-Y"), QStringLiteral("tcp.srcport == 7780"), QStringLiteral("-T"),
                  QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("tcp.nxtseq")});
    QVERIFY(sizes.split('\n').contains(acks.trimmed().split('\n').last()));
    QVERIFY(!sizes.trimmed().endsWith(acks.trimmed().split('\n').last()));
}

void TestCaptureTools::opensWithoutHavingBeenClosed()
{
    const auto log = record();
    Traffic traffic(*log);
    const ConnectionNumber connection = traffic.open();
    for (int i = 0; i < 50; ++i)
        traffic.poll(connection, QStringLiteral("curl"), "[]");
    QVERIFY(log->flush());
    verifyClean();
    QCOMPARE(tshark({QStringLiteral("-Y"), QStringLiteral("http.request")}).count('\n'), 50);
    QCOMPARE(QFile(path()).size() > 0, true);
}

QTEST_GUILESS_MAIN(TestCaptureTools)
#include "tst_capturetools.moc"
