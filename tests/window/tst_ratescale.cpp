// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/ratescale.h"
#include "common/clock.h"

#include <QLocale>
#include <QTest>

using namespace wiretale;

class TestRateScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreTheClocks();
    void everyPositionComesBack();
    void presetsLieOnTheSlider();
    void neighbours_data();
    void neighbours();
    void textFollowsTheLanguage();
};

void TestRateScale::endsAreTheClocks()
{
    QCOMPARE(ratescale::rateAt(0), Clock::SlowestRate);
    QCOMPARE(ratescale::rateAt(ratescale::Steps), Clock::FastestRate);
    QCOMPARE(ratescale::positionOf(0.0001), 0);
    QCOMPARE(ratescale::positionOf(1000), ratescale::Steps);
}

void TestRateScale::everyPositionComesBack()
{
    for (int position = 0; position <= ratescale::Steps; ++position) {
        const double rate = ratescale::rateAt(position);
        QVERIFY(position == 0 || rate >= ratescale::rateAt(position - 1));
        // Rounded to two digits, a rate may lie up to two steps beside.
        QVERIFY2(std::abs(ratescale::positionOf(rate) - position) <= 2,
                 qPrintable(QString::number(position)));
    }
}

void TestRateScale::presetsLieOnTheSlider()
{
    for (const double preset : ratescale::presets())
        QCOMPARE(ratescale::rateAt(ratescale::positionOf(preset)), preset);
}

void TestRateScale::neighbours_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("slower");
    QTest::addColumn<double>("faster");
    QTest::newRow("on a preset") << 1.0 << 0.5 << 2.0;
    QTest::newRow("between presets") << 0.7 << 0.5 << 1.0;
    QTest::newRow("at the slow end") << 0.02 << 0.02 << 0.1;
    QTest::newRow("at the fast end") << 20.0 << 5.0 << 20.0;
}

void TestRateScale::neighbours()
{
    QFETCH(double, rate);
    QTEST(ratescale::slower(rate), "slower");
    QTEST(ratescale::faster(rate), "faster");
}

void TestRateScale::textFollowsTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::Russian));
    QCOMPARE(ratescale::text(0.25), QStringLiteral("×0,25"));
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(ratescale::text(0.25), QStringLiteral("×0.25"));
    QCOMPARE(ratescale::text(20), QStringLiteral("×20"));
}

QTEST_GUILESS_MAIN(TestRateScale)
#include "tst_ratescale.moc"
