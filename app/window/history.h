// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/timemarker.h"
#include "app/journal/statistics.h"
#include "app/journal/trafficlog.h"
#include "app/lesson/settings.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace wiretale {

class LessonPlayer;
struct RecordedLesson;

/// Which moment the window looks at, if not at what happens now, and what is marked on the line of time. The
/// views follow momentChanged(); what was counted up to that moment comes by scorecardChanged(), added up
/// in another thread.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(QObject *parent = nullptr);
    ~History() override;

    void setLog(std::shared_ptr<const TrafficLog> log);
    void setMoment(std::optional<qint64> ns);
    [[nodiscard]] std::optional<qint64> moment() const noexcept { return m_moment; }
    [[nodiscard]] bool isLive() const noexcept { return !m_moment; }

    /// Settings that were changed while it ran.
    void addChange(qint64 atNs, const wiretale::Settings &before, const wiretale::Settings &after);
    /// The changes that a recording has, instead of those so far.
    void setChanges(const RecordedLesson &recorded);
    /// The language changed.
    void retranslate() { Q_EMIT changesChanged(); }
    /// What is marked, in the language of the moment: changes, and the chapters of a lesson that is on.
    [[nodiscard]] std::vector<TimeMarker> markers(const LessonPlayer &player) const;

Q_SIGNALS:
    void momentChanged(std::optional<qint64> ns);
    /// The figures of the moment that is looked at.
    void scorecardChanged(const wiretale::Scorecard &scorecard);
    void changesChanged();

private:
    struct Change
    {
        qint64 atNs = 0;
        Settings before;
        Settings after;
    };

    void keepChange(qint64 atNs, const Settings &before, const Settings &after);
    void addUp();

    std::shared_ptr<const TrafficLog> m_log;
    std::optional<qint64> m_moment;
    std::vector<Change> m_changes;
    QFutureWatcher<Scorecard> m_sum;
    std::optional<qint64> m_summing; ///< the moment that is added up just now
};

} // namespace wiretale
