// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/rateplot.h"
#include "app/chart/techniquelook.h"
#include "app/chart/trafficchart.h"
#include "app/journal/filteredrows.h"
#include "app/journal/trafficlog.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QTest>
#include <QValueAxis>

using namespace wiretale;
using namespace std::chrono_literals;

// The chart as it is painted, and what it does not do while nothing changes.
class TestTrafficChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachTechniqueInItsColour_data();
    void showsEachTechniqueInItsColour();
    void theScaleHoldsWhatIsShown();
    void pausedItStandsStillAndTakesInWhatIsNew();
    void aNewLogEmptiesIt();
    void sumsWhatAFilterChoosesAndSaysSo();

private:
    static ClockPace pausedAt(Nanoseconds time) { return {.anchor = time, .paused = true}; }
    static std::shared_ptr<TrafficLog> logWith(const std::vector<Record> &records)
    {
        const auto log = TrafficLog::create(0);
        Q_ASSERT(log);
        for (const Record &record : records)
            (*log)->departed(record, QByteArray(qsizetype(record.wireBytes), 'x'), {});
        return *log;
    }
    static double highestPoint(const QWidget &chart, TrafficMeasure measure)
    {
        double highest = 0;
        for (const RatePlot *plot : chart.findChildren<RatePlot *>()) {
            if (plot->measure() != measure)
                continue;
            for (const QAbstractSeries *series : plot->chart()->series()) {
                const auto *area = qobject_cast<const QAreaSeries *>(series);
                for (const QPointF &point : area->upperSeries()->points())
                    highest = std::max(highest, point.y());
            }
        }
        return highest;
    }
};

void TestTrafficChart::showsEachTechniqueInItsColour_data()
{
    QTest::addColumn<Technique>("technique");
    for (const Technique technique : TechniquesInOrder)
        QTest::newRow(techniqueName(technique)) << technique;
}

void TestTrafficChart::showsEachTechniqueInItsColour()
{
    QFETCH(Technique, technique);
    TrafficStack stack;
    TrafficSeries series;
    Journal journal;
    for (int second = 0; second < 60; ++second) {
        journal.append({.departedNs = second * 1'000'000'000LL,
                        .wireBytes = 100,
                        .payloadBytes = 50,
                        .connection = 1,
                        .technique = technique});
    }
    series.read(journal);
    stack = stackOf(series, TrafficMeasure::Bytes, 60s);

    RatePlot plot(TrafficMeasure::Bytes);
    plot.resize(600, 300);
    plot.show(stack);
    const QImage image = plot.grab().toImage();
    int solid = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y)
            solid += image.pixelColor(x, y) == techniqueColor(technique);
    }
    // The lower half of the plot's area, roughly.
    QVERIFY2(solid > 20'000, qPrintable(QString::number(solid)));
}

void TestTrafficChart::theScaleHoldsWhatIsShown()
{
    RatePlot plot(TrafficMeasure::Bytes);
    TrafficStack stack;
    for (const double highest : {0.0, 3.0, 700.0, 12'345.0, 9'000'000.0, 20.0}) {
        stack.highest = highest;
        plot.show(stack);
        QVERIFY(plot.ceiling() >= highest);
        const auto *axis = qobject_cast<QValueAxis *>(plot.chart()->axes(Qt::Vertical).constFirst());
        QVERIFY(axis->max() == plot.ceiling() || axis->max() * 1000 == plot.ceiling());
    }
}

void TestTrafficChart::pausedItStandsStillAndTakesInWhatIsNew()
{
    const Record record {.departedNs = 1'000'000'000, .wireBytes = 80, .connection = 1};
    const auto log = logWith({record});
    TrafficChart chart;
    chart.resize(700, 240);
    chart.setLog(log);
    chart.setPace(pausedAt(2s));
    chart.show();
    QCOMPARE(highestPoint(chart, TrafficMeasure::Bytes), 80.0);
    QCOMPARE(highestPoint(chart, TrafficMeasure::Messages), 1.0);

    log->departed(record, QByteArray(80, 'x'), {});
    QTRY_COMPARE(highestPoint(chart, TrafficMeasure::Bytes), 160.0);
    QCOMPARE(highestPoint(chart, TrafficMeasure::Messages), 2.0);
}

void TestTrafficChart::aNewLogEmptiesIt()
{
    TrafficChart chart;
    chart.setLog(logWith({Record {.departedNs = 1'000'000'000, .wireBytes = 80, .connection = 1}}));
    chart.setPace(pausedAt(2s));
    chart.show();
    QCOMPARE(highestPoint(chart, TrafficMeasure::Messages), 1.0);
    chart.setLog(logWith({}));
    QCOMPARE(highestPoint(chart, TrafficMeasure::Messages), 0.0);
}

void TestTrafficChart::sumsWhatAFilterChoosesAndSaysSo()
{
    const Record polled {
        .departedNs = 1'000'000'000, .wireBytes = 80, .connection = 1, .kind = MessageKind::Request};
    const Record pushed {
        .departedNs = 1'500'000'000, .wireBytes = 30, .connection = 1, .kind = MessageKind::Frame};
    const auto log = logWith({polled, pushed, pushed});
    const auto rows = std::make_shared<FilteredRows>(log);
    TrafficChart chart;
    chart.resize(700, 240);
    chart.setLog(log);
    chart.setRows(rows);
    chart.setPace(pausedAt(2s));
    chart.show();
    QCOMPARE(highestPoint(chart, TrafficMeasure::Bytes), 140.0);
    const QString whole = chart.legend();

    rows->setFilter(std::get<Filter>(Filter::parse(QStringLiteral("kind:frame"))));
    rows->advance(1000);
    chart.followRows();
    QCOMPARE(highestPoint(chart, TrafficMeasure::Bytes), 60.0);
    QVERIFY(chart.legend().contains(QStringLiteral("filter")));
    log->departed(pushed, QByteArray(30, 'x'), {});
    Record again = polled;
    again.departedNs = 1'600'000'000;
    log->departed(again, QByteArray(80, 'x'), {});
    rows->advance(1000);
    chart.followRows();
    QTRY_COMPARE(highestPoint(chart, TrafficMeasure::Bytes), 90.0);

    chart.setMoment(1'400'000'000);
    QCOMPARE(highestPoint(chart, TrafficMeasure::Bytes), 0.0);
    rows->setFilter(std::get<Filter>(Filter::parse(QStringLiteral("kind:request"))));
    rows->advance(1000);
    chart.followRows();
    QTRY_COMPARE(highestPoint(chart, TrafficMeasure::Bytes), 80.0);
    chart.setMoment(std::nullopt);
    rows->setFilter({});
    rows->advance(1000);
    chart.followRows();
    QCOMPARE(highestPoint(chart, TrafficMeasure::Bytes), 250.0);
    QCOMPARE(chart.legend(), whole);
}

QTEST_MAIN(TestTrafficChart)
#include "tst_trafficchart.moc"
