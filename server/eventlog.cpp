// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventlog.h"

#include <algorithm>

namespace wiretale {

EventLog::EventLog(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

qint64 EventLog::publish(const QByteArray &type, const QByteArray &data)
{
    const Event event {.id = ++m_lastId, .type = type, .data = data, .published = m_clock.now()};
    m_events.push_back(event);
    dropSurplus();
    Q_EMIT published(event);
    return event.id;
}

QList<Event> EventLog::after(qint64 id, qsizetype limit) const
{
    // Ids follow each other without a hole, so that an id is an index.
    const qsizetype kept = qsizetype(m_events.size());
    const qsizetype skipped = std::clamp<qint64>(id + 1 - firstId(), 0, kept);
    const qsizetype count = std::min(std::max<qsizetype>(limit, 0), kept - skipped);
    const auto first = m_events.cbegin() + skipped;
    return {first, first + count};
}

std::optional<Gap> EventLog::gapAfter(qint64 id) const
{
    if (m_events.empty() || id + 1 >= firstId())
        return std::nullopt;
    return Gap {.from = id + 1, .to = firstId() - 1};
}

void EventLog::setCapacity(qsizetype capacity)
{
    m_capacity = std::max<qsizetype>(capacity, 1);
    dropSurplus();
}

void EventLog::dropSurplus()
{
    while (qsizetype(m_events.size()) > m_capacity)
        m_events.pop_front();
}

} // namespace wiretale
