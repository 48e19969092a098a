// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/eventstreamreader.h"

#include <QTest>

using namespace wiretale;

class TestEventStreamReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEvents_data();
    void findsEvents();
};

/// Each event as `type|data|id`.
void TestEventStreamReader::findsEvents_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("events");
    using List = QByteArrayList;

    QTest::newRow("the standard's first example, data on two lines")
        << QByteArray("data: YHOO\ndata: +2\ndata: 10\n\n") << List {"message|YHOO\n+2\n10|"};
    QTest::newRow("the standard's second example, a comment and an id that is reset")
        << QByteArray(
               ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n")
        << List {"message|first event|1", "message|second event|", "message| third event|"};
    QTest::newRow("the standard's third example, empty data and an unfinished block")
        << QByteArray("data\n\ndata\ndata\n\ndata:") << List {"message||", "message|\n|"};
    QTest::newRow("the standard's fourth example, one space is removed")
        << QByteArray("data:test\n\ndata: test\n\n") << List {"message|test|", "message|test|"};
    QTest::newRow("a type lasts for one event")
        << QByteArray("event: add\ndata: 1\n\ndata: 2\n\n") << List {"add|1|", "message|2|"};
    QTest::newRow("an id without data is stored")
        << QByteArray("id: 7\n\ndata: x\n\n") << List {"message|x|7"};
    QTest::newRow("an id with a null character is ignored")
        << QByteArray("id: 7\nid: a\0b\ndata: x\n\n", 24) << List {"message|x|7"};
    QTest::newRow("a type without data is not dispatched and does not last")
        << QByteArray("event: lost\n\ndata: x\n\n") << List {"message|x|"};
    QTest::newRow("carriage returns end lines")
        << QByteArray("data: a\rdata: b\r\r") << List {"message|a\nb|"};
    QTest::newRow("pairs end lines") << QByteArray("data: a\r\ndata: b\r\n\r\n") << List {"message|a\nb|"};
    QTest::newRow("a byte order mark in front") << QByteArray("\xEF\xBB\xBF"
                                                              "data: a\n\n")
                                                << List {"message|a|"};
    QTest::newRow("only one byte order mark is removed") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                                                       "data: a\n\ndata: b\n\n")
                                                         << List {"message|b|"};
    QTest::newRow("unknown fields and other cases are ignored")
        << QByteArray("DATA: x\nfoo: y\nretry: 10\ndata: z\n\n") << List {"message|z|"};
    QTest::newRow("UTF-8 is kept") << QByteArray("data: \xD0\x96\n\n") << List {"message|\xD0\x96|"};
}

void TestEventStreamReader::findsEvents()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, events);
    QByteArrayList found;
    const auto take = [&](const EventStreamReader::Event &event) {
        found << event.type + '|' + event.data + '|' + event.id;
    };

    EventStreamReader whole(take);
    whole.feed(stream);
    QCOMPARE(found, events);

    found.clear();
    EventStreamReader pieces(take);
    for (const char byte : std::as_const(stream))
        pieces.feed({&byte, 1});
    QCOMPARE(found, events);
}

QTEST_GUILESS_MAIN(TestEventStreamReader)
#include "tst_eventstreamreader.moc"
