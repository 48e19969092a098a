// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filteredrows.h"
#include "app/journal/rulebook.h"
#include "app/window/traffictablesort.h"

#include <QAbstractTableModel>
#include <QCache>

#include <memory>

namespace wiretale {

/// The messages of a growing log that a filter chooses, one a row, as they were at a moment.
///
/// Nothing is copied while rows stand in the order of departure. Sorted by anything else, they are put in
/// order in another thread; meanwhile the old order stays, and what comes in goes to the end until the next
/// sorting, which begins by itself when the log changed.
class TrafficTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TrafficTableModel(QObject *parent = nullptr);

    void setLog(std::shared_ptr<const TrafficLog> log);
    void setFilter(const Filter &filter);
    /// Shows what departed by then, as it was then; everything without one.
    void setMoment(std::optional<qint64> ns);

    /// Takes what is new, for about as long as `milliseconds`; to be called once a frame. False when there is
    /// nothing left to do before the log changes.
    bool advance(qint64 milliseconds);

    [[nodiscard]] const FilteredRows &rows() const noexcept { return *m_rows; }
    /// The same, for other views of the same messages; what is shown changes by the table's calls alone.
    [[nodiscard]] std::shared_ptr<const FilteredRows> sharedRows() const noexcept { return m_rows; }
    [[nodiscard]] const TrafficSort &sorting() const noexcept { return m_sort; }
    /// 0 when there is no such row.
    [[nodiscard]] RecordNumber numberAt(int row) const;
    /// -1 when the message is not shown. O(log n); O(n) when sorted by other than number or time.
    [[nodiscard]] int rowOf(RecordNumber number) const;
    /// Whether the newest message is below, or above, all others.
    [[nodiscard]] bool isNewestLast() const noexcept { return m_shownBy == Order::Ascending; }
    [[nodiscard]] bool isNewestFirst() const noexcept { return m_shownBy == Order::Descending; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void retranslate();

private:
    enum class Order
    {
        Ascending,
        Descending,
        Sorted ///< as m_order has it
    };

    void beginAnew();
    void take(const FilteredRows::Changes &changes);
    void takeAtOnce(const FilteredRows::Changes &changes);
    void takeAway(RecordNumber number);
    void putIn(RecordNumber number);
    void showUpToLimit();
    void setShown(quint32 count);
    void startSorting();
    void sortAgainIfDue();
    [[nodiscard]] bool isSortingDue() const;
    /// A sorting that runs knows nothing of rows that come or go without being told of one by one.
    [[nodiscard]] bool isSortedSoon() const noexcept
    {
        return m_shownBy == Order::Sorted || m_sort.isRunning();
    }
    [[nodiscard]] Order wantedOrder() const noexcept;
    void takeSorted(const std::vector<RecordNumber> &numbers);
    void rearrange(Order shownBy, std::vector<RecordNumber> order);
    [[nodiscard]] QModelIndexList placesOf(const QModelIndexList &before,
                                           const std::vector<RecordNumber> &numbers) const;
    [[nodiscard]] RecordNumber limit() const;
    [[nodiscard]] qint64 nowNs() const;
    [[nodiscard]] std::vector<RecordNumber> shownNumbers() const;
    struct Lamp
    {
        Verdict verdict = Verdict::None;
        QString breaches;
    };
    [[nodiscard]] QString summary(RecordNumber number) const;
    [[nodiscard]] Lamp lamp(RecordNumber number) const;

    std::shared_ptr<FilteredRows> m_rows = std::make_shared<FilteredRows>();
    TrafficSort m_sort;
    std::optional<qint64> m_momentNs;
    quint32 m_shown = 0; ///< rows, from the first of m_rows
    Order m_shownBy = Order::Ascending;
    TrafficColumn m_sortColumn = TrafficColumn::Number;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<RecordNumber> m_order; ///< what is shown, when Sorted
    std::vector<RecordNumber> m_added; ///< since the sorting that runs began
    std::vector<RecordNumber> m_removed; ///< the same
    quint64 m_sortedRevision = 0; ///< the journal's when the last sorting began; 0 before the first
    bool m_isUnsorted = false; ///< rows came in since then
    mutable QCache<RecordNumber, QString> m_summaries;
    mutable QCache<RecordNumber, Lamp> m_lamps;
    mutable RuleBook m_rulebook;
};

} // namespace wiretale
