// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/connectiondissector.h"

#include "app/wire/framedissector.h"
#include "app/wire/httpdissector.h"
#include "app/wire/pendingbytes.h"

#include <QString>

#include <utility>

namespace wiretale {

class ConnectionDissector::Private
{
public:
    explicit Private(Callback given)
        : callback(std::move(given))
    {
    }

    struct Side
    {
        Side(Direction givenDirection, std::deque<AwaitedAnswer> &awaited)
            : direction(givenDirection)
            , http(givenDirection, awaited)
        {
        }

        Direction direction;
        PendingBytes pending;
        HttpDissector http;
        std::optional<FrameDissector> frames;
        qint64 seen = 0;
        bool isOpaque = false;
        bool isMalformed = false;
        bool awaitsUpgrade = false;
    };

    Side &side(Direction direction) { return direction == Direction::ClientToServer ? client : server; }
    const Side &side(Direction direction) const
    {
        return direction == Direction::ClientToServer ? client : server;
    }

    void handOut(Side &from, Message message)
    {
        message.offset = from.pending.offset();
        // A copy of the view only: whoever is called must not feed from within.
        callback(message, from.pending.view().first(message.length));
        from.pending.drop(message.length);
    }

    // Hands out all messages that are whole.
    void run(Side &from)
    {
        while (!from.isOpaque && !from.awaitsUpgrade && from.pending.size() > 0) {
            Message message = from.frames ? from.frames->next(from.pending) : from.http.next(from.pending);
            if (message.length == 0) {
                from.isOpaque = !from.frames && !from.http.isHttp();
                from.isMalformed = from.isOpaque;
                return;
            }
            const bool granted = !from.frames && from.http.grantedUpgrade();
            from.awaitsUpgrade = !from.frames && from.http.askedForUpgrade();
            const bool answersUpgrade = &from == &server && client.awaitsUpgrade
                && message.kind == MessageKind::Response
                && hasFlag(message.flags, RecordFlag::Final | RecordFlag::Streaming) && awaited.empty();
            const quint32 exchange = message.exchange;
            const bool toWebSocket = granted && message.technique == Technique::WebSocket;
            handOut(from, std::move(message));
            if (granted)
                switchProtocol(exchange, toWebSocket);
            else if (answersUpgrade)
                client.awaitsUpgrade = false;
            if (granted || answersUpgrade)
                run(client);
        }
    }

    void switchProtocol(quint32 exchange, bool toWebSocket)
    {
        client.awaitsUpgrade = false;
        for (Side *each : {&client, &server}) {
            if (toWebSocket)
                each->frames.emplace(each->direction, exchange, server.http.grantedExtensions());
            else
                each->isOpaque = true;
        }
    }

    void handOutOpaque(Side &from)
    {
        while (from.pending.size() > 0) {
            Message message;
            message.direction = from.direction;
            message.technique = from.frames ? Technique::WebSocket : Technique::Http;
            if (from.isMalformed)
                message.flags |= RecordFlag::Malformed;
            message.length = std::min<qint64>(from.pending.size(), LongestWhole);
            handOut(from, std::move(message));
        }
    }

    void handOutRest(Side &from, bool isOver)
    {
        if (from.isOpaque || (isOver && (from.frames || from.awaitsUpgrade))) {
            from.isMalformed = from.isMalformed || isOver;
            handOutOpaque(from);
            return;
        }
        while (!from.frames) {
            Message message = from.http.rest(from.pending, isOver);
            if (message.length == 0)
                return;
            handOut(from, std::move(message));
        }
    }

    Callback callback;
    std::deque<AwaitedAnswer> awaited;
    Side client {Direction::ClientToServer, awaited};
    Side server {Direction::ServerToClient, awaited};
};

ConnectionDissector::ConnectionDissector(Callback callback)
    : d(std::make_unique<Private>(std::move(callback)))
{
}

ConnectionDissector::~ConnectionDissector() = default;

void ConnectionDissector::feed(Direction direction, QByteArrayView bytes)
{
    Private::Side &side = d->side(direction);
    side.seen += bytes.size();
    side.pending.append(bytes);
    d->run(side);
}

void ConnectionDissector::flush(Direction direction)
{
    d->handOutRest(d->side(direction), false);
}

void ConnectionDissector::finish(Direction direction)
{
    d->handOutRest(d->side(direction), true);
}

qint64 ConnectionDissector::bytesSeen(Direction direction) const noexcept
{
    return d->side(direction).seen;
}

qint64 ConnectionDissector::bytesHeld(Direction direction) const noexcept
{
    return d->side(direction).pending.size();
}

QString ConnectionDissector::userAgent() const
{
    const auto &head = d->client.http.firstHead();
    return head ? QString::fromUtf8(head->userAgent) : QString();
}

bool ConnectionDissector::hasRequest() const noexcept
{
    return d->client.http.firstHead().has_value();
}

Record recordOf(const Message &message, std::span<const RecordNumber> requests)
{
    Record record;
    record.kind = message.kind;
    record.direction = message.direction;
    record.technique = message.technique;
    record.flags = message.flags;
    record.code = message.code;
    record.payloadBytes = message.payloadBytes;
    if (message.kind != MessageKind::Request && message.exchange > 0 && message.exchange <= requests.size())
        record.exchange = requests[message.exchange - 1];
    return record;
}

} // namespace wiretale
