// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filter.h"
#include "app/journal/trafficlog.h"
#include "app/lesson/moment.h"
#include "common/clock.h"

#include <map>
#include <vector>

namespace wiretale {

/// Tells when a moment has come. Stands between the wire and the log, hands everything on, and looks at each
/// message as it is recorded.
///
/// A message is seen before it travels, so that whoever pauses the clock at that moment sees it hang at its
/// sender. What is told must not call the wire back: see WireSink.
class MomentWatcher : public WireSink
{
public:
    struct Sighting
    {
        RecordNumber number = 0; ///< 0: the moment is no message
        qint64 atNs = 0;
    };
    using Seen = std::function<void(const Sighting &)>;
    enum class Id : quint32
    {
        None = 0
    };

    /// Both must outlive it.
    MomentWatcher(Clock &clock, TrafficLog &log);
    ~MomentWatcher() override;

    /// Calls `seen` once, when the moment comes; an ordinal counts from now. Start comes at the clock's next
    /// turn, a time that is over likewise. `After` is none of a watcher's: it never comes.
    Id await(const Moment &moment, Seen seen);
    void forget(Id id);

    void eventPublished(qint64 eventId, qint64 publishedNs);

    RecordNumber departed(const Record &record, QByteArrayView bytes,
                          std::span<const qint64> eventIds) override;
    void arrived(RecordNumber number, qint64 arrivedNs) override;
    void lost(RecordNumber number) override;
    void named(ConnectionNumber connection, const QString &client) override;

private:
    struct Awaited
    {
        Moment moment;
        Seen seen;
        Filter filter {};
        int count = 0;
        Clock::TimerId timer = Clock::TimerId::None;
    };
    struct Occasion
    {
        RecordNumber number = 0;
        Record record {};
        std::vector<qint64> eventIds {};
        qint64 atNs = 0;
        bool delivered = false;
        bool lost = false;
    };

    void judgeWhenNamed(Occasion occasion);
    void judge(const Occasion &occasion);
    [[nodiscard]] bool matches(const Awaited &awaited, const Occasion &occasion) const;
    void happen(Id id, const Sighting &sighting);
    [[nodiscard]] bool watchesMessages() const noexcept { return m_messages > 0; }

    Clock &m_clock;
    TrafficLog &m_log;
    std::map<Id, Awaited> m_awaited;
    std::vector<Occasion> m_unnamed; ///< of connections whose client is not known yet
    int m_messages = 0; ///< how many of the awaited are about messages
    quint32 m_lastId = 0;
};

/// The client or kind that a lesson names; of a range ("ajax-polling-11..100") the first client and the last.
[[nodiscard]] QStringList clientsNamed(const QString &named);
/// Whether `client` is the one that a moment names, of the kind that it names, or in the range.
[[nodiscard]] bool isClient(const QString &client, const QString &named);

} // namespace wiretale
