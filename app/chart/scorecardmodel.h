// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"

#include <QAbstractItemModel>

#include <vector>

namespace wiretale {

/// A scorecard as a table: a row for each technique that runs or has traffic, and under it a row for each
/// client that uses it. Numbers come formatted with their units; a dash stands where nothing was measured.
class ScorecardModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        Requests,
        EmptyResponses,
        EventsDelivered,
        LatencyMedian,
        Latency95,
        LatencyWorst,
        WireBytes,
        PayloadBytes,
        OverheadPerEvent,
        ConnectionsOpened,
        ConnectionsOpen,
        TimeHeld,
        ColumnCount
    };
    enum Role
    {
        BestRole = Qt::UserRole, ///< bool: no technique that delivered events does better in this column
        TechniqueRole ///< int: the row's Technique
    };

    explicit ScorecardModel(QObject *parent = nullptr);

    void setScorecard(const Scorecard &scorecard);
    /// Which techniques have a row even before anything passed; index: Technique.
    void setRunning(const std::array<bool, TechniqueCount> &running);
    /// Headings and numbers anew, in the language of the moment.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Technique technique = Technique::Http;
        std::vector<size_t> clients; // indices into Scorecard::clients

        friend bool operator==(const Row &, const Row &) = default;
    };

    [[nodiscard]] std::vector<Row> wantedRows() const;
    void update();
    void findBest();
    [[nodiscard]] const Figures &figuresAt(const QModelIndex &index) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] bool isBest(const QModelIndex &index) const;

    Scorecard m_scorecard;
    std::array<bool, TechniqueCount> m_running {};
    std::vector<Row> m_rows;
    std::array<QString, ColumnCount> m_best; // as it stands in the cell; empty: there is none
};

/// What stands in a cell, in the language and the units of the moment.
[[nodiscard]] QString scorecardCell(const Figures &figures, ScorecardModel::Column column);

} // namespace wiretale
