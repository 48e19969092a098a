// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace wiretale {

/// What can be set at the server, also while it runs. Times are clock times.
struct ServerSettings
{
    /// How a poll without news is answered, unless its query says otherwise.
    enum class EmptyAnswer : quint8
    {
        NoContent, ///< 204
        NotModified, ///< 304 to an If-None-Match that still holds; 200 with [] to all others
        EmptyArray ///< 200 with []
    };

    std::chrono::milliseconds longPollTimeout {30000}; ///< also the most that a query may ask for
    std::chrono::milliseconds heartbeat {15000}; ///< comments in event streams, pings; 0: none
    std::chrono::milliseconds retry {3000}; ///< what event streams tell their clients to wait
    std::chrono::milliseconds requestTimeout {30000}; ///< from a request's first byte to its last; 0: none
    qsizetype logCapacity = 10000; ///< events kept, at least 1
    EmptyAnswer emptyAnswer = EmptyAnswer::NoContent;
    qsizetype maxBodyBytes = qsizetype(64) * 1024; ///< of a request, and of a WebSocket message
    qsizetype maxConnections = 10000; ///< one more is answered 503
    /// A long poll in portions ends after this many events, at least 1.
    int portionCount = 3;
    /// The least time between two portions; what comes sooner is gathered for the next one. 0: none is
    /// gathered.
    std::chrono::milliseconds portionInterval {0};

    friend bool operator==(const ServerSettings &, const ServerSettings &) = default;
};

} // namespace wiretale
