// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/packetbuilder.h"

#include <QByteArrayView>

#include <array>
#include <compare>
#include <optional>

namespace wiretale {

struct IpPacket;

/// An address and port as a packet names them; IPv4 in the form that IPv6 has for it (RFC 4291, 2.5.5.2).
struct HostPort
{
    std::array<quint8, 16> address {};
    quint16 port = 0;

    friend auto operator<=>(const HostPort &, const HostPort &) = default;
};

/// A TCP segment (RFC 9293, 3.1) out of a captured packet.
struct CapturedSegment
{
    HostPort source;
    HostPort destination;
    quint32 sequence = 0;
    quint32 acknowledgement = 0;
    TcpFlag flags {};
    QByteArrayView payload; ///< as far as it was captured
    qint64 payloadSize = 0; ///< as long as it was

    [[nodiscard]] bool has(TcpFlag flag) const noexcept { return hasFlag(flags, flag); }
};

/// The segment in a whole packet. Nothing for what is not TCP, and for what breaks a header's rules.
[[nodiscard]] std::optional<CapturedSegment> segmentIn(const IpPacket &packet);

} // namespace wiretale
