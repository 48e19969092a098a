// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/connectiondissector.h"

#include <QStringList>
#include <QTest>

#include <random>

using namespace wiretale;

namespace {

// A conversation: what each side says, in turns. The dissector sees them in this order.
struct Turn
{
    Direction direction;
    QByteArray bytes;
};
using Conversation = std::vector<Turn>;

Turn client(const QByteArray &bytes)
{
    return {Direction::ClientToServer, bytes};
}

Turn server(const QByteArray &bytes)
{
    return {Direction::ServerToClient, bytes};
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

QByteArray masked(quint8 first, const QByteArray &payload)
{
    const QByteArray key("\x37\xfa\x21\x3d", 4);
    QByteArray frame;
    frame += char(first);
    frame += char(0x80 | payload.size());
    frame += key;
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload.at(i) ^ key.at(i % 4));
    return frame;
}

QByteArray unmasked(quint8 first, const QByteArray &payload)
{
    QByteArray frame;
    frame += char(first);
    frame += char(payload.size());
    return frame + payload;
}

const QByteArray Get("GET /events?after=0 HTTP/1.1\r\nHost: a\r\nUser-Agent: curl/8\r\n\r\n");
const QByteArray
    Upgrade("GET /events/socket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
const QByteArray
    Switching("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
const QByteArray
    StreamHead("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
const QByteArray StreamGet("GET /events/stream HTTP/1.1\r\nHost: a\r\n\r\n");

enum class Pieces
{
    Whole,
    Bytes,
    Random
};

// Feeds a conversation and checks what holds of every one: no byte is lost, doubled or moved.
std::vector<Message> dissect(const Conversation &conversation, Pieces pieces, quint32 seed = 1)
{
    std::mt19937 random(seed);
    std::vector<Message> messages;
    std::array<QByteArray, 2> out;
    ConnectionDissector dissector([&](const Message &message, QByteArrayView bytes) {
        QByteArray &stream = out[size_t(message.direction)];
        QCOMPARE(message.offset, stream.size());
        QCOMPARE(message.length, bytes.size());
        QVERIFY(message.length > 0);
        stream += bytes;
        messages.push_back(message);
    });
    std::array<QByteArray, 2> in;
    for (const Turn &turn : conversation) {
        in[size_t(turn.direction)] += turn.bytes;
        for (qsizetype at = 0; at < turn.bytes.size();) {
            const qsizetype left = turn.bytes.size() - at;
            const qsizetype size = pieces == Pieces::Whole ? left
                : pieces == Pieces::Bytes                  ? 1
                                                           : std::min<qsizetype>(left, 1 + random() % 40);
            dissector.feed(turn.direction, QByteArrayView(turn.bytes).sliced(at, size));
            at += size;
        }
    }
    dissector.finish(Direction::ClientToServer);
    dissector.finish(Direction::ServerToClient);
    for (const Direction direction : {Direction::ClientToServer, Direction::ServerToClient}) {
        if (out[size_t(direction)] != in[size_t(direction)])
            qFatal("bytes were lost");
    }
    return messages;
}

// "request", "response 204 empty", "event 1,2 gap" …
QString described(const Message &message)
{
    QStringList words {QString::fromLatin1(kindName(message.kind))};
    if (message.kind == MessageKind::Response || message.kind == MessageKind::Frame)
        words << QString::number(message.code);
    QStringList ids;
    for (const qint64 id : message.eventIds)
        ids << QString::number(id);
    if (!ids.isEmpty())
        words << ids.join(u',');
    static const std::array<std::pair<RecordFlag, const char *>, 5> Flags {
        {{RecordFlag::Empty, "empty"},
         {RecordFlag::Streaming, "streaming"},
         {RecordFlag::Handshake, "handshake"},
         {RecordFlag::Gap, "gap"},
         {RecordFlag::Malformed, "malformed"}}};
    for (const auto &[flag, word] : Flags) {
        if (hasFlag(message.flags, flag))
            words << QString::fromLatin1(word);
    }
    return words.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Conversation)

class TestConnectionDissector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data();
    void recognises();
    void survivesWhatIsBroken_data();
    void survivesWhatIsBroken();
    void handsOutAnEventWhileTheStreamIsOpen();
    void countsPayload();
    void cutsLongBodies();
    void holdsLittle();
    void namesTheClient();
};

void TestConnectionDissector::recognises_data()
{
    QTest::addColumn<Conversation>("conversation");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Conversation &conversation, const QStringList &expected) {
        QTest::newRow(name) << conversation << expected;
    };
    const auto words = [](const char *list) { return QString::fromLatin1(list).split(QStringLiteral("; ")); };

    row("a poll with two events",
        {client(Get),
         server("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 73\r\n\r\n"
                "[{\"id\":1,\"type\":\"a\",\"data\":\"x\"},{\"id\":2,\"type\":\"a\",\"data\":\"a "
                "\\\"b\\\"!!!!\"}]")},
        words("request; response 200 1,2"));
    row("an empty answer of each kind",
        {client(Get + Get + Get),
         server("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n"
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]")},
        words("request; request; request; response 204 empty; response 304 empty; response 200 empty"));
    row("no body follows the answer to HEAD",
        {client("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + Get),
         server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n")},
        words("request; request; response 200; response 204 empty"));
    row("100 Continue before the answer",
        {client("POST /events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 12\r\n"
                "Expect: 100-continue\r\n\r\n"),
         server("HTTP/1.1 100 Continue\r\n\r\n"), client("{\"data\":\"a\"}"),
         server("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")},
        words("response 100; request; response 201"));
    row("a long poll in portions",
        {client("GET /events/wait?portions=1 HTTP/1.1\r\nHost: a\r\n\r\n"),
         server(
             "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
             + chunk("{\"id\":4,\"type\":\"a\",\"data\":\"x\"}\n")
             + chunk("{\"id\":5,\"type\":\"a\",\"data\":\"x\"}\n{\"id\":6,\"type\":\"a\",\"data\":\"x\"}\n")
             + "0\r\n\r\n")},
        words("request; response 200 streaming; chunk 4; chunk 5,6; chunk"));
    row("a portioned poll that ends without news",
        {client("GET /events/wait?portions=1 HTTP/1.1\r\nHost: a\r\n\r\n"),
         server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")},
        words("request; response 200 streaming; chunk empty"));
    row("chunks with extensions and trailers",
        {client("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
         server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nExpires: "
                "0\r\nX: y\r\n\r\n")},
        words("request; response 200 streaming; chunk; chunk"));
    row("a body that ends with the connection",
        {client("GET / HTTP/1.0\r\n\r\n"), server("HTTP/1.0 200 OK\r\n\r\nall that is left")},
        words("request; response 200 streaming; chunk"));
    row("an event a chunk",
        {client(StreamGet),
         server(StreamHead + chunk("retry: 3000\n\n") + chunk("id: 1\ndata: x\n\n")
                + chunk(": keep-alive\n\n") + chunk("id: 2\nevent: a\ndata: x\n\n"))},
        words("request; response 200 streaming; event; event 1; heartbeat; event 2"));
    row("an event in two chunks, and two in one",
        {client(StreamGet),
         server(StreamHead + chunk("id: 1\nda") + chunk("ta: x\n\n")
                + chunk("id: 2\ndata: x\n\nid: 3\ndata: x\n\n") + "0\r\n\r\n")},
        words("request; response 200 streaming; event 1; event 2; event 3; chunk"));
    row("events that are compressed",
        {client(StreamGet),
         server("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
                "Transfer-Encoding: chunked\r\n\r\n"
                + chunk("\x1f\x8b\n\n:") + chunk("\n\n"))},
        words("request; response 200 streaming; chunk; chunk"));
    row("each of the line ends",
        {client(StreamGet),
         server("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n"
                "id: 1\rdata: x\r\rid: 2\r\ndata: x\r\n\r\nid: 3\ndata: x\n\n")},
        words("request; response 200 streaming; event 1; event 2; event 3"));
    row("a gap is told",
        {client(StreamGet), server(StreamHead + chunk("event: gap\ndata: {\"from\":1,\"to\":4}\n\n"))},
        words("request; response 200 streaming; event gap"));
    row("a WebSocket, masked one way",
        {client(Upgrade), server(Switching + unmasked(0x81, "{\"id\":1,\"type\":\"a\",\"data\":\"x\"}")),
         client(masked(0x81, "{\"data\":\"hello\"}")), server(unmasked(0x89, "Hello")),
         client(masked(0x8a, "Hello")), client(masked(0x88, QByteArray("\x03\xe8", 2))),
         server(unmasked(0x88, QByteArray("\x03\xe8", 2)))},
        words("request handshake; response 101 handshake; frame 1 1; frame 1; frame 9; frame 10; frame 8; "
              "frame 8"));
    row("a message in fragments with a ping between",
        {client(Upgrade),
         server(Switching + unmasked(0x01, "{\"id\":9,\"type\":\"a\",") + unmasked(0x89, "")
                + unmasked(0x80, "\"data\":\"x\"}"))},
        words("request handshake; response 101 handshake; frame 1; frame 9; frame 0 9"));
    row("reserved bits that the handshake gave a meaning",
        {client(Upgrade),
         server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
                + unmasked(0xc1, "a")),
         client(masked(0xc1, "a"))},
        words("request handshake; response 101 handshake; frame 1; frame 1"));
    row("reserved bits without a meaning", {client(Upgrade), server(Switching + unmasked(0xc1, "a"))},
        words("request handshake; response 101 handshake; frame 1 malformed"));
    row("the client's frames come with its handshake",
        {client(Upgrade + masked(0x81, "early")), server(Switching)},
        words("request handshake; response 101 handshake; frame 1"));
    row("an upgrade that is refused",
        {client(Upgrade + Get),
         server("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n"
                "HTTP/1.1 204 No Content\r\n\r\n")},
        words("request handshake; response 426; request; response 204 empty"));
    row("empty lines before a request", {client("\r\n\r\n" + Get + "\r\n" + Get)}, words("request; request"));
}

void TestConnectionDissector::recognises()
{
    QFETCH(Conversation, conversation);
    QFETCH(QStringList, expected);
    const std::vector<Message> whole = dissect(conversation, Pieces::Whole);
    QStringList found;
    for (const Message &message : whole)
        found << described(message);
    QCOMPARE(found, expected);
    QVERIFY(dissect(conversation, Pieces::Bytes) == whole);
    for (quint32 seed = 1; seed <= 20; ++seed)
        QVERIFY(dissect(conversation, Pieces::Random, seed) == whole);
}

void TestConnectionDissector::survivesWhatIsBroken_data()
{
    QTest::addColumn<Conversation>("conversation");
    const auto row
        = [](const char *name, const Conversation &conversation) { QTest::newRow(name) << conversation; };
    row("no HTTP at all",
        {client(QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7)), server("SSH-2.0-OpenSSH\r\n")});
    row("two lengths that differ",
        {client("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")});
    row("a negative length", {client(Get), server("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello")});
    row("a chunk size that is no number",
        {client(Get), server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")});
    row("a chunk longer than it says",
        {client(Get),
         server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n")});
    row("a huge chunk size",
        {client(Get),
         server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello")});
    row("a head without an end", {client("GET / HTTP/1.1\r\nX: " + QByteArray(70000, 'x'))});
    row("an answer nobody asked for", {server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")});
    row("reserved bits and an unknown opcode",
        {client(Upgrade),
         server(Switching + unmasked(0xf1, "a") + unmasked(0x83, "b") + unmasked(0x81, "c"))});
    row("a control frame that is too long",
        {client(Upgrade), server(Switching + QByteArray("\x89\x7e\x00\x80", 4) + QByteArray(128, 'p'))});
    row("a frame of the greatest length",
        {client(Upgrade),
         server(Switching + QByteArray("\x82\x7f\xff\xff\xff\xff\xff\xff\xff\xff", 10)
                + QByteArray(100000, 'x'))});
    row("a stream that ends in the middle of an event",
        {client(StreamGet), server(StreamHead + chunk("id: 1\nda"))});
    row("a request that ends in its head", {client("GET /eve")});
}

void TestConnectionDissector::survivesWhatIsBroken()
{
    QFETCH(Conversation, conversation);
    const std::vector<Message> whole = dissect(conversation, Pieces::Whole);
    QVERIFY(!whole.empty());
    QVERIFY(dissect(conversation, Pieces::Bytes) == whole);
    for (quint32 seed = 1; seed <= 5; ++seed)
        QVERIFY(dissect(conversation, Pieces::Random, seed) == whole);
    // Cut off anywhere, and with any one byte changed, it still ends in messages.
    for (size_t turn = 0; turn < conversation.size(); ++turn) {
        const qsizetype size = std::min<qsizetype>(conversation[turn].bytes.size(), 400);
        for (qsizetype at = 0; at < size; ++at) {
            Conversation cut = conversation;
            cut[turn].bytes.truncate(at);
            dissect(cut, Pieces::Whole);
            Conversation flipped = conversation;
            flipped[turn].bytes[at] = char(flipped[turn].bytes.at(at) ^ 0x15);
            dissect(flipped, Pieces::Whole);
        }
    }
}

void TestConnectionDissector::handsOutAnEventWhileTheStreamIsOpen()
{
    int events = 0;
    ConnectionDissector dissector(
        [&](const Message &message, QByteArrayView) { events += message.kind == MessageKind::Event; });
    dissector.feed(Direction::ClientToServer, StreamGet);
    dissector.feed(Direction::ServerToClient, StreamHead + chunk("id: 1\ndata: x\n\n"));
    QCOMPARE(events, 1);
    QCOMPARE(dissector.bytesHeld(Direction::ServerToClient), 0);
    dissector.feed(Direction::ServerToClient, chunk("data: x\n\n").chopped(1));
    QCOMPARE(events, 1);
    dissector.feed(Direction::ServerToClient, "\n");
    QCOMPARE(events, 2);
}

void TestConnectionDissector::countsPayload()
{
    quint32 payload = 0;
    ConnectionDissector dissector(
        [&](const Message &message, QByteArrayView) { payload += message.payloadBytes; });
    dissector.feed(Direction::ClientToServer, StreamGet);
    dissector.feed(Direction::ServerToClient,
                   StreamHead + chunk("id: 1\ndata: 12\ndata: 34\n\n")); // "12\n34"
    QCOMPARE(payload, 5U);
    ConnectionDissector socket(
        [&](const Message &message, QByteArrayView) { payload += message.payloadBytes; });
    payload = 0;
    socket.feed(Direction::ClientToServer, Upgrade);
    socket.feed(Direction::ServerToClient,
                Switching + unmasked(0x81, "{\"id\":1,\"type\":\"a\",\"data\":\"\xD1\x8F\"}"));
    QCOMPARE(payload, 2U);
    socket.feed(Direction::ServerToClient, unmasked(0x82, "12345"));
    QCOMPARE(payload, 7U);
    socket.feed(Direction::ServerToClient, unmasked(0x89, "ping"));
    QCOMPARE(payload, 7U);
}

void TestConnectionDissector::cutsLongBodies()
{
    const QByteArray body(300000, 'b');
    const Conversation conversation {client(Get),
                                     server("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + body
                                            + "HTTP/1.1 204 No Content\r\n\r\n")};
    const std::vector<Message> messages = dissect(conversation, Pieces::Whole);
    QCOMPARE(messages.size(), size_t(2 + 5 + 1));
    for (const Message &message : messages)
        QVERIFY(message.length <= ConnectionDissector::LongestWhole);
    QVERIFY(hasFlag(messages[6].flags, RecordFlag::Final));
    QVERIFY(dissect(conversation, Pieces::Random) == messages);
}

void TestConnectionDissector::holdsLittle()
{
    qint64 most = 0;
    ConnectionDissector dissector([](const Message &, QByteArrayView) {});
    dissector.feed(Direction::ClientToServer, StreamGet);
    dissector.feed(Direction::ServerToClient, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
    for (int i = 0; i < 200; ++i) {
        dissector.feed(Direction::ServerToClient, QByteArray(10000, 'x'));
        most = std::max(most, dissector.bytesHeld(Direction::ServerToClient));
    }
    QVERIFY2(most <= 2 * ConnectionDissector::LongestWhole, qPrintable(QString::number(most)));
}

void TestConnectionDissector::namesTheClient()
{
    ConnectionDissector dissector([](const Message &, QByteArrayView) {});
    QVERIFY(!dissector.hasRequest());
    dissector.feed(Direction::ClientToServer, Get.chopped(1));
    QVERIFY(!dissector.hasRequest());
    dissector.feed(Direction::ClientToServer, "\n");
    QVERIFY(dissector.hasRequest());
    QCOMPARE(dissector.userAgent(), QStringLiteral("curl/8"));
}

QTEST_GUILESS_MAIN(TestConnectionDissector)
#include "tst_connectiondissector.moc"
