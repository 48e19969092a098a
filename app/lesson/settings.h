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

/// Clients of one kind that are alike. What is not given follows the Settings.
struct ClientPlan
{
    static constexpr int MostClients = 500;

    Technique technique = Technique::Http;
    int count = 1;
    std::optional<std::chrono::milliseconds> interval {}; ///< between two polls
    std::optional<std::chrono::milliseconds> timeout {}; ///< of a held request
    std::optional<bool> portions {};
    bool sameBrowser = false; ///< they share the six connections that a browser opens to one host
    bool freshConnection = false; ///< each request goes over a new connection
    int frameSize = 0; ///< bytes; longer messages go in fragments; 0: whole
    bool starts = true; ///< with the lesson; otherwise when somebody starts them

    friend bool operator==(const ClientPlan &, const ClientPlan &) = default;
};

/// All that can be set while the world runs, and with which clients it begins. Times are clock times.
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
    /// A proxy on the way cuts a connection on which nothing passed for so long; 0: there is none.
    std::chrono::milliseconds idleCut {0};
    int logSize = 1000; ///< events that the server keeps; holds from the start
    /// Which kinds of client run; index: Technique. Http is a client that loads the page now and then.
    std::array<bool, TechniqueCount> clients {false, true, true, true, true};
    /// Who there is of each kind; a kind that none of them is of has one client. Holds from the start.
    QList<ClientPlan> plans {};

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// What there is to see before anybody chose anything: one client of each technique, side by side, on a link
/// slow enough to watch.
[[nodiscard]] Settings firstSettings();

/// A link that has a name: "loopback", "lan", "mobile", "satellite", "slow-motion".
struct NamedLink
{
    QString id;
    QString title; ///< translated
    LinkProfile profile;
};
[[nodiscard]] QList<NamedLink> namedLinks();

/// `after`, in which no client of a plan keeps a setting of its own that was changed for all since `before`.
[[nodiscard]] Settings withOwnSettingsDropped(const Settings &before, Settings after);

/// What differs between two settings, each as a person would note it: "poll interval 1 s → 5 s". Translated.
/// The rate, which changes nothing but how long one looks, is left out.
[[nodiscard]] QStringList differences(const Settings &before, const Settings &after);

} // namespace wiretale
