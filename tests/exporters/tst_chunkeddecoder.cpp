// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/chunkeddecoder.h"

#include <QTest>

using namespace wiretale;

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOffTheFraming_data();
    void takesOffTheFraming();
};

void TestChunkedDecoder::takesOffTheFraming_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("complete");

    QTest::newRow("nothing yet") << QByteArray() << QByteArray() << false;
    QTest::newRow("no content") << QByteArray("0\r\n\r\n") << QByteArray() << true;
    QTest::newRow("two chunks") << QByteArray("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n")
                                << QByteArray("abc0123456789") << true;
    QTest::newRow("line ends inside a chunk")
        << QByteArray("4\r\n\r\n\r\n\r\n0\r\n\r\n") << QByteArray("\r\n\r\n") << true;
    QTest::newRow("extensions and leading zeros")
        << QByteArray("0003;a=b;c\r\nabc\r\n000;last\r\n\r\n") << QByteArray("abc") << true;
    QTest::newRow("trailers") << QByteArray("1\r\nx\r\n0\r\nA: b\r\nC: d\r\n\r\n") << QByteArray("x") << true;
    QTest::newRow("lone line feeds") << QByteArray("1\nx\n0\n\n") << QByteArray("x") << true;
    QTest::newRow("ends inside a chunk") << QByteArray("5\r\nab") << QByteArray("ab") << false;
    QTest::newRow("last chunk without its empty line")
        << QByteArray("1\r\nx\r\n0\r\n") << QByteArray("x") << false;
    QTest::newRow("size is no number") << QByteArray("zz\r\nabc\r\n0\r\n\r\n") << QByteArray() << false;
    QTest::newRow("size is negative") << QByteArray("-1\r\nabc\r\n0\r\n\r\n") << QByteArray() << false;
    QTest::newRow("size is too large for a number")
        << QByteArray("fffffffffffffffff\r\nabc\r\n0\r\n\r\n") << QByteArray() << false;
    QTest::newRow("content longer than its size")
        << QByteArray("1\r\nxyz\r\n0\r\n\r\n") << QByteArray("x") << false;
    QTest::newRow("what follows the end is not content")
        << QByteArray("1\r\nx\r\n0\r\n\r\n3\r\nabc\r\n") << QByteArray("x") << true;
}

void TestChunkedDecoder::takesOffTheFraming()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, content);
    QFETCH(bool, complete);

    ChunkedDecoder whole;
    QCOMPARE(whole.feed(bytes), content);
    QCOMPARE(whole.isComplete(), complete);

    ChunkedDecoder pieces;
    QByteArray joined;
    for (const char byte : std::as_const(bytes))
        joined += pieces.feed({&byte, 1});
    QCOMPARE(joined, content);
    QCOMPARE(pieces.isComplete(), complete);
}

QTEST_GUILESS_MAIN(TestChunkedDecoder)
#include "tst_chunkeddecoder.moc"
