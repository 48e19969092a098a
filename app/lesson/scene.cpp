// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/scene.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::Scene", sentence);
}

Settings only(std::initializer_list<Technique> techniques)
{
    Settings settings;
    settings.link = {.latency = 40ms, .bitsPerSecond = 50'000'000};
    settings.clients.fill(false);
    for (const Technique technique : techniques)
        settings.clients[size_t(technique)] = true;
    return settings;
}

Scene httpScene()
{
    Scene scene {QStringLiteral("http"),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene", "One request, one answer")),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene",
                                        "A client opens a connection, asks for a page and gets it.")),
                 only({Technique::Http})};
    scene.settings.publish.kind = PublishPlan::Kind::ByHand;
    scene.settings.pollInterval = 2000ms;
    return scene;
}

Scene ajaxPollingScene()
{
    Scene scene {
        QStringLiteral("ajax-polling"), text(QT_TRANSLATE_NOOP("wiretale::Scene", "AJAX polling")),
        text(QT_TRANSLATE_NOOP("wiretale::Scene", "The page asks again and again; most answers are empty.")),
        only({Technique::AjaxPolling})};
    scene.settings.publish.interval = 3500ms;
    return scene;
}

Scene longPollingScene()
{
    Scene scene {QStringLiteral("long-polling"), text(QT_TRANSLATE_NOOP("wiretale::Scene", "Long polling")),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene",
                                        "The server holds each request until there is news or time is up.")),
                 only({Technique::LongPolling})};
    scene.settings.publish = {PublishPlan::Kind::AtRandom, 3000ms};
    scene.settings.longPollTimeout = 4000ms;
    return scene;
}

Scene portionsScene()
{
    Scene scene {QStringLiteral("long-polling-portions"),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene", "Long polling in portions")),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene",
                                        "One held request is answered piece by piece, then finally.")),
                 only({Technique::LongPolling})};
    scene.settings.publish.interval = 1000ms;
    scene.settings.longPollTimeout = 8000ms;
    scene.settings.longPollPortions = true;
    return scene;
}

Scene eventStreamScene()
{
    Scene scene {
        QStringLiteral("event-stream"), text(QT_TRANSLATE_NOOP("wiretale::Scene", "Server-sent events")),
        text(QT_TRANSLATE_NOOP("wiretale::Scene",
                               "One answer that never ends carries event after event; the client talks "
                               "back by requests of its own.")),
        only({Technique::EventStream})};
    scene.settings.publish.interval = 1500ms;
    scene.settings.heartbeat = 4000ms;
    scene.settings.talkBack = 5000ms;
    return scene;
}

Scene webSocketScene()
{
    Scene scene {QStringLiteral("websocket"), text(QT_TRANSLATE_NOOP("wiretale::Scene", "WebSocket")),
                 text(QT_TRANSLATE_NOOP("wiretale::Scene",
                                        "After a handshake both sides send frames whenever they like.")),
                 only({Technique::WebSocket})};
    scene.settings.publish.interval = 1500ms;
    scene.settings.heartbeat = 4000ms;
    scene.settings.talkBack = 2500ms;
    return scene;
}

Scene compareScene()
{
    return {
        QStringLiteral("compare"), text(QT_TRANSLATE_NOOP("wiretale::Scene", "Four at once")),
        text(QT_TRANSLATE_NOOP("wiretale::Scene", "The same events by all four techniques, side by side.")),
        only({Technique::AjaxPolling, Technique::LongPolling, Technique::EventStream, Technique::WebSocket})};
}

} // namespace

QList<Scene> scenes()
{
    return {httpScene(),        ajaxPollingScene(), longPollingScene(), portionsScene(),
            eventStreamScene(), webSocketScene(),   compareScene()};
}

std::optional<Scene> sceneOf(const QString &id)
{
    const QList<Scene> all = scenes();
    const auto found = std::ranges::find(all, id, &Scene::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace wiretale
