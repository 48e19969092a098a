// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficseries.h"
#include "app/journal/shownrecords.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace wiretale;
using namespace std::chrono_literals;

class TestTrafficSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRecord_data();
    void oneRecord();
    void agreesWithNaiveSums_data();
    void agreesWithNaiveSums();
    void sumsOnlyWhatIsShown_data();
    void sumsOnlyWhatIsShown();
    void readsNothingTwice();
    void forgetsWhatIsOld();
    void aLongSilenceLeavesNoOldSums();
    void clearBeginsAnew();

private:
    // Nothing at all; TrafficBucket is an array, so that tools take == for a question of its size.
    static bool isSilent(const TrafficBucket &bucket)
    {
        return std::ranges::all_of(bucket, [](const TrafficShare &share) { return share == TrafficShare(); });
    }
    static Record message(std::chrono::nanoseconds departed, Technique technique, quint32 wireBytes,
                          quint32 payloadBytes)
    {
        return {.departedNs = departed.count(),
                .wireBytes = wireBytes,
                .payloadBytes = payloadBytes,
                .connection = 1,
                .kind = MessageKind::Response,
                .technique = technique};
    }
};

void TestTrafficSeries::oneRecord_data()
{
    QTest::addColumn<qint64>("departedNs");
    QTest::addColumn<quint32>("wireBytes");
    QTest::addColumn<quint32>("payloadBytes");
    QTest::addColumn<qint64>("bucket");
    QTest::addColumn<quint64>("loaded");
    QTest::addColumn<quint64>("bare");

    const qint64 second = 1'000'000'000;
    QTest::newRow("with payload") << qint64(0) << 100U << 7U << qint64(0) << quint64(1) << quint64(0);
    QTest::newRow("without payload") << qint64(5) << 81U << 0U << qint64(0) << quint64(0) << quint64(1);
    QTest::newRow("last moment of a second")
        << second - 1 << 81U << 0U << qint64(0) << quint64(0) << quint64(1);
    QTest::newRow("first moment of a second") << second << 81U << 0U << qint64(1) << quint64(0) << quint64(1);
    QTest::newRow("an opening is no message") << second << 0U << 0U << qint64(1) << quint64(0) << quint64(0);
    QTest::newRow("nothing but payload") << second * 90 << 9U << 9U << qint64(90) << quint64(1) << quint64(0);
}

void TestTrafficSeries::oneRecord()
{
    QFETCH(qint64, departedNs);
    QFETCH(quint32, wireBytes);
    QFETCH(quint32, payloadBytes);
    QFETCH(qint64, bucket);
    QFETCH(quint64, loaded);
    QFETCH(quint64, bare);

    Journal journal;
    journal.append(
        message(std::chrono::nanoseconds {departedNs}, Technique::LongPolling, wireBytes, payloadBytes));
    TrafficSeries series;
    QVERIFY(series.read(journal));

    const TrafficShare expected {loaded, bare, payloadBytes, wireBytes - payloadBytes};
    QVERIFY(series.bucket(bucket)[size_t(Technique::LongPolling)] == expected);
    QVERIFY(series.bucket(bucket)[size_t(Technique::WebSocket)] == TrafficShare());
    QVERIFY(isSilent(series.bucket(bucket - 1)));
    QVERIFY(isSilent(series.bucket(bucket + 1)));
    QCOMPARE(series.newest(), bucket);
}

void TestTrafficSeries::agreesWithNaiveSums_data()
{
    QTest::addColumn<int>("recordsBetweenReads");
    QTest::newRow("read after each record") << 1;
    QTest::newRow("read now and then") << 97;
    QTest::newRow("read so rarely that records are skipped") << 30'000;
}

void TestTrafficSeries::agreesWithNaiveSums()
{
    QFETCH(int, recordsBetweenReads);
    std::mt19937 random(7);
    std::uniform_int_distribution<qint64> pause(0, 20'000'000);
    std::uniform_int_distribution<quint32> bytes(0, 500);
    std::uniform_int_distribution<int> technique(0, TechniqueCount - 1);

    Journal journal;
    TrafficSeries series;
    std::map<qint64, TrafficBucket> naive;
    std::chrono::nanoseconds now {0};
    for (int i = 0; i < 60'000; ++i) {
        now += std::chrono::nanoseconds {pause(random)};
        const quint32 payload = bytes(random) % 3 == 0 ? bytes(random) : 0;
        const quint32 wire = payload + bytes(random);
        const auto used = Technique(technique(random));
        journal.append(message(now, used, wire, payload));
        if (wire > 0) {
            TrafficShare &share = naive[now / 1s][size_t(used)];
            ++(payload > 0 ? share.loadedMessages : share.bareMessages);
            share.payloadBytes += payload;
            share.overheadBytes += wire - payload;
        }
        if (i % recordsBetweenReads == 0)
            series.read(journal);
    }
    series.read(journal);
    const qint64 last = now / 1s;
    QCOMPARE(series.newest(), last);
    QVERIFY(last > 2 * TrafficSeries::Kept);
    for (qint64 index = last - TrafficSeries::Kept + 1; index <= last; ++index)
        QVERIFY2(series.bucket(index) == naive[index], qPrintable(QString::number(index)));
}

void TestTrafficSeries::sumsOnlyWhatIsShown_data()
{
    QTest::addColumn<int>("oneOf");
    QTest::addColumn<int>("recordsBetweenReads");
    QTest::newRow("all of them") << 1 << 97;
    QTest::newRow("a tenth") << 10 << 97;
    QTest::newRow("a tenth, read so rarely that records are skipped") << 10 << 60'000;
    QTest::newRow("a thousandth") << 1000 << 97;
}

void TestTrafficSeries::sumsOnlyWhatIsShown()
{
    QFETCH(const int, oneOf);
    QFETCH(const int, recordsBetweenReads);
    std::mt19937 random(8);
    Journal journal;
    ChosenRecords chosen(&journal);
    TrafficSeries series;
    std::chrono::nanoseconds now {0};
    for (int i = 1; i <= 120'000; ++i) {
        now += std::chrono::milliseconds {random() % 3};
        const RecordNumber number
            = journal.append(message(now, Technique(random() % TechniqueCount), 100, 7));
        if (int(random() % 1000) < 1000 / oneOf)
            chosen.append(std::vector {number});
        if (random() % 500 == 0) {
            // One of the last ones, for something that was learned about it.
            const RecordNumber late = number - random() % std::min<RecordNumber>(number, 3000);
            if (chosen.contains(late))
                chosen.remove(late);
            else
                chosen.insert(late);
        }
        if (i % recordsBetweenReads != 0)
            continue;
        series.read(chosen);
        if (i % (recordsBetweenReads * 50) != 0)
            continue;
        TrafficSeries fresh;
        fresh.readUntil(chosen, journal.at(chosen.at(chosen.size() - 1)).departedNs);
        const qint64 last = std::max(series.newest(), fresh.newest());
        for (qint64 index = last - TrafficSeries::Kept + 1; index <= last; ++index)
            QVERIFY2(series.bucket(index) == fresh.bucket(index), qPrintable(QString::number(index)));
    }
    series.read(chosen);
    std::map<qint64, quint64> naive;
    for (quint32 index = 0; index < chosen.size(); ++index)
        ++naive[TrafficSeries::bucketOf(journal.at(chosen.at(index)).departedNs)];
    QCOMPARE(series.newest(), naive.rbegin()->first);
    for (qint64 index = series.newest() - TrafficSeries::Kept + 1; index <= series.newest(); ++index) {
        quint64 messages = 0;
        for (const TrafficShare &share : series.bucket(index))
            messages += share.loadedMessages;
        QCOMPARE(messages, naive[index]);
    }
}

void TestTrafficSeries::readsNothingTwice()
{
    Journal journal;
    TrafficSeries series;
    QVERIFY(!series.read(journal));
    journal.append(message(1s, Technique::Http, 10, 0));
    QVERIFY(series.read(journal));
    QVERIFY(!series.read(journal));
    QCOMPARE(series.bucket(1)[size_t(Technique::Http)].overheadBytes, quint64(10));
}

void TestTrafficSeries::forgetsWhatIsOld()
{
    Journal journal;
    TrafficSeries series;
    journal.append(message(3s, Technique::Http, 10, 0));
    series.read(journal);
    journal.append(message(std::chrono::seconds {3 + TrafficSeries::Kept - 1}, Technique::Http, 20, 0));
    series.read(journal);
    QCOMPARE(series.bucket(3)[size_t(Technique::Http)].overheadBytes, quint64(10));
    journal.append(message(std::chrono::seconds {3 + TrafficSeries::Kept}, Technique::Http, 30, 0));
    series.read(journal);
    QVERIFY(isSilent(series.bucket(3)));
    QCOMPARE(series.bucket(3 + TrafficSeries::Kept)[size_t(Technique::Http)].overheadBytes, quint64(30));
}

void TestTrafficSeries::aLongSilenceLeavesNoOldSums()
{
    Journal journal;
    TrafficSeries series;
    journal.append(message(3s, Technique::Http, 10, 0));
    series.read(journal);
    const qint64 later = 3 + 10 * TrafficSeries::Kept + 5;
    journal.append(message(std::chrono::seconds {later}, Technique::WebSocket, 20, 5));
    series.read(journal);
    for (qint64 index = later - TrafficSeries::Kept; index < later; ++index)
        QVERIFY(isSilent(series.bucket(index)));
    QCOMPARE(series.bucket(later)[size_t(Technique::WebSocket)].payloadBytes, quint64(5));
}

void TestTrafficSeries::clearBeginsAnew()
{
    Journal first;
    first.append(message(50s, Technique::Http, 10, 0));
    Journal second;
    second.append(message(1s, Technique::Http, 7, 0));
    TrafficSeries series;
    series.read(first);
    series.clear();
    QCOMPARE(series.newest(), qint64(-1));
    QVERIFY(series.read(second));
    QCOMPARE(series.newest(), qint64(1));
    QVERIFY(isSilent(series.bucket(50)));
    QCOMPARE(series.bucket(1)[size_t(Technique::Http)].overheadBytes, quint64(7));
}

QTEST_GUILESS_MAIN(TestTrafficSeries)
#include "tst_trafficseries.moc"
