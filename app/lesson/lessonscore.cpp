// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonscore.h"

#include "app/lesson/lessonfigures.h"

#include <cmath>

namespace wiretale {

std::optional<double> truthOf(const LessonQuestion &question, const Scorecard *scorecard)
{
    if (const double *number = std::get_if<double>(&question.truth))
        return *number;
    return scorecard == nullptr ? std::nullopt : figureValue(std::get<QString>(question.truth), *scorecard);
}

GivenAnswer rightAnswer(const LessonQuestion &question)
{
    GivenAnswer right;
    if (question.kind == LessonQuestion::Kind::Guess) {
        right.guess = truthOf(question, nullptr);
        return right;
    }
    for (int i = 0; i < int(question.answers.size()); ++i) {
        if (question.answers.at(i).right)
            right.chosen << i;
    }
    return right;
}

Mark markOf(const LessonQuestion &question, const std::optional<GivenAnswer> &given,
            const Scorecard *scorecard)
{
    if (!given)
        return Mark::Unanswered;
    if (question.kind != LessonQuestion::Kind::Guess)
        return *given == rightAnswer(question) ? Mark::Right : Mark::Wrong;
    if (!given->guess)
        return Mark::Unanswered;
    const std::optional<double> truth = truthOf(question, scorecard);
    if (!truth)
        return Mark::Pending;
    return std::abs(*given->guess - *truth) <= question.within ? Mark::Right : Mark::Wrong;
}

} // namespace wiretale
