// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/transit.h"

#include <QList>
#include <QTest>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

struct Departure
{
    nanoseconds at;
    qint64 bytes;
    LinkProfile link;
};

QList<nanoseconds> arrivalsOf(const QList<Departure> &departures, quint32 stream = 1)
{
    Transit transit(stream);
    QList<nanoseconds> arrivals;
    for (const Departure &each : departures)
        arrivals << transit.arrivalOf(each.link, each.at, each.bytes);
    return arrivals;
}

QList<Departure> everyMillisecond(const LinkProfile &link, int count = 1000)
{
    QList<Departure> departures;
    for (int i = 0; i < count; ++i)
        departures << Departure {i * 1ms, 100, link};
    return departures;
}

} // namespace

// Latency, bandwidth and jitter against sums made by hand.
class TestTransit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrives_data();
    void arrives();
    void jitterStaysWithinItsBounds();
    void jitterIsSpreadEvenly();
    void jitterNeverReorders();
    void jitterIsReproducible();
    void jitterDiffersBetweenStreamsAndSeeds();
    void aNewSeedHoldsFromThenOn();
};

void TestTransit::arrives_data()
{
    QTest::addColumn<QList<Departure>>("departures");
    QTest::addColumn<QList<nanoseconds>>("arrivals");

    const LinkProfile none;
    const LinkProfile far {.latency = 20ms};
    const LinkProfile narrow {.bitsPerSecond = 8000}; // a byte a millisecond
    const LinkProfile both {.latency = 20ms, .bitsPerSecond = 8000};
    const LinkProfile odd {.bitsPerSecond = 3};
    using D = QList<Departure>;
    using A = QList<nanoseconds>;

    QTest::newRow("no link: at once") << D {{5ms, 100, none}, {5ms, 100, none}} << A {5ms, 5ms};
    QTest::newRow("latency: each as late as the other")
        << D {{0ms, 1, far}, {3ms, 9000, far}} << A {20ms, 23ms};
    QTest::newRow("bandwidth: as long as its bytes take") << D {{1ms, 100, narrow}} << A {101ms};
    QTest::newRow("bandwidth: behind what is on the line")
        << D {{0ms, 100, narrow}, {10ms, 50, narrow}} << A {100ms, 150ms};
    QTest::newRow("bandwidth: the line is free again")
        << D {{0ms, 10, narrow}, {30ms, 5, narrow}} << A {10ms, 35ms};
    QTest::newRow("both: the line first, then the way")
        << D {{0ms, 100, both}, {10ms, 50, both}} << A {120ms, 170ms};
    QTest::newRow("a closing takes no room on the line, but waits for it")
        << D {{0ms, 100, both}, {1ms, 0, both}} << A {120ms, 120ms};
    QTest::newRow("a rate that does not divide: cut to the nanosecond")
        << D {{0ms, 1, odd}} << A {nanoseconds {2'666'666'666}};
    QTest::newRow("ten gigabits a second, and a long message")
        << D {{0ms, 1'000'000'000, {.bitsPerSecond = 10'000'000'000}}} << A {800ms};
    QTest::newRow("latency falls in flight: none overtakes")
        << D {{0ms, 1, {.latency = 500ms}}, {1ms, 1, none}, {600ms, 1, none}} << A {500ms, 500ms, 600ms};
    QTest::newRow("latency grows in flight: the first keeps its arrival")
        << D {{0ms, 1, far}, {1ms, 1, {.latency = 500ms}}} << A {20ms, 501ms};
    QTest::newRow("bandwidth grows in flight: the line is taken until then")
        << D {{0ms, 100, narrow}, {1ms, 100, none}, {2ms, 100, {.bitsPerSecond = 80000}}}
        << A {100ms, 100ms, 110ms};
}

void TestTransit::arrives()
{
    QFETCH(QList<Departure>, departures);
    QFETCH(QList<nanoseconds>, arrivals);
    QCOMPARE(arrivalsOf(departures), arrivals);
}

void TestTransit::jitterStaysWithinItsBounds()
{
    const LinkProfile link {.latency = 10ms, .jitter = 900us};
    const QList<Departure> departures = everyMillisecond(link);
    const QList<nanoseconds> arrivals = arrivalsOf(departures);
    for (qsizetype i = 0; i < arrivals.size(); ++i) {
        const nanoseconds added = arrivals.at(i) - departures.at(i).at - link.latency;
        QVERIFY2(added >= 0ns && added <= link.jitter, qPrintable(QString::number(added.count())));
    }
}

void TestTransit::jitterIsSpreadEvenly()
{
    const LinkProfile link {.jitter = 1000us};
    const QList<Departure> departures = everyMillisecond(link, 10'000);
    const QList<nanoseconds> arrivals = arrivalsOf(departures);
    std::array<int, 10> counts {};
    for (qsizetype i = 0; i < arrivals.size(); ++i)
        ++counts.at(size_t((arrivals.at(i) - departures.at(i).at) / 100us) % counts.size());
    // 1000 each, give or take five standard deviations.
    for (const int count : counts)
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
}

void TestTransit::jitterNeverReorders()
{
    const QList<nanoseconds> arrivals = arrivalsOf(everyMillisecond({.latency = 1ms, .jitter = 50ms}));
    QVERIFY(std::ranges::is_sorted(arrivals));
    // The jitter is longer than the distance: some must have been held back for others.
    QVERIFY(std::ranges::adjacent_find(arrivals) != arrivals.end());
}

void TestTransit::jitterIsReproducible()
{
    const QList<Departure> departures = everyMillisecond({.latency = 1ms, .jitter = 50ms, .seed = 7});
    QCOMPARE(arrivalsOf(departures), arrivalsOf(departures));
    // The same on every machine and with every library; the numbers are those of SplitMix64.
    const LinkProfile link {.jitter = 1s, .seed = 7};
    const QList<nanoseconds> expected {nanoseconds {226968320}, 10s + nanoseconds {996347135}};
    QCOMPARE(arrivalsOf({{0s, 1, link}, {10s, 1, link}}), expected);
}

void TestTransit::jitterDiffersBetweenStreamsAndSeeds()
{
    const QList<Departure> seven = everyMillisecond({.jitter = 50ms, .seed = 7});
    const QList<Departure> eight = everyMillisecond({.jitter = 50ms, .seed = 8});
    QVERIFY(arrivalsOf(seven, 2) != arrivalsOf(seven, 3));
    QVERIFY(arrivalsOf(seven, 2) != arrivalsOf(eight, 2));
}

void TestTransit::aNewSeedHoldsFromThenOn()
{
    // Far enough apart that no message waits for another.
    const LinkProfile seven {.jitter = 50ms, .seed = 7};
    const LinkProfile eight {.jitter = 50ms, .seed = 8};
    const QList<nanoseconds> changed = arrivalsOf({{0s, 1, seven}, {1s, 1, eight}, {2s, 1, eight}});
    const QList<nanoseconds> fromTheStart = arrivalsOf({{1s, 1, eight}, {2s, 1, eight}});
    QCOMPARE(changed.sliced(1), fromTheStart);
}

QTEST_APPLESS_MAIN(TestTransit)
#include "tst_transit.moc"
