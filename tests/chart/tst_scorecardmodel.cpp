// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/scorecardmodel.h"
#include "app/chart/scorecardview.h"
#include "app/chart/techniquelook.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace wiretale;

class TestScorecardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cells_data();
    void cells();
    void rowsAreTechniquesThatRunOrHaveTraffic();
    void clientsStandBelowTheirTechnique();
    void bestOfAColumn_data();
    void bestOfAColumn();
    void aNewNumberIsNoReset();
    void numbersFollowTheLanguage();
    void rowsThatAreOpenStayOpen();

private:
    static Figures figuresWith(qint64 events, qint64 wireBytes)
    {
        Figures figures;
        figures.requests = 5;
        figures.messages = 10;
        figures.connectionsOpened = 1;
        figures.eventsDelivered = events;
        figures.wireBytes = wireBytes;
        return figures;
    }
};

void TestScorecardModel::cells_data()
{
    QTest::addColumn<Figures>("figures");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");

    const QString dash = QStringLiteral("–");
    Figures measured = figuresWith(4, 12'345);
    measured.payloadBytes = 345;
    measured.latencyMedianNs = 702'400'000;
    measured.latency95Ns = 1'234'000'000;
    measured.latencyWorstNs = 250'000;
    measured.heldNs = 61'500'000'000;
    measured.requests = 1234;
    QTest::newRow("a number is grouped")
        << measured << int(ScorecardModel::Requests) << QStringLiteral("1,234");
    QTest::newRow("milliseconds") << measured << int(ScorecardModel::LatencyMedian)
                                  << QStringLiteral("702 ms");
    QTest::newRow("seconds") << measured << int(ScorecardModel::Latency95) << QStringLiteral("1.23 s");
    QTest::newRow("less than a millisecond")
        << measured << int(ScorecardModel::LatencyWorst) << QStringLiteral("0.25 ms");
    QTest::newRow("kilobytes") << measured << int(ScorecardModel::WireBytes) << QStringLiteral("12.3 kB");
    QTest::newRow("bytes") << measured << int(ScorecardModel::PayloadBytes) << QStringLiteral("345 B");
    QTest::newRow("overhead per event")
        << measured << int(ScorecardModel::OverheadPerEvent) << QStringLiteral("3.0 kB");
    QTest::newRow("time held") << measured << int(ScorecardModel::TimeHeld) << QStringLiteral("61.50 s");
    QTest::newRow("no latency known") << figuresWith(0, 10) << int(ScorecardModel::LatencyMedian) << dash;
    QTest::newRow("no event, no overhead per event")
        << figuresWith(0, 10) << int(ScorecardModel::OverheadPerEvent) << dash;
    QTest::newRow("no traffic, no zero") << Figures() << int(ScorecardModel::Requests) << dash;
    QTest::newRow("a zero that was measured")
        << figuresWith(0, 10) << int(ScorecardModel::EventsDelivered) << QStringLiteral("0");
}

void TestScorecardModel::cells()
{
    QFETCH(Figures, figures);
    QFETCH(int, column);
    QTEST(scorecardCell(figures, ScorecardModel::Column(column)), "text");
}

void TestScorecardModel::rowsAreTechniquesThatRunOrHaveTraffic()
{
    ScorecardModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);

    std::array<bool, TechniqueCount> running {};
    running[size_t(Technique::WebSocket)] = true;
    model.setRunning(running);
    QCOMPARE(model.rowCount(), 1);

    Scorecard card;
    card.techniques[size_t(Technique::Http)] = figuresWith(0, 100);
    card.techniques[size_t(Technique::AjaxPolling)] = figuresWith(3, 900);
    model.setScorecard(card);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), techniqueTitle(Technique::AjaxPolling));
    QCOMPARE(model.index(1, 0).data().toString(), techniqueTitle(Technique::WebSocket));
    QCOMPARE(model.index(1, ScorecardModel::Requests).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(2, 0).data().toString(), techniqueTitle(Technique::Http));
    for (int column = 1; column < ScorecardModel::ColumnCount; ++column)
        QVERIFY(model.index(0, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

void TestScorecardModel::clientsStandBelowTheirTechnique()
{
    ScorecardModel model;
    const QAbstractItemModelTester tester(&model);
    Scorecard card;
    card.techniques[size_t(Technique::EventStream)] = figuresWith(8, 900);
    card.clients = {{QStringLiteral("curl"), Technique::EventStream, figuresWith(3, 400)},
                    {QStringLiteral("ajax"), Technique::AjaxPolling, figuresWith(1, 10)},
                    {QStringLiteral("chrome"), Technique::EventStream, figuresWith(5, 500)}};
    model.setScorecard(card);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex stream = model.index(1, 0);
    QCOMPARE(model.rowCount(stream), 2);
    QCOMPARE(model.index(0, 0, stream).data().toString(), QStringLiteral("curl"));
    QCOMPARE(model.index(1, 0, stream).data().toString(), QStringLiteral("chrome"));
    QCOMPARE(model.index(1, ScorecardModel::EventsDelivered, stream).data().toString(), QStringLiteral("5"));
    QCOMPARE(model.parent(model.index(1, 3, stream)), stream);
}

void TestScorecardModel::bestOfAColumn_data()
{
    QTest::addColumn<QList<qint64>>("wireBytes"); // ajax polling, long polling, event stream, websocket
    QTest::addColumn<QList<qint64>>("events");
    QTest::addColumn<QList<int>>("best"); // which of these are marked for the bytes on the wire

    QTest::newRow("the least bytes") << QList<qint64> {900, 700, 300, 200} << QList<qint64> {5, 5, 5, 5}
                                     << QList<int> {3};
    QTest::newRow("two do equally well")
        << QList<qint64> {900, 200, 300, 200} << QList<qint64> {5, 5, 5, 5} << QList<int> {1, 3};
    QTest::newRow("all alike, none is best")
        << QList<qint64> {200, 200, 200, 200} << QList<qint64> {5, 5, 5, 5} << QList<int> {};
    QTest::newRow("who delivered nothing does not compete")
        << QList<qint64> {900, 700, 300, 10} << QList<qint64> {5, 5, 5, 0} << QList<int> {2};
    QTest::newRow("one alone is not best")
        << QList<qint64> {900, 700, 300, 10} << QList<qint64> {5, 0, 0, 0} << QList<int> {};
}

void TestScorecardModel::bestOfAColumn()
{
    QFETCH(QList<qint64>, wireBytes);
    QFETCH(QList<qint64>, events);
    QFETCH(QList<int>, best);
    Scorecard card;
    for (int place = 0; place < 4; ++place)
        card.techniques[size_t(TechniquesInOrder[size_t(place)])]
            = figuresWith(events.at(place), wireBytes.at(place));
    card.techniques[size_t(Technique::Http)] = figuresWith(5, 1);
    ScorecardModel model;
    model.setScorecard(card);
    QList<int> marked;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex cell = model.index(row, ScorecardModel::WireBytes);
        if (cell.data(ScorecardModel::BestRole).toBool()) {
            marked << row;
            QVERIFY(cell.data(Qt::FontRole).value<QFont>().bold());
        }
        QVERIFY(!model.index(row, ScorecardModel::PayloadBytes).data(ScorecardModel::BestRole).toBool());
    }
    QCOMPARE(marked, best);
}

void TestScorecardModel::aNewNumberIsNoReset()
{
    ScorecardModel model;
    Scorecard card;
    card.techniques[size_t(Technique::AjaxPolling)] = figuresWith(3, 900);
    model.setScorecard(card);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    card.techniques[size_t(Technique::AjaxPolling)] = figuresWith(4, 1900);
    model.setScorecard(card);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, ScorecardModel::EventsDelivered).data().toString(), QStringLiteral("4"));
}

void TestScorecardModel::numbersFollowTheLanguage()
{
    Figures figures = figuresWith(1, 12'345);
    QLocale::setDefault(QLocale(QLocale::Russian));
    const QString russian = scorecardCell(figures, ScorecardModel::WireBytes);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(russian, QStringLiteral("12,3 кБ"));
}

void TestScorecardModel::rowsThatAreOpenStayOpen()
{
    ScorecardView view;
    Scorecard card;
    card.techniques[size_t(Technique::EventStream)] = figuresWith(3, 900);
    card.clients = {{QStringLiteral("curl"), Technique::EventStream, figuresWith(3, 400)}};
    view.setScorecard(card);
    auto *table = view.findChild<QTreeView *>();
    table->setExpanded(table->model()->index(0, 0), true);

    card.techniques[size_t(Technique::AjaxPolling)] = figuresWith(3, 900);
    view.setScorecard(card);
    QVERIFY(!table->isExpanded(table->model()->index(0, 0)));
    QVERIFY(table->isExpanded(table->model()->index(1, 0)));
}

QTEST_MAIN(TestScorecardModel)
#include "tst_scorecardmodel.moc"
