// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "tests/journal/dissectedlog.h"
#include "tests/journal/packed.h"

#include <QTest>

using namespace wiretale;

// What messages carry, read from a log that the dissectors filled.
class TestMessageBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAnswersBody();
    void aStreamedBodyFromItsHead();
    void aPieceHasItsOwnAndTheHeadsType();
    void aWebSocketMessageFromAnyOfItsFrames();
    void aLongBodyIsCut();
    void readingOnAndBackIsTheSame();
    void unpacksABody();
    void unpacksAStreamedBody();
    void unpacksAsFarAsItIsThere();
    void damagedDataIsReadUpToTheDamage_data();
    void damagedDataIsReadUpToTheDamage();
    void saysWhatItCannotUnpack();
    void aBombIsCut();
    void unpacksWebSocketMessages_data();
    void unpacksWebSocketMessages();
    void framesInAnyOrder();
    void withoutAnAgreementABitIsABit();

private:
    void pass(Direction direction, const QByteArray &bytes)
    {
        if (direction == Direction::ClientToServer)
            m_said->ask(bytes);
        else
            m_said->answer(bytes);
    }
    [[nodiscard]] RecordNumber last() const { return m_said->last(); }

    std::unique_ptr<DissectedLog> m_said;
};

void TestMessageBody::init()
{
    m_said = std::make_unique<DissectedLog>();
}

void TestMessageBody::anAnswersBody()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"ISO-8859-1\"; x=y\r\nContent-Encoding: "
         "identity\r\nContent-Length: 3\r\n\r\nh\xE9y");
    MessageReader reader(m_said->log());
    QCOMPARE(bodyOf(reader, last()),
             (MessageBody {.bytes = "h\xE9y", .contentType = "text/html", .charset = "iso-8859-1"}));
    QCOMPARE(bodyOf(reader, last() - 1), MessageBody {});
}

void TestMessageBody::aStreamedBodyFromItsHead()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    const RecordNumber head = last();
    pass(Direction::ServerToClient, "2\r\nab\r\n1\r\nc\r\n");
    MessageReader reader(m_said->log());
    MessageBody expected {.bytes = "abc", .contentType = "text/plain", .messages = 3, .goesOn = true};
    QCOMPARE(bodyOf(reader, head), expected);
    pass(Direction::ServerToClient, "0\r\n\r\n");
    expected.messages = 4;
    expected.goesOn = false;
    QCOMPARE(bodyOf(reader, head), expected);
}

void TestMessageBody::aPieceHasItsOwnAndTheHeadsType()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
         "9\r\ndata: 1\n\n\r\n12\r\ndata: 2\n\ndata: 3\n\n\r\n");
    MessageReader reader(m_said->log());
    // The second event of a chunk, which has neither size nor an end of its own.
    QCOMPARE(bodyOf(reader, last()),
             (MessageBody {.bytes = "data: 3\n\n", .contentType = "text/event-stream"}));
    QCOMPARE(bodyOf(reader, last() - 1).bytes, QByteArray("data: 2\n\n"));
}

void TestMessageBody::aWebSocketMessageFromAnyOfItsFrames()
{
    pass(Direction::ClientToServer,
         "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    // RFC 6455, 5.7, with a ping between the fragments.
    pass(Direction::ServerToClient,
         QByteArray::fromHex("010348656c"
                             "89026869"
                             "80026c6f"));
    MessageReader reader(m_said->log());
    const MessageBody whole {.bytes = "Hello", .messages = 2, .isText = true};
    QCOMPARE(bodyOf(reader, last()), whole);
    QCOMPARE(bodyOf(reader, last() - 2), whole);
    QCOMPARE(bodyOf(reader, last() - 1), (MessageBody {.bytes = "hi"}));
}

void TestMessageBody::aLongBodyIsCut()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const qint64 size = MessageBody::MostBytes + 100;
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
    const RecordNumber head = last();
    pass(Direction::ServerToClient, QByteArray(size, 'x'));
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, head);
    QCOMPARE(body.bytes.size(), MessageBody::MostBytes);
    QVERIFY(body.goesOn);
}

void TestMessageBody::readingOnAndBackIsTheSame()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QByteArray stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray blocks = "data: 1\n\nid: 7\ndata: 23\n\n:c\n";
    for (int i = 0; i < 40; ++i)
        stream += QByteArray::number(blocks.size(), 16) + "\r\n" + blocks + "\r\n1\r\n\n\r\n";
    pass(Direction::ServerToClient, stream);
    MessageReader onwards(m_said->log());
    std::vector<MessageFields> messages;
    for (RecordNumber number = 1; number <= last(); ++number)
        messages.push_back(onwards.read(number));
    QVERIFY(messages.size() > 100);
    MessageReader back(m_said->log());
    for (RecordNumber number = last(); number >= 1; --number)
        QCOMPARE(back.read(number), messages.at(number - 1));
}

namespace {

const QByteArray Ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
const QByteArray Json = "{\"price\":" + QByteArray(500, '1') + "}";
using State = PlainContent::State;

QByteArray withLength(const QByteArray &coding, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + coding
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

// Up to 64 KiB, from a server unless it is masked.
QByteArray frame(int start, const QByteArray &payload, bool isMasked = false)
{
    QByteArray bytes(1, char(start));
    const int length = payload.size() < 126 ? int(payload.size()) : 126;
    bytes += char(length + (isMasked ? 0x80 : 0));
    if (length == 126) {
        bytes += char(payload.size() >> 8);
        bytes += char(payload.size());
    }
    return bytes + (isMasked ? QByteArray(4, '\0') : QByteArray()) + payload;
}

} // namespace

void TestMessageBody::unpacksABody()
{
    const QByteArray packed = Packer::whole(Packer::Format::Gzip, Json);
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient, withLength("GZip", packed));
    MessageReader reader(m_said->log());
    QCOMPARE(bodyOf(reader, last()),
             (MessageBody {.bytes = Json,
                           .contentType = "application/json",
                           .coding = "gzip",
                           .sentBytes = packed.size(),
                           .packing = State::Plain}));
    // A request's, too; and an answer that has none, whatever its head says.
    pass(Direction::ClientToServer,
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: "
             + QByteArray::number(packed.size()) + "\r\n\r\n" + packed);
    QCOMPARE(bodyOf(reader, last()).bytes, Json);
    pass(Direction::ServerToClient, "HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\n\r\n");
    QCOMPARE(bodyOf(reader, last()).bytes, QByteArray());
    QCOMPARE(bodyOf(reader, last()).packing, State::AsSent);
}

void TestMessageBody::unpacksAStreamedBody()
{
    const QByteArray packed = Packer::whole(Packer::Format::Zlib, Json);
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n\r\n");
    const RecordNumber head = last();
    for (const char byte : packed)
        pass(Direction::ServerToClient, chunk(QByteArray(1, byte)));
    pass(Direction::ServerToClient, "0\r\n\r\n");
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, head);
    QCOMPARE(body.bytes, Json);
    QCOMPARE(body.sentBytes, packed.size());
    QCOMPARE(body.packing, State::Plain);
    QVERIFY(!body.goesOn);
    // What each piece adds, forwards, backwards and out of the blue.
    QByteArray joined;
    for (RecordNumber number = head; number <= last(); ++number)
        joined += bodyOf(reader, number == head ? 1 : number).bytes;
    QCOMPARE(joined, Json);
    const QByteArray third = reader.plain(last() - 3).bytes;
    QCOMPARE(MessageReader(m_said->log()).plain(last() - 3).bytes, third);
}

void TestMessageBody::unpacksAsFarAsItIsThere()
{
    Packer packer(Packer::Format::Gzip);
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
         "Transfer-Encoding: chunked\r\n\r\n");
    const RecordNumber head = last();
    pass(Direction::ServerToClient, chunk(packer.pack("data: 1\n\n", Z_SYNC_FLUSH)));
    pass(Direction::ServerToClient, chunk(packer.pack("data: 2\n\n", Z_SYNC_FLUSH)));
    QCOMPARE(m_said->log()->journal().at(last()).kind, MessageKind::Chunk);
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, head);
    QCOMPARE(body.bytes, QByteArray("data: 1\n\ndata: 2\n\n"));
    QCOMPARE(body.contentType, QByteArray("text/event-stream"));
    QCOMPARE(body.packing, State::Plain);
    QVERIFY(body.goesOn);
    QCOMPARE(bodyOf(reader, last()).bytes, QByteArray("data: 2\n\n"));
}

void TestMessageBody::damagedDataIsReadUpToTheDamage_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray packed = Packer::whole(Packer::Format::Gzip, Json);
    QTest::newRow("its end is missing") << packed.chopped(9);
    QByteArray changed = packed;
    changed[changed.size() - 3] = char(changed.at(changed.size() - 3) ^ 1);
    QTest::newRow("its length is wrong") << changed;
    QTest::newRow("it is none") << QByteArray("{\"price\":1}");
}

void TestMessageBody::damagedDataIsReadUpToTheDamage()
{
    QFETCH(const QByteArray, packed);
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient, withLength("gzip", packed));
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, last());
    QVERIFY(Json.startsWith(body.bytes));
    QCOMPARE(body.bytes.isEmpty(), packed.startsWith('{'));
    QCOMPARE(body.packing, State::Damaged);
}

void TestMessageBody::saysWhatItCannotUnpack()
{
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient, withLength("zstd", "\x28\xb5\x2f\xfd"));
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, last());
    QCOMPARE(body.bytes, QByteArray("\x28\xb5\x2f\xfd"));
    QCOMPARE(body.coding, QByteArray("zstd"));
    QCOMPARE(body.packing, State::Unknown);
}

void TestMessageBody::aBombIsCut()
{
    pass(Direction::ClientToServer, Ask);
    pass(Direction::ServerToClient,
         withLength("gzip", Packer::whole(Packer::Format::Gzip, QByteArray(40'000'000, 'x'))));
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, last());
    QCOMPARE(body.bytes, QByteArray(MessageBody::MostBytes, 'x'));
    QVERIFY(body.goesOn);
    QCOMPARE(reader.plain(last()).bytes.size(), PlainStream::MostPlain);
    QCOMPARE(reader.plain(last()).state, State::TooLong);
}

void TestMessageBody::unpacksWebSocketMessages_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<bool>("keepsContext");
    QTest::newRow("messages go on from each other") << QByteArray() << true;
    QTest::newRow("each for itself") << QByteArray("; server_no_context_takeover") << false;
    QTest::newRow("the client each for itself")
        << QByteArray("; client_no_context_takeover; client_max_window_bits=15") << true;
}

void TestMessageBody::unpacksWebSocketMessages()
{
    QFETCH(const QByteArray, parameters);
    QFETCH(const bool, keepsContext);
    m_said->upgrade("Sec-WebSocket-Extensions: permessage-deflate" + parameters + "\r\n");
    auto packer = std::make_unique<Packer>(Packer::Format::Deflate);
    const auto pack = [&](const QByteArray &text) {
        if (!keepsContext)
            packer = std::make_unique<Packer>(Packer::Format::Deflate);
        return packer->message(text);
    };
    const QByteArray first = pack(Json);
    pass(Direction::ServerToClient, frame(0xc1, first));
    pass(Direction::ServerToClient, frame(0x81, "as it is"));
    const QByteArray second = pack(Json + "!");
    pass(Direction::ServerToClient,
         frame(0x41, second.first(3)) + frame(0x89, "hi") + frame(0x80, second.sliced(3)));
    pass(Direction::ServerToClient, frame(0xc2, pack("x" + Json)));
    QCOMPARE(second.size() < 12, keepsContext);
    const RecordNumber end = last();
    MessageReader reader(m_said->log());
    for (const bool isNew : {false, true}) {
        MessageReader other(m_said->log());
        MessageReader &used = isNew ? other : reader;
        QCOMPARE(bodyOf(used, end).bytes, "x" + Json);
        QCOMPARE(bodyOf(used, end - 1).bytes, Json + "!");
        QCOMPARE(bodyOf(used, end - 3).bytes, Json + "!");
        QVERIFY(bodyOf(used, end - 3).isText);
        QCOMPARE(bodyOf(used, end - 2).bytes, QByteArray("hi"));
        QCOMPARE(bodyOf(used, end - 4).bytes, QByteArray("as it is"));
        QCOMPARE(bodyOf(used, end - 5),
                 (MessageBody {.bytes = Json,
                               .coding = "permessage-deflate",
                               .sentBytes = first.size(),
                               .isText = true,
                               .packing = State::Plain}));
    }
}

void TestMessageBody::framesInAnyOrder()
{
    m_said->upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
    std::array<Packer, 2> packers {Packer(Packer::Format::Deflate), Packer(Packer::Format::Deflate)};
    std::vector<QByteArray> texts;
    const RecordNumber before = last();
    for (int i = 0; i < 60; ++i) {
        texts.push_back("{\"message\":" + QByteArray::number(i) + "}");
        const bool isUp = i % 3 == 0;
        pass(isUp ? Direction::ClientToServer : Direction::ServerToClient,
             frame(0xc1, packers.at(isUp ? 0 : 1).message(texts.back()), isUp));
    }
    MessageReader reader(m_said->log());
    for (int i = 0; i < 180; ++i) {
        const int which = i * 37 % 60;
        QCOMPARE(bodyOf(reader, before + 1 + RecordNumber(which)).bytes, texts.at(size_t(which)));
    }
}

void TestMessageBody::withoutAnAgreementABitIsABit()
{
    m_said->upgrade({});
    const QByteArray packed = Packer(Packer::Format::Deflate).message("Hello");
    pass(Direction::ServerToClient, frame(0xc1, packed));
    MessageReader reader(m_said->log());
    QCOMPARE(bodyOf(reader, last()), (MessageBody {.bytes = packed, .isText = true}));
}

QTEST_GUILESS_MAIN(TestMessageBody)
#include "tst_messagebody.moc"
