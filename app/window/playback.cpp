// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/playback.h"

#include "app/diagram/scrubberview.h"
#include "app/window/history.h"

#include <utility>

namespace wiretale {

namespace {

constexpr std::chrono::milliseconds Frame {16};

} // namespace

Playback::Playback(History &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    m_frame.setInterval(Frame);
    connect(&m_frame, &QTimer::timeout, this,
            [this] { advance(std::chrono::nanoseconds {m_sinceFrame.nsecsElapsed()}); });
}

void Playback::setLog(std::shared_ptr<const TrafficLog> log)
{
    setPlaying(false);
    m_log = std::move(log);
}

void Playback::play()
{
    if (!m_log || m_isPlaying)
        return;
    m_history.setMoment(fromNs());
    setPlaying(true);
}

void Playback::pause()
{
    setPlaying(false);
}

void Playback::step()
{
    setPlaying(false);
    if (!m_log)
        return;
    const std::optional<qint64> next = neighbouringMoment(m_log->journal(), fromNs(), 1);
    const bool isEnd = !next || *next >= m_log->journal().lastNs();
    m_history.setMoment(isEnd ? std::nullopt : next);
}

void Playback::advance(std::chrono::nanoseconds elapsed)
{
    if (!m_log || !m_isPlaying)
        return;
    m_sinceFrame.start();
    const qint64 next
        = m_history.moment().value_or(m_log->journal().lastNs()) + qint64(double(elapsed.count()) * m_rate);
    if (next < m_log->journal().lastNs()) {
        m_history.setMoment(next);
        return;
    }
    setPlaying(false);
    m_history.setMoment(std::nullopt);
}

void Playback::setPlaying(bool isPlaying)
{
    if (std::exchange(m_isPlaying, isPlaying) == isPlaying)
        return;
    if (isPlaying) {
        m_sinceFrame.start();
        m_frame.start();
    } else {
        m_frame.stop();
    }
    Q_EMIT playingChanged(isPlaying);
}

qint64 Playback::fromNs() const
{
    return m_history.moment().value_or(0);
}

} // namespace wiretale
