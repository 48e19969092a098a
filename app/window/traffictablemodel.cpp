// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/traffictablemodel.h"

#include "app/chart/techniquelook.h"
#include "app/diagram/messagelabel.h"
#include "app/journal/filterfacts.h"
#include "app/journal/trafficlog.h"
#include "app/window/lamp.h"

#include <algorithm>
#include <limits>

namespace wiretale {

namespace {

constexpr int MostSummaries = 20'000;
constexpr qint64 LooksPerSlice = 4096; ///< between two looks at the time
constexpr size_t MostSingleChanges = 64; ///< beyond, all rows are told anew

} // namespace

TrafficTableModel::TrafficTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_summaries(MostSummaries)
    , m_lamps(MostSummaries)
{
    connect(&m_sort, &TrafficSort::sorted, this, &TrafficTableModel::takeSorted);
}

void TrafficTableModel::setLog(std::shared_ptr<const TrafficLog> log)
{
    beginResetModel();
    m_rows->setLog(std::move(log));
    m_rulebook = RuleBook(m_rows->log());
    m_momentNs.reset();
    beginAnew();
    endResetModel();
}

void TrafficTableModel::setFilter(const Filter &filter)
{
    if (filter == m_rows->filter())
        return;
    beginResetModel();
    m_rows->setFilter(filter);
    beginAnew();
    endResetModel();
}

// Until the first sorting is over, rows come in by number.
void TrafficTableModel::beginAnew()
{
    m_sort.cancel();
    m_shown = 0;
    m_order = {};
    m_added = {};
    m_removed = {};
    m_sortedRevision = 0;
    m_isUnsorted = false;
    m_shownBy = wantedOrder();
    m_summaries.clear();
    m_lamps.clear();
}

void TrafficTableModel::setMoment(std::optional<qint64> ns)
{
    if (ns == m_momentNs)
        return;
    m_momentNs = ns;
    showUpToLimit();
    if (isSortedSoon())
        startSorting();
}

RecordNumber TrafficTableModel::limit() const
{
    if (!m_rows->log())
        return 0;
    return m_momentNs ? m_rows->log()->journal().firstDepartedFrom(*m_momentNs + 1)
                      : std::numeric_limits<RecordNumber>::max();
}

qint64 TrafficTableModel::nowNs() const
{
    return m_momentNs.value_or(m_rows->log()->journal().lastNs());
}

bool TrafficTableModel::advance(qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    bool isLeft = !m_rows->isUpToDate();
    while (isLeft) {
        take(m_rows->look(LooksPerSlice));
        isLeft = !m_rows->isUpToDate();
        if (timer.elapsed() >= milliseconds)
            break;
    }
    showUpToLimit();
    sortAgainIfDue();
    return isLeft || m_sort.isRunning() || isSortingDue();
}

void TrafficTableModel::take(const FilteredRows::Changes &changes)
{
    if (changes.leaving.size() + changes.entering.size() > MostSingleChanges) {
        takeAtOnce(changes);
        return;
    }
    for (const RecordNumber number : changes.leaving)
        takeAway(number);
    for (const RecordNumber number : changes.entering)
        putIn(number);
    m_rows->follow(changes);
}

void TrafficTableModel::takeAtOnce(const FilteredRows::Changes &changes)
{
    beginResetModel();
    m_rows->apply(changes);
    m_shown = m_rows->rowsBefore(limit());
    if (m_shownBy == Order::Sorted) {
        m_order = {};
        m_order = shownNumbers();
    }
    endResetModel();
    if (isSortedSoon())
        startSorting();
}

void TrafficTableModel::takeAway(RecordNumber number)
{
    const int row = rowOf(number);
    if (row < 0) {
        m_rows->remove(number);
        return;
    }
    beginRemoveRows({}, row, row);
    m_rows->remove(number);
    --m_shown;
    if (m_shownBy == Order::Sorted)
        m_order.erase(m_order.begin() + row);
    if (m_sort.isRunning() && std::erase(m_added, number) == 0)
        m_removed.push_back(number);
    endRemoveRows();
}

void TrafficTableModel::putIn(RecordNumber number)
{
    const quint32 place = m_rows->rowsBefore(number);
    if (place >= m_shown) {
        // Behind all that is shown; showUpToLimit() sees whether it is to be, too.
        m_rows->insert(number);
        return;
    }
    const quint32 row = m_shownBy == Order::Ascending ? place
        : m_shownBy == Order::Descending              ? m_shown - place
                                                      : m_shown;
    beginInsertRows({}, int(row), int(row));
    m_rows->insert(number);
    ++m_shown;
    if (m_shownBy == Order::Sorted)
        m_order.push_back(number);
    if (m_sort.isRunning() && std::erase(m_removed, number) == 0)
        m_added.push_back(number);
    m_isUnsorted = true;
    endInsertRows();
}

void TrafficTableModel::showUpToLimit()
{
    setShown(m_rows->rowsBefore(limit()));
}

void TrafficTableModel::setShown(quint32 count)
{
    if (count > m_shown) {
        const int more = int(count - m_shown);
        const int first = m_shownBy == Order::Descending ? 0 : int(m_shown);
        beginInsertRows({}, first, first + more - 1);
        for (quint32 row = m_shown; row < count && m_shownBy == Order::Sorted; ++row)
            m_order.push_back(m_rows->at(row));
        for (quint32 row = m_shown; row < count && m_sort.isRunning(); ++row)
            m_added.push_back(m_rows->at(row));
        m_isUnsorted = true;
        m_shown = count;
        endInsertRows();
    } else if (count < m_shown && m_shownBy == Order::Sorted) {
        const RecordNumber end = m_rows->at(count);
        beginResetModel();
        std::erase_if(m_order, [end](RecordNumber number) { return number >= end; });
        m_shown = count;
        endResetModel();
    } else if (count < m_shown) {
        const int first = m_shownBy == Order::Descending ? 0 : int(count);
        beginRemoveRows({}, first, first + int(m_shown - count) - 1);
        m_shown = count;
        endRemoveRows();
    }
}

RecordNumber TrafficTableModel::numberAt(int row) const
{
    if (row < 0 || quint32(row) >= m_shown)
        return 0;
    switch (m_shownBy) {
    case Order::Ascending:
        return m_rows->at(quint32(row));
    case Order::Descending:
        return m_rows->at(m_shown - 1 - quint32(row));
    case Order::Sorted:
        break;
    }
    return m_order[size_t(row)];
}

int TrafficTableModel::rowOf(RecordNumber number) const
{
    const std::optional<quint32> place = m_rows->rowOf(number);
    if (!place || *place >= m_shown)
        return -1;
    switch (m_shownBy) {
    case Order::Ascending:
        return int(*place);
    case Order::Descending:
        return int(m_shown - 1 - *place);
    case Order::Sorted:
        break;
    }
    return int(std::ranges::find(m_order, number) - m_order.begin());
}

int TrafficTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown);
}

int TrafficTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : TrafficColumnCount;
}

QVariant TrafficTableModel::data(const QModelIndex &index, int role) const
{
    const RecordNumber number = numberAt(index.row());
    if (number == 0)
        return {};
    const auto column = TrafficColumn(index.column());
    const Journal &journal = m_rows->log()->journal();
    switch (role) {
    case Qt::DisplayRole:
        return column == TrafficColumn::Summary ? summary(number)
                                                : cellText(journal, number, column, nowNs());
    case Qt::ToolTipRole:
        return column == TrafficColumn::Summary ? QVariant(summary(number))
            : column == TrafficColumn::Number   ? QVariant(lamp(number).breaches)
                                                : QVariant();
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        // What keeps the rules has no lamp, so that the eye finds what does not.
        if (const Verdict verdict = column == TrafficColumn::Number ? lamp(number).verdict : Verdict::None;
            verdict == Verdict::Broken || verdict == Verdict::Doubtful)
            return lampIcon(verdict);
        return column == TrafficColumn::Technique
            ? QVariant(techniqueColor(techniqueOf(journal, journal.at(number))))
            : QVariant();
    default:
        return {};
    }
}

QVariant TrafficTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= TrafficColumnCount)
        return {};
    const auto column = TrafficColumn(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::ToolTipRole:
        return columnExplanation(column);
    case Qt::TextAlignmentRole:
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString TrafficTableModel::summary(RecordNumber number) const
{
    if (const QString *known = m_summaries.object(number))
        return *known;
    QString text = messageLabel(*m_rows->log(), number);
    m_summaries.insert(number, new QString(text));
    return text;
}

TrafficTableModel::Lamp TrafficTableModel::lamp(RecordNumber number) const
{
    if (const Lamp *known = m_lamps.object(number))
        return *known;
    const std::vector<Breach> breaches = m_rulebook.breaches(number);
    Lamp lamp {verdictOf(m_rows->log()->journal().at(number), breaches), breachText(breaches)};
    m_lamps.insert(number, new Lamp(lamp));
    return lamp;
}

void TrafficTableModel::retranslate()
{
    m_lamps.clear();
    m_summaries.clear();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, TrafficColumnCount - 1);
    if (m_shown > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown) - 1, TrafficColumnCount - 1));
}

} // namespace wiretale
