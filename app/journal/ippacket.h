// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace wiretale {

struct CaptureItem;

/// An IP packet out of a captured frame, or a fragment of one.
struct IpPacket
{
    using Address = std::array<quint8, 16>;

    Address source {}; ///< of IPv4 in the form that IPv6 has for it (RFC 4291, 2.5.5.2)
    Address destination {};
    bool isVersion6 = false;
    quint8 protocol = 0; ///< of the content; of version 6 the next header
    QByteArrayView content; ///< behind the headers, as far as it was captured
    qint64 contentSize = 0; ///< as long as it was

    // Of fragments (RFC 791, 2.3; RFC 8200, 4.5)
    quint32 id = 0;
    qint64 offset = 0; ///< of the content in that of the whole packet
    bool hasMore = false;

    [[nodiscard]] bool isFragment() const noexcept { return offset > 0 || hasMore; }
};

/// The packet in a frame of Ethernet (with VLAN tags), loopback (NULL, LOOP), Linux "any" (SLL, SLL2) or raw
/// IP; nothing for what breaks a header's rules.
[[nodiscard]] std::optional<IpPacket> ipPacketIn(const CaptureItem &frame);
/// The bytes of the packet, its headers included; empty when the frame holds none.
[[nodiscard]] QByteArrayView ipBytesIn(const CaptureItem &frame);

/// Goes on behind what version 6 puts between its header and the content (RFC 8200, 4), up to a fragment's
/// content. False when that is broken.
[[nodiscard]] bool passExtensions(IpPacket &packet);

/// Whether the content is TCP, or, of version 6, a header behind which it may stand.
[[nodiscard]] bool mayHoldTcp(const IpPacket &packet) noexcept;

/// What the frame says of its way, on Linux's "any" interface alone.
enum class CookedWay
{
    Unknown,
    In, ///< to this machine
    Out
};
[[nodiscard]] CookedWay cookedWayOf(const CaptureItem &frame);

} // namespace wiretale
