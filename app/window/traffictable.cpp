// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/traffictable.h"

#include "app/journal/trafficlog.h"
#include "app/window/traffictablemodel.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace wiretale {

namespace {

constexpr std::chrono::milliseconds FrameInterval {16};
constexpr qint64 LongestWorkMs = 6; ///< of a frame
constexpr quint32 StateMagic = 0x57544231; ///< "WTB1"
constexpr int SwatchSize = 10; ///< of a technique's colour
constexpr int MostRowsCopied = 100'000;

} // namespace

TrafficTable::TrafficTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new TrafficTableModel(this))
    , m_view(new QTableView(this))
    , m_state(new QLabel(this))
{
    setUpView();
    m_state->setContentsMargins(6, 2, 6, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_state);
    setFocusProxy(m_view);

    m_follow.setCheckable(true);
    m_follow.setChecked(true);
    connect(&m_follow, &QAction::toggled, this, [this](bool isOn) {
        if (isOn)
            scrollToNewest();
    });
    m_copy.setShortcut(QKeySequence::Copy);
    m_copy.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(&m_copy, &QAction::triggered, this, &TrafficTable::copySelection);
    addAction(&m_copy);

    m_frame.setInterval(FrameInterval);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        if (m_isBusy || m_model->sorting().isRunning() || hasLogChanged())
            onFrame();
    });
    setColumnWidths();
    applyFont();
    retranslate();
}

TrafficTable::~TrafficTable()
{
    // Children go one by one, and what is left tells of it.
    m_model->disconnect(this);
    m_view->selectionModel()->disconnect(this);
    m_view->verticalScrollBar()->disconnect(this);
}

void TrafficTable::setUpView()
{
    m_view->setModel(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setIconSize({SwatchSize, SwatchSize});
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(int(TrafficColumn::Number), Qt::AscendingOrder);
    m_view->setSortingEnabled(true);
    connect(header, &QWidget::customContextMenuRequested, this, &TrafficTable::showColumnMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TrafficTable::onCurrentChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &TrafficTable::onScrolled);
    // Rows that come in above must not push away what is being read.
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (first == 0 && m_model->isNewestFirst() && !isFollowing()) {
                    const QScopedValueRollback guard(m_isOwnChange, true);
                    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + last + 1);
                }
            });
}

void TrafficTable::setLog(std::shared_ptr<const TrafficLog> log)
{
    const QScopedValueRollback guard(m_isOwnChange, true);
    m_model->setLog(std::move(log));
    m_selected = 0;
    m_isSelectionWanted = false;
    m_seenRevision = 0;
    m_follow.setChecked(true);
    onFrame();
}

void TrafficTable::setFilter(const Filter &filter)
{
    if (filter == m_model->rows().filter())
        return;
    const QScopedValueRollback guard(m_isOwnChange, true);
    m_model->setFilter(filter);
    m_isSelectionWanted = m_selected != 0;
    onFrame();
    beBusyWhileNeeded();
}

void TrafficTable::setMoment(std::optional<qint64> ns)
{
    const QScopedValueRollback guard(m_isOwnChange, true);
    m_model->setMoment(ns);
    m_isSelectionWanted = m_selected != 0;
    onFrame();
    m_view->viewport()->update();
}

void TrafficTable::onFrame()
{
    const QScopedValueRollback guard(m_isOwnChange, true);
    const int rowsBefore = m_model->rowCount();
    m_isBusy = m_model->advance(LongestWorkMs);
    if (isFollowing() && isVisible() && m_model->rowCount() != rowsBefore)
        scrollToNewest();
    selectAsWanted();
    if (hasLogChanged()) {
        m_seenRevision = m_model->rows().log()->journal().revision();
        m_view->viewport()->update();
    }
    showState();
    const quint64 revision = m_model->rows().shown().revision();
    if (std::exchange(m_toldRevision, revision) != revision)
        Q_EMIT chosenChanged();
}

void TrafficTable::beBusyWhileNeeded()
{
    if (isVisible() || !m_model->rows().filter().isEmpty())
        m_frame.start();
    else
        m_frame.stop();
}

bool TrafficTable::hasLogChanged() const
{
    const auto &log = m_model->rows().log();
    return log && log->journal().revision() != m_seenRevision;
}

void TrafficTable::scrollToNewest()
{
    const QScopedValueRollback guard(m_isOwnChange, true);
    if (m_model->isNewestLast())
        m_view->scrollToBottom();
    else if (m_model->isNewestFirst())
        m_view->scrollToTop();
}

void TrafficTable::onScrolled(int value)
{
    if (m_isOwnChange)
        return;
    if (m_model->isNewestLast())
        m_follow.setChecked(value == m_view->verticalScrollBar()->maximum());
    else if (m_model->isNewestFirst())
        m_follow.setChecked(value == 0);
}

void TrafficTable::showOldest()
{
    const QScopedValueRollback guard(m_isOwnChange, true);
    m_follow.setChecked(false);
    if (m_model->isNewestFirst())
        m_view->scrollToBottom();
    else
        m_view->scrollToTop();
}

void TrafficTable::select(RecordNumber number)
{
    m_selected = number;
    m_isSelectionWanted = number != 0;
    const QScopedValueRollback guard(m_isOwnChange, true);
    if (number == 0)
        m_view->selectionModel()->clear();
    else
        selectAsWanted();
}

void TrafficTable::selectAsWanted()
{
    if (!m_isSelectionWanted)
        return;
    const int row = m_model->rowOf(m_selected);
    if (row < 0) {
        m_view->selectionModel()->clear();
        return;
    }
    m_isSelectionWanted = false;
    const int column = std::max(m_view->columnAt(0), 0);
    const QModelIndex index = m_model->index(row, column);
    m_view->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
    const bool isAtNewest = m_model->isNewestLast()
        ? m_view->verticalScrollBar()->value() == m_view->verticalScrollBar()->maximum()
        : m_view->verticalScrollBar()->value() == 0;
    if (!isAtNewest)
        m_follow.setChecked(false);
}

void TrafficTable::onCurrentChanged(const QModelIndex &current)
{
    if (m_isOwnChange || !current.isValid())
        return;
    m_isSelectionWanted = false;
    m_selected = m_model->numberAt(current.row());
    Q_EMIT selected(m_selected);
}

std::vector<RecordNumber> TrafficTable::selectedRecords() const
{
    std::vector<RecordNumber> numbers;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            numbers.push_back(m_model->numberAt(row));
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<RecordNumber> TrafficTable::shownRecords() const
{
    std::vector<RecordNumber> numbers;
    const int count = m_model->rowCount();
    numbers.reserve(size_t(count));
    for (int row = 0; row < count; ++row)
        numbers.push_back(m_model->numberAt(row));
    return numbers;
}

void TrafficTable::copySelection() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    QStringList lines;
    for (const RecordNumber number : selectedRecords()) {
        if (lines.size() == MostRowsCopied)
            break;
        const int row = m_model->rowOf(number);
        QStringList cells;
        for (int place = 0; place < TrafficColumnCount; ++place) {
            const int column = header->logicalIndex(place);
            if (!header->isSectionHidden(column))
                cells << m_model->index(row, column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void TrafficTable::showColumnMenu(const QPoint &position)
{
    QHeaderView *header = m_view->horizontalHeader();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int place = 0; place < TrafficColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu->addAction(columnTitle(TrafficColumn(column)));
        const bool isShown = !header->isSectionHidden(column);
        action->setCheckable(true);
        action->setChecked(isShown);
        action->setEnabled(!isShown || header->count() - header->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this,
                [header, column](bool isOn) { header->setSectionHidden(column, !isOn); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("All Columns as at First")), &QAction::triggered, this, [this, header] {
        for (int column = 0; column < TrafficColumnCount; ++column) {
            header->setSectionHidden(column, false);
            header->moveSection(header->visualIndex(column), column);
        }
        setColumnWidths();
    });
    menu->popup(header->viewport()->mapToGlobal(position));
}

QByteArray TrafficTable::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << StateMagic << quint32(TrafficColumnCount) << m_view->horizontalHeader()->saveState();
    return state;
}

bool TrafficTable::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint32 columns = 0;
    QByteArray header;
    stream >> magic >> columns >> header;
    if (stream.status() != QDataStream::Ok || magic != StateMagic || columns != TrafficColumnCount)
        return false;
    const QScopedValueRollback guard(m_isOwnChange, true);
    return m_view->horizontalHeader()->restoreState(header);
}

} // namespace wiretale
