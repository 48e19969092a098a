// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/transit.h"

#include <algorithm>

namespace wiretale {

Transit::Transit(quint32 seed)
    : m_random(seed)
{
}

Transit::Nanoseconds Transit::arrivalOf(const LinkProfile &link, Nanoseconds departure, qint64 bytes)
{
    Nanoseconds sent = departure;
    if (link.bitsPerSecond > 0) {
        const double seconds = double(bytes) * 8.0 / double(link.bitsPerSecond);
        sent = std::max(departure, m_lineFree) + Nanoseconds {qint64(seconds * 1e9)};
    }
    m_lineFree = sent;
    Nanoseconds travel = link.latency;
    // Drawn only where there is jitter, and not by a distribution, whose results differ between libraries.
    if (link.jitter.count() > 0)
        travel += Nanoseconds {qint64(double(m_random()) / 4294967296.0 * double(link.jitter.count()))};
    m_lastArrival = std::max(m_lastArrival, sent + travel);
    return m_lastArrival;
}

} // namespace wiretale
