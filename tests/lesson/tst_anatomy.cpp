// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/lesson/anatomy.h"
#include "client/eventstreamparser.h"

#include <QTest>

#include <algorithm>

using namespace wiretale;

class TestAnatomy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamIsReadAsTheParserReadsIt_data();
    void aStreamIsReadAsTheParserReadsIt();
    void stepsCoverTheStream();
    void theHandshakeOfTheStandard();
    void aWrongAnswerIsTold();
    void unmasksByteByByte();
    void fragmentsWithAPingBetween();
    void examplesHaveSteps();
    void aMessageOfALog();

private:
    static QString valueOf(const AnatomyStep &step, const char *name)
    {
        const auto value = std::ranges::find(step.values, QLatin1StringView(name), &AnatomyValue::name);
        return value == step.values.end() ? QString() : value->value;
    }
};

void TestAnatomy::aStreamIsReadAsTheParserReadsIt_data()
{
    QTest::addColumn<QByteArray>("stream");
    for (const Anatomy &anatomy : anatomyExamples()) {
        if (!anatomy.bytes.startsWith('d') && !anatomy.bytes.startsWith(':'))
            continue;
        if (anatomy.bytes.contains('\n'))
            QTest::newRow(qPrintable(anatomy.title)) << anatomy.bytes;
    }
    QTest::newRow("all line ends") << QByteArray("data: a\r\ndata: b\rdata: c\n\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\n");
    QTest::newRow("id, type and retry")
        << QByteArray("id: 7\nevent: e\nretry: 10\nretry: x\ndata\n\ndata: b\n\n");
    QTest::newRow("an id alone") << QByteArray("id: 7\n\ndata: b\n\n");
    QTest::newRow("no such field") << QByteArray("Data: b\ndata : c\n\ndata: d\n\n");
    QTest::newRow("a type without data is forgotten") << QByteArray("event: e\n\ndata: d\n\n");
}

void TestAnatomy::aStreamIsReadAsTheParserReadsIt()
{
    QFETCH(const QByteArray, stream);
    QStringList expected;
    EventStreamParser parser([&expected](const StreamedEvent &event) {
        expected << QString::fromUtf8(event.type + " (" + event.lastEventId + "): ")
                + QString::fromUtf8(event.data).replace(u'\n', QStringLiteral("\u21b5"));
    });
    parser.feed(stream);
    const Anatomy anatomy = eventStreamAnatomy(stream, {});
    QCOMPARE(valueOf(anatomy.steps.back(), "dispatched so far"), expected.join(u'\n'));
    if (parser.retry())
        QCOMPARE(valueOf(anatomy.steps.back(), "reconnection time"),
                 QStringLiteral("%1 ms").arg(parser.retry()->count()));
}

void TestAnatomy::stepsCoverTheStream()
{
    const QByteArray stream = "\xEF\xBB\xBF: hi\r\ndata: 1\rid: 2\n\nda";
    qint64 at = 0;
    const Anatomy anatomy = eventStreamAnatomy(stream, {});
    for (size_t i = 1; i < anatomy.steps.size(); ++i) {
        QCOMPARE(anatomy.steps[i].begin, at);
        at += anatomy.steps[i].length;
    }
    QCOMPARE(at, stream.size());
}

void TestAnatomy::theHandshakeOfTheStandard()
{
    const QByteArray accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    const Anatomy anatomy = handshakeAnatomy("dGhlIHNhbXBsZSBub25jZQ==", accept, {});
    QCOMPARE(anatomy.steps.size(), size_t(5));
    QCOMPARE(valueOf(anatomy.steps[0], "the 16 bytes"),
             QString::fromLatin1(QByteArray("the sample nonce").toHex(' ')));
    // RFC 6455, 1.3.
    QCOMPARE(valueOf(anatomy.steps[2], "SHA-1"),
             QStringLiteral("b3 7a 4f 2c c0 62 4f 16 90 f6 46 06 cf 38 59 45 b2 be c4 ea"));
    QCOMPARE(valueOf(anatomy.steps[3], "Base64"), QString::fromLatin1(accept));
    QVERIFY(anatomy.steps[4].text.startsWith(QStringLiteral("The server answered just that")));
}

void TestAnatomy::aWrongAnswerIsTold()
{
    const Anatomy anatomy = handshakeAnatomy("dGhlIHNhbXBsZSBub25jZQ==", "x", {});
    QVERIFY(anatomy.steps.back().text.contains(QStringLiteral("close the connection")));
    QCOMPARE(handshakeAnatomy("a", {}, {}).steps.size(), size_t(4));
}

void TestAnatomy::unmasksByteByByte()
{
    const Anatomy anatomy = unmaskingAnatomy(QByteArray::fromHex("818537fa213d7f9f4d5158"), {});
    QCOMPARE(anatomy.steps.size(), size_t(7));
    QCOMPARE(valueOf(anatomy.steps[1], "masked"), QStringLiteral("7f 01111111"));
    QCOMPARE(valueOf(anatomy.steps[1], "key"), QStringLiteral("37 00110111"));
    QCOMPARE(valueOf(anatomy.steps[1], "plain"), QStringLiteral("48 01001000"));
    QCOMPARE(valueOf(anatomy.steps[5], "key"), QStringLiteral("37 00110111")); // the fifth: the first again
    QCOMPARE(valueOf(anatomy.steps[5], "so far"), QStringLiteral("Hello"));
    QCOMPARE(anatomy.steps[5].begin, 10);
}

void TestAnatomy::fragmentsWithAPingBetween()
{
    const Anatomy anatomy = anatomyExamples().back();
    QCOMPARE(anatomy.steps.size(), size_t(3));
    QCOMPARE(valueOf(anatomy.steps[0], "the message so far"), QStringLiteral("Hel"));
    QCOMPARE(valueOf(anatomy.steps[1], "the message so far"), QStringLiteral("Hel"));
    QCOMPARE(valueOf(anatomy.steps[2], "the message so far"), QStringLiteral("Hello"));
    QVERIFY(anatomy.steps[1].text.startsWith(QStringLiteral("A control frame")));
    QVERIFY(anatomy.steps[2].text.endsWith(QStringLiteral("the message is whole.")));
}

void TestAnatomy::examplesHaveSteps()
{
    const std::vector<Anatomy> examples = anatomyExamples();
    QCOMPARE(examples.size(), size_t(7));
    for (const Anatomy &anatomy : examples) {
        QVERIFY(!anatomy.title.isEmpty() && !anatomy.steps.empty());
        for (const AnatomyStep &step : anatomy.steps)
            QVERIFY(step.begin >= 0 && step.begin + step.length <= anatomy.bytes.size());
    }
}

void TestAnatomy::aMessageOfALog()
{
    const std::shared_ptr<TrafficLog> log = *TrafficLog::create(0);
    const auto add = [&log](Record record, const QByteArray &bytes) {
        record.connection = 1;
        record.wireBytes = quint32(bytes.size());
        record.technique = Technique::WebSocket;
        return log->departed(record, bytes, {});
    };
    const RecordNumber request = add({.flags = RecordFlag::Handshake, .kind = MessageKind::Request},
                                     "GET / HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    const RecordNumber answer
        = add({.exchange = request,
               .flags = RecordFlag::Handshake | RecordFlag::Final,
               .kind = MessageKind::Response,
               .direction = Direction::ServerToClient},
              "HTTP/1.1 101 Yes\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
    const auto frame = [&](quint16 opcode, RecordFlag flags, const char *digits) {
        return add({.flags = flags,
                    .code = opcode,
                    .kind = MessageKind::Frame,
                    .direction = Direction::ServerToClient},
                   QByteArray::fromHex(digits));
    };
    frame(1, RecordFlag::None, "010348656c");
    const RecordNumber ping = frame(9, RecordFlag::Fin, "8900");
    const RecordNumber last = frame(0, RecordFlag::Fin, "80026c6f");
    frame(1, RecordFlag::Fin, "810141");
    QVERIFY(hasAnatomy(log->journal().at(answer)));
    QCOMPARE(anatomyOf(log, answer)->steps.size(), size_t(5));
    QCOMPARE(anatomyOf(log, last)->steps.size(), size_t(3));
    QCOMPARE(valueOf(anatomyOf(log, last)->steps.back(), "the message so far"), QStringLiteral("Hello"));
    QVERIFY(anatomyOf(log, ping)->steps.size() >= 1);
    const RecordNumber plain = add({.kind = MessageKind::Opaque}, "x");
    QVERIFY(!hasAnatomy(log->journal().at(plain)));
    QVERIFY(!anatomyOf(log, plain));
}

QTEST_GUILESS_MAIN(TestAnatomy)
#include "tst_anatomy.moc"
