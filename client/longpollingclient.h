// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/backoff.h"
#include "client/client.h"

namespace wiretale {

/// Asks and is held until there is news; asks again at once (RFC 6202, 2). With portions, reads one answer
/// piece by piece while it goes on (RFC 6202, 3). After an error it waits longer each time.
class LongPollingClient : public Client
{
    Q_OBJECT

public:
    LongPollingClient(Clock &clock, const QString &name, const QUrl &origin, QObject *parent = nullptr);

    /// How long the server may hold a request, 30 s unless set (RFC 6202, 5.5). Holds for the next request.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    void setPortions(bool portions) { m_portions = portions; }

protected:
    void work() override;
    void rest() override;
    [[nodiscard]] std::optional<Upcoming> planned() const override;

private:
    void ask();
    void readPortions(QNetworkReply &reply);
    void onAnswer(QNetworkReply *reply);

    QPointer<QNetworkReply> m_reply;
    PacedTimer m_retry;
    Backoff m_backoff;
    QByteArray m_unfinishedLine;
    Nanoseconds m_timeoutDue {0};
    std::chrono::milliseconds m_timeout {30000};
    bool m_isLineTooLong = false;
    bool m_portions = false;
};

} // namespace wiretale
