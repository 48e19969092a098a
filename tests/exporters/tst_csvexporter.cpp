// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/csvreader.h"
#include "tests/exporters/traffic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

namespace {

QByteArrayList columns()
{
    return {"n",     "connection",  "exchange",   "client",  "technique",  "kind",
            "from",  "departed_ns", "arrived_ns", "wall_ns", "wire_bytes", "payload_bytes",
            "empty", "held_ns",     "event_ids",  "summary"};
}

/// What the cell for a JSON value must be.
QByteArray cellOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return {};
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toInteger());
    case QJsonValue::Array: {
        QByteArrayList ids;
        const QJsonArray array = value.toArray();
        for (const auto &id : array)
            ids << QByteArray::number(id.toInteger());
        return ids.join(' ');
    }
    default: {
        const QByteArray text = value.toString().toUtf8();
        const bool isFormula = !text.isEmpty() && QByteArray("=+-@\t\r\n").contains(text.front());
        return isFormula ? '\'' + text : text;
    }
    }
}

} // namespace

class TestCsvExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theReaderOfThisTestKeepsTheGrammar_data();
    void theReaderOfThisTestKeepsTheGrammar();
    void holdsWhatTheJsonLinesHold();
    void pythonReadsTheSame();
    void formulasAreHarmless_data();
    void formulasAreHarmless();
    void forExcelItHasSemicolonsAndAMark();
    void anEmptyLogIsAHeader();

private:
    QTemporaryDir m_folder;
    Sample m_sample;
    QString m_path;
};

void TestCsvExporter::init()
{
    m_sample = sampleTraffic();
    m_path = m_folder.filePath(QStringLiteral("a.csv"));
    QVERIFY(exportLog(m_sample.traffic->log(), m_path));
}

void TestCsvExporter::theReaderOfThisTestKeepsTheGrammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArrayList>>("rows");
    using Rows = QList<QByteArrayList>;
    QTest::newRow("plain") << QByteArray("a,b\r\nc,d\r\n") << Rows {{"a", "b"}, {"c", "d"}};
    QTest::newRow("quoted") << QByteArray("\"a,\"\"b\"\"\r\n\",c\r\n") << Rows {{"a,\"b\"\r\n", "c"}};
    QTest::newRow("empty cells") << QByteArray(",\"\",\r\n") << Rows {{"", "", ""}};
    QTest::newRow("a lone line feed breaks it") << QByteArray("a\nb\r\n") << Rows {};
    QTest::newRow("a quotation mark in a bare cell breaks it") << QByteArray("a\"b\r\n") << Rows {};
    QTest::newRow("an open quotation breaks it") << QByteArray("\"a\r\n") << Rows {};
}

void TestCsvExporter::theReaderOfThisTestKeepsTheGrammar()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArrayList>, rows);
    QCOMPARE(readCsv(text), rows);
}

void TestCsvExporter::holdsWhatTheJsonLinesHold()
{
    const QString jsonl = m_folder.filePath(QStringLiteral("a.jsonl"));
    QVERIFY(exportLog(m_sample.traffic->log(), jsonl));
    const QByteArrayList objects = contentsOf(jsonl).chopped(1).split('\n');
    const QList<QByteArrayList> rows = readCsv(contentsOf(m_path));
    QCOMPARE(rows.size(), objects.size() + 1);
    const QByteArrayList names = columns();
    QCOMPARE(rows.first(), names);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const QJsonObject object = QJsonDocument::fromJson(objects.at(row - 1)).object();
        QByteArrayList expected;
        for (const QByteArray &column : names)
            expected << cellOf(object.value(QLatin1StringView(column)));
        QCOMPARE(rows.at(row), expected);
    }
}

void TestCsvExporter::pythonReadsTheSame()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    QProcess process;
    process.start(python,
                  {QStringLiteral("-c"),
                   QStringLiteral("import csv, json, sys\n"
                                  "with open(sys.argv[1], newline='', encoding='utf-8') as f:\n"
                                  "    print(json.dumps(list(csv.reader(f, strict=True))))"),
                   m_path});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QList<QByteArrayList> rows;
    const QJsonArray read = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    for (const auto &row : read) {
        QByteArrayList cells;
        const QJsonArray array = row.toArray();
        for (const auto &cell : array)
            cells << cell.toString().toUtf8();
        rows << cells;
    }
    QCOMPARE(rows, readCsv(contentsOf(m_path)));
}

void TestCsvExporter::formulasAreHarmless_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("equals sign") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
    QTest::newRow("at sign") << QStringLiteral("@A1") << QByteArray("'@A1");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1");
    QTest::newRow("carriage return") << QStringLiteral("\r=1") << QByteArray("'\r=1");
    QTest::newRow("line feed") << QStringLiteral("\n=1") << QByteArray("'\n=1");
    QTest::newRow("with cells of its own")
        << QStringLiteral("=A1,\"x\"\r\n=B2") << QByteArray("'=A1,\"x\"\r\n=B2");
    QTest::newRow("sign inside a text") << QStringLiteral("a=b") << QByteArray("a=b");
}

void TestCsvExporter::formulasAreHarmless()
{
    QFETCH(QString, client);
    QFETCH(QByteArray, cell);
    Traffic traffic;
    traffic.open(client);
    QVERIFY(exportLog(traffic.log(), m_path));
    const QList<QByteArrayList> rows = readCsv(contentsOf(m_path));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).size(), columns().size());
    QCOMPARE(rows.at(1).at(3), cell);
    QCOMPARE(rows.at(1).at(0), QByteArray("1"));
}

void TestCsvExporter::forExcelItHasSemicolonsAndAMark()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    const QString forExcel = m_folder.filePath(QStringLiteral("excel.csv"));
    QVERIFY(exportLog(m_sample.traffic->log(), forExcel, {.options = ExportOption::Excel}));
    QVERIFY(contentsOf(forExcel).startsWith("\xEF\xBB\xBFn;connection;"));
    QVERIFY(contentsOf(forExcel).contains(";\"'=HYPERLINK("));
    // Whoever knows of both reads what stands in the plain table.
    QProcess process;
    process.start(python,
                  {QStringLiteral("-c"),
                   QStringLiteral("import csv, sys\n"
                                  "def rows(path, encoding, separator):\n"
                                  "    with open(path, newline='', encoding=encoding) as f:\n"
                                  "        return list(csv.reader(f, delimiter=separator, strict=True))\n"
                                  "plain = rows(sys.argv[1], 'utf-8', ',')\n"
                                  "print(len(plain), plain == rows(sys.argv[2], 'utf-8-sig', ';'))"),
                   m_path, forExcel});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput().trimmed(),
             QByteArray::number(m_sample.traffic->log().journal().size() + 1) + " True");
}

void TestCsvExporter::anEmptyLogIsAHeader()
{
    const Traffic nothing;
    QVERIFY(exportLog(nothing.log(), m_path));
    QCOMPARE(contentsOf(m_path), columns().join(',') + "\r\n");
}

QTEST_GUILESS_MAIN(TestCsvExporter)
#include "tst_csvexporter.moc"
