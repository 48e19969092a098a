// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/ownprocess.h"

#include <QElapsedTimer>
#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace wiretale::bench {

Run run(const QByteArrayList &command, const QString &folder)
{
    const QByteArray printed = QFile::encodeName(folder) + "/printed";
    std::vector<char *> arguments;
    for (const QByteArray &argument : command)
        arguments.push_back(const_cast<char *>(argument.constData()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, printed.constData(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const bool isStarted
        = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    int status = -1;
    rusage usage {};
    if (!isStarted || ::wait4(child, &status, 0, &usage) != child)
        return {};
    Run result;
    result.seconds = double(timer.nsecsElapsed()) / 1e9;
    result.peakBytes = double(usage.ru_maxrss) * 1024;
    result.isGood = status == 0;
    QFile file(QFile::decodeName(printed));
    if (file.open(QIODevice::ReadOnly))
        result.words = file.read(4096).simplified().split(' ');
    return result;
}

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE));
}

} // namespace wiretale::bench
