// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pacedtimer.h"

#include <algorithm>
#include <utility>

namespace wiretale {

PacedTimer::PacedTimer(Clock &clock, Clock::Callback callback)
    : m_clock(clock)
    , m_callback(std::move(callback))
{
}

PacedTimer::~PacedTimer()
{
    stop();
}

void PacedTimer::start(Nanoseconds delay)
{
    stop();
    m_interval = Nanoseconds {0};
    callAt(m_clock.now() + std::max(delay, Nanoseconds {0}));
}

void PacedTimer::startEvery(Nanoseconds interval)
{
    Q_ASSERT_X(interval.count() > 0, "PacedTimer::startEvery", "an interval of nothing never ends");
    stop();
    m_interval = interval;
    callAt(m_clock.now() + interval);
}

void PacedTimer::stop()
{
    if (m_id != Clock::TimerId::None)
        m_clock.cancel(m_id);
    m_id = Clock::TimerId::None;
}

void PacedTimer::callAt(Nanoseconds due)
{
    m_due = due;
    m_id = m_clock.callAt(due, [this] { onDue(); });
}

void PacedTimer::onDue()
{
    m_id = Clock::TimerId::None;
    if (m_interval.count() > 0)
        callAt(m_due + m_interval);
    // A copy: the callback may destroy this timer.
    const Clock::Callback callback = m_callback;
    callback();
}

} // namespace wiretale
