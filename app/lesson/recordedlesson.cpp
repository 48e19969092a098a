// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/recordedlesson.h"

#include "app/lesson/lessonmark.h"
#include "app/lesson/lessonreader.h"

#include <algorithm>

namespace wiretale {

namespace {

using Step = RecordedLesson::Step;

/// Takes one mark after the other; each must fit what came before it.
class Recollection
{
public:
    void take(const LessonMark &mark)
    {
        if (mark.atNs < m_lastNs)
            return;
        if (mark.kind == LessonMark::Kind::Settings)
            takeSettings(mark);
        else if (mark.kind == LessonMark::Kind::Lesson)
            takeLesson(mark.source);
        else if (!m_played || m_result.endNs || !takeStep(mark))
            return;
        m_lastNs = mark.atNs;
    }

    RecordedLesson result() && { return std::move(m_result); }

private:
    void takeSettings(const LessonMark &mark)
    {
        if (!m_result.settings)
            m_result.settings = mark.settings;
        else
            m_result.changes.append({mark.atNs, mark.settings});
    }

    void takeLesson(const LessonSource &source)
    {
        if (m_played)
            return;
        LessonReading reading = readLesson(source.text, source.name);
        if (!reading.lesson || source.myth >= reading.lesson->myths.size())
            return;
        m_result.lesson = std::move(reading.lesson);
        m_result.myth = source.myth;
        m_played = m_result.played();
    }

    bool takeStep(const LessonMark &mark)
    {
        switch (mark.kind) {
        case LessonMark::Kind::Chapter:
            return takeChapter(mark);
        case LessonMark::Kind::Question:
            return takeQuestion(mark);
        case LessonMark::Kind::Answer:
            return takeAnswer(mark);
        case LessonMark::Kind::End:
            m_result.endNs = mark.atNs;
            return true;
        case LessonMark::Kind::Settings:
        case LessonMark::Kind::Lesson:
            break;
        }
        return false;
    }

    bool takeChapter(const LessonMark &mark)
    {
        if (mark.index != m_chapters || mark.index >= m_played->chapters.size())
            return false;
        ++m_chapters;
        m_result.steps.append({.index = mark.index, .atNs = mark.atNs, .record = mark.number});
        return true;
    }

    bool takeQuestion(const LessonMark &mark)
    {
        if (mark.index >= m_played->questions.size() || stepOf(mark.index) != m_result.steps.end())
            return false;
        m_result.steps.append({.kind = Step::Kind::Question, .index = mark.index, .atNs = mark.atNs});
        return true;
    }

    bool takeAnswer(const LessonMark &mark)
    {
        const auto step = stepOf(mark.index);
        if (step == m_result.steps.end() || step->given)
            return false;
        const LessonQuestion &question = m_played->questions.at(mark.index);
        const bool isGuess = question.kind == LessonQuestion::Kind::Guess;
        const QList<int> &chosen = mark.given.chosen;
        if (isGuess != mark.given.guess.has_value()
            || (!chosen.isEmpty() && chosen.constLast() >= question.answers.size())
            || (question.kind == LessonQuestion::Kind::ChooseOne && chosen.size() != 1))
            return false;
        step->given = mark.given;
        return true;
    }

    QList<Step>::iterator stepOf(int question)
    {
        return std::ranges::find_if(m_result.steps, [question](const Step &step) {
            return step.kind == Step::Kind::Question && step.index == question;
        });
    }

    RecordedLesson m_result;
    std::optional<Lesson> m_played;
    qint64 m_lastNs = 0;
    int m_chapters = 0;
};

} // namespace

Lesson RecordedLesson::played() const
{
    return myth < 0 ? *lesson : lesson->experimentOf(myth);
}

RecordedLesson recordedLesson(const TrafficLog &log)
{
    return recordedLesson(std::span<const LogMark>(log.marks()));
}

RecordedLesson recordedLesson(std::span<const LogMark> marks)
{
    Recollection recollection;
    for (const LogMark &mark : marks) {
        if (const std::optional<LessonMark> understood = lessonMarkFrom(mark))
            recollection.take(*understood);
    }
    return std::move(recollection).result();
}

} // namespace wiretale
