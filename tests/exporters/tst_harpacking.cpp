// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"
#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "tests/exporters/traffic.h"
#include "tests/journal/dissectedlog.h"
#include "tests/journal/packed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// How what was sent compressed stands in an archive, and comes back from one.
class TestHarPacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheTextAndWhatWasSaved();
    void saysWhatCouldNotBeRead_data();
    void saysWhatCouldNotBeRead();
    void holdsEventsAsText();
    void listsEventsThatCanBeRead_data();
    void listsEventsThatCanBeRead();
    void holdsSocketMessagesAsText();
    void opensAgainAsText();

private:
    QJsonObject entryOf(DissectedLog &said, qsizetype index = 0);
    QJsonObject answerOf(const QByteArray &headers, const QByteArray &body);

    QTemporaryDir m_folder;
};

namespace {

const QByteArray Ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
const QByteArray Text = QByteArray("{\"price\":1} ").repeated(100);

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace

QJsonObject TestHarPacking::entryOf(DissectedLog &said, qsizetype index)
{
    for (RecordNumber number = 1; number <= said.last(); ++number)
        said.log()->arrived(number, 0);
    const QString path = m_folder.filePath(QStringLiteral("a.har"));
    if (!exportLog(*said.log(), path))
        return {};
    const QJsonObject log = QJsonDocument::fromJson(contentsOf(path)).object().value(u"log").toObject();
    return log[u"entries"].toArray().at(index).toObject();
}

QJsonObject TestHarPacking::answerOf(const QByteArray &headers, const QByteArray &body)
{
    DissectedLog said;
    said.ask(Ask);
    said.answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body);
    return entryOf(said)[u"response"].toObject();
}

void TestHarPacking::holdsTheTextAndWhatWasSaved()
{
    const QByteArray packed = Packer::whole(Packer::Format::Gzip, Text);
    const QJsonObject response = answerOf(
        "Content-Encoding: gzip\r\nContent-Length: " + QByteArray::number(packed.size()) + "\r\n", packed);
    const QJsonObject content = response[u"content"].toObject();
    QCOMPARE(content[u"text"].toString(), QString::fromUtf8(Text));
    QCOMPARE(content[u"size"].toInteger(), Text.size());
    QCOMPARE(content[u"compression"].toInteger(), Text.size() - packed.size());
    QCOMPARE(response[u"bodySize"].toInteger(), packed.size());
    QVERIFY(!content.contains(u"encoding") && !content.contains(u"comment"));
}

void TestHarPacking::saysWhatCouldNotBeRead_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QString>("comment");
    const QByteArray packed = Packer::whole(Packer::Format::Gzip, Text);
    QTest::newRow("its end is missing")
        << QByteArray("gzip") << packed.chopped(9)
        << QStringLiteral(
               "The compressed data is damaged or ends too early; this is what could be read of it.");
    QTest::newRow("a coding that we do not know")
        << QByteArray("zstd") << QByteArray("abc") << QStringLiteral("Compressed with zstd, as it was sent.");
    QTest::newRow("longer than anybody reads")
        << QByteArray("gzip") << Packer::whole(Packer::Format::Gzip, QByteArray(20'000'000, 'x'))
        << QStringLiteral("Only the beginning of what was compressed; it goes on.");
}

void TestHarPacking::saysWhatCouldNotBeRead()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, packed);
    QFETCH(const QString, comment);
    const QJsonObject content = answerOf("Content-Encoding: " + coding + "\r\nContent-Length: "
                                             + QByteArray::number(packed.size()) + "\r\n",
                                         packed)[u"content"]
                                    .toObject();
    QCOMPARE(content[u"comment"].toString(), comment);
    QVERIFY(!content[u"text"].toString().isEmpty());
    QCOMPARE(content[u"size"].toInteger(), content[u"text"].toString().size());
}

void TestHarPacking::holdsEventsAsText()
{
    DissectedLog said;
    Packer packer(Packer::Format::Gzip);
    said.ask(Ask);
    said.answer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
                "Transfer-Encoding: chunked\r\n\r\n");
    said.answer(chunk(packer.pack("id: 1\ndata: a\n\nid: 2\n", Z_SYNC_FLUSH)));
    said.answer(chunk(packer.pack("data: b\n\n", Z_SYNC_FLUSH)));
    const QJsonObject entry = entryOf(said);
    QCOMPARE(entry[u"response"][u"content"][u"text"].toString(),
             QStringLiteral("id: 1\ndata: a\n\nid: 2\ndata: b\n\n"));
    QVERIFY(!entry[u"response"][u"content"].toObject().contains(u"comment"));
    const QJsonArray events = entry[u"_eventSourceMessages"].toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(1)[u"eventId"].toString(), QStringLiteral("2"));
    QCOMPARE(events.at(1)[u"data"].toString(), QStringLiteral("b"));
}

void TestHarPacking::listsEventsThatCanBeRead_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("events");
    QTest::addColumn<QString>("comment");
    const QByteArray event = "data: a\n\n";
    const QString some = QStringLiteral("Only those events are listed that could be unpacked.");
    Packer packer(Packer::Format::Gzip);
    const QByteArray packed = packer.pack(event, Z_SYNC_FLUSH);
    QTest::newRow("all of them") << QByteArray("gzip") << chunk(Packer::whole(Packer::Format::Gzip, event))
                                 << qsizetype(1) << QString();
    QTest::newRow("what is not compressed")
        << QByteArray("identity") << chunk(event) << qsizetype(1) << QString();
    QTest::newRow("until the damage")
        << QByteArray("gzip") << chunk(packed) + chunk("\7\7") + chunk(packed) << qsizetype(1) << some;
    QTest::newRow("until there are more than anybody reads")
        << QByteArray("gzip")
        << chunk(Packer::whole(Packer::Format::Gzip,
                               event + "data: " + QByteArray(20'000'000, 'x') + "\n\n" + event))
        << qsizetype(1) << some;
    QTest::newRow("a coding that we do not know, whose bytes look like an event")
        << QByteArray("zstd") << chunk(event) << qsizetype(-1)
        << QStringLiteral("No events are listed, as the stream could not be unpacked.");
}

void TestHarPacking::listsEventsThatCanBeRead()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const qsizetype, events);
    QFETCH(const QString, comment);
    DissectedLog said;
    said.ask(Ask);
    said.answer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: " + coding
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body + "0\r\n\r\n");
    const QJsonObject entry = entryOf(said);
    QCOMPARE(entry.contains(u"_eventSourceMessages"), events >= 0);
    if (events >= 0)
        QCOMPARE(entry[u"_eventSourceMessages"].toArray().size(), events);
    QCOMPARE(entry[u"comment"].toString(), comment);
}

void TestHarPacking::holdsSocketMessagesAsText()
{
    DissectedLog said;
    Packer packer(Packer::Format::Deflate);
    said.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
    for (int i = 0; i < 2; ++i) {
        const QByteArray packed = packer.message("the same text");
        said.answer(QByteArray::fromHex("c1") + char(packed.size()) + packed);
    }
    const QJsonArray messages = entryOf(said)[u"_webSocketMessages"].toArray();
    QCOMPARE(messages.size(), 2);
    for (const auto &message : messages) {
        QCOMPARE(message[u"data"].toString(), QStringLiteral("the same text"));
        QVERIFY(!message.toObject().contains(u"_compressed"));
    }
}

void TestHarPacking::opensAgainAsText()
{
    DissectedLog said;
    const QByteArray packed = Packer::whole(Packer::Format::Gzip, Text);
    said.ask(Ask);
    said.answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                "Transfer-Encoding: chunked\r\n\r\n"
                + chunk(packed) + "0\r\n\r\n");
    QCOMPARE(entryOf(said)[u"response"][u"content"][u"text"].toString(), QString::fromUtf8(Text));
    Result<std::unique_ptr<LogReader>> opened = LogReader::open(m_folder.filePath(QStringLiteral("a.har")));
    QVERIFY(opened);
    while ((*opened)->readOn()) { }
    MessageReader reader((*opened)->log());
    const MessageBody body = bodyOf(reader, (*opened)->log()->journal().size());
    QCOMPARE(body.bytes, Text);
    QCOMPARE(body.packing, PlainContent::State::AsSent);
}

QTEST_GUILESS_MAIN(TestHarPacking)
#include "tst_harpacking.moc"
