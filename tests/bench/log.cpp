// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// log [MESSAGES]
// A log of so many messages (a million unless told): how long it takes to open, what memory a message takes, how long
// each export takes, and what tshark needs for the same file in the same run.

#include "app/exporters/exporter.h"
#include "app/journal/logreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace wiretale;

namespace {

constexpr double Mega = 1024.0 * 1024.0;

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE));
}

/// Polls and event streams of twenty clients, a hundred messages to a connection.
void record(const QString &path, int messages)
{
    const auto log = *TrafficLog::create(1'795'176'000'000'000'000, path);
    const QByteArray request = "GET /events?after=17 HTTP/1.1\r\nHost: 127.0.0.1:7780\r\nUser-Agent: bench\r\n\r\n";
    const QByteArray response
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n[{\"id\":18,\"data\":\"12.5\"}]";
    const std::array<qint64, 1> ids {18};
    qint64 nowNs = 0;
    ConnectionNumber connection = 0;
    RecordNumber exchange = 0;
    for (int i = 0; i < messages; ++i, nowNs += 50'000) {
        Record message;
        message.departedNs = nowNs;
        message.technique = Technique::AjaxPolling;
        const bool opens = i % 100 == 0;
        if (opens)
            ++connection;
        message.connection = connection;
        QByteArrayView bytes;
        if (opens) {
            message.kind = MessageKind::Open;
        } else if (i % 2 != 0) {
            message.kind = MessageKind::Request;
            message.code = quint16(HttpMethod::Get);
            bytes = request;
        } else {
            message.kind = MessageKind::Response;
            message.direction = Direction::ServerToClient;
            message.code = 200;
            message.flags = RecordFlag::Final | RecordFlag::KeepAlive;
            message.exchange = exchange;
            message.payloadBytes = 4;
            bytes = response;
        }
        message.wireBytes = quint32(bytes.size());
        const bool answers = message.kind == MessageKind::Response;
        const RecordNumber number
            = log->departed(message, bytes, answers ? std::span<const qint64>(ids) : std::span<const qint64>());
        log->arrived(number, nowNs + 20'000);
        if (message.kind == MessageKind::Request)
            exchange = number;
        if (opens)
            log->named(connection, QStringLiteral("client-%1").arg(connection % 20));
    }
    (void)log->flush();
}

struct Cost
{
    double seconds = 0;
    double bytes = 0; ///< of memory at its most
    bool isGood = false;
};

Cost runTshark(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray file = path.toLocal8Bit();
    std::array<char *, 4> arguments {const_cast<char *>("tshark"), const_cast<char *>("-r"),
                                     const_cast<char *>(file.constData()), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const bool isStarted
        = ::posix_spawnp(&child, "tshark", &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    int status = -1;
    rusage usage {};
    if (!isStarted || ::wait4(child, &status, 0, &usage) != child)
        return {};
    return {.seconds = double(timer.elapsed()) / 1000,
            .bytes = double(usage.ru_maxrss) * 1024,
            .isGood = status == 0};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int messages = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 1'000'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.pcapng"));
    QElapsedTimer timer;
    timer.start();
    record(path, messages);
    std::printf("recorded   %d messages in %.2f s, %.0f MiB\n", messages, double(timer.elapsed()) / 1000,
                double(QFileInfo(path).size()) / Mega);

    const double before = residentBytes();
    timer.restart();
    const auto reader = LogReader::open(path);
    if (!reader) {
        std::fprintf(stderr, "%s\n", qPrintable(reader.error().message));
        return 1;
    }
    bool isMore = (*reader)->readOn();
    const double first = double(timer.nsecsElapsed()) / 1e9;
    while (isMore)
        isMore = (*reader)->readOn();
    const double whole = double(timer.nsecsElapsed()) / 1e9;
    const auto log = (*reader)->log();
    const double memory = residentBytes() - before;
    std::printf("opened     first screen after %.3f s, all %u after %.2f s, %.0f bytes of memory a message\n", first,
                log->journal().size(), whole, memory / double(log->journal().size()));

    for (const ExportFormat &format : exportFormats()) {
        timer.restart();
        const QString to = folder.filePath(QStringLiteral("out") + QLatin1StringView(format.suffix));
        const Result<void> written = exportLog(*log, to);
        std::printf("exported   %-12s %.2f s%s\n", format.suffix, double(timer.elapsed()) / 1000,
                    written ? "" : ", which failed");
        QFile::remove(to);
    }
    const Cost tshark = runTshark(path);
    if (!tshark.isGood) {
        std::printf("tshark     could not be run\n");
        return 0;
    }
    std::printf("tshark     lists it in %.2f s, in %.0f MiB\n", tshark.seconds, tshark.bytes / Mega);
    std::printf("beside it  %.2f of its time, %.3f of its memory\n", whole / tshark.seconds, memory / tshark.bytes);
    return 0;
}
