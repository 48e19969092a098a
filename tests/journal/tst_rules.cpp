// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/talk.h"

#include <QFile>
#include <QTest>

using namespace wiretale;
using namespace wiretale::talk;

// Each rule has a row with a talk that breaks it, it alone, and one as like as can be that breaks none.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRule_data();
    void everyRule();
    void everyRuleHasARow();
    void idsAreDifferentAndWordsAreThere();

private:
    static void heads();
    static void requests();
    static void answers();
    static void streams();
    static void handshakes();
    static void frames();
    static void row(const char *id, const Talk &breaks, const Talk &keeps)
    {
        QTest::newRow(id) << breaks << keeps;
    }
    static QByteArray upgrade(const QByteArray &more = {}, const QByteArray &line = "GET / HTTP/1.1",
                              const QByteArray &key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
                              const QByteArray &version = "13")
    {
        return ask("Connection: Upgrade\r\nUpgrade: websocket\r\n" + key + "Sec-WebSocket-Version: " + version
                       + "\r\n" + more,
                   line);
    }
    static QByteArray granted(const QByteArray &more = {},
                              const QByteArray &accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                              const QByteArray &headers = "Connection: Upgrade\r\nUpgrade: websocket\r\n")
    {
        return answer("101 Switching Protocols", headers + "Sec-WebSocket-Accept: " + accept + "\r\n" + more);
    }
    // Frames in hexadecimal digits after a handshake; a part begins with > or <.
    static Talk framed(const QList<QByteArray> &parts)
    {
        Talk talk {upgrade(), granted()};
        for (const QByteArray &part : parts)
            talk << part.first(1) + QByteArray::fromHex(part.sliced(1));
        return talk;
    }
    static Talk streamed(const QByteArray &blocks)
    {
        return {ask("Accept: text/event-stream\r\n"),
                answer("200 OK", "Content-Type: text/event-stream\r\n", blocks)};
    }
};

void TestRules::everyRule_data()
{
    QTest::addColumn<Talk>("breaks");
    QTest::addColumn<Talk>("keeps");
    heads();
    requests();
    answers();
    streams();
    handshakes();
    frames();
}

void TestRules::heads()
{
    row("http-line-end", {">GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", answer()},
        {">GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n", answer()});
    row("http-first-line", {">\r\n" + ask().sliced(1), answer()}, {ask(), answer()});
    row("http-version", asked({}, "GET / HTTP/1.2"), asked({}, "GET / HTTP/1.1"));
    row("http-header-name", asked("X(y): 1\r\n"), asked("X-y: 1\r\n"));
    row("http-header-space", asked("X : 1\r\n"), asked("X: 1 \r\n"));
    row("http-header-fold", asked("X: 1\r\n 2\r\n"), asked("X: 1 2\r\n"));
    row("http-header-value", asked(QByteArray("X: 1\x01\r\n")), asked("X: 1\t2\r\n"));
    row("http-header-once", asked("User-Agent: a\r\nUser-Agent: b\r\n"),
        asked("User-Agent: a\r\nX: b\r\nX: c\r\n"));
    row("http-length-number", asked("Content-Length: +0\r\n"), asked("Content-Length: 0\r\n"));
    row("http-length-once", asked("Content-Length: 0\r\nContent-Length: 1\r\n"),
        asked("Content-Length: 0\r\nContent-Length: 0\r\n"));
    row("http-length-chunked",
        answered("200 OK", "Content-Type: a/b\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                 "0\r\n\r\n"),
        answered("200 OK", "Content-Type: a/b\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
    row("http-chunked-last",
        answered("200 OK", "Content-Type: a/b\r\nTransfer-Encoding: chunked, gzip\r\n", "x"),
        {ask("Content-Type: a/b\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
             "POST / HTTP/1.1", "0\r\n\r\n"),
         answer("200 OK", "Content-Type: a/b\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: Chunked\r\n",
                "0\r\n\r\n")});
    row("http-upgrade-connection", asked("Upgrade: h2c\r\n"),
        asked("Upgrade: h2c\r\nConnection: keep-alive, Upgrade\r\n"));
    row("http-content-type", answered("200 OK", "Content-Length: 1\r\n", "x"),
        answered("200 OK", "Content-Length: 1\r\nContent-Type: a/b\r\n", "x"));
}

void TestRules::requests()
{
    row("http-host", {">GET / HTTP/1.1\r\n\r\n", answer()}, {">GET / HTTP/1.0\r\n\r\n", answer()});
    row("http-host-once", asked("Host: b\r\n"), asked({}));
    row("http-target-space", asked({}, "GET /a b HTTP/1.1"), asked({}, "GET /a%20b HTTP/1.1"));
    row("http-target-form", asked({}, "GET * HTTP/1.1"), asked({}, "OPTIONS * HTTP/1.1"));
    row("http-target-fragment", asked({}, "GET /a#b HTTP/1.1"), asked({}, "GET http://a/b HTTP/1.1"));
    row("http-method-case", asked({}, "get / HTTP/1.1"), asked({}, "PROPFIND / HTTP/1.1"));
    row("http-get-body", asked("Content-Length: 1\r\nContent-Type: a/b\r\n", "GET / HTTP/1.1", "x"),
        asked("Content-Length: 1\r\nContent-Type: a/b\r\n", "POST / HTTP/1.1", "x"));
    row("http-trace-body", asked("Content-Length: 1\r\nContent-Type: a/b\r\n", "TRACE / HTTP/1.1", "x"),
        asked({}, "TRACE / HTTP/1.1"));
    row("http-after-close", {ask("Connection: close\r\n"), answer(), ask(), answer()},
        {ask("Connection: keep-alive\r\n"), answer(), ask(), answer()});
    row("http-expect", asked("Expect: 100-continue\r\n"),
        asked("Expect: 100-continue\r\nContent-Length: 1\r\nContent-Type: a/b\r\n", "POST / HTTP/1.1", "x"));
}

void TestRules::answers()
{
    const QByteArray text = "Content-Type: text/plain\r\nContent-Length: 1\r\n";
    row("http-status", answered("777 Odd", "Content-Length: 0\r\n"),
        answered("500 Odd", "Content-Length: 0\r\n"));
    row("http-status-space", answered("204"), answered("204 "));
    row("http-204-length", answered("204 No Content", "Content-Length: 0\r\n"),
        answered("200 OK", "Content-Length: 0\r\n"));
    row("http-1xx-length", {ask(), answer("102 Wait", "Content-Length: 0\r\n"), answer()},
        {ask(), answer("102 Wait"), answer()});
    row("http-204-chunked", answered("204 No Content", "Transfer-Encoding: chunked\r\n"),
        answered("204 Empty"));
    row("http-205-body", answered("205 Reset Content", text, "x"),
        answered("205 Reset Content", "Content-Length: 0\r\n"));
    row("http-chunked-10",
        {">GET / HTTP/1.0\r\n\r\n",
         answer("200 OK", "Content-Type: a/b\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {">GET / HTTP/1.0\r\n\r\n", answer("200 OK", text, "x")});
    row("http-1xx-10", {">GET / HTTP/1.0\r\n\r\n", answer("102 Wait"), answer()},
        {">GET / HTTP/1.0\r\n\r\n", answer()});
    row("http-date", {ask(), "<HTTP/1.1 204 No Content\r\n\r\n"},
        {ask(), "<HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"});
    row("http-date-form", {ask(), "<HTTP/1.1 204 None\r\nDate: 1994-11-06\r\n\r\n"}, answered("204 None"));
    row("http-etag", answered("204 None", "ETag: 7\r\n"), answered("204 None", "ETag: W/\"7\"\r\n"));
    const QByteArray part = text + "Content-Range: bytes 0-0/9\r\n";
    const QByteArray ranged = ask("Range: bytes=0-0\r\n");
    row("http-206-range", {ranged, answer("206 Part", text, "x")}, {ranged, answer("206 Part", part, "x")});
    row("http-206-unasked", {ask(), answer("206 Part", part, "x")}, {ranged, answer("206 Part", part, "x")});
    row("http-304-unasked", {ask("ETag: \"1\"\r\n"), answer("304 Same")},
        {ask("If-None-Match: \"1\"\r\n"), answer("304 Same")});
    row("http-location", answered("302 Found", "Content-Length: 0\r\n"),
        answered("302 Found", "Content-Length: 0\r\nLocation: /b\r\n"));
    row("http-401-challenge", answered("401 Who", "Content-Length: 0\r\n"),
        answered("401 Who", "Content-Length: 0\r\nWWW-Authenticate: Basic\r\n"));
    row("http-405-allow", answered("405 No", "Content-Length: 0\r\n"),
        answered("405 No", "Content-Length: 0\r\nAllow:\r\n"));
    row("http-407-challenge", answered("407 Who", "Content-Length: 0\r\n"),
        answered("407 Who", "Content-Length: 0\r\nProxy-Authenticate: Basic\r\n"));
    row("http-426-upgrade", answered("426 Newer", "Content-Length: 0\r\n"),
        answered("426 Newer", "Content-Length: 0\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"));
    row("http-retry-after", answered("503 Busy", "Content-Length: 0\r\nRetry-After: soon\r\n"),
        answered("503 Busy", "Content-Length: 0\r\nRetry-After: 12\r\n"));
    row("http-101-unasked", {ask(), granted()}, {upgrade(), granted()});
    const QByteArray chunked = "Content-Type: a/b\r\nTransfer-Encoding: chunked\r\n";
    row("http-chunk-line-end", answered("200 OK", chunked, "1\r\nx\n0\r\n\r\n"),
        answered("200 OK", chunked, "1\r\nx\r\n0\r\n\r\n"));
    row("http-trailer", answered("200 OK", chunked, "0\r\nContent-Length: 1\r\n\r\n"),
        answered("200 OK", chunked, "0\r\nX: 1\r\n\r\n"));
    row("http-head-body", {ask({}, "HEAD / HTTP/1.1"), answer("200 OK", text, "x")},
        {ask({}, "HEAD / HTTP/1.1"), answer("200 OK", text)});
    row("http-no-body", answered("204 None", {}, "gone"),
        {ask({}, "CONNECT a:1 HTTP/1.1"), answer("200 OK"), "<what follows is no HTTP"});
    row("http-body-length", answered("200 OK", text, "xyz"),
        {ask(), ask(), answer("200 OK", text, "x"), answer("204 None")});
}

void TestRules::streams()
{
    const QByteArray stream = "Content-Type: text/event-stream\r\n";
    // WHATWG HTML, 9.2.2: a client may say Accept, and need not.
    row("sse-last-id", asked("Last-Event-ID:\r\n"),
        asked("Last-Event-ID: 0\r\n", "GET /events/stream HTTP/1.1"));
    const auto resumed = [](const QByteArray &id) {
        return Talk {ask(),
                     answer("200 OK", "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n",
                            "f\r\nid: 7\ndata: 1\n\n\r\n0\r\n\r\n"),
                     ask("Last-Event-ID: " + id + "\r\n"), answer()};
    };
    row("sse-known-id", resumed("8"), resumed("7"));
    row("sse-method", {ask("Content-Length: 0\r\n", "POST / HTTP/1.1"), answer("200 OK", stream, "data\n\n")},
        {ask(), answer("200 OK", stream, "data\n\n")});
    row("sse-status", answered("201 Made", stream, "data\n\n"), answered("200 OK", stream, "data\n\n"));
    row("sse-charset", answered("200 OK", "Content-Type: text/event-stream;charset=koi8-r\r\n", "data\n\n"),
        answered("200 OK", "Content-Type: text/event-stream; charset=\"UTF-8\"\r\n", "data\n\n"));
    row("sse-utf8", streamed("data: \xE9\n\n"), streamed("data: \xD0\xB6\n\n"));
    row("sse-field", streamed("data: 1\nfoo: 2\n\n"), streamed("data: 1\n: foo: 2\n\n"));
    row("sse-field-case", streamed("Data: 1\n\n"), streamed("data: 1\n\n"));
    row("sse-mark",
        streamed("data: 1\n\n\xEF\xBB\xBF"
                 "data: 2\n\n"),
        streamed("\xEF\xBB\xBF"
                 "data: 1\n\ndata: 2\n\n"));
    row("sse-retry", streamed("retry: 3s\n\n"), streamed("retry: 3000\n\n"));
    row("sse-id-nul", streamed(QByteArray("id: 1\0\ndata\n\n", 13)), streamed("id: 1\ndata\n\n"));
    row("sse-no-data", streamed("event: price\n\n"), streamed("event: price\ndata\n\nid: 7\n\n"));
}

void TestRules::handshakes()
{
    row("ws-method", {upgrade({}, "POST / HTTP/1.1"), answer()}, {upgrade(), answer()});
    row("ws-http11", {upgrade({}, "GET / HTTP/1.0"), answer()}, {upgrade(), answer()});
    row("ws-key", {upgrade({}, "GET / HTTP/1.1", "Sec-WebSocket-Key: short\r\n"), answer()},
        {upgrade(), answer()});
    row("ws-version",
        {upgrade({}, "GET / HTTP/1.1", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "8"), answer()},
        {upgrade(), answer()});
    row("ws-101", {upgrade(), granted({}, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "Connection: Upgrade\r\n")},
        {upgrade(), granted()});
    row("ws-accept", {upgrade(), granted({}, "s3pPLMBiTxaQ9kYGzzhZRbK+xOO=")}, {upgrade(), granted()});
    row("ws-protocol",
        {upgrade("Sec-WebSocket-Protocol: a, b\r\n"), granted("Sec-WebSocket-Protocol: c\r\n")},
        {upgrade("Sec-WebSocket-Protocol: a, b\r\n"), granted("Sec-WebSocket-Protocol: b\r\n")});
    row("ws-extension", {upgrade(), granted("Sec-WebSocket-Extensions: permessage-deflate\r\n")},
        {upgrade("Sec-WebSocket-Extensions: permessage-deflate; x\r\n"),
         granted("Sec-WebSocket-Extensions: permessage-deflate\r\n")});
}

void TestRules::frames()
{
    row("ws-client-mask", framed({">810548656c6c6f"}), framed({">818537fa213d7f9f4d5158"}));
    row("ws-server-mask", framed({"<818537fa213d7f9f4d5158"}), framed({"<810548656c6c6f"}));
    row("ws-mask-random", framed({">818000000000"}), framed({">818001020304", ">818001020305"}));
    row("ws-rsv", framed({"<c10141"}),
        {upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n"),
         granted("Sec-WebSocket-Extensions: permessage-deflate\r\n"), "<" + QByteArray::fromHex("c10141")});
    const Talk deflate {upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n"),
                        granted("Sec-WebSocket-Extensions: permessage-deflate\r\n")};
    row("ws-deflate-start", deflate + Talk {'<' + QByteArray::fromHex("410141c00141")},
        deflate + Talk {'<' + QByteArray::fromHex("4101418900800141")});
    row("ws-opcode", framed({"<8300"}), framed({"<8200"}));
    row("ws-length", framed({"<817e000141"}), framed({"<810141"}));
    row("ws-length-bit", framed({"<827f8000000000010000" + QByteArray(0x20000, '0')}), framed({"<820100"}));
    row("ws-control-length", framed({"<897e007e" + QByteArray(252, '0')}),
        framed({"<897d" + QByteArray(250, '0')}));
    row("ws-control-whole", framed({"<0900"}), framed({"<8900"}));
    row("ws-continuation", framed({"<800141"}), framed({"<010141", "<8900", "<800141"}));
    row("ws-interleaved", framed({"<010141", "<810141"}),
        framed({"<010141", "<000141", "<800141", "<810141"}));
    row("ws-utf8", framed({"<0101d0", "<800141"}), framed({"<0101d0", "<8001b6"}));
    row("ws-pong-echo", framed({"<890161", "<890162", ">8a810000000163"}),
        framed({">8a810000000963", "<890161", "<890162", ">8a810000000161", ">8a810000000264"}));
    row("ws-close-length", framed({"<880103"}), framed({"<8800"}));
    row("ws-close-code", framed({"<880203ed"}), framed({"<880203e8"}));
    row("ws-close-reason", framed({"<880303e8ff"}), framed({"<880403e86f6b"}));
    row("ws-after-close", framed({"<8800", "<810141"}), framed({"<810141", "<8800", ">888001020304"}));
}

void TestRules::everyRule()
{
    QFETCH(const Talk, breaks);
    QFETCH(const Talk, keeps);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    const auto told = [](const QSet<QString> &ids) {
        QStringList list(ids.begin(), ids.end());
        list.sort();
        return list;
    };
    QCOMPARE(told(brokenIn(breaks)), QStringList {id});
    QCOMPARE(told(brokenIn(keeps)), QStringList());
}

void TestRules::everyRuleHasARow()
{
    QFile source(QStringLiteral(WIRETALE_SOURCE_DIR "/tests/journal/tst_rules.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    for (const Rule &rule : rules())
        QVERIFY2(text.contains("row(\"" + QByteArray(rule.id) + '"'), rule.id);
}

void TestRules::idsAreDifferentAndWordsAreThere()
{
    QSet<QByteArray> ids;
    for (const Rule &rule : rules()) {
        ids << rule.id;
        QVERIFY(ruleText(rule).startsWith(QLatin1StringView(rule.clause) + QStringLiteral(": ")));
    }
    QCOMPARE(ids.size(), qsizetype(rules().size()));
    QVERIFY(ids.size() >= 40);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
