// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// The program as somebody calls it from a shell.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitStatus_data();
    void exitStatus();
    void portInUseIsAnError();
    void takesTheNextPortUnlessOneWasAskedFor();
    void playsEveryScene_data();
    void playsEveryScene();
    void interruptedItStillWritesItsFiles();
    void unwritableRecordIsAnError();
    void aSmallFaultIsToldAndNoFailure();
    void playsTheTourWhereThereIsNoDisplay();

private:
    struct Outcome
    {
        int status = -1;
        QString out;
        QString err;
    };
    static Outcome call(const QStringList &arguments, const QString &folder = {}, bool display = true);
};

TestProgram::Outcome TestProgram::call(const QStringList &arguments, const QString &folder, bool display)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    if (!display) {
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
    }
    program.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        program.setWorkingDirectory(folder);
    program.start(QStringLiteral(WIRETALE_PROGRAM), arguments);
    if (!program.waitForFinished(90000)) {
        program.kill();
        program.waitForFinished();
        return {};
    }
    return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2,
            QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

void TestProgram::exitStatus_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const auto row = [](const char *text, int status) {
        QTest::newRow(text) << QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts) << status;
    };
    row("--help", 0);
    row("--version", 0);
    row("list", 0);
    row("list --language ru", 0);
    row("run", 2);
    row("run nothing", 2);
    row("run http --export a.doc", 2);
    row("serve --port 99999", 2);
}

void TestProgram::exitStatus()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const Outcome outcome = call(arguments);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.err.count(u'\n'), status == 0 ? 0 : 1);
    QCOMPARE(outcome.out.isEmpty(), status != 0);
}

void TestProgram::portInUseIsAnError()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());
    const Outcome outcome = call({QStringLiteral("serve"), QStringLiteral("--port"), port,
                                  QStringLiteral("--for"), QStringLiteral("1s")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(port), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

void TestProgram::takesTheNextPortUnlessOneWasAskedFor()
{
    QTcpServer other;
    // Taken by this test or by somebody else: in use either way.
    const bool taken = other.listen(QHostAddress::LocalHost, 7780);
    Q_UNUSED(taken)
    const Outcome outcome = call({QStringLiteral("serve"), QStringLiteral("--for"), QStringLiteral("10ms"),
                                  QStringLiteral("--language"), QStringLiteral("en")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(QStringLiteral("7780")), qPrintable(outcome.out));
    QVERIFY(!outcome.out.contains(QStringLiteral("http://127.0.0.1:7780/")));
}

void TestProgram::playsEveryScene_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("technique"); // that must have passed
    QTest::newRow("http") << QStringLiteral("http") << QStringLiteral("http");
    QTest::newRow("ajax-polling") << QStringLiteral("ajax-polling") << QStringLiteral("ajax-polling");
    QTest::newRow("long-polling") << QStringLiteral("long-polling") << QStringLiteral("long-polling");
    QTest::newRow("long-polling-portions")
        << QStringLiteral("long-polling-portions") << QStringLiteral("long-polling");
    QTest::newRow("event-stream") << QStringLiteral("event-stream") << QStringLiteral("event-stream");
    QTest::newRow("websocket") << QStringLiteral("websocket") << QStringLiteral("websocket");
    QTest::newRow("compare") << QStringLiteral("compare") << QStringLiteral("websocket");
}

void TestProgram::playsEveryScene()
{
    QFETCH(QString, scene);
    QFETCH(QString, technique);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("traffic.jsonl"));
    const Outcome outcome = call({QStringLiteral("run"), scene, QStringLiteral("--for"), QStringLiteral("6s"),
                                  QStringLiteral("--rate"), QStringLiteral("4"), QStringLiteral("--port"),
                                  QStringLiteral("0"), QStringLiteral("--export"), path});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains(technique));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int ofTechnique = 0;
    while (!file.atEnd()) {
        const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
        QVERIFY(record.contains(u"n"));
        ofTechnique += record.value(u"technique").toString() == technique;
    }
    QVERIFY(ofTechnique >= 4);
}

void TestProgram::interruptedItStillWritesItsFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("traffic.jsonl"));
    QProcess program;
    program.start(QStringLiteral(WIRETALE_PROGRAM),
                  {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
                   QStringLiteral("--export"), path});
    QVERIFY(program.waitForReadyRead(30000)); // it listens
    QVERIFY(::kill(pid_t(program.processId()), SIGINT) == 0);
    QVERIFY(program.waitForFinished(30000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(QFile::exists(path));
}

void TestProgram::unwritableRecordIsAnError()
{
    const Outcome outcome = call({QStringLiteral("serve"), QStringLiteral("--for"), QStringLiteral("1s"),
                                  QStringLiteral("--record"), QStringLiteral("/no/such/folder/a.pcapng")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("/no/such/folder/a.pcapng")), qPrintable(outcome.err));
}

void TestProgram::aSmallFaultIsToldAndNoFailure()
{
    QTemporaryDir folder;
    QFile lesson(folder.filePath(QStringLiteral("small.lesson.yaml")));
    QVERIFY(lesson.open(QIODevice::WriteOnly));
    lesson.write("title: Small\nclients: [{kind: websocket}]\nchapters: [{when: start, title: A}]\nscript:\n"
                 "  - {when: second handshake delivered, stop: websocket-1}\n"
                 "  - {when: first closing, send: hello, from: websocket-1}\n");
    lesson.close();
    const Outcome outcome = call({QStringLiteral("run"), lesson.fileName(), QStringLiteral("--port"),
                                  QStringLiteral("0"), QStringLiteral("--rate"), QStringLiteral("20")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("websocket-1")), qPrintable(outcome.err));
    QVERIFY(outcome.out.contains(QStringLiteral("websocket")));
}

void TestProgram::playsTheTourWhereThereIsNoDisplay()
{
    QTemporaryDir folder;
    const Outcome outcome = call({}, folder.path(), false);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    const QDir tour(folder.filePath(QStringLiteral("wiretale-tour")));
    for (const char *name : {"tour.pcapng", "tour.har", "tour.csv", "tour.jsonl"}) {
        QVERIFY2(QFileInfo(tour.filePath(QLatin1String(name))).size() > 1000, name);
        QVERIFY(outcome.out.contains(tour.filePath(QLatin1String(name))));
    }
    for (const char *technique : {"ajax-polling", "long-polling", "event-stream", "websocket"})
        QVERIFY(outcome.out.contains(QLatin1String(technique)));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
