// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

class TestJsonlExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyLineIsAnObjectWithTheMembersInOrder();
    void valuesAreTheJournals();
    void wireBytesAddUpToWhatPassed();
    void namesKindsAndSenders();
    void saysHowLongAnswersWereHeld();
    void openingsAndClosingsBearTheirConnectionsTechnique();
    void whatHasNotArrivedIsNull();
    void writesWhatThereWasAtTheCall();
    void anEmptyLogIsAnEmptyFile();

private:
    [[nodiscard]] QList<QByteArray> lines() const;
    [[nodiscard]] QJsonObject line(RecordNumber number) const;
    /// The first line for which the member is that.
    [[nodiscard]] QJsonObject lineWith(const char *member, const QJsonValue &value) const;
    /// The response to a request.
    [[nodiscard]] QJsonObject answerTo(RecordNumber request) const;

    QTemporaryDir m_folder;
    Sample m_sample;
    QString m_path;
};

void TestJsonlExporter::init()
{
    m_sample = sampleTraffic();
    m_path = m_folder.filePath(QStringLiteral("a.jsonl"));
    QVERIFY(exportLog(m_sample.traffic->log(), m_path));
}

QList<QByteArray> TestJsonlExporter::lines() const
{
    const QByteArray bytes = contentsOf(m_path);
    return bytes.endsWith('\n') ? bytes.chopped(1).split('\n') : QList<QByteArray>();
}

QJsonObject TestJsonlExporter::line(RecordNumber number) const
{
    return QJsonDocument::fromJson(lines().value(number - 1)).object();
}

QJsonObject TestJsonlExporter::lineWith(const char *member, const QJsonValue &value) const
{
    const QList<QByteArray> all = lines();
    for (const QByteArray &one : all) {
        QJsonObject object = QJsonDocument::fromJson(one).object();
        if (object.value(QLatin1StringView(member)) == value)
            return object;
    }
    return {};
}

QJsonObject TestJsonlExporter::answerTo(RecordNumber request) const
{
    const QList<QByteArray> all = lines();
    for (const QByteArray &one : all) {
        QJsonObject object = QJsonDocument::fromJson(one).object();
        if (object.value(u"exchange").toInteger() == request
            && object.value(u"kind").toString() == u"response")
            return object;
    }
    return {};
}

void TestJsonlExporter::everyLineIsAnObjectWithTheMembersInOrder()
{
    const QList<QByteArray> all = lines();
    QCOMPARE(all.size(), qsizetype(m_sample.traffic->log().journal().size()));
    static const QRegularExpression shape(QStringLiteral(
        R"re(^\{"n":\d+,"connection":\d+,"exchange":(\d+|null),"client":"([^"\\]|\\.)*",)re"
        R"re("technique":"[a-z-]+","kind":"[a-z]+","from":"(client|server)","departed_ns":\d+,)re"
        R"re("arrived_ns":(\d+|null),"wall_ns":\d+,"wire_bytes":\d+,"payload_bytes":\d+,"empty":(true|false),)re"
        R"re("held_ns":(\d+|null),"event_ids":\[(\d+(,\d+)*)?\],"summary":"([^"\\]|\\.)*"\}$)re"));
    for (const QByteArray &one : all) {
        QJsonParseError error;
        QJsonDocument::fromJson(one, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, one.constData());
        QVERIFY2(shape.match(QString::fromUtf8(one)).hasMatch(), one.constData());
    }
}

void TestJsonlExporter::valuesAreTheJournals()
{
    const TrafficLog &log = m_sample.traffic->log();
    for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
        const Record record = log.journal().at(number);
        const QJsonObject object = line(number);
        QCOMPARE(object.value(u"n").toInteger(), qint64(number));
        QCOMPARE(object.value(u"connection").toInteger(), qint64(record.connection));
        QCOMPARE(object.value(u"exchange").toInteger(), qint64(record.exchange));
        QCOMPARE(object.value(u"client").toString(), log.journal().clientName(record.connection));
        QCOMPARE(object.value(u"departed_ns").toInteger(), record.departedNs);
        QCOMPARE(object.value(u"arrived_ns").toInteger(Record::NotArrived), record.arrivedNs);
        QCOMPARE(object.value(u"wall_ns").toInteger(), Traffic::WallStartNs + record.departedNs);
        QCOMPARE(object.value(u"wire_bytes").toInteger(), qint64(log.bytes(number).size()));
        QCOMPARE(object.value(u"payload_bytes").toInteger(), qint64(record.payloadBytes));
        QCOMPARE(object.value(u"empty").toBool(),
                 number == answerTo(m_sample.emptyPoll).value(u"n").toInteger());
        QCOMPARE(object.value(u"event_ids").toArray().size(),
                 qsizetype(log.journal().eventIds(number).size()));
        QCOMPARE(object.value(u"summary").toString(), log.summary(number));
    }
    QCOMPARE(answerTo(m_sample.poll).value(u"event_ids").toArray(), QJsonArray {1});
    QCOMPARE(line(m_sample.poll).value(u"summary").toString(), QStringLiteral("GET /events?after=0"));
}

void TestJsonlExporter::wireBytesAddUpToWhatPassed()
{
    std::map<ConnectionNumber, qint64> sums;
    const QList<QByteArray> all = lines();
    for (const QByteArray &one : all) {
        const QJsonObject object = QJsonDocument::fromJson(one).object();
        sums[ConnectionNumber(object.value(u"connection").toInteger())]
            += object.value(u"wire_bytes").toInteger();
    }
    QCOMPARE(sums, m_sample.traffic->bytesFed());
}

void TestJsonlExporter::namesKindsAndSenders()
{
    for (const char16_t *kind : {u"open", u"request", u"response", u"chunk", u"event", u"heartbeat", u"frame",
                                 u"close", u"fault", u"opaque"})
        QVERIFY2(!lineWith("kind", QString::fromUtf16(kind)).isEmpty(), qPrintable(QString::fromUtf16(kind)));
    QCOMPARE(line(m_sample.poll).value(u"from").toString(), QStringLiteral("client"));
    QCOMPARE(answerTo(m_sample.poll).value(u"from").toString(), QStringLiteral("server"));
    QCOMPARE(line(m_sample.waiting).value(u"client").toString(), QStringLiteral(u"клиент-1"));
}

void TestJsonlExporter::saysHowLongAnswersWereHeld()
{
    QCOMPARE(answerTo(m_sample.emptyPoll).value(u"held_ns").toInteger(), 2 * Traffic::Millisecond);
    QCOMPARE(answerTo(m_sample.longPoll).value(u"held_ns").toInteger(), 2000 * Traffic::Millisecond);
    QCOMPARE(answerTo(m_sample.post).value(u"held_ns").toInteger(), Traffic::Millisecond);
    QVERIFY(line(m_sample.longPoll).value(u"held_ns").isNull());
    QVERIFY(lineWith("kind", QLatin1StringView("chunk")).value(u"held_ns").isNull());
    // An interim response answers nothing.
    QCOMPARE(answerTo(m_sample.binary).value(u"summary").toString(), QStringLiteral("103 Early Hints"));
    QVERIFY(answerTo(m_sample.binary).value(u"held_ns").isNull());
}

void TestJsonlExporter::openingsAndClosingsBearTheirConnectionsTechnique()
{
    const QList<QByteArray> all = lines();
    QStringList found;
    for (const QByteArray &one : all) {
        const QJsonObject object = QJsonDocument::fromJson(one).object();
        const QString kind = object.value(u"kind").toString();
        if (kind == u"open" || kind == u"close")
            found << object.value(u"client").toString() + u' ' + object.value(u"technique").toString();
    }
    found.removeDuplicates();
    QCOMPARE(found,
             (QStringList {QStringLiteral("ajax-1 ajax-polling"), QStringLiteral("long-1 long-polling"),
                           QStringLiteral("stream-1 event-stream"), QStringLiteral("stream-2 event-stream"),
                           QStringLiteral("socket-1 websocket"), QStringLiteral("=HYPERLINK(\"x\"),1 http"),
                           QStringLiteral(u"клиент-1 long-polling")}));
    QCOMPARE(line(m_sample.post).value(u"technique").toString(), QStringLiteral("http"));
}

void TestJsonlExporter::whatHasNotArrivedIsNull()
{
    QVERIFY(answerTo(m_sample.lost).value(u"arrived_ns").isNull());
    QVERIFY(lineWith("kind", QLatin1StringView("fault")).value(u"arrived_ns").isNull());
    QVERIFY(line(1).value(u"exchange").isNull());
}

void TestJsonlExporter::writesWhatThereWasAtTheCall()
{
    const QByteArray before = contentsOf(m_path);
    m_sample.traffic->wait(100);
    m_sample.traffic->open(QStringLiteral("late-1"));
    QCOMPARE(contentsOf(m_path), before);
    QVERIFY(exportLog(m_sample.traffic->log(), m_path));
    QCOMPARE(lines().size(), before.count('\n') + 1);
}

void TestJsonlExporter::anEmptyLogIsAnEmptyFile()
{
    const Traffic nothing;
    QVERIFY(exportLog(nothing.log(), m_path));
    QVERIFY(QFile::exists(m_path));
    QCOMPARE(contentsOf(m_path), QByteArray());
}

QTEST_GUILESS_MAIN(TestJsonlExporter)
#include "tst_jsonlexporter.moc"
