// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturedsegment.h"

#include "app/journal/ippacket.h"

#include <QtEndian>

#include <algorithm>

namespace wiretale {

std::optional<CapturedSegment> segmentIn(const IpPacket &packet)
{
    constexpr quint8 ProtocolTcp = 6;
    const QByteArrayView tcp = packet.content;
    if (packet.protocol != ProtocolTcp || tcp.size() < 20)
        return std::nullopt;
    const qsizetype headSize = (quint8(tcp[12]) >> 4) * 4;
    if (headSize < 20 || tcp.size() < headSize || packet.contentSize < headSize)
        return std::nullopt;
    CapturedSegment segment;
    segment.source = {packet.source, qFromBigEndian<quint16>(tcp.data())};
    segment.destination = {packet.destination, qFromBigEndian<quint16>(tcp.data() + 2)};
    segment.sequence = qFromBigEndian<quint32>(tcp.data() + 4);
    segment.acknowledgement = qFromBigEndian<quint32>(tcp.data() + 8);
    segment.flags = TcpFlag(quint8(tcp[13]));
    segment.payloadSize = packet.contentSize - headSize;
    // Behind it may stand what fills an Ethernet frame.
    segment.payload = tcp.sliced(headSize, std::min<qint64>(tcp.size() - headSize, segment.payloadSize));
    return segment;
}

} // namespace wiretale
