// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/linkprofile.h"
#include "app/wire/record.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <span>

namespace wiretale {

/// When the server publishes an event by itself.
struct PublishPlan
{
    enum class Kind : quint8
    {
        ByHand,
        EveryInterval,
        AtRandom
    };
    Kind kind = Kind::EveryInterval;
    std::chrono::milliseconds interval {2000}; ///< or the mean of random, exponentially distributed times

    friend bool operator==(const PublishPlan &, const PublishPlan &) = default;
};

/// Whether a poll without news is answered 204, 304 (to If-None-Match) or 200 with [].
enum class EmptyAnswerKind : quint8
{
    NoContent,
    NotModified,
    EmptyArray
};

/// All that can be set while the world runs. Times are clock times.
struct Settings
{
    double rate = 1.0;
    LinkProfile link;
    PublishPlan publish;
    std::chrono::milliseconds pollInterval {1000};
    std::chrono::milliseconds longPollTimeout {10000};
    std::chrono::milliseconds heartbeat {15000};
    std::chrono::milliseconds retry {3000};
    EmptyAnswerKind emptyAnswer = EmptyAnswerKind::NoContent;
    bool longPollPortions = false;
    /// How often each client that runs sends an event of its own to the server, each by its own way; 0:
    /// never.
    std::chrono::milliseconds talkBack {0};
    /// Which kinds of client run; index: Technique. Http is a client that loads the page now and then.
    std::array<bool, TechniqueCount> clients {false, true, true, true, true};

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// A named set of settings to begin with.
struct Scene
{
    QString id; ///< "compare"; valid for ever on the command line
    QString title; ///< translated
    QString summary;
    Settings settings;
};

/// The scenes that are built in, in the language of the moment, in the order of a lesson.
[[nodiscard]] QList<Scene> scenes();
[[nodiscard]] std::optional<Scene> sceneOf(const QString &id);

/// A link that has a name: "loopback", "lan", "mobile", "satellite", "slow-motion".
struct NamedLink
{
    QString id;
    QString title; ///< translated
    LinkProfile profile;
};
[[nodiscard]] QList<NamedLink> namedLinks();

} // namespace wiretale
