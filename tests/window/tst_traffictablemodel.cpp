// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/window/traffictablefixture.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QWindow>

using namespace wiretale;

class TestTrafficTableModel : public TrafficTableFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { begin(); }
    void cleanup() { end(); }
    void cellsSayWhatAMessageIs_data();
    void cellsSayWhatAMessageIs();
    void rowsComeInAsTheLogGrows();
    void filterLeavesSome();
    void rowsComeAndGoWithTheirVerdicts();
    void momentShowsTheWorldAsItWas();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void whatComesInWhileSortedFindsItsPlace();
    void momentWhileSorted();
    void manyRowsGoWhileTheFirstSortingRuns();
    void momentWhileTheFirstSortingRuns();
    void aMillionRows();
};

void TestTrafficTableModel::cellsSayWhatAMessageIs_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, TrafficColumn column, const char *request, const char *answer) {
        QTest::newRow(name) << int(column) << QString::fromUtf8(request) << QString::fromUtf8(answer);
    };
    row("number", TrafficColumn::Number, "2", "3");
    row("time", TrafficColumn::Time, "0.0100", "1.2495");
    row("client", TrafficColumn::Client, "long-polling 1", "long-polling 1");
    row("technique", TrafficColumn::Technique, "Long polling", "Long polling");
    row("direction", TrafficColumn::Direction, "to the server", "to the client");
    row("kind", TrafficColumn::Kind, "request", "answer");
    row("summary", TrafficColumn::Summary, "GET /events", "200 So");
    row("bytes", TrafficColumn::WireBytes, "24", "19");
    row("payload", TrafficColumn::PayloadBytes, "", "1,234");
    row("held", TrafficColumn::Held, "1,234.50", "1,234.50");
    row("transit", TrafficColumn::Transit, "5.00", "5.00");
}

void TestTrafficTableModel::cellsSayWhatAMessageIs()
{
    QFETCH(int, column);
    QFETCH(QString, request);
    QFETCH(QString, answer);
    add({.departedNs = 10 * Ms,
         .code = quint16(HttpMethod::Get),
         .kind = MessageKind::Request,
         .technique = Technique::LongPolling},
        "GET /events HTTP/1.1\r\n\r\n");
    m_log->arrived(2, 15 * Ms);
    add({.departedNs = 1249 * Ms + Ms / 2,
         .payloadBytes = 1234,
         .exchange = 2,
         .flags = RecordFlag::Final,
         .code = 200,
         .kind = MessageKind::Response,
         .direction = Direction::ServerToClient,
         .technique = Technique::LongPolling},
        "HTTP/1.1 200 So\r\n\r\n");
    m_log->arrived(3, 1254 * Ms + Ms / 2);
    QTRY_COMPARE(m_table->model().rowCount(), 3);
    QCOMPARE(cell(1, TrafficColumn(column)), request);
    QCOMPARE(cell(2, TrafficColumn(column)), answer);
}

void TestTrafficTableModel::rowsComeInAsTheLogGrows()
{
    QTRY_COMPARE(m_table->model().rowCount(), 1);
    QCOMPARE(state(), QStringLiteral("1 message(s)"));
    for (int i = 0; i < 500; ++i)
        poll(20);
    QTRY_COMPARE(m_table->model().rowCount(), 1001);
    QTRY_COMPARE(state(), QStringLiteral("1,001 message(s)"));
    m_table->setLog({});
    QCOMPARE(m_table->model().rowCount(), 0);
}

void TestTrafficTableModel::filterLeavesSome()
{
    for (int i = 0; i < 10; ++i)
        poll(qint64(i) * 10, i % 2 == 0 ? 200 : 204);
    m_table->setFilter(filterOf("kind:response status:204"));
    QTRY_COMPARE(shown(), (Numbers {5, 9, 13, 17, 21}));
    QTRY_COMPARE(state(), QStringLiteral("5 of 21 message(s)"));
    poll(1, 204);
    QTRY_COMPARE(m_table->model().rowCount(), 6);
    m_table->setFilter({});
    QTRY_COMPARE(m_table->model().rowCount(), 23);
}

void TestTrafficTableModel::rowsComeAndGoWithTheirVerdicts()
{
    for (const auto &[column, order] : {std::pair(TrafficColumn::Number, Qt::AscendingOrder),
                                        std::pair(TrafficColumn::Number, Qt::DescendingOrder),
                                        std::pair(TrafficColumn::Summary, Qt::AscendingOrder)}) {
        m_table->setFilter({});
        sortBy(column, order);
        m_nowMs += 10;
        const RecordNumber first = add({.departedNs = m_nowMs * Ms, .kind = MessageKind::Opaque}, "a");
        const RecordNumber second = add({.departedNs = m_nowMs * Ms, .kind = MessageKind::Opaque}, "bb");
        m_table->setFilter(filterOf("kind:opaque arrived:no lost:no"));
        QTRY_COMPARE(m_table->model().rowCount(), 2);
        m_log->arrived(first, m_nowMs * Ms);
        QTRY_COMPARE(shown(), Numbers {second});
        m_log->lost(second);
        QTRY_COMPARE(shown(), Numbers {});
        m_table->setFilter(filterOf("kind:opaque lost"));
        QTRY_VERIFY(m_table->model().rowOf(second) >= 0);
        const RecordNumber third = add({.departedNs = m_nowMs * Ms, .kind = MessageKind::Opaque}, "c");
        const RecordNumber fourth = add({.departedNs = m_nowMs * Ms, .kind = MessageKind::Opaque}, "d");
        m_log->lost(fourth);
        QTRY_VERIFY(m_table->model().rowOf(fourth) >= 0);
        QCOMPARE(m_table->model().rowOf(third), -1);
        m_log->lost(third);
        QTRY_VERIFY(m_table->model().rowOf(third) >= 0);
        if (column == TrafficColumn::Number) {
            const int way = order == Qt::AscendingOrder ? 1 : -1;
            QCOMPARE(m_table->model().rowOf(fourth), m_table->model().rowOf(third) + way);
        }
    }
}

void TestTrafficTableModel::momentShowsTheWorldAsItWas()
{
    poll(100); // 2 departs at 10, arrives at 15, 3 departs at 115, arrives at 120
    poll(100); // 4 departs at 130
    QTRY_COMPARE(m_table->model().rowCount(), 5);
    m_table->setMoment(117 * Ms);
    QCOMPARE(shown(), (Numbers {1, 2, 3}));
    QCOMPARE(cell(2, TrafficColumn::Transit), QStringLiteral("2.00 …"));
    QCOMPARE(cell(1, TrafficColumn::Held), QStringLiteral("100.00"));
    m_table->setMoment(65 * Ms);
    QCOMPARE(shown(), (Numbers {1, 2}));
    QCOMPARE(cell(1, TrafficColumn::Held), QStringLiteral("50.00 …"));
    m_table->setMoment(12 * Ms);
    QCOMPARE(cell(1, TrafficColumn::Held), QStringLiteral("…"));
    QCOMPARE(cell(1, TrafficColumn::Transit), QStringLiteral("2.00 …"));
    sortBy(TrafficColumn::Number, Qt::DescendingOrder);
    m_table->setMoment(115 * Ms);
    QCOMPARE(shown(), (Numbers {3, 2, 1}));
    m_table->setMoment(9 * Ms);
    QCOMPARE(shown(), Numbers {1});
    poll(1);
    m_table->setMoment(std::nullopt);
    QTRY_COMPARE(shown(), (Numbers {7, 6, 5, 4, 3, 2, 1}));
}

void TestTrafficTableModel::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isAscending");
    QTest::addColumn<Numbers>("order");
    const auto row = [](const char *name, TrafficColumn column, bool isAscending, const Numbers &order) {
        QTest::newRow(name) << int(column) << isAscending << order;
    };
    row("number", TrafficColumn::Number, true, {1, 2, 3, 4, 5});
    row("number, the other way", TrafficColumn::Number, false, {5, 4, 3, 2, 1});
    row("time", TrafficColumn::Time, false, {5, 4, 3, 2, 1});
    row("client, all alike", TrafficColumn::Client, false, {1, 2, 3, 4, 5});
    row("direction", TrafficColumn::Direction, true, {3, 5, 1, 2, 4});
    row("direction, the other way", TrafficColumn::Direction, false, {1, 2, 4, 3, 5});
    row("kind", TrafficColumn::Kind, true, {3, 5, 1, 2, 4});
    row("summary", TrafficColumn::Summary, true, {5, 3, 1, 2, 4});
    row("summary, the other way", TrafficColumn::Summary, false, {4, 2, 1, 3, 5});
    row("bytes", TrafficColumn::WireBytes, true, {1, 3, 5, 2, 4});
    row("payload, empty cells last", TrafficColumn::PayloadBytes, true, {5, 3, 1, 2, 4});
    row("payload, the other way, empty cells last", TrafficColumn::PayloadBytes, false, {3, 5, 1, 2, 4});
    row("held, empty cells last", TrafficColumn::Held, true, {4, 5, 2, 3, 1});
    row("held, the other way, empty cells last", TrafficColumn::Held, false, {2, 3, 4, 5, 1});
    row("transit, all alike", TrafficColumn::Transit, true, {1, 2, 3, 4, 5});
}

void TestTrafficTableModel::sortsByEveryColumn()
{
    QFETCH(int, column);
    QFETCH(bool, isAscending);
    QFETCH(Numbers, order);
    poll(200, 204, "/a9");
    poll(100, 200, "/a10");
    QTRY_COMPARE(m_table->model().rowCount(), 5);
    sortBy(TrafficColumn(column), isAscending ? Qt::AscendingOrder : Qt::DescendingOrder);
    QTRY_COMPARE(shown(), order);
    sortBy(TrafficColumn::Number);
    QCOMPARE(shown(), (Numbers {1, 2, 3, 4, 5}));
}

void TestTrafficTableModel::whatComesInWhileSortedFindsItsPlace()
{
    poll(300);
    poll(100);
    QTRY_COMPARE(m_table->model().rowCount(), 5);
    m_table->setFilter(filterOf("kind:response"));
    sortBy(TrafficColumn::Held, Qt::DescendingOrder);
    QTRY_COMPARE(shown(), (Numbers {3, 5}));
    poll(200);
    QTRY_COMPARE(m_table->model().rowCount(), 3);
    QTRY_COMPARE(shown(), (Numbers {3, 7, 5}));
    poll(50);
    poll(400);
    QTRY_COMPARE(shown(), (Numbers {11, 3, 7, 5, 9}));
}

void TestTrafficTableModel::momentWhileSorted()
{
    poll(100); // 3 departs at 115
    poll(300); // 5 departs at 435
    poll(200); // 7 departs at 655
    m_table->setFilter(filterOf("kind:response"));
    sortBy(TrafficColumn::Held, Qt::DescendingOrder);
    QTRY_COMPARE(shown(), (Numbers {5, 7, 3}));
    m_table->setMoment(500 * Ms);
    QTRY_COMPARE(shown(), (Numbers {5, 3}));
    m_table->setMoment(200 * Ms);
    QTRY_COMPARE(shown(), Numbers {3});
    m_table->setMoment(std::nullopt);
    QTRY_COMPARE(shown(), (Numbers {5, 7, 3}));
}

// Which began and has not answered: that takes the event loop.
void TestTrafficTableModel::manyRowsGoWhileTheFirstSortingRuns()
{
    constexpr int Count = 400;
    Numbers all;
    for (int i = 0; i < Count; ++i)
        all.push_back(add({.kind = MessageKind::Opaque}, QByteArray(i + 1, 'a')));
    m_table->setFilter(filterOf("kind:opaque arrived:no"));
    QTRY_COMPARE(m_table->model().rowCount(), Count);
    auto &model = const_cast<TrafficTableModel &>(m_table->model());
    sortBy(TrafficColumn::WireBytes, Qt::DescendingOrder);
    QVERIFY(model.sorting().isRunning());
    Numbers left;
    for (const RecordNumber number : all) {
        if (number % 2 == 0)
            m_log->arrived(number, Ms);
        else
            left.insert(left.begin(), number);
    }
    while (!model.rows().isUpToDate())
        model.advance(1);
    QCOMPARE(model.rowCount(), int(left.size()));
    QVERIFY(model.isNewestLast());
    QTRY_COMPARE(shown(), left);
    QVERIFY(!model.isNewestLast());
}

void TestTrafficTableModel::momentWhileTheFirstSortingRuns()
{
    poll(100); // 3 departs at 115
    poll(300); // 5 departs at 435
    poll(200); // 7 departs at 655
    m_table->setFilter(filterOf("kind:response"));
    QTRY_COMPARE(shown(), (Numbers {3, 5, 7}));
    auto &model = const_cast<TrafficTableModel &>(m_table->model());
    sortBy(TrafficColumn::Held, Qt::DescendingOrder);
    QVERIFY(model.sorting().isRunning());
    m_table->setMoment(500 * Ms);
    QCOMPARE(shown(), (Numbers {3, 5}));
    QTRY_COMPARE(shown(), (Numbers {5, 3}));
}

// Tells what it takes; what it asserts is that every row is there at each step.
void TestTrafficTableModel::aMillionRows()
{
    // One that no tester of models slows down.
    m_table = std::make_unique<TrafficTable>();
    m_table->resize(900, 300);
    m_table->show();
    QTRY_VERIFY(m_table->windowHandle()->isExposed());
    Record record {.connection = 1, .kind = MessageKind::Opaque};
    for (int i = 0; i < 1'000'000; ++i) {
        record.departedNs += 1000;
        m_log->departed(record, {}, {});
    }
    QElapsedTimer timer;
    timer.start();
    m_table->setLog(m_log);
    QCOMPARE(m_table->model().rowCount(), 1'000'001);
    view()->viewport()->repaint();
    const qint64 shownMs = timer.restart();
    QScrollBar *bar = view()->verticalScrollBar();
    constexpr int Jumps = 50;
    for (int i = 0; i < Jumps; ++i) {
        bar->setValue(int(qint64(bar->maximum()) * i / Jumps));
        view()->viewport()->repaint();
    }
    const double jumpMs = double(timer.restart()) / Jumps;
    m_log->departed(record, {}, {});
    auto &model = const_cast<TrafficTableModel &>(m_table->model());
    timer.restart();
    model.advance(6);
    const double appendMs = double(timer.nsecsElapsed()) / 1e6;
    QCOMPARE(model.rowCount(), 1'000'002);
    m_table->setFilter(filterOf("n<=500000 kind:opaque"));
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model().rowCount(), 499'999, 60'000);
    const qint64 filteredMs = timer.restart();
    m_table->setFilter({});
    QTRY_COMPARE(model.rowCount(), 1'000'002);
    timer.restart();
    sortBy(TrafficColumn::Transit, Qt::DescendingOrder);
    const qint64 askedMs = timer.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(!m_table->model().sorting().isRunning(), 60'000);
    qInfo("a million rows: shown after %lld ms, a jump and its painting %.2f ms, one more row %.2f ms, "
          "filtered after %lld ms, "
          "asked to sort in %lld ms, sorted after %lld ms",
          shownMs, jumpMs, appendMs, filteredMs, askedMs, timer.elapsed());
    QCOMPARE(model.rowCount(), 1'000'002);
}

QTEST_MAIN(TestTrafficTableModel)
#include "tst_traffictablemodel.moc"
