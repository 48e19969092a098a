// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/client.h"

namespace wiretale {

/// Loads the page, and again every interval: HTTP as it was before there was news to wait for.
class PageClient : public Client
{
    Q_OBJECT

public:
    PageClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent = nullptr);

    /// 0: loads it once.
    void setInterval(std::chrono::milliseconds interval);
    /// Asks for the connection to be closed after each answer.
    void setFreshConnections(bool fresh) { m_freshConnections = fresh; }

protected:
    void work() override;
    void rest() override;
    [[nodiscard]] std::optional<Upcoming> planned() const override;

private:
    void load();

    PacedTimer m_timer;
    std::chrono::milliseconds m_interval {0};
    bool m_freshConnections = false;
};

} // namespace wiretale
