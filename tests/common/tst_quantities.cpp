// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/quantities.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestQuantities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void readsBandwidths_data();
    void readsBandwidths();
};

void TestQuantities::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanoseconds"); // -1: refused
    const auto row = [](const char *name, const char *text, std::chrono::nanoseconds expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << qint64(expected.count());
    };
    row("seconds", "30s", 30s);
    row("a bare number is seconds", "30", 30s);
    row("milliseconds", "500ms", 500ms);
    row("microseconds", "250us", 250us);
    row("nanoseconds", "7ns", 7ns);
    row("minutes", "2min", 2min);
    row("hours", "1h", 1h);
    row("a fraction", "1.5s", 1500ms);
    row("a space before the unit", "40 ms", 40ms);
    row("zero", "0", 0ns);
    row("nothing", "", -1ns);
    row("a unit alone", "ms", -1ns);
    row("an unknown unit", "3 fortnights", -1ns);
    row("negative", "-1s", -1ns);
    row("a comma", "1,5s", -1ns);
    row("longer than a life", "99999999h", -1ns);
}

void TestQuantities::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, nanoseconds);
    const auto result = durationFromText(text);
    QCOMPARE(result.has_value(), nanoseconds >= 0);
    if (result)
        QCOMPARE(result->count(), nanoseconds);
    else
        QVERIFY(result.error().message.contains(text));
}

void TestQuantities::readsBandwidths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bits"); // -1: refused
    QTest::newRow("megabits") << QStringLiteral("2Mbit") << qint64(2'000'000);
    QTest::newRow("kilobits") << QStringLiteral("64kbit") << qint64(64'000);
    QTest::newRow("gigabits") << QStringLiteral("1Gbit") << qint64(1'000'000'000);
    QTest::newRow("a bare number is bits") << QStringLiteral("9600") << qint64(9600);
    QTest::newRow("a fraction") << QStringLiteral("1.5Mbit") << qint64(1'500'000);
    QTest::newRow("bytes are not asked for") << QStringLiteral("2MB") << qint64(-1);
    QTest::newRow("words") << QStringLiteral("fast") << qint64(-1);
}

void TestQuantities::readsBandwidths()
{
    QFETCH(QString, text);
    QFETCH(qint64, bits);
    const auto result = bandwidthFromText(text);
    QCOMPARE(result.has_value(), bits >= 0);
    if (result)
        QCOMPARE(*result, bits);
}

QTEST_GUILESS_MAIN(TestQuantities)
#include "tst_quantities.moc"
