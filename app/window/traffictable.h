// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filter.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QTableView;

namespace wiretale {

class TrafficTableModel;

/// The messages of a log in a table: chosen by a filter, sorted by any column, with the columns that the user
/// wants in the order that they want. Keeps the newest in view until the user scrolls away. Looks at the log
/// once a frame, for a few milliseconds at most, however long the log is: while it is seen, and for those who
/// share its rows while a filter is on.
class TrafficTable : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficTable(QWidget *parent = nullptr);
    ~TrafficTable() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    void setFilter(const wiretale::Filter &filter);
    /// Shows what departed by then (clock nanoseconds), as it was then; everything without one.
    void setMoment(std::optional<qint64> ns);

    [[nodiscard]] RecordNumber selectedRecord() const noexcept { return m_selected; }
    /// All rows that are chosen, in ascending order.
    [[nodiscard]] std::vector<RecordNumber> selectedRecords() const;
    /// All rows, in the order in which they are shown.
    [[nodiscard]] std::vector<RecordNumber> shownRecords() const;
    [[nodiscard]] bool isFollowing() const noexcept { return m_follow.isChecked(); }
    [[nodiscard]] QAction &followAction() noexcept { return m_follow; }
    [[nodiscard]] QAction &copyAction() noexcept { return m_copy; }
    [[nodiscard]] const TrafficTableModel &model() const noexcept { return *m_model; }

    /// Columns, their order and widths, and what is sorted by.
    [[nodiscard]] QByteArray saveState() const;
    /// False, and nothing changed, when it is no such state.
    bool restoreState(const QByteArray &state);

    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    /// Brings the message into view, as soon as it is a row. Emits nothing. 0: none.
    void select(wiretale::RecordNumber number);
    /// The first rows, however many come behind them.
    void showOldest();

Q_SIGNALS:
    /// The user chose a message.
    void selected(wiretale::RecordNumber number);
    /// Which messages a filter chooses; also that there is another filter, or none.
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpView();
    void onFrame();
    void beBusyWhileNeeded();
    [[nodiscard]] bool hasLogChanged() const;
    void onCurrentChanged(const QModelIndex &current);
    void onScrolled(int value);
    void showColumnMenu(const QPoint &position);
    void selectAsWanted();
    void scrollToNewest();
    void copySelection() const;
    void showState();
    void setColumnWidths();
    void applyFont();
    void retranslate();

    TrafficTableModel *m_model;
    QTableView *m_view;
    QLabel *m_state;
    QTimer m_frame;
    QAction m_follow;
    QAction m_copy;
    RecordNumber m_selected = 0;
    quint64 m_seenRevision = 0;
    quint64 m_toldRevision = 0; ///< of what is chosen
    bool m_isBusy = false; ///< there was more to look at than one frame allows
    bool m_isSelectionWanted = false; ///< the message chosen is still to be found among the rows
    bool m_isOwnChange = false; ///< scrolling and selecting is ours, not the user's
};

} // namespace wiretale
