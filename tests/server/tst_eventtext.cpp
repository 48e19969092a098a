// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace wiretale;

class TestEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesStreamBlocks_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("plain") << QByteArray("message") << QByteArray("hi")
                               << QByteArray("id: 7\ndata: hi\n\n");
        QTest::newRow("a type of its own")
            << QByteArray("price") << QByteArray("1") << QByteArray("id: 7\nevent: price\ndata: 1\n\n");
        QTest::newRow("no data is still an event")
            << QByteArray("message") << QByteArray() << QByteArray("id: 7\ndata: \n\n");
        QTest::newRow("leading space is kept")
            << QByteArray("message") << QByteArray(" x") << QByteArray("id: 7\ndata:  x\n\n");
        QTest::newRow("lines ended by LF, CR and CRLF")
            << QByteArray("message") << QByteArray("a\nb\rc\r\nd")
            << QByteArray("id: 7\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
        QTest::newRow("a last line that is empty")
            << QByteArray("message") << QByteArray("a\n") << QByteArray("id: 7\ndata: a\ndata: \n\n");
    }
    void writesStreamBlocks()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QTEST(toStreamBlock({.id = 7, .type = type, .data = data, .published = {}}), "block");
    }

    void tellsGaps()
    {
        const Gap gap {.from = 4, .to = 9};
        QCOMPARE(toJsonText(gap), QByteArray(R"({"type":"gap","from":4,"to":9})"));
        QCOMPARE(toStreamBlock(gap), QByteArray("event: gap\ndata: {\"from\":4,\"to\":9}\n\n"));
    }

    void writesArraysAndLines()
    {
        const Event ten {.id = 10, .type = "message", .data = "a \"b\"\n", .published = {}};
        const Event next {.id = 11, .type = "price", .data = "\xd0\xb6", .published = {}};
        const Batch batch {.gap = Gap {.from = 4, .to = 9}, .events = {ten, next}};
        const QByteArray gap = R"({"type":"gap","from":4,"to":9})";
        QCOMPARE(toJsonArray(batch), '[' + gap + ',' + toJsonText(ten) + ',' + toJsonText(next) + ']');
        QCOMPARE(toJsonLines(batch), gap + '\n' + toJsonText(ten) + '\n' + toJsonText(next) + '\n');
        QCOMPARE(QJsonDocument::fromJson(toJsonArray(batch)).array().size(), 3);
        QCOMPARE(toJsonArray({}), QByteArray("[]"));
        QCOMPARE(toJsonLines({}), QByteArray());
    }

    void writesErrors()
    {
        const QString sentence = QStringLiteral("\"a\" – b");
        QCOMPARE(QJsonDocument::fromJson(errorJson(sentence)).object(),
                 (QJsonObject {{QStringLiteral("error"), sentence}}));
    }
};

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_eventtext.moc"
