// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/traffictablemodel.h"

#include <algorithm>

namespace wiretale {

// In a file of its own: how rows change their places.

TrafficTableModel::Order TrafficTableModel::wantedOrder() const noexcept
{
    // Messages are numbered in the order of departure.
    if (m_sortColumn != TrafficColumn::Number && m_sortColumn != TrafficColumn::Time)
        return Order::Sorted;
    return m_sortOrder == Qt::AscendingOrder ? Order::Ascending : Order::Descending;
}

void TrafficTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= TrafficColumnCount)
        return;
    m_sortColumn = TrafficColumn(column);
    m_sortOrder = order;
    if (wantedOrder() == Order::Sorted) {
        startSorting();
        return;
    }
    m_sort.cancel();
    rearrange(wantedOrder(), {});
}

void TrafficTableModel::startSorting()
{
    m_added.clear();
    m_removed.clear();
    m_isUnsorted = false;
    if (!m_rows->log())
        return;
    m_sortedRevision = m_rows->log()->journal().revision();
    m_sort.start({m_rows->log(), shownNumbers(), m_sortColumn, m_sortOrder, nowNs()});
}

bool TrafficTableModel::isSortingDue() const
{
    if (m_shownBy != Order::Sorted || m_sort.isRunning() || !m_rows->log())
        return false;
    // At a moment of the past nothing changes but what is still looked at.
    return m_isUnsorted || (!m_momentNs && m_rows->log()->journal().revision() != m_sortedRevision);
}

void TrafficTableModel::sortAgainIfDue()
{
    if (!isSortingDue())
        return;
    const bool isFirst = m_sortedRevision == 0;
    if (isFirst ? m_rows->isUpToDate() : m_sort.hasRested())
        startSorting();
}

void TrafficTableModel::takeSorted(const std::vector<RecordNumber> &numbers)
{
    std::vector<RecordNumber> order = numbers;
    if (!m_removed.empty()) {
        std::ranges::sort(m_removed);
        std::erase_if(order,
                      [this](RecordNumber number) { return std::ranges::binary_search(m_removed, number); });
    }
    order.insert(order.end(), m_added.begin(), m_added.end());
    m_added.clear();
    m_removed.clear();
    Q_ASSERT_X(order.size() == m_shown, "TrafficTableModel::takeSorted", "rows were lost");
    rearrange(Order::Sorted, std::move(order));
}

void TrafficTableModel::rearrange(Order shownBy, std::vector<RecordNumber> order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<RecordNumber> numbers;
    for (const QModelIndex &index : before)
        numbers.push_back(numberAt(index.row()));
    m_shownBy = shownBy;
    m_order = std::move(order);
    changePersistentIndexList(before, placesOf(before, numbers));
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QModelIndexList TrafficTableModel::placesOf(const QModelIndexList &before,
                                            const std::vector<RecordNumber> &numbers) const
{
    // Selected rows may be many; then looking for each in turn would take for ever.
    std::vector<int> rows;
    if (m_shownBy == Order::Sorted && !before.isEmpty()) {
        rows.assign(size_t(std::ranges::max(m_order)) + 1, -1);
        for (size_t row = 0; row < m_order.size(); ++row)
            rows[m_order[row]] = int(row);
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const RecordNumber number = numbers[size_t(i)];
        after << index(rows.empty() ? rowOf(number) : rows[number], before.at(i).column());
    }
    return after;
}

std::vector<RecordNumber> TrafficTableModel::shownNumbers() const
{
    std::vector<RecordNumber> numbers(m_shown);
    for (quint32 row = 0; row < m_shown; ++row)
        numbers[row] = m_rows->at(row);
    return numbers;
}

} // namespace wiretale
