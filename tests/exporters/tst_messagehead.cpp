// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/messagehead.h"

#include <QTest>

using namespace wiretale;

class TestMessageHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeads_data();
    void readsHeads();
    void needsAWholeHead_data();
    void needsAWholeHead();
    void knowsChunkedBodies_data();
    void knowsChunkedBodies();
    void findsFieldsInAnyCase();
    void readsTextThatIsNotUtf8();
};

void TestMessageHead::readsHeads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("start");
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<qsizetype>("size");
    using List = QByteArrayList;

    QTest::newRow("request") << QByteArray("GET /a?b HTTP/1.1\r\nHost: h\r\n\r\nbody")
                             << List {"GET", "/a?b", "HTTP/1.1"} << List {"Host=h"} << qsizetype(30);
    QTest::newRow("reason of several words")
        << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n") << List {"HTTP/1.1", "404", "Not Found"} << List {}
        << qsizetype(26);
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 200\r\n\r\n") << List {"HTTP/1.1", "200", ""}
                               << List {} << qsizetype(16);
    QTest::newRow("no target") << QByteArray("HELLO\r\n\r\n") << List {"HELLO", "", ""} << List {}
                               << qsizetype(9);
    QTest::newRow("white space around values and colons inside them")
        << QByteArray("A / B\r\nX: \t a:b \r\nY:\r\n\r\n") << List {"A", "/", "B"} << List {"X=a:b", "Y="}
        << qsizetype(24);
    QTest::newRow("folded line") << QByteArray("A / B\r\nX: a\r\n  b\r\n\r\n") << List {"A", "/", "B"}
                                 << List {"X=a b"} << qsizetype(20);
    QTest::newRow("lone line feeds") << QByteArray("A / B\nX: a\n\nrest") << List {"A", "/", "B"}
                                     << List {"X=a"} << qsizetype(12);
    QTest::newRow("empty lines in front")
        << QByteArray("\r\n\r\nA / B\r\n\r\n") << List {"A", "/", "B"} << List {} << qsizetype(13);
    QTest::newRow("field without a colon")
        << QByteArray("A / B\r\nodd\r\n\r\n") << List {"A", "/", "B"} << List {"odd="} << qsizetype(14);
}

void TestMessageHead::readsHeads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, start);
    QFETCH(QByteArrayList, fields);
    QFETCH(qsizetype, size);
    const std::optional<MessageHead> head = readMessageHead(bytes);
    QVERIFY(head);
    QCOMPARE(QByteArrayList(head->start.begin(), head->start.end()), start);
    QByteArrayList found;
    for (const HeadField &field : head->fields)
        found << field.name + '=' + field.value;
    QCOMPARE(found, fields);
    QCOMPARE(head->size, size);
}

void TestMessageHead::needsAWholeHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no line end") << QByteArray("GET / HTTP/1.1");
    QTest::newRow("no empty line") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n");
    QTest::newRow("half an empty line") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r");
    QTest::newRow("only empty lines") << QByteArray("\r\n\r\n");
}

void TestMessageHead::needsAWholeHead()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!readMessageHead(bytes));
}

void TestMessageHead::knowsChunkedBodies_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("none") << QByteArray("X: chunked") << false;
    QTest::newRow("chunked") << QByteArray("transfer-encoding: Chunked") << true;
    QTest::newRow("after another coding") << QByteArray("Transfer-Encoding: gzip, chunked") << true;
    QTest::newRow("not the last coding") << QByteArray("Transfer-Encoding: chunked, gzip") << false;
}

void TestMessageHead::knowsChunkedBodies()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, chunked);
    const std::optional<MessageHead> head = readMessageHead("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n");
    QVERIFY(head);
    QCOMPARE(head->isChunked(), chunked);
}

void TestMessageHead::findsFieldsInAnyCase()
{
    const std::optional<MessageHead> head = readMessageHead("A / B\r\nhOsT: first\r\nHost: second\r\n\r\n");
    QVERIFY(head);
    QCOMPARE(head->field("HOST").value_or("none"), QByteArray("first"));
    QVERIFY(!head->field("Hos"));
}

void TestMessageHead::readsTextThatIsNotUtf8()
{
    QCOMPARE(headerText("\xC3\xA9"), QStringLiteral(u"\u00E9"));
    QCOMPARE(headerText("\xE9"), QStringLiteral(u"\u00E9"));
}

QTEST_GUILESS_MAIN(TestMessageHead)
#include "tst_messagehead.moc"
