// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/journal.h"
#include "app/journal/stablearray.h"

#include <QHash>

#include <atomic>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace wiretale {

/// What a journal's logs are made of. A slot is filled once, before it is published; its atomic fields, and
/// nothing else that others read in it, change later, each by itself and without tearing.

/// A Record in 56 bytes, with the end of its event ids in the journal's pool; they begin where those of the
/// record before it end. Offsets in a capture of a tebibyte or more do not fit: such a record has no bytes.
struct RecordSlot
{
    struct Totals
    {
        quint64 wireBytes = 0;
        quint64 connectionBits = 0;

        void add(const RecordSlot &slot) noexcept;
        void add(const Totals &other) noexcept;
    };

    std::atomic<qint64> arrivedNs {Record::NotArrived};
    qint64 departedNs = 0;
    qint64 wallNs = 0;
    quint32 captureOffsetLow = 0; ///< 32 of 40 bits
    quint32 wireBytes = 0;
    quint32 payloadBytes = 0;
    ConnectionNumber connection = 0;
    RecordNumber exchange = 0;
    quint32 eventsEnd = 0;
    std::atomic<quint16> flags {0};
    quint16 code = 0;
    quint16 eventCount = 0;
    quint8 captureOffsetHigh = 0;
    quint8 kindDirectionTechnique = 0; ///< 4 bits, 1 bit, 3 bits

    void store(const Record &record, quint32 eventsEndInPool) noexcept;
    [[nodiscard]] Record load() const noexcept;
    [[nodiscard]] MessageKind kind() const noexcept { return MessageKind(kindDirectionTechnique & 0xf); }
    [[nodiscard]] qint64 beginNs() const noexcept { return departedNs; }
    /// A Cut record's flight is a point, its departure.
    [[nodiscard]] qint64 endNs() const noexcept;
};
static_assert(sizeof(RecordSlot) <= 56);

struct ExchangeSlot
{
    struct Totals
    {
        void add(const ExchangeSlot &) noexcept { }
        void add(const Totals &) noexcept { }
    };

    RecordNumber request = 0;
    ConnectionNumber connection = 0;
    qint64 requestDepartedNs = 0;
    std::atomic<qint64> requestArrivedNs {Record::NotArrived};
    std::atomic<qint64> answeredNs {Record::NotArrived};
    std::atomic<qint64> finishedNs {Record::NotArrived};
    std::atomic<Technique> technique {Technique::Http};
    std::atomic<bool> empty {false};
    bool isFinal = false; ///< the writer's own: the answer is complete, rather than cut by a closing

    [[nodiscard]] ExchangeSpan load() const noexcept;
    [[nodiscard]] qint64 beginNs() const noexcept { return requestDepartedNs; }
    [[nodiscard]] qint64 endNs() const noexcept { return finishedNs.load(std::memory_order_relaxed); }
};

struct ConnectionSlot
{
    struct Totals
    {
        void add(const ConnectionSlot &) noexcept { }
        void add(const Totals &) noexcept { }
    };

    ConnectionNumber number = 0;
    qint64 openedNs = 0;
    std::atomic<qint64> closedNs {Record::NotArrived};
    std::atomic<quint32> client {ConnectionSpan::NoClient};
    std::atomic<Technique> technique {Technique::Http};

    [[nodiscard]] ConnectionSpan load() const noexcept;
    [[nodiscard]] qint64 beginNs() const noexcept { return openedNs; }
    [[nodiscard]] qint64 endNs() const noexcept { return closedNs.load(std::memory_order_relaxed); }
};

/// Names of clients in the order in which they were first told. Any thread may read; one writes.
class ClientTable
{
public:
    /// The index of the client of that name, new or known.
    quint32 indexOf(const QString &name);
    /// True when that changed something.
    bool noteTechnique(quint32 index, Technique technique);

    [[nodiscard]] std::vector<ClientEntry> entries() const;
    [[nodiscard]] QString name(quint32 index) const;

private:
    mutable std::mutex m_mutex; ///< guards m_entries; the rest is the writer's own
    std::vector<ClientEntry> m_entries;
    std::vector<Technique> m_techniques; ///< as in m_entries, to be compared at each record without a lock
    QHash<QString, quint32> m_indexOf;
};

/// When events were published. Ids usually count up by one, and are then found by arithmetic and without a
/// lock; any other id is looked up under one. Any thread may read; one writes.
class PublishingTimes
{
public:
    void set(qint64 eventId, qint64 publishedNs);
    [[nodiscard]] std::optional<qint64> of(qint64 eventId) const;

private:
    std::atomic<qint64> m_firstId {0}; ///< valid once m_row has an element
    StableArray<std::atomic<qint64>> m_row;
    mutable std::mutex m_mutex; ///< guards m_others
    std::unordered_map<qint64, qint64> m_others;
};

} // namespace wiretale
