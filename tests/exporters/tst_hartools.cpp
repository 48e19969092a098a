// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// What other programs make of our HTTP archives.
class TestHarTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theValidatorAcceptsIt();
    void theValidatorAcceptsAnEmptyLog();
    void jqReadsIt();

private:
    void validate();

    QTemporaryDir m_folder;
    Sample m_sample;
    QString m_path;
};

void TestHarTools::init()
{
    m_sample = sampleTraffic();
    m_path = m_folder.filePath(QStringLiteral("a.har"));
    QVERIFY(exportLog(m_sample.traffic->log(), m_path));
}

void TestHarTools::validate()
{
    const QString interop = QStringLiteral(WIRETALE_SOURCE_DIR "/tests/interop");
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !QFile::exists(interop + QStringLiteral("/node_modules/har-validator")))
        QSKIP("node or har-validator is not installed; tests/interop/install.sh does it");
    QProcess process;
    process.start(node, {interop + QStringLiteral("/validatehar.mjs"), m_path});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void TestHarTools::theValidatorAcceptsIt()
{
    validate();
}

void TestHarTools::theValidatorAcceptsAnEmptyLog()
{
    const Traffic nothing;
    QVERIFY(exportLog(nothing.log(), m_path));
    validate();
}

void TestHarTools::jqReadsIt()
{
    const QString jq = QStandardPaths::findExecutable(QStringLiteral("jq"));
    if (jq.isEmpty())
        QSKIP("jq is not installed");
    QProcess process;
    const QString filter = QStringLiteral("(.log.entries | map(.response.status) | tostring), "
                                          "(.log.entries[]._webSocketMessages[]?.data)");
    process.start(jq, {QStringLiteral("-r"), filter, m_path});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(),
             QByteArray("[204,200,201,200,0,200,200,101,200,0,0]\nHello\nHello\n/wAB\n"));
}

QTEST_GUILESS_MAIN(TestHarTools)
#include "tst_hartools.moc"
