// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <limits>

namespace wiretale {

/// Which way a message goes. "From" in exports is the side that the direction starts at.
enum class Direction : quint8
{
    ClientToServer,
    ServerToClient
};

/// What a message is. The names in exports are kindName()'s.
enum class MessageKind : quint8
{
    Open, ///< a connection opening; no bytes
    Request, ///< an HTTP request, with its body unless that is too long
    Response, ///< an HTTP response, whole or the head of a streamed body
    Chunk, ///< a piece of a body that streams: an HTTP chunk with its framing, or a stretch of a long body
    Event, ///< one server-sent event, with the framing around it
    Heartbeat, ///< a comment line of an event stream
    Frame, ///< one WebSocket frame
    Close, ///< one side ends its direction of a connection; no bytes
    Fault, ///< something the wire did to a message or a connection; no bytes
    Opaque, ///< bytes that are none of the above
};

/// Which way of learning news a message serves.
enum class Technique : quint8
{
    Http,
    AjaxPolling,
    LongPolling,
    EventStream,
    WebSocket
};
inline constexpr int TechniqueCount = 5;

enum class RecordFlag : quint16
{
    None = 0,
    Empty = 1 << 0, ///< a response to a poll that carries no event (also a long poll that timed out)
    KeepAlive = 1 << 1, ///< a response after which the connection can be used again
    Cut = 1 << 2, ///< never arrived: the other side was gone, or the connection was cut
    Final = 1 << 3, ///< with it, its exchange's answer is complete
    Streaming = 1 << 4, ///< a response's head whose body follows as messages of their own
    Handshake = 1 << 5, ///< an upgrade request or the 101 that grants it
    Masked = 1 << 6, ///< a WebSocket frame with a masking key
    Fin = 1 << 7, ///< a WebSocket frame that ends its message
    Gap = 1 << 8, ///< tells the client that events it asked for are gone
    Malformed = 1 << 9, ///< breaks the syntax of its protocol; its bytes are kept as they were
};
constexpr RecordFlag operator|(RecordFlag a, RecordFlag b) noexcept
{
    return RecordFlag(quint16(a) | quint16(b));
}
constexpr RecordFlag &operator|=(RecordFlag &a, RecordFlag b) noexcept
{
    return a = a | b;
}
constexpr bool hasFlag(RecordFlag set, RecordFlag flag) noexcept
{
    return (quint16(set) & quint16(flag)) != 0;
}

/// Number of a record, from 1, in the order of departure; the same in every export. 0: none.
using RecordNumber = quint32;
/// Number of a connection, from 1, in the order of opening. 0: none.
using ConnectionNumber = quint32;

/// One message on the wire. Times in clock nanoseconds, sizes in bytes.
struct Record
{
    static constexpr qint64 NotArrived = std::numeric_limits<qint64>::max();
    static constexpr qint64 NoBytes = -1;

    qint64 departedNs = 0;
    qint64 arrivedNs = NotArrived; ///< NotArrived while it is in flight, and for ever if it was Cut
    qint64 wallNs = 0; ///< Unix time of the departure
    qint64 captureOffset = NoBytes; ///< where its first packet begins in the capture file
    quint32 wireBytes = 0; ///< all bytes of the TCP stream that belong to it
    quint32 payloadBytes = 0; ///< bytes of the events' data carried in it
    ConnectionNumber connection = 0;
    RecordNumber exchange = 0; ///< the request that it is or answers (for frames: the handshake's); 0: none
    RecordFlag flags = RecordFlag::None;
    quint16 code
        = 0; ///< Request: HttpMethod; Response: status; Frame: opcode; Close: 1 if reset; Fault: FaultKind
    quint16 eventCount = 0; ///< how many events it carries
    MessageKind kind = MessageKind::Opaque;
    Direction direction = Direction::ClientToServer;
    Technique technique = Technique::Http;

    [[nodiscard]] bool has(RecordFlag flag) const noexcept { return hasFlag(flags, flag); }
    [[nodiscard]] bool isEmptyResponse() const noexcept { return has(RecordFlag::Empty); }
    friend bool operator==(const Record &, const Record &) = default;
};
static_assert(sizeof(Record) <= 64);

enum class HttpMethod : quint16
{
    Unknown,
    Get,
    Head,
    Post,
    Put,
    Delete,
    Options,
    Patch,
    Trace,
    Connect
};

/// What the wire, or a network, did to a connection.
enum class FaultKind : quint16
{
    Cut, ///< torn, as somebody wanted it; both ends are told by a reset
    SilentCut, ///< from here on nothing arrives, and nobody is told
    IdleCut, ///< a proxy on the way gave it up, as nothing had passed for too long; both ends are told
    Resent, ///< in others' captures: a segment of TCP that had passed before
    Reordered, ///< in others' captures: a segment that came before its predecessor
    Missing, ///< in others' captures: bytes that passed and were not captured
};

/// RFC 6455, 5.2.
enum class FrameOpcode : quint16
{
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

/// RFC 9110, 15.2: an interim response, which does not answer. 101 does: it is the last HTTP response.
[[nodiscard]] bool isInterim(const Record &record) noexcept;
/// What a server sends because of a request: a response that is not interim, or a part of what follows it.
[[nodiscard]] bool answers(const Record &record) noexcept;
/// A part of what a head or a long frame began.
[[nodiscard]] bool isBodyPiece(const Record &record) noexcept;
/// A close, a ping or a pong (RFC 6455, 5.5).
[[nodiscard]] bool isControlFrame(const Record &record) noexcept;

/// The names that exports use: "request", "ajax-polling", "client".
[[nodiscard]] const char *kindName(MessageKind kind) noexcept;
[[nodiscard]] const char *techniqueName(Technique technique) noexcept;
[[nodiscard]] const char *senderName(Direction direction) noexcept;

} // namespace wiretale
