// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/lessonabout.h"

#include "app/journal/trafficlog.h"
#include "app/lesson/lessonfigures.h"
#include "app/lesson/recordedlesson.h"
#include "app/lesson/theory.h"

#include <QLocale>

#include <algorithm>

namespace wiretale {

ExportAbout aboutLesson(const Lesson &lesson, const QList<qint64> &beganNs, const Scorecard &scorecard)
{
    const QString language = QLocale().name();
    const auto expectedLatencyNs = [&](Technique technique) {
        const bool runs = lesson.settings.clients[size_t(technique)];
        return runs ? qint64(theoryOf(technique, lesson.settings, {}).meanLatencyNs.value_or(-1)) : -1;
    };
    ExportAbout about {.title = lesson.title.in(language), .summary = lesson.summary.in(language)};
    const qsizetype count = std::min(beganNs.size(), lesson.chapters.size());
    for (qsizetype i = 0; i < count; ++i) {
        const LessonChapter &chapter = lesson.chapters.at(i);
        about.chapters.push_back({beganNs.at(i), chapter.title.in(language),
                                  withFigures(chapter.text.in(language), scorecard, expectedLatencyNs)});
    }
    return about;
}

ExportAbout aboutRecorded(const TrafficLog &log)
{
    const RecordedLesson recorded = recordedLesson(log);
    if (!recorded.lesson)
        return {};
    QList<qint64> beganNs;
    for (const RecordedLesson::Step &step : recorded.steps) {
        if (step.kind == RecordedLesson::Step::Kind::Chapter)
            beganNs << step.atNs;
    }
    return aboutLesson(recorded.played(), beganNs, log.statistics().scorecard());
}

} // namespace wiretale
