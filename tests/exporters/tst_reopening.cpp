// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"
#include "tests/exporters/traffic.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// What was exported and opened exports the same again.
class TestReopening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsTheSame_data();
    void exportsTheSame();
    void whatWasChosenOpens();
    void marksOfWhatWasChosen();
    void archiveTellsWhatItCan();
    void archiveOfABrowser();
    void brokenFiles_data();
    void brokenFiles();
    void connectionsThatNobodyOpened();
};

void TestReopening::exportsTheSame_data()
{
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QStringList>("exported");
    const QStringList all {QStringLiteral("pcapng"), QStringLiteral("jsonl"), QStringLiteral("csv"),
                           QStringLiteral("har")};
    QTest::newRow("capture") << all.at(0) << all;
    // Without bytes, these tell what a table tells.
    QTest::newRow("JSON lines") << all.at(1) << all.mid(1, 2);
    QTest::newRow("CSV") << all.at(2) << all.mid(1, 2);
}

void TestReopening::exportsTheSame()
{
    QFETCH(QString, opened);
    QFETCH(QStringList, exported);
    const QTemporaryDir folder;
    const auto path = [&](const QString &name) { return folder.filePath(name); };
    const Sample sample = sampleTraffic();
    const QString first = path(QStringLiteral("first.") + opened);
    QVERIFY(exportLog(sample.traffic->log(), first));
    const auto reader = readWhole(first);
    QVERIFY(reader);
    QCOMPARE((*reader)->remark(), QString());
    for (const QString &suffix : exported) {
        const QString again = path(QStringLiteral("again.") + suffix);
        const QString expected = path(QStringLiteral("expected.") + suffix);
        QVERIFY(exportLog(*(*reader)->log(), again));
        if (suffix == opened) {
            QCOMPARE(contentsOf(again), contentsOf(first));
            continue;
        }
        QVERIFY(exportLog(sample.traffic->log(), expected));
        QCOMPARE(contentsOf(again), contentsOf(expected));
    }
}

void TestReopening::whatWasChosenOpens()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("part.pcapng"));
    const Sample sample = sampleTraffic();
    const TrafficLog &log = sample.traffic->log();
    QVERIFY(exportLog(log, path, {.records = RecordSelection({sample.longPoll}), .options = {}}));
    const auto reader = readWhole(path);
    QVERIFY(reader);
    QVERIFY((*reader)->remark().contains(path));
    const TrafficLog &part = *(*reader)->log();
    const ConnectionNumber connection = log.journal().at(sample.longPoll).connection;
    std::vector<RecordNumber> expected;
    for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
        if (log.journal().at(number).connection == connection)
            expected.push_back(number);
    }
    QVERIFY(expected.size() > 3);
    RecordNumber next = 0;
    for (RecordNumber number = 1; number <= part.journal().size(); ++number) {
        if (part.journal().at(number).connection != connection)
            continue;
        QVERIFY(next < expected.size());
        const Record before = log.journal().at(expected[next]);
        QCOMPARE(part.bytes(number), log.bytes(expected[next]));
        QCOMPARE(part.summary(number), log.summary(expected[next]));
        QCOMPARE(part.journal().at(number).departedNs, before.departedNs);
        QCOMPARE(part.journal().at(number).arrivedNs, before.arrivedNs);
        ++next;
    }
    QCOMPARE(size_t(next), expected.size());
    QCOMPARE(part.journal().clientName(connection), log.journal().clientName(connection));
}

void TestReopening::marksOfWhatWasChosen()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("part.pcapng"));
    const Sample sample = sampleTraffic();
    TrafficLog &log = sample.traffic->log();
    const ConnectionNumber connection = log.journal().at(sample.longPoll).connection;
    RecordNumber other = 1;
    while (log.journal().at(other).connection == connection)
        ++other;
    const qint64 nowNs = log.journal().lastNs();
    const QByteArray text(100'000, 'x');
    QVERIFY(log.mark({.atNs = nowNs, .number = sample.longPoll, .text = text}));
    QVERIFY(log.mark({.atNs = nowNs, .number = other, .text = "left out"}));
    QVERIFY(log.mark({.atNs = nowNs, .text = "of no message"}));
    QVERIFY(exportLog(log, path, {.records = RecordSelection({sample.longPoll}), .options = {}}));
    const auto reader = readWhole(path);
    QVERIFY(reader);
    const TrafficLog &part = *(*reader)->log();
    const std::vector<LogMark> marks = part.marks();
    QCOMPARE(marks.size(), size_t(3));
    QCOMPARE(marks[0].text, text);
    QVERIFY(marks[0].number != sample.longPoll);
    QCOMPARE(part.bytes(marks[0].number), log.bytes(sample.longPoll));
    QCOMPARE(marks[1].number, RecordNumber(0));
    QCOMPARE(marks[2].number, RecordNumber(0));
}

void TestReopening::archiveTellsWhatItCan()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.har"));
    const Sample sample = sampleTraffic();
    const Journal &before = sample.traffic->log().journal();
    QVERIFY(exportLog(sample.traffic->log(), path));
    const auto reader = readWhole(path);
    QVERIFY(reader);
    QVERIFY((*reader)->remark().contains(path));
    const TrafficLog &log = *(*reader)->log();
    const auto count = [](const Journal &journal, MessageKind kind) {
        int sum = 0;
        for (RecordNumber number = 1; number <= journal.size(); ++number)
            sum += journal.at(number).kind == kind ? 1 : 0;
        return sum;
    };
    QCOMPARE(count(log.journal(), MessageKind::Request), count(before, MessageKind::Request));
    QCOMPARE(count(log.journal(), MessageKind::Event), count(before, MessageKind::Event));
    QVERIFY(count(log.journal(), MessageKind::Frame) >= 3);
    // The long poll was held for two seconds; an archive counts the answer's way among the waiting.
    bool hasHeld = false;
    for (const ExchangeSpan &exchange : log.journal().exchanges(0, log.journal().lastNs()))
        hasHeld = hasHeld || exchange.heldNs(log.journal().lastNs()) == 2'010'000'000;
    QVERIFY(hasHeld);
}

void TestReopening::archiveOfABrowser()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.har"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // As Chromium writes one: HTTP/2, times it does not know, a request that failed.
    file.write(
        "{ \"log\": {\"version\":\"1.2\",\"creator\":{},\"pages\":[],\"entries\":["
        "{\"startedDateTime\":\"2026-01-02T03:04:05.500Z\",\"time\":30.5,\"connection\":\"443\","
        "\"request\":{\"method\":\"GET\",\"url\":\"https://a.example/x?y=1#z\",\"httpVersion\":\"h2\","
        "\"headers\":[{\"name\":\":authority\",\"value\":\"a.example\"},"
        "{\"name\":\"user-agent\",\"value\":\"Mozilla/5.0 Chrome/120\"}]},"
        "\"response\":{\"status\":200,\"statusText\":\"\",\"headers\":[{\"name\":\"a\",\"value\":"
        "\"b\\r\\nc\"}],"
        "\"content\":{\"size\":2,\"mimeType\":\"text/plain\",\"text\":\"aGk=\",\"encoding\":\"base64\"}},"
        "\"timings\":{\"blocked\":2.5,\"dns\":-1,\"connect\":-1,\"ssl\":-1,\"send\":1,\"wait\":20,"
        "\"receive\":7}},"
        "{\"startedDateTime\":\"2026-01-02T03:04:05.000Z\",\"request\":{\"method\":\"POST\",\"url\":\"http://"
        "b/\","
        "\"postData\":{\"mimeType\":\"x\",\"text\":\"body\"}},\"response\":{\"status\":0}},"
        "{\"startedDateTime\":\"never\"}, 5]}}");
    file.close();
    const auto reader = readWhole(path);
    QVERIFY(reader);
    const TrafficLog &log = *(*reader)->log();
    const Journal &journal = log.journal();
    QCOMPARE(journal.size(), RecordNumber(5));
    QCOMPARE(log.bytes(2), QByteArray("POST / HTTP/1.1\r\nHost: b\r\n\r\nbody"));
    QCOMPARE(
        log.bytes(4),
        QByteArray("GET /x?y=1 HTTP/1.1\r\nHost: a.example\r\nuser-agent: Mozilla/5.0 Chrome/120\r\n\r\n"));
    QCOMPARE(log.bytes(5), QByteArray("HTTP/1.1 200 \r\na: b  c\r\n\r\nhi"));
    QCOMPARE(journal.at(4).departedNs, 502'500'000);
    QCOMPARE(journal.at(5).departedNs, 523'500'000);
    QCOMPARE(journal.at(5).arrivedNs, 530'500'000);
    QCOMPARE(journal.at(5).exchange, RecordNumber(4));
    QCOMPARE(journal.clientName(2), QStringLiteral("chromium-1"));
}

void TestReopening::brokenFiles_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"jsonl", "csv", "har"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void TestReopening::brokenFiles()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.") + suffix);
    const Sample sample = sampleTraffic();
    QVERIFY(exportLog(sample.traffic->log(), path));
    const QByteArray whole = contentsOf(path);
    const auto open = [&](const QByteArray &bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto reader = readWhole(path);
        if (!reader)
            QVERIFY(reader.error().message.contains(path));
        else
            QVERIFY((*reader)->log()->journal().size() > 0);
    };
    constexpr qsizetype Step = 41;
    for (qsizetype at = 0; at < whole.size(); at += Step) {
        open(whole.first(at));
        QByteArray flipped = whole;
        flipped[at] = char(~flipped.at(at));
        open(flipped);
    }
}

void TestReopening::connectionsThatNobodyOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jsonl"));
    QVERIFY(exportLog(sampleTraffic().traffic->log(), path));
    QByteArray row = contentsOf(path).split('\n').constFirst() + '\n';
    row.remove(0, row.indexOf(',', row.indexOf("\"connection\"")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 1; i <= 100; ++i)
        file.write(QStringLiteral("{\"n\":%1,\"connection\":%2").arg(i).arg(i * 50'000).toLatin1() + row);
    file.close();
    const auto reader = readWhole(path);
    QVERIFY(reader);
    // A row costs some dozens of bytes, not megabytes.
    const Journal &journal = (*reader)->log()->journal();
    QVERIFY(journal.size() > 0);
    QVERIFY(journal.connectionCount() < 1'100'000);
    QVERIFY((*reader)->remark().contains(QStringLiteral("connection")));
}

QTEST_GUILESS_MAIN(TestReopening)
#include "tst_reopening.moc"
