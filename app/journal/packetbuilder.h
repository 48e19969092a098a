// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArrayView>

#include <array>

namespace wiretale {

/// One end of a synthetic TCP connection. Address and port 0: not known yet.
struct Endpoint
{
    quint32 address = 0; ///< IPv4, in the machine's order: 0x0a000001 is 10.0.0.1
    quint16 port = 0;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

enum class TcpFlag : quint8
{
    Fin = 0x01,
    Syn = 0x02,
    Rst = 0x04,
    Psh = 0x08,
    Ack = 0x10,
};
constexpr TcpFlag operator|(TcpFlag a, TcpFlag b) noexcept
{
    return TcpFlag(quint8(a) | quint8(b));
}
constexpr bool hasFlag(TcpFlag set, TcpFlag flag) noexcept
{
    return (quint8(set) & quint8(flag)) != 0;
}

/// What one TCP segment says (RFC 9293, 3.1), without the endpoints.
struct Segment
{
    /// An IPv4 packet has at most 65,535 bytes, of which the two headers take 40.
    static constexpr qsizetype LongestPayload = 65495;

    QByteArrayView payload;
    quint32 sequence = 0;
    quint32 acknowledgement = 0;
    Direction direction = Direction::ClientToServer;
    TcpFlag flags = TcpFlag::Ack;
};

/// IPv4 (RFC 791) and TCP headers of one segment, with correct checksums. A SYN carries the options "maximum
/// segment size" and "window scale" (RFC 7323), with which the windows in all others are a gibibyte: the wire
/// has limits of its own, none of which is TCP's.
class PacketHeader
{
public:
    /// Without options.
    static constexpr qsizetype PlainSize = 40;

    /// `identification` is IPv4's; any number will do, counting up is usual.
    PacketHeader(const Segment &segment, Endpoint client, Endpoint server, quint16 identification);

    [[nodiscard]] QByteArrayView bytes() const noexcept { return {m_bytes.data(), m_size}; }

private:
    std::array<char, 48> m_bytes {};
    qsizetype m_size = PlainSize;
};

/// Writes the client's endpoint into a packet that was built with Endpoint {} for it, and mends both
/// checksums (RFC 1624), whatever the payload.
void setClientEndpoint(char *packet, Direction direction, Endpoint client) noexcept;

} // namespace wiretale
