// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/websocketreader.h"

#include <QTest>

using namespace wiretale;

class TestWebSocketReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFrames_data();
    void readsFrames();
    void joinsMessages_data();
    void joinsMessages();
};

namespace {

QByteArray describe(const WebSocketFrame &frame)
{
    return QByteArray::number(frame.opcode) + (frame.fin ? " fin" : "") + (frame.masked ? " masked" : "")
        + (frame.compressed ? " compressed" : "") + ' ' + QByteArray::number(frame.payload.size()) + ' '
        + frame.payload.left(5);
}

} // namespace

void TestWebSocketReader::readsFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("frames");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArrayList &frames) {
        QTest::newRow(name) << bytes << frames;
    };
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };

    // RFC 6455, 5.7.
    row("unmasked text", hex("810548656c6c6f"), {"1 fin 5 Hello"});
    row("masked text", hex("818537fa213d7f9f4d5158"), {"1 fin masked 5 Hello"});
    row("fragmented text", hex("010348656c80026c6f"), {"1 3 Hel", "0 fin 2 lo"});
    row("ping and masked pong", hex("890548656c6c6f8a8537fa213d7f9f4d5158"),
        {"9 fin 5 Hello", "10 fin masked 5 Hello"});
    row("256 bytes", hex("827e0100") + QByteArray(256, 'x'), {"2 fin 256 xxxxx"});
    row("65536 bytes", hex("827f0000000000010000") + QByteArray(65536, 'x'), {"2 fin 65536 xxxxx"});
    row("no payload", hex("8100"), {"1 fin 0 "});
    row("compressed", hex("c100"), {"1 fin compressed 0 "});
    row("not whole yet", hex("8105486c"), {});
    row("longer than can be, and what follows", hex("82ffffffffffffffffff00000000810161"), {});
}

void TestWebSocketReader::readsFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, frames);
    QByteArrayList found;
    const auto take = [&](const WebSocketFrame &frame) { found << describe(frame); };

    WebSocketReader whole;
    whole.feed(bytes, take);
    QCOMPARE(found, frames);

    found.clear();
    WebSocketReader pieces;
    for (const char byte : std::as_const(bytes))
        pieces.feed({&byte, 1}, take);
    QCOMPARE(found, frames);
}

/// Frames are given as opcode, whether final, payload; messages expected as `opcode data`.
void TestWebSocketReader::joinsMessages_data()
{
    QTest::addColumn<QList<WebSocketFrame>>("frames");
    QTest::addColumn<QByteArrayList>("messages");
    using Frames = QList<WebSocketFrame>;
    const auto frame = [](quint8 opcode, bool fin, const QByteArray &payload) {
        return WebSocketFrame {opcode, fin, false, false, payload};
    };

    QTest::newRow("one frame") << Frames {frame(1, true, "a")} << QByteArrayList {"1 a"};
    QTest::newRow("three fragments with a ping between them")
        << Frames {frame(2, false, "a"), frame(9, true, "p"), frame(0, false, "b"), frame(0, true, "c"),
                   frame(1, true, "d")}
        << QByteArrayList {"2 abc", "1 d"};
    QTest::newRow("control frames alone")
        << Frames {frame(9, true, "a"), frame(8, true, "b")} << QByteArrayList {};
    QTest::newRow("continuation of nothing")
        << Frames {frame(0, true, "a"), frame(1, true, "b")} << QByteArrayList {"1 b"};
    QTest::newRow("unfinished") << Frames {frame(1, false, "a")} << QByteArrayList {};
    QTest::newRow("empty") << Frames {frame(1, true, "")} << QByteArrayList {"1 "};
}

void TestWebSocketReader::joinsMessages()
{
    QFETCH(QList<WebSocketFrame>, frames);
    QFETCH(QByteArrayList, messages);
    WebSocketJoiner joiner;
    QByteArrayList found;
    for (const WebSocketFrame &frame : std::as_const(frames)) {
        if (const auto message = joiner.feed(frame))
            found << QByteArray::number(message->opcode) + ' ' + message->data;
    }
    QCOMPARE(found, messages);
}

QTEST_GUILESS_MAIN(TestWebSocketReader)
#include "tst_websocketreader.moc"
