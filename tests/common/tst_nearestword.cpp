// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/nearestword.h"

#include <QTest>

using namespace wiretale;

class TestNearestWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasMeant_data();
    void findsWhatWasMeant();
};

void TestNearestWord::findsWhatWasMeant_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("meant");
    QTest::newRow("a letter too many") << "heartbeeat"
                                       << "heartbeat";
    QTest::newRow("another letter") << "heartbeet"
                                    << "heartbeat";
    QTest::newRow("two swapped") << "tiemout"
                                 << "timeout";
    QTest::newRow("a letter missing") << "timout"
                                      << "timeout";
    QTest::newRow("capitals") << "TIMEOUT"
                              << "timeout";
    QTest::newRow("one slip in a short word") << "ned"
                                              << "end";
    QTest::newRow("nothing alike") << "banana"
                                   << "";
    QTest::newRow("one letter") << "x"
                                << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("endless") << QString(100000, u'a') << "";
}

void TestNearestWord::findsWhatWasMeant()
{
    QFETCH(const QString, written);
    QFETCH(const QString, meant);
    QCOMPARE(
        nearestWord(written, {QStringLiteral("heartbeat"), QStringLiteral("timeout"), QStringLiteral("end")}),
        meant);
}

QTEST_GUILESS_MAIN(TestNearestWord)
#include "tst_nearestword.moc"
