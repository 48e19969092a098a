// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/pacedtimer.h"
#include "server/endpoint.h"

#include <QSet>

namespace wiretale {

/// A long poll that waits for events. A child of its answer, with which it goes.
class HeldPoll : public QObject
{
    Q_OBJECT

public:
    HeldPoll(ServerContext &context, HttpStream &answer, qint64 after, bool inPortions);

    /// Answers now if there is something to tell, otherwise when there is or when `timeout` has run out.
    void begin(Nanoseconds timeout);
    /// Ends the wait with what there is: nothing.
    void expire();

Q_SIGNALS:
    /// Answered, expired or abandoned.
    void over();

private:
    void onNews();
    void sendPortion();
    void stop();

    ServerContext &m_context;
    HttpStream &m_answer;
    PacedTimer m_timeout;
    PacedTimer m_gathering;
    qint64 m_after;
    qint64 m_left;
    bool m_inPortions;
    bool m_over = false;
};

/// `GET /events/wait?after=ID&timeout=MS`: long polling. Answers with a JSON array as soon as there is an
/// event after ID, or 204 when the time runs out. With `portions=1` it answers with JSON lines, in a chunk
/// for each portion, and ends after some events or when the time runs out (RFC 6202, 3).
class WaitEndpoint : public Endpoint
{
    Q_OBJECT

public:
    using Endpoint::Endpoint;

    [[nodiscard]] QLatin1StringView path() const override;
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;
    [[nodiscard]] qsizetype heldCount() const override { return m_held.size(); }
    void close() override;

private:
    QSet<HeldPoll *> m_held;
};

} // namespace wiretale
