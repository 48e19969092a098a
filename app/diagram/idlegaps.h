// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <vector>

namespace wiretale {

class ShownRecords;

/// A stretch of clock time in which nothing was under way. Half open: [fromNs,
/// toNs).
struct IdleGap
{
    qint64 fromNs = 0;
    qint64 toNs = 0;
    friend bool operator==(const IdleGap &, const IdleGap &) = default;
};

/// Finds the stretches in which no message that is shown travelled, reading each record of a growing journal
/// once. Where what is shown changes in the middle, it is read again from there on.
class IdleGaps
{
public:
    /// Shorter stretches are not worth a mark at any zoom.
    static constexpr qint64 ShortestNs = 1'000'000;

    /// Reads what is new. Answers true when gaps were added or are others. Always of the same journal.
    bool update(const ShownRecords &shown);

    [[nodiscard]] const std::vector<IdleGap> &gaps() const noexcept { return m_gaps; }
    /// How many of them, from the first, the last update left as they were.
    [[nodiscard]] size_t kept() const noexcept { return m_kept; }
    /// Since when nothing is under way; Record::NotArrived while something is.
    [[nodiscard]] qint64 idleSinceNs() const noexcept;

private:
    /// How far it was before the first record that it read of a chunk.
    struct Mark
    {
        RecordNumber read = 0;
        qint64 busyUntilNs = 0;
        size_t gapCount = 0;
        size_t landedCount = 0; ///< of m_landed
    };

    void goBackBefore(RecordNumber number);
    void markBefore(RecordNumber number);
    void putInFlightAgain(const Mark &mark);

    std::vector<IdleGap> m_gaps;
    std::vector<RecordNumber> m_inFlight; ///< ascending
    std::vector<RecordNumber> m_landed; ///< what left m_inFlight since the first mark, in that order
    std::vector<Mark> m_marks; ///< none where all is shown, as nothing but the end changes then
    RecordNumber m_read = 0;
    qint64 m_busyUntilNs = 0;
    quint64 m_revision = 0;
    size_t m_kept = 0;
};

} // namespace wiretale
