// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

class TestHarExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasAnEntryForEachRequestInOrder();
    void hasAPageForEachClient();
    void readsTheRequest();
    void readsTheResponse();
    void readsCookies();
    void sanitisedItHasNoSecrets();
    void holdsWholeExchangesOfWhatIsChosen();
    void sizesAreTheBytesOnTheWire();
    void timesAddUp();
    void timesAreTheModels_data() const;
    void timesAreTheModels();
    void emptyAnswersHaveNoContent();
    void takesOffTheChunking();
    void readsWhatWasPosted();
    void bytesThatAreNoTextAreBase64();
    void whatIsNotAnsweredHasStatusZero_data() const;
    void whatIsNotAnsweredHasStatusZero();
    void socketMessagesAreJoined();
    void socketFramesAreAllThere();
    void streamsAreGivenEventByEvent();
    void streamsThatDidNotEndAreNoErrors();

private:
    [[nodiscard]] QJsonObject entry(RecordNumber request) const;
    [[nodiscard]] QJsonObject response(RecordNumber request) const
    {
        return entry(request)[u"response"].toObject();
    }
    [[nodiscard]] QJsonObject content(RecordNumber request) const
    {
        return response(request)[u"content"].toObject();
    }

    QTemporaryDir m_folder;
    Sample m_sample;
    QJsonObject m_log;
};

namespace {

QJsonObject readLog(const QString &path)
{
    return QJsonDocument::fromJson(contentsOf(path)).object().value(u"log").toObject();
}

/// JSON with apostrophes for quotation marks.
QJsonDocument json(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"'));
}

QJsonArray arrayOf(const QByteArray &text)
{
    return json(text).array();
}

QJsonObject objectOf(const QByteArray &text)
{
    return json(text).object();
}

double secondsAt(qint64 clockNs)
{
    return double(Traffic::WallStartNs + clockNs) / 1e9;
}

} // namespace

void TestHarExporter::initTestCase()
{
    m_sample = sampleTraffic();
    const QString path = m_folder.filePath(QStringLiteral("a.har"));
    QVERIFY(exportLog(m_sample.traffic->log(), path));
    m_log = readLog(path);
    QVERIFY(!m_log.isEmpty());
}

QJsonObject TestHarExporter::entry(RecordNumber request) const
{
    const QJsonArray entries = m_log[u"entries"].toArray();
    for (const auto &candidate : entries) {
        if (candidate[u"_record"].toInteger() == request)
            return candidate.toObject();
    }
    return {};
}

void TestHarExporter::hasAnEntryForEachRequestInOrder()
{
    QCOMPARE(m_log[u"version"].toString(), QStringLiteral("1.2"));
    QCOMPARE(m_log[u"creator"][u"name"].toString(), QStringLiteral("Wiretale"));
    QVERIFY(m_log[u"comment"].toString().contains(QStringLiteral("clock")));
    QList<qint64> numbers;
    const QJsonArray entries = m_log[u"entries"].toArray();
    for (const auto &one : entries)
        numbers << one[u"_record"].toInteger();
    QCOMPARE(numbers,
             (QList<qint64> {m_sample.emptyPoll, m_sample.poll, m_sample.post, m_sample.longPoll,
                             m_sample.abortedLongPoll, m_sample.stream, m_sample.abortedStream,
                             m_sample.socket, m_sample.binary, m_sample.lost, m_sample.waiting}));
}

void TestHarExporter::hasAPageForEachClient()
{
    std::map<QString, QString> titles;
    const QJsonArray pages = m_log[u"pages"].toArray();
    for (const auto &page : pages) {
        QVERIFY(page[u"pageTimings"].isObject());
        titles[page[u"id"].toString()] = page[u"title"].toString();
    }
    QCOMPARE(titles.size(), size_t(7));
    QCOMPARE(titles[entry(m_sample.post)[u"pageref"].toString()], QStringLiteral("ajax-1"));
    QCOMPARE(titles[entry(m_sample.socket)[u"pageref"].toString()], QStringLiteral("socket-1"));
    QCOMPARE(titles[entry(m_sample.waiting)[u"pageref"].toString()], QStringLiteral(u"клиент-1"));
    QCOMPARE(pages.first()[u"startedDateTime"].toString(), QStringLiteral("2026-01-02T03:04:05.000000Z"));
}

void TestHarExporter::readsTheRequest()
{
    const QJsonObject request = entry(m_sample.emptyPoll)[u"request"].toObject();
    QCOMPARE(request[u"method"].toString(), QStringLiteral("GET"));
    QCOMPARE(request[u"url"].toString(), QStringLiteral("http://127.0.0.1:7780/events?after=0&note=a%20b+c"));
    QCOMPARE(request[u"httpVersion"].toString(), QStringLiteral("HTTP/1.1"));
    QCOMPARE(request[u"headers"].toArray(),
             arrayOf("[{'name':'Host','value':'127.0.0.1:7780'}, {'name':'Cookie','value':'theme=dark; "
                     "id=7'}, {'name':'User-Agent','value':'ajax'}]"));
    QCOMPARE(request[u"queryString"].toArray(),
             arrayOf("[{'name':'after','value':'0'}, {'name':'note','value':'a b c'}]"));
    QVERIFY(!request.contains(u"postData"));
    const QJsonObject whole = entry(m_sample.emptyPoll);
    QCOMPARE(whole[u"serverIPAddress"].toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(whole[u"connection"].toString(), QStringLiteral("7780"));
    QCOMPARE(whole[u"_connectionId"].toString(), QStringLiteral("1"));
    QCOMPARE(whole[u"_technique"].toString(), QStringLiteral("ajax-polling"));
    QCOMPARE(whole[u"_resourceType"].toString(), QStringLiteral("fetch"));
}

void TestHarExporter::readsTheResponse()
{
    const QJsonObject answer = response(m_sample.poll);
    QCOMPARE(answer[u"status"].toInt(), 200);
    QCOMPARE(answer[u"statusText"].toString(), QStringLiteral("OK"));
    QCOMPARE(answer[u"httpVersion"].toString(), QStringLiteral("HTTP/1.1"));
    QCOMPARE(answer[u"redirectURL"].toString(QStringLiteral("missing")), QString());
    const QJsonObject body = content(m_sample.poll);
    QCOMPARE(body[u"mimeType"].toString(), QStringLiteral("application/json"));
    QCOMPARE(body[u"text"].toString(),
             QStringLiteral(u"[{\"id\":1,\"type\":\"price\",\"data\":\"10,5 \\\"€\\\"\"}]"));
    QCOMPARE(body[u"size"].toInt(), body[u"text"].toString().toUtf8().size());
    QVERIFY(!body.contains(u"encoding"));
}

void TestHarExporter::readsCookies()
{
    QCOMPARE(entry(m_sample.emptyPoll)[u"request"][u"cookies"].toArray(),
             arrayOf("[{'name':'theme','value':'dark'}, {'name':'id','value':'7'}]"));
    QCOMPARE(
        response(m_sample.emptyPoll)[u"cookies"].toArray(),
        arrayOf(
            R"([{"name":"seen","value":"1","path":"/","expires":"2026-01-03T00:00:00Z","httpOnly":true}])"));
}

void TestHarExporter::sanitisedItHasNoSecrets()
{
    Traffic traffic;
    const ConnectionNumber connection = traffic.open(QStringLiteral("c"));
    const QByteArray request = "GET /x HTTP/1.1\r\nHost: h\r\nAUTHORIZATION: Basic secret\r\n"
                               "Proxy-Authorization: secret\r\ncookie: id=secret\r\nAccept: */*\r\n\r\n";
    const RecordNumber number = traffic.send(connection,
                                             {.kind = MessageKind::Request,
                                              .direction = Direction::ClientToServer,
                                              .bytes = request,
                                              .code = quint16(HttpMethod::Get),
                                              .eventIds = {}});
    traffic.wait(20);
    traffic.send(connection,
                 {.kind = MessageKind::Response,
                  .exchange = number,
                  .bytes = "HTTP/1.1 200 OK\r\nSet-Cookie: id=secret\r\nContent-Length: 2\r\n\r\nok",
                  .code = 200,
                  .flags = RecordFlag::Final,
                  .eventIds = {}});
    traffic.settle();
    const QString path = m_folder.filePath(QStringLiteral("b.har"));
    QVERIFY(exportLog(traffic.log(), path));
    QCOMPARE(contentsOf(path).count("secret"), 6); // headers, and the cookies once more
    QVERIFY(exportLog(traffic.log(), path, {.options = ExportOption::Sanitised}));
    QVERIFY(!contentsOf(path).contains("secret"));
    const QJsonObject only = readLog(path)[u"entries"].toArray().first().toObject();
    QCOMPARE(only[u"request"][u"headers"].toArray().size(), 2);
    QCOMPARE(only[u"request"][u"headersSize"].toInteger(), request.size());
    QCOMPARE(only[u"request"][u"cookies"].toArray().size(), 0);
    QCOMPARE(only[u"response"][u"content"][u"text"].toString(), QStringLiteral("ok"));
}

void TestHarExporter::holdsWholeExchangesOfWhatIsChosen()
{
    // The last record of the socket, and of the long poll its request alone.
    RecordNumber last = m_sample.socket;
    const Journal &journal = m_sample.traffic->log().journal();
    for (RecordNumber number = last; number <= journal.size(); ++number) {
        if (journal.at(number).exchange == m_sample.socket)
            last = number;
    }
    const QString path = m_folder.filePath(QStringLiteral("c.har"));
    QVERIFY(
        exportLog(m_sample.traffic->log(), path, {.records = RecordSelection({m_sample.longPoll, last})}));
    const QJsonArray entries = readLog(path)[u"entries"].toArray();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().toObject(), entry(m_sample.longPoll));
    QCOMPARE(entries.last().toObject(), entry(m_sample.socket));
    QCOMPARE(readLog(path)[u"pages"].toArray().size(), 2);
}

void TestHarExporter::sizesAreTheBytesOnTheWire()
{
    const TrafficLog &log = m_sample.traffic->log();
    const QJsonArray entries = m_log[u"entries"].toArray();
    for (const auto &one : entries) {
        const auto request = RecordNumber(one[u"_record"].toInteger());
        qint64 sent = 0;
        qint64 received = 0;
        for (RecordNumber number = request; number <= log.journal().size(); ++number) {
            const Record record = log.journal().at(number);
            const bool interim = record.kind == MessageKind::Response && record.code == 103;
            if (record.exchange != request || record.kind == MessageKind::Frame || interim)
                continue;
            if (record.direction == Direction::ClientToServer)
                sent += record.wireBytes;
            else if (record.arrivedNs != Record::NotArrived)
                received += record.wireBytes;
        }
        QCOMPARE(one[u"request"][u"headersSize"].toInteger() + one[u"request"][u"bodySize"].toInteger(),
                 sent);
        const qint64 headersSize = one[u"response"][u"headersSize"].toInteger();
        if (one[u"response"][u"status"].toInt() == 0)
            QCOMPARE(headersSize, -1);
        else
            QCOMPARE(headersSize + one[u"response"][u"bodySize"].toInteger(), received);
    }
}

void TestHarExporter::timesAddUp()
{
    const QJsonArray entries = m_log[u"entries"].toArray();
    for (const auto &one : entries) {
        double sum = 0;
        const QJsonObject timings = one[u"timings"].toObject();
        for (const char16_t *part : {u"blocked", u"dns", u"connect", u"send", u"wait", u"receive"})
            sum += std::max(0.0, timings[QString::fromUtf16(part)].toDouble());
        QVERIFY(qAbs(sum - one[u"time"].toDouble()) < 1e-6);
        QVERIFY(QDateTime::fromString(one[u"startedDateTime"].toString(), Qt::ISODateWithMs).isValid());
    }
}

void TestHarExporter::timesAreTheModels_data() const
{
    QTest::addColumn<RecordNumber>("request");
    QTest::addColumn<double>("connect"); // milliseconds, as all of them
    QTest::addColumn<double>("send");
    QTest::addColumn<double>("wait");
    QTest::addColumn<double>("receive");
    // A message travels for 10 ms; a client asks 20 ms after it began to connect.
    QTest::newRow("first on its connection") << m_sample.emptyPoll << 20.0 << 10.0 << 12.0 << 0.0;
    QTest::newRow("on a connection that is open") << m_sample.poll << -1.0 << 10.0 << 10.0 << 0.0;
    QTest::newRow("held, then in two chunks") << m_sample.longPoll << 20.0 << 10.0 << 2010.0 << 5.0;
    QTest::newRow("held until the client left") << m_sample.abortedLongPoll << -1.0 << 10.0 << 490.0 << 0.0;
    QTest::newRow("a stream that its client closed")
        << m_sample.abortedStream << 20.0 << 10.0 << 12.0 << 190.0;
    QTest::newRow("a socket until it was closed") << m_sample.socket << 20.0 << 10.0 << 10.0 << 170.0;
}

void TestHarExporter::timesAreTheModels()
{
    QFETCH(RecordNumber, request);
    QFETCH(double, connect);
    QFETCH(double, send);
    QFETCH(double, wait);
    QFETCH(double, receive);
    const QJsonObject timings = entry(request)[u"timings"].toObject();
    QCOMPARE(timings[u"connect"].toDouble(), connect);
    QCOMPARE(timings[u"send"].toDouble(), send);
    QCOMPARE(timings[u"wait"].toDouble(), wait);
    QCOMPARE(timings[u"receive"].toDouble(), receive);
    const qint64 departedNs = m_sample.traffic->log().journal().at(request).departedNs;
    const qint64 startedMs
        = (Traffic::WallStartNs + departedNs) / Traffic::Millisecond - qint64(std::max(0.0, connect));
    QCOMPARE(QDateTime::fromString(entry(request)[u"startedDateTime"].toString(), Qt::ISODateWithMs)
                 .toMSecsSinceEpoch(),
             startedMs);
}

void TestHarExporter::emptyAnswersHaveNoContent()
{
    QCOMPARE(response(m_sample.emptyPoll)[u"status"].toInt(), 204);
    QCOMPARE(content(m_sample.emptyPoll), objectOf("{'size':0,'mimeType':'x-unknown'}"));
    QCOMPARE(response(m_sample.emptyPoll)[u"bodySize"].toInt(), 0);
}

void TestHarExporter::takesOffTheChunking()
{
    QCOMPARE(content(m_sample.longPoll)[u"text"].toString(), QStringLiteral("[{\"id\":1,\"data\":\"1.5\"}]"));
    QCOMPARE(content(m_sample.longPoll)[u"size"].toInt(), 23);
    QVERIFY(response(m_sample.longPoll)[u"bodySize"].toInt() > 23);
    QVERIFY(!entry(m_sample.longPoll).contains(u"comment"));
}

void TestHarExporter::readsWhatWasPosted()
{
    QCOMPARE(
        entry(m_sample.post)[u"request"][u"postData"].toObject(),
        objectOf(
            "{'mimeType':'application/json','text':'{\\\"type\\\":\\\"note\\\",\\\"data\\\":\\\"hi\\\"}'}"));
    QCOMPARE(response(m_sample.post)[u"status"].toInt(), 201);
}

void TestHarExporter::bytesThatAreNoTextAreBase64()
{
    QCOMPARE(response(m_sample.binary)[u"status"].toInt(), 200); // not the interim 103 before it
    QCOMPARE(content(m_sample.binary),
             objectOf("{'size':4,'mimeType':'image/png','text':'if8AAQ==','encoding':'base64'}"));
}

void TestHarExporter::whatIsNotAnsweredHasStatusZero_data() const
{
    QTest::addColumn<RecordNumber>("request");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("comment");
    QTest::newRow("the client left") << m_sample.abortedLongPoll
                                     << QStringLiteral("The connection was closed before an answer came.")
                                     << QString();
    QTest::newRow("the answer was lost")
        << m_sample.lost << QStringLiteral("The answer never arrived.") << QString();
    QTest::newRow("still held") << m_sample.waiting << QString()
                                << QStringLiteral("Not answered yet when this was written.");
}

void TestHarExporter::whatIsNotAnsweredHasStatusZero()
{
    QFETCH(RecordNumber, request);
    QFETCH(QString, error);
    QFETCH(QString, comment);
    QCOMPARE(response(request)[u"status"].toInt(-1), 0);
    QCOMPARE(entry(request).contains(u"_error"), !error.isEmpty());
    QCOMPARE(entry(request)[u"_error"].toString(), error);
    QCOMPARE(entry(request)[u"comment"].toString(), comment);
}

void TestHarExporter::socketMessagesAreJoined()
{
    const QJsonObject socket = entry(m_sample.socket);
    QCOMPARE(socket[u"_resourceType"].toString(), QStringLiteral("websocket"));
    QCOMPARE(socket[u"request"][u"url"].toString(),
             QStringLiteral("ws://127.0.0.1:7780/events/socket?after=0"));
    QCOMPARE(socket[u"response"][u"status"].toInt(), 101);
    QVERIFY(!socket.contains(u"_error"));
    const QJsonArray messages = socket[u"_webSocketMessages"].toArray();
    QStringList found;
    for (const auto &message : messages) {
        found << message[u"type"].toString() + u' ' + QString::number(message[u"opcode"].toInt()) + u' '
                + message[u"data"].toString();
    }
    QCOMPARE(found,
             (QStringList {QStringLiteral("send 1 Hello"), QStringLiteral("receive 1 Hello"),
                           QStringLiteral("receive 2 /wAB")}));
    // Sent at its departure, received at the arrival of its last piece.
    const qint64 askedNs = m_sample.traffic->log().journal().at(m_sample.socket).departedNs;
    QCOMPARE(messages[0][u"time"].toDouble(), secondsAt(askedNs + 30 * Traffic::Millisecond));
    QCOMPARE(messages[1][u"time"].toDouble(), secondsAt(askedNs + 120 * Traffic::Millisecond));
}

void TestHarExporter::socketFramesAreAllThere()
{
    const QJsonArray frames = entry(m_sample.socket)[u"_webSocketFrames"].toArray();
    QStringList found;
    for (const auto &frame : frames) {
        QString text = frame[u"type"].toString() + u' ' + QString::number(frame[u"opcode"].toInt());
        text += frame[u"fin"].toBool() ? QStringLiteral(" fin") : QString();
        text += frame[u"masked"].toBool() ? QStringLiteral(" masked ") : QStringLiteral(" ");
        text += QString::number(frame[u"payloadSize"].toInt()) + u' ' + frame[u"data"].toString();
        if (frame.toObject().contains(u"code"))
            text += QString::number(frame[u"code"].toInt());
        found << text;
        const auto number = RecordNumber(frame[u"_record"].toInteger());
        QCOMPARE(int(m_sample.traffic->log().journal().at(number).code), frame[u"opcode"].toInt());
    }
    QCOMPARE(
        found,
        (QStringList {QStringLiteral("send 1 fin masked 5 "), QStringLiteral("receive 1 3 "),
                      QStringLiteral("receive 9 fin 5 Hello"), QStringLiteral("send 10 fin masked 5 Hello"),
                      QStringLiteral("receive 0 fin 2 "), QStringLiteral("receive 2 fin 3 "),
                      QStringLiteral("send 8 fin masked 2 1000"), QStringLiteral("receive 8 fin 2 1000")}));
}

void TestHarExporter::streamsAreGivenEventByEvent()
{
    const QJsonObject stream = entry(m_sample.stream);
    QCOMPARE(stream[u"_resourceType"].toString(), QStringLiteral("eventsource"));
    QCOMPARE(content(m_sample.stream)[u"text"].toString(),
             QStringLiteral(u"id: 1\nevent: price\ndata: 10\ndata: 11\n\n:\n\nid: 2\ndata: €\n\n"));
    const qint64 askedNs = m_sample.traffic->log().journal().at(m_sample.stream).departedNs;
    const QJsonArray messages = stream[u"_eventSourceMessages"].toArray();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0][u"time"].toDouble(), secondsAt(askedNs + 122 * Traffic::Millisecond));
    QCOMPARE(messages[0][u"eventName"].toString(), QStringLiteral("price"));
    QCOMPARE(messages[0][u"eventId"].toString(), QStringLiteral("1"));
    QCOMPARE(messages[0][u"data"].toString(), QStringLiteral("10\n11"));
    QCOMPARE(messages[1][u"time"].toDouble(), secondsAt(askedNs + 322 * Traffic::Millisecond));
    QCOMPARE(messages[1][u"eventName"].toString(), QStringLiteral("message"));
    QCOMPARE(messages[1][u"eventId"].toString(), QStringLiteral("2"));
    QCOMPARE(messages[1][u"data"].toString(), QStringLiteral(u"€"));
}

void TestHarExporter::streamsThatDidNotEndAreNoErrors()
{
    QCOMPARE(entry(m_sample.stream)[u"comment"].toString(),
             QStringLiteral("The answer was still going on when this was written."));
    QCOMPARE(entry(m_sample.abortedStream)[u"comment"].toString(),
             QStringLiteral("The stream went on until its connection was closed."));
    QVERIFY(!entry(m_sample.stream).contains(u"_error"));
    QVERIFY(!entry(m_sample.abortedStream).contains(u"_error"));
    QCOMPARE(response(m_sample.abortedStream)[u"status"].toInt(), 200);
    // The time so far.
    const Journal &journal = m_sample.traffic->log().journal();
    const qint64 soFarNs = journal.lastNs() - journal.at(m_sample.stream).departedNs;
    QCOMPARE(entry(m_sample.stream)[u"time"].toDouble(), 20.0 + double(soFarNs) / 1e6);
}

QTEST_GUILESS_MAIN(TestHarExporter)
#include "tst_harexporter.moc"
