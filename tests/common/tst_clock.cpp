// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pacedtimer.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace wiretale;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsByDueTimeThenByOrderOfAsking();
    void callbacksSeeTheirDueTime();
    void keepsWhatIsLeftWhenTheRateChanges();
    void keepsWhatIsLeftWhilePaused();
    void boundsTheRate();
    void stepEndsAtTheArrivalAndLeavesTheRest();
    void stepEndsWithAnArrivalThatWasNotHeld();
    void cancels();
    void callbacksMayAskCancelAndPause();
    void neverGoesBackAndAgreesWithANaiveModel();
    void tellsItsPace();
    void runsInRealTime();
    void pacedTimerKeepsItsBeat();
    void pacedTimerIsCancelledWhenItGoes();
    void pacedTimerMayDestroyItself();
};

void TestClock::runsByDueTimeThenByOrderOfAsking()
{
    Clock clock(Clock::Drive::ByHand);
    QByteArray order;
    clock.callAfter(20ms, [&] { order += 'c'; });
    clock.callAfter(10ms, [&] { order += 'a'; });
    clock.callAfter(10ms, [&] { order += 'b'; });
    clock.callAfter(-5ms, [&] { order += '0'; });
    clock.advance(9ms);
    QCOMPARE(order, "0");
    clock.advance(11ms);
    QCOMPARE(order, "0abc");
    QCOMPARE(clock.pendingCount(), 0);
}

void TestClock::callbacksSeeTheirDueTime()
{
    Clock clock(Clock::Drive::ByHand);
    std::vector<Nanoseconds> seen;
    for (const auto due : {3ms, 7ms, 5ms})
        clock.callAt(due, [&] { seen.push_back(clock.now()); });
    clock.advance(1s);
    QCOMPARE(seen, (std::vector<Nanoseconds> {3ms, 5ms, 7ms}));
    QCOMPARE(clock.now(), Nanoseconds(1s));
}

void TestClock::keepsWhatIsLeftWhenTheRateChanges()
{
    Clock clock(Clock::Drive::ByHand);
    bool called = false;
    const auto id = clock.callAfter(100ms, [&] { called = true; });
    clock.advance(50ms);
    QCOMPARE(clock.remaining(id), Nanoseconds(50ms));
    clock.setRate(0.5);
    QCOMPARE(clock.remaining(id), Nanoseconds(50ms));
    clock.advance(99ms);
    QVERIFY(!called);
    clock.advance(1ms);
    QVERIFY(called);
    QCOMPARE(clock.now(), Nanoseconds(100ms));
}

void TestClock::keepsWhatIsLeftWhilePaused()
{
    Clock clock(Clock::Drive::ByHand);
    bool called = false;
    clock.callAfter(10ms, [&] { called = true; });
    clock.advance(4ms);
    clock.pause();
    clock.advance(1h);
    QVERIFY(!called);
    QCOMPARE(clock.now(), Nanoseconds(4ms));
    clock.resume();
    clock.advance(5ms);
    QVERIFY(!called);
    clock.advance(1ms);
    QVERIFY(called);
}

void TestClock::boundsTheRate()
{
    Clock clock(Clock::Drive::ByHand);
    clock.setRate(1000);
    QCOMPARE(clock.rate(), Clock::FastestRate);
    clock.setRate(0);
    QCOMPARE(clock.rate(), Clock::SlowestRate);
}

void TestClock::stepEndsAtTheArrivalAndLeavesTheRest()
{
    Clock clock(Clock::Drive::ByHand);
    QByteArray order;
    clock.callAfter(5ms, [&] { order += 'w'; });
    clock.callAfter(
        10ms, [&] { order += '1'; }, Clock::Purpose::Arrival);
    clock.callAfter(
        10ms, [&] { order += '2'; }, Clock::Purpose::Arrival);
    clock.pause();
    clock.stepToNextArrival();
    clock.advance(1s);
    QCOMPARE(order, "w1");
    QVERIFY(clock.isPaused());
    QCOMPARE(clock.now(), Nanoseconds(10ms));
    clock.stepToNextArrival();
    clock.advance(1s);
    QCOMPARE(order, "w12");
    QCOMPARE(clock.now(), Nanoseconds(10ms));
}

void TestClock::stepEndsWithAnArrivalThatWasNotHeld()
{
    Clock clock(Clock::Drive::ByHand);
    clock.noteArrival();
    QVERIFY(!clock.isPaused());
    clock.stepToNextArrival();
    clock.advance(3ms);
    clock.noteArrival();
    QVERIFY(clock.isPaused());
    QCOMPARE(clock.now(), Nanoseconds(3ms));
}

void TestClock::cancels()
{
    Clock clock(Clock::Drive::ByHand);
    bool called = false;
    const auto id = clock.callAfter(1ms, [&] { called = true; });
    QVERIFY(clock.cancel(id));
    QVERIFY(!clock.cancel(id));
    QVERIFY(!clock.cancel(Clock::TimerId::None));
    QVERIFY(clock.remaining(id) < 0ns);
    clock.advance(1s);
    QVERIFY(!called);
}

void TestClock::callbacksMayAskCancelAndPause()
{
    Clock clock(Clock::Drive::ByHand);
    QByteArray order;
    const auto doomed = clock.callAfter(20ms, [&] { order += 'x'; });
    clock.callAfter(10ms, [&] {
        order += 'a';
        clock.cancel(doomed);
        clock.callAfter(0ms, [&] { order += 'b'; });
        clock.callAfter(5ms, [&] { clock.pause(); });
        clock.callAfter(6ms, [&] { order += 'c'; });
    });
    clock.advance(1s);
    QCOMPARE(order, "ab");
    QCOMPARE(clock.now(), Nanoseconds(15ms));
    clock.resume();
    clock.advance(1ms);
    QCOMPARE(order, "abc");
}

void TestClock::neverGoesBackAndAgreesWithANaiveModel()
{
    std::mt19937 random(20261120);
    Clock clock(Clock::Drive::ByHand);
    struct Asked
    {
        Nanoseconds due;
        int order;
    };
    std::vector<Asked> asked;
    std::vector<int> ran;
    Nanoseconds last {0};
    for (int i = 0; i < 2000; ++i) {
        const Nanoseconds delay {random() % 50'000'000};
        asked.push_back({clock.now() + delay, i});
        clock.callAfter(delay, [&ran, i] { ran.push_back(i); });
        switch (random() % 8) {
        case 0:
            clock.setRate(double(random() % 2000) / 100.0);
            break;
        case 1:
            clock.pause();
            break;
        case 2:
        case 3:
            clock.resume();
            break;
        default:
            clock.advance(Nanoseconds {random() % 10'000'000});
        }
        QVERIFY(clock.now() >= last);
        last = clock.now();
    }
    clock.resume();
    clock.advance(1h);
    std::ranges::stable_sort(asked, {}, &Asked::due);
    QCOMPARE(ran.size(), asked.size());
    for (size_t i = 0; i < ran.size(); ++i)
        QCOMPARE(ran[i], asked[i].order);
}

void TestClock::tellsItsPace()
{
    Clock clock(Clock::Drive::ByHand);
    QSignalSpy changes(&clock, &Clock::paceChanged);
    clock.setRate(2);
    clock.pause();
    clock.pause();
    clock.stepToNextArrival();
    clock.resume();
    QCOMPARE(changes.size(), 4);
    const ClockPace pace {
        .anchor = 10ms, .steadyAnchor = 1s, .rate = 0.5, .paused = false, .stepping = false};
    QCOMPARE(pace.at(1s + 20ms), Nanoseconds(20ms));
    QCOMPARE(pace.at(0s), Nanoseconds(10ms));
    QVERIFY(clock.pace().now() >= clock.now());
}

void TestClock::runsInRealTime()
{
    Clock clock;
    clock.setRate(Clock::FastestRate);
    Nanoseconds seen {0};
    clock.callAfter(40ms, [&] { seen = clock.now(); });
    QTRY_VERIFY(seen > 0ns);
    QVERIFY(seen >= 40ms);
    QVERIFY(clock.now() >= seen);
}

void TestClock::pacedTimerKeepsItsBeat()
{
    Clock clock(Clock::Drive::ByHand);
    std::vector<Nanoseconds> beats;
    PacedTimer timer(clock, [&] { beats.push_back(clock.now()); });
    timer.startEvery(10ms);
    QCOMPARE(timer.remaining(), Nanoseconds(10ms));
    clock.advance(35ms);
    QCOMPARE(beats, (std::vector<Nanoseconds> {10ms, 20ms, 30ms}));
    QVERIFY(timer.due() == Nanoseconds(40ms));
    timer.start(1ms);
    QVERIFY(timer.due() == Nanoseconds(36ms));
    clock.advance(1s);
    QCOMPARE(beats.size(), size_t(4));
    QVERIFY(!timer.isActive());
    QVERIFY(!timer.due());
}

void TestClock::pacedTimerIsCancelledWhenItGoes()
{
    Clock clock(Clock::Drive::ByHand);
    bool called = false;
    {
        PacedTimer timer(clock, [&] { called = true; });
        timer.start(1ms);
    }
    clock.advance(1s);
    QVERIFY(!called);
    QCOMPARE(clock.pendingCount(), 0);
}

void TestClock::pacedTimerMayDestroyItself()
{
    Clock clock(Clock::Drive::ByHand);
    std::unique_ptr<PacedTimer> timer;
    timer = std::make_unique<PacedTimer>(clock, [&] { timer.reset(); });
    timer->startEvery(1ms);
    clock.advance(10ms);
    QVERIFY(!timer);
    QCOMPARE(clock.pendingCount(), 0);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
