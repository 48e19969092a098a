// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lesson.h"

#include <QCoreApplication>

namespace wiretale {

Settings SettingsPatch::appliedTo(Settings settings) const
{
    const auto take = [](const auto &given, auto &into) {
        if (given)
            into = *given;
    };
    const quint32 seed = settings.link.seed;
    take(rate, settings.rate);
    take(link, settings.link);
    settings.link.seed = seed;
    take(publish, settings.publish);
    take(pollInterval, settings.pollInterval);
    take(longPollTimeout, settings.longPollTimeout);
    take(heartbeat, settings.heartbeat);
    take(retry, settings.retry);
    take(emptyAnswer, settings.emptyAnswer);
    take(longPollPortions, settings.longPollPortions);
    take(idleCut, settings.idleCut);
    // What a client had of its own would hide the change.
    for (ClientPlan &plan : settings.plans) {
        if (pollInterval)
            plan.interval.reset();
        if (longPollTimeout)
            plan.timeout.reset();
        if (longPollPortions)
            plan.portions.reset();
    }
    return settings;
}

Lesson Lesson::experimentOf(int myth) const
{
    const LessonMyth &card = myths.at(myth);
    Lesson experiment;
    experiment.id = id;
    experiment.title = card.claim;
    experiment.level = level;
    experiment.minutes = 1;
    experiment.seed = seed;
    experiment.settings = card.settings;
    experiment.settings.link.seed = seed;
    experiment.script = card.script;
    experiment.chapters = {LessonChapter {.moment = {}, .title = card.claim, .text = card.because}};
    experiment.end = Moment {.kind = Moment::Kind::At, .time = card.length};
    experiment.source = source;
    experiment.source.myth = myth;
    return experiment;
}

QString levelText(Lesson::Level level)
{
    switch (level) {
    case Lesson::Level::Beginner:
        break;
    case Lesson::Level::Intermediate:
        return QCoreApplication::translate("wiretale::Lesson", "intermediate");
    case Lesson::Level::Advanced:
        return QCoreApplication::translate("wiretale::Lesson", "advanced");
    }
    return QCoreApplication::translate("wiretale::Lesson", "beginner");
}

} // namespace wiretale
