// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/linkprofile.h"

#include <optional>

namespace wiretale {

/// When messages of one direction of one connection arrive: each takes the line for its bytes, then travels.
///
/// A message begins to take the line when it departs, or when the line is free of the one before. Whatever
/// the jitter, none overtakes another. The same stream, seed and departures give the same arrivals, on every
/// machine.
class Transit
{
public:
    using Nanoseconds = std::chrono::nanoseconds;

    /// `stream` tells the directions and connections of a wire apart: each has a jitter of its own.
    explicit Transit(quint32 stream) noexcept;

    /// Departures must not go back. 0 bytes (an opening, a closing) only travel, behind what is on the line.
    [[nodiscard]] Nanoseconds arrivalOf(const LinkProfile &link, Nanoseconds departure, qint64 bytes);

private:
    [[nodiscard]] Nanoseconds drawJitter(const LinkProfile &link);

    quint32 m_stream;
    std::optional<quint32> m_seed;
    quint64 m_random = 0;
    Nanoseconds m_lineFree {0};
    Nanoseconds m_lastArrival {0};
};

} // namespace wiretale
