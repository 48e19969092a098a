// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filteredrows.h"

#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

FilteredRows::FilteredRows(std::shared_ptr<const TrafficLog> log, Filter filter)
    : m_log(std::move(log))
    , m_reader(std::make_shared<MessageReader>(m_log))
    , m_filter(std::move(filter))
    , m_rows(m_log ? &m_log->journal() : nullptr)
{
}

void FilteredRows::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_reader = std::make_shared<MessageReader>(m_log);
    setFilter(Filter(m_filter));
}

void FilteredRows::setFilter(const Filter &filter)
{
    m_filter = filter;
    m_rows.reset(m_log ? &m_log->journal() : nullptr);
    m_undecided = {};
    m_looked = 0;
    m_found = 0;
    m_kept = 0;
    m_next = 0;
    m_passRevision = 0;
    m_passNowNs = 0;
}

FilteredRows::Changes FilteredRows::look(qint64 budget, std::optional<qint64> nowNs)
{
    Changes changes;
    changes.lookedUntil = m_looked;
    if (!m_log)
        return changes;
    if (m_filter.isEmpty()) {
        m_found = m_log->journal().size();
        changes.lookedUntil = m_found;
        return changes;
    }
    // Before the moment: what comes in between then counts as a change that is still to be looked at.
    const quint64 revision = m_log->journal().revision();
    const qint64 now = nowNs.value_or(m_log->journal().lastNs());
    // What is new must come in however many are undecided, and the other way round.
    const qint64 half = std::max<qint64>(budget / 2, 1);
    qint64 forOld = half;
    lookAgain(forOld, revision, now, changes);
    qint64 forNew = std::max<qint64>(budget - (half - forOld), 1);
    lookOn(forNew, now, changes);
    changes.lookedUntil = m_found;
    return changes;
}

void FilteredRows::lookAgain(qint64 &budget, quint64 revision, qint64 nowNs, Changes &changes)
{
    if (m_next == m_undecided.size()) {
        m_undecided.resize(m_kept);
        m_next = m_kept;
        if (revision == m_passRevision && nowNs == m_passNowNs)
            return;
        m_passRevision = revision;
        m_passNowNs = nowNs;
        m_kept = 0;
        m_next = 0;
    }
    while (m_next < m_undecided.size() && budget > 0) {
        const RecordNumber number = m_undecided[m_next++];
        const Filter::Verdict verdict = m_filter.judge(*m_log, number, nowNs, m_reader.get());
        budget -= verdict.cost;
        if (!verdict.isFinal)
            m_undecided[m_kept++] = number;
        const bool isRow = rowOf(number).has_value();
        if (verdict.matches && !isRow)
            changes.entering.push_back(number);
        else if (!verdict.matches && isRow)
            changes.leaving.push_back(number);
    }
}

void FilteredRows::lookOn(qint64 &budget, qint64 nowNs, Changes &changes)
{
    const quint32 size = m_log->journal().size();
    while (m_found < size && budget > 0) {
        const RecordNumber number = ++m_found;
        const Filter::Verdict verdict = m_filter.judge(*m_log, number, nowNs, m_reader.get());
        budget -= verdict.cost;
        if (verdict.matches)
            changes.following.push_back(number);
        if (!verdict.isFinal)
            m_undecided.push_back(number);
    }
}

ShownRecords FilteredRows::shown() const noexcept
{
    if (!m_log)
        return {};
    return m_filter.isEmpty() ? ShownRecords(m_log->journal()) : ShownRecords(m_rows);
}

void FilteredRows::remove(RecordNumber number)
{
    m_rows.remove(number);
}

void FilteredRows::insert(RecordNumber number)
{
    m_rows.insert(number);
}

void FilteredRows::follow(const Changes &changes)
{
    m_rows.append(changes.following);
    m_looked = changes.lookedUntil;
    if (m_log && m_looked == m_log->journal().size())
        m_rows.settle();
}

void FilteredRows::apply(const Changes &changes)
{
    m_rows.change(changes.leaving, changes.entering);
    follow(changes);
}

void FilteredRows::advance(qint64 budget, std::optional<qint64> nowNs)
{
    apply(look(budget, nowNs));
}

quint32 FilteredRows::size() const noexcept
{
    return m_filter.isEmpty() ? m_looked : m_rows.size();
}

RecordNumber FilteredRows::at(quint32 row) const noexcept
{
    Q_ASSERT_X(row < size(), "FilteredRows::at", "no such row");
    return m_filter.isEmpty() ? row + 1 : m_rows.at(row);
}

std::optional<quint32> FilteredRows::rowOf(RecordNumber number) const noexcept
{
    const quint32 row = rowsBefore(number);
    if (number == 0 || row >= size() || at(row) != number)
        return std::nullopt;
    return row;
}

quint32 FilteredRows::rowsBefore(RecordNumber number) const noexcept
{
    if (m_filter.isEmpty())
        return std::min(number > 0 ? number - 1 : 0, m_looked);
    return m_rows.countBefore(number);
}

bool FilteredRows::isUpToDate() const noexcept
{
    if (!m_log)
        return true;
    const bool isPassOver
        = m_next == m_undecided.size() && (m_kept == 0 || m_log->journal().revision() == m_passRevision);
    return m_looked == m_log->journal().size() && isPassOver;
}

quint32 FilteredRows::undecided() const noexcept
{
    return quint32(m_kept + m_undecided.size() - m_next);
}

} // namespace wiretale
