// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"
#include "app/lesson/lessonlibrary.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace wiretale {

/// What passes while a shipped lesson is played to its end, without its pauses and questions, as fast as the
/// clock runs. Null when it does not come to its end.
[[nodiscard]] inline std::shared_ptr<const TrafficLog> trafficOf(const Lesson &lesson)
{
    constexpr int LongestMs = 90'000;
    Engine engine({.port = 0, .asksQuestions = false, .keepsLessonPauses = false});
    QSignalSpy ended(&engine, &Engine::lessonEnded);
    Settings settings = lesson.settings;
    settings.rate = Clock::FastestRate;
    engine.startLessonWith(lesson, settings);
    if (!QTest::qWaitFor(
            [&] {
                // A lesson that slows the clock down is not waited for.
                if (engine.settings().rate < Clock::FastestRate)
                    engine.setRate(Clock::FastestRate);
                return !ended.isEmpty();
            },
            LongestMs))
        return {};
    const std::shared_ptr<const TrafficLog> log = engine.log();
    engine.stop();
    return log;
}

} // namespace wiretale
