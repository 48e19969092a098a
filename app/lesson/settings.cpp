// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/settings.h"

#include "common/quantities.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

NamedLink link(const char *id, const char *title, LinkProfile profile)
{
    return {QString::fromLatin1(id), QCoreApplication::translate("wiretale::NamedLink", title), profile};
}

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::SettingChange", sentence);
}

QString timeText(std::chrono::nanoseconds time)
{
    return time.count() == 0 ? text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "none"))
                             : durationText(time.count());
}

QString onOff(bool on)
{
    return on ? text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "on"))
              : text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "off"));
}

QString linkText(LinkProfile profile)
{
    profile.seed = LinkProfile().seed;
    for (const NamedLink &named : namedLinks()) {
        if (named.profile == profile)
            return named.title;
    }
    QStringList parts {durationText(profile.latency.count())};
    if (profile.bitsPerSecond > 0)
        parts << text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "%1 kbit/s"))
                     .arg(QLocale().toString(profile.bitsPerSecond / 1000));
    if (profile.jitter.count() > 0)
        parts << QStringLiteral("±") + durationText(profile.jitter.count() / 2);
    return parts.join(QStringLiteral(", "));
}

QString planText(const PublishPlan &plan)
{
    switch (plan.kind) {
    case PublishPlan::Kind::ByHand:
        break;
    case PublishPlan::Kind::EveryInterval:
        return text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "every %1")).arg(timeText(plan.interval));
    case PublishPlan::Kind::AtRandom:
        return text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "at random, every %1 on average"))
            .arg(timeText(plan.interval));
    }
    return text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "by hand"));
}

QString answerText(EmptyAnswerKind kind)
{
    switch (kind) {
    case EmptyAnswerKind::NoContent:
        break;
    case EmptyAnswerKind::NotModified:
        return QStringLiteral("304");
    case EmptyAnswerKind::EmptyArray:
        return QStringLiteral("200 []");
    }
    return QStringLiteral("204");
}

// Not what runs by hand any more: its interval has no meaning.
bool samePlan(const PublishPlan &a, const PublishPlan &b)
{
    return a == b || (a.kind == PublishPlan::Kind::ByHand && b.kind == PublishPlan::Kind::ByHand);
}

} // namespace

QList<NamedLink> namedLinks()
{
    return {link("loopback", QT_TRANSLATE_NOOP("wiretale::NamedLink", "Loopback (no delay)"), {}),
            link("lan", QT_TRANSLATE_NOOP("wiretale::NamedLink", "Local network (0.5 ms)"),
                 {.latency = 500us, .bitsPerSecond = 1'000'000'000}),
            link("mobile", QT_TRANSLATE_NOOP("wiretale::NamedLink", "Mobile (60 ms)"),
                 {.latency = 60ms, .bitsPerSecond = 10'000'000, .jitter = 20ms}),
            link("satellite", QT_TRANSLATE_NOOP("wiretale::NamedLink", "Satellite (300 ms)"),
                 {.latency = 300ms, .bitsPerSecond = 20'000'000, .jitter = 10ms}),
            link("slow-motion", QT_TRANSLATE_NOOP("wiretale::NamedLink", "Slow motion (700 ms)"),
                 {.latency = 700ms})};
}

Settings firstSettings()
{
    Settings settings;
    settings.link = {.latency = 700ms};
    // Long enough for a question and its answer to travel before the next one.
    settings.pollInterval = 3000ms;
    settings.publish = {.kind = PublishPlan::Kind::EveryInterval, .interval = 5000ms};
    return settings;
}

Settings withOwnSettingsDropped(const Settings &before, Settings after)
{
    for (ClientPlan &plan : after.plans) {
        if (after.pollInterval != before.pollInterval)
            plan.interval.reset();
        if (after.longPollTimeout != before.longPollTimeout)
            plan.timeout.reset();
        if (after.longPollPortions != before.longPollPortions)
            plan.portions.reset();
    }
    return after;
}

QStringList differences(const Settings &before, const Settings &after)
{
    QStringList all;
    const auto note = [&all](const char *what, const QString &from, const QString &to) {
        if (from != to)
            all << text(QT_TRANSLATE_NOOP("wiretale::SettingChange", "%1: %2 → %3"))
                       .arg(text(what), from, to);
    };
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "poll interval"), timeText(before.pollInterval),
         timeText(after.pollInterval));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "long-poll timeout"), timeText(before.longPollTimeout),
         timeText(after.longPollTimeout));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "heartbeat"), timeText(before.heartbeat),
         timeText(after.heartbeat));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "retry"), timeText(before.retry),
         timeText(after.retry));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "empty answer"), answerText(before.emptyAnswer),
         answerText(after.emptyAnswer));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "answers in portions"), onOff(before.longPollPortions),
         onOff(after.longPollPortions));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "clients talk back"), timeText(before.talkBack),
         timeText(after.talkBack));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "proxy cuts what is idle"), timeText(before.idleCut),
         timeText(after.idleCut));
    note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "link"), linkText(before.link), linkText(after.link));
    if (!samePlan(before.publish, after.publish))
        note(QT_TRANSLATE_NOOP("wiretale::SettingChange", "publishing"), planText(before.publish),
             planText(after.publish));
    for (size_t i = 0; i < after.clients.size(); ++i) {
        if (before.clients[i] != after.clients[i])
            all << QString::fromLatin1(techniqueName(Technique(i))) + QStringLiteral(": ")
                    + onOff(after.clients[i]);
    }
    return all;
}

} // namespace wiretale
