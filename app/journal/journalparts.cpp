// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journalparts.h"

namespace wiretale {

namespace {

constexpr qint64 NoBytesInSlot = (qint64(1) << 40) - 1;

} // namespace

void RecordSlot::Totals::add(const RecordSlot &slot) noexcept
{
    wireBytes += slot.wireBytes;
    connectionBits |= quint64(1) << (slot.connection % 64);
}

void RecordSlot::Totals::add(const Totals &other) noexcept
{
    wireBytes += other.wireBytes;
    connectionBits |= other.connectionBits;
}

void RecordSlot::store(const Record &record, quint32 eventsEndInPool) noexcept
{
    arrivedNs.store(record.arrivedNs, std::memory_order_relaxed);
    departedNs = record.departedNs;
    wallNs = record.wallNs;
    const bool hasBytes = record.captureOffset >= 0 && record.captureOffset < NoBytesInSlot;
    const qint64 offset = hasBytes ? record.captureOffset : NoBytesInSlot;
    captureOffsetLow = quint32(offset);
    captureOffsetHigh = quint8(offset >> 32);
    wireBytes = record.wireBytes;
    payloadBytes = record.payloadBytes;
    connection = record.connection;
    exchange = record.exchange;
    eventsEnd = eventsEndInPool;
    flags.store(quint16(record.flags), std::memory_order_relaxed);
    code = record.code;
    eventCount = record.eventCount;
    static_assert(int(MessageKind::Opaque) < 16 && TechniqueCount <= 8);
    kindDirectionTechnique
        = quint8(quint8(record.kind) | quint8(record.direction) << 4 | quint8(record.technique) << 5);
}

Record RecordSlot::load() const noexcept
{
    Record record;
    record.departedNs = departedNs;
    record.arrivedNs = arrivedNs.load(std::memory_order_relaxed);
    record.wallNs = wallNs;
    const qint64 offset = qint64(captureOffsetHigh) << 32 | captureOffsetLow;
    record.captureOffset = offset == NoBytesInSlot ? Record::NoBytes : offset;
    record.wireBytes = wireBytes;
    record.payloadBytes = payloadBytes;
    record.connection = connection;
    record.exchange = exchange;
    record.flags = RecordFlag(flags.load(std::memory_order_relaxed));
    record.code = code;
    record.eventCount = eventCount;
    record.kind = kind();
    record.direction = Direction(kindDirectionTechnique >> 4 & 1);
    record.technique = Technique(kindDirectionTechnique >> 5);
    return record;
}

qint64 RecordSlot::endNs() const noexcept
{
    if (hasFlag(RecordFlag(flags.load(std::memory_order_relaxed)), RecordFlag::Cut))
        return departedNs;
    return arrivedNs.load(std::memory_order_relaxed);
}

ExchangeSpan ExchangeSlot::load() const noexcept
{
    ExchangeSpan span;
    span.request = request;
    span.connection = connection;
    span.requestDepartedNs = requestDepartedNs;
    span.requestArrivedNs = requestArrivedNs.load(std::memory_order_relaxed);
    span.answeredNs = answeredNs.load(std::memory_order_relaxed);
    span.finishedNs = finishedNs.load(std::memory_order_relaxed);
    span.technique = technique.load(std::memory_order_relaxed);
    span.empty = empty.load(std::memory_order_relaxed);
    return span;
}

ConnectionSpan ConnectionSlot::load() const noexcept
{
    ConnectionSpan span;
    span.number = number;
    span.client = client.load(std::memory_order_relaxed);
    span.technique = technique.load(std::memory_order_relaxed);
    span.openedNs = openedNs;
    span.closedNs = closedNs.load(std::memory_order_relaxed);
    return span;
}

quint32 ClientTable::indexOf(const QString &name)
{
    if (const auto known = m_indexOf.constFind(name); known != m_indexOf.cend())
        return *known;
    const auto index = quint32(m_techniques.size());
    m_indexOf.insert(name, index);
    m_techniques.push_back(Technique::Http);
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({index, name, Technique::Http});
    return index;
}

bool ClientTable::noteTechnique(quint32 index, Technique technique)
{
    if (technique == Technique::Http || m_techniques[index] == technique)
        return false;
    m_techniques[index] = technique;
    const std::lock_guard lock(m_mutex);
    m_entries[index].technique = technique;
    return true;
}

std::vector<ClientEntry> ClientTable::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

QString ClientTable::name(quint32 index) const
{
    const std::lock_guard lock(m_mutex);
    return index < m_entries.size() ? m_entries[index].name : QStringLiteral("?");
}

void PublishingTimes::set(qint64 eventId, qint64 publishedNs)
{
    const quint32 length = m_row.size();
    if (length == 0)
        m_firstId.store(eventId, std::memory_order_relaxed);
    const qint64 place = eventId - m_firstId.load(std::memory_order_relaxed);
    if (place == length) {
        m_row.stage().store(publishedNs, std::memory_order_relaxed);
        m_row.publish();
    } else if (place >= 0 && place < length) {
        m_row[quint32(place)].store(publishedNs, std::memory_order_relaxed);
    } else {
        const std::lock_guard lock(m_mutex);
        m_others.insert_or_assign(eventId, publishedNs);
    }
}

std::optional<qint64> PublishingTimes::of(qint64 eventId) const
{
    const quint32 length = m_row.size();
    const qint64 place = eventId - m_firstId.load(std::memory_order_relaxed);
    if (length > 0 && place >= 0 && place < length)
        return m_row[quint32(place)].load(std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    const auto found = m_others.find(eventId);
    if (found == m_others.end())
        return std::nullopt;
    return found->second;
}

} // namespace wiretale
