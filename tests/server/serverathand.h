// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rawclient.h"
#include "server/eventserver.h"

namespace wiretale {

/// A server on a clock that is driven by hand.
struct ServerAtHand
{
    ServerAtHand() { port = server.listen().value(); }

    void setSettings(const std::function<void(ServerSettings &)> &change)
    {
        ServerSettings settings = server.settings();
        change(settings);
        server.setSettings(settings);
    }

    void publish(int count)
    {
        for (int i = 0; i < count; ++i)
            server.log().publish("message", "x" + QByteArray::number(server.log().lastId() + 1));
    }

    Clock clock {Clock::Drive::ByHand};
    EventServer server {clock};
    quint16 port = 0;
};

} // namespace wiretale
