// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QHash>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace wiretale {

class Journal;

/// What one technique or one client did and what it cost. Sizes in bytes, times in clock nanoseconds.
struct Figures
{
    qint64 requests = 0;
    qint64 emptyResponses = 0;
    qint64 eventsDelivered = 0; ///< events that arrived at a client
    qint64 wireBytes = 0; ///< both directions
    qint64 payloadBytes = 0;
    qint64 messages = 0; ///< records that have bytes
    qint64 connectionsOpened = 0;
    qint64 connectionsOpen = 0;
    qint64 heldNs = 0; ///< sum of what requests waited at the server for their answer
    // From publishing to arrival, over delivered events whose publishing is known; -1 when there are none.
    // Exact, however many there are.
    qint64 latencyMedianNs = -1; ///< of an even number: half way between the two in the middle
    qint64 latency95Ns = -1; ///< nearest rank
    qint64 latencyWorstNs = -1;

    [[nodiscard]] qint64 overheadBytes() const noexcept { return wireBytes - payloadBytes; }
    /// Overhead divided by events delivered; negative when none was.
    [[nodiscard]] double overheadPerEvent() const noexcept;
    friend bool operator==(const Figures &, const Figures &) = default;
};

struct ClientFigures
{
    QString client;
    Technique technique = Technique::Http;
    Figures figures;
    friend bool operator==(const ClientFigures &, const ClientFigures &) = default;
};

/// All figures at one moment; a value that crosses threads.
struct Scorecard
{
    std::array<Figures, TechniqueCount> techniques; ///< index: Technique
    std::vector<ClientFigures> clients; ///< in the order of first appearance

    [[nodiscard]] const Figures &of(Technique technique) const noexcept
    {
        return techniques[size_t(technique)];
    }
    friend bool operator==(const Scorecard &, const Scorecard &) = default;
};

/// Adds up a journal's records as they come. Belongs to the journal's writer, or to whoever reads a journal
/// through from the beginning; the same records in the same order give the same scorecard.
///
/// A record counts for its own technique; what a request waited counts for the request's, or for its
/// answer's where the request was plain Http. A connection counts for the first technique other than Http
/// seen on it, and is open until its first Close. What passed on a connection counts for its client from the
/// moment at which the client has a name, and then all of it.
///
/// A scorecard costs some microseconds for each row, also with millions of events in it.
class Statistics
{
public:
    Statistics();
    ~Statistics();
    Statistics(const Statistics &) = delete;
    Statistics &operator=(const Statistics &) = delete;

    /// `journal` must hold the record `number` already.
    void departed(const Journal &journal, RecordNumber number);
    void arrived(const Journal &journal, RecordNumber number);
    void named(const Journal &journal, ConnectionNumber connection);

    [[nodiscard]] Scorecard scorecard() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The figures of everything that departed, and arrived, up to `untilNs`.
[[nodiscard]] Scorecard scorecardOf(const Journal &journal, qint64 untilNs = Record::NotArrived);

} // namespace wiretale
