// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/clock.h"

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

Nanoseconds steadyClockNow() noexcept
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Nanoseconds scaled(Nanoseconds span, double factor) noexcept
{
    return Nanoseconds {qint64(double(span.count()) * factor)};
}

} // namespace

Nanoseconds ClockPace::at(Nanoseconds steady) const noexcept
{
    return paused ? anchor : anchor + scaled(std::max(steady - steadyAnchor, Nanoseconds {0}), rate);
}

Nanoseconds ClockPace::now() const noexcept
{
    return at(steadyClockNow());
}

Clock::Clock(Drive drive, QObject *parent)
    : QObject(parent)
    , m_timer(this)
    , m_drive(drive)
{
    m_steadyAnchor = steadyNow();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Clock::onTimeout);
}

Nanoseconds Clock::steadyNow() const
{
    return m_drive == Drive::ByHand ? m_handSteady : steadyClockNow();
}

Nanoseconds Clock::reading() const
{
    return m_paused ? m_anchor : m_anchor + scaled(steadyNow() - m_steadyAnchor, m_rate);
}

Nanoseconds Clock::now() const
{
    if (m_running || m_paused)
        return m_anchor;
    const Nanoseconds time = reading();
    return m_pending.empty() ? time : std::max(m_anchor, std::min(time, m_pending.begin()->first.first));
}

ClockPace Clock::pace() const
{
    return {.anchor = now(),
            .steadyAnchor = steadyNow(),
            .rate = m_rate,
            .paused = m_paused,
            .stepping = m_stepping};
}

void Clock::anchorAt(Nanoseconds clockTime)
{
    m_anchor = clockTime;
    m_steadyAnchor = steadyNow();
}

Clock::TimerId Clock::callAfter(Nanoseconds delay, Callback callback, Purpose purpose)
{
    return callAt(now() + std::max(delay, Nanoseconds {0}), std::move(callback), purpose);
}

Clock::TimerId Clock::callAt(Nanoseconds due, Callback callback, Purpose purpose)
{
    const quint64 id = ++m_lastId;
    const Nanoseconds notBeforeNow = std::max(due, now());
    m_dueOf.emplace(id, notBeforeNow);
    const auto [position, inserted]
        = m_pending.emplace(Key {notBeforeNow, id}, Pending {std::move(callback), purpose});
    if (position == m_pending.begin())
        schedule();
    return TimerId {id};
}

bool Clock::cancel(TimerId id)
{
    const auto found = m_dueOf.find(quint64(id));
    if (found == m_dueOf.end())
        return false;
    // Time may have passed up to the callback's due time only because it stood in the way; hold on to it.
    anchorAt(now());
    m_pending.erase(Key {found->second, found->first});
    m_dueOf.erase(found);
    schedule();
    return true;
}

Nanoseconds Clock::remaining(TimerId id) const
{
    const auto found = m_dueOf.find(quint64(id));
    return found == m_dueOf.end() ? Nanoseconds {-1} : found->second - now();
}

void Clock::noteArrival()
{
    if (m_stepping)
        pause();
}

void Clock::advance(Nanoseconds elapsed)
{
    Q_ASSERT_X(m_drive == Drive::ByHand, "Clock::advance", "a clock in real time goes by itself");
    if (m_paused) {
        m_handSteady += elapsed;
        return;
    }
    const Nanoseconds target = m_handSteady + elapsed;
    while (!m_paused) {
        const Nanoseconds until = m_anchor + scaled(target - m_steadyAnchor, m_rate);
        if (m_pending.empty() || m_pending.begin()->first.first > until)
            break;
        // Real time goes along with the clock, so that a callback that changes the rate keeps what is left.
        const Nanoseconds due = m_pending.begin()->first.first;
        m_handSteady = std::min(target, m_steadyAnchor + scaled(due - m_anchor, 1.0 / m_rate));
        runNext(until);
    }
    m_handSteady = target;
}

void Clock::setRate(double rate)
{
    const double bounded = std::clamp(rate, SlowestRate, FastestRate);
    if (bounded == m_rate)
        return;
    anchorAt(now());
    m_rate = bounded;
    schedule();
    Q_EMIT paceChanged(pace());
}

void Clock::pause()
{
    if (m_paused)
        return;
    anchorAt(now());
    m_paused = true;
    m_stepping = false;
    m_timer.stop();
    Q_EMIT paceChanged(pace());
}

void Clock::resume()
{
    if (!m_paused && !m_stepping)
        return;
    anchorAt(now());
    m_paused = false;
    m_stepping = false;
    schedule();
    Q_EMIT paceChanged(pace());
}

void Clock::stepToNextArrival()
{
    anchorAt(now());
    m_paused = false;
    m_stepping = true;
    schedule();
    Q_EMIT paceChanged(pace());
}

bool Clock::runNext(Nanoseconds until)
{
    if (m_paused || m_pending.empty() || m_pending.begin()->first.first > until)
        return false;
    auto node = m_pending.extract(m_pending.begin());
    m_dueOf.erase(node.key().second);
    anchorAt(node.key().first);
    m_running = true;
    node.mapped().callback();
    m_running = false;
    if (node.mapped().purpose == Purpose::Arrival)
        noteArrival();
    return true;
}

void Clock::onTimeout()
{
    // Only what was due when the timer fired: sockets get their turn between two rounds.
    const Nanoseconds until = reading();
    while (runNext(until)) { }
    // The world waited for this machine: go on from here, not from where real time went meanwhile.
    schedule();
}

void Clock::schedule()
{
    if (m_drive == Drive::ByHand || m_running)
        return;
    if (m_paused || m_pending.empty()) {
        m_timer.stop();
        return;
    }
    const Nanoseconds real = scaled(m_pending.begin()->first.first - reading(), 1.0 / m_rate);
    // Rounded down: the last millisecond is waited for in turns of the event loop, which is exact.
    m_timer.start(
        std::max(std::chrono::floor<std::chrono::milliseconds>(real), std::chrono::milliseconds {0}));
}

} // namespace wiretale
