// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/settings.h"

#include <optional>

namespace wiretale {

/// Mean sizes of what passes, in bytes on the wire, as they were measured. A size that is not known is 0.
struct MessageSizes
{
    double request = 0; ///< a poll
    double emptyAnswer = 0; ///< what answers it without news
    double newsAnswer = 0; ///< an answer with news, however many events it brings
    double pushedEvent = 0; ///< one server-sent event, or one frame with an event, with its framing
    double heartbeat = 0; ///< one comment line, or one ping with its pong
    double payload = 0; ///< of one event

    friend bool operator==(const MessageSizes &, const MessageSizes &) = default;
};

/// What one client of a technique costs and gains in the long run, by arithmetic. All times are clock times.
///
/// Assumed: the world is in its steady state (connections stand, streams are subscribed to); the server and
/// the client themselves take no time; events are small, and publishing does not keep step with the polls, so
/// that it meets every moment between two polls equally often. Jitter counts with its mean of one half; it,
/// and the time that bytes take on the line, are part of the transit. Answers in portions are not covered.
struct Theory
{
    /// From an event's publishing to its arrival. Nothing when no event is published by itself, or when more
    /// is published than the link can carry.
    std::optional<double> meanLatencyNs {};
    /// The longest wait at the server and the longest transit together; waiting behind other events on a
    /// narrow line is left out.
    std::optional<double> worstLatencyNs {};
    double requestsPerSecond = 0; ///< 0 for what does not ask
    /// Of the answers, how many bring no news, 0 to 1. Nothing for what does not ask.
    std::optional<double> emptyShare {};
    /// Bytes on the wire in both directions beyond the payload, for each event. Nothing when none is
    /// published.
    std::optional<double> overheadPerEvent {};

    friend bool operator==(const Theory &, const Theory &) = default;
};

/// Technique::Http learns no news: its Theory is empty.
[[nodiscard]] Theory theoryOf(Technique technique, const Settings &settings, const MessageSizes &sizes);

} // namespace wiretale
