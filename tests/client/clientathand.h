// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/client.h"
#include "scriptedserver.h"

#include <QStringList>

namespace wiretale {

/// A client before a scripted server, on a clock that is driven by hand, and all that it said.
template <typename Kind>
struct ClientAtHand
{
    ClientAtHand()
    {
        QObject::connect(&client, &Client::received, &client, [this](const Event &event) {
            heard.append(QString::number(event.id) + u' ' + QString::fromUtf8(event.type) + u' '
                         + QString::fromUtf8(event.data));
        });
        QObject::connect(&client, &Client::gapTold, &client, [this](qint64 from, qint64 to) {
            heard.append(QStringLiteral("gap %1-%2").arg(from).arg(to));
        });
        QObject::connect(&client, &Client::published, &client,
                         [this](qint64 id) { heard.append(QStringLiteral("published %1").arg(id)); });
        QObject::connect(&client, &Client::failed, &client,
                         [this](const QString &sentence) { failures.append(sentence); });
    }

    /// What is planned, from now on; the least there is when nothing is.
    [[nodiscard]] Nanoseconds dueIn(Upcoming::What what) const
    {
        const std::optional<Upcoming> upcoming = client.upcoming();
        return upcoming && upcoming->what == what ? upcoming->due - clock.now() : Nanoseconds::min();
    }

    Clock clock {Clock::Drive::ByHand};
    ScriptedServer server;
    Kind client {clock, QStringLiteral("tester"), server.origin()};
    QStringList heard; ///< "id type data", "gap from-to", "published id"
    QStringList failures;
};

} // namespace wiretale
