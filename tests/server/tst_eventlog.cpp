// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventlog.h"

#include <QSignalSpy>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampsAndNumbers()
    {
        Clock clock(Clock::Drive::ByHand);
        EventLog log(clock);
        QSignalSpy spy(&log, &EventLog::published);
        QCOMPARE(log.firstId(), 0);
        QCOMPARE(log.lastId(), 0);
        clock.advance(3s);
        QCOMPARE(log.publish("price", "1"), 1);
        clock.advance(2s);
        QCOMPARE(log.publish("price", "2"), 2);
        QCOMPARE(spy.count(), 2);
        const auto event = spy.at(1).at(0).value<Event>();
        const Event expected {.id = 2, .type = "price", .data = "2", .published = 5s};
        QCOMPARE(event, expected);
        QCOMPARE(log.after(1, 10), QList<Event> {expected});
    }

    void answersWhatIsAfter_data()
    {
        QTest::addColumn<qint64>("after");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::addColumn<qint64>("gapFrom");
        QTest::addColumn<qint64>("gapTo");
        // Of ten events the log keeps 7 to 10.
        QTest::newRow("nothing seen, all that is kept")
            << 0LL << 9LL << QList<qint64> {7, 8, 9, 10} << 1LL << 6LL;
        QTest::newRow("behind what is kept") << 3LL << 9LL << QList<qint64> {7, 8, 9, 10} << 4LL << 6LL;
        QTest::newRow("one is gone") << 5LL << 9LL << QList<qint64> {7, 8, 9, 10} << 6LL << 6LL;
        QTest::newRow("the last one gone was seen")
            << 6LL << 9LL << QList<qint64> {7, 8, 9, 10} << 0LL << 0LL;
        QTest::newRow("in the middle") << 8LL << 9LL << QList<qint64> {9, 10} << 0LL << 0LL;
        QTest::newRow("the newest was seen") << 10LL << 9LL << QList<qint64> {} << 0LL << 0LL;
        QTest::newRow("an id that is still to come") << 99LL << 9LL << QList<qint64> {} << 0LL << 0LL;
        QTest::newRow("the oldest are the first under a limit")
            << 6LL << 2LL << QList<qint64> {7, 8} << 0LL << 0LL;
        QTest::newRow("a limit of nothing") << 6LL << 0LL << QList<qint64> {} << 0LL << 0LL;
    }
    void answersWhatIsAfter()
    {
        QFETCH(qint64, after);
        QFETCH(qint64, limit);
        QFETCH(qint64, gapFrom);
        QFETCH(qint64, gapTo);
        Clock clock(Clock::Drive::ByHand);
        EventLog log(clock);
        log.setCapacity(4);
        for (int i = 0; i < 10; ++i)
            log.publish("message", "x");
        QList<qint64> ids;
        for (const Event &event : log.after(after, limit))
            ids.append(event.id);
        QTEST(ids, "ids");
        const auto gap = log.gapAfter(after);
        QCOMPARE(gap.has_value(), gapFrom > 0);
        QCOMPARE(gap.value_or(Gap {}), (Gap {.from = gapFrom, .to = gapTo}));
    }

    void shrinksAtOnce()
    {
        Clock clock(Clock::Drive::ByHand);
        EventLog log(clock);
        for (int i = 0; i < 5; ++i)
            log.publish("message", "x");
        log.setCapacity(0);
        QCOMPARE(log.capacity(), 1);
        QCOMPARE(log.firstId(), 5);
        QCOMPARE(log.lastId(), 5);
    }
};

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
