// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/bodysearch.h"
#include "app/journal/filter.h"
#include "app/journal/shapesearch.h"
#include "tests/heap.h"
#include "tests/journal/dissectedlog.h"
#include "tests/journal/packed.h"

#include <QTest>

using namespace wiretale;

class TestSearches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTextInBodiesOnly();
    void findsTextAcrossPieces();
    void findsTextUnderAMask();
    void findsTextInWhatIsCompressed();
    void manyUnfinishedAnswersCostLittle();
    void endsWhenAsked();
    void findsAShape_data();
    void findsAShape();
    void aShapeIsOfOneClient();
    void aShapeWithAnOpeningCountsOpenings();

private:
    using Numbers = std::vector<RecordNumber>;
    static Numbers search(const TrafficLog &log, const QString &text)
    {
        Numbers numbers;
        BodySearch::run(
            log, text, [&](RecordNumber number) { numbers.push_back(number); },
            [](RecordNumber) { return true; });
        return numbers;
    }
    static std::vector<ShapeFind> search(const Journal &journal, const std::vector<ShapePart> &shape)
    {
        std::vector<ShapeFind> finds;
        ShapeSearch::run(
            journal, shape, [&](const ShapeFind &find) { finds.push_back(find); },
            [](RecordNumber) { return true; });
        return finds;
    }
    // a: asks, e: an empty answer, r: an answer, o: a connection opens; capitals are another client's.
    static ShapePart part(QChar letter)
    {
        Record record;
        const QChar lower = letter.toLower();
        record.kind = lower == u'a' ? MessageKind::Request
            : lower == u'o'         ? MessageKind::Open
                                    : MessageKind::Response;
        record.direction
            = lower == u'a' || lower == u'o' ? Direction::ClientToServer : Direction::ServerToClient;
        record.flags = lower == u'e' ? RecordFlag::Empty : RecordFlag::None;
        return shapePartOf(record);
    }
    static std::vector<ShapePart> shape(const QString &letters)
    {
        std::vector<ShapePart> parts;
        for (const QChar letter : letters)
            parts.push_back(part(letter));
        return parts;
    }
    static void tell(Journal &journal, const QString &letters)
    {
        for (const QChar letter : letters) {
            const ShapePart told = part(letter);
            const ConnectionNumber connection = letter.isUpper() ? 2 : 1;
            journal.append({.connection = connection,
                            .flags = told.isEmpty ? RecordFlag::Empty : RecordFlag::None,
                            .kind = told.kind,
                            .direction = told.direction});
            journal.nameConnection(connection, letter.isUpper() ? QStringLiteral("B") : QStringLiteral("a"));
        }
    }
};

void TestSearches::findsTextInBodiesOnly()
{
    DissectedLog said;
    said.ask("POST /price HTTP/1.1\r\nHost: price\r\nContent-Length: 9\r\n\r\nthe PrIcE");
    said.answer("HTTP/1.1 200 price\r\nContent-Length: 2\r\n\r\nno");
    said.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\n\xD0\xA6\xD0\x95\xD0\x9D\xD0\x90");
    QCOMPARE(search(*said.log(), QStringLiteral("price")), Numbers {2});
    QCOMPARE(search(*said.log(), QStringLiteral("цена")), Numbers {4});
    QCOMPARE(search(*said.log(), QStringLiteral("nothing")), Numbers {});
    QCOMPARE(search(*said.log(), QString()), Numbers {});
}

void TestSearches::findsTextAcrossPieces()
{
    DissectedLog said;
    said.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    said.answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    const RecordNumber head = said.last();
    said.answer("2\r\npr\r\n1\r\ni\r\n3\r\nce.\r\n5\r\nprice\r\n0\r\n\r\n");
    // Once where it ends, once where it stands whole; what was told is not told again.
    QCOMPARE(search(*said.log(), QStringLiteral("price")), (Numbers {head + 3, head + 4}));
    // The end of one answer and the beginning of the next are no text.
    said.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    said.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n-x");
    QCOMPARE(search(*said.log(), QStringLiteral("e-x")), Numbers {});
}

void TestSearches::findsTextUnderAMask()
{
    DissectedLog said;
    said.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    said.answer("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    said.ask(QByteArray::fromHex("818537fa213d7f9f4d5158")); // RFC 6455, 5.7
    const RecordNumber masked = said.last();
    said.answer(QByteArray::fromHex("010348656c80026c6f"
                                    "810348656c"));
    QCOMPARE(search(*said.log(), QStringLiteral("hello")), (Numbers {masked, masked + 2}));
    QCOMPARE(search(*said.log(), QStringLiteral("lohe")), Numbers {});
}

void TestSearches::findsTextInWhatIsCompressed()
{
    DissectedLog said;
    Packer body(Packer::Format::Gzip);
    said.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    said.answer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
    const auto chunk
        = [](const QByteArray &data) { return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n"; };
    said.answer(chunk(body.pack("the price ", Z_SYNC_FLUSH)));
    const RecordNumber inPiece = said.last();
    said.answer(chunk(body.pack("and the pr", Z_SYNC_FLUSH)));
    said.answer(chunk(body.pack("ice", Z_FINISH)));
    const RecordNumber acrossPieces = said.last();
    said.answer("0\r\n\r\n");
    said.connect();
    said.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
    Packer messages(Packer::Format::Deflate);
    std::vector<RecordNumber> frames;
    for (const char *text : {"price", "nothing", "price"}) {
        const QByteArray packed = messages.message(text);
        said.answer(QByteArray::fromHex("c1") + char(packed.size()) + packed);
        frames.push_back(said.last());
    }
    QCOMPARE(search(*said.log(), QStringLiteral("Price")),
             (Numbers {inPiece, acrossPieces, frames[0], frames[2]}));
    // And by the filter, which looks at each message for itself.
    const Filter filter = std::get<Filter>(Filter::parse(u"text:price"));
    Numbers chosen;
    for (RecordNumber number = 1; number <= said.last(); ++number) {
        if (filter.matches(*said.log(), number))
            chosen.push_back(number);
    }
    QCOMPARE(chosen, (Numbers {inPiece, frames[0], frames[2]}));
}

void TestSearches::manyUnfinishedAnswersCostLittle()
{
    constexpr RecordNumber Count = 5'000;
    const auto log = *TrafficLog::create(0);
    Packer packer(Packer::Format::Gzip);
    const QByteArray first = packer.pack("nothing yet", Z_SYNC_FLUSH);
    const QByteArray second = packer.pack("the price", Z_SYNC_FLUSH);
    Record record {.kind = MessageKind::Response, .direction = Direction::ServerToClient};
    const auto say = [&](RecordNumber exchange, const QByteArray &bytes) {
        record.connection = record.exchange = exchange;
        record.wireBytes = quint32(bytes.size());
        return log->departed(record, bytes, {});
    };
    const auto chunk
        = [](const QByteArray &data) { return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n"; };
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (RecordNumber exchange = 1; exchange <= Count; ++exchange)
        (void)say(exchange, head + chunk(first));
    record.kind = MessageKind::Chunk;
    (void)say(1, chunk(second));
    const RecordNumber there = say(Count, chunk(second));
    const qint64 before = heapBytes();
    qint64 most = 0;
    Numbers found;
    BodySearch::run(
        *log, QStringLiteral("price"), [&](RecordNumber number) { found.push_back(number); },
        [&](RecordNumber) {
            most = std::max(most, heapBytes());
            return true;
        });
    QCOMPARE(found, Numbers {there});
    qInfo("%u unfinished answers take %lld bytes", Count, most - before);
    QVERIFY(most - before < 8'000'000);
}

void TestSearches::endsWhenAsked()
{
    DissectedLog said;
    for (int i = 0; i < 1000; ++i)
        said.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
    int found = 0;
    BodySearch::run(
        *said.log(), QStringLiteral("x"), [&](RecordNumber) { ++found; },
        [](RecordNumber looked) { return looked < 500; });
    QVERIFY(found > 0 && found < 600);
}

void TestSearches::findsAShape_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("letters");
    QTest::addColumn<std::vector<ShapeFind>>("finds");
    using Finds = std::vector<ShapeFind>;
    const auto row = [](const char *name, const char *story, const char *shape, const Finds &finds) {
        QTest::newRow(name) << QString::fromLatin1(story) << QString::fromLatin1(shape) << finds;
    };
    row("nothing in nothing", "", "ae", {});
    row("once", "arae", "ae", {{3, 4}});
    row("it does not overlap itself", "aeaeaeae", "aeae", {{1, 2, 3, 4}, {5, 6, 7, 8}});
    row("a beginning that fails", "aeaear", "aear", {{3, 4, 5, 6}});
    row("openings in between do not matter", "oaeoae", "aeae", {{2, 3, 5, 6}});
    row("an empty shape", "aeae", "", {});
}

void TestSearches::findsAShape()
{
    QFETCH(const QString, story);
    QFETCH(const QString, letters);
    QFETCH(const std::vector<ShapeFind>, finds);
    Journal journal;
    tell(journal, story);
    QCOMPARE(search(journal, shape(letters)), finds);
}

void TestSearches::aShapeIsOfOneClient()
{
    Journal journal;
    tell(journal, QStringLiteral("aAeRaAeE"));
    QCOMPARE(search(journal, shape(QStringLiteral("aeae"))), (std::vector<ShapeFind> {{1, 3, 5, 7}}));
    QCOMPARE(search(journal, shape(QStringLiteral("rae"))), (std::vector<ShapeFind> {{4, 6, 8}}));
}

void TestSearches::aShapeWithAnOpeningCountsOpenings()
{
    Journal journal;
    tell(journal, QStringLiteral("oaeaeoae"));
    QCOMPARE(search(journal, shape(QStringLiteral("oae"))), (std::vector<ShapeFind> {{1, 2, 3}, {6, 7, 8}}));
}

QTEST_GUILESS_MAIN(TestSearches)
#include "tst_searches.moc"
