// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/transit.h"

#include <algorithm>

namespace wiretale {

namespace {

using Nanoseconds = std::chrono::nanoseconds;

// Truncated to whole nanoseconds, and exact without floating point: no message of a gigabyte exists.
Nanoseconds timeOnLine(qint64 bytes, qint64 bitsPerSecond) noexcept
{
    constexpr qint64 NsPerSecond = 1'000'000'000;
    const qint64 bits = bytes * 8;
    const qint64 rest = bits % bitsPerSecond;
    return Nanoseconds {bits / bitsPerSecond * NsPerSecond + rest * NsPerSecond / bitsPerSecond};
}

// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014): eight bytes of state
// for each direction of each connection, and the same numbers in every library.
quint64 nextRandom(quint64 &state) noexcept
{
    state += 0x9e3779b97f4a7c15U;
    quint64 mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

} // namespace

Transit::Transit(quint32 stream) noexcept
    : m_stream(stream)
{
}

Transit::Nanoseconds Transit::drawJitter(const LinkProfile &link)
{
    if (m_seed != link.seed) {
        m_seed = link.seed;
        m_random = (quint64(link.seed) << 32U) | m_stream;
        // Neighbouring streams begin far apart.
        m_random = nextRandom(m_random);
    }
    constexpr double Resolution = 1.0 / double(quint64(1) << 53U);
    const double fraction = double(nextRandom(m_random) >> 11U) * Resolution;
    return Nanoseconds {qint64(fraction * double(link.jitter.count()))};
}

Transit::Nanoseconds Transit::arrivalOf(const LinkProfile &link, Nanoseconds departure, qint64 bytes)
{
    m_lineFree = std::max(departure, m_lineFree);
    if (link.bitsPerSecond > 0)
        m_lineFree += timeOnLine(bytes, link.bitsPerSecond);
    Nanoseconds travel = link.latency;
    if (link.jitter.count() > 0)
        travel += drawJitter(link);
    m_lastArrival = std::max(m_lastArrival, m_lineFree + travel);
    return m_lastArrival;
}

} // namespace wiretale
