// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/timemap.h"
#include "app/journal/journal.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace wiretale;

class TestTimeMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLinearWithoutGaps();
    void foldsWhatIsLong();
    void leavesWhatIsShort();
    void goesThereAndBack();
    void doesNotJumpWhenTheTailGrows();
    void gapsAgreeWithANaiveScan();
    void nothingIsIdleWhileSomethingTravels();
};

void TestTimeMap::isLinearWithoutGaps()
{
    TimeMap map;
    map.setScale(200);
    QCOMPARE(map.yOf(1'000'000'000), 200.0);
    QCOMPARE(map.timeOf(100.0), qint64(500'000'000));
    QVERIFY(map.folds(0, 1e9).empty());
}

void TestTimeMap::foldsWhatIsLong()
{
    TimeMap map;
    map.setScale(100);
    const std::vector<IdleGap> gaps {{1'000'000'000, 61'000'000'000}};
    map.setGaps(gaps);
    // One second, what is kept of the gap, and the fold.
    QCOMPARE(map.yOf(61'000'000'000), 100 + TimeMap::KeptHeight + TimeMap::FoldHeight);
    QCOMPARE(map.yOf(62'000'000'000), 200 + TimeMap::KeptHeight + TimeMap::FoldHeight);
    QCOMPARE(map.folds(0, 1000).size(), size_t(1));
    QVERIFY(map.folds(500, 1000).empty());
    map.setScale(1);
    QVERIFY(map.folds(0, 1000).empty());
    QCOMPARE(map.yOf(61'000'000'000), 61.0);
}

void TestTimeMap::leavesWhatIsShort()
{
    TimeMap map;
    map.setScale(100);
    const std::vector<IdleGap> gaps {{0, 900'000'000}};
    map.setGaps(gaps);
    QCOMPARE(map.yOf(1'000'000'000), 100.0);
}

void TestTimeMap::goesThereAndBack()
{
    std::mt19937 random(7);
    std::vector<IdleGap> gaps;
    qint64 at = 0;
    for (int i = 0; i < 200; ++i) {
        const qint64 from = at + qint64(random() % 2'000'000'000);
        at = from + 1'000'000 + qint64(random()) * 3;
        gaps.push_back({from, at});
    }
    TimeMap map;
    map.setGaps(gaps);
    for (const double scale : {0.5, 20.0, 110.0, 5000.0}) {
        map.setScale(scale);
        double last = -1;
        for (int i = 0; i <= 5000; ++i) {
            const qint64 time = at / 5000 * i;
            const double y = map.yOf(time);
            QVERIFY(y >= last);
            last = y;
            // Within a fold a pixel is many seconds; back and forth it must be the same pixel.
            QVERIFY(std::abs(map.yOf(map.timeOf(y)) - y) < 0.01);
        }
    }
}

void TestTimeMap::doesNotJumpWhenTheTailGrows()
{
    TimeMap map;
    map.setScale(110);
    double last = 0;
    for (qint64 now = 0; now < 10'000'000'000; now += 16'000'000) {
        map.setTail(0, now);
        const double y = map.yOf(now);
        QVERIFY(y >= last);
        QVERIFY(y - last < 2.0);
        last = y;
    }
    // And it ends where the gap does, once a message ends it.
    const std::vector<IdleGap> gaps {{0, 10'000'000'000}};
    map.setGaps(gaps);
    QVERIFY(std::abs(map.yOf(10'000'000'000) - last) < 2.0);
}

void TestTimeMap::gapsAgreeWithANaiveScan()
{
    std::mt19937 random(11);
    Journal journal;
    IdleGaps gaps;
    std::vector<std::pair<qint64, qint64>> flights;
    qint64 now = 0;
    for (int i = 0; i < 3000; ++i) {
        now += qint64(random() % 30'000'000);
        Record record;
        record.departedNs = now;
        record.arrivedNs = now + qint64(random() % 20'000'000);
        record.connection = 0;
        flights.emplace_back(record.departedNs, record.arrivedNs);
        journal.append(record);
        if (random() % 5 == 0)
            gaps.update(journal);
    }
    gaps.update(journal);
    std::vector<IdleGap> naive;
    qint64 busyUntil = 0;
    for (const auto &[from, to] : flights) {
        if (from - busyUntil >= IdleGaps::ShortestNs)
            naive.push_back({busyUntil, from});
        busyUntil = std::max(busyUntil, to);
    }
    QVERIFY(naive.size() > 100);
    QVERIFY(gaps.gaps() == naive);
    QCOMPARE(gaps.idleSinceNs(), busyUntil);
}

void TestTimeMap::nothingIsIdleWhileSomethingTravels()
{
    Journal journal;
    IdleGaps gaps;
    Record record;
    record.departedNs = 1'000'000'000;
    const RecordNumber number = journal.append(record);
    gaps.update(journal);
    QCOMPARE(gaps.gaps().size(), size_t(1));
    QCOMPARE(gaps.idleSinceNs(), Record::NotArrived);
    journal.setArrived(number, 5'000'000'000);
    gaps.update(journal);
    QCOMPARE(gaps.idleSinceNs(), qint64(5'000'000'000));
}

QTEST_GUILESS_MAIN(TestTimeMap)
#include "tst_timemap.moc"
