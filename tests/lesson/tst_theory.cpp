// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"
#include "app/lesson/theory.h"
#include "tests/lesson/stillworld.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr double Ms = 1e6;

bool isNear(double value, double expected, double share = 1e-9)
{
    return std::abs(value - expected) <= share * std::abs(expected) + 1e-9;
}

Settings settingsOf(PublishPlan::Kind kind, std::chrono::milliseconds interval, const LinkProfile &link)
{
    Settings settings;
    settings.publish = {kind, interval};
    settings.link = link;
    settings.pollInterval = 1s;
    settings.longPollTimeout = 10s;
    settings.heartbeat = 15s;
    return settings;
}

constexpr MessageSizes Sizes {
    .request = 200, .emptyAnswer = 80, .newsAnswer = 120, .pushedEvent = 40, .heartbeat = 15, .payload = 30};

struct Measured
{
    double meanLatencyNs = 0;
    double worstLatencyNs = 0;
    double requestsPerSecond = 0;
    double emptyShare = 0;
    double overheadPerEvent = 0;
    MessageSizes sizes;
    int events = 0;
};

struct Sum
{
    void add(double value)
    {
        total += value;
        ++count;
    }
    [[nodiscard]] double mean() const { return count > 0 ? total / count : 0; }
    double total = 0;
    int count = 0;
};

// From the `first` record on, which is a request.
Measured measure(const Journal &journal, RecordNumber first, RecordNumber last)
{
    Measured result;
    Sum latency;
    Sum request;
    Sum empty;
    Sum news;
    Sum payload;
    double wireBytes = 0;
    for (RecordNumber number = first; number < last; ++number) {
        const Record record = journal.at(number);
        wireBytes += record.wireBytes;
        if (record.kind == MessageKind::Request)
            request.add(record.wireBytes);
        else
            (record.isEmptyResponse() ? empty : news).add(record.wireBytes);
        for (const qint64 id : journal.eventIds(number)) {
            const double waited = double(record.arrivedNs - journal.publishedNs(id).value());
            latency.add(waited);
            result.worstLatencyNs = std::max(result.worstLatencyNs, waited);
        }
        payload.total += record.payloadBytes;
    }
    result.events = latency.count;
    result.meanLatencyNs = latency.mean();
    const qint64 span = journal.at(last).departedNs - journal.at(first).departedNs;
    result.requestsPerSecond = request.count / (double(span) / 1e9);
    result.emptyShare = double(empty.count) / (empty.count + news.count);
    result.sizes = {.request = request.mean(),
                    .emptyAnswer = empty.mean(),
                    .newsAnswer = news.mean(),
                    .payload = payload.total / latency.count};
    result.overheadPerEvent = (wireBytes - payload.total) / latency.count;
    return result;
}

} // namespace

class TestTheory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polling_data();
    void polling();
    void longPolling_data();
    void longPolling();
    void pushing_data();
    void pushing();
    void withoutEventsNobodyWaits();
    void anIdleLongPollAsksOnceARound();
    void aLinkThatIsTooNarrow();
    void heartbeatsAreOverhead();
    void plainRequestsLearnNothing();
    void agreesWithMeasuredPolling_data();
    void agreesWithMeasuredPolling();
    void agreesWithMeasuredLongPolling();
};

void TestTheory::polling_data()
{
    QTest::addColumn<bool>("atRandom");
    QTest::addColumn<int>("publishMs");
    QTest::addColumn<LinkProfile>("link");
    QTest::addColumn<double>("meanMs");
    QTest::addColumn<double>("worstMs");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<double>("emptyShare");
    QTest::addColumn<double>("overhead");
    // Half a second of waiting; each event is alone, and 9 polls of 10 come for nothing:
    // 10 * 200 + 9 * 80 + 120 - 30.
    QTest::newRow("no latency") << false << 10000 << LinkProfile {} << 500.0 << 1000.0 << 1.0 << 0.9
                                << 2810.0;
    QTest::newRow("50 ms: half a round trip more")
        << false << 10000 << LinkProfile {.latency = 50ms} << 550.0 << 1050.0 << 1.0 << 0.9 << 2810.0;
    // One poll for two events, none for nothing: (200 + 120) / 2 - 30.
    QTest::newRow("two events an interval")
        << false << 500 << LinkProfile {.latency = 50ms} << 550.0 << 1050.0 << 1.0 << 0.0 << 130.0;
    QTest::newRow("a round trip longer than the interval")
        << false << 500 << LinkProfile {.latency = 1s} << 2000.0 << 3000.0 << 0.5 << 0.0 << 50.0;
    // 120 bytes at 9600 bit/s take 100 ms.
    QTest::newRow("a narrow line") << false << 10000 << LinkProfile {.bitsPerSecond = 9600} << 600.0 << 1100.0
                                   << 1.0 << 0.9 << 2810.0;
    // The poll may come 20 ms later than after the interval, and its answer takes 20 ms at worst.
    QTest::newRow("jitter counts half in the mean")
        << false << 10000 << LinkProfile {.jitter = 20ms} << 510.0 << 1040.0 << 1.0 << 0.9 << 2810.0;
    // exp(-1) of the windows are empty: 200 + 80 / e + 120 (1 - 1 / e) - 30.
    QTest::newRow("at random, once a second in the mean")
        << true << 1000 << LinkProfile {} << 500.0 << 1000.0 << 1.0 << 0.36787944117 << 275.2848223531;
}

void TestTheory::polling()
{
    QFETCH(bool, atRandom);
    QFETCH(int, publishMs);
    QFETCH(LinkProfile, link);
    QFETCH(double, meanMs);
    QFETCH(double, worstMs);
    QFETCH(double, perSecond);
    QFETCH(double, emptyShare);
    QFETCH(double, overhead);
    const auto kind = atRandom ? PublishPlan::Kind::AtRandom : PublishPlan::Kind::EveryInterval;
    const Theory theory = theoryOf(Technique::AjaxPolling,
                                   settingsOf(kind, std::chrono::milliseconds(publishMs), link), Sizes);
    QVERIFY(isNear(theory.meanLatencyNs.value() / Ms, meanMs));
    QVERIFY(isNear(theory.worstLatencyNs.value() / Ms, worstMs));
    QVERIFY(isNear(theory.requestsPerSecond, perSecond));
    QVERIFY(isNear(theory.emptyShare.value(), emptyShare));
    QVERIFY(isNear(theory.overheadPerEvent.value(), overhead));
}

void TestTheory::longPolling_data()
{
    QTest::addColumn<bool>("atRandom");
    QTest::addColumn<int>("publishMs");
    QTest::addColumn<int>("timeoutMs");
    QTest::addColumn<int>("latencyMs");
    QTest::addColumn<double>("meanMs");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<double>("emptyShare");
    QTest::addColumn<double>("overhead");
    // A question is always there: one transit, one poll an event, 200 + 120 - 30.
    QTest::newRow("an event now and then") << false << 2000 << 10000 << 50 << 50.0 << 0.5 << 0.0 << 290.0;
    // Three rounds of 10 s run out, the fourth brings it: 4 * 200 + 3 * 80 + 120 - 30.
    QTest::newRow("time-outs between events")
        << false << 35000 << 10000 << 0 << 0.0 << 4.0 / 35 << 0.75 << 1130.0;
    // The gap of 200 ms holds four events, met at any phase: half the gap, and a transit of 100 ms.
    QTest::newRow("events faster than the round trip")
        << false << 50 << 10000 << 100 << 200.0 << 5.0 << 0.0 << 50.0;
    // The time runs out with probability exp(-10 s / 10 s); the cycle is 10 s (1 - 1 / e) long.
    QTest::newRow("at random, the time-out as long as the mean")
        << true << 10000 << 10000 << 0 << 0.0 << 0.1581976707 << 0.36787944117
        << 1.581976707 * (200 + 80 * 0.36787944117 + 120 * 0.63212055883) - 30;
    // Gap 1 s, mean 1 s, no end to waiting to speak of: the cycle is 1 s + 1 s / e, the mean wait 1 s / 2 (1
    // + 1 / e).
    QTest::newRow("at random, a gap as long as the mean")
        << true << 1000 << 100000 << 500 << 500 + 1000 / (2 * 1.36787944117) << 1 / 1.36787944117 << 0.0
        << 320 / 1.36787944117 - 30;
}

void TestTheory::longPolling()
{
    QFETCH(bool, atRandom);
    QFETCH(int, publishMs);
    QFETCH(int, timeoutMs);
    QFETCH(int, latencyMs);
    QFETCH(double, meanMs);
    QFETCH(double, perSecond);
    QFETCH(double, emptyShare);
    QFETCH(double, overhead);
    const auto kind = atRandom ? PublishPlan::Kind::AtRandom : PublishPlan::Kind::EveryInterval;
    Settings settings = settingsOf(kind, std::chrono::milliseconds(publishMs),
                                   {.latency = std::chrono::milliseconds(latencyMs)});
    settings.longPollTimeout = std::chrono::milliseconds(timeoutMs);
    const Theory theory = theoryOf(Technique::LongPolling, settings, Sizes);
    QVERIFY(isNear(theory.meanLatencyNs.value() / Ms, meanMs));
    QVERIFY(isNear(theory.worstLatencyNs.value() / Ms, 3 * latencyMs));
    QVERIFY(isNear(theory.requestsPerSecond, perSecond));
    QVERIFY(isNear(theory.emptyShare.value(), emptyShare));
    QVERIFY(isNear(theory.overheadPerEvent.value(), overhead));
}

void TestTheory::pushing_data()
{
    QTest::addColumn<Technique>("technique");
    QTest::newRow("an event stream") << Technique::EventStream;
    QTest::newRow("a WebSocket") << Technique::WebSocket;
}

void TestTheory::pushing()
{
    QFETCH(Technique, technique);
    Settings settings = settingsOf(PublishPlan::Kind::EveryInterval, 3s, {.latency = 40ms, .jitter = 20ms});
    const Theory theory = theoryOf(technique, settings, Sizes);
    QVERIFY(isNear(theory.meanLatencyNs.value() / Ms, 50));
    QVERIFY(isNear(theory.worstLatencyNs.value() / Ms, 60));
    QCOMPARE(theory.requestsPerSecond, 0.0);
    QVERIFY(!theory.emptyShare);
    // A heartbeat of 15 bytes for each fifth event.
    QVERIFY(isNear(theory.overheadPerEvent.value(), 40 + 3 - 30));

    // 40 bytes at 3200 bit/s take 100 ms; with an event each 200 ms in the mean the line is half full, and an
    // event waits 0.5 * 100 ms / (2 * 0.5) for it.
    settings.link = {.bitsPerSecond = 3200};
    settings.publish = {PublishPlan::Kind::AtRandom, 200ms};
    QVERIFY(isNear(theoryOf(technique, settings, Sizes).meanLatencyNs.value() / Ms, 150));
    settings.publish.kind = PublishPlan::Kind::EveryInterval;
    QVERIFY(isNear(theoryOf(technique, settings, Sizes).meanLatencyNs.value() / Ms, 100));
}

void TestTheory::withoutEventsNobodyWaits()
{
    const Settings settings = settingsOf(PublishPlan::Kind::ByHand, 0ms, {.latency = 50ms});
    for (int technique = 0; technique < TechniqueCount; ++technique) {
        const Theory theory = theoryOf(Technique(technique), settings, Sizes);
        QVERIFY(!theory.meanLatencyNs);
        QVERIFY(!theory.worstLatencyNs);
        QVERIFY(!theory.overheadPerEvent);
    }
    const Theory polling = theoryOf(Technique::AjaxPolling, settings, Sizes);
    QCOMPARE(polling.emptyShare, std::optional(1.0));
    QCOMPARE(polling.requestsPerSecond, 1.0);
}

void TestTheory::anIdleLongPollAsksOnceARound()
{
    const Settings settings = settingsOf(PublishPlan::Kind::ByHand, 0ms, {.latency = 1250ms});
    const Theory theory = theoryOf(Technique::LongPolling, settings, Sizes);
    QCOMPARE(theory.emptyShare, std::optional(1.0));
    QVERIFY(isNear(theory.requestsPerSecond, 1 / 12.5));
}

void TestTheory::aLinkThatIsTooNarrow()
{
    const Settings settings = settingsOf(PublishPlan::Kind::AtRandom, 50ms, {.bitsPerSecond = 3200});
    const Theory theory = theoryOf(Technique::EventStream, settings, Sizes);
    QVERIFY(!theory.meanLatencyNs);
    QVERIFY(!theory.worstLatencyNs);
    QVERIFY(theory.overheadPerEvent);
}

void TestTheory::heartbeatsAreOverhead()
{
    Settings settings = settingsOf(PublishPlan::Kind::EveryInterval, 2s, {});
    settings.heartbeat = 500ms;
    QVERIFY(isNear(theoryOf(Technique::WebSocket, settings, Sizes).overheadPerEvent.value(), 70));
    settings.heartbeat = 0ms;
    QVERIFY(isNear(theoryOf(Technique::WebSocket, settings, Sizes).overheadPerEvent.value(), 10));
}

void TestTheory::plainRequestsLearnNothing()
{
    QCOMPARE(theoryOf(Technique::Http, Settings {}, Sizes), Theory {});
}

void TestTheory::agreesWithMeasuredPolling_data()
{
    QTest::addColumn<bool>("atRandom");
    QTest::addColumn<int>("publishMs");
    QTest::addColumn<LinkProfile>("link");
    QTest::addColumn<double>("tolerance");
    // Steps by the golden ratio meet the interval evenly; random times need some hundreds to do so roughly.
    QTest::newRow("events at an interval") << false << 1618 << LinkProfile {.latency = 50ms} << 0.01;
    QTest::newRow("two in a poll") << false << 618 << LinkProfile {.latency = 50ms} << 0.01;
    QTest::newRow("a narrow line") << false << 1618 << LinkProfile {.latency = 20ms, .bitsPerSecond = 16000}
                                   << 0.01;
    QTest::newRow("events at random") << true << 1000 << LinkProfile {.latency = 50ms} << 0.06;
}

void TestTheory::agreesWithMeasuredPolling()
{
    QFETCH(bool, atRandom);
    QFETCH(int, publishMs);
    QFETCH(LinkProfile, link);
    QFETCH(double, tolerance);
    const auto kind = atRandom ? PublishPlan::Kind::AtRandom : PublishPlan::Kind::EveryInterval;
    const Settings settings = settingsOf(kind, std::chrono::milliseconds(publishMs), link);
    StillWorld world(Technique::AjaxPolling, settings);
    QVERIFY(world.isOpen());
    QVERIFY(world.begin(settings.link.latency));
    const Journal &journal = world.log().journal();

    constexpr int Polls = 500;
    const qint64 interval = std::chrono::nanoseconds(settings.pollInterval).count();
    RecordNumber first = 0;
    RecordNumber request = 0;
    qint64 begunNs = 0;
    for (int poll = 0; poll < Polls; ++poll) {
        request = world.delivered(request, MessageKind::Request);
        QVERIFY(request != 0);
        QVERIFY(world.delivered(request, MessageKind::Response) != 0);
        if (poll == 0)
            begunNs = journal.at(request).departedNs;
        if (poll == 1)
            first = request;
        if (poll + 1 < Polls)
            world.advance(std::chrono::nanoseconds(begunNs + (poll + 1) * interval - world.nowNs()));
    }

    const Measured measured = measure(journal, first, request);
    const Theory theory = theoryOf(Technique::AjaxPolling, settings, measured.sizes);
    QVERIFY(measured.events > 250);
    QVERIFY2(isNear(measured.meanLatencyNs, *theory.meanLatencyNs, tolerance),
             qPrintable(QStringLiteral("%1 %2").arg(measured.meanLatencyNs).arg(*theory.meanLatencyNs)));
    QVERIFY(measured.worstLatencyNs <= *theory.worstLatencyNs);
    QVERIFY(measured.worstLatencyNs > 0.97 * *theory.worstLatencyNs);
    QVERIFY(isNear(measured.requestsPerSecond, theory.requestsPerSecond, 0.001));
    QVERIFY(std::abs(measured.emptyShare - *theory.emptyShare) <= tolerance);
    QVERIFY2(
        isNear(measured.overheadPerEvent, *theory.overheadPerEvent, 2 * tolerance),
        qPrintable(QStringLiteral("%1 %2").arg(measured.overheadPerEvent).arg(*theory.overheadPerEvent)));
}

void TestTheory::agreesWithMeasuredLongPolling()
{
    Settings settings = settingsOf(PublishPlan::Kind::AtRandom, 800ms, {.latency = 150ms});
    settings.longPollTimeout = 1s;
    StillWorld world(Technique::LongPolling, settings);
    QVERIFY(world.isOpen());
    QVERIFY(world.begin(settings.link.latency));
    const Journal &journal = world.log().journal();
    constexpr int Polls = 600;
    RecordNumber first = 0;
    RecordNumber request = 0;
    for (int poll = 0; poll < Polls; ++poll) {
        request = world.delivered(request, MessageKind::Request);
        QVERIFY(request != 0);
        if (poll == 1)
            first = request;
        // Whether the server has the question cannot be seen from outside, so time passes in steps that are
        // small against the transit.
        const bool isAnswered = StillWorld::settle([&] {
            world.advance(1ms);
            return world.next(request, MessageKind::Response, Technique::LongPolling) != 0;
        });
        QVERIFY(isAnswered && world.delivered(request, MessageKind::Response) != 0);
    }

    const Measured measured = measure(journal, first, request);
    const Theory theory = theoryOf(Technique::LongPolling, settings, measured.sizes);
    QVERIFY(measured.events > 250);
    QVERIFY2(isNear(measured.meanLatencyNs, *theory.meanLatencyNs, 0.05),
             qPrintable(QStringLiteral("%1 %2").arg(measured.meanLatencyNs).arg(*theory.meanLatencyNs)));
    QVERIFY(measured.worstLatencyNs <= *theory.worstLatencyNs * 1.01);
    QVERIFY2(
        isNear(measured.requestsPerSecond, theory.requestsPerSecond, 0.05),
        qPrintable(QStringLiteral("%1 %2").arg(measured.requestsPerSecond).arg(theory.requestsPerSecond)));
    QVERIFY2(std::abs(measured.emptyShare - *theory.emptyShare) <= 0.04,
             qPrintable(QStringLiteral("%1 %2").arg(measured.emptyShare).arg(*theory.emptyShare)));
}

QTEST_GUILESS_MAIN(TestTheory)
#include "tst_theory.moc"
