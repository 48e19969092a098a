// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/framescan.h"

#include <QTest>

using namespace wiretale;

class TestFrameScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scans_data()
    {
        using enum FrameScan::Verdict;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qsizetype>("whole");
        QTest::addColumn<FrameScan::Verdict>("verdict");
        const QByteArray hello = QByteArray::fromHex("818537fa213d7f9f4d5158"); // RFC 6455, 5.7
        const QByteArray medium = QByteArray::fromHex("82fe007e01020304") + QByteArray(126, 'x');
        const QByteArray large = QByteArray::fromHex("82ff00000000000003e801020304") + QByteArray(1000, 'x');
        QTest::newRow("nothing") << QByteArray() << qsizetype(0) << Sound;
        QTest::newRow("one byte") << hello.first(1) << qsizetype(0) << Sound;
        QTest::newRow("one frame") << hello << hello.size() << Sound;
        QTest::newRow("one byte is missing") << hello.chopped(1) << qsizetype(0) << Sound;
        QTest::newRow("one frame and a half") << hello + hello.first(6) << hello.size() << Sound;
        QTest::newRow("two frames") << hello + hello << 2 * hello.size() << Sound;
        QTest::newRow("two bytes of length") << medium << medium.size() << Sound;
        QTest::newRow("its length split") << medium.first(3) << qsizetype(0) << Sound;
        QTest::newRow("eight bytes of length") << large << large.size() << Sound;
        QTest::newRow("no mask, told by the second byte")
            << QByteArray::fromHex("8105") << qsizetype(0) << Unmasked;
        QTest::newRow("no mask after a sound frame")
            << hello + QByteArray::fromHex("8105") << hello.size() << Unmasked;
        QTest::newRow("too large, told by the length")
            << QByteArray::fromHex("82fe03e9") << qsizetype(0) << TooLarge;
        QTest::newRow("a length with the highest bit set")
            << QByteArray::fromHex("82ffffffffffffffffff") << qsizetype(0) << TooLarge;
    }
    void scans()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qsizetype, whole);
        QFETCH(FrameScan::Verdict, verdict);
        QCOMPARE(scanClientFrames(bytes, 1000), (FrameScan {.wholeBytes = whole, .verdict = verdict}));
    }
};

QTEST_GUILESS_MAIN(TestFrameScan)
#include "tst_framescan.moc"
