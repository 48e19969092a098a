// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/requestreader.h"

#include <QTest>

using namespace wiretale;

namespace {

constexpr qsizetype MostBody = 100;

// What a reader makes of a stream, in words that can be compared.
QByteArray steps(const QByteArray &stream, qsizetype pieceSize)
{
    RequestReader reader(MostBody);
    QByteArray story;
    for (qsizetype at = 0; at < stream.size(); at += pieceSize) {
        reader.feed(stream.sliced(at, qMin(pieceSize, stream.size() - at)));
        for (;;) {
            const RequestReader::Step step = reader.next();
            if (const auto *request = std::get_if<RequestReader::Request>(&step)) {
                story += request->head.method + ' ' + request->head.target + " [" + request->body + ']'
                    + (request->head.closes ? "x" : "") + ' ';
                continue;
            }
            if (const auto *refusal = std::get_if<Refusal>(&step))
                return story + QByteArray::number(refusal->status);
            if (std::holds_alternative<RequestReader::WantsContinue>(step))
                story += "100 ";
            break;
        }
    }
    return story;
}

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("story");
        const auto row = [](const char *name, const QByteArray &stream, const QByteArray &story) {
            QTest::newRow(name) << stream << story;
        };
        const QByteArray host = "Host: a\r\n";
        row("one request", "GET /a HTTP/1.1\r\n" + host + "\r\n", "GET /a [] ");
        row("two requests", "GET /a HTTP/1.1\r\n" + host + "\r\nPUT /b HTTP/1.1\r\n" + host + "\r\n",
            "GET /a [] PUT /b [] ");
        row("empty lines before a request", "\r\n\r\nGET /a HTTP/1.1\r\n" + host + "\r\n", "GET /a [] ");
        row("a body",
            "POST /a HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nxyzGET /b HTTP/1.1\r\n" + host + "\r\n",
            "POST /a [xyz] GET /b [] ");
        row("a body in chunks",
            "POST /a HTTP/1.1\r\n" + host
                + "Transfer-Encoding: Chunked\r\n\r\n3;e=1\r\nxyz\r\nA\r\n0123456789\r\n0\r\nT: 1\r\n\r\n"
                + "GET /b HTTP/1.1\r\n" + host + "\r\n",
            "POST /a [xyz0123456789] GET /b [] ");
        row("HTTP/1.0 closes and needs no host", "GET /a HTTP/1.0\r\n\r\n", "GET /a []x ");
        row("a later minor version is read as 1.1", "GET /a HTTP/1.4\r\n" + host + "\r\n", "GET /a [] ");
        row("Connection: close", "GET /a HTTP/1.1\r\n" + host + "Connection: foo, Close\r\n\r\n",
            "GET /a []x ");
        row("no Host", "GET /a HTTP/1.1\r\n\r\n", "400");
        row("two hosts", "GET /a HTTP/1.1\r\n" + host + host + "\r\n", "400");
        row("a host that is none", "GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n", "400");
        row("garbage", "\x16\x03\x01", "400");
        row("a line without a version", "POST /a\r\n", "400");
        row("four words", "GET /a b HTTP/1.1\r\n", "400");
        row("lower case protocol", "GET /a http/1.1\r\n", "400");
        row("a method with brackets", "GE(T /a HTTP/1.1\r\n", "400");
        row("HTTP/0.9", "GET /\r\n", "505");
        row("HTTP/2", "PRI * HTTP/2.0\r\n", "505");
        row("HTTP/9.9", "GET / HTTP/9.9\r\n", "505");
        row("a method that nobody knows", "BREW /pot HTTP/1.1\r\n", "501");
        row("lines ended by LF alone", "GET / HTTP/1.1\nHost: a\n\n", "400");
        row("LF alone in the middle", "GET / HTTP/1.1\r\nHost: a\nB: c\r\n\r\n", "400");
        row("white space before a colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "400");
        row("a folded line", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", "400");
        row("a control character in a value",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01"
            "b\r\n\r\n",
            "400");
        row("both lengths",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "400");
        row("two different lengths",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n", "400");
        row("a negative length", "POST / HTTP/1.1\r\n" + host + "Content-Length: -3\r\n\r\n", "400");
        row("a length with a sign", "POST / HTTP/1.1\r\n" + host + "Content-Length: +3\r\n\r\n", "400");
        row("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "400");
        row("another transfer coding",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n", "501");
        row("a body just small enough",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 100\r\n\r\n" + QByteArray(100, 'x'),
            "POST / [" + QByteArray(100, 'x') + "] ");
        row("a body too large", "POST / HTTP/1.1\r\n" + host + "Content-Length: 101\r\n\r\n", "413");
        row("a length beyond all numbers",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 99999999999999999999999\r\n\r\n", "413");
        row("chunks too large together",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\n62\r\n", "413");
        row("a chunk size that is no number",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0x3\r\n", "400");
        row("a chunk longer than it says",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nxyzw\r\n", "400");
        row("another expectation", "POST / HTTP/1.1\r\n" + host + "Expect: tea\r\nContent-Length: 1\r\n\r\n",
            "417");
        row("100-continue with a body too large",
            "POST / HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 101\r\n\r\n", "413");
        row("100-continue without a body", "GET / HTTP/1.1\r\n" + host + "Expect: 100-continue\r\n\r\n",
            "GET / [] ");
        row("a first line without an end", "GET /" + QByteArray(20000, 'a'), "414");
        row("headers without an end", "GET / HTTP/1.1\r\nX: " + QByteArray(20000, 'a'), "431");
        row("a head too long though whole",
            "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(16 * 1024, 'a') + "\r\n\r\n", "431");
        row("too many headers", "GET / HTTP/1.1\r\n" + host + QByteArray("X: a\r\n").repeated(100) + "\r\n",
            "431");
    }
    void reads()
    {
        QFETCH(QByteArray, stream);
        QTEST(steps(stream, stream.size()), "story");
        QTEST(steps(stream, 1), "story");
        QTEST(steps(stream, 7), "story");
    }

    void asksForTheBody()
    {
        const QByteArray head
            = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
        RequestReader reader(MostBody);
        reader.feed(head);
        QVERIFY(std::holds_alternative<RequestReader::WantsContinue>(reader.next()));
        QVERIFY(std::holds_alternative<RequestReader::NeedsMore>(reader.next()));
        reader.feed("hi");
        QVERIFY(std::holds_alternative<RequestReader::Request>(reader.next()));
        // Needless when the body came along.
        QCOMPARE(steps(head + "hi", 1000), QByteArray("POST / [hi] "));
    }

    void writesAnew()
    {
        RequestReader reader(MostBody);
        reader.feed("POST /a?b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: "
                    "Upgrade\r\nUpgrade: tea\r\n"
                    "Keep: this\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
        const auto step = reader.next();
        const auto &request = std::get<RequestReader::Request>(step);
        QCOMPARE(request.toBytes(false),
                 QByteArray("POST /a?b HTTP/1.1\r\nHost: a\r\nKeep: this\r\nContent-Length: 2\r\n\r\nhi"));
        QCOMPARE(
            request.toBytes(true),
            QByteArray("POST /a?b HTTP/1.1\r\nHost: a\r\nKeep: this\r\nUpgrade: websocket\r\nConnection: "
                       "Upgrade\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_requestreader.moc"
