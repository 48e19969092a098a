// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <array>
#include <chrono>

namespace wiretale {

class ShownRecords;

/// What one technique sent within one bucket of clock time. Bytes are those of the TCP stream.
struct TrafficShare
{
    quint64 loadedMessages = 0; ///< messages that carry the data of an event
    quint64 bareMessages = 0; ///< messages that carry none: requests, empty answers, heartbeats, handshakes
    quint64 payloadBytes = 0;
    quint64 overheadBytes = 0;

    friend bool operator==(const TrafficShare &, const TrafficShare &) = default;
};

using TrafficBucket = std::array<TrafficShare, TechniqueCount>; ///< index: Technique

/// Sums what is shown of a journal into buckets of one second of clock time, by departure.
///
/// Reads each record once (and the last minute again where others are shown than before), keeps the last Kept
/// buckets and forgets what is older: reading costs what is new, memory never grows. What departs and never
/// arrives counts, since it was sent.
class TrafficSeries
{
public:
    static constexpr std::chrono::nanoseconds BucketLength = std::chrono::seconds {1};
    static constexpr qint64 Kept = 64; ///< a minute and a margin

    [[nodiscard]] static qint64 bucketOf(qint64 departedNs) noexcept;

    /// Takes in what is new; true when there was something. Always the same journal, until clear().
    bool read(const ShownRecords &shown);
    void clear();
    /// Forgets all and reads what departed in the minute up to `untilNs`.
    void readUntil(const ShownRecords &shown, qint64 untilNs);

    /// All zero where nothing was sent, and for what is too old to be kept. Buckets count from 0.
    [[nodiscard]] TrafficBucket bucket(qint64 index) const noexcept;
    /// The newest bucket that anything was sent in; -1 when nothing was.
    [[nodiscard]] qint64 newest() const noexcept { return m_newest; }

private:
    void add(const Record &record);

    std::array<TrafficBucket, Kept> m_buckets {}; // a ring, index: bucket mod Kept
    qint64 m_newest = -1;
    RecordNumber m_read = 0;
    quint64 m_revision = 0;
};

} // namespace wiretale
