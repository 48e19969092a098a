// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/lesson/lesson.h"
#include "app/lesson/lessonscore.h"

#include <optional>

namespace wiretale {

/// What the engine and a lesson add to a log, one mark each, so that a saved lesson opens as one.
///
/// The text of a mark is a JSON object. Its "mark" says what it is; the words stand in files, and never
/// change:
///
///     {"mark":"settings","settings":{...}}         all that holds from then on; see settingstext.h
///     {"mark":"lesson","name":"http.lesson.yaml","text":"id: http\n...","myth":0}
///                                                  the file as it was read; "myth" of an experiment only
///     {"mark":"chapter","index":0}                 it began; the mark's message is what it speaks of
///     {"mark":"question","index":0}                it was asked
///     {"mark":"answer","index":0,"chosen":[1]}     that question was answered; or "guess":7
///     {"mark":"end"}                               the lesson's
struct LessonMark
{
    enum class Kind : quint8
    {
        Settings,
        Lesson,
        Chapter,
        Question,
        Answer,
        End
    };

    Kind kind = Kind::End;
    qint64 atNs = 0;
    RecordNumber number = 0; ///< Chapter
    Settings settings {}; ///< Settings
    LessonSource source {}; ///< Lesson
    int index = 0; ///< Chapter, Question, Answer
    GivenAnswer given {}; ///< Answer
};

[[nodiscard]] LogMark logMarkOf(const LessonMark &mark);
/// Nothing when it is none of these, or says what makes no sense. Whether there is such a chapter or question
/// is the caller's to judge.
[[nodiscard]] std::optional<LessonMark> lessonMarkFrom(const LogMark &mark);

} // namespace wiretale
