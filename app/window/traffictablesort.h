// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/traffictablecells.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <vector>

namespace wiretale {

class TrafficLog;

/// What is to be sorted, and by what.
struct TrafficSortJob
{
    std::shared_ptr<const TrafficLog> log;
    std::vector<RecordNumber> numbers;
    TrafficColumn column = TrafficColumn::Number;
    Qt::SortOrder order = Qt::AscendingOrder;
    qint64 nowNs = 0;
};

/// Sorts by what the cells of a column show; what is alike by number, and empty cells last in either order.
/// Tells its progress in percent; answers nothing when it was cancelled.
void sortTraffic(QPromise<std::vector<RecordNumber>> &promise, TrafficSortJob job);

/// Sorts in another thread, one job at a time: a new one takes the place of the old.
class TrafficSort : public QObject
{
    Q_OBJECT

public:
    explicit TrafficSort(QObject *parent = nullptr);
    ~TrafficSort() override;

    void start(TrafficSortJob job);
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_isRunning; }
    /// In percent.
    [[nodiscard]] int progress() const { return m_watcher.progressValue(); }
    /// Whether the last job is so long over that another would leave most of a processor's time to others.
    [[nodiscard]] bool hasRested() const;

Q_SIGNALS:
    void sorted(const std::vector<wiretale::RecordNumber> &numbers);

private:
    void onFinished();

    QFutureWatcher<std::vector<RecordNumber>> m_watcher;
    QElapsedTimer m_since; ///< the job's beginning, then its end
    qint64 m_tookMs = 0;
    bool m_isRunning = false;
};

} // namespace wiretale
