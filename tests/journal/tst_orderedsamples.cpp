// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/orderedsamples.h"

#include <QList>
#include <QTest>

#include <algorithm>
#include <random>

using namespace wiretale;

class TestOrderedSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranks_data();
    void ranks();
    void answersLikeASortedVector_data();
    void answersLikeASortedVector();
};

void TestOrderedSamples::ranks_data()
{
    QTest::addColumn<QList<qint64>>("samples");
    QTest::addColumn<qint64>("median");
    QTest::addColumn<qint64>("percentile95");
    QTest::addColumn<qint64>("worst");
    QList<qint64> hundred;
    for (qint64 i = 100; i >= 1; --i)
        hundred.append(i);
    QTest::newRow("none") << QList<qint64> {} << qint64(-1) << qint64(-1) << qint64(-1);
    QTest::newRow("one") << QList<qint64> {7} << qint64(7) << qint64(7) << qint64(7);
    QTest::newRow("two") << QList<qint64> {9, 4} << qint64(6) << qint64(9) << qint64(9);
    QTest::newRow("three") << QList<qint64> {9, 4, 5} << qint64(5) << qint64(9) << qint64(9);
    QTest::newRow("nineteen of twenty alike")
        << (QList<qint64>(19, 3) << 80) << qint64(3) << qint64(3) << qint64(80);
    QTest::newRow("1 to 100") << hundred << qint64(50) << qint64(95) << qint64(100);
    QTest::newRow("1 to 100 and 101")
        << (hundred + QList<qint64> {101}) << qint64(51) << qint64(96) << qint64(101);
}

void TestOrderedSamples::ranks()
{
    QFETCH(QList<qint64>, samples);
    OrderedSamples ordered;
    for (const qint64 sample : samples)
        ordered.add(sample);
    QTEST(ordered.median(), "median");
    QTEST(ordered.percentile(95), "percentile95");
    QTEST(ordered.percentile(100), "worst");
}

void TestOrderedSamples::answersLikeASortedVector_data()
{
    QTest::addColumn<qint64>("distinct");
    QTest::addColumn<int>("order");
    QTest::newRow("all alike") << qint64(1) << 0;
    QTest::newRow("few values") << qint64(10) << 0;
    QTest::newRow("many values") << qint64(1'000'000'000) << 0;
    QTest::newRow("small and large values") << qint64(20'000'000'000) << 0;
    QTest::newRow("large values") << (qint64(1) << 40) << 0;
    QTest::newRow("ascending") << qint64(100'000) << 1;
    QTest::newRow("descending") << qint64(100'000) << -1;
}

void TestOrderedSamples::answersLikeASortedVector()
{
    QFETCH(qint64, distinct);
    QFETCH(int, order);
    std::mt19937 random(1);
    std::vector<qint64> samples(20'000);
    for (qint64 &sample : samples)
        sample = std::uniform_int_distribution<qint64>(0, distinct - 1)(random);
    std::vector<qint64> sorted = samples;
    std::sort(sorted.begin(), sorted.end());
    if (order != 0)
        samples = sorted;
    if (order < 0)
        std::reverse(samples.begin(), samples.end());
    OrderedSamples ordered;
    for (const qint64 sample : samples)
        ordered.add(sample);
    QCOMPARE(ordered.count(), qint64(sorted.size()));
    for (size_t i = 0; i < sorted.size(); ++i)
        QCOMPARE(ordered.at(qint64(i)), sorted[i]);
}

QTEST_GUILESS_MAIN(TestOrderedSamples)
#include "tst_orderedsamples.moc"
