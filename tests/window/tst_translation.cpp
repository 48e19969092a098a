// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/translation.h"

#include <QLocale>
#include <QTest>

using namespace wiretale;

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestLanguages_data();
    void bestLanguages();
    void numbersFollow();
    void anUnknownLanguageIsTheSystems();
};

void TestTranslation::bestLanguages_data()
{
    QTest::addColumn<QStringList>("preferences");
    QTest::addColumn<QString>("language");
    QTest::newRow("Russian") << QStringList {QStringLiteral("ru-RU")} << QStringLiteral("ru");
    QTest::newRow("Russian in Belarus") << QStringList {QStringLiteral("ru_BY")} << QStringLiteral("ru");
    QTest::newRow("the first that is known")
        << QStringList {QStringLiteral("uk-UA"), QStringLiteral("ru"), QStringLiteral("en")}
        << QStringLiteral("ru");
    QTest::newRow("English before Russian")
        << QStringList {QStringLiteral("en-GB"), QStringLiteral("ru")} << QStringLiteral("en");
    QTest::newRow("none that is known") << QStringList {QStringLiteral("fi-FI")} << QStringLiteral("en");
    QTest::newRow("a code that only begins alike")
        << QStringList {QStringLiteral("rue"), QStringLiteral("enm")} << QStringLiteral("en");
    QTest::newRow("no preference") << QStringList() << QStringLiteral("en");
}

void TestTranslation::bestLanguages()
{
    QFETCH(QStringList, preferences);
    QTEST(bestLanguage(preferences), "language");
}

void TestTranslation::numbersFollow()
{
    Translation translation;
    translation.setLanguage(QStringLiteral("ru"));
    QCOMPARE(translation.spoken(), QStringLiteral("ru"));
    QCOMPARE(QLocale().toString(1.5), QStringLiteral("1,5"));
    translation.setLanguage(QStringLiteral("en"));
    QCOMPARE(QLocale().toString(1.5), QStringLiteral("1.5"));
}

void TestTranslation::anUnknownLanguageIsTheSystems()
{
    Translation translation;
    translation.setLanguage(QStringLiteral("tlh"));
    QCOMPARE(translation.language(), QString());
    QCOMPARE(translation.spoken(), bestLanguage(QLocale::system().uiLanguages()));
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
