// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagereader.h"
#include "app/journal/rulebook.h"
#include "tests/lesson/lessontraffic.h"

#include <map>

using namespace wiretale;

// What our own lessons send: every byte of it has one name, and no message breaks a rule.
class TestLessonTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteHasOneName_data();
    void everyByteHasOneName();
    void noRuleIsBroken_data() { everyByteHasOneName_data(); }
    void noRuleIsBroken();

private:
    // Played once, however many ask.
    std::shared_ptr<const TrafficLog> logOf(const QString &id)
    {
        if (!m_logs.contains(id))
            m_logs[id] = trafficOf(findLesson(id)->lesson);
        return m_logs[id];
    }

    std::map<QString, std::shared_ptr<const TrafficLog>> m_logs;
};

void TestLessonTraffic::everyByteHasOneName_data()
{
    QTest::addColumn<QString>("id");
    for (const LessonEntry &entry : shippedLessons())
        QTest::newRow(qPrintable(entry.lesson.id)) << entry.lesson.id;
}

void TestLessonTraffic::everyByteHasOneName()
{
    QFETCH(const QString, id);
    const std::shared_ptr<const TrafficLog> log = logOf(id);
    QVERIFY(log);
    QVERIFY(log->journal().size() > 10);
    MessageReader reader(log);
    qint64 bytes = 0;
    for (RecordNumber number = 1; number <= log->journal().size(); ++number) {
        const Record record = log->journal().at(number);
        qint64 at = 0; // bits
        for (const Field *leaf : leafFields(reader.read(number).fields)) {
            const QString where = QStringLiteral("#%1, byte %2").arg(number).arg(leaf->begin);
            QVERIFY2(leaf->begin * 8 + leaf->firstBit == at, qPrintable(where));
            QVERIFY2(leaf->kind != FieldKind::Unknown || record.kind == MessageKind::Opaque,
                     qPrintable(where));
            at += leaf->bits > 0 ? leaf->bits : leaf->length * 8;
        }
        QCOMPARE(at, qint64(record.wireBytes) * 8);
        bytes += record.wireBytes;
    }
    QVERIFY(bytes > 1000);
}

void TestLessonTraffic::noRuleIsBroken()
{
    QFETCH(const QString, id);
    const std::shared_ptr<const TrafficLog> log = logOf(id);
    QVERIFY(log);
    RuleBook book(log);
    int judged = 0;
    for (RecordNumber number = 1; number <= log->journal().size(); ++number) {
        for (const Breach &breach : book.breaches(number)) {
            const QString where = QStringLiteral("#%1 %2: ").arg(number).arg(log->summary(number));
            QFAIL(qPrintable(where + ruleText(*breach.rule)));
        }
        judged += canBeJudged(log->journal().at(number)) ? 1 : 0;
    }
    QVERIFY(judged > 5);
}

QTEST_GUILESS_MAIN(TestLessonTraffic)
#include "tst_lessontraffic.moc"
