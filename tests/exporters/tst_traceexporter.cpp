// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

class TestTraceExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itHasWhatTheFormatRequires_data();
    void itHasWhatTheFormatRequires();
    void everyMessageDepartsAndArrives();
    void anExchangeHoldsTheTimeItWasHeld();
    void countsOpenConnections();

private:
    [[nodiscard]] QList<QJsonObject> events(const QString &phase) const;

    QTemporaryDir m_folder;
    Sample m_sample;
    QJsonArray m_events;
};

void TestTraceExporter::initTestCase()
{
    m_sample = sampleTraffic();
    const QString path = m_folder.filePath(QStringLiteral("a.trace.json"));
    QVERIFY(exportLog(m_sample.traffic->log(), path));
    m_events = QJsonDocument::fromJson(contentsOf(path)).object()[u"traceEvents"].toArray();
    QVERIFY(!m_events.isEmpty());
}

QList<QJsonObject> TestTraceExporter::events(const QString &phase) const
{
    QList<QJsonObject> found;
    for (const auto &event : m_events) {
        if (event[u"ph"].toString() == phase)
            found << event.toObject();
    }
    return found;
}

void TestTraceExporter::itHasWhatTheFormatRequires_data()
{
    QTest::addColumn<bool>("empty");
    QTest::addColumn<RecordSelection>("records");
    QTest::newRow("every kind of traffic") << false << RecordSelection();
    QTest::newRow("nothing") << true << RecordSelection();
    QTest::newRow("an answer and half a stream") << false << RecordSelection({3, 17, 18});
}

void TestTraceExporter::itHasWhatTheFormatRequires()
{
    QFETCH(bool, empty);
    QFETCH(RecordSelection, records);
    const Traffic nothing;
    const QString path = m_folder.filePath(QStringLiteral("b.trace.json"));
    QVERIFY(exportLog(empty ? nothing.log() : m_sample.traffic->log(), path, {.records = records}));
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    QProcess process;
    process.start(python, {QStringLiteral(WIRETALE_SOURCE_DIR "/tests/interop/checktrace.py"), path});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

void TestTraceExporter::everyMessageDepartsAndArrives()
{
    const Journal &journal = m_sample.traffic->log().journal();
    QMultiMap<qint64, double> places; // times by record
    const QList<QJsonObject> slices = events(QStringLiteral("X"));
    for (const QJsonObject &slice : slices)
        places.insert(slice[u"args"][u"record"].toInteger(), slice[u"ts"].toDouble());
    for (RecordNumber number = 1; number <= journal.size(); ++number) {
        const Record record = journal.at(number);
        const bool arrived = record.arrivedNs != Record::NotArrived;
        QCOMPARE(places.count(number), arrived ? 2 : 1);
        QVERIFY(places.contains(number, double(record.departedNs) / 1000));
        QVERIFY(!arrived || places.contains(number, double(record.arrivedNs) / 1000));
    }
}

void TestTraceExporter::anExchangeHoldsTheTimeItWasHeld()
{
    QList<double> held;
    const QList<QJsonObject> begins = events(QStringLiteral("b"));
    const QList<QJsonObject> ends = events(QStringLiteral("e"));
    for (const QList<QJsonObject> &half : {begins, ends}) {
        for (const QJsonObject &event : half) {
            if (event[u"id"].toInteger() == m_sample.longPoll && event[u"name"].toString() == u"held")
                held << event[u"ts"].toDouble();
        }
    }
    QCOMPARE(held.size(), 2);
    QCOMPARE(held.last() - held.first(), 2e6);
}

void TestTraceExporter::countsOpenConnections()
{
    QList<qint64> counts;
    const QList<QJsonObject> counters = events(QStringLiteral("C"));
    for (const QJsonObject &counter : counters) {
        if (counter[u"name"].toString() == u"open connections")
            counts << counter[u"args"][u"open"].toInteger();
    }
    const Journal &journal = m_sample.traffic->log().journal();
    qint64 open = 0;
    for (ConnectionNumber number = 1; number <= journal.connectionCount(); ++number)
        open += journal.connection(number).closedNs == Record::NotArrived;
    QCOMPARE(counts.first(), 1);
    QCOMPARE(counts.last(), open);
}

QTEST_GUILESS_MAIN(TestTraceExporter)
#include "tst_traceexporter.moc"
