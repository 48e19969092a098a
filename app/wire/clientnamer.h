// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QHash>
#include <QString>

#include <set>

namespace wiretale {

/// Names the client that a connection belongs to, by its User-Agent.
///
/// `Wiretale/0.1 (NAME)` is NAME. All connections of one browser are one client ("chromium-1"). Of anything
/// else ("curl-1"; "client-1" where there is no User-Agent) a connection counts as the client of an earlier
/// one whose client has left already, else as another client. Names are printable and at most 40 characters.
class ClientNamer
{
public:
    /// Once for each connection. Takes time logarithmic in the number of names.
    [[nodiscard]] QString nameFor(ConnectionNumber connection, const QString &userAgent);
    /// The client has left; its name is free for the next of the same kind. Does nothing the second time.
    void release(ConnectionNumber connection);

private:
    struct Agent
    {
        QString family;
        std::set<int> freeNumbers;
    };
    struct Use
    {
        QString agent;
        int number = 0;
    };

    QHash<QString, int> m_counts; ///< by family
    QHash<QString, QString> m_browsers; ///< names by User-Agent
    QHash<QString, Agent> m_agents; ///< others by User-Agent
    QHash<ConnectionNumber, Use> m_uses; ///< of others' names
};

} // namespace wiretale
