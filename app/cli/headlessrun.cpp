// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/headlessrun.h"

#include "app/cli/output.h"
#include "app/cli/scorecardtext.h"
#include "app/cli/stopsignals.h"
#include "app/exporters/exporter.h"
#include "common/pacedtimer.h"

namespace wiretale {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::nanoseconds DefaultRun = 20s;

} // namespace

HeadlessRun::HeadlessRun(CommandLine line, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_engine(m_line.engine)
    , m_signals(std::make_unique<StopSignals>())
{
    connect(&m_engine, &Engine::started, this, &HeadlessRun::onStarted);
    connect(&m_engine, &Engine::failed, this, &HeadlessRun::onFailed);
    connect(&m_engine, &Engine::recordingFailed, this, &HeadlessRun::onFailed);
    connect(&m_engine, &Engine::woundDown, this, &HeadlessRun::onWoundDown);
    connect(m_signals.get(), &StopSignals::received, this, &HeadlessRun::beginToEnd);
}

HeadlessRun::~HeadlessRun() = default;

void HeadlessRun::start()
{
    m_engine.start(m_line.settings.value_or(Settings {}));
}

void HeadlessRun::onStarted(quint16 port, const QString &note)
{
    if (!note.isEmpty())
        printLine(note);
    printLine(tr("Open http://127.0.0.1:%1/ in a browser to join in.").arg(port));
    const bool serving = m_line.mode == CommandLine::Mode::Serve;
    if (!m_line.runFor && serving)
        return;
    m_end = std::make_unique<PacedTimer>(m_engine.clock(), [this] { beginToEnd(); });
    m_end->start(m_line.runFor.value_or(DefaultRun));
}

void HeadlessRun::onFailed(const QString &sentence)
{
    m_failed = true;
    printError(sentence);
    // Without a log there is nothing to bring to an end.
    if (!m_engine.log())
        Q_EMIT finished(1);
}

void HeadlessRun::beginToEnd()
{
    if (std::exchange(m_ending, true))
        return;
    m_engine.resume();
    m_engine.windDown();
}

void HeadlessRun::onWoundDown(bool complete)
{
    const std::shared_ptr<const TrafficLog> log = m_engine.log();
    const Scorecard scorecard = m_engine.scorecard();
    m_end.reset();
    m_engine.stop();
    if (!complete) {
        m_failed = true;
        printError(tr("Some clients had not received every event when the time was up."));
    }
    for (const QString &path : std::as_const(m_line.exports)) {
        if (const Result<void> written = exportLog(*log, path); written) {
            printLine(tr("Written: %1").arg(path));
        } else {
            m_failed = true;
            printError(written.error().message);
        }
    }
    if (!m_line.engine.capturePath.isEmpty())
        printLine(tr("Recorded: %1").arg(m_line.engine.capturePath));
    printLine(QString());
    printText(scorecardText(scorecard));
    Q_EMIT finished(m_failed ? 1 : 0);
}

} // namespace wiretale
