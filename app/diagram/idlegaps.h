// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <vector>

namespace wiretale {

class Journal;

/// A stretch of clock time in which nothing was under way. Half open: [fromNs,
/// toNs).
struct IdleGap
{
    qint64 fromNs = 0;
    qint64 toNs = 0;
    friend bool operator==(const IdleGap &, const IdleGap &) = default;
};

/// Finds the stretches in which no message travelled, reading each record of a
/// growing journal once.
class IdleGaps
{
public:
    /// Shorter stretches are not worth a mark at any zoom.
    static constexpr qint64 ShortestNs = 1'000'000;

    /// Reads what is new. Answers true when gaps were added.
    bool update(const Journal &journal);

    [[nodiscard]] const std::vector<IdleGap> &gaps() const noexcept { return m_gaps; }
    /// Since when nothing is under way; Record::NotArrived while something is.
    [[nodiscard]] qint64 idleSinceNs() const noexcept;

private:
    std::vector<IdleGap> m_gaps;
    std::vector<RecordNumber> m_inFlight;
    RecordNumber m_read = 0;
    qint64 m_busyUntilNs = 0;
};

} // namespace wiretale
