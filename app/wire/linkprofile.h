// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace wiretale {

/// How long a message travels: what stands between client and server, in each direction alike.
struct LinkProfile
{
    std::chrono::nanoseconds latency {0}; ///< one way
    qint64 bitsPerSecond = 0; ///< 0: not limited
    std::chrono::nanoseconds jitter {0}; ///< added at random, evenly from 0 to this; never reorders
    quint32 seed = 1;

    friend bool operator==(const LinkProfile &, const LinkProfile &) = default;
};

} // namespace wiretale
