// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "app/journal/filter.h"
#include "tests/exporters/traffic.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace wiretale;

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsFormatsByTheirEnding_data();
    void knowsFormatsByTheirEnding();
    void everyFormatHasADescriptionOfItsOwn();
    void namesTheEndingsForAnUnknownOne();
    void replacesWhatWasThere_data();
    void replacesWhatWasThere();
    void aFolderThatCannotTakeItIsNamed_data();
    void aFolderThatCannotTakeItIsNamed();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void tsharkReadsTheCapture();
    void tsharkFollowsTheConnectionsChosen();
    void writesWhatIsChosen();
    void theFilterChooses();
    void everyOptionIsKnownBySomeFormat();

private:
    static void addFormats();
};

void TestExporter::knowsFormatsByTheirEnding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("suffix");
    QTest::newRow("capture") << QStringLiteral("/x/a.pcapng") << QByteArray(".pcapng");
    QTest::newRow("archive") << QStringLiteral("a.har") << QByteArray(".har");
    QTest::newRow("table") << QStringLiteral("a.csv") << QByteArray(".csv");
    QTest::newRow("lines") << QStringLiteral("a.jsonl") << QByteArray(".jsonl");
    QTest::newRow("trace, an ending with two dots")
        << QStringLiteral("a.trace.json") << QByteArray(".trace.json");
    QTest::newRow("capital letters") << QStringLiteral("A.HAR") << QByteArray(".har");
    QTest::newRow("several dots") << QStringLiteral("a.har.csv") << QByteArray(".csv");
    QTest::newRow("another ending") << QStringLiteral("a.json") << QByteArray();
    QTest::newRow("no dot") << QStringLiteral("csv") << QByteArray();
    QTest::newRow("a folder's ending") << QStringLiteral("a.csv/b") << QByteArray();
    QTest::newRow("nothing") << QString() << QByteArray();
}

void TestExporter::knowsFormatsByTheirEnding()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, suffix);
    const ExportFormat *format = formatOf(path);
    QCOMPARE(format != nullptr ? QByteArray(format->suffix) : QByteArray(), suffix);
}

void TestExporter::everyFormatHasADescriptionOfItsOwn()
{
    QStringList descriptions;
    for (const ExportFormat &format : exportFormats()) {
        QVERIFY(!format.translatedDescription().isEmpty());
        descriptions << format.translatedDescription();
    }
    QCOMPARE(descriptions.size(), qsizetype(exportFormats().size()));
    QCOMPARE(descriptions.removeDuplicates(), 0);
}

void TestExporter::namesTheEndingsForAnUnknownOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    const Traffic traffic;
    const Result<void> written = exportLog(traffic.log(), path);
    QVERIFY(!written);
    for (const ExportFormat &format : exportFormats())
        QVERIFY(written.error().message.contains(QLatin1StringView(format.suffix)));
    QVERIFY(written.error().message.contains(QStringLiteral("a.txt")));
    QVERIFY(!QFile::exists(path));
}

void TestExporter::addFormats()
{
    QTest::addColumn<QString>("name");
    for (const ExportFormat &format : exportFormats())
        QTest::newRow(format.suffix) << QStringLiteral("a") + QLatin1StringView(format.suffix);
}

void TestExporter::replacesWhatWasThere_data()
{
    addFormats();
}

void TestExporter::replacesWhatWasThere()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(QByteArray(1'000'000, 'x'));
    old.close();
    const Sample sample = sampleTraffic();
    QVERIFY(exportLog(sample.traffic->log(), path));
    QVERIFY(!contentsOf(path).contains("xxxx"));
    QVERIFY(contentsOf(path).size() > 1000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList {name});
}

void TestExporter::aFolderThatCannotTakeItIsNamed_data()
{
    addFormats();
}

void TestExporter::aFolderThatCannotTakeItIsNamed()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("nowhere/") + name);
    const Sample sample = sampleTraffic();
    const Result<void> written = exportLog(sample.traffic->log(), path);
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(QDir::toNativeSeparators(path)),
             qPrintable(written.error().message));
    QVERIFY(!written.error().message.contains(u'\n'));
    QVERIFY(written.error().message.endsWith(u'.'));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestExporter::aFullDiskLeavesWhatWasThere_data()
{
    addFormats();
}

void TestExporter::aFullDiskLeavesWhatWasThere()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("before");
    old.close();
    const Sample sample = sampleTraffic();
    QVERIFY(sample.traffic->log().flush());

    // A limit on the size of files stands for the end of the disk: writing past it fails in the same way.
    struct rlimit unlimited = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] {
        setrlimit(RLIMIT_FSIZE, &unlimited);
        std::signal(SIGXFSZ, ignored);
    });
    struct rlimit limited = unlimited;
    limited.rlim_cur = 1000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limited), 0);
    const Result<void> written = exportLog(sample.traffic->log(), path);
    setrlimit(RLIMIT_FSIZE, &unlimited);

    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(QDir::toNativeSeparators(path)),
             qPrintable(written.error().message));
    QVERIFY(!written.error().message.contains(u'\n'));
    QCOMPARE(contentsOf(path), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList {name});
}

void TestExporter::tsharkReadsTheCapture()
{
    const QString tshark = QStandardPaths::findExecutable(QStringLiteral("tshark"));
    if (tshark.isEmpty())
        QSKIP("tshark is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pcapng"));
    const Sample sample = sampleTraffic();
    QVERIFY(exportLog(sample.traffic->log(), path));
    QProcess process;
    process.start(tshark,
                  {QStringLiteral("-r"), path, QStringLiteral("-Y"), QStringLiteral("tcp.len > 0"),
                   QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
                   QStringLiteral("tcp.len")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    qint64 bytes = 0;
    const QByteArrayList lengths = process.readAllStandardOutput().split('\n');
    for (const QByteArray &length : lengths)
        bytes += length.toLongLong();
    qint64 expected = 0;
    for (const auto &[connection, fed] : sample.traffic->bytesFed())
        expected += fed;
    QCOMPARE(bytes, expected);
}

void TestExporter::tsharkFollowsTheConnectionsChosen()
{
    const QString tshark = QStandardPaths::findExecutable(QStringLiteral("tshark"));
    if (tshark.isEmpty())
        QSKIP("tshark is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pcapng"));
    const Sample sample = sampleTraffic();
    const Journal &journal = sample.traffic->log().journal();
    QVERIFY(exportLog(sample.traffic->log(), path, {.records = RecordSelection({sample.socket})}));
    QProcess process;
    process.start(tshark,
                  {QStringLiteral("-r"), path, QStringLiteral("-T"), QStringLiteral("fields"),
                   QStringLiteral("-e"), QStringLiteral("tcp.stream"), QStringLiteral("-e"),
                   QStringLiteral("tcp.len"), QStringLiteral("-e"),
                   QStringLiteral("tcp.analysis.lost_segment")});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    qint64 bytes = 0;
    const QByteArrayList packets = process.readAllStandardOutput().chopped(1).split('\n');
    for (const QByteArray &packet : packets) {
        const QByteArrayList fields = packet.split('\t');
        QCOMPARE(fields.value(0), QByteArray("0"));
        QCOMPARE(fields.value(2), QByteArray());
        bytes += fields.value(1).toLongLong();
    }
    QCOMPARE(bytes, sample.traffic->bytesFed().at(journal.at(sample.socket).connection));
}

void TestExporter::writesWhatIsChosen()
{
    const QTemporaryDir folder;
    const Sample sample = sampleTraffic();
    const RecordSelection records({3, 5, 8});
    for (const char *name : {"a.jsonl", "a.csv"}) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QVERIFY(exportLog(sample.traffic->log(), path));
        const QByteArrayList all = contentsOf(path).split('\n');
        const bool hasHeader = path.endsWith(QStringLiteral(".csv"));
        QVERIFY(exportLog(sample.traffic->log(), path, {.records = records}));
        QByteArrayList expected;
        for (const qsizetype number : {3, 5, 8})
            expected << all.at(hasHeader ? number : number - 1);
        if (hasHeader)
            expected.prepend(all.first());
        QCOMPARE(contentsOf(path), expected.join('\n') + '\n');
    }
}

void TestExporter::theFilterChooses()
{
    const Sample sample = sampleTraffic();
    const TrafficLog &log = sample.traffic->log();
    const auto filter = std::get<Filter>(Filter::parse(u"kind:request technique:websocket"));
    const RecordSelection chosen = recordsChosenBy(filter, log);
    QVERIFY(!chosen.isAll());
    std::vector<RecordNumber> numbers;
    chosen.visit(log.journal().size(), [&](RecordNumber number) {
        numbers.push_back(number);
        return true;
    });
    QCOMPARE(numbers, std::vector<RecordNumber> {sample.socket});
    QVERIFY(recordsChosenBy(Filter(), log).isAll());
}

void TestExporter::everyOptionIsKnownBySomeFormat()
{
    for (const ExportOptionName &option : exportOptionNames()) {
        QVERIFY(!option.translatedDescription().isEmpty());
        QVERIFY2(std::ranges::any_of(
                     exportFormats(),
                     [&](const ExportFormat &format) { return format.options.testFlag(option.option); }),
                 option.name);
    }
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
