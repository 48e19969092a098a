// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/timemap.h"
#include "app/journal/journal.h"
#include "tests/heap.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace wiretale;

namespace {

constexpr qint64 Ms = 1'000'000;

void addRecord(Journal &journal, qint64 departedNs, qint64 arrivedNs)
{
    Record record;
    record.departedNs = departedNs;
    record.arrivedNs = arrivedNs;
    journal.append(record);
}

// Steps of 30 pixels, over messages that leave at these times and travel for 20 ms.
struct StepStory
{
    Journal journal;
    TimeMap map;

    explicit StepStory(const std::vector<qint64> &departures)
    {
        map.setMode(TimeMode::Steps);
        map.setScale(100);
        map.setStep(30);
        map.setShown(journal);
        for (const qint64 ns : departures)
            addRecord(journal, ns, ns + 20 * Ms);
    }
};

} // namespace

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
    void gapsOfSomeAreThoseOfAReadingFromTheBeginning();
    void whatNeverArrivesCostsLittle();
    void othersGapsFoldAsIfTheyHadAlwaysBeen();
    void someStepsAreEquallyFarApart();
    void linearLeavesOutNothing();
    void stepsAreEquallyFarApart();
    void stepsKeepTheOrderOfTime();
    void laterMessagesMoveNoEarlierOnes();
    void messagesOfTheSameTimeAreApart();
    void stepsGoThereAndBack();
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

void TestTimeMap::linearLeavesOutNothing()
{
    TimeMap map;
    map.setScale(100);
    const std::vector<IdleGap> gaps {{1'000'000'000, 61'000'000'000}};
    map.setGaps(gaps);
    map.setMode(TimeMode::Linear);
    QVERIFY(map.folds(0, 1e9).empty());
    QCOMPARE(map.yOf(61'000'000'000), 6100.0);
    map.setTail(61'000'000'000, 90'000'000'000);
    QCOMPARE(map.yOf(90'000'000'000), 9000.0);
    map.setMode(TimeMode::Folded);
    QCOMPARE(map.yOf(61'000'000'000), 100 + TimeMap::KeptHeight + TimeMap::FoldHeight);
}

void TestTimeMap::stepsAreEquallyFarApart()
{
    const std::vector<qint64> departures {5 * Ms, 6 * Ms, 6'000 * Ms, 6'000 * Ms + 1, 600'000 * Ms};
    const StepStory story(departures);
    for (size_t i = 0; i < departures.size(); ++i) {
        QCOMPARE(story.map.yOf(departures[i]), 30.0 * double(i + 1));
        QCOMPARE(story.map.departureY(RecordNumber(i + 1), departures[i]), 30.0 * double(i + 1));
    }
}

void TestTimeMap::stepsKeepTheOrderOfTime()
{
    const StepStory story({0, 100 * Ms, 101 * Ms, 5'000 * Ms});
    double last = -1;
    for (qint64 ns = 0; ns < 60'000 * Ms; ns += 5 * Ms / 2) {
        const double y = story.map.yOf(ns);
        QVERIFY(y > last);
        last = y;
    }
    QVERIFY2(last < 5 * 30.0, "what follows the last message stays above where the next one will be");
}

void TestTimeMap::laterMessagesMoveNoEarlierOnes()
{
    StepStory story({10 * Ms, 20 * Ms, 900 * Ms});
    std::vector<double> before;
    for (qint64 ns = 0; ns <= 2'000 * Ms; ns += Ms)
        before.push_back(story.map.yOf(ns));
    addRecord(story.journal, 2'001 * Ms, 2'002 * Ms);
    addRecord(story.journal, 2'001 * Ms, 2'002 * Ms);
    for (qint64 ns = 0; ns <= 2'000 * Ms; ns += Ms)
        QCOMPARE(story.map.yOf(ns), before.at(size_t(ns / Ms)));
}

void TestTimeMap::messagesOfTheSameTimeAreApart()
{
    StepStory story({10 * Ms, 10 * Ms, 10 * Ms, 50 * Ms});
    QCOMPARE(story.map.departureY(2, 10 * Ms), 60.0);
    QCOMPARE(story.map.departureY(3, 10 * Ms), 90.0);
    // One that arrives when it leaves goes straight across, and none goes up.
    QCOMPARE(story.map.arrivalY(3, 10 * Ms, 10 * Ms), 90.0);
    QVERIFY(story.map.arrivalY(1, 10 * Ms, 30 * Ms) > 90.0);
    // What arrives at the very time at which another leaves meets its beginning.
    QCOMPARE(story.map.arrivalY(3, 10 * Ms, 50 * Ms), 120.0);
    QCOMPARE(story.map.yOf(10 * Ms), 30.0);
    QVERIFY(story.map.nowY(10 * Ms) >= 90.0);
}

void TestTimeMap::stepsGoThereAndBack()
{
    std::mt19937 random(5);
    std::vector<qint64> departures;
    qint64 at = 0;
    for (int i = 0; i < 500; ++i) {
        at += random() % 3 == 0 ? 0 : qint64(random() % (50 * Ms));
        departures.push_back(at);
    }
    const StepStory story(departures);
    for (const qint64 ns : departures)
        QCOMPARE(story.map.timeOf(story.map.yOf(ns)), ns);
    for (int i = 0; i < 9'000; ++i) {
        const double y = 1.7 * i;
        QVERIFY(story.map.yOf(story.map.timeOf(y)) <= y + 0.001);
    }
}

void TestTimeMap::gapsOfSomeAreThoseOfAReadingFromTheBeginning()
{
    std::mt19937 random(12);
    Journal journal;
    ChosenRecords chosen(&journal);
    IdleGaps gaps;
    std::vector<RecordNumber> onTheirWay;
    qint64 now = 0;
    for (int step = 0; step < 60; ++step) {
        std::erase_if(onTheirWay, [&](RecordNumber number) {
            const auto chance = random() % 8;
            if (chance == 0)
                journal.setCut(number);
            else if (chance < 4)
                journal.setArrived(number, now);
            return chance < 4;
        });
        for (int i = 0; i < 100; ++i) {
            now += qint64(random() % 20) * Ms / 4;
            Record record;
            record.departedNs = now;
            const bool isLate = i > 90 && random() % 4 == 0;
            record.arrivedNs = isLate ? Record::NotArrived : now + qint64(random() % 9) * Ms;
            const RecordNumber number = journal.append(record);
            if (isLate)
                onTheirWay.push_back(number);
            if (random() % 3 == 0)
                chosen.append(std::vector {number});
        }
        for (int i = 0; i < 3; ++i) {
            const auto number = RecordNumber(random() % journal.size() + 1);
            if (chosen.contains(number))
                chosen.remove(number);
            else
                chosen.insert(number);
        }
        if (step == 20)
            chosen.reset(&journal);
        const std::vector<IdleGap> before = gaps.gaps();
        const bool isChanged = gaps.update(chosen);
        QVERIFY(gaps.kept() <= std::min(before.size(), gaps.gaps().size()));
        QVERIFY(std::equal(before.begin(), before.begin() + qint64(gaps.kept()), gaps.gaps().begin()));
        QVERIFY(isChanged || before == gaps.gaps());
        IdleGaps fresh;
        fresh.update(chosen);
        QCOMPARE(gaps.gaps(), fresh.gaps());
        QCOMPARE(gaps.idleSinceNs(), fresh.idleSinceNs());
    }
    QVERIFY(gaps.gaps().size() > 100);
}

void TestTimeMap::whatNeverArrivesCostsLittle()
{
    constexpr RecordNumber Count = 100'000;
    Journal journal;
    ChosenRecords chosen(&journal);
    for (RecordNumber number = 1; number <= Count; ++number) {
        journal.append({.departedNs = number * Ms});
        chosen.append(std::vector {number});
    }
    const qint64 before = heapBytes();
    IdleGaps gaps;
    gaps.update(chosen);
    QCOMPARE(gaps.idleSinceNs(), Record::NotArrived);
    // A copy of what is on its way for each 256 of them: 80 MB.
    QVERIFY(heapBytes() - before < 4'000'000);
}

void TestTimeMap::othersGapsFoldAsIfTheyHadAlwaysBeen()
{
    const qint64 second = 1000 * Ms;
    const std::vector<IdleGap> before {
        {second, 9 * second}, {10 * second, 20 * second}, {21 * second, 30 * second}};
    const std::vector<IdleGap> after {{second, 9 * second}, {12 * second, 28 * second}};
    TimeMap map;
    map.setGaps(before);
    map.setTail(31 * second, 40 * second);
    map.setGaps(after, 1);
    TimeMap fresh;
    fresh.setGaps(after);
    for (qint64 ns = 0; ns < 50 * second; ns += second / 4)
        QCOMPARE(map.yOf(ns), fresh.yOf(ns));
    map.setGaps({});
    QCOMPARE(map.yOf(100 * second), TimeMap().yOf(100 * second));
}

void TestTimeMap::someStepsAreEquallyFarApart()
{
    StepStory story({100 * Ms, 200 * Ms, 300 * Ms, 300 * Ms, 900 * Ms});
    const ChosenRecords chosen(story.journal, std::vector<RecordNumber> {2, 4, 5});
    story.map.setShown(chosen);
    QCOMPARE(story.map.departureY(2, 200 * Ms), 30.0);
    QCOMPARE(story.map.departureY(4, 300 * Ms), 60.0);
    QCOMPARE(story.map.departureY(5, 900 * Ms), 90.0);
    // Where one that is left out would be: there is the next.
    QCOMPARE(story.map.departureY(3, 300 * Ms), 60.0);
    double last = -1;
    for (qint64 ns = 0; ns < 1500 * Ms; ns += 7 * Ms) {
        const double y = story.map.yOf(ns);
        QVERIFY(y >= last);
        last = y;
    }
    QVERIFY(story.map.nowY(2000 * Ms) > 90 && story.map.nowY(2000 * Ms) < 120);
    QVERIFY(std::abs(double(story.map.timeOf(story.map.yOf(500 * Ms)) - 500 * Ms)) < double(Ms));
}

QTEST_GUILESS_MAIN(TestTimeMap)
#include "tst_timemap.moc"
