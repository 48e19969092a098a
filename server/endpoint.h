// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/clock.h"
#include "common/result.h"
#include "server/eventlog.h"
#include "server/httpstream.h"
#include "server/serversettings.h"

#include <QHttpServerRequest>
#include <QLatin1String>
#include <QObject>

#include <functional>
#include <optional>

namespace wiretale {

/// What all endpoints of a server work with. It outlives them.
struct ServerContext
{
    Clock &clock;
    EventLog &log;
    ServerSettings settings;
    /// Hands what was written to any client to the system at once, instead of in the next turn.
    std::function<void()> sendAll;
};

/// A heartbeat that the server plans for one of its clients; another follows after each `interval`.
struct NextHeartbeat
{
    QByteArray userAgent; ///< as the client named itself
    Nanoseconds due {0}; ///< clock time
    Nanoseconds interval {0};
};

/// One method at one path. HEAD goes where GET goes; OPTIONS, and methods that no endpoint of a path has, are
/// answered by the server.
class Endpoint : public QObject
{
    Q_OBJECT

public:
    /// Events in one answer, at most; a client that is further behind asks again.
    static constexpr qsizetype MostEventsAtOnce = 1000;
    /// A client that does not read is sent no more than this; the log keeps the rest for it.
    static constexpr qint64 MostBytesAhead = qint64(256) * 1024;

    explicit Endpoint(ServerContext &context, QObject *parent = nullptr);

    [[nodiscard]] virtual QLatin1StringView path() const = 0;
    /// GET or POST.
    [[nodiscard]] virtual QHttpServerRequest::Method method() const;
    virtual void serve(const QHttpServerRequest &request, HttpStream &answer) = 0;

    /// Requests that are held open at this moment.
    [[nodiscard]] virtual qsizetype heldCount() const { return 0; }
    virtual void applySettings() { }
    /// When what is held open will be kept alive next.
    [[nodiscard]] virtual QList<NextHeartbeat> heartbeats() const { return {}; }
    /// Ends what is held, as far as that can be done at once.
    virtual void close() { }

protected:
    [[nodiscard]] ServerContext &context() const noexcept { return m_context; }
    /// A client that is ahead of the log has seen another server's events; it waits for the next one here.
    [[nodiscard]] qint64 boundedId(qint64 id) const { return qMin(id, m_context.log.lastId()); }

private:
    ServerContext &m_context;
};

/// Reads a whole number of 0 or more, digits only. The Error names the parameter.
[[nodiscard]] Result<qint64> wholeNumber(const QString &text, QLatin1StringView name);
/// The same for a parameter of the query; `missing` when it is not there.
[[nodiscard]] Result<qint64> numberInQuery(const QUrl &url, QLatin1StringView name, qint64 missing);
[[nodiscard]] std::optional<QString> textInQuery(const QUrl &url, QLatin1StringView name);

/// 400 with the Error's sentence.
[[nodiscard]] Refusal badRequest(const Error &error);

} // namespace wiretale
