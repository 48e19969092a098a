// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filteredrows.h"

#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <algorithm>
#include <iterator>

namespace wiretale {

FilteredRows::FilteredRows(std::shared_ptr<const TrafficLog> log, Filter filter)
    : m_log(std::move(log))
    , m_reader(std::make_shared<MessageReader>(m_log))
    , m_filter(std::move(filter))
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
    m_rows = {};
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

void FilteredRows::remove(RecordNumber number)
{
    const auto row = std::ranges::lower_bound(m_rows, number);
    Q_ASSERT_X(row != m_rows.end() && *row == number, "FilteredRows::remove", "no such row");
    m_rows.erase(row);
}

void FilteredRows::insert(RecordNumber number)
{
    m_rows.insert(std::ranges::lower_bound(m_rows, number), number);
}

void FilteredRows::follow(const Changes &changes)
{
    m_rows.insert(m_rows.end(), changes.following.begin(), changes.following.end());
    m_looked = changes.lookedUntil;
}

void FilteredRows::apply(const Changes &changes)
{
    if (!changes.leaving.empty() || !changes.entering.empty()) {
        std::vector<RecordNumber> stayed;
        stayed.reserve(m_rows.size() + changes.entering.size());
        std::ranges::set_difference(m_rows, changes.leaving, std::back_inserter(stayed));
        m_rows.clear();
        std::ranges::merge(stayed, changes.entering, std::back_inserter(m_rows));
    }
    follow(changes);
}

void FilteredRows::advance(qint64 budget, std::optional<qint64> nowNs)
{
    apply(look(budget, nowNs));
}

quint32 FilteredRows::size() const noexcept
{
    return m_filter.isEmpty() ? m_looked : quint32(m_rows.size());
}

RecordNumber FilteredRows::at(quint32 row) const noexcept
{
    Q_ASSERT_X(row < size(), "FilteredRows::at", "no such row");
    return m_filter.isEmpty() ? row + 1 : m_rows[row];
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
    return quint32(std::ranges::lower_bound(m_rows, number) - m_rows.begin());
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
