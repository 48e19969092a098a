// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/techniquelook.h"
#include "app/chart/trafficseries.h"
#include "app/chart/trafficstack.h"
#include "app/journal/shownrecords.h"

#include <QTest>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;

class TestTrafficStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void niceCeilings_data();
    void niceCeilings();
    void settledCeilings_data();
    void settledCeilings();
    void layersLieUponEachOther();
    void stepsCoverTheLastMinuteWithoutGaps();
    void whatIsOlderThanAMinuteLeaves();

private:
    static TrafficSeries seriesOf(const std::vector<Record> &records)
    {
        Journal journal;
        for (const Record &record : records)
            journal.append(record);
        TrafficSeries series;
        series.read(journal);
        return series;
    }
    static double heightAt(const QList<QPointF> &top, double x)
    {
        for (qsizetype i = 0; i + 1 < top.size(); i += 2) {
            if (top.at(i).x() <= x && x < top.at(i + 1).x())
                return top.at(i).y();
        }
        return -1;
    }
};

void TestTrafficStack::niceCeilings_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("ceiling");
    QTest::newRow("nothing") << 0.0 << 1.0;
    QTest::newRow("one") << 1.0 << 1.0;
    QTest::newRow("just over one") << 1.1 << 2.0;
    QTest::newRow("four") << 4.0 << 5.0;
    QTest::newRow("six") << 6.0 << 10.0;
    QTest::newRow("ten") << 10.0 << 10.0;
    QTest::newRow("eleven") << 11.0 << 20.0;
    QTest::newRow("many bytes") << 123'456.0 << 200'000.0;
    QTest::newRow("just over a power") << 1'000'000.5 << 2'000'000.0;
}

void TestTrafficStack::niceCeilings()
{
    QFETCH(double, value);
    QTEST(niceCeiling(value), "ceiling");
}

void TestTrafficStack::settledCeilings_data()
{
    QTest::addColumn<double>("current");
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("next");
    QTest::newRow("fits") << 10.0 << 9.0 << 10.0;
    QTest::newRow("just fits") << 10.0 << 10.0 << 10.0;
    QTest::newRow("grows at once") << 10.0 << 11.0 << 20.0;
    QTest::newRow("does not shrink for a little") << 10.0 << 4.0 << 10.0;
    QTest::newRow("shrinks when mostly empty") << 10.0 << 3.0 << 5.0;
    QTest::newRow("shrinks to the least") << 200.0 << 0.0 << 1.0;
}

void TestTrafficStack::settledCeilings()
{
    QFETCH(double, current);
    QFETCH(double, highest);
    QTEST(settledCeiling(current, highest), "next");
}

void TestTrafficStack::layersLieUponEachOther()
{
    const auto at = [](std::chrono::nanoseconds time, Technique technique, quint32 wire, quint32 payload) {
        return Record {.departedNs = time.count(),
                       .wireBytes = wire,
                       .payloadBytes = payload,
                       .connection = 1,
                       .technique = technique};
    };
    const TrafficSeries series
        = seriesOf({at(10s, Technique::AjaxPolling, 100, 30), at(10s + 1ms, Technique::AjaxPolling, 50, 0),
                    at(10s + 2ms, Technique::WebSocket, 9, 7)});
    const TrafficStack bytes = stackOf(series, TrafficMeasure::Bytes, 20s);
    const TrafficStack messages = stackOf(series, TrafficMeasure::Messages, 20s);

    const auto placeOf = [](Technique technique) {
        return size_t(std::ranges::find(TechniquesInOrder, technique) - TechniquesInOrder.begin());
    };
    const size_t ajax = placeOf(Technique::AjaxPolling);
    const size_t socket = placeOf(Technique::WebSocket);
    const double x = -9.5; // within the second that began at 10 s
    QCOMPARE(heightAt(bytes.tops[TrafficStack::payloadLayer(ajax)], x), 30.0);
    QCOMPARE(heightAt(bytes.tops[TrafficStack::overheadLayer(ajax)], x), 150.0);
    QCOMPARE(heightAt(bytes.tops[TrafficStack::payloadLayer(socket)], x), 157.0);
    QCOMPARE(heightAt(bytes.tops[TrafficStack::overheadLayer(socket)], x), 159.0);
    QCOMPARE(bytes.highest, 159.0);
    QCOMPARE(heightAt(messages.tops[TrafficStack::payloadLayer(ajax)], x), 1.0);
    QCOMPARE(heightAt(messages.tops[TrafficStack::overheadLayer(ajax)], x), 2.0);
    QCOMPARE(messages.highest, 3.0);
    QCOMPARE(heightAt(bytes.tops[TrafficStack::overheadLayer(socket)], -8.5), 0.0);
}

void TestTrafficStack::stepsCoverTheLastMinuteWithoutGaps()
{
    const TrafficStack stack = stackOf(TrafficSeries(), TrafficMeasure::Messages, 100s + 300ms);
    QCOMPARE(stack.highest, 0.0);
    for (const QList<QPointF> &top : stack.tops) {
        QCOMPARE(top.constFirst().x(), -TrafficStack::Span);
        QCOMPARE(top.constLast().x(), 0.0);
        for (qsizetype i = 2; i < top.size(); i += 2)
            QCOMPARE(top.at(i).x(), top.at(i - 1).x());
    }
}

void TestTrafficStack::whatIsOlderThanAMinuteLeaves()
{
    const TrafficSeries series
        = seriesOf({Record {.departedNs = 1'500'000'000, .wireBytes = 10, .connection = 1}});
    QCOMPARE(stackOf(series, TrafficMeasure::Bytes, 2s).highest, 10.0);
    QCOMPARE(stackOf(series, TrafficMeasure::Bytes, 61s).highest, 10.0);
    QCOMPARE(stackOf(series, TrafficMeasure::Bytes, 62s + 1ms).highest, 0.0);
}

QTEST_GUILESS_MAIN(TestTrafficStack)
#include "tst_trafficstack.moc"
