// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capture.h"
#include "app/journal/logreader.h"
#include "tests/journal/capturefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;
using enum Direction;

namespace {

constexpr qint64 WallStartNs = 1'795'176'000'123'456'789;

void compareLogs(const TrafficLog &opened, const TrafficLog &recorded)
{
    const Journal &a = opened.journal();
    const Journal &b = recorded.journal();
    QCOMPARE(a.size(), b.size());
    for (RecordNumber number = 1; number <= a.size(); ++number) {
        QVERIFY2(a.at(number) == b.at(number), QByteArray::number(number));
        QCOMPARE(a.eventIds(number), b.eventIds(number));
        QCOMPARE(opened.bytes(number), recorded.bytes(number));
        QCOMPARE(opened.summary(number), recorded.summary(number));
    }
    QCOMPARE(a.clients(), b.clients());
    QCOMPARE(a.connectionCount(), b.connectionCount());
    for (ConnectionNumber number = 1; number <= a.connectionCount(); ++number) {
        QVERIFY(a.connection(number) == b.connection(number));
        QCOMPARE(a.clientName(number), b.clientName(number));
    }
    QCOMPARE(a.exchanges(0, Record::NotArrived), b.exchanges(0, Record::NotArrived));
    QCOMPARE(a.lastNs(), b.lastNs());
    QCOMPARE(a.publishedNs(7), b.publishedNs(7));
    QCOMPARE(a.publishedNs(-3), b.publishedNs(-3));
    QCOMPARE(opened.wallStartNs(), recorded.wallStartNs());
    QVERIFY(opened.marks() == recorded.marks());
}

/// Longer than a note takes, by three bytes a character, so that it cannot be cut just anywhere.
QByteArray longText()
{
    return QByteArray("€").repeated(60'000);
}

/// Something of everything: what makes packets, and what makes none.
void play(TrafficLog &log)
{
    Traffic traffic(log);
    log.announceClient(QStringLiteral("поллер"), Technique::AjaxPolling);
    log.eventPublished(7, 3'000'000);
    log.eventPublished(-3, 5'000'000);
    log.mark({.text = longText()});
    const ConnectionNumber polls = traffic.open();
    const ConnectionNumber frames = traffic.open();
    log.mark({.atNs = traffic.nowNs(), .number = 2, .text = "ein Kapitel"}, QStringLiteral("Глава"));
    log.mark({.atNs = traffic.nowNs()}); // without a text
    traffic.poll(polls, QStringLiteral("поллер"), R"([{"id":7}])");
    traffic.webSocket(frames, QStringLiteral("socket-1"), 3);
    traffic.send(polls, MessageKind::Fault, ServerToClient, {}, quint16(FaultKind::Cut));
    traffic.losesAll = true;
    traffic.send(polls, MessageKind::Opaque, ServerToClient, "lost");
    traffic.losesAll = false;
    traffic.close(polls, ClientToServer, true);
    traffic.settle();
    traffic.close(polls, ServerToClient);
    traffic.close(polls, ServerToClient); // makes no packet
    traffic.settle();
    const ConnectionNumber unnamed = traffic.open();
    traffic.send(unnamed, MessageKind::Opaque, ClientToServer, QByteArray(150'000, 'x')); // three packets
    traffic.settle();
    Record record;
    record.kind = MessageKind::Event;
    record.connection = frames;
    record.direction = ServerToClient;
    record.technique = Technique::EventStream;
    record.flags = RecordFlag::Gap | RecordFlag::Final;
    record.departedNs = traffic.nowNs();
    record.wallNs = 1;
    record.wireBytes = 9;
    record.payloadBytes = 3;
    const std::vector<qint64> ids {7, -3, std::numeric_limits<qint64>::max()};
    log.departed(record, "data: x\n\n", ids);
    traffic.send(frames, MessageKind::Opaque, ServerToClient, "in flight");
}

} // namespace

class TestCaptureReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAsItWasRecorded_data();
    void opensAsItWasRecorded();
    void growsWhileItIsRead();
    void savedAgainByteForByte();
    void marksThatCannotBeKept();
    void marksOutOfOrder_data();
    void marksOutOfOrder();
    void truncatedAtEveryByte();
    void everyByteFlipped();
    void whatIsNoCapture_data();
    void whatIsNoCapture();

private:
    QString path(const QString &name = QStringLiteral("a.pcapng")) const { return m_folder->filePath(name); }
    QByteArray smallCapture();
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaptureReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCaptureReader::write(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray TestCaptureReader::smallCapture()
{
    {
        const auto log = *TrafficLog::create(WallStartNs, path());
        Traffic traffic(*log);
        const ConnectionNumber connection = traffic.open();
        log->mark({.text = "{}"}, QStringLiteral("a chapter"));
        traffic.poll(connection, QStringLiteral("curl-1"), "[]");
        log->mark({.atNs = traffic.nowNs(), .number = 3, .text = "{\"n\":1}"}, QStringLiteral("another"));
        traffic.close(connection, ClientToServer);
        traffic.settle();
    }
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCaptureReader::opensAsItWasRecorded_data()
{
    QTest::addColumn<bool>("isSaved");
    QTest::newRow("the file that was recorded to") << false;
    QTest::newRow("a copy saved while something was in flight") << true;
}

void TestCaptureReader::opensAsItWasRecorded()
{
    QFETCH(bool, isSaved);
    const auto recorded = *TrafficLog::create(WallStartNs, path());
    play(*recorded);
    const QString file = isSaved ? path(QStringLiteral("b.pcapng")) : path();
    QVERIFY(recorded->saveCapture(file));
    const auto reader = readWhole(file);
    QVERIFY(reader);
    QCOMPARE((*reader)->remark(), QString());
    QCOMPARE((*reader)->progress(), 1.0);
    compareLogs(*(*reader)->log(), *recorded);
}

void TestCaptureReader::growsWhileItIsRead()
{
    {
        const auto log = *TrafficLog::create(WallStartNs, path());
        Traffic traffic(*log);
        const ConnectionNumber connection = traffic.open();
        for (int i = 0; i < 5'000; ++i)
            traffic.poll(connection, QStringLiteral("curl-1"), "[]");
    }
    const auto reader = LogReader::open(path());
    QVERIFY(reader);
    const auto log = (*reader)->log();
    QVERIFY((*reader)->readOn());
    const RecordNumber first = log->journal().size();
    QVERIFY(first > 0 && first < 10'001);
    QVERIFY((*reader)->progress() > 0 && (*reader)->progress() < 1);
    QCOMPARE(log->bytes(3).right(2), QByteArray("[]"));
    while ((*reader)->readOn()) { }
    QCOMPARE(log->journal().size(), RecordNumber(10'001));
}

void TestCaptureReader::savedAgainByteForByte()
{
    {
        const auto recorded = *TrafficLog::create(WallStartNs, path());
        play(*recorded);
    }
    const auto reader = readWhole(path());
    QVERIFY(reader);
    const QString copy = path(QStringLiteral("b.pcapng"));
    QVERIFY((*reader)->log()->saveCapture(copy));
    QFile before(path());
    QFile after(copy);
    QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
    QVERIFY(before.readAll() == after.readAll());
}

void TestCaptureReader::marksThatCannotBeKept()
{
    const auto log = *TrafficLog::create(WallStartNs, path());
    const QByteArray tooLong(5'000'000, 'x');
    QVERIFY(!log->mark({.text = tooLong}));
    const QByteArray large(4'000'000, 'x');
    int kept = 0;
    while (log->mark({.text = large}))
        ++kept;
    QVERIFY2(kept > 2 && kept < 20, QByteArray::number(kept));
    QVERIFY(log->mark({.text = "small"}));
    QCOMPARE(log->marks().size(), size_t(kept + 1));
    QVERIFY(log->flush());
    const auto reader = readWhole(path());
    QVERIFY(reader);
    QCOMPARE((*reader)->remark(), QString());
    QVERIFY((*reader)->log()->marks() == log->marks());
}

void TestCaptureReader::marksOutOfOrder_data()
{
    using Notes = std::vector<CaptureNote>;
    QTest::addColumn<Notes>("notes");
    QTest::addColumn<QByteArrayList>("texts");
    const Notes whole = markNotes(5, 1, longText());
    QVERIFY(whole.size() == 3);
    const CaptureNote small = markNotes(6, 0, "small").front();
    CaptureNote later = whole[1];
    later.atNs = 6;
    CaptureNote endless = small;
    endless.parts = 0;
    const QByteArrayList both {longText(), "small"};
    QTest::newRow("as they were written") << Notes {whole[0], whole[1], whole[2], small} << both;
    QTest::newRow("begun twice") << Notes {whole[0], whole[0], whole[1], whole[2], small} << both;
    QTest::newRow("without the first part") << Notes {whole[1], whole[2], small} << QByteArrayList {"small"};
    QTest::newRow("without a part between") << Notes {whole[0], whole[2], small} << QByteArrayList {"small"};
    QTest::newRow("without the last part") << Notes {whole[0], whole[1], small} << QByteArrayList {"small"};
    QTest::newRow("a part of another mark")
        << Notes {whole[0], later, whole[2], small} << QByteArrayList {"small"};
    QTest::newRow("something between its parts")
        << Notes {whole[0], {.kind = CaptureNote::Kind::Published, .eventId = 7}, whole[1], whole[2], small}
        << QByteArrayList {"small"};
    QTest::newRow("of no parts") << Notes {endless, small} << QByteArrayList {"small"};
    QTest::newRow("after the last time that there is")
        << Notes {{.kind = CaptureNote::Kind::Mark, .atNs = std::numeric_limits<qint64>::max()}, small}
        << QByteArrayList {"small"};
}

void TestCaptureReader::marksOutOfOrder()
{
    using Notes = std::vector<CaptureNote>;
    QFETCH(Notes, notes);
    QFETCH(QByteArrayList, texts);
    {
        const auto capture = Capture::create(WallStartNs, path(), TrafficLog::NoLimit);
        QVERIFY(capture);
        for (const CaptureNote &note : notes)
            (*capture)->note(note);
    }
    const auto reader = readWhole(path());
    QVERIFY(reader);
    QCOMPARE((*reader)->remark().contains(QStringLiteral("damaged")), false);
    QByteArrayList marked;
    for (const LogMark &mark : (*reader)->log()->marks())
        marked << mark.text;
    QCOMPARE(marked, texts);
}

void TestCaptureReader::truncatedAtEveryByte()
{
    const QByteArray whole = smallCapture();
    const RecordNumber count = (*readWhole(path()))->log()->journal().size();
    QCOMPARE(count, RecordNumber(4));
    RecordNumber before = 0;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        write(whole.first(size));
        const auto reader = readWhole(path());
        if (!reader) {
            QVERIFY(!reader.error().message.isEmpty());
            QCOMPARE(before, RecordNumber(0));
            continue;
        }
        const RecordNumber opened = (*reader)->log()->journal().size();
        QVERIFY2(opened >= before && opened <= count, QByteArray::number(size));
        before = opened;
        for (RecordNumber number = 1; number <= opened; ++number)
            QCOMPARE((*reader)->log()->bytes(number).size(),
                     (*reader)->log()->journal().at(number).wireBytes);
        const QString copy = path(QStringLiteral("b.pcapng"));
        QVERIFY((*reader)->log()->saveCapture(copy));
        const qint64 kept = QFile(copy).size();
        // What is torn is cut off, and the remark says where.
        QCOMPARE((*reader)->remark().isEmpty(), kept == size);
        QVERIFY(kept == size || (*reader)->remark().contains(QString::number(kept)));
        QCOMPARE((*readWhole(copy))->remark(), QString());
    }
    QCOMPARE(before, count);
}

void TestCaptureReader::everyByteFlipped()
{
    const QByteArray whole = smallCapture();
    for (const int mask : {0x01, 0x80, 0xff}) {
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes.at(at) ^ mask);
            write(bytes);
            const auto reader = readWhole(path());
            if (!reader) {
                QVERIFY(!reader.error().message.isEmpty());
                continue;
            }
            const TrafficLog &log = *(*reader)->log();
            const RecordNumber opened = log.journal().size();
            QVERIFY2(opened == 4 || !(*reader)->remark().isEmpty(), QByteArray::number(at));
            for (RecordNumber number = 1; number <= opened; ++number) {
                (void)log.bytes(number);
                (void)log.summary(number);
            }
        }
    }
}

void TestCaptureReader::whatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, capture");
    QTest::newRow("a section's first bytes") << QByteArray::fromHex("0a0d0d0a1c000000");
    QTest::newRow("a block without an end") << QByteArray::fromHex("0a0d0d0a000000004d3c2b1a");
}

void TestCaptureReader::whatIsNoCapture()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const auto reader = readWhole(path());
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(QStringLiteral("a.pcapng")));
    const auto missing = readWhole(path(QStringLiteral("none.pcapng")));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains(QStringLiteral("none.pcapng")));
}

QTEST_GUILESS_MAIN(TestCaptureReader)
#include "tst_capturereader.moc"
