// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/chart/trafficseries.h"
#include "common/clock.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QBoxLayout;
class QLabel;

namespace wiretale {

class FilteredRows;
class RatePlot;
class ShownRecords;
class TrafficLog;

/// Messages and bytes per second over the last minute of clock time, a colour a technique, payload and
/// overhead apart. Redraws at most five times a second, and only while it is seen and something changes.
class TrafficChart : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficChart(QWidget *parent = nullptr);
    ~TrafficChart() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    /// Of which messages alone are summed up, once they are rows of the same log.
    void setRows(std::shared_ptr<const FilteredRows> rows);
    void setPace(const ClockPace &pace);
    /// Shows the minute up to then (clock nanoseconds); nothing: the last one.
    void setMoment(std::optional<qint64> ns);

    [[nodiscard]] const TrafficSeries &series() const noexcept { return m_series; }
    /// What it says beneath, as rich text.
    [[nodiscard]] QString legend() const;
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    /// The rows, or what filters them, changed.
    void followRows();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void redraw(Nanoseconds now);
    void retranslate();
    [[nodiscard]] bool isFiltered() const noexcept;
    [[nodiscard]] ShownRecords shown() const noexcept;

    std::shared_ptr<const TrafficLog> m_log;
    std::shared_ptr<const FilteredRows> m_rows;
    TrafficSeries m_series;
    ClockPace m_pace;
    QTimer m_timer;
    QBoxLayout *m_plots;
    RatePlot *m_messages;
    RatePlot *m_bytes;
    QLabel *m_legend;
    Nanoseconds m_drawnAt {-1};
    std::optional<qint64> m_moment;
    quint64 m_summedRevision = 0; ///< of the rows
    bool m_wasFiltered = false;
};

} // namespace wiretale
