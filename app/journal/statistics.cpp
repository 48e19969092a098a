// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/statistics.h"

#include "app/journal/journal.h"
#include "app/journal/orderedsamples.h"

#include <queue>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace wiretale {

namespace {

/// Figures and the samples behind their latencies.
struct Tally
{
    Figures figures;
    OrderedSamples latencies;

    [[nodiscard]] Figures complete() const
    {
        Figures result = figures;
        result.latencyMedianNs = latencies.median();
        result.latency95Ns = latencies.percentile(95);
        result.latencyWorstNs = latencies.percentile(100);
        return result;
    }
};

struct ClientTally
{
    QString name;
    Technique technique = Technique::Http;
    Tally tally;
};

/// What passed on a connection before it had a name.
struct Unnamed
{
    Figures figures;
    std::vector<qint64> latencies;
};

struct ConnectionTally
{
    std::unique_ptr<Unnamed> unnamed; ///< null once `client` is known
    std::set<RecordNumber> waiting; ///< requests that have no answer yet
    quint32 client = ConnectionSpan::NoClient;
    Technique technique = Technique::Http; ///< the first other than Http
    Technique lastTechnique = Technique::Http; ///< the last other than Http
    bool opened = false;
    bool open = false;
};

void addTo(Figures &sum, const Figures &part)
{
    sum.requests += part.requests;
    sum.emptyResponses += part.emptyResponses;
    sum.eventsDelivered += part.eventsDelivered;
    sum.wireBytes += part.wireBytes;
    sum.payloadBytes += part.payloadBytes;
    sum.messages += part.messages;
    sum.connectionsOpened += part.connectionsOpened;
    sum.connectionsOpen += part.connectionsOpen;
    sum.heldNs += part.heldNs;
}

Figures ofRecord(const Record &record)
{
    Figures figures;
    figures.requests = record.kind == MessageKind::Request ? 1 : 0;
    figures.emptyResponses = record.isEmptyResponse() ? 1 : 0;
    figures.wireBytes = record.wireBytes;
    figures.payloadBytes = record.payloadBytes;
    figures.messages = record.wireBytes > 0 ? 1 : 0;
    return figures;
}

} // namespace

double Figures::overheadPerEvent() const noexcept
{
    return eventsDelivered > 0 ? double(overheadBytes()) / double(eventsDelivered) : -1.0;
}

class Statistics::Private
{
public:
    void add(Technique technique, const ConnectionTally &connection, const Figures &part);
    void addLatency(Technique technique, const ConnectionTally &connection, qint64 latencyNs);
    void learnTechnique(ConnectionTally &connection, Technique technique);
    void addHeld(const Journal &journal, ConnectionTally &connection, const Record &record);
    void addOpening(ConnectionTally &connection, const Record &record);
    ConnectionTally &connectionOf(ConnectionNumber number);

    std::array<Tally, TechniqueCount> techniques;
    std::map<quint32, ClientTally> clients; ///< by ClientEntry::index
    std::unordered_map<ConnectionNumber, ConnectionTally> connections;
};

ConnectionTally &Statistics::Private::connectionOf(ConnectionNumber number)
{
    const auto [place, isNew] = connections.try_emplace(number);
    if (isNew)
        place->second.unnamed = std::make_unique<Unnamed>();
    return place->second;
}

void Statistics::Private::add(Technique technique, const ConnectionTally &connection, const Figures &part)
{
    addTo(techniques[size_t(technique)].figures, part);
    addTo(connection.unnamed ? connection.unnamed->figures : clients[connection.client].tally.figures, part);
}

void Statistics::Private::addLatency(Technique technique, const ConnectionTally &connection, qint64 latencyNs)
{
    techniques[size_t(technique)].latencies.add(latencyNs);
    if (connection.unnamed)
        connection.unnamed->latencies.push_back(latencyNs);
    else
        clients[connection.client].tally.latencies.add(latencyNs);
}

void Statistics::Private::learnTechnique(ConnectionTally &connection, Technique technique)
{
    if (technique == Technique::Http)
        return;
    connection.lastTechnique = technique;
    if (!connection.unnamed)
        clients[connection.client].technique = technique;
    if (connection.technique != Technique::Http)
        return;
    connection.technique = technique;
    Figures &from = techniques[size_t(Technique::Http)].figures;
    Figures &to = techniques[size_t(technique)].figures;
    from.connectionsOpened -= connection.opened ? 1 : 0;
    to.connectionsOpened += connection.opened ? 1 : 0;
    from.connectionsOpen -= connection.open ? 1 : 0;
    to.connectionsOpen += connection.open ? 1 : 0;
}

void Statistics::Private::addHeld(const Journal &journal, ConnectionTally &connection, const Record &record)
{
    if (connection.waiting.erase(record.exchange) == 0)
        return;
    const Record request = journal.at(record.exchange);
    Figures part;
    if (request.arrivedNs < record.departedNs)
        part.heldNs = record.departedNs - request.arrivedNs;
    add(request.technique == Technique::Http ? record.technique : request.technique, connection, part);
}

void Statistics::Private::addOpening(ConnectionTally &connection, const Record &record)
{
    Figures part;
    if (record.kind == MessageKind::Open && !connection.opened) {
        connection.opened = connection.open = true;
        part.connectionsOpened = part.connectionsOpen = 1;
    } else if (record.kind == MessageKind::Close && connection.open) {
        connection.open = false;
        part.connectionsOpen = -1;
    } else {
        return;
    }
    add(connection.technique, connection, part);
}

Statistics::Statistics()
    : d(std::make_unique<Private>())
{
}

Statistics::~Statistics() = default;

void Statistics::departed(const Journal &journal, RecordNumber number)
{
    const Record record = journal.at(number);
    ConnectionTally &connection = d->connectionOf(record.connection);
    d->learnTechnique(connection, record.technique);
    d->add(record.technique, connection, ofRecord(record));
    d->addOpening(connection, record);
    if (record.kind == MessageKind::Request)
        connection.waiting.insert(connection.waiting.end(), number);
    else if (record.exchange != 0 && answers(record))
        d->addHeld(journal, connection, record);
    // The server's half is closed, or all of it: nothing will be answered any more.
    if (record.kind == MessageKind::Close
        && (record.direction == Direction::ServerToClient || record.code == 1))
        connection.waiting = {};
}

void Statistics::arrived(const Journal &journal, RecordNumber number)
{
    const Record record = journal.at(number);
    if (record.direction != Direction::ServerToClient || record.eventCount == 0)
        return;
    const ConnectionTally &connection = d->connectionOf(record.connection);
    Figures part;
    part.eventsDelivered = record.eventCount;
    d->add(record.technique, connection, part);
    for (const qint64 id : journal.eventIds(number)) {
        if (const auto publishedNs = journal.publishedNs(id))
            d->addLatency(record.technique, connection, std::max(record.arrivedNs - *publishedNs, qint64(0)));
    }
}

void Statistics::named(const Journal &journal, ConnectionNumber number)
{
    const quint32 client = journal.connection(number).client;
    ConnectionTally &connection = d->connectionOf(number);
    if (client == ConnectionSpan::NoClient || !connection.unnamed)
        return;
    ClientTally &tally = d->clients[client];
    if (tally.name.isEmpty())
        tally.name = journal.clientName(number);
    if (connection.lastTechnique != Technique::Http)
        tally.technique = connection.lastTechnique;
    const std::unique_ptr<Unnamed> before = std::move(connection.unnamed);
    connection.client = client;
    addTo(tally.tally.figures, before->figures);
    for (const qint64 latencyNs : before->latencies)
        tally.tally.latencies.add(latencyNs);
}

Scorecard Statistics::scorecard() const
{
    Scorecard card;
    std::transform(d->techniques.begin(), d->techniques.end(), card.techniques.begin(),
                   [](const Tally &tally) { return tally.complete(); });
    card.clients.reserve(d->clients.size());
    for (const auto &[index, client] : d->clients)
        card.clients.push_back({client.name, client.technique, client.tally.complete()});
    return card;
}

Scorecard scorecardOf(const Journal &journal, qint64 untilNs)
{
    using Arrival = std::pair<qint64, RecordNumber>;
    std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> inFlight;
    Statistics statistics;
    const auto arriveUntil = [&](qint64 ns) {
        while (!inFlight.empty() && inFlight.top().first <= ns) {
            statistics.arrived(journal, inFlight.top().second);
            inFlight.pop();
        }
    };
    // Bounded at the call: the journal may go on growing.
    const RecordNumber last = journal.size();
    for (RecordNumber number = 1; number <= last; ++number) {
        const Record record = journal.at(number);
        if (record.departedNs > untilNs)
            break;
        arriveUntil(record.departedNs - 1);
        statistics.departed(journal, number);
        statistics.named(journal, record.connection);
        if (record.arrivedNs != Record::NotArrived)
            inFlight.emplace(record.arrivedNs, number);
    }
    arriveUntil(untilNs);
    return statistics.scorecard();
}

} // namespace wiretale
