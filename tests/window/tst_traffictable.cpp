// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/window/traffictablefixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTranslator>

using namespace wiretale;

namespace {

/// Another language: every text with a mark in front.
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'~' + QString::fromUtf8(source);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestTrafficTable : public TrafficTableFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { begin(); }
    void cleanup() { end(); }
    void followsTheNewest();
    void newestFirstStaysInView();
    void tellsWhatTheUserChooses();
    void selectsWhatIsAskedFor();
    void selectionOutlivesFilterAndSorting();
    void copiesRows();
    void columnsAreRemembered();
    void lastColumnStays();
    void oddStatesAreRefused_data();
    void oddStatesAreRefused();
    void speaksTheLanguageOfTheMoment();
};

void TestTrafficTable::followsTheNewest()
{
    QScrollBar *bar = view()->verticalScrollBar();
    for (int i = 0; i < 100; ++i)
        poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 201);
    QVERIFY(m_table->isFollowing());
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());

    bar->setValue(50);
    QVERIFY(!m_table->isFollowing());
    poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 203);
    QCOMPARE(bar->value(), 50);

    m_table->followAction().trigger();
    QVERIFY(m_table->isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(10);
    bar->setValue(bar->maximum());
    QVERIFY(m_table->isFollowing());
}

void TestTrafficTable::newestFirstStaysInView()
{
    QScrollBar *bar = view()->verticalScrollBar();
    sortBy(TrafficColumn::Number, Qt::DescendingOrder);
    for (int i = 0; i < 100; ++i)
        poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 201);
    QCOMPARE(bar->value(), 0);
    QVERIFY(m_table->isFollowing());
    QTRY_VERIFY(bar->maximum() > 60);
    bar->setValue(50);
    QVERIFY(!m_table->isFollowing());
    const RecordNumber top = m_table->model().numberAt(50);
    poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 203);
    QCOMPARE(m_table->model().numberAt(bar->value()), top);
}

void TestTrafficTable::tellsWhatTheUserChooses()
{
    poll(1);
    poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 5);
    const QSignalSpy spy(m_table.get(), &TrafficTable::selected);
    const QPoint at = view()->visualRect(m_table->model().index(2, 2)).center();
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.last().first().value<RecordNumber>(), 3U);
    QCOMPARE(m_table->selectedRecord(), 3U);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(spy.last().first().value<RecordNumber>(), 4U);
    QTest::keyClick(view(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedRecords(), (Numbers {2, 3, 4}));
}

void TestTrafficTable::selectsWhatIsAskedFor()
{
    for (int i = 0; i < 100; ++i)
        poll(1);
    QTRY_COMPARE(m_table->model().rowCount(), 201);
    const QSignalSpy spy(m_table.get(), &TrafficTable::selected);
    m_table->select(20);
    QCOMPARE(m_table->selectedRecords(), Numbers {20});
    QVERIFY(view()->viewport()->rect().contains(view()->visualRect(m_table->model().index(19, 0)).center()));
    QVERIFY(!m_table->isFollowing());
    m_table->select(203); // not there yet
    QCOMPARE(m_table->selectedRecords(), Numbers {});
    poll(1);
    QTRY_COMPARE(m_table->selectedRecords(), Numbers {203});
    m_table->select(0);
    QCOMPARE(m_table->selectedRecords(), Numbers {});
    QCOMPARE(m_table->selectedRecord(), 0U);
    QCOMPARE(spy.size(), 0);
}

void TestTrafficTable::selectionOutlivesFilterAndSorting()
{
    for (int i = 0; i < 10; ++i)
        poll(100 - i);
    QTRY_COMPARE(m_table->model().rowCount(), 21);
    m_table->select(5);
    sortBy(TrafficColumn::Held);
    QTRY_COMPARE(m_table->model().rowOf(5), 17);
    QCOMPARE(m_table->selectedRecords(), Numbers {5});
    sortBy(TrafficColumn::Number, Qt::DescendingOrder);
    QCOMPARE(m_table->selectedRecords(), Numbers {5});
    m_table->setFilter(filterOf("kind:request"));
    QTRY_COMPARE(m_table->model().rowCount(), 10);
    QCOMPARE(m_table->selectedRecords(), Numbers {});
    m_table->setFilter(filterOf("kind:response"));
    QTRY_COMPARE(m_table->selectedRecords(), Numbers {5});
}

void TestTrafficTable::copiesRows()
{
    poll(100);
    QTRY_COMPARE(m_table->model().rowCount(), 3);
    QHeaderView *header = view()->horizontalHeader();
    for (int column = int(TrafficColumn::Client); column < TrafficColumnCount; ++column)
        header->setSectionHidden(column, column != int(TrafficColumn::Summary));
    header->moveSection(header->visualIndex(int(TrafficColumn::Summary)), 0);
    view()->selectAll();
    m_table->copyAction().trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("connection opens\t1\t0.0000\nGET /events\t2\t0.0100\n200 So\t3\t0.1150\n"));
}

void TestTrafficTable::columnsAreRemembered()
{
    QHeaderView *header = view()->horizontalHeader();
    header->moveSection(header->visualIndex(int(TrafficColumn::Summary)), 0);
    header->setSectionHidden(int(TrafficColumn::Transit), true);
    header->resizeSection(int(TrafficColumn::Client), 77);
    sortBy(TrafficColumn::Held, Qt::DescendingOrder);
    const QByteArray state = m_table->saveState();

    for (int i = 0; i < 3; ++i)
        poll(qint64(i) * 10);
    TrafficTable other;
    QVERIFY(other.restoreState(state));
    const auto *restored = other.findChild<QTableView *>()->horizontalHeader();
    QCOMPARE(restored->logicalIndex(0), int(TrafficColumn::Summary));
    QVERIFY(restored->isSectionHidden(int(TrafficColumn::Transit)));
    QCOMPARE(restored->sectionSize(int(TrafficColumn::Client)), 77);
    QCOMPARE(restored->sortIndicatorSection(), int(TrafficColumn::Held));
    other.show();
    other.setLog(m_log);
    QTRY_COMPARE(other.shownRecords(), (Numbers {6, 7, 4, 5, 2, 3, 1}));
}

void TestTrafficTable::lastColumnStays()
{
    QHeaderView *header = view()->horizontalHeader();
    for (int column = 1; column < TrafficColumnCount; ++column)
        header->setSectionHidden(column, column != int(TrafficColumn::Kind));
    const auto menu = [&] {
        Q_EMIT header->customContextMenuRequested(QPoint(5, 5));
        return m_table->findChildren<QMenu *>().last();
    };
    QMenu *first = menu();
    QCOMPARE(first->actions().constFirst()->text(), QStringLiteral("No."));
    QVERIFY(first->actions().constFirst()->isEnabled());
    first->actions().constFirst()->trigger();
    QVERIFY(header->isSectionHidden(0));
    first->close();
    QMenu *second = menu();
    QVERIFY(!second->actions().at(int(TrafficColumn::Kind))->isEnabled());
    second->actions().constLast()->trigger();
    QCOMPARE(header->hiddenSectionCount(), 0);
    second->close();
}

void TestTrafficTable::oddStatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("state");
    const QByteArray good = TrafficTable().saveState();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("hello, this is no state at all");
    QTest::newRow("torn") << good.first(good.size() / 2);
    QTest::newRow("another number of columns") << QByteArray(good).replace(7, 1, "\x0c");
}

void TestTrafficTable::oddStatesAreRefused()
{
    QFETCH(QByteArray, state);
    const QByteArray before = m_table->saveState();
    QVERIFY(!m_table->restoreState(state));
    QCOMPARE(m_table->saveState(), before);
}

void TestTrafficTable::speaksTheLanguageOfTheMoment()
{
    poll(1);
    QTRY_COMPARE(state(), QStringLiteral("3 message(s)"));
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_COMPARE(state(), QStringLiteral("~3 message(s)"));
    QCOMPARE(m_table->model().headerData(0, Qt::Horizontal).toString(), QStringLiteral("~No."));
    QCOMPARE(cell(1, TrafficColumn::Kind), QStringLiteral("~request"));
    QVERIFY(m_table->followAction().text().startsWith(u'~'));
    QCoreApplication::removeTranslator(&translator);
    QTRY_COMPARE(state(), QStringLiteral("3 message(s)"));
}

QTEST_MAIN(TestTrafficTable)
#include "tst_traffictable.moc"
