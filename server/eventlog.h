// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/clock.h"
#include "common/event.h"

#include <QList>
#include <QObject>

#include <deque>
#include <optional>

namespace wiretale {

/// Events that were dropped from a log before a client had them, first and last included.
struct Gap
{
    qint64 from = 0;
    qint64 to = 0;

    friend bool operator==(const Gap &, const Gap &) = default;
};

/// The newest events, up to a capacity. Ids count from 1 in the order of publishing and are never used again;
/// when the log is full, the oldest event is dropped. The clock must outlive it.
class EventLog : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype DefaultCapacity = 10000;

    explicit EventLog(Clock &clock, QObject *parent = nullptr);

    /// Appends an event, stamped with the clock's time, and emits published(). Answers its id.
    qint64 publish(const QByteArray &type, const QByteArray &data);

    /// The events with an id above `id`, oldest first, at most `limit`. O(what it answers).
    [[nodiscard]] QList<Event> after(qint64 id, qsizetype limit) const;
    /// The events above `id` that are gone; nothing when all are here or `id` is not behind.
    [[nodiscard]] std::optional<Gap> gapAfter(qint64 id) const;

    /// Id of the oldest event that is kept; 0 when there is none.
    [[nodiscard]] qint64 firstId() const noexcept { return m_events.empty() ? 0 : m_events.front().id; }
    /// Id of the newest event; 0 when none was published.
    [[nodiscard]] qint64 lastId() const noexcept { return m_lastId; }

    [[nodiscard]] qsizetype capacity() const noexcept { return m_capacity; }
    /// At least 1; what is too much is dropped at once.
    void setCapacity(qsizetype capacity);

Q_SIGNALS:
    void published(const wiretale::Event &event);

private:
    void dropSurplus();

    Clock &m_clock;
    std::deque<Event> m_events;
    qint64 m_lastId = 0;
    qsizetype m_capacity = DefaultCapacity;
};

} // namespace wiretale
