// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/decompressor.h"
#include "app/wire/fielddissector.h"

#include <optional>

namespace wiretale {

class TrafficLog;

/// What a message carries, without its framing and, as far as it can be unpacked, without compression.
struct PlainContent
{
    enum class State : quint8
    {
        AsSent, ///< it was not compressed
        Plain,
        TooLong, ///< only the beginning was unpacked
        Damaged, ///< the bytes are those before the damage
        Unknown, ///< as sent: we do not know the coding
        OutOfReach ///< as sent: it goes on from what is not there, or too far back
    };

    QByteArray bytes {};
    QByteArray coding {}; ///< "gzip", "permessage-deflate"; empty when it was not compressed
    State state = State::AsSent;

    friend bool operator==(const PlainContent &, const PlainContent &) = default;
};

/// Takes the compression off the messages of one direction of an exchange: content codings (RFC 9110, 8.4),
/// permessage-deflate (RFC 7692).
///
/// Hand it all messages in their order, from the head or from behind the handshake on; each is unpacked from
/// where the one before it ended.
class PlainStream
{
public:
    /// What one message may come to; what is longer is most likely meant to do harm.
    static constexpr qsizetype MostPlain = qsizetype(8) * 1024 * 1024;

    /// `message`: the fields of these `bytes`.
    [[nodiscard]] PlainContent take(const TrafficLog &log, const Record &record, QByteArrayView bytes,
                                    const MessageFields &message);
    /// Whether it keeps what the next message goes on from: tens of kilobytes, with brotli up to 16 MiB.
    [[nodiscard]] bool isUnpacking() const noexcept { return m_decompressor != nullptr; }

private:
    void takeHead(QByteArrayView bytes, const MessageFields &message);
    void takeFrame(const TrafficLog &log, const Record &record, QByteArrayView bytes);
    void beginMessage();
    [[nodiscard]] PlainContent unpack(const QByteArray &content, bool isLast);

    QByteArray m_coding; ///< of what comes next; empty: none
    std::unique_ptr<Decompressor> m_decompressor; ///< null: the coding is not known
    bool m_hasBegun = false; ///< something was unpacked
    bool m_keepsContext = true; ///< of WebSocket: a message goes on from the one before it
    bool m_isLost = false; ///< of WebSocket: what the next message goes on from
    std::optional<QByteArray> m_agreed; ///< the extension; nothing: not looked up yet
};

/// What the handshake of a frame's exchange agreed on, as its answer says it: an empty text when there was
/// no such header; nothing when the handshake is not there.
[[nodiscard]] std::optional<QByteArray> agreedExtensions(const TrafficLog &log, const Record &frame);
/// Whether they allow a compressed message; `keepsContext`: whether this direction's messages go on from each
/// other (RFC 7692, 7.1.1).
struct MessageDeflate
{
    bool isAgreed = false;
    bool keepsContext = true;
};
[[nodiscard]] MessageDeflate messageDeflate(QByteArrayView extensions, Direction direction);

/// The frame's first bit behind FIN, which permessage-deflate gives its meaning (RFC 7692, 6).
[[nodiscard]] constexpr bool hasRsv1(QByteArrayView frame) noexcept
{
    return !frame.isEmpty() && (quint8(frame[0]) & 0x40U) != 0;
}

} // namespace wiretale
