// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/causes.h"
#include "app/journal/journal.h"

#include <QTest>

using namespace wiretale;

// Two clients, a and b, whose messages mingle.
class TestCauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void followsTheThread_data();
    void followsTheThread();

private:
    RecordNumber add(ConnectionNumber connection, MessageKind kind, Direction direction,
                     RecordNumber exchange, RecordFlag flags = RecordFlag::None);

    Journal m_journal;
    qint64 m_ns = 0;
};

RecordNumber TestCauses::add(ConnectionNumber connection, MessageKind kind, Direction direction,
                             RecordNumber exchange, RecordFlag flags)
{
    Record record;
    record.connection = connection;
    record.kind = kind;
    record.direction = direction;
    record.exchange = exchange;
    record.flags = flags;
    record.departedNs = m_ns += 10;
    const RecordNumber number = m_journal.append(record);
    m_journal.setArrived(number, m_ns + 5);
    return number;
}

void TestCauses::initTestCase()
{
    const auto up = Direction::ClientToServer;
    const auto down = Direction::ServerToClient;
    QCOMPARE(add(1, MessageKind::Open, up, 0), 1U);
    QCOMPARE(add(2, MessageKind::Open, up, 0), 2U);
    m_journal.nameConnection(1, QStringLiteral("a"));
    m_journal.nameConnection(2, QStringLiteral("b"));
    QCOMPARE(add(1, MessageKind::Request, up, 0), 3U);
    QCOMPARE(add(2, MessageKind::Request, up, 0), 4U);
    QCOMPARE(add(2, MessageKind::Response, down, 4, RecordFlag::Streaming), 5U);
    QCOMPARE(add(1, MessageKind::Response, down, 3, RecordFlag::Empty), 6U);
    QCOMPARE(add(2, MessageKind::Event, down, 4), 7U);
    QCOMPARE(add(1, MessageKind::Request, up, 0), 8U);
    QCOMPARE(add(1, MessageKind::Close, up, 0), 9U);
}

void TestCauses::followsTheThread_data()
{
    QTest::addColumn<quint32>("number");
    QTest::addColumn<quint32>("cause");
    QTest::addColumn<quint32>("consequence");
    QTest::addColumn<quint32>("previous");
    QTest::addColumn<quint32>("next");
    QTest::newRow("an opening") << 1U << 0U << 3U << 0U << 3U;
    QTest::newRow("a first request") << 3U << 0U << 6U << 1U << 6U;
    QTest::newRow("a subscription") << 4U << 0U << 5U << 2U << 5U;
    QTest::newRow("the head of a stream") << 5U << 4U << 7U << 4U << 7U;
    QTest::newRow("an empty answer") << 6U << 3U << 8U << 3U << 8U;
    QTest::newRow("an event that nothing follows") << 7U << 4U << 0U << 5U << 0U;
    QTest::newRow("the next poll") << 8U << 6U << 0U << 6U << 9U;
    QTest::newRow("a closing") << 9U << 8U << 0U << 8U << 0U;
    QTest::newRow("none") << 0U << 0U << 0U << 0U << 0U;
    QTest::newRow("beyond the last") << 10U << 0U << 0U << 0U << 0U;
}

void TestCauses::followsTheThread()
{
    QFETCH(const quint32, number);
    QTEST(causeOf(m_journal, number), "cause");
    QTEST(consequenceOf(m_journal, number), "consequence");
    QTEST(previousOfClient(m_journal, number), "previous");
    QTEST(nextOfClient(m_journal, number), "next");
    QCOMPARE(nextEmptyAnswer(m_journal, number), number < 6 ? 6U : 0U);
}

QTEST_GUILESS_MAIN(TestCauses)
#include "tst_causes.moc"
