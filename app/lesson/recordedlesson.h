// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/lesson/lesson.h"
#include "app/lesson/lessonscore.h"

#include <QList>

#include <optional>
#include <span>

namespace wiretale {

/// How a log came about: with which settings, and, if a lesson was played, which one and how it went.
struct RecordedLesson
{
    /// All that holds from then on.
    struct Change
    {
        qint64 atNs = 0;
        Settings settings {};

        friend bool operator==(const Change &, const Change &) = default;
    };
    /// A chapter that began, or a question that was asked, in the order in which they did.
    struct Step
    {
        enum class Kind : quint8
        {
            Chapter,
            Question
        };
        Kind kind = Kind::Chapter;
        int index = 0; ///< of the lesson's chapters or questions
        qint64 atNs = 0;
        RecordNumber record = 0; ///< the message that the chapter speaks of; 0: none
        std::optional<GivenAnswer> given {}; ///< to the question

        friend bool operator==(const Step &, const Step &) = default;
    };

    std::optional<Settings> settings {}; ///< at the beginning
    QList<Change> changes {};
    std::optional<Lesson> lesson {}; ///< as its file tells it
    int myth = -1; ///< which of its cards was tried; -1: it was the lesson itself
    QList<Step> steps {}; ///< chapters from the first, without a gap; a question once at the most
    std::optional<qint64> endNs {}; ///< when the lesson came to its end

    /// The lesson, or the experiment. Only when there is one.
    [[nodiscard]] Lesson played() const;

    friend bool operator==(const RecordedLesson &, const RecordedLesson &) = default;
};

/// Reads it from a log's marks; what makes no sense in them is passed over. A log of others has none.
[[nodiscard]] RecordedLesson recordedLesson(const TrafficLog &log);
[[nodiscard]] RecordedLesson recordedLesson(std::span<const LogMark> marks);

} // namespace wiretale
