// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// What Mermaid's own parser makes of our sequence diagrams.
class TestMermaidExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordIsAMessage();
    void theServerIsActiveWhileItHolds();
    void lostMessagesEndInACross();
    void textsComeThroughWhole();
    void aLongLogGoesOnInFurtherParts();
    void anEmptyLogIsADiagram();
    void whatIsChosenIsWritten();

private:
    /// One object a file; empty when the parser refuses one, which fails the test.
    [[nodiscard]] static QList<QJsonObject> read(const QStringList &paths);
    [[nodiscard]] static bool canRead();

    QTemporaryDir m_folder;
};

namespace {

QStringList textsOf(const QJsonObject &diagram)
{
    QStringList texts;
    const QJsonArray messages = diagram[u"messages"].toArray();
    for (const auto &message : messages)
        texts << message[u"text"].toString();
    return texts;
}

/// The records' numbers that the texts begin with.
QList<quint32> numbersOf(const QJsonObject &diagram)
{
    QList<quint32> numbers;
    const QStringList texts = textsOf(diagram);
    for (const QString &text : texts)
        numbers << text.section(u' ', 0, 0).sliced(1).toUInt();
    return numbers;
}

} // namespace

bool TestMermaidExporter::canRead()
{
    return !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty()
        && QFile::exists(QStringLiteral(WIRETALE_SOURCE_DIR "/tests/interop/node_modules/mermaid"));
}

QList<QJsonObject> TestMermaidExporter::read(const QStringList &paths)
{
    QProcess process;
    process.start(QStringLiteral("node"),
                  QStringList {QStringLiteral(WIRETALE_SOURCE_DIR "/tests/interop/readmermaid.mjs")} + paths);
    QList<QJsonObject> diagrams;
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return diagrams;
    }
    const QByteArrayList lines = process.readAllStandardOutput().chopped(1).split('\n');
    for (const QByteArray &line : lines)
        diagrams << QJsonDocument::fromJson(line).object();
    return diagrams;
}

void TestMermaidExporter::everyRecordIsAMessage()
{
    if (!canRead())
        QSKIP("node or mermaid is not installed; tests/interop/install.sh does it");
    const Sample sample = sampleTraffic();
    const Journal &journal = sample.traffic->log().journal();
    const QString path = m_folder.filePath(QStringLiteral("a.mmd"));
    QVERIFY(exportLog(sample.traffic->log(), path));
    const QList<QJsonObject> diagrams = read({path});
    QCOMPARE(diagrams.size(), 1);
    const QJsonArray messages = diagrams.first()[u"messages"].toArray();
    QCOMPARE(messages.size(), qsizetype(journal.size()));
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const RecordNumber number = RecordNumber(i + 1);
        const QJsonObject message = messages.at(i).toObject();
        QVERIFY2(message[u"text"].toString().startsWith(QStringLiteral("#%1 ").arg(number)),
                 qPrintable(message[u"text"].toString()));
        QVERIFY(message[u"text"].toString().contains(
            sample.traffic->log().summary(number).simplified().left(40)));
        if (message[u"isNote"].toBool())
            continue;
        const bool fromServer = journal.at(number).direction == Direction::ServerToClient;
        QCOMPARE(message[u"from"].toString() == u"S", fromServer);
        QCOMPARE(message[u"to"].toString() == u"S", !fromServer);
    }
    QVERIFY(diagrams.first()[u"actors"].toArray().contains(QStringLiteral("клиент-1")));
    QVERIFY(diagrams.first()[u"actors"].toArray().contains(QStringLiteral("=HYPERLINK(\"x\"),1")));
}

void TestMermaidExporter::theServerIsActiveWhileItHolds()
{
    const Sample sample = sampleTraffic();
    const QString path = m_folder.filePath(QStringLiteral("a.mmd"));
    QVERIFY(exportLog(sample.traffic->log(), path));
    const QByteArrayList lines = contentsOf(path).split('\n');
    const auto lineOf = [&](RecordNumber number) {
        const QByteArray begin = ": #35;" + QByteArray::number(number) + ' ';
        return std::ranges::find_if(lines, [&](const QByteArray &line) { return line.contains(begin); });
    };
    // The long poll was held for two seconds; the answer that ends it says so.
    const auto request = lineOf(sample.longPoll);
    QCOMPARE(*(request + 1), QByteArray("activate S"));
    QVERIFY2((request + 2)->contains("200 OK, held 2 s"), (request + 2)->constData());
    QCOMPARE(*(request + 3), QByteArray("deactivate S"));
    // One that has no answer yet is never let go.
    QCOMPARE(*(lineOf(sample.waiting) + 1), QByteArray("activate S"));
    QVERIFY(!lines.mid(lineOf(sample.waiting) - lines.begin()).contains("deactivate S"));
}

void TestMermaidExporter::lostMessagesEndInACross()
{
    const Sample sample = sampleTraffic();
    const QString path = m_folder.filePath(QStringLiteral("a.mmd"));
    QVERIFY(exportLog(sample.traffic->log(), path));
    const RecordNumber lost = sample.lost + 1;
    QVERIFY(sample.traffic->log().journal().at(lost).has(RecordFlag::Cut));
    QVERIFY(contentsOf(path).contains("--xC6: #35;" + QByteArray::number(lost) + ' '));
}

void TestMermaidExporter::textsComeThroughWhole()
{
    if (!canRead())
        QSKIP("node or mermaid is not installed; tests/interop/install.sh does it");
    static constexpr const char *Texts[] = {
        "a; b;",
        "a#frag #35; #quot;",
        "%% not a comment",
        "%%{init: {'theme': 'dark'}}%%",
        "<br/><b>x</b>&amp;",
        "\"x\" 'y' `z`",
        "$$x$$",
        "a\\nb",
        "A->>B: x",
        "end",
        "wrap: x",
        "nowrap:x",
        "{a} [b] (c) @{d}",
        "Привет, 世界 😀",
    };
    Traffic traffic;
    QJsonArray actors;
    QStringList texts;
    for (const char *text : Texts) {
        const ConnectionNumber connection = traffic.open(QString::fromUtf8(text));
        const RecordNumber number
            = traffic.send(connection,
                           {.kind = MessageKind::Request,
                            .direction = Direction::ClientToServer,
                            .bytes = "GET " + QByteArray(text).replace(' ', '_') + " HTTP/1.1\r\n\r\n",
                            .code = quint16(HttpMethod::Get),
                            .eventIds = {}});
        actors << QString::fromUtf8(text);
        texts << traffic.log().summary(number);
    }
    const QString path = m_folder.filePath(QStringLiteral("text.mmd"));
    QVERIFY(exportLog(traffic.log(), path));
    const QList<QJsonObject> diagrams = read({path});
    QCOMPARE(diagrams.size(), 1);
    QJsonArray read = diagrams.first()[u"actors"].toArray();
    read.removeLast(); // the server
    QCOMPARE(read, actors);
    const QStringList messages = textsOf(diagrams.first());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QVERIFY2(messages.at(2 * i + 1).endsWith(texts.at(i)), qPrintable(messages.at(2 * i + 1)));
}

void TestMermaidExporter::aLongLogGoesOnInFurtherParts()
{
    if (!canRead())
        QSKIP("node or mermaid is not installed; tests/interop/install.sh does it");
    Traffic traffic;
    std::vector<ConnectionNumber> connections;
    for (int i = 0; i < 150; ++i)
        connections.push_back(traffic.open(QStringLiteral("client-%1").arg(i)));
    std::vector<RecordNumber> held;
    for (int i = 0; i < 1500; ++i) {
        const ConnectionNumber connection = connections[size_t(i) % connections.size()];
        held.push_back(traffic.send(connection,
                                    {.kind = MessageKind::Request,
                                     .direction = Direction::ClientToServer,
                                     .bytes = "GET /<" + QByteArray(i % 200, '#') + "> HTTP/1.1\r\n\r\n",
                                     .code = quint16(HttpMethod::Get),
                                     .eventIds = {}}));
        traffic.wait(20);
    }
    for (const RecordNumber request : held) {
        traffic.send(traffic.log().journal().at(request).connection,
                     {.kind = MessageKind::Response,
                      .exchange = request,
                      .bytes = "HTTP/1.1 204 No Content\r\n\r\n",
                      .code = 204,
                      .flags = RecordFlag::Final,
                      .eventIds = {}});
    }
    const QTemporaryDir folder;
    QVERIFY(exportLog(traffic.log(), folder.filePath(QStringLiteral("a.b.mmd"))));
    QStringList paths {folder.filePath(QStringLiteral("a.b.mmd"))};
    const qsizetype count = QDir(folder.path()).entryList(QDir::Files).size();
    for (qsizetype part = 2; part <= count; ++part)
        paths << folder.filePath(QStringLiteral("a.b-%1.mmd").arg(part));
    const QList<QJsonObject> diagrams = read(paths);
    QCOMPARE(diagrams.size(), count);
    QVERIFY(count >= 5);
    QList<quint32> numbers;
    for (const QJsonObject &diagram : diagrams)
        numbers << numbersOf(diagram);
    QCOMPARE(numbers.size(), qsizetype(traffic.log().journal().size()));
    for (qsizetype i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers.at(i), quint32(i + 1));
    // A part but the first begins with what is held, and says where it goes on.
    QVERIFY(contentsOf(paths.first()).endsWith("%% a.b-2.mmd\n"));
    QVERIFY(contentsOf(paths.at(1)).count("activate S\n") >= 100);
}

void TestMermaidExporter::anEmptyLogIsADiagram()
{
    if (!canRead())
        QSKIP("node or mermaid is not installed; tests/interop/install.sh does it");
    const Traffic nothing;
    const QString path = m_folder.filePath(QStringLiteral("nothing.mmd"));
    QVERIFY(exportLog(nothing.log(), path));
    const QList<QJsonObject> diagrams = read({path});
    QCOMPARE(diagrams.size(), 1);
    QCOMPARE(diagrams.first()[u"actors"].toArray().size(), 1);
}

void TestMermaidExporter::whatIsChosenIsWritten()
{
    if (!canRead())
        QSKIP("node or mermaid is not installed; tests/interop/install.sh does it");
    const Sample sample = sampleTraffic();
    const QString path = m_folder.filePath(QStringLiteral("a.mmd"));
    // An answer without its request, and a request without its answer.
    QVERIFY(exportLog(sample.traffic->log(), path,
                      {.records = RecordSelection({sample.emptyPoll + 1, sample.longPoll})}));
    const QList<QJsonObject> diagrams = read({path});
    QCOMPARE(diagrams.size(), 1);
    QCOMPARE(numbersOf(diagrams.first()), (QList<quint32> {sample.emptyPoll + 1, sample.longPoll}));
    QCOMPARE(diagrams.first()[u"actors"].toArray().size(), 3);
    QCOMPARE(diagrams.first()[u"activations"].toInt(), 1);
    QCOMPARE(diagrams.first()[u"deactivations"].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestMermaidExporter)
#include "tst_mermaidexporter.moc"
