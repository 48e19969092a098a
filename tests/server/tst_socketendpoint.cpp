// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverathand.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QtEndian>

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

const QByteArray Handshake
    = "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

// A client's frame, masked with zeros.
QByteArray frame(quint8 firstByte, const QByteArray &payload)
{
    QByteArray bytes(1, char(firstByte));
    if (payload.size() < 126) {
        bytes += char(0x80 | payload.size());
    } else {
        QByteArray length(2, '\0');
        qToBigEndian(quint16(payload.size()), length.data());
        bytes += char(0x80 | 126) + length;
    }
    return bytes + QByteArray(4, '\0') + payload;
}

QByteArray closeFrame(quint16 code)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    return payload;
}

struct OpenClient
{
    explicit OpenClient(const ServerAtHand &hand, const QString &query = {})
    {
        socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/events/socket%2").arg(hand.port).arg(query)));
    }
    [[nodiscard]] QString text(int index) const { return texts.at(index).at(0).toString(); }

    QWebSocket socket;
    QSignalSpy connected {&socket, &QWebSocket::connected};
    QSignalSpy disconnected {&socket, &QWebSocket::disconnected};
    QSignalSpy texts {&socket, &QWebSocket::textMessageReceived};
};

} // namespace

class TestSocketEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesHandshakes_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto with = [](const char *field, const QByteArray &line) {
            QByteArray headers = Handshake;
            const qsizetype begin = headers.indexOf(field);
            return headers.replace(begin, headers.indexOf("\r\n", begin) + 2 - begin, line);
        };
        const QByteArray target = "/events/socket";
        QTest::newRow("good") << target << Handshake << 101;
        QTest::newRow("good, from an id on") << target + "?after=3" << Handshake << 101;
        QTest::newRow("in other letters") << target << with("Upgrade:", "UPGRADE: WebSocket\r\n") << 101;
        QTest::newRow("version 8") << target << with("Sec-WebSocket-Version", "Sec-WebSocket-Version: 8\r\n")
                                   << 426;
        QTest::newRow("no version") << target << with("Sec-WebSocket-Version", {}) << 426;
        QTest::newRow("no key") << target << with("Sec-WebSocket-Key", {}) << 400;
        QTest::newRow("a short key") << target << with("Sec-WebSocket-Key", "Sec-WebSocket-Key: AAAA\r\n")
                                     << 400;
        QTest::newRow("a key that is no Base64")
            << target << with("Sec-WebSocket-Key", "Sec-WebSocket-Key: !!!hlIHNhbXBsZSBub25jZQ==\r\n") << 400;
        QTest::newRow("an id that is none") << target + "?after=x" << Handshake << 400;
        QTest::newRow("no Connection: Upgrade") << target << with("Connection", {}) << 426;
        QTest::newRow("another address does not upgrade") << QByteArray("/events") << Handshake << 204;
    }
    void judgesHandshakes()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get(target, headers);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, status);
        if (status == 101)
            QCOMPARE(answer->value("Sec-WebSocket-Accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        if (status == 426)
            QCOMPARE(answer->value("Sec-WebSocket-Version"), QByteArray("13"));
        if (status == 101)
            return;
        // The connection goes on with HTTP.
        client.get("/events");
        TAKE_ANSWER(next, client);
        QCOMPARE(next->status, 204);
    }

    void sendsEventsFromAnIdOn()
    {
        ServerAtHand hand;
        hand.publish(2);
        OpenClient client(hand, QStringLiteral("?after=1"));
        QTRY_COMPARE(client.texts.count(), 1);
        hand.publish(1);
        QTRY_COMPARE(client.texts.count(), 2);
        QCOMPARE(client.text(0), QStringLiteral(R"({"id":2,"type":"message","data":"x2"})"));
        QCOMPARE(client.text(1), QStringLiteral(R"({"id":3,"type":"message","data":"x3"})"));
        QCOMPARE(hand.server.connectionCount(), 1);
        client.socket.abort();
        QTRY_COMPARE(hand.server.connectionCount(), 0);
        QTRY_COMPARE(hand.clock.pendingCount(), 0);
        hand.publish(1);
    }

    void tellsAGap()
    {
        ServerAtHand hand;
        hand.setSettings([](ServerSettings &settings) { settings.logCapacity = 1; });
        hand.publish(10);
        OpenClient client(hand, QStringLiteral("?after=3"));
        QTRY_COMPARE(client.texts.count(), 2);
        QCOMPARE(client.text(0), QStringLiteral(R"({"type":"gap","from":4,"to":9})"));
    }

    void takesEvents()
    {
        ServerAtHand hand;
        OpenClient client(hand);
        QTRY_COMPARE(client.connected.count(), 1);
        client.socket.sendTextMessage(QStringLiteral(R"({"type":"chat","data":"hi"})"));
        QTRY_COMPARE(client.texts.count(), 1);
        QCOMPARE(client.text(0), QStringLiteral(R"({"id":1,"type":"chat","data":"hi"})"));
        client.socket.sendTextMessage(QStringLiteral("hi"));
        QTRY_COMPARE(client.texts.count(), 2);
        QVERIFY(client.text(1).startsWith(QStringLiteral("{\"error\":\"")));
        QCOMPARE(hand.server.log().lastId(), 1);
    }

    void takesFramesInPieces_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("byte by byte") << qsizetype(1);
        QTest::newRow("seven bytes at a time") << qsizetype(7);
        QTest::newRow("at once, with the handshake") << qsizetype(100000);
    }
    void takesFramesInPieces()
    {
        QFETCH(qsizetype, size);
        ServerAtHand hand;
        RawClient client(hand.port);
        // Two fragments with a ping between them, then a message of more than 125 bytes.
        const QByteArray bytes = requestBytes("GET", "/events/socket", Handshake) + frame(0x01, "{\"data\":")
            + frame(0x89, "?") + frame(0x80, "\"one\"}")
            + frame(0x81, "{\"data\":\"" + QByteArray(300, 'x') + "\"}");
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            client.send(bytes.sliced(at, qMin(size, bytes.size() - at)));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(hand.server.log().lastId(), 2);
        QCOMPARE(hand.server.log().after(0, 1).constFirst().data, QByteArray("one"));
        QCOMPARE(hand.server.log().after(1, 1).constFirst().data, QByteArray(300, 'x'));
        QTRY_VERIFY(client.received().contains(QByteArray("\x8a\x01?", 3)));
    }

    void refusesFrames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint16>("code");
        QTest::newRow("unmasked") << QByteArray("\x81\x02hi", 4) << quint16(1002);
        QTest::newRow("too large") << QByteArray::fromHex("81ff0000000000010001") << quint16(1009);
        QTest::newRow("binary") << frame(0x82, "x") << quint16(1003);
        QTest::newRow("text that is not UTF-8") << frame(0x81, "\xff") << quint16(1007);
        QTest::newRow("a reserved bit") << frame(0xc1, "x") << quint16(1002);
        QTest::newRow("too large in fragments")
            << frame(0x01, QByteArray(40000, 'x')) + frame(0x80, QByteArray(40000, 'x')) << quint16(1009);
    }
    void refusesFrames()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(quint16, code);
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/socket", Handshake);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 101);
        client.send(bytes);
        QTRY_VERIFY2(client.received().contains(closeFrame(code)), client.received().toHex().constData());
        QCOMPARE(quint8(client.received().front()), quint8(0x88));
        client.send(frame(0x88, closeFrame(code)));
        QTRY_VERIFY(client.isClosed());
        QTRY_COMPARE(hand.server.connectionCount(), 0);
        QCOMPARE(hand.server.log().lastId(), 0);
    }

    void pingsOnTheClock()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/socket", Handshake);
        TAKE_ANSWER(answer, client);
        QCOMPARE(answer->status, 101);
        QTRY_COMPARE(hand.clock.pendingCount(), 1);
        hand.clock.advance(14s);
        QCOMPARE(client.received(), QByteArray());
        hand.clock.advance(16s);
        QTRY_COMPARE(client.received(), QByteArray("\x89\x00\x89\x00", 4));
    }

    void tellsItsNextPing()
    {
        ServerAtHand hand;
        RawClient client(hand.port);
        client.get("/events/socket", Handshake + QByteArray("User-Agent: someone\r\n"));
        TAKE_ANSWER(answer, client);
        QTRY_COMPARE(hand.server.heartbeats().size(), 1);
        hand.clock.advance(14s);
        const NextHeartbeat next = hand.server.heartbeats().constFirst();
        QCOMPARE(next.userAgent, QByteArray("someone"));
        QVERIFY(next.due == 15s && next.interval == 15s);
        hand.clock.advance(2s);
        QVERIFY(hand.server.heartbeats().constFirst().due == 30s);
    }

    void closesCleanly()
    {
        ServerAtHand hand;
        OpenClient client(hand);
        QTRY_COMPARE(client.connected.count(), 1);
        client.socket.close();
        QTRY_COMPARE(client.disconnected.count(), 1);
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
        QTRY_COMPARE(hand.server.connectionCount(), 0);
    }

    void says1001WhenTheServerGoes()
    {
        auto hand = std::make_unique<ServerAtHand>();
        OpenClient client(*hand);
        OpenClient other(*hand);
        QTRY_COMPARE(client.connected.count() + other.connected.count(), 2);
        QTRY_COMPARE(hand->clock.pendingCount(), 2);
        hand->server.close();
        QTRY_COMPARE(client.disconnected.count(), 1);
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        hand.reset();
        QTRY_COMPARE(other.disconnected.count(), 1);
        QCOMPARE(other.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }

    void goesWithOpenConnections()
    {
        auto hand = std::make_unique<ServerAtHand>();
        OpenClient client(*hand);
        RawClient stream(hand->port);
        stream.get("/events/stream");
        RawClient half(hand->port);
        half.send("GET");
        QTRY_COMPARE(client.connected.count(), 1);
        QTRY_COMPARE(hand->server.heldCount(), 1);
        QTRY_COMPARE(hand->server.connectionCount(), 3);
        hand.reset();
        QTRY_COMPARE(client.disconnected.count(), 1);
        QTRY_VERIFY(stream.isClosed());
        QTRY_VERIFY(half.isClosed());
        QVERIFY(stream.received().endsWith("0\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestSocketEndpoint)
#include "tst_socketendpoint.moc"
