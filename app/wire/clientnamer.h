// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <map>

namespace wiretale {

/// Names the client that a connection belongs to, by its User-Agent.
///
/// `Wiretale/0.1 (NAME)` is NAME. All connections of one browser are one client ("chromium-1"). Of anything
/// else ("curl-1"; "client-1" where there is no User-Agent) a connection counts as the client of an earlier
/// one that is closed already, else as another client.
class ClientNamer
{
public:
    [[nodiscard]] QString nameFor(ConnectionNumber connection, const QString &userAgent);
    /// The connection is closed; its name is free for the next of the same kind.
    void release(ConnectionNumber connection);

private:
    [[nodiscard]] QString nextName(const QString &family);

    QHash<QString, int> m_counts; ///< by family
    QHash<QString, QString> m_browsers; ///< by User-Agent
    std::map<QString, QStringList> m_namesOfAgent; ///< others, in the order of their making
    QHash<ConnectionNumber, QString> m_nameOfConnection; ///< others that are open
};

} // namespace wiretale
