// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/shownrecords.h"

namespace wiretale {

quint32 ShownRecords::count() const noexcept
{
    if (m_chosen != nullptr)
        return m_chosen->size();
    return m_journal != nullptr ? m_journal->size() : 0;
}

RecordNumber ShownRecords::at(quint32 place) const noexcept
{
    return m_chosen != nullptr ? m_chosen->at(place - 1) : place;
}

quint32 ShownRecords::placeOf(RecordNumber number) const noexcept
{
    return m_chosen != nullptr ? m_chosen->countBefore(number) + 1 : number;
}

bool ShownRecords::contains(RecordNumber number) const noexcept
{
    return m_chosen != nullptr ? m_chosen->contains(number) : number > 0 && number <= count();
}

quint32 ShownRecords::firstFrom(qint64 ns) const
{
    if (journal() == nullptr)
        return 1;
    return placeOf(journal()->firstDepartedFrom(ns));
}

void ShownRecords::visitRecords(qint64 fromNs, qint64 toNs, const VisitRecord &visit) const
{
    if (m_chosen != nullptr)
        m_chosen->visitRecords(fromNs, toNs, visit);
    else if (m_journal != nullptr)
        m_journal->visitRecords(fromNs, toNs, visit);
}

void ShownRecords::visitExchanges(qint64 fromNs, qint64 toNs,
                                  const std::function<bool(const ExchangeSpan &)> &visit) const
{
    if (journal() == nullptr)
        return;
    if (m_chosen == nullptr) {
        m_journal->visitExchanges(fromNs, toNs, visit);
        return;
    }
    journal()->visitExchanges(fromNs, toNs, [&](const ExchangeSpan &span) {
        return !m_chosen->containsAnyOfExchange(span.request) || visit(span);
    });
}

void ShownRecords::visitConnections(qint64 fromNs, qint64 toNs,
                                    const std::function<bool(const ConnectionSpan &)> &visit) const
{
    if (journal() == nullptr)
        return;
    if (m_chosen == nullptr) {
        m_journal->visitConnections(fromNs, toNs, visit);
        return;
    }
    journal()->visitConnections(fromNs, toNs, [&](const ConnectionSpan &span) {
        return !m_chosen->containsAnyOf(span.number) || visit(span);
    });
}

std::vector<ChunkSummary> ShownRecords::chunks(qint64 fromNs, qint64 toNs) const
{
    if (journal() == nullptr)
        return {};
    if (m_chosen == nullptr)
        return m_journal->chunks(fromNs, toNs);
    std::vector<ChunkSummary> result = m_chosen->chunks(fromNs, toNs);
    for (ChunkSummary &chunk : result)
        ++chunk.first;
    return result;
}

quint64 ShownRecords::wireBytesBefore(qint64 ns) const
{
    if (journal() == nullptr)
        return 0;
    return m_chosen != nullptr ? m_chosen->wireBytesBefore(ns) : m_journal->wireBytesBefore(ns);
}

std::vector<ClientEntry> ShownRecords::clients() const
{
    if (journal() == nullptr)
        return {};
    return m_chosen != nullptr ? m_chosen->clients() : m_journal->clients();
}

} // namespace wiretale
