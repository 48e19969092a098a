// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace wiretale {

/// One message as a dissector recognised it in the bytes of one direction of a connection.
struct Message
{
    qint64 offset = 0; ///< where it begins in the direction's stream (bytes)
    qint64 length = 0; ///< > 0
    quint32 payloadBytes
        = 0; ///< UTF-8 bytes of the `data` of the events in it (for other WebSocket data: its own)
    quint32 exchange = 0; ///< which request of this connection it is or answers, from 1; 0: none
    RecordFlag flags = RecordFlag::None;
    quint16 code = 0; ///< as Record::code
    MessageKind kind = MessageKind::Opaque;
    Direction direction = Direction::ClientToServer;
    Technique technique = Technique::Http;
    std::vector<qint64> eventIds;

    friend bool operator==(const Message &, const Message &) = default;
};

/// Turns the two byte streams of one connection into messages: HTTP/1.1 (RFC 9112) with event streams inside
/// (WHATWG HTML, 9.2), WebSocket frames (RFC 6455, 5) after an upgrade, Opaque for anything else.
///
/// Feed each direction its bytes in the order in which they passed. Each message is handed out once, with its
/// bytes, as soon as its last byte was seen; a body that streams comes piece by piece. Every byte belongs to
/// exactly one message, whatever the pieces in which it was fed. Never throws and never asserts on what a
/// peer sent.
class ConnectionDissector
{
public:
    using Callback = std::function<void(const Message &message, QByteArrayView bytes)>;

    /// Bodies up to this many bytes stay with their head in one message; longer ones come as Chunks of this
    /// size.
    static constexpr qint64 LongestWhole = qint64(64) * 1024;

    explicit ConnectionDissector(Callback callback);
    ~ConnectionDissector();
    ConnectionDissector(const ConnectionDissector &) = delete;
    ConnectionDissector &operator=(const ConnectionDissector &) = delete;

    void feed(Direction direction, QByteArrayView bytes);
    /// Hands out what has no framing of its own (Opaque bytes, a body that ends with the connection) as far
    /// as it was fed: such bytes must not wait for ever. The wire calls it after each read.
    void flush(Direction direction);
    /// The direction ended; what is left becomes a last message.
    void finish(Direction direction);

    [[nodiscard]] qint64 bytesSeen(Direction direction) const noexcept;
    /// Bytes that were fed and do not yet belong to a message handed out.
    [[nodiscard]] qint64 bytesHeld(Direction direction) const noexcept;
    /// The first request's User-Agent; empty until it was seen or if there is none.
    [[nodiscard]] QString userAgent() const;
    /// True once the first request's head was seen whole (whether or not it names a User-Agent).
    [[nodiscard]] bool hasRequest() const noexcept;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The record of a message, as far as the message alone can say; `requests`: the numbers of its connection's
/// requests, by the messages' exchanges. A request is in no exchange before it has a number itself.
[[nodiscard]] Record recordOf(const Message &message, std::span<const RecordNumber> requests);

/// One line of text for people that says what the message is: `GET /events?after=3`, `200 OK, 2 events`,
/// `event 7 price`, `text frame, event 7`, `ping`, `close 1000`. Reads the first bytes of it; never fails.
/// Not translated: it is what stands on the wire, and goes into exports.
[[nodiscard]] QString summaryOf(const Record &record, QByteArrayView bytes, std::span<const qint64> eventIds);

} // namespace wiretale
