// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/pacedtimer.h"
#include "server/endpoint.h"

#include <QByteArray>
#include <QSet>

namespace wiretale {

class StreamEndpoint;

/// A client's event stream while it is open. A child of its answer, with which it goes.
class OpenStream : public QObject
{
    Q_OBJECT

public:
    OpenStream(ServerContext &context, StreamEndpoint &endpoint, HttpStream &answer, qint64 after,
               QByteArray userAgent);

    void begin();
    void end();
    void startHeartbeat();
    [[nodiscard]] const QByteArray &userAgent() const noexcept { return m_userAgent; }
    [[nodiscard]] std::optional<Nanoseconds> heartbeatDue() const { return m_heartbeat.due(); }

Q_SIGNALS:
    void over();

private:
    void sendNews();
    void stop();

    ServerContext &m_context;
    StreamEndpoint &m_endpoint;
    HttpStream &m_answer;
    PacedTimer m_heartbeat;
    QByteArray m_userAgent;
    qint64 m_after;
    bool m_over = false;
};

/// `GET /events/stream`: server-sent events (HTML 9.2). Begins after the header Last-Event-ID, or after
/// `lastEventId` (or `after`) in the query. Each event is a chunk of its own.
class StreamEndpoint : public Endpoint
{
    Q_OBJECT

public:
    using Endpoint::Endpoint;

    [[nodiscard]] QLatin1StringView path() const override;
    void serve(const QHttpServerRequest &request, HttpStream &answer) override;
    [[nodiscard]] qsizetype heldCount() const override { return m_open.size(); }
    void applySettings() override;
    [[nodiscard]] QList<NextHeartbeat> heartbeats() const override;
    void close() override;

    /// The event's block; written once for all streams that send it in the same turn.
    [[nodiscard]] const QByteArray &blockOf(const Event &event);

private:
    [[nodiscard]] static Result<qint64> lastIdOf(const QHttpServerRequest &request);

    QSet<OpenStream *> m_open;
    QByteArray m_block;
    qint64 m_blockId = 0;
};

} // namespace wiretale
