// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"
#include "app/journal/trafficlog.h"

#include <QTest>

using namespace wiretale;

namespace {

constexpr qint64 Ms = 1'000'000;

QByteArray maskedFrame(const QByteArray &text)
{
    const QByteArray mask = QByteArrayLiteral("\x12\x34\x56\x78");
    QByteArray frame;
    frame += char(0x81);
    frame += char(text.size() | 0x80);
    frame += mask;
    for (qsizetype i = 0; i < text.size(); ++i)
        frame += char(text.at(i) ^ mask.at(i % 4));
    return frame;
}

} // namespace

class TestFilterJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chooses_data();
    void chooses();
    void bytesAreReadLast_data();
    void bytesAreReadLast();
    void verdictsBecomeFinal();

private:
    RecordNumber add(Record record, const QByteArray &bytes, std::initializer_list<qint64> ids = {})
    {
        record.wireBytes = quint32(bytes.size());
        record.eventCount = quint16(ids.size());
        return m_log->departed(record, bytes, std::span(ids.begin(), ids.size()));
    }
    void addHttp();
    void addWebSocket();
    [[nodiscard]] QString chosenBy(const Filter &filter) const
    {
        QStringList numbers;
        for (RecordNumber number = 1; number <= m_log->journal().size(); ++number) {
            if (filter.matches(*m_log, number))
                numbers << QString::number(number);
        }
        return numbers.join(u' ');
    }

    std::shared_ptr<TrafficLog> m_log;
};

// 1 open, 2 request (held 2.5 s), 3 answer with events 7 and 8, 4 request, 5 empty answer, 6 close (lost).
void TestFilterJudge::addHttp()
{
    add({.connection = 1, .kind = MessageKind::Open}, {});
    m_log->arrived(1, 1 * Ms);
    const Record request {.departedNs = 2 * Ms,
                          .connection = 1,
                          .code = quint16(HttpMethod::Get),
                          .kind = MessageKind::Request,
                          .technique = Technique::LongPolling};
    add(request, "GET /events/wait?after=6 HTTP/1.1\r\n\r\n");
    m_log->named(1, QStringLiteral("long-polling 1"));
    m_log->arrived(2, 22 * Ms);
    Record answer {.departedNs = 2522 * Ms,
                   .payloadBytes = 10,
                   .connection = 1,
                   .exchange = 2,
                   .flags = RecordFlag::Final | RecordFlag::KeepAlive,
                   .code = 200,
                   .kind = MessageKind::Response,
                   .direction = Direction::ServerToClient,
                   .technique = Technique::LongPolling};
    add(answer, "HTTP/1.1 200 OK\r\n\r\n{\"Price\": \"\u0426\u0435\u043d\u0430\"}", {7, 8});
    m_log->arrived(3, 2542 * Ms);
    Record next = request;
    next.departedNs = 2600 * Ms;
    next.code = quint16(HttpMethod::Post);
    add(next, "POST /events HTTP/1.1\r\n\r\n");
    m_log->arrived(4, 2620 * Ms);
    answer.departedNs = 2700 * Ms;
    answer.exchange = 4;
    answer.code = 204;
    answer.payloadBytes = 0;
    answer.flags |= RecordFlag::Empty;
    add(answer, "HTTP/1.1 204 No Content\r\n\r\n");
    m_log->arrived(5, 2720 * Ms);
    add({.departedNs = 2800 * Ms, .connection = 1, .code = 1, .kind = MessageKind::Close}, {});
    m_log->lost(6);
}

// 7 open, 8 request, 9 masked frame with event 9, 10 ping, in flight, 11 malformed bytes of nobody known.
void TestFilterJudge::addWebSocket()
{
    add({.departedNs = 3000 * Ms, .connection = 2, .kind = MessageKind::Open}, {});
    add({.departedNs = 3001 * Ms,
         .connection = 2,
         .flags = RecordFlag::Handshake,
         .code = quint16(HttpMethod::Get),
         .kind = MessageKind::Request,
         .technique = Technique::WebSocket},
        "GET /socket HTTP/1.1\r\n\r\n");
    m_log->named(2, QStringLiteral("Chrome"));
    m_log->arrived(7, 3002 * Ms);
    m_log->arrived(8, 3002 * Ms);
    const Record frame {.departedNs = 3100 * Ms,
                        .payloadBytes = 13,
                        .connection = 2,
                        .exchange = 8,
                        .flags = RecordFlag::Masked | RecordFlag::Fin,
                        .code = quint16(FrameOpcode::Text),
                        .kind = MessageKind::Frame,
                        .technique = Technique::WebSocket};
    add(frame, maskedFrame("the PRICE is 5"), {9});
    m_log->arrived(9, 3100 * Ms + 500'000);
    Record ping = frame;
    ping.departedNs = 3200 * Ms;
    ping.payloadBytes = 0;
    ping.direction = Direction::ServerToClient;
    ping.flags = RecordFlag::Fin;
    ping.code = quint16(FrameOpcode::Ping);
    add(ping, QByteArrayLiteral("\x89\x00").append('\0').first(2));
    add({.departedNs = 4000 * Ms,
         .connection = 3,
         .flags = RecordFlag::Malformed | RecordFlag::Gap,
         .kind = MessageKind::Opaque},
        QByteArray(1500, 'x'));
    m_log->arrived(11, 4000 * Ms);
}

void TestFilterJudge::initTestCase()
{
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    m_log = *log;
    addHttp();
    addWebSocket();
}

void TestFilterJudge::chooses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("numbers");
    const auto row = [](const char *name, const char *line, const char *numbers) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromLatin1(numbers);
    };
    row("everything", "", "1 2 3 4 5 6 7 8 9 10 11");
    row("technique, connections with it", "technique:long-polling", "1 2 3 4 5 6");
    row("technique that differs", "technique!=long-polling", "7 8 9 10 11");
    row("kind", "kind:response", "3 5");
    row("from the server", "from:server", "3 5 10");
    row("part of a client's name", "client:chrom", "7 8 9 10");
    row("whole name of a client", "client=\"LONG-POLLING 1\"", "1 2 3 4 5 6");
    row("part of a name is not the whole", "client=long-polling", "");
    row("every other client", "client!=chrome", "1 2 3 4 5 6 11");
    row("connection", "connection:2", "7 8 9 10");
    row("exchange", "exchange:2", "2 3");
    row("numbers between", "n>3 n<=5", "4 5");
    row("departure", "time>=2.6s time<3s", "4 5 6");
    row("bytes", "bytes>1kB", "11");
    row("payload", "payload>0", "3 9");
    row("overhead", "overhead=6B or overhead:7", "9");
    row("held: the request and its answer", "held>2s", "2 3");
    row("held exactly", "held=80ms", "4 5");
    row("held until the first frame came", "held>=198ms", "2 3 8");
    row("on the way for so long", "transit>=20ms", "2 3 4 5 10");
    row("quick ones only when they arrived", "transit<1ms", "9 11");
    row("status", "status>=204", "5");
    row("a status that differs is a response's", "status!=204", "3");
    row("not a status is all else", "not status:204", "1 2 3 4 6 7 8 9 10 11");
    row("method", "method:post", "4");
    row("opcode", "opcode:ping or opcode:text", "9 10");
    row("an event carried", "event:8", "3");
    row("any event from", "event>=8", "3 9");
    row("how many events", "events:2", "3");
    row("empty", "empty", "5");
    row("not empty among answers", "kind:response empty:no", "3");
    row("lost", "lost", "6");
    row("did not arrive", "arrived:no", "6 10");
    row("handshake", "handshake", "8");
    row("masked", "masked", "9");
    row("fin", "fin", "9 10");
    row("gap and malformed", "gap malformed", "11");
    row("keepalive", "keepalive", "3 5");
    row("final", "final", "3 5");
    row("streaming", "streaming", "");
    row("reset", "reset", "6");
    row("text in another case, in a masked frame too", "text:price", "3 9");
    row("text with quotes", R"x(text:"\"price\"")x", "3");
    row("text in another alphabet and case", "text:\xd1\x86\xd0\x95\xd0\xbd\xd0\xb0", "3");
    row("summary", "summary:content", "5");
    row("summary that is the whole", "summary=\"204 no content\"", "5");
    row("a word in the summary", "/events", "2 4");
    row("a word that is a kind", "resp", "3 5");
    row("a word that is a technique", "websocket", "7 8 9 10");
    row("a word that is a client", "chrome", "7 8 9 10");
    row("words together", "chrome ping", "10");
    row("or", "kind:open or kind:close", "1 6 7");
    row("not, and, or in brackets", "not (kind:request or kind:response) connection:1", "1 6");
    row("cheap and dear in an or", "text:price or n:1", "1 3 9");
}

void TestFilterJudge::chooses()
{
    QFETCH(QString, line);
    QFETCH(QString, numbers);
    const auto parsed = Filter::parse(line);
    QVERIFY(std::holds_alternative<Filter>(parsed));
    const auto &filter = std::get<Filter>(parsed);
    QCOMPARE(chosenBy(filter), numbers);
    QCOMPARE(chosenBy(std::get<Filter>(Filter::parse(filter.toString()))), numbers);
}

void TestFilterJudge::bytesAreReadLast_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("needs");
    QTest::addColumn<bool>("reads"); // of record 3
    QTest::newRow("no bytes at all") << QStringLiteral("kind:response held>2s client:chrome") << false
                                     << false;
    QTest::newRow("and settled before") << QStringLiteral("text:price kind:frame") << true << false;
    QTest::newRow("and not settled") << QStringLiteral("text:price kind:response") << true << true;
    QTest::newRow("or settled before") << QStringLiteral("text:nothing or kind:response") << true << false;
    QTest::newRow("or not settled") << QStringLiteral("text:nothing or kind:frame") << true << true;
    QTest::newRow("within brackets") << QStringLiteral("(text:a or summary:b) and n:1") << true << false;
    QTest::newRow("a word that the kind has") << QStringLiteral("response") << true << false;
    QTest::newRow("a word that only the summary may have") << QStringLiteral("nothing") << true << true;
}

void TestFilterJudge::bytesAreReadLast()
{
    QFETCH(QString, line);
    QFETCH(bool, needs);
    QFETCH(bool, reads);
    const auto filter = std::get<Filter>(Filter::parse(line));
    QCOMPARE(filter.needsBytes(), needs);
    QCOMPARE(filter.judge(*m_log, 3, 0).cost > 1, reads);
}

void TestFilterJudge::verdictsBecomeFinal()
{
    const auto made = TrafficLog::create(0);
    QVERIFY(made);
    TrafficLog &log = **made;
    const auto judged = [&log](const char *line, RecordNumber number, qint64 nowNs) {
        const Filter::Verdict verdict
            = std::get<Filter>(Filter::parse(QString::fromLatin1(line))).judge(log, number, nowNs);
        return QString::fromLatin1(verdict.matches ? "yes" : "no")
            + QString::fromLatin1(verdict.isFinal ? "" : ", so far");
    };
    log.departed({.connection = 1, .kind = MessageKind::Open}, {}, {});
    QCOMPARE(judged("client:curl", 1, 0), QStringLiteral("no, so far"));
    QCOMPARE(judged("not client:curl", 1, 0), QStringLiteral("yes, so far"));
    QCOMPARE(judged("technique:websocket", 1, 0), QStringLiteral("no, so far"));
    QCOMPARE(judged("kind:open", 1, 0), QStringLiteral("yes"));
    QCOMPARE(judged("kind:close client:curl", 1, 0), QStringLiteral("no"));
    QCOMPARE(judged("kind:open or client:curl", 1, 0), QStringLiteral("yes"));
    QCOMPARE(judged("kind:open client:curl", 1, 0), QStringLiteral("no, so far"));
    QCOMPARE(judged("transit>2s", 1, 1000 * Ms), QStringLiteral("no, so far"));
    QCOMPARE(judged("transit>2s", 1, 3000 * Ms), QStringLiteral("yes"));
    QCOMPARE(judged("transit<2s", 1, 1000 * Ms), QStringLiteral("no, so far"));
    QCOMPARE(judged("transit<2s", 1, 3000 * Ms), QStringLiteral("no"));
    QCOMPARE(judged("lost", 1, 0), QStringLiteral("no, so far"));
    log.departed({.departedNs = 10 * Ms,
                  .connection = 1,
                  .kind = MessageKind::Request,
                  .technique = Technique::LongPolling},
                 "GET / HTTP/1.1\r\n\r\n", {});
    log.named(1, QStringLiteral("curl"));
    log.arrived(1, 10 * Ms);
    QCOMPARE(judged("client:curl", 1, 0), QStringLiteral("yes"));
    QCOMPARE(judged("technique:websocket", 1, 0), QStringLiteral("no"));
    QCOMPARE(judged("lost", 1, 10 * Ms), QStringLiteral("no"));
    QCOMPARE(judged("arrived", 1, 9 * Ms), QStringLiteral("no, so far"));
    QCOMPARE(judged("arrived", 1, 10 * Ms), QStringLiteral("yes"));
    QCOMPARE(judged("transit<2s", 1, 10 * Ms), QStringLiteral("yes"));
    QCOMPARE(judged("held>1s", 2, 9000 * Ms), QStringLiteral("no, so far"));
    log.arrived(2, 20 * Ms);
    QCOMPARE(judged("held>1s", 2, 1020 * Ms), QStringLiteral("no, so far"));
    QCOMPARE(judged("held>1s", 2, 1021 * Ms), QStringLiteral("yes"));
    QCOMPARE(judged("held<1s", 2, 900 * Ms), QStringLiteral("no, so far"));
    log.departed({.departedNs = 520 * Ms,
                  .connection = 1,
                  .exchange = 2,
                  .flags = RecordFlag::Final,
                  .code = 200,
                  .kind = MessageKind::Response,
                  .direction = Direction::ServerToClient},
                 "HTTP/1.1 200 OK\r\n\r\n", {});
    QCOMPARE(judged("held<1s", 2, 9000 * Ms), QStringLiteral("yes"));
    QCOMPARE(judged("held<1s", 2, 519 * Ms), QStringLiteral("no, so far"));
    QCOMPARE(judged("held=500ms", 3, 9000 * Ms), QStringLiteral("yes"));
    log.lost(3);
    QCOMPARE(judged("lost", 3, 0), QStringLiteral("yes"));
    QCOMPARE(judged("transit<2s", 3, 9000 * Ms), QStringLiteral("no"));
}

QTEST_APPLESS_MAIN(TestFilterJudge)
#include "tst_filterjudge.moc"
