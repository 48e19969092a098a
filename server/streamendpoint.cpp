// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/streamendpoint.h"

#include "common/endpoints.h"
#include "server/eventtext.h"

namespace wiretale {

OpenStream::OpenStream(ServerContext &context, StreamEndpoint &endpoint, HttpStream &answer, qint64 after,
                       QByteArray userAgent)
    : QObject(&answer)
    , m_context(context)
    , m_endpoint(endpoint)
    , m_answer(answer)
    , m_heartbeat(context.clock, [this] { m_answer.write(": keep-alive\n\n"); })
    , m_userAgent(std::move(userAgent))
    , m_after(after)
{
    connect(&answer, &HttpStream::abandoned, this, &OpenStream::stop);
    connect(&answer, &HttpStream::written, this, &OpenStream::sendNews);
    connect(&context.log, &EventLog::published, this, &OpenStream::sendNews);
}

void OpenStream::begin()
{
    m_answer.begin(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}});
    if (!m_answer.isOpen())
        return stop();
    m_answer.write("retry: " + QByteArray::number(m_context.settings.retry.count()) + "\n\n");
    startHeartbeat();
    sendNews();
}

void OpenStream::startHeartbeat()
{
    if (m_context.settings.heartbeat.count() > 0)
        m_heartbeat.startEvery(m_context.settings.heartbeat);
    else
        m_heartbeat.stop();
}

void OpenStream::sendNews()
{
    while (!m_over && m_after < m_context.log.lastId()
           && m_answer.bytesToWrite() < Endpoint::MostBytesAhead) {
        if (const auto gap = m_context.log.gapAfter(m_after)) {
            m_answer.write(toStreamBlock(*gap));
            m_after = gap->to;
        }
        const QList<Event> next = m_context.log.after(m_after, 1);
        m_after = next.constFirst().id;
        m_answer.write(m_endpoint.blockOf(next.constFirst()));
    }
}

void OpenStream::end()
{
    stop();
    m_answer.end();
}

void OpenStream::stop()
{
    if (std::exchange(m_over, true))
        return;
    m_heartbeat.stop();
    disconnect(&m_context.log, nullptr, this, nullptr);
    Q_EMIT over();
}

QLatin1StringView StreamEndpoint::path() const
{
    return endpoints::Stream;
}

Result<qint64> StreamEndpoint::lastIdOf(const QHttpServerRequest &request)
{
    // A client that reconnects repeats its query; its header is the newer of the two.
    const QByteArray header = request.value("last-event-id");
    if (!header.isEmpty())
        return wholeNumber(QString::fromUtf8(header), QLatin1StringView("Last-Event-ID"));
    const auto after = numberInQuery(request.url(), endpoints::After, 0);
    return after ? numberInQuery(request.url(), endpoints::LastEventId, *after) : after;
}

void StreamEndpoint::serve(const QHttpServerRequest &request, HttpStream &answer)
{
    const auto after = lastIdOf(request);
    if (!after)
        return answer.refuse(badRequest(after.error()));
    auto *stream = new OpenStream(context(), *this, answer, boundedId(*after), request.value("user-agent"));
    m_open.insert(stream);
    connect(stream, &OpenStream::over, this, [this, stream] { m_open.remove(stream); });
    stream->begin();
}

void StreamEndpoint::applySettings()
{
    for (OpenStream *stream : std::as_const(m_open))
        stream->startHeartbeat();
}

QList<NextHeartbeat> StreamEndpoint::heartbeats() const
{
    QList<NextHeartbeat> planned;
    for (const OpenStream *stream : m_open) {
        if (const auto due = stream->heartbeatDue())
            planned << NextHeartbeat {stream->userAgent(), *due, context().settings.heartbeat};
    }
    return planned;
}

void StreamEndpoint::close()
{
    const QSet<OpenStream *> open = m_open;
    for (OpenStream *stream : open)
        stream->end();
}

const QByteArray &StreamEndpoint::blockOf(const Event &event)
{
    if (m_blockId != event.id) {
        m_block = toStreamBlock(event);
        m_blockId = event.id;
    }
    return m_block;
}

} // namespace wiretale
