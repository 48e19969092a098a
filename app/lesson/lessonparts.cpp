// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonparts.h"

#include "app/lesson/momentwatcher.h"
#include "common/clock.h"
#include "common/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

// Longer times and more data than any lesson has use for.
constexpr std::chrono::hours LongestTime {24};
constexpr qsizetype LongestData = qsizetype(64) * 1024;

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::LessonReader", sentence);
}

Result<std::chrono::nanoseconds> timeFromText(const QString &words)
{
    const auto time = durationFromText(words);
    if (time && *time > LongestTime)
        return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "%1 is longer than a day; give less."))
                          .arg(words)};
    return time;
}

Result<std::chrono::milliseconds> waitFromText(const QString &words)
{
    const auto time = timeFromText(words);
    if (!time)
        return time.error();
    if (*time < 1ms)
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "%1 is shorter than a millisecond; give more."))
                .arg(words)};
    return std::chrono::round<std::chrono::milliseconds>(*time);
}

template <typename Into>
void readWait(const YamlMap &map, const char *key, Into &into)
{
    std::chrono::milliseconds time {0};
    map.read(key, time, waitFromText);
    if (time > 0ms)
        into = time;
}

QStringList techniqueNames()
{
    QStringList names;
    for (int i = 0; i < TechniqueCount; ++i)
        names << QString::fromLatin1(techniqueName(Technique(i)));
    return names;
}

const QStringList &emptyAnswerWords()
{
    static const QStringList Words {QStringLiteral("no content"), QStringLiteral("not modified"),
                                    QStringLiteral("empty list")};
    return Words;
}

} // namespace

QStringList LessonParts::settingWords()
{
    return {QStringLiteral("rate"),   QStringLiteral("link"),    QStringLiteral("clients"),
            QStringLiteral("server"), QStringLiteral("publish"), QStringLiteral("idle cut")};
}

void LessonParts::readSettings(const YamlMap &map, Settings &settings)
{
    map.readNumber("rate", settings.rate, Clock::SlowestRate, Clock::FastestRate);
    readLink(map, settings.link);
    readClients(map, settings);
    readServer(map, settings);
    readPublish(map, settings.publish);
    readWait(map, "idle cut", settings.idleCut);
}

void LessonParts::readClients(const YamlMap &map, Settings &settings)
{
    settings.clients.fill(false);
    settings.plans.clear();
    m_clients = {QStringLiteral("all")};
    map.readList("clients", [&](const YAML::Node &node) { readClient(node, settings); });
    std::array<int, TechniqueCount> counts {};
    for (const ClientPlan &plan : std::as_const(settings.plans)) {
        const QString kind = QString::fromLatin1(techniqueName(plan.technique));
        if (!m_clients.contains(kind))
            m_clients << kind;
        for (int i = 0; i < plan.count; ++i)
            m_clients << kind + u'-' + QString::number(++counts[size_t(plan.technique)]);
    }
}

void LessonParts::readClient(const YAML::Node &node, Settings &settings)
{
    const YamlMap map(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "a client")),
                      {QStringLiteral("kind"), QStringLiteral("count"), QStringLiteral("interval"),
                       QStringLiteral("timeout"), QStringLiteral("portions"), QStringLiteral("same browser"),
                       QStringLiteral("fresh connection"), QStringLiteral("frame size"),
                       QStringLiteral("starts")});
    if (!map.need("kind"))
        return;
    ClientPlan plan;
    map.readChoice("kind", plan.technique, techniqueNames());
    map.readInt("count", plan.count, 1, ClientPlan::MostClients);
    readWait(map, "interval", plan.interval);
    readWait(map, "timeout", plan.timeout);
    if (map.has("portions")) {
        bool portions = false;
        map.readBool("portions", portions);
        plan.portions = portions;
    }
    map.readBool("same browser", plan.sameBrowser);
    map.readBool("fresh connection", plan.freshConnection);
    map.readInt("frame size", plan.frameSize, 1, std::numeric_limits<int>::max());
    map.readBool("starts", plan.starts);
    settings.clients[size_t(plan.technique)] = true;
    settings.plans << plan;
    // What the window's controls show for the kind.
    if (plan.interval)
        settings.pollInterval = *plan.interval;
}

void LessonParts::readServer(const YamlMap &map, Settings &settings) const
{
    if (!map.has("server"))
        return;
    const YamlMap server(m_faults, map.at("server"),
                         text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the server")),
                         {QStringLiteral("timeout"), QStringLiteral("heartbeat"), QStringLiteral("retry"),
                          QStringLiteral("log"), QStringLiteral("empty answer")});
    readWait(server, "timeout", settings.longPollTimeout);
    readWait(server, "heartbeat", settings.heartbeat);
    readWait(server, "retry", settings.retry);
    server.readInt("log", settings.logSize, 1, 1'000'000);
    server.readChoice("empty answer", settings.emptyAnswer, emptyAnswerWords());
}

void LessonParts::readPublish(const YamlMap &map, PublishPlan &plan) const
{
    if (!map.has("publish"))
        return;
    const YAML::Node node = map.at("publish");
    if (node.IsScalar()) {
        if (scalarText(node) == u"by hand")
            plan.kind = PublishPlan::Kind::ByHand;
        else
            m_faults.add(node, unknownWord(scalarText(node), {QStringLiteral("by hand")}));
        return;
    }
    const YamlMap publish(m_faults, node,
                          text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the way of publishing")),
                          {QStringLiteral("every"), QStringLiteral("at random")});
    if (!publish.isMap())
        return;
    const bool atRandom = publish.has("at random");
    if (atRandom == publish.has("every")) {
        m_faults.add(node,
                     text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                            "Expected either \"every\" or \"at random\" here.")));
        return;
    }
    plan.kind = atRandom ? PublishPlan::Kind::AtRandom : PublishPlan::Kind::EveryInterval;
    readWait(publish, atRandom ? "at random" : "every", plan.interval);
}

void LessonParts::readLink(const YamlMap &map, LinkProfile &link) const
{
    if (!map.has("link"))
        return;
    const YAML::Node node = map.at("link");
    if (node.IsScalar()) {
        QStringList known;
        for (const NamedLink &named : namedLinks()) {
            if (named.id == scalarText(node)) {
                link = named.profile;
                return;
            }
            known << named.id;
        }
        m_faults.add(node, unknownWord(scalarText(node), known));
        return;
    }
    const YamlMap own(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the link")),
                      {QStringLiteral("latency"), QStringLiteral("bandwidth"), QStringLiteral("jitter")});
    link = {};
    own.read("latency", link.latency, timeFromText);
    own.read("bandwidth", link.bitsPerSecond, bandwidthFromText);
    own.read("jitter", link.jitter, timeFromText);
}

void LessonParts::readMoment(const YamlMap &map, const char *key, Moment &moment, bool mayFollowChapter) const
{
    if (!map.has(key))
        return;
    map.read(key, moment, momentFromText);
    const YAML::Node node = map.at(key);
    if (moment.kind == Moment::Kind::After && !mayFollowChapter)
        m_faults.add(
            node,
            text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                   "\"after\" counts from the chapter before and so belongs to a chapter; "
                                   "write \"at\" here.")));
    const bool mayBeForeign = moment.client.startsWith(QStringLiteral("browser"));
    if (!moment.client.isEmpty() && !mayBeForeign && !m_clients.contains(moment.client))
        m_faults.add(node, unknownWord(moment.client, m_clients));
}

void LessonParts::readScript(const YamlMap &map, QList<LessonAction> &script)
{
    map.readList("script", [&](const YAML::Node &node) { readAction(node, script); });
}

void LessonParts::readAction(const YAML::Node &node, QList<LessonAction> &script) const
{
    const YamlMap map(m_faults, node, text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "an action")),
                      {QStringLiteral("at"), QStringLiteral("when"), QStringLiteral("publish"),
                       QStringLiteral("type"), QStringLiteral("send"), QStringLiteral("from"),
                       QStringLiteral("start"), QStringLiteral("stop"), QStringLiteral("cut"),
                       QStringLiteral("silently"), QStringLiteral("set"), QStringLiteral("pause")});
    if (!map.isMap())
        return;
    LessonAction action;
    if (map.has("at") == map.has("when")) {
        m_faults.add(node,
                     text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                            "An action needs its moment: either \"at\" or \"when\".")));
    } else if (map.has("at")) {
        action.moment.kind = Moment::Kind::At;
        map.read("at", action.moment.time, timeFromText);
    } else {
        readMoment(map, "when", action.moment, false);
    }
    readDeed(map, action);
    script << action;
}

void LessonParts::readDeed(const YamlMap &map, LessonAction &action) const
{
    static constexpr std::array<std::pair<const char *, LessonAction::Kind>, 7> Deeds {
        {{"publish", LessonAction::Kind::Publish},
         {"send", LessonAction::Kind::Send},
         {"start", LessonAction::Kind::StartClient},
         {"stop", LessonAction::Kind::StopClient},
         {"cut", LessonAction::Kind::Cut},
         {"set", LessonAction::Kind::Set},
         {"pause", LessonAction::Kind::Pause}}};
    const auto isGiven = [&map](const auto &deed) { return map.has(deed.first); };
    if (std::ranges::count_if(Deeds, isGiven) != 1) {
        m_faults.add(map.node(),
                     text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                            "An action does one thing: publish, send, start, stop, cut, set "
                                            "or pause.")));
        return;
    }
    const auto &[word, kind] = *std::ranges::find_if(Deeds, isGiven);
    action.kind = kind;
    const auto bytesFromText = [](const QString &words) -> Result<QByteArray> {
        const QByteArray bytes = words.toUtf8();
        if (bytes.size() > LongestData)
            return Error {
                text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "This is longer than 64 KiB; give less."))};
        return bytes;
    };
    const auto typeFromText = [](const QString &words) -> Result<QByteArray> {
        if (words.contains(u'\n') || words.contains(u'\r') || words.isEmpty())
            return Error {text(QT_TRANSLATE_NOOP("wiretale::LessonReader",
                                                 "An event's type is one word or more, on one line."))};
        return words.toUtf8();
    };
    map.read("type", action.eventType, typeFromText);
    switch (kind) {
    case LessonAction::Kind::Publish:
        map.read(word, action.data, bytesFromText);
        break;
    case LessonAction::Kind::Send:
        map.read(word, action.data, bytesFromText);
        if (map.need("from"))
            readClientName(map, "from", action.client, false);
        break;
    case LessonAction::Kind::StartClient:
    case LessonAction::Kind::StopClient:
        readClientName(map, word, action.client, true);
        break;
    case LessonAction::Kind::Cut:
        readClientName(map, word, action.client, true);
        map.readBool("silently", action.silently);
        break;
    case LessonAction::Kind::Set:
        readPatch(map, action.patch);
        break;
    case LessonAction::Kind::Pause: {
        bool pauses = true;
        map.readBool(word, pauses);
        break;
    }
    }
}

void LessonParts::readPatch(const YamlMap &map, SettingsPatch &patch) const
{
    const YamlMap set(m_faults, map.at("set"),
                      text(QT_TRANSLATE_NOOP("wiretale::LessonReader", "the settings to change")),
                      {QStringLiteral("interval"), QStringLiteral("timeout"), QStringLiteral("heartbeat"),
                       QStringLiteral("retry"), QStringLiteral("empty answer"), QStringLiteral("portions"),
                       QStringLiteral("link"), QStringLiteral("publish"), QStringLiteral("idle cut"),
                       QStringLiteral("rate")});
    readWait(set, "interval", patch.pollInterval);
    readWait(set, "timeout", patch.longPollTimeout);
    readWait(set, "heartbeat", patch.heartbeat);
    readWait(set, "retry", patch.retry);
    if (set.has("idle cut")) {
        if (scalarText(set.at("idle cut")) == u"never")
            patch.idleCut = 0ms;
        else
            readWait(set, "idle cut", patch.idleCut);
    }
    if (set.has("empty answer"))
        set.readChoice("empty answer", patch.emptyAnswer.emplace(), emptyAnswerWords());
    if (set.has("portions"))
        set.readBool("portions", patch.longPollPortions.emplace(false));
    if (set.has("rate"))
        set.readNumber("rate", patch.rate.emplace(1.0), Clock::SlowestRate, Clock::FastestRate);
    if (set.has("link"))
        readLink(set, patch.link.emplace());
    if (set.has("publish"))
        readPublish(set, patch.publish.emplace());
}

void LessonParts::readClientName(const YamlMap &map, const char *key, QString &name, bool mayBeAll) const
{
    map.readText(key, name);
    if (name.isEmpty())
        return;
    QStringList known = m_clients;
    if (!mayBeAll)
        known.removeAll(QStringLiteral("all"));
    const QStringList named = clientsNamed(name);
    const auto unknown
        = std::ranges::find_if_not(named, [&known](const QString &each) { return known.contains(each); });
    if (unknown != named.end())
        m_faults.add(map.at(key), unknownWord(*unknown, known));
}

} // namespace wiretale
