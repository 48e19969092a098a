// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/fielddissector.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace wiretale;

class TestFieldDissector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void bitsOfAFrame();
    void unmasksAFrame();
    void aChunkedStreamCutAnywhere();
    void aFrameCutAnywhereIsCovered();
    void aLongFrameGoesOnInFurtherMessages();
    void theMiddleAloneGoesByItsLooks_data();
    void theMiddleAloneGoesByItsLooks();
    void pathLeadsToAByte();
    void everyKindHasWords();

private:
    static Record request() { return {.kind = MessageKind::Request}; }
    static Record response()
    {
        return {.kind = MessageKind::Response, .direction = Direction::ServerToClient};
    }
    static Record piece(MessageKind kind = MessageKind::Chunk)
    {
        return {.kind = kind, .direction = Direction::ServerToClient, .technique = Technique::EventStream};
    }
    static Record frame() { return {.kind = MessageKind::Frame, .technique = Technique::WebSocket}; }

    // "title=text" of each field without children; line ends and single spaces are left out.
    static QStringList told(const MessageFields &message, QByteArrayView bytes)
    {
        QStringList parts;
        for (const Field *leaf : leafFields(message.fields)) {
            if (leaf->kind != FieldKind::LineEnd && leaf->kind != FieldKind::Space
                && leaf->kind != FieldKind::Colon)
                parts << fieldTitle(leaf->kind) + u'=' + fieldText(*leaf, bytes);
        }
        return parts;
    }
    static bool isCovered(const MessageFields &message, qint64 size)
    {
        qint64 at = 0;
        for (const Field *leaf : leafFields(message.fields)) {
            if (leaf->begin * 8 + leaf->firstBit != at)
                return false;
            at += leaf->bits > 0 ? leaf->bits : leaf->length * 8;
        }
        return at == size * 8;
    }
};

void TestFieldDissector::names_data()
{
    QTest::addColumn<bool>("isRequest");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("request with a query")
        << true << QByteArray("GET /a?b=1 HTTP/1.1\r\nHost: x\r\n\r\n")
        << QStringList {QStringLiteral("method=GET"),       QStringLiteral("path=/a"),
                        QStringLiteral("question mark=?"),  QStringLiteral("query=b=1"),
                        QStringLiteral("version=HTTP/1.1"), QStringLiteral("header name=Host"),
                        QStringLiteral("header value=x"),   QStringLiteral("end of the head=CRLF")};
    QTest::newRow("request with an empty query and a body")
        << true << QByteArray("POST /? HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi")
        << QStringList {QStringLiteral("method=POST"),
                        QStringLiteral("path=/"),
                        QStringLiteral("question mark=?"),
                        QStringLiteral("version=HTTP/1.1"),
                        QStringLiteral("header name=Content-Length"),
                        QStringLiteral("header value=2"),
                        QStringLiteral("end of the head=CRLF"),
                        QStringLiteral("body=hi")};
    QTest::newRow("request after an empty line, with bare line feeds")
        << true << QByteArray("\r\nGET * HTTP/1.0\nA:  b  \n\n")
        << QStringList {QStringLiteral("empty line=CRLF"),
                        QStringLiteral("method=GET"),
                        QStringLiteral("path=*"),
                        QStringLiteral("version=HTTP/1.0"),
                        QStringLiteral("header name=A"),
                        QStringLiteral("header value=b"),
                        QStringLiteral("end of the head=LF")};
    QTest::newRow("answer without a reason")
        << false << QByteArray("HTTP/1.1 204\r\n\r\n")
        << QStringList {QStringLiteral("version=HTTP/1.1"), QStringLiteral("status code=204"),
                        QStringLiteral("end of the head=CRLF")};
    QTest::newRow("answer with an empty header")
        << false << QByteArray("HTTP/1.1 200 All Right\r\nX:\r\n\r\n")
        << QStringList {QStringLiteral("version=HTTP/1.1"), QStringLiteral("status code=200"),
                        QStringLiteral("reason=All Right"), QStringLiteral("header name=X"),
                        QStringLiteral("end of the head=CRLF")};
    QTest::newRow("chunked body in one message")
        << false
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "3;n=1\r\nabc\r\n0\r\nT: v\r\n\r\n")
        << QStringList {QStringLiteral("version=HTTP/1.1"),
                        QStringLiteral("status code=200"),
                        QStringLiteral("reason=OK"),
                        QStringLiteral("header name=Transfer-Encoding"),
                        QStringLiteral("header value=chunked"),
                        QStringLiteral("end of the head=CRLF"),
                        QStringLiteral("chunk size=3 = 3"),
                        QStringLiteral("chunk extension=;n=1"),
                        QStringLiteral("chunk data=abc"),
                        QStringLiteral("end of the chunk=CRLF"),
                        QStringLiteral("chunk size=0 = 0"),
                        QStringLiteral("header name=T"),
                        QStringLiteral("header value=v"),
                        QStringLiteral("end of the body=CRLF")};
    QTest::newRow("event stream that ends with the connection")
        << false
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                      "\xEF\xBB\xBF: hi\ndata:  x\rid\r\n\n")
        << QStringList {QStringLiteral("version=HTTP/1.1"),
                        QStringLiteral("status code=200"),
                        QStringLiteral("reason=OK"),
                        QStringLiteral("header name=Content-Type"),
                        QStringLiteral("header value=text/event-stream"),
                        QStringLiteral("end of the head=CRLF"),
                        QStringLiteral("byte order mark="),
                        QStringLiteral("comment text= hi"),
                        QStringLiteral("field name=data"),
                        QStringLiteral("field value= x"),
                        QStringLiteral("field name=id"),
                        QStringLiteral("blank line=LF")};
}

void TestFieldDissector::names()
{
    QFETCH(const bool, isRequest);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, fields);
    FieldDissector dissector;
    const MessageFields message = dissector.dissect(isRequest ? request() : response(), bytes);
    QCOMPARE(told(message, bytes), fields);
    QVERIFY(isCovered(message, bytes.size()));
}

void TestFieldDissector::bitsOfAFrame()
{
    // RFC 6455, 5.7: the first frame of a fragmented message.
    const QByteArray bytes = QByteArray::fromHex("010348656c");
    FieldDissector dissector;
    const MessageFields message = dissector.dissect(frame(), bytes);
    QCOMPARE(
        told(message, bytes),
        (QStringList {QStringLiteral("FIN=0"), QStringLiteral("RSV1=0"), QStringLiteral("RSV2=0"),
                      QStringLiteral("RSV3=0"), QStringLiteral("opcode=1 (text)"), QStringLiteral("MASK=0"),
                      QStringLiteral("payload length=3"), QStringLiteral("payload=Hel")}));
    QVERIFY(isCovered(message, bytes.size()));
    QVERIFY(message.unmasked.isEmpty());
}

void TestFieldDissector::unmasksAFrame()
{
    // RFC 6455, 5.7: a masked text.
    const QByteArray bytes = QByteArray::fromHex("818537fa213d7f9f4d5158");
    FieldDissector dissector;
    const MessageFields message = dissector.dissect(frame(), bytes);
    QCOMPARE(message.content, QByteArray("Hello"));
    QCOMPARE(message.unmasked, QByteArray::fromHex("818537fa213d") + "Hello");
    QCOMPARE(told(message, bytes).mid(6),
             (QStringList {QStringLiteral("payload length=5"), QStringLiteral("masking key=37 fa 21 3d"),
                           QStringLiteral("payload=Hello")}));
}

void TestFieldDissector::aChunkedStreamCutAnywhere()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n";
    QByteArray body;
    QSet<qsizetype> cuts; // where the dissector of connections may cut: not within a line of the framing
    const auto chunk = [&](const QByteArray &sizeLine, const QByteArray &data) {
        body += sizeLine;
        for (qsizetype i = 0; i <= data.size(); ++i)
            cuts << body.size() + i;
        body += data + "\r\n";
        cuts << body.size();
    };
    chunk("d;x\r\n", "id: 1\r\ndata: ");
    chunk("8\r\n", "a:b\r\n\r\n:");
    chunk("9\r\n", " hi\n\ndata");
    body += "0\r\nT: v\r\n\r\n";
    const QByteArray content = "id: 1\r\ndata: a:b\r\n\r\n: hi\n\ndata";
    FieldDissector whole;
    QVERIFY(isCovered(whole.dissect(response(), head), head.size()));
    FieldDissector once = whole;
    const MessageFields atOnce = once.dissect(piece(), body);
    QCOMPARE(atOnce.content, content);
    QVERIFY(isCovered(atOnce, body.size()));
    const auto ofLine = [](const MessageFields &message) {
        return std::ranges::count(leafFields(message.fields), FieldKind::BlankLine, &Field::kind);
    };
    QCOMPARE(ofLine(atOnce), 2);
    for (qsizetype cut = 1; cut < body.size(); ++cut) {
        FieldDissector dissector = whole;
        const MessageFields first = dissector.dissect(piece(), body.first(cut));
        const MessageFields second = dissector.dissect(piece(), body.sliced(cut));
        QVERIFY2(isCovered(first, cut) && isCovered(second, body.size() - cut),
                 qPrintable(QString::number(cut)));
        if (cuts.contains(cut)) {
            QCOMPARE(first.content + second.content, content);
            QCOMPARE(ofLine(first) + ofLine(second), 2);
        }
    }
}

void TestFieldDissector::aFrameCutAnywhereIsCovered()
{
    const QByteArray bytes = QByteArray::fromHex("88fe007e01020304") + QByteArray(126, 'x');
    for (qsizetype length = 1; length <= bytes.size() + 3; ++length) {
        const QByteArray part = (bytes + "abc").first(length);
        FieldDissector dissector;
        QVERIFY(isCovered(dissector.dissect(frame(), part), length));
    }
}

void TestFieldDissector::aLongFrameGoesOnInFurtherMessages()
{
    QByteArray bytes = QByteArray::fromHex("82ff00000000000100050a0b0c0d");
    const qsizetype head = bytes.size();
    for (int i = 0; i < 0x10005; ++i)
        bytes += char(i % 251 ^ (0x0a + i % 4));
    FieldDissector dissector;
    const qsizetype cut = head + 0x10000 + 1;
    const MessageFields first = dissector.dissect(frame(), bytes.first(cut));
    const MessageFields second = dissector.dissect(
        {.kind = MessageKind::Chunk, .technique = Technique::WebSocket}, bytes.sliced(cut));
    const QByteArray content = first.content + second.content;
    QCOMPARE(content.size(), 0x10005);
    for (int i = 0; i < content.size(); ++i)
        QCOMPARE(content.at(i), char(i % 251));
    QCOMPARE(second.fields.front().kind, FieldKind::Payload);
}

void TestFieldDissector::theMiddleAloneGoesByItsLooks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("first");
    QTest::newRow("chunk") << QByteArray("9\r\ndata: 1\n\n\r\n") << QStringLiteral("chunk");
    QTest::newRow("chunk that goes on") << QByteArray("1a\r\ndata: 1\n\n") << QStringLiteral("chunk");
    QTest::newRow("no chunk") << QByteArray("data: 1\n\n") << QStringLiteral("body");
    QTest::newRow("a field that looks like a size")
        << QByteArray("a\r\ndata: 1\r\ndata:2\r\n\r\n") << QStringLiteral("body");
}

void TestFieldDissector::theMiddleAloneGoesByItsLooks()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, first);
    FieldDissector dissector;
    const MessageFields message = dissector.dissect(piece(MessageKind::Event), bytes);
    QCOMPARE(fieldTitle(message.fields.front().kind), first);
    QVERIFY(isCovered(message, bytes.size()));
}

void TestFieldDissector::pathLeadsToAByte()
{
    const QByteArray bytes = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    FieldDissector dissector;
    const MessageFields message = dissector.dissect(request(), bytes);
    const std::vector<const Field *> path = fieldPath(message.fields, bytes.indexOf("ost"));
    QCOMPARE(path.size(), size_t(2));
    QCOMPARE(path.at(0)->kind, FieldKind::Header);
    QCOMPARE(path.at(1)->kind, FieldKind::HeaderName);
    QVERIFY(fieldPath(message.fields, bytes.size()).empty());
    // Of bits, the byte that they are in.
    FieldDissector frames;
    const MessageFields ping = frames.dissect(frame(), QByteArray::fromHex("8900"));
    QCOMPARE(fieldPath(ping.fields, 1).back()->kind, FieldKind::FrameLength);
}

void TestFieldDissector::everyKindHasWords()
{
    QSet<QString> titles;
    for (int kind = 0; kind < FieldKindCount; ++kind) {
        titles << fieldTitle(FieldKind(kind));
        QVERIFY(fieldExplanation(FieldKind(kind)).endsWith(u'.'));
    }
    QCOMPARE(titles.size(), FieldKindCount);
    QCOMPARE(fieldTitle(FieldKind::Unknown), QStringLiteral("other bytes"));
    QCOMPARE(fieldTitle(FieldKind::MaskingKey), QStringLiteral("masking key"));
}

QTEST_GUILESS_MAIN(TestFieldDissector)
#include "tst_fielddissector.moc"
