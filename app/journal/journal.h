// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace wiretale {

/// One whom connections belong to: a client of ours, a browser, curl.
struct ClientEntry
{
    quint32 index = 0; ///< from 0, in the order of first appearance: the lane in a diagram
    QString name;
    Technique technique = Technique::Http; ///< the last one other than Http that it was seen to use

    friend bool operator==(const ClientEntry &, const ClientEntry &) = default;
};

/// The life of one connection.
struct ConnectionSpan
{
    static constexpr quint32 NoClient = 0xffffffff;

    ConnectionNumber number = 0;
    quint32 client = NoClient; ///< ClientEntry::index; NoClient until the wire named it
    Technique technique = Technique::Http;
    qint64 openedNs = 0; ///< departure of the opening
    qint64 closedNs = Record::NotArrived; ///< departure of the last Close; NotArrived while it is open

    friend bool operator==(const ConnectionSpan &, const ConnectionSpan &) = default;
};

/// A request and what answers it: an activation of the server.
struct ExchangeSpan
{
    RecordNumber request = 0;
    ConnectionNumber connection = 0;
    qint64 requestDepartedNs = 0;
    qint64 requestArrivedNs = Record::NotArrived; ///< the server has it from here on
    qint64 answeredNs = Record::NotArrived; ///< departure of the answer's first byte; till then it is held
    qint64 finishedNs = Record::NotArrived; ///< departure of the answer's last message
    Technique technique = Technique::Http;
    bool empty = false; ///< answered, and without an event

    /// From the request's arrival to the answer's departure; while it is held, to `nowNs`. 0 before its
    /// arrival.
    [[nodiscard]] qint64 heldNs(qint64 nowNs) const noexcept;
    friend bool operator==(const ExchangeSpan &, const ExchangeSpan &) = default;
};

/// What 256 records have in common; readers skip whole chunks by it.
struct ChunkSummary
{
    qint64 firstDepartureNs = 0;
    qint64 lastDepartureNs = 0;
    qint64 lastArrivalNs = 0; ///< Record::NotArrived while one of them is in flight
    quint64 wireBytes = 0;
    quint64 wireBytesBefore = 0; ///< of all records before this chunk
    quint64 clientBits = 0; ///< bit (connection number mod 64) set for each connection met
    RecordNumber first = 0;
    quint32 count = 0;
};

/// All that passed, in memory: append-only, one writer, many readers in any threads.
///
/// Records lie in chunks of 256 that never move, in the order of departure. A reader sees the first size()
/// records; of those only `arrivedNs`, the Cut flag and the chunks' bounds change later, atomically. Queries
/// of a window cost O(size/256 + hits). The same for exchanges and connections.
class Journal
{
public:
    static constexpr int ChunkSize = 256;

    Journal();
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Answers the record's number. Departures must not go back. Keeps exchanges and connections up to date:
    /// a Request opens an exchange (its `exchange` is set to its own number), an Open opens a connection,
    /// Close ends it.
    RecordNumber append(Record record, std::span<const qint64> eventIds = {});
    void setArrived(RecordNumber number, qint64 arrivedNs);
    void setCut(RecordNumber number);
    void nameConnection(ConnectionNumber connection, const QString &client);
    /// Makes a client known before its first connection, so that it has its place among the others from the
    /// beginning.
    void announceClient(const QString &client, Technique technique);
    void setEventPublished(qint64 eventId, qint64 publishedNs);

    [[nodiscard]] quint32 size() const noexcept;
    /// `number` from 1 to size().
    [[nodiscard]] Record at(RecordNumber number) const noexcept;
    [[nodiscard]] std::vector<qint64> eventIds(RecordNumber number) const;
    /// Clock time of an event's publishing, if it was told.
    [[nodiscard]] std::optional<qint64> publishedNs(qint64 eventId) const;

    /// Calls `visit` for each record whose flight [departure, arrival] meets [fromNs, toNs], in order of
    /// number; stops when it answers false. A Cut record's flight is a point, its departure.
    void visitRecords(qint64 fromNs, qint64 toNs,
                      const std::function<bool(RecordNumber, const Record &)> &visit) const;
    /// Chunks that meet the window; for drawing dense stretches unread.
    [[nodiscard]] std::vector<ChunkSummary> chunks(qint64 fromNs, qint64 toNs) const;
    /// Wire bytes of all records that departed before `ns`; two calls answer for any interval.
    [[nodiscard]] quint64 wireBytesBefore(qint64 ns) const;
    /// The first record that departed at or after `ns`; size() + 1 when there is none.
    [[nodiscard]] RecordNumber firstDepartedFrom(qint64 ns) const;

    [[nodiscard]] std::vector<ExchangeSpan> exchanges(qint64 fromNs, qint64 toNs) const;
    /// As visitRecords(), in the order of their requests.
    void visitExchanges(qint64 fromNs, qint64 toNs,
                        const std::function<bool(const ExchangeSpan &)> &visit) const;
    [[nodiscard]] std::optional<ExchangeSpan> exchange(RecordNumber request) const;
    [[nodiscard]] std::vector<ConnectionSpan> connections(qint64 fromNs, qint64 toNs) const;
    /// As visitRecords(), in the order of their openings.
    void visitConnections(qint64 fromNs, qint64 toNs,
                          const std::function<bool(const ConnectionSpan &)> &visit) const;
    [[nodiscard]] ConnectionSpan connection(ConnectionNumber number) const;
    [[nodiscard]] quint32 connectionCount() const noexcept;

    [[nodiscard]] std::vector<ClientEntry> clients() const;
    /// Name of the connection's client; "?" until it is known.
    [[nodiscard]] QString clientName(ConnectionNumber connection) const;

    /// Departure or arrival of the latest thing recorded; 0 when empty.
    [[nodiscard]] qint64 lastNs() const noexcept;
    /// Counts every change of anything above; a view compares it once a frame.
    [[nodiscard]] quint64 revision() const noexcept;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wiretale
