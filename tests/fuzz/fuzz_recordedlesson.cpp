// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonmark.h"
#include "app/lesson/recordedlesson.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace wiretale;

namespace {

using Step = RecordedLesson::Step;

void requireSense(const Step &step, const Lesson &played, int &chapters)
{
    if (step.kind == Step::Kind::Chapter) {
        fuzz::require(step.index == chapters++, "chapters begin in their order");
        fuzz::require(step.index < played.chapters.size(), "a chapter that there is");
        return;
    }
    fuzz::require(step.index >= 0 && step.index < played.questions.size(), "a question that there is");
    if (!step.given)
        return;
    const LessonQuestion &question = played.questions.at(step.index);
    fuzz::require(step.given->guess.has_value() == (question.kind == LessonQuestion::Kind::Guess),
                  "a guess answers what is guessed");
    for (const int chosen : step.given->chosen)
        fuzz::require(chosen >= 0 && chosen < question.answers.size(), "an answer that there is");
}

} // namespace

/// Each line is a mark.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    std::vector<LogMark> marks;
    std::vector<LogMark> again;
    for (const QByteArray &line : QByteArrayView(bytes, qsizetype(size)).toByteArray().split('\n')) {
        marks.push_back({.atNs = qint64(marks.size()), .text = line});
        if (const std::optional<LessonMark> mark = lessonMarkFrom(marks.back()))
            again.push_back(logMarkOf(*mark));
    }
    const RecordedLesson recorded = recordedLesson(marks);
    fuzz::require(recorded == recordedLesson(again), "what is understood is written the same");
    fuzz::require(recorded.lesson || (recorded.steps.isEmpty() && !recorded.endNs), "no lesson, no chapters");
    if (!recorded.lesson)
        return 0;
    const Lesson played = recorded.played();
    int chapters = 0;
    for (const Step &step : recorded.steps)
        requireSense(step, played, chapters);
    fuzz::require(std::ranges::is_sorted(recorded.steps, {}, &Step::atNs), "nothing goes back in time");
    return 0;
}
