// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"
#include "app/lesson/lesson.h"

#include <QList>

#include <optional>

namespace wiretale {

/// What somebody answered to one question.
struct GivenAnswer
{
    QList<int> chosen {}; ///< indices of answers, ascending
    std::optional<double> guess {};

    friend bool operator==(const GivenAnswer &, const GivenAnswer &) = default;
};

enum class Mark : quint8
{
    Unanswered,
    Pending, ///< a guess whose truth is measured when the lesson is over
    Right,
    Wrong
};

/// How right an answer is. The scorecard is looked at for guesses of measured figures only; without it they
/// stay pending.
[[nodiscard]] Mark markOf(const LessonQuestion &question, const std::optional<GivenAnswer> &given,
                          const Scorecard *scorecard);
/// What a guess is compared with; none while it was not measured.
[[nodiscard]] std::optional<double> truthOf(const LessonQuestion &question, const Scorecard *scorecard);
/// The answer that is right; a guess of a measured figure has none before the end.
[[nodiscard]] GivenAnswer rightAnswer(const LessonQuestion &question);

} // namespace wiretale
