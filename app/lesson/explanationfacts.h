// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QLatin1String;

namespace wiretale {

class TrafficLog;

/// What explanations ask of the log about one message. Each look back ends after MostLookedAt records.
class MessageFacts
{
public:
    static constexpr quint32 MostLookedAt = 100'000;

    MessageFacts(const TrafficLog &log, RecordNumber number);

    [[nodiscard]] const Record &record() const noexcept { return m_record; }
    [[nodiscard]] const std::vector<qint64> &eventIds() const noexcept { return m_eventIds; }
    [[nodiscard]] bool isToServer() const noexcept { return m_record.direction == Direction::ClientToServer; }
    [[nodiscard]] bool hasArrived() const noexcept;
    [[nodiscard]] qint64 transitNs() const noexcept { return m_record.arrivedNs - m_record.departedNs; }
    [[nodiscard]] Technique connectionTechnique() const;
    /// As the log's one line of text about it.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] const std::optional<ExchangeSpan> &exchange() const noexcept { return m_exchange; }
    /// From the request's arrival to the answer's departure; till now, if none departed yet. Nothing before
    /// the request arrived.
    [[nodiscard]] std::optional<qint64> heldNs() const;
    /// A number in the query of the exchange's request: `after`, `timeout`.
    [[nodiscard]] std::optional<qint64> parameter(QLatin1String name) const;
    /// The number in the request's header Last-Event-ID.
    [[nodiscard]] std::optional<qint64> lastEventIdHeader() const;
    /// When the oldest of its events was published.
    [[nodiscard]] std::optional<qint64> publishedNs() const;

    /// The request of the same client and technique before this one.
    struct Earlier
    {
        RecordNumber request = 0; ///< 0: none was found
        std::optional<ExchangeSpan> exchange {};
        std::optional<Record> answer {}; ///< the last message of its answer
        qint64 ordinal = 1; ///< of this request, from 1
        bool isWhole = false; ///< nothing lies further back: `ordinal` is exact
    };
    [[nodiscard]] Earlier earlierRequest() const;

    /// Answers without news in a row that end with this one.
    struct EmptyRow
    {
        qint64 answers = 1;
        qint64 wireBytes = 0; ///< of them and their requests
        bool isWhole = false;
    };
    [[nodiscard]] EmptyRow emptyRow() const;

    /// The nearest earlier record of the same connection that `is` so.
    [[nodiscard]] std::optional<Record>
    earlierOnConnection(const std::function<bool(const Record &)> &is) const;

    /// The same client's connections before this one.
    struct EarlierConnections
    {
        qint64 open = 0; ///< when this one opened
        std::optional<qint64> lastClosedNs;
    };
    [[nodiscard]] EarlierConnections earlierConnections() const;

private:
    [[nodiscard]] bool isSameClient(ConnectionNumber connection) const;
    /// False when it ended at the limit; otherwise at the beginning, or where `visit` answered false.
    bool lookBack(const std::function<bool(RecordNumber, const Record &)> &visit) const;

    const TrafficLog &m_log;
    const Journal &m_journal;
    RecordNumber m_number;
    Record m_record;
    std::vector<qint64> m_eventIds;
    std::optional<ExchangeSpan> m_exchange;
    quint32 m_client;
};

} // namespace wiretale
