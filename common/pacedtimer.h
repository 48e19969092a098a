// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/clock.h"

#include <optional>

namespace wiretale {

/// A timer on a Clock, once or again and again, that is cancelled when it goes away. What QTimer is to real
/// time. The clock must outlive it. A repeating timer keeps its beat: each due time is the last one plus the
/// interval.
class PacedTimer
{
public:
    PacedTimer(Clock &clock, Clock::Callback callback);
    ~PacedTimer();
    PacedTimer(const PacedTimer &) = delete;
    PacedTimer &operator=(const PacedTimer &) = delete;

    /// Runs the callback once after `delay`; a start before that begins anew.
    void start(Nanoseconds delay);
    /// Runs the callback every `interval` (more than 0), first one interval from now.
    void startEvery(Nanoseconds interval);
    void stop();

    [[nodiscard]] bool isActive() const noexcept { return m_id != Clock::TimerId::None; }
    /// Clock time until the callback runs next; negative when it is not active.
    [[nodiscard]] Nanoseconds remaining() const { return m_clock.remaining(m_id); }
    /// Clock time at which the callback runs next; nothing when it is not active.
    [[nodiscard]] std::optional<Nanoseconds> due() const
    {
        return isActive() ? std::optional(m_due) : std::nullopt;
    }

private:
    void callAt(Nanoseconds due);
    void onDue();

    Clock &m_clock;
    Clock::Callback m_callback;
    Clock::TimerId m_id = Clock::TimerId::None;
    Nanoseconds m_interval {0};
    Nanoseconds m_due {0};
};

} // namespace wiretale
