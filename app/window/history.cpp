// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/history.h"

#include "app/lesson/recordedlesson.h"
#include "app/window/lessonplayer.h"

#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

namespace wiretale {

History::History(QObject *parent)
    : QObject(parent)
{
    connect(&m_sum, &QFutureWatcher<Scorecard>::finished, this, [this] {
        const bool isWanted = m_moment && m_summing == m_moment;
        const Scorecard scorecard = m_sum.result();
        m_summing.reset();
        if (isWanted)
            Q_EMIT scorecardChanged(scorecard);
        else if (m_moment)
            addUp();
    });
}

History::~History()
{
    m_sum.waitForFinished();
}

void History::setLog(std::shared_ptr<const TrafficLog> log)
{
    m_log = std::move(log);
    m_changes.clear();
    setMoment(std::nullopt);
    Q_EMIT changesChanged();
}

void History::setMoment(std::optional<qint64> ns)
{
    if (std::exchange(m_moment, ns) == ns)
        return;
    Q_EMIT momentChanged(m_moment);
    if (m_moment && m_log)
        addUp();
}

// One sum at a time: whoever drags asks for more moments than can be added up.
void History::addUp()
{
    if (m_summing)
        return;
    m_summing = m_moment;
    m_sum.setFuture(
        QtConcurrent::run([log = m_log, until = *m_moment] { return scorecardOf(log->journal(), until); }));
}

void History::addChange(qint64 atNs, const Settings &before, const Settings &after)
{
    keepChange(atNs, before, after);
    Q_EMIT changesChanged();
}

void History::setChanges(const RecordedLesson &recorded)
{
    m_changes.clear();
    Settings before = recorded.settings.value_or(Settings {});
    for (const RecordedLesson::Change &change : recorded.changes) {
        keepChange(change.atNs, before, change.settings);
        before = change.settings;
    }
    Q_EMIT changesChanged();
}

void History::keepChange(qint64 atNs, const Settings &before, const Settings &after)
{
    if (differences(before, after).isEmpty())
        return;
    // While the clock stands, what is changed and changed again is one change, or none.
    if (!m_changes.empty() && m_changes.back().atNs == atNs)
        m_changes.back().after = after;
    else
        m_changes.push_back({atNs, before, after});
    if (differences(m_changes.back().before, m_changes.back().after).isEmpty())
        m_changes.pop_back();
}

std::vector<TimeMarker> History::markers(const LessonPlayer &player) const
{
    std::vector<TimeMarker> all;
    for (const Change &change : m_changes)
        all.push_back({change.atNs, differences(change.before, change.after).join(QStringLiteral("; "))});
    if (!player.isOn())
        return all;
    for (int i = 0; i < int(player.begun().size()); ++i) {
        const LessonPlayer::Begun &begun = player.begun().at(i);
        const QString title = player.lesson().chapters.at(i).title.in(QLocale().name());
        // Their labels would lie upon each other.
        const auto same = std::ranges::find(all, begun.atNs, &TimeMarker::ns);
        if (same == all.end())
            all.push_back({begun.atNs, title});
        else
            same->text = title + QStringLiteral(" · ") + same->text;
    }
    return all;
}

} // namespace wiretale
