// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/trafficopener.h"

#include "app/journal/logreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPromise>
#include <QtConcurrent>

#include <utility>

namespace wiretale {

namespace {

using Stretch = TrafficOpener::Stretch;
using State = Stretch::State;

// How often the window hears of it, in real time.
constexpr std::chrono::milliseconds TellEvery {100};

Stretch stretchOf(State state, const LogReader &reader)
{
    return {.state = state,
            .log = {},
            .scorecard = reader.log()->statistics().scorecard(),
            .progress = reader.progress(),
            .sentence = reader.remark()};
}

void read(QPromise<Stretch> &promise, const QString &path, const std::stop_token &stop)
{
    const Result<std::unique_ptr<LogReader>> opened = LogReader::open(path);
    if (!opened) {
        promise.addResult(Stretch {.state = State::Failed, .sentence = opened.error().message});
        return;
    }
    LogReader &reader = **opened;
    bool isMore = reader.readOn();
    Stretch first = stretchOf(State::Begun, reader);
    first.log = std::make_shared<std::shared_ptr<const TrafficLog>>(reader.log());
    promise.addResult(std::move(first));
    QElapsedTimer told;
    told.start();
    while (isMore && !stop.stop_requested()) {
        isMore = reader.readOn();
        if (told.elapsed() < TellEvery.count())
            continue;
        told.start();
        promise.addResult(stretchOf(State::Going, reader));
    }
    // What it wrote, if anything, so that another thread can have all of it.
    const Result<void> flushed = reader.log()->flush();
    Stretch last = stretchOf(State::Ended, reader);
    if (isMore)
        last.sentence = readingCancelled(*reader.log());
    else if (!flushed)
        last.sentence = flushed.error().message;
    promise.addResult(std::move(last));
}

} // namespace

QString readingCancelled(const TrafficLog &log)
{
    return QCoreApplication::translate("wiretale::TrafficOpener",
                                       "Reading was cancelled; the first %Ln message(s) are here.", nullptr,
                                       int(log.journal().size()));
}

TrafficOpener::TrafficOpener(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this,
            [this](int index) { onStretch(m_watcher.resultAt(index)); });
}

TrafficOpener::~TrafficOpener()
{
    cancel();
    m_watcher.waitForFinished();
}

void TrafficOpener::open(const QString &path)
{
    cancel();
    m_stop = {};
    m_watcher.setFuture(QtConcurrent::run(read, path, m_stop.get_token()));
}

void TrafficOpener::cancel()
{
    m_stop.request_stop();
}

void TrafficOpener::onStretch(const Stretch &stretch)
{
    switch (stretch.state) {
    case State::Begun:
        Q_EMIT opened(std::exchange(*stretch.log, nullptr), stretch.scorecard);
        break;
    case State::Going:
        Q_EMIT progressed(stretch.progress, stretch.scorecard);
        break;
    case State::Ended:
        Q_EMIT ended(stretch.sentence, stretch.scorecard);
        break;
    case State::Failed:
        Q_EMIT failed(stretch.sentence);
        break;
    }
}

} // namespace wiretale
