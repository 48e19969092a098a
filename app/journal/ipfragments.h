// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/ippacket.h"

#include <QByteArray>

#include <map>
#include <tuple>

namespace wiretale {

/// Puts fragments of IP packets together (RFC 791, 3.2; RFC 8200, 4.5), in whatever order they come. Where
/// two overlap, the first to come counts. A packet whose fragments are not all there in time is given up;
/// what it carried is then missing in its TCP connection. What carries no TCP is passed over.
class IpFragments
{
public:
    static constexpr qint64 LongestWaitNs = 30'000'000'000;
    static constexpr size_t MostPackets = 64; ///< of 64 KiB at the most

    /// The packet that the fragment makes whole; its content is good until the next call.
    [[nodiscard]] std::optional<IpPacket> take(const IpPacket &fragment, qint64 stampNs);

private:
    using Key = std::tuple<IpPacket::Address, IpPacket::Address, quint32, quint8>;
    struct Parts
    {
        QByteArray bytes;
        std::map<qint64, qint64> have; ///< ends of stretches by their beginnings; they do not touch
        qint64 size = -1; ///< -1: the last fragment has not come
        qint64 sinceNs = 0;
        quint8 protocol = 0; ///< as the first fragment says it
    };

    void makeRoom(qint64 stampNs);
    static void add(Parts &parts, const IpPacket &fragment);

    std::map<Key, Parts> m_waiting;
    QByteArray m_whole;
};

} // namespace wiretale
