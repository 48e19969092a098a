// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"
#include "app/journal/trafficlog.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>

namespace wiretale {

/// Reads a file of traffic in another thread, so that what was read already can be looked at meanwhile. One
/// file at a time; a new one ends the reading of the one before.
class TrafficOpener : public QObject
{
    Q_OBJECT

public:
    explicit TrafficOpener(QObject *parent = nullptr);
    ~TrafficOpener() override;

    /// Ends with failed(), or with opened(), any number of progressed(), and ended().
    void open(const QString &path);
    /// Reads no further; what was read stays. Ends with ended(), as soon as the other thread has noticed.
    void cancel();
    [[nodiscard]] bool isReading() const { return m_watcher.isRunning(); }

    /// What the other thread tells of itself.
    struct Stretch
    {
        enum class State
        {
            Begun,
            Going,
            Ended,
            Failed
        };
        State state = State::Failed;
        /// Handed over with Begun, and taken out by whoever is told, since results are kept.
        std::shared_ptr<std::shared_ptr<const TrafficLog>> log {};
        Scorecard scorecard {}; ///< of what was read so far
        double progress = 0; ///< from 0 to 1
        QString sentence {}; ///< what a user should know of the file, translated; may be empty
    };

Q_SIGNALS:
    /// Its first messages are there.
    void opened(const std::shared_ptr<const wiretale::TrafficLog> &log, const wiretale::Scorecard &scorecard);
    void progressed(double progress, const wiretale::Scorecard &scorecard);
    /// `remark`: translated; empty when all is well.
    void ended(const QString &remark, const wiretale::Scorecard &scorecard);
    void failed(const QString &sentence);

private:
    void onStretch(const Stretch &stretch);

    QFutureWatcher<Stretch> m_watcher;
    std::stop_source m_stop;
};

/// Says that reading ended before all of the file was read; translated.
[[nodiscard]] QString readingCancelled(const TrafficLog &log);

} // namespace wiretale
