// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/stopsignals.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace wiretale {

namespace {

constexpr std::array StopSignalNumbers {SIGINT, SIGTERM, SIGHUP};

// The one thing that a signal handler can reach.
std::atomic<int> writeEnd {-1};

std::array<int, 2> openPipe()
{
    std::array<int, 2> ends {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe for signals can be opened: too many files are open.");
    return ends;
}

extern "C" void onStopSignal(int number)
{
    const char byte = 1;
    // Nothing can be done about a full pipe, and nothing need: a byte is in it then.
    [[maybe_unused]] const ssize_t written = ::write(writeEnd.load(), &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
    , m_pipe(openPipe())
    , m_notifier(m_pipe[0], QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &StopSignals::onReadable);
    writeEnd = m_pipe[1];
    for (const int number : StopSignalNumbers)
        std::signal(number, onStopSignal);
}

StopSignals::~StopSignals()
{
    for (const int number : StopSignalNumbers)
        std::signal(number, SIG_DFL);
    writeEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void StopSignals::onReadable()
{
    char byte = 0;
    while (::read(m_pipe[0], &byte, 1) > 0) { }
    Q_EMIT received();
}

} // namespace wiretale
