// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheIssuesExample();
    void namesFilesOfTraffic();
    void limitOfTheRecording();
    void namesTheMode_data();
    void namesTheMode();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void findsTheLanguageBeforeAllElse();

private:
    static QStringList words(const char *line)
    {
        return (QStringLiteral("wiretale ") + QString::fromUtf8(line)).split(u' ', Qt::SkipEmptyParts);
    }
};

void TestCommandLine::readsTheIssuesExample()
{
    const auto line = readCommandLine(words("run compare --for 30s --rate 0.5 --link lan --latency 40ms "
                                            "--bandwidth 2Mbit --port 7781 --publish-every 1s --seed 7 "
                                            "--clients ajax-polling,event-stream --language ru "
                                            "--export a.jsonl --export a.har --export-option sanitised "
                                            "--export-filter kind:request --record a.pcapng"));
    QVERIFY(line.has_value());
    QCOMPARE(line->mode, CommandLine::Mode::Run);
    QCOMPARE(line->lesson->lesson.id, QStringLiteral("compare"));
    QCOMPARE(line->runFor, std::optional<std::chrono::nanoseconds>(30s));
    QVERIFY(line->settings.has_value());
    QCOMPARE(line->settings->rate, 0.5);
    QCOMPARE(line->settings->link.latency, std::chrono::nanoseconds(40ms));
    QCOMPARE(line->settings->link.bitsPerSecond, qint64(2'000'000));
    QCOMPARE(line->settings->publish.kind, PublishPlan::Kind::EveryInterval);
    QCOMPARE(line->settings->publish.interval, std::chrono::milliseconds(1s));
    QCOMPARE(line->settings->clients, (std::array {false, true, false, true, false}));
    QCOMPARE(line->engine.port, quint16(7781));
    QVERIFY(line->engine.exactPort);
    QCOMPARE(line->engine.seed, 7U);
    QCOMPARE(line->engine.capturePath, QStringLiteral("a.pcapng"));
    QCOMPARE(line->exports.paths, (QStringList {QStringLiteral("a.jsonl"), QStringLiteral("a.har")}));
    QCOMPARE(line->exports.options, ExportOptions(ExportOption::Sanitised));
    QCOMPARE(line->exports.filter.toString(), QStringLiteral("kind:request"));
    QCOMPARE(line->language, QStringLiteral("ru"));
}

void TestCommandLine::namesFilesOfTraffic()
{
    const auto converted = readCommandLine(words("convert a.pcap b.har b.csv --export-option excel"));
    QVERIFY(converted);
    QCOMPARE(converted->files, QStringList {QStringLiteral("a.pcap")});
    QCOMPARE(converted->exports.paths, (QStringList {QStringLiteral("b.har"), QStringLiteral("b.csv")}));
}

void TestCommandLine::limitOfTheRecording()
{
    QCOMPARE(readCommandLine(words("serve"))->engine.captureLimit, qint64(1) << 30);
    QCOMPARE(readCommandLine(words("serve --record-limit 5MiB"))->engine.captureLimit, qint64(5) << 20);
    QCOMPARE(readCommandLine(words("serve --record-limit 2GB"))->engine.captureLimit, 2'000'000'000);
}

void TestCommandLine::namesTheMode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("mode");
    const auto row = [](const char *text, CommandLine::Mode mode) {
        QTest::newRow(*text ? text : "no words") << QString::fromUtf8(text) << int(mode);
    };
    row("", CommandLine::Mode::Window);
    row("--link lan", CommandLine::Mode::Window);
    row("run http", CommandLine::Mode::Run);
    row("run compare", CommandLine::Mode::Run);
    row("serve", CommandLine::Mode::Serve);
    row("serve --for 1s", CommandLine::Mode::Serve);
    row("list", CommandLine::Mode::List);
    row("convert a.pcap a.har", CommandLine::Mode::Convert);
    row("--help", CommandLine::Mode::Help);
    row("--version", CommandLine::Mode::Version);
}

void TestCommandLine::namesTheMode()
{
    QFETCH(QString, text);
    QFETCH(int, mode);
    const auto line = readCommandLine(words(text.toUtf8().constData()));
    QVERIFY(line.has_value());
    QCOMPARE(int(line->mode), mode);
}

void TestCommandLine::refusesInOneSentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto row = [](const char *name, const char *text, const char *named) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(named);
    };
    row("an unknown command", "fly", "fly");
    row("run without a scene", "run", "wiretale list");
    row("an unknown scene", "run nothing", "ajax-polling");
    row("a word too many", "run http twice", "twice");
    row("a rate too fast", "run http --rate 21", "0.02");
    row("a rate that is no number", "run http --rate quick", "quick");
    row("an unknown link", "run http --link pigeon", "satellite");
    row("an unknown client", "run http --clients carrier", "event-stream");
    row("a port beyond 65535", "serve --port 70000", "65535");
    row("a negative port", "serve --port=-1", "-1");
    row("a duration", "serve --for soon", "soon");
    row("a bandwidth", "serve --bandwidth much", "much");
    row("publishing without a pause", "serve --publish-every 0", "millisecond");
    row("a seed", "run http --seed x", "seed");
    row("a language", "run http --language de", "de");
    row("an export format", "run http --export a.doc", ".jsonl");
    row("an export without an ending", "run http --export traffic", ".pcapng");
    row("an unknown option", "run http --fast", "fast");
    row("an option without its value", "run http --for", "for");
    row("a way of exporting", "run http --export a.csv --export-option exel", "sanitised");
    row("a way of exporting that no file takes", "run http --export a.jsonl --export-option excel", "excel");
    row("a filter", "run http --export a.csv --export-filter knd:request", "kind");
    row("a limit too small", "serve --record-limit 5", "1MiB");
    row("nothing to convert to", "convert a.pcap", "convert");
    row("a format to convert to", "convert a.pcap a.doc", ".jsonl");
    row("an export in the window", "--export a.har", "--export");
}

void TestCommandLine::refusesInOneSentence()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    const auto line = readCommandLine(words(text.toUtf8().constData()));
    QVERIFY(!line.has_value());
    QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
    QVERIFY(!line.error().message.contains(u'\n'));
}

void TestCommandLine::findsTheLanguageBeforeAllElse()
{
    QCOMPARE(languageOf(words("run x --language ru --bad")), QStringLiteral("ru"));
    QCOMPARE(languageOf(words("--language=en")), QStringLiteral("en"));
    QCOMPARE(languageOf(words("run compare")), QString());
    QCOMPARE(languageOf(words("run compare --language")), QString());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
