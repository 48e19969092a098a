// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowsettings.h"

#include "app/cli/commandline.h"
#include "common/clock.h"

#include <QSettings>

#include <algorithm>

namespace wiretale {

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr double SmallestTextScale = 0.5;
constexpr double LargestTextScale = 3.0;
constexpr qint64 LongestWaitMs = 24LL * 60 * 60 * 1000;

// Reads one value, or leaves what there is when there is none or it lies outside of its bounds.
class Reader
{
public:
    explicit Reader(const QSettings &store)
        : m_store(store)
    {
    }

    void text(const char *key, QString &value) const
    {
        value = m_store.value(QLatin1StringView(key), value).toString();
    }
    void bytes(const char *key, QByteArray &value) const
    {
        value = m_store.value(QLatin1StringView(key), value).toByteArray();
    }
    void flag(const char *key, bool &value) const
    {
        value = m_store.value(QLatin1StringView(key), value).toBool();
    }
    void number(const char *key, double &value, double least, double most) const
    {
        bool isNumber = false;
        const double read = m_store.value(QLatin1StringView(key)).toDouble(&isNumber);
        if (isNumber && read >= least && read <= most)
            value = read;
    }
    void whole(const char *key, qint64 &value, qint64 least, qint64 most) const
    {
        bool isNumber = false;
        const qint64 read = m_store.value(QLatin1StringView(key)).toLongLong(&isNumber);
        if (isNumber && read >= least && read <= most)
            value = read;
    }
    void wait(const char *key, milliseconds &value, qint64 leastMs) const
    {
        qint64 ms = value.count();
        whole(key, ms, leastMs, LongestWaitMs);
        value = milliseconds {ms};
    }
    void wait(const char *key, nanoseconds &value) const
    {
        qint64 ns = value.count();
        whole(key, ns, 0, LongestWaitMs * 1'000'000);
        value = nanoseconds {ns};
    }
    template <typename Enum>
    void choice(const char *key, Enum &value, Enum last) const
    {
        auto number = qint64(value);
        whole(key, number, 0, qint64(last));
        value = Enum(number);
    }

private:
    const QSettings &m_store;
};

QString clientKey(size_t technique)
{
    return QStringLiteral("lesson/clients/") + QLatin1StringView(techniqueName(Technique(technique)));
}

} // namespace

WindowSettings firstWindowSettings()
{
    WindowSettings first;
    first.sceneId = QStringLiteral("compare");
    if (const std::optional<Scene> scene = sceneOf(first.sceneId))
        first.settings = scene->settings;
    const QList<NamedLink> links = namedLinks();
    const auto slow = std::ranges::find(links, QStringLiteral("slow-motion"), &NamedLink::id);
    if (slow != links.end())
        first.settings.link = slow->profile;
    // Long enough for a question and its answer to travel before the next one.
    first.settings.pollInterval = milliseconds {3000};
    first.settings.publish.interval = milliseconds {5000};
    return first;
}

WindowSettings loadWindowSettings(const QSettings &store)
{
    WindowSettings loaded = firstWindowSettings();
    const Reader read(store);
    read.bytes("window/geometry", loaded.geometry);
    read.bytes("window/layout", loaded.layout);
    read.text("window/language", loaded.language);
    read.number("window/textScale", loaded.textScale, SmallestTextScale, LargestTextScale);
    read.text("lesson/scene", loaded.sceneId);

    Settings &settings = loaded.settings;
    read.number("lesson/rate", settings.rate, Clock::SlowestRate, Clock::FastestRate);
    read.wait("lesson/link/latencyNs", settings.link.latency);
    read.wait("lesson/link/jitterNs", settings.link.jitter);
    read.whole("lesson/link/bitsPerSecond", settings.link.bitsPerSecond, 0, 1'000'000'000'000);
    read.choice("lesson/publish/kind", settings.publish.kind, PublishPlan::Kind::AtRandom);
    read.wait("lesson/publish/intervalMs", settings.publish.interval, 1);
    read.wait("lesson/pollIntervalMs", settings.pollInterval, 1);
    read.wait("lesson/longPollTimeoutMs", settings.longPollTimeout, 1);
    read.wait("lesson/heartbeatMs", settings.heartbeat, 0);
    read.wait("lesson/retryMs", settings.retry, 0);
    read.wait("lesson/talkBackMs", settings.talkBack, 0);
    read.choice("lesson/emptyAnswer", settings.emptyAnswer, EmptyAnswerKind::EmptyArray);
    read.flag("lesson/longPollPortions", settings.longPollPortions);
    for (size_t technique = 0; technique < settings.clients.size(); ++technique)
        read.flag(clientKey(technique).toLatin1().constData(), settings.clients[technique]);
    return loaded;
}

WindowSettings windowSettingsFor(const CommandLine &options, const QSettings &store)
{
    WindowSettings settings = loadWindowSettings(store);
    if (options.settings) {
        settings.settings = *options.settings;
        settings.sceneId = options.sceneId;
    }
    if (!options.language.isEmpty())
        settings.language = options.language;
    return settings;
}

void saveWindowSettings(QSettings &store, const WindowSettings &settings)
{
    const auto write
        = [&store](const char *key, const QVariant &value) { store.setValue(QLatin1StringView(key), value); };
    write("window/geometry", settings.geometry);
    write("window/layout", settings.layout);
    write("window/language", settings.language);
    write("window/textScale", settings.textScale);
    write("lesson/scene", settings.sceneId);

    const Settings &lesson = settings.settings;
    write("lesson/rate", lesson.rate);
    write("lesson/link/latencyNs", qint64(lesson.link.latency.count()));
    write("lesson/link/jitterNs", qint64(lesson.link.jitter.count()));
    write("lesson/link/bitsPerSecond", lesson.link.bitsPerSecond);
    write("lesson/publish/kind", int(lesson.publish.kind));
    write("lesson/publish/intervalMs", qint64(lesson.publish.interval.count()));
    write("lesson/pollIntervalMs", qint64(lesson.pollInterval.count()));
    write("lesson/longPollTimeoutMs", qint64(lesson.longPollTimeout.count()));
    write("lesson/heartbeatMs", qint64(lesson.heartbeat.count()));
    write("lesson/retryMs", qint64(lesson.retry.count()));
    write("lesson/talkBackMs", qint64(lesson.talkBack.count()));
    write("lesson/emptyAnswer", int(lesson.emptyAnswer));
    write("lesson/longPollPortions", lesson.longPollPortions);
    for (size_t technique = 0; technique < lesson.clients.size(); ++technique)
        write(clientKey(technique).toLatin1().constData(), lesson.clients[technique]);
}

} // namespace wiretale
