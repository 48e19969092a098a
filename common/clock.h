// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <unordered_map>

namespace wiretale {

using Nanoseconds = std::chrono::nanoseconds;

/// How the clock goes: enough for another thread to tell its time between two signals.
struct ClockPace
{
    Nanoseconds anchor {0}; ///< clock time at `steadyAnchor`
    Nanoseconds steadyAnchor {0}; ///< std::chrono::steady_clock's time since its epoch
    double rate = 1.0; ///< clock seconds in a second
    bool paused = false;
    bool stepping = false; ///< pauses by itself after the next arrival

    [[nodiscard]] Nanoseconds at(Nanoseconds steady) const noexcept;
    /// The clock's time at this moment, as far as one can tell from outside.
    [[nodiscard]] Nanoseconds now() const noexcept;

    friend bool operator==(const ClockPace &, const ClockPace &) = default;
};

/// The one time of the program: every wait in it is a callback asked of this clock.
///
/// The clock goes at a rate (0.02 to 20; 1 is real time), can be paused, and can be let run to the next
/// arrival of a message. Callbacks run by due time, then in the order in which they were asked for; each sees
/// now() equal to its due time. The clock never passes a callback that has not run: when the machine is late,
/// the world waits for it, so that lateness is never mistaken for a technique's latency.
///
/// Drive::RealTime is driven by a QTimer of the thread that made the clock; Drive::ByHand only by advance(),
/// for tests. All functions belong to that thread.
class Clock : public QObject
{
    Q_OBJECT

public:
    enum class Drive
    {
        RealTime,
        ByHand
    };
    enum class Purpose
    {
        Wait,
        Arrival
    };
    enum class TimerId : quint64
    {
        None = 0
    };
    using Callback = std::function<void()>;

    static constexpr double SlowestRate = 0.02;
    static constexpr double FastestRate = 20.0;

    explicit Clock(Drive drive = Drive::RealTime, QObject *parent = nullptr);

    /// Clock time since the clock was made; starts at 0, never goes back.
    [[nodiscard]] Nanoseconds now() const;
    [[nodiscard]] ClockPace pace() const;
    [[nodiscard]] double rate() const noexcept { return m_rate; }
    [[nodiscard]] bool isPaused() const noexcept { return m_paused; }

    /// Asks for `callback` to be run once, `delay` from now (not before now). What is left of a delay is kept
    /// when the rate changes or the clock is paused.
    TimerId callAfter(Nanoseconds delay, Callback callback, Purpose purpose = Purpose::Wait);
    TimerId callAt(Nanoseconds due, Callback callback, Purpose purpose = Purpose::Wait);
    /// False when the callback ran already, was cancelled, or never was.
    bool cancel(TimerId id);
    /// Clock time until it is due; negative when there is no such callback.
    [[nodiscard]] Nanoseconds remaining(TimerId id) const;
    [[nodiscard]] qsizetype pendingCount() const noexcept { return qsizetype(m_pending.size()); }

    /// Tells the clock that a message arrived without having been held, so that a step ends with it.
    void noteArrival();

    /// Drive::ByHand only: lets `elapsed` of real time pass, which is `elapsed` times rate on the clock.
    void advance(Nanoseconds elapsed);

public Q_SLOTS:
    /// Bounded to SlowestRate and FastestRate.
    void setRate(double rate);
    void pause();
    void resume();
    /// Runs until the next message arrived, then pauses at the very moment of its arrival.
    void stepToNextArrival();

Q_SIGNALS:
    void paceChanged(const wiretale::ClockPace &pace);

private:
    struct Pending
    {
        Callback callback;
        Purpose purpose;
    };
    using Key = std::pair<Nanoseconds, quint64>;

    [[nodiscard]] Nanoseconds steadyNow() const;
    [[nodiscard]] Nanoseconds reading() const;
    void anchorAt(Nanoseconds clockTime);
    bool runNext(Nanoseconds until);
    void onTimeout();
    void schedule();

    std::map<Key, Pending> m_pending;
    std::unordered_map<quint64, Nanoseconds> m_dueOf;
    QTimer m_timer;
    Nanoseconds m_anchor {0};
    Nanoseconds m_steadyAnchor {0};
    Nanoseconds m_handSteady {0};
    quint64 m_lastId = 0;
    double m_rate = 1.0;
    Drive m_drive;
    bool m_paused = false;
    bool m_stepping = false;
    bool m_running = false;
};

} // namespace wiretale

Q_DECLARE_METATYPE(wiretale::ClockPace)
