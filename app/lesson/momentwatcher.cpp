// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/momentwatcher.h"

#include <algorithm>

namespace wiretale {

namespace {

bool isAboutMessages(const Moment &moment)
{
    return moment.kind == Moment::Kind::Message || moment.kind == Moment::Kind::EventMessage;
}

// A connection whose client never gets a name must not make this grow.
constexpr size_t MostUnnamed = 4096;

} // namespace

QStringList clientsNamed(const QString &named)
{
    // "ajax-polling-11..100"
    const qsizetype dots = named.indexOf(QStringLiteral(".."));
    const qsizetype dash = named.lastIndexOf(u'-', dots);
    if (dots < 0 || dash < 0)
        return {named};
    return {named.first(dots), named.first(dash + 1) + named.sliced(dots + 2)};
}

bool isClient(const QString &client, const QString &named)
{
    if (client == named)
        return true;
    const QStringList ends = clientsNamed(named);
    const QString kind = ends.size() > 1 ? ends.first().first(ends.first().lastIndexOf(u'-')) : named;
    if (client.size() <= kind.size() + 1 || !client.startsWith(kind) || client.at(kind.size()) != u'-'
        || !std::all_of(client.cbegin() + kind.size() + 1, client.cend(),
                        [](QChar each) { return each.isDigit(); }))
        return false;
    if (ends.size() == 1)
        return true;
    const auto numberOf = [&kind](const QString &name) { return name.sliced(kind.size() + 1).toInt(); };
    return numberOf(client) >= numberOf(ends.first()) && numberOf(client) <= numberOf(ends.last());
}

MomentWatcher::MomentWatcher(Clock &clock, TrafficLog &log)
    : m_clock(clock)
    , m_log(log)
{
}

MomentWatcher::~MomentWatcher()
{
    for (const auto &[id, awaited] : m_awaited)
        m_clock.cancel(awaited.timer);
}

MomentWatcher::Id MomentWatcher::await(const Moment &moment, Seen seen)
{
    const auto id = Id(++m_lastId);
    Awaited &awaited = m_awaited[id];
    awaited.moment = moment;
    awaited.seen = std::move(seen);
    if (isAboutMessages(moment))
        ++m_messages;
    if (auto filter = Filter::parse(moment.filter); std::holds_alternative<Filter>(filter))
        awaited.filter = std::get<Filter>(std::move(filter));
    if (moment.kind == Moment::Kind::Start || moment.kind == Moment::Kind::At) {
        const Nanoseconds due
            = std::max(m_clock.now(), moment.kind == Moment::Kind::At ? moment.time : Nanoseconds {0});
        awaited.timer
            = m_clock.callAt(due, [this, id] { happen(id, {.number = 0, .atNs = m_clock.now().count()}); });
    }
    return id;
}

void MomentWatcher::forget(Id id)
{
    const auto found = m_awaited.find(id);
    if (found == m_awaited.end())
        return;
    m_clock.cancel(found->second.timer);
    if (isAboutMessages(found->second.moment))
        --m_messages;
    m_awaited.erase(found);
}

void MomentWatcher::happen(Id id, const Sighting &sighting)
{
    const auto found = m_awaited.find(id);
    if (found == m_awaited.end())
        return;
    const Seen seen = std::move(found->second.seen);
    forget(id);
    seen(sighting);
}

bool MomentWatcher::matches(const Awaited &awaited, const Occasion &occasion) const
{
    const Moment &moment = awaited.moment;
    if (!isAboutMessages(moment))
        return false;
    if (moment.kind == Moment::Kind::EventMessage) {
        if (occasion.lost || occasion.delivered != moment.delivered
            || occasion.record.direction != Direction::ServerToClient
            || std::ranges::find(occasion.eventIds, moment.eventId) == occasion.eventIds.end())
            return false;
    } else if (moment.choice == MessageChoice::LostMessage) {
        if (!occasion.lost)
            return false;
    } else if (occasion.lost || occasion.delivered != moment.delivered
               || !isOfChoice(occasion.record, moment.choice)) {
        return false;
    }
    if (!moment.client.isEmpty()
        && !isClient(m_log.journal().clientName(occasion.record.connection), moment.client))
        return false;
    return awaited.filter.isEmpty() || awaited.filter.matches(m_log, occasion.number, occasion.atNs);
}

void MomentWatcher::judgeWhenNamed(Occasion occasion)
{
    const bool isNamed
        = m_log.journal().connection(occasion.record.connection).client != ConnectionSpan::NoClient;
    if (isNamed || m_unnamed.size() >= MostUnnamed)
        judge(occasion);
    else
        m_unnamed.push_back(std::move(occasion));
}

void MomentWatcher::judge(const Occasion &occasion)
{
    std::vector<Id> come;
    for (auto &[id, awaited] : m_awaited) {
        if (matches(awaited, occasion) && ++awaited.count == awaited.moment.ordinal)
            come.push_back(id);
    }
    for (const Id id : come)
        happen(id, {.number = occasion.number, .atNs = occasion.atNs});
}

void MomentWatcher::eventPublished(qint64 eventId, qint64 publishedNs)
{
    m_log.eventPublished(eventId, publishedNs);
    std::vector<Id> come;
    for (const auto &[id, awaited] : m_awaited) {
        if (awaited.moment.kind == Moment::Kind::EventPublished && awaited.moment.eventId == eventId)
            come.push_back(id);
    }
    for (const Id id : come)
        happen(id, {.number = 0, .atNs = publishedNs});
}

RecordNumber MomentWatcher::departed(const Record &record, QByteArrayView bytes,
                                     std::span<const qint64> eventIds)
{
    const RecordNumber number = m_log.departed(record, bytes, eventIds);
    if (number == 0 || !watchesMessages())
        return number;
    Occasion occasion {.number = number,
                       .record = record,
                       .eventIds = {eventIds.begin(), eventIds.end()},
                       .atNs = record.departedNs};
    judgeWhenNamed(std::move(occasion));
    return number;
}

void MomentWatcher::arrived(RecordNumber number, qint64 arrivedNs)
{
    m_log.arrived(number, arrivedNs);
    if (!watchesMessages())
        return;
    const Record record = m_log.journal().at(number);
    Occasion occasion {.number = number, .record = record, .atNs = arrivedNs, .delivered = true};
    if (record.eventCount > 0)
        occasion.eventIds = m_log.journal().eventIds(number);
    judgeWhenNamed(std::move(occasion));
}

void MomentWatcher::lost(RecordNumber number)
{
    m_log.lost(number);
    if (watchesMessages())
        judge({.number = number,
               .record = m_log.journal().at(number),
               .atNs = m_clock.now().count(),
               .lost = true});
}

void MomentWatcher::named(ConnectionNumber connection, const QString &client)
{
    m_log.named(connection, client);
    std::vector<Occasion> known;
    std::erase_if(m_unnamed, [&](Occasion &each) {
        if (each.record.connection != connection)
            return false;
        known.push_back(std::move(each));
        return true;
    });
    for (const Occasion &each : known)
        judge(each);
}

} // namespace wiretale
