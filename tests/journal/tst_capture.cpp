// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capture.h"
#include "app/journal/trafficlog.h"
#include "tests/journal/capturefixture.h"
#include "tests/journal/pcapngparser.h"

#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <sys/resource.h>

using namespace wiretale;
using enum Direction;

namespace {

constexpr qint64 WallStartNs = 1'795'176'000'123'456'789;

Record recordOf(ConnectionNumber connection, MessageKind kind, const QByteArray &bytes = {},
                Direction direction = ClientToServer)
{
    Record record;
    record.connection = connection;
    record.kind = kind;
    record.direction = direction;
    record.wireBytes = quint32(bytes.size());
    return record;
}

/// Files of this process may not grow beyond some size while this lives: a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before {};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileSaysWhatItIs();
    void bytesAreReadBack_data();
    void bytesAreReadBack();
    void everyPacketIsWhole_data();
    void everyPacketIsWhole();
    void addressAndNameForEachClient();
    void unnamedConnectionIsHeldBackForAWhile();
    void unnamedConnectionIsHeldBackForAMebibyte();
    void nameAfterTheAddress();
    void savedWhileItGrows();
    void savedToItsOwnPath();
    void cannotBeSaved();
    void cannotBeCreated_data();
    void cannotBeCreated();
    void temporaryFileGoesAway();
    void diskFull();
    void limitReached();
    void leftBehindIsFound();

private:
    QString path(const QString &name = QStringLiteral("a.pcapng")) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCapture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCapture::fileSaysWhatItIs()
{
    {
        const auto log = TrafficLog::create(WallStartNs, path());
        QVERIFY(log);
        QCOMPARE((*log)->capturePath(), path());
        QCOMPARE((*log)->wallStartNs(), WallStartNs);
    }
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.fault, QByteArray());
    QCOMPARE(file.linkType, 101);
    QCOMPARE(file.sectionOptions.value(4), QByteArray("Wiretale " WIRETALE_VERSION));
    QVERIFY(file.sectionOptions.value(1).contains("made from application bytes"));
    QCOMPARE(file.interfaceOptions.value(2), QByteArray("wire"));
    QCOMPARE(file.interfaceOptions.value(9), QByteArray("\x09"));
    QCOMPARE(file.names.value("10.0.0.1"), QByteArray("server"));
    QVERIFY(file.packets.isEmpty());
}

void TestCapture::bytesAreReadBack_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("one byte") << 1;
    QTest::newRow("odd number of bytes") << 301;
    QTest::newRow("a packet to the brim") << 65495;
    QTest::newRow("one more than a packet") << 65496;
    QTest::newRow("two packets") << 2 * 65495;
    QTest::newRow("200 kB") << 200'000;
    QTest::newRow("3 MB") << 3'000'000;
}

void TestCapture::bytesAreReadBack()
{
    QFETCH(int, size);
    QByteArray bytes(size, '\0');
    for (int i = 0; i < size; ++i)
        bytes[i] = char(i * 7 + i / 256);
    const auto log = *TrafficLog::create(WallStartNs);
    Traffic traffic(*log);
    const ConnectionNumber connection = traffic.open();
    const RecordNumber first = traffic.send(connection, MessageKind::Opaque, ClientToServer, bytes);
    const RecordNumber second = traffic.send(connection, MessageKind::Opaque, ServerToClient, "after it");
    QCOMPARE(log->bytes(first), bytes); // some of it not written yet
    log->named(connection, QStringLiteral("someone"));
    QVERIFY(log->flush());
    QCOMPARE(log->bytes(first), bytes);
    QCOMPARE(log->bytes(second), QByteArray("after it"));
    QCOMPARE(log->bytes(1), QByteArray()); // an opening has none
    QCOMPARE(log->journal().at(1).wallNs, WallStartNs);
}

void TestCapture::everyPacketIsWhole_data()
{
    QTest::addColumn<qint64>("transitNs");
    QTest::newRow("zero latency") << qint64(0);
    QTest::newRow("40 ms") << qint64(40'000'000);
}

void TestCapture::everyPacketIsWhole()
{
    QFETCH(qint64, transitNs);
    const auto log = *TrafficLog::create(WallStartNs, path());
    Traffic traffic(*log, transitNs);
    for (int i = 0; i < 30; ++i) {
        const ConnectionNumber connection = traffic.open();
        traffic.poll(connection, QStringLiteral("client %1").arg(i % 3), QByteArray(qsizetype(i) * 37, 'x'));
        if (i % 3 == 0)
            traffic.webSocket(connection, QStringLiteral("client 0"), 10);
        if (i % 5 == 0) {
            traffic.close(connection, ClientToServer);
            traffic.close(connection, ServerToClient);
        }
    }
    traffic.settle();
    QVERIFY(log->flush());
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.fault, QByteArray());
    qint64 lastNs = 0;
    for (const PcapngFile::Packet &packet : file.packets) {
        QVERIFY(packet.hasGoodChecksums);
        QVERIFY(packet.stampNs >= lastNs);
        lastNs = packet.stampNs;
        QCOMPARE(packet.direction, packet.destination == "10.0.0.1:7780" ? 1U : 2U);
    }
    const Journal &journal = log->journal();
    for (RecordNumber number = 1; number <= journal.size(); ++number) {
        const Record record = journal.at(number);
        const auto packets = file.commented('#' + QByteArray::number(number) + ' ' + kindName(record.kind));
        QCOMPARE(packets.size(), 1);
        QCOMPARE(packets.front().offset, record.captureOffset);
        QCOMPARE(packets.front().stampNs, WallStartNs + record.departedNs);
        QCOMPARE(packets.front().payload, log->bytes(number));
    }
    for (const PcapngFile::Packet &packet : file.packets) {
        if (!packet.comment.endsWith(" open"))
            continue;
        const auto connection = journal.at(packet.comment.mid(1).split(' ').front().toUInt()).connection;
        QCOMPARE(file.stream(packet.source, packet.destination), traffic.sent(connection, ClientToServer));
        QCOMPARE(file.stream(packet.destination, packet.source), traffic.sent(connection, ServerToClient));
    }
}

void TestCapture::addressAndNameForEachClient()
{
    {
        const auto log = *TrafficLog::create(WallStartNs, path());
        log->setServerPort(8080);
        Traffic traffic(*log);
        const ConnectionNumber first = traffic.open();
        const ConnectionNumber second = traffic.open();
        traffic.poll(second, QStringLiteral("b"), "[]");
        traffic.poll(first, QStringLiteral("a"), "[]");
        traffic.poll(traffic.open(), QStringLiteral("b"), "[]");
    }
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.names.value("10.0.1.1"), QByteArray("b"));
    QCOMPARE(file.names.value("10.0.1.2"), QByteArray("a"));
    QCOMPARE(file.names.size(), 3);
    QCOMPARE(file.commented("#1 open").constFirst().source, QByteArray("10.0.1.2:49152"));
    QCOMPARE(file.commented("#2 open").constFirst().source, QByteArray("10.0.1.1:49152"));
    QCOMPARE(file.commented("#7 open").constFirst().source, QByteArray("10.0.1.1:49153"));
    QCOMPARE(file.commented("#7 open").constFirst().destination, QByteArray("10.0.0.1:8080"));
}

void TestCapture::unnamedConnectionIsHeldBackForAWhile()
{
    auto created = Capture::create(WallStartNs, path(), TrafficLog::NoLimit);
    const std::unique_ptr<Capture> capture = std::move(*created);
    const qint64 emptySize = QFileInfo(path()).size();
    const auto now = std::chrono::steady_clock::now();
    const QByteArray bytes = "not HTTP at all";
    capture->departed(1, recordOf(1, MessageKind::Open), {});
    const qint64 offset = capture->departed(2, recordOf(1, MessageKind::Opaque, bytes), bytes);
    QVERIFY(capture->flush(now));
    QCOMPARE(QFileInfo(path()).size(), emptySize);
    QCOMPARE(capture->payload(offset, bytes.size()), bytes);
    QVERIFY(capture->flush(now + std::chrono::seconds(10)));
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.fault, QByteArray());
    QCOMPARE(file.commented("#2 opaque").size(), 1);
    QCOMPARE(file.commented("#2 opaque").constFirst().source, QByteArray("10.0.1.1:49152"));
    QCOMPARE(file.commented("#2 opaque").constFirst().payload, bytes);
    QVERIFY(std::all_of(file.packets.begin(), file.packets.end(),
                        [](const PcapngFile::Packet &packet) { return packet.hasGoodChecksums; }));
    QCOMPARE(capture->payload(offset, bytes.size()), bytes);
}

void TestCapture::unnamedConnectionIsHeldBackForAMebibyte()
{
    auto created = Capture::create(WallStartNs, path(), TrafficLog::NoLimit);
    const std::unique_ptr<Capture> capture = std::move(*created);
    const qint64 emptySize = QFileInfo(path()).size();
    const QByteArray bytes(600'000, 'x');
    const auto now = std::chrono::steady_clock::now();
    capture->departed(1, recordOf(1, MessageKind::Open), {});
    capture->departed(2, recordOf(1, MessageKind::Opaque, bytes), bytes);
    QVERIFY(capture->flush(now));
    QCOMPARE(QFileInfo(path()).size(), emptySize);
    capture->departed(3, recordOf(1, MessageKind::Opaque, bytes), bytes);
    QVERIFY(capture->flush(now));
    QVERIFY(QFileInfo(path()).size() > 2 * bytes.size());
}

void TestCapture::nameAfterTheAddress()
{
    {
        auto created = Capture::create(WallStartNs, path(), TrafficLog::NoLimit);
        const std::unique_ptr<Capture> capture = std::move(*created);
        capture->departed(1, recordOf(1, MessageKind::Open), {});
        QVERIFY(capture->flush(std::chrono::steady_clock::now() + std::chrono::seconds(10)));
        capture->named(1, QStringLiteral("late"));
        capture->departed(2, recordOf(2, MessageKind::Open), {});
        capture->named(2, QStringLiteral("late"));
    }
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.names.value("10.0.1.1"), QByteArray("late"));
    QCOMPARE(file.commented("#1 open").constFirst().source, QByteArray("10.0.1.1:49152"));
    QCOMPARE(file.commented("#2 open").constFirst().source, QByteArray("10.0.1.1:49153"));
}

void TestCapture::savedWhileItGrows()
{
    const auto log = *TrafficLog::create(WallStartNs, path());
    Traffic traffic(*log);
    const ConnectionNumber connection = traffic.open();
    traffic.poll(connection, QStringLiteral("a"), QByteArray(2'000'000, 'x'));
    traffic.open(); // nobody knows whose
    traffic.poll(connection, QStringLiteral("a"), "the last");
    const QString target = path(QStringLiteral("copy.pcapng"));
    QVERIFY(log->saveCapture(target));
    const PcapngFile copy = PcapngFile::read(target);
    QCOMPARE(copy.fault, QByteArray());
    QVERIFY(std::all_of(copy.packets.begin(), copy.packets.end(),
                        [](const PcapngFile::Packet &packet) { return packet.hasGoodChecksums; }));
    QCOMPARE(copy.commented("#4 open").constFirst().source, QByteArray("10.0.1.2:49152"));
    QVERIFY(copy.commented("#6 response").constFirst().payload.endsWith("the last"));
    // And the capture goes on undisturbed: the name may still come.
    log->named(2, QStringLiteral("b"));
    QVERIFY(log->flush());
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.names.value("10.0.1.2"), QByteArray("b"));
    QCOMPARE(file.packets.size(), copy.packets.size());
}

void TestCapture::savedToItsOwnPath()
{
    const auto log = *TrafficLog::create(WallStartNs, path());
    Traffic traffic(*log);
    traffic.open();
    QVERIFY(log->saveCapture(path()));
    QCOMPARE(PcapngFile::read(path()).commented("#1 open").size(), 1);
    traffic.open();
    QVERIFY(log->saveCapture(path()));
    QCOMPARE(PcapngFile::read(path()).commented("#2 open").size(), 1);
}

void TestCapture::cannotBeSaved()
{
    const auto log = *TrafficLog::create(WallStartNs);
    const auto result = log->saveCapture(path(QStringLiteral("no/such/folder.pcapng")));
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QStringLiteral("no/such/folder.pcapng")));
}

void TestCapture::cannotBeCreated_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("a folder that is not there") << path(QStringLiteral("no/such/folder.pcapng"));
    QTest::newRow("a folder") << QStringLiteral("/");
    QTest::newRow("a disk that is full already") << QStringLiteral("/dev/full");
}

void TestCapture::cannotBeCreated()
{
    QFETCH(QString, target);
    const auto log = TrafficLog::create(WallStartNs, target);
    QVERIFY(!log);
    QVERIFY2(log.error().message.contains(target), qPrintable(log.error().message));
}

void TestCapture::temporaryFileGoesAway()
{
    QString temporary;
    {
        const auto log = *TrafficLog::create(WallStartNs);
        temporary = log->capturePath();
        QVERIFY(QFileInfo::exists(temporary));
    }
    QVERIFY(!temporary.isEmpty());
    QVERIFY(!QFileInfo::exists(temporary));
}

void TestCapture::diskFull()
{
    const auto log = *TrafficLog::create(WallStartNs, path());
    Traffic traffic(*log);
    const ConnectionNumber connection = traffic.open();
    const auto send = [&] {
        return traffic.send(connection, MessageKind::Opaque, ClientToServer, QByteArray(1000, 'x'));
    };
    log->named(connection, QStringLiteral("a"));
    const RecordNumber kept = send();
    QVERIFY(log->flush());
    QVERIFY(log->recordingFault().isEmpty());
    RecordNumber last = 0;
    {
        const FileSizeLimit limit(50'000);
        for (int i = 0; i < 100; ++i)
            last = send();
        QCOMPARE(log->bytes(last), QByteArray(1000, 'x')); // nobody has found out yet
        const auto result = log->flush();
        QVERIFY(!result);
        QCOMPARE(result.error().message, log->recordingFault());
        QVERIFY(log->recordingFault().contains(path()));
        QVERIFY(log->flush()); // said once
    }
    // The journal goes on, the file stays good, its bytes are there and others are not.
    const RecordNumber after = send();
    QCOMPARE(after, last + 1);
    QCOMPARE(log->journal().size(), after);
    QCOMPARE(log->journal().at(after).captureOffset, Record::NoBytes);
    QCOMPARE(log->bytes(after), QByteArray());
    QCOMPARE(log->bytes(last), QByteArray());
    QCOMPARE(log->bytes(kept), QByteArray(1000, 'x'));
    traffic.settle();
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.fault, QByteArray());
    const qint64 size = QFileInfo(path()).size();
    QVERIFY(size <= 50'000 && size > 48'000);
    // A copy of what there is can still be saved.
    QVERIFY(log->saveCapture(path(QStringLiteral("copy.pcapng"))));
    QCOMPARE(QFileInfo(path(QStringLiteral("copy.pcapng"))).size(), size);
}

void TestCapture::limitReached()
{
    constexpr qint64 Limit = 300'000;
    const auto log = *TrafficLog::create(WallStartNs, path(), Limit);
    Traffic traffic(*log);
    const ConnectionNumber connection = traffic.open();
    traffic.poll(connection, QStringLiteral("a"), "first");
    QVERIFY(log->flush());
    const QByteArray body(50'000, 'x');
    for (int i = 0; i < 20; ++i)
        traffic.poll(connection, QStringLiteral("a"), body);
    const Result<void> told = log->flush();
    QVERIFY(!told);
    QVERIFY(told.error().message.contains(QStringLiteral("--record-limit")));
    QVERIFY(log->flush()); // told once
    QCOMPARE(log->recordingFault(), told.error().message);
    QCOMPARE(log->journal().size(), RecordNumber(43));
    // What was recorded stays good.
    QVERIFY(QFileInfo(path()).size() <= Limit);
    const PcapngFile file = PcapngFile::read(path());
    QCOMPARE(file.fault, QByteArray());
    QVERIFY(log->bytes(3).endsWith("first"));
}

void TestCapture::leftBehindIsFound()
{
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", m_folder->path().toUtf8());
    const auto restore = qScopeGuard([&] { qputenv("TMPDIR", before); });
    const auto log = *TrafficLog::create(WallStartNs);
    QCOMPARE(TrafficLog::capturesLeftBehind(), QStringList()); // it is being written
    const QString left = path(QStringLiteral("wiretale-recording-abcdef.pcapng"));
    QVERIFY(log->saveCapture(left));
    QCOMPARE(TrafficLog::capturesLeftBehind(), QStringList {left});
}

QTEST_GUILESS_MAIN(TestCapture)
#include "tst_capture.moc"
