// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// log [MESSAGES]
// A log of so many messages (a million unless told): how long it takes to open, what memory a message takes,
// how long a filter and each export take, and what tshark needs to list the same file in the same run. Each
// is measured in a process of its own, which is this program again: log STEP PATH [WHAT].

#include "app/journal/filteredrows.h"
#include "app/journal/logreader.h"
#include "app/pictures/pictureformats.h"
#include "tests/bench/logrecording.h"
#include "tests/bench/ownprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <variant>

using namespace wiretale;

namespace {

constexpr double Mega = 1024.0 * 1024.0;
// Some milliseconds' worth.
constexpr qint64 LooksAtATime = 20'000;

constexpr std::array FilterLines {
    "technique:ajax-polling kind:response bytes>90",
    "client:client-7 held>1ms and not empty",
    "text:\"12.5\"",
    "text:\"nowhere\"",
    "rule:broken",
};

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

int open(const QString &path)
{
    const double before = bench::residentBytes();
    QElapsedTimer timer;
    timer.start();
    const auto reader = LogReader::open(path);
    if (!reader)
        return 1;
    bool isMore = (*reader)->readOn();
    const double first = secondsOf(timer);
    while (isMore)
        isMore = (*reader)->readOn();
    const double whole = secondsOf(timer);
    const double memory = bench::residentBytes() - before;
    const quint32 size = (*reader)->log()->journal().size();
    std::printf("%.3f %.3f %u %.1f\n", first, whole, size, memory / double(size));
    return 0;
}

int filter(const QString &path, const QString &line)
{
    const auto reader = readWhole(path);
    const auto parsed = Filter::parse(line);
    if (!reader || !std::holds_alternative<Filter>(parsed))
        return 1;
    QElapsedTimer timer;
    timer.start();
    FilteredRows rows((*reader)->log(), std::get<Filter>(parsed));
    qint64 worstNs = 0;
    while (!rows.isUpToDate()) {
        const qint64 began = timer.nsecsElapsed();
        rows.advance(LooksAtATime);
        worstNs = std::max(worstNs, timer.nsecsElapsed() - began);
    }
    std::printf("%.3f %.1f %u\n", secondsOf(timer), double(worstNs) / 1e6, rows.size());
    return 0;
}

int write(const QString &path, const QString &to)
{
    const auto reader = readWhole(path);
    if (!reader)
        return 1;
    QElapsedTimer timer;
    timer.start();
    const Result<void> written = exportLog(*(*reader)->log(), to, {}, allExportFormats());
    std::printf("%.2f %s\n", secondsOf(timer), written ? "" : qPrintable(written.error().message));
    return 0;
}

/// The whole bench, over one log.
class Bench
{
public:
    explicit Bench(QByteArray program)
        : m_program(std::move(program))
    {
    }

    int run(int messages);

private:
    [[nodiscard]] bench::Run step(const char *name, const QByteArray &what = {}) const
    {
        return bench::run({m_program, name, QFile::encodeName(m_path), what}, m_folder.path());
    }
    void filters() const;
    void exports() const;

    QByteArray m_program;
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("log.pcapng"));
};

int Bench::run(int messages)
{
    const bench::Run recorded = step("record", QByteArray::number(messages));
    const bench::Run opened = step("open");
    if (!recorded.isGood || !opened.isGood) {
        std::fprintf(stderr, "the log could not be recorded or opened\n");
        return 1;
    }
    std::printf("recorded   %d messages in %.2f s, %.0f MiB\n", messages, recorded.seconds,
                double(QFileInfo(m_path).size()) / Mega);
    std::printf("opened     first screen after %s s, all %s after %s s, %s bytes of memory a message\n",
                opened.words.value(0).constData(), opened.words.value(2).constData(),
                opened.words.value(1).constData(), opened.words.value(3).constData());
    filters();
    exports();
    const bench::Run tshark = bench::run({"tshark", "-r", QFile::encodeName(m_path)}, m_folder.path());
    if (!tshark.isGood) {
        std::printf("tshark     could not be run\n");
        return 0;
    }
    std::printf("tshark     lists it in %.2f s, with %.0f MiB at most\n", tshark.seconds,
                tshark.peakBytes / Mega);
    std::printf("beside it  opening took %.3f of its time, and %.0f MiB at most: %.3f of its memory\n",
                opened.seconds / tshark.seconds, opened.peakBytes / Mega,
                opened.peakBytes / tshark.peakBytes);
    return 0;
}

void Bench::filters() const
{
    for (const char *line : FilterLines) {
        const bench::Run filtered = step("filter", line);
        std::printf("filtered   %-48s %s s, at most %s ms at a time, %s rows\n", line,
                    filtered.words.value(0).constData(), filtered.words.value(1).constData(),
                    filtered.words.value(2).constData());
    }
}

void Bench::exports() const
{
    for (const ExportFormat &format : allExportFormats()) {
        const QDir folder(m_folder.filePath(QStringLiteral("out")));
        (void)QDir().mkpath(folder.path());
        const QString to = folder.filePath(QStringLiteral("log") + QLatin1StringView(format.suffix));
        const bench::Run exported = step("export", QFile::encodeName(to));
        qint64 size = 0;
        const QFileInfoList files = folder.entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            size += file.size();
        std::printf("exported   %-12s %7s s, %5.0f MiB in %d file(s), with %.0f MiB of memory at most%s\n",
                    format.suffix, exported.words.value(0).constData(), double(size) / Mega,
                    int(files.size()), exported.peakBytes / Mega, exported.isGood ? "" : "; it failed");
        if (exported.words.size() > 1)
            std::printf("           %s\n", exported.words.sliced(1).join(' ').constData());
        std::fflush(stdout);
        QDir(folder).removeRecursively();
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        const QCoreApplication application(argc, argv);
        const int messages = argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 1'000'000;
        return Bench(QFile::encodeName(QCoreApplication::applicationFilePath())).run(messages);
    }
    const QByteArray name = argv[1];
    const QString path = QFile::decodeName(argv[2]);
    const QString what = QFile::decodeName(argv[3]);
    if (name == "record")
        return bench::recordPolls(path, what.toInt()) ? 0 : 1;
    if (name == "open")
        return open(path);
    if (name == "filter")
        return filter(path, what);
    // What is drawn needs fonts.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return write(path, what);
}
