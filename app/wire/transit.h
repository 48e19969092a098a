// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/linkprofile.h"

#include <random>

namespace wiretale {

/// When messages of one direction of one connection arrive: each takes the line for its bytes, then travels.
/// Whatever the jitter, none overtakes another. The same seed and the same departures give the same arrivals.
class Transit
{
public:
    using Nanoseconds = std::chrono::nanoseconds;

    explicit Transit(quint32 seed);

    /// Departures must not go back. 0 bytes (an opening, a closing) only travel.
    [[nodiscard]] Nanoseconds arrivalOf(const LinkProfile &link, Nanoseconds departure, qint64 bytes);

private:
    std::mt19937 m_random;
    Nanoseconds m_lineFree {0};
    Nanoseconds m_lastArrival {0};
};

} // namespace wiretale
