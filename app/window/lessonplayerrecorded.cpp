// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A lesson that was recorded, and how one walks through it.

#include "app/window/lessonplayer.h"

#include <algorithm>

namespace wiretale {

namespace {

/// Where the lesson lies that was recorded, if it came with the program and is still the same.
QString pathOf(const Lesson &recorded)
{
    for (const LessonEntry &entry : shippedLessons()) {
        if (entry.lesson.source == recorded.source)
            return entry.path;
    }
    return {};
}

} // namespace

void LessonPlayer::showRecorded(const RecordedLesson &recorded, const Scorecard &scorecard)
{
    if (!recorded.lesson) {
        leaveQuietly();
        return;
    }
    watch({});
    forgetRun();
    m_outer.reset();
    m_entry = LessonEntry {pathOf(*recorded.lesson), *recorded.lesson};
    m_myth = recorded.myth;
    if (m_myth >= 0)
        m_outer = std::exchange(m_entry, LessonEntry {m_entry->path, recorded.played()});
    m_recorded = recorded;
    m_scorecard = scorecard;
    m_isOver = true;
    for (const RecordedLesson::Step &step : recorded.steps) {
        if (step.kind == RecordedLesson::Step::Kind::Chapter)
            m_begun.append({step.atNs, step.record});
        else if (step.given)
            m_answers[step.index] = *step.given;
    }
    m_shown = int(m_begun.size()) - 1;
    Q_EMIT lookedBack(std::nullopt, 0);
    Q_EMIT lessonChanged();
    Q_EMIT changed();
}

/// Which of the recorded steps is shown: as many as there are for the end, -1 for none.
int LessonPlayer::recordedStep() const
{
    using Kind = RecordedLesson::Step::Kind;
    const QList<RecordedLesson::Step> &steps = m_recorded->steps;
    if (!isBack())
        return int(steps.size());
    const Kind kind = m_question >= 0 ? Kind::Question : Kind::Chapter;
    const int index = m_question >= 0 ? m_question : m_shown;
    const auto found = std::ranges::find_if(steps, [kind, index](const RecordedLesson::Step &step) {
        return step.kind == kind && step.index == index;
    });
    return found == steps.end() ? -1 : int(found - steps.begin());
}

void LessonPlayer::showRecordedStep(int step)
{
    const QList<RecordedLesson::Step> &steps = m_recorded->steps;
    m_question = -1;
    if (step < steps.size()) {
        const RecordedLesson::Step &shown = steps.at(step);
        m_moment = shown.atNs;
        const auto isChapter = [](const RecordedLesson::Step &each) {
            return each.kind == RecordedLesson::Step::Kind::Chapter;
        };
        m_shown = int(std::count_if(steps.begin(), steps.begin() + step + 1, isChapter)) - 1;
        if (!isChapter(shown))
            m_question = shown.index;
        Q_EMIT lookedBack(m_moment, shown.record);
    } else {
        m_moment.reset();
        m_shown = int(m_begun.size()) - 1;
        Q_EMIT lookedBack(std::nullopt, 0);
    }
    if (m_question >= 0)
        Q_EMIT asked();
    Q_EMIT changed();
}

bool LessonPlayer::canGoBack() const
{
    return isRecorded() ? recordedStep() > 0 : m_shown > 0;
}

bool LessonPlayer::canGoOn() const
{
    return isRecorded() ? !m_recorded->steps.isEmpty() : isOn() && (isBack() || !m_isOver);
}

} // namespace wiretale
