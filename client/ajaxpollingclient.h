// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/client.h"

namespace wiretale {

/// Asks at an interval whether there is news; most answers are empty (RFC 6202, 1: short polling).
///
/// An answer that takes longer than the interval is waited for: polls never overlap.
class AjaxPollingClient : public Client
{
    Q_OBJECT

public:
    AjaxPollingClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent = nullptr);

    /// From one question to the next, 1 s unless set. A change counts from now.
    void setInterval(std::chrono::milliseconds interval);

protected:
    void work() override;
    void rest() override;
    [[nodiscard]] std::optional<Upcoming> planned() const override;

private:
    void ask();
    void onAnswer(QNetworkReply *reply);

    QPointer<QNetworkReply> m_reply;
    PacedTimer m_timer;
    QByteArray m_entityTag;
    std::chrono::milliseconds m_interval {1000};
    bool m_isOverdue = false;
};

} // namespace wiretale
