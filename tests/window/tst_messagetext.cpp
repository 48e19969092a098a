// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/messagetext.h"

#include <QTest>

using namespace wiretale;

class TestMessageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void dumpShowsEveryByte();
    void frames_data();
    void frames();
    void everyLengthFormComesBack_data();
    void everyLengthFormComesBack();
};

void TestMessageText::bytes_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("text");
    QTest::newRow("a request") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                               << QStringLiteral("GET / HTTP/1.1\nHost: a\n\n");
    QTest::newRow("letters of any alphabet")
        << QByteArray("data: \xd0\x96\n\n") << QStringLiteral("data: Ж\n\n");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("not UTF-8") << QByteArray(
        "\xff") << QStringLiteral("000000  ff                                               .\n");
    QTest::newRow("a control character")
        << QByteArray("a\x01z")
        << QStringLiteral("000000  61 01 7a                                         a.z\n");
}

void TestMessageText::bytes()
{
    QFETCH(QByteArray, given);
    QTEST(bytesForPeople(given), "text");
}

void TestMessageText::dumpShowsEveryByte()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += char(byte);
    const QStringList lines = bytesForPeople(all).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 16);
    QByteArray back;
    for (const QString &line : lines)
        back += QByteArray::fromHex(line.mid(8, 3 * 16).toLatin1());
    QCOMPARE(back, all);
    QVERIFY(lines.at(4).startsWith(QStringLiteral("000040")));
    QVERIFY(lines.at(4).endsWith(QStringLiteral("@ABCDEFGHIJKLMNO")));
}

void TestMessageText::frames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("data");
    // The examples of RFC 6455, 5.7.
    QTest::newRow("text, unmasked") << QByteArray::fromHex("810548656c6c6f") << QByteArray("Hello");
    QTest::newRow("text, masked") << QByteArray::fromHex("818537fa213d7f9f4d5158") << QByteArray("Hello");
    QTest::newRow("a ping") << QByteArray::fromHex("890548656c6c6f") << QByteArray("Hello");
    QTest::newRow("no data") << QByteArray::fromHex("8100") << QByteArray();
    QTest::newRow("cut in its data") << QByteArray::fromHex("8105486c") << QByteArray();
    QTest::newRow("cut in its mask") << QByteArray::fromHex("818537fa") << QByteArray();
    QTest::newRow("cut in its length") << QByteArray::fromHex("817f0000") << QByteArray();
    QTest::newRow("one byte") << QByteArray::fromHex("81") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestMessageText::frames()
{
    QFETCH(QByteArray, frame);
    QTEST(frameData(frame), "data");
}

void TestMessageText::everyLengthFormComesBack_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("short, the longest") << 125 << QByteArray::fromHex("827d");
    QTest::newRow("two bytes, the shortest") << 126 << QByteArray::fromHex("827e007e");
    QTest::newRow("two bytes, the longest") << 65'535 << QByteArray::fromHex("827effff");
    QTest::newRow("eight bytes, the shortest") << 65'536 << QByteArray::fromHex("827f0000000000010000");
}

void TestMessageText::everyLengthFormComesBack()
{
    QFETCH(int, length);
    QFETCH(QByteArray, head);
    const QByteArray data(length, 'w');
    QCOMPARE(frameData(head + data), data);
    QCOMPARE(frameData(head + data + 'x'), QByteArray());
}

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
