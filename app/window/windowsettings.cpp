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
    return QStringLiteral("free/clients/") + QLatin1StringView(techniqueName(Technique(technique)));
}

} // namespace

WindowSettings firstWindowSettings()
{
    WindowSettings first;
    first.settings = firstSettings();
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
    read.choice("window/timeMode", loaded.timeMode, TimeMode::Steps);

    Settings &settings = loaded.settings;
    read.number("free/rate", settings.rate, Clock::SlowestRate, Clock::FastestRate);
    read.wait("free/link/latencyNs", settings.link.latency);
    read.wait("free/link/jitterNs", settings.link.jitter);
    read.whole("free/link/bitsPerSecond", settings.link.bitsPerSecond, 0, 1'000'000'000'000);
    read.choice("free/publish/kind", settings.publish.kind, PublishPlan::Kind::AtRandom);
    read.wait("free/publish/intervalMs", settings.publish.interval, 1);
    read.wait("free/pollIntervalMs", settings.pollInterval, 1);
    read.wait("free/longPollTimeoutMs", settings.longPollTimeout, 1);
    read.wait("free/heartbeatMs", settings.heartbeat, 0);
    read.wait("free/retryMs", settings.retry, 0);
    read.wait("free/talkBackMs", settings.talkBack, 0);
    read.choice("free/emptyAnswer", settings.emptyAnswer, EmptyAnswerKind::EmptyArray);
    read.flag("free/longPollPortions", settings.longPollPortions);
    for (size_t technique = 0; technique < settings.clients.size(); ++technique)
        read.flag(clientKey(technique).toLatin1().constData(), settings.clients[technique]);
    return loaded;
}

WindowSettings windowSettingsFor(const CommandLine &options, const QSettings &store)
{
    WindowSettings settings = loadWindowSettings(store);
    if (options.settings) {
        settings.settings = *options.settings;
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
    write("window/timeMode", int(settings.timeMode));

    const Settings &lesson = settings.settings;
    write("free/rate", lesson.rate);
    write("free/link/latencyNs", qint64(lesson.link.latency.count()));
    write("free/link/jitterNs", qint64(lesson.link.jitter.count()));
    write("free/link/bitsPerSecond", lesson.link.bitsPerSecond);
    write("free/publish/kind", int(lesson.publish.kind));
    write("free/publish/intervalMs", qint64(lesson.publish.interval.count()));
    write("free/pollIntervalMs", qint64(lesson.pollInterval.count()));
    write("free/longPollTimeoutMs", qint64(lesson.longPollTimeout.count()));
    write("free/heartbeatMs", qint64(lesson.heartbeat.count()));
    write("free/retryMs", qint64(lesson.retry.count()));
    write("free/talkBackMs", qint64(lesson.talkBack.count()));
    write("free/emptyAnswer", int(lesson.emptyAnswer));
    write("free/longPollPortions", lesson.longPollPortions);
    for (size_t technique = 0; technique < lesson.clients.size(); ++technique)
        write(clientKey(technique).toLatin1().constData(), lesson.clients[technique]);
}

} // namespace wiretale
