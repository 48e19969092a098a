// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/eventstreamparser.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(QList<QByteArray>)

class TestEventStreamParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interprets_data();
    void interprets();
    void keepsTheLastIdAcrossBlocks();
    void takesRetryOnlyInDigits_data();
    void takesRetryOnlyInDigits();
    void handsOutComments();
    void beginsWithAnEarlierId();
    void letsGoOfWhatHasNoEnd_data();
    void letsGoOfWhatHasNoEnd();
};

// WHATWG HTML, 9.2.5 and 9.2.6, its examples among them. An event is written type|data|id.
void TestEventStreamParser::interprets_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("events");
    const auto row = [](const char *name, const QByteArray &stream, const QList<QByteArray> &events) {
        QTest::newRow(name) << stream << events;
    };
    row("example: three lines of data", "data: YHOO\ndata: +2\ndata: 10\n\n", {"message|YHOO\n+2\n10|"});
    row("example: four blocks, ids set, reset and a block without its end",
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\ndata: "
        "not ended",
        {"message|first event|1", "message|second event|", "message| third event|"});
    row("example: data without a value", "data\n\ndata\ndata\n\ndata:", {"message||", "message|\n|"});
    row("example: one space or none", "data:test\n\ndata: test\n\n", {"message|test|", "message|test|"});
    row("CR", "data: a\rdata: b\r\rdata: c\r\r", {"message|a\nb|", "message|c|"});
    row("CRLF", "data: a\r\ndata: b\r\n\r\n", {"message|a\nb|"});
    row("all line ends mixed", "data: a\rdata: b\ndata: c\r\n\r\ndata: d\n\r",
        {"message|a\nb\nc|", "message|d|"});
    row("one byte order mark is dropped",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        {"message|a|"});
    row("a second one is text",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\ndata: b\n\n",
        {"message|b|"});
    row("half a byte order mark is text",
        "\xEF\xBB"
        "data: a\n\ndata: b\n\n",
        {"message|b|"});
    row("a type", "event: price\ndata: 1\n\ndata: 2\n\n", {"price|1|", "message|2|"});
    row("a type without data is forgotten", "event: price\n\ndata: 2\n\n", {"message|2|"});
    row("an id without data is kept", "id: 7\n\ndata: x\n\n", {"message|x|7"});
    row("an id with NUL is ignored", QByteArray("id: 1\ndata: a\n\nid: 2\0003\ndata: b\n\n", 32),
        {"message|a|1", "message|b|1"});
    row("names are case-sensitive", "Data: a\nDATA: b\ndata: c\n\n", {"message|c|"});
    row("unknown fields are ignored", "foo: bar\ndata: a\nbaz\n\n", {"message|a|"});
    row("a colon in the value", "data: a: b:c\n\n", {"message|a: b:c|"});
    row("a space before the colon", "data : a\ndata: b\n\n", {"message|b|"});
    row("empty lines only", "\n\n\r\n\r\r", {});
    row("what is not UTF-8 becomes the replacement character", "data: \xFF\n\n", {"message|\xEF\xBF\xBD|"});
}

void TestEventStreamParser::interprets()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, events);
    for (qsizetype size : {stream.size(), qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7)}) {
        QList<QByteArray> found;
        EventStreamParser parser([&](const StreamedEvent &event) {
            found << event.type + '|' + event.data + '|' + event.lastEventId;
        });
        for (qsizetype at = 0; at < stream.size(); at += size)
            parser.feed(QByteArrayView(stream).sliced(at, std::min(size, stream.size() - at)));
        QCOMPARE(found, events);
    }
}

void TestEventStreamParser::keepsTheLastIdAcrossBlocks()
{
    EventStreamParser parser([](const StreamedEvent &) {});
    parser.feed("id: 5\n");
    QCOMPARE(parser.lastEventId(), QByteArray()); // not before its block has ended
    parser.feed("\n");
    QCOMPARE(parser.lastEventId(), QByteArray("5"));
    parser.feed("data: x\n\n");
    QCOMPARE(parser.lastEventId(), QByteArray("5"));
    parser.feed("id\n\n");
    QCOMPARE(parser.lastEventId(), QByteArray());
}

void TestEventStreamParser::takesRetryOnlyInDigits_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("milliseconds"); // -1: not taken
    QTest::newRow("digits") << QByteArray("retry: 1500") << qint64(1500);
    QTest::newRow("zero") << QByteArray("retry: 0") << qint64(0);
    QTest::newRow("nothing") << QByteArray("retry:") << qint64(-1);
    QTest::newRow("a sign") << QByteArray("retry: +5") << qint64(-1);
    QTest::newRow("negative") << QByteArray("retry: -5") << qint64(-1);
    QTest::newRow("a word") << QByteArray("retry: soon") << qint64(-1);
    QTest::newRow("two spaces") << QByteArray("retry:  5") << qint64(-1);
    QTest::newRow("more than a number holds") << QByteArray("retry: 99999999999999999999") << qint64(-1);
}

void TestEventStreamParser::takesRetryOnlyInDigits()
{
    QFETCH(QByteArray, line);
    QFETCH(qint64, milliseconds);
    EventStreamParser parser([](const StreamedEvent &) {});
    parser.feed(line + "\n\n");
    QCOMPARE(parser.retry().has_value(), milliseconds >= 0);
    if (parser.retry())
        QCOMPARE(parser.retry()->count(), milliseconds);
}

void TestEventStreamParser::handsOutComments()
{
    QList<QByteArray> comments;
    EventStreamParser parser([](const StreamedEvent &) {},
                             [&](QByteArrayView text) { comments << text.toByteArray(); });
    parser.feed(": keep-alive\n\n:\ndata: x\n");
    QCOMPARE(comments, (QList<QByteArray> {" keep-alive", ""}));
}

void TestEventStreamParser::beginsWithAnEarlierId()
{
    QByteArray id;
    EventStreamParser parser([&](const StreamedEvent &event) { id = event.lastEventId; });
    parser.setLastEventId("41");
    parser.feed("data: x\n\n");
    QCOMPARE(id, QByteArray("41"));
}

void TestEventStreamParser::letsGoOfWhatHasNoEnd_data()
{
    constexpr qsizetype Most = EventStreamParser::LargestBlock;
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("eventCount");
    QTest::newRow("a line as long as may be") << "data: " + QByteArray(Most - 6, 'x') + "\n\n" << 1;
    QTest::newRow("a line that is one longer") << "data: " + QByteArray(Most - 5, 'x') + "\n\ndata: y\n\n"
                                               << 0;
    QTest::newRow("a comment without end") << ':' + QByteArray(Most, 'x') << 0;
    QTest::newRow("data line after data line") << QByteArray("data: 12345\n").repeated(Most / 6 + 1) << 0;
    QTest::newRow("event after event")
        << QByteArray("data: 12345\n\n").repeated(Most / 6 + 1) << int(Most / 6 + 1);
}

void TestEventStreamParser::letsGoOfWhatHasNoEnd()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, eventCount);
    int found = 0;
    EventStreamParser parser([&](const StreamedEvent &) { ++found; });
    parser.feed(stream);
    QCOMPARE(found, eventCount);
    QCOMPARE(parser.isOverrun(), eventCount == 0);
    parser.feed("\n\ndata: more\n\n");
    QCOMPARE(found, eventCount == 0 ? 0 : eventCount + 1);
}

QTEST_GUILESS_MAIN(TestEventStreamParser)
#include "tst_eventstreamparser.moc"
