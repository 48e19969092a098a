// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"
#include "tests/exporters/traffic.h"

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
};

void TestReopening::exportsTheSame_data()
{
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QStringList>("exported");
    const QStringList all {QStringLiteral("pcapng"), QStringLiteral("jsonl"), QStringLiteral("csv"),
                           QStringLiteral("har")};
    QTest::newRow("capture") << all.at(0) << all;
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

QTEST_GUILESS_MAIN(TestReopening)
#include "tst_reopening.moc"
