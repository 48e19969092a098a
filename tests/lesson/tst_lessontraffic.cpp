// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagereader.h"
#include "tests/lesson/lessontraffic.h"

using namespace wiretale;

// Every byte of what our own lessons send has one name.
class TestLessonTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteHasOneName_data();
    void everyByteHasOneName();
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
    const std::shared_ptr<const TrafficLog> log = trafficOf(findLesson(id)->lesson);
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

QTEST_GUILESS_MAIN(TestLessonTraffic)
#include "tst_lessontraffic.moc"
