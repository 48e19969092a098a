// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturedsegment.h"

#include "app/journal/capturesource.h"

#include <QtEndian>

#include <algorithm>

namespace wiretale {

namespace {

enum LinkType : quint32
{
    Null = 0,
    Ethernet = 1,
    RawBsd = 12,
    RawOther = 14,
    Raw = 101,
    Loop = 108,
    LinuxCooked = 113,
    RawIpv4 = 228,
    RawIpv6 = 229,
    LinuxCooked2 = 276
};

constexpr quint16 TypeIpv4 = 0x0800;
constexpr quint16 TypeIpv6 = 0x86dd;
constexpr quint8 ProtocolTcp = 6;
constexpr int MostTags = 3;
constexpr int MostExtensions = 8;

quint16 word(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

/// Both addresses, and what is behind the IP header.
struct IpPacket
{
    std::array<quint8, 16> source {};
    std::array<quint8, 16> destination {};
    QByteArrayView content;
    qint64 contentSize = 0;
};

QByteArrayView behindTags(QByteArrayView frame, qsizetype typeAt)
{
    for (int i = 0; i < MostTags && frame.size() >= typeAt + 2; ++i) {
        const quint16 type = word(frame, typeAt);
        if (type == TypeIpv4 || type == TypeIpv6)
            return frame.sliced(typeAt + 2);
        // IEEE 802.1Q, 802.1ad
        if (type != 0x8100 && type != 0x88a8)
            break;
        typeAt += 4;
    }
    return {};
}

/// What the frame carries, if that can be IP; its first four bits tell the version.
QByteArrayView ipIn(const CaptureItem &packet)
{
    const QByteArrayView frame = packet.bytes;
    const auto behind = [&](qsizetype size) { return frame.sliced(std::min(size, frame.size())); };
    switch (packet.linkType) {
    case Null:
    case Loop:
        return behind(4); // a protocol family, whose numbers differ between systems
    case Ethernet:
        return behindTags(frame, 12);
    case LinuxCooked:
        return behindTags(frame, 14);
    case LinuxCooked2:
        return frame.size() >= 20 && (word(frame, 0) == TypeIpv4 || word(frame, 0) == TypeIpv6)
            ? frame.sliced(20)
            : QByteArrayView();
    case RawBsd:
    case RawOther:
    case Raw:
    case RawIpv4:
    case RawIpv6:
        return frame;
    default:
        return {};
    }
}

std::optional<IpPacket> readIpv4(QByteArrayView ip)
{
    const qsizetype headSize = (quint8(ip[0]) & 0x0f) * 4;
    if (ip.size() < 20 || headSize < 20 || ip.size() < headSize || quint8(ip[9]) != ProtocolTcp
        || (word(ip, 6) & 0x3fff) != 0) // a fragment
        return std::nullopt;
    IpPacket packet;
    for (auto *address : {&packet.source, &packet.destination})
        (*address)[10] = (*address)[11] = 0xff;
    std::copy_n(ip.data() + 12, 4, packet.source.begin() + 12);
    std::copy_n(ip.data() + 16, 4, packet.destination.begin() + 12);
    const qsizetype length = word(ip, 2);
    packet.content = ip.sliced(headSize);
    // 0 where the network card cuts a long segment for the system.
    packet.contentSize = length == 0 ? packet.content.size() : length - headSize;
    return packet;
}

std::optional<IpPacket> readIpv6(QByteArrayView ip)
{
    if (ip.size() < 40)
        return std::nullopt;
    IpPacket packet;
    std::copy_n(ip.data() + 8, 16, packet.source.begin());
    std::copy_n(ip.data() + 24, 16, packet.destination.begin());
    quint8 next = quint8(ip[6]);
    packet.content = ip.sliced(40);
    packet.contentSize = word(ip, 4) == 0 ? packet.content.size() : word(ip, 4);
    // RFC 8200, 4: hop-by-hop options, routing, destination options
    for (int i = 0; i < MostExtensions && (next == 0 || next == 43 || next == 60); ++i) {
        if (packet.content.size() < 8)
            return std::nullopt;
        const qsizetype size = (quint8(packet.content[1]) + 1) * 8;
        if (packet.content.size() < size)
            return std::nullopt;
        next = quint8(packet.content[0]);
        packet.content = packet.content.sliced(size);
        packet.contentSize -= size;
    }
    return next == ProtocolTcp ? std::optional(packet) : std::nullopt;
}

} // namespace

std::optional<CapturedSegment> segmentIn(const CaptureItem &packet)
{
    const QByteArrayView ip = ipIn(packet);
    if (ip.isEmpty())
        return std::nullopt;
    const int version = quint8(ip[0]) >> 4;
    const std::optional<IpPacket> content = version == 4 ? readIpv4(ip)
        : version == 6                                   ? readIpv6(ip)
                                                         : std::nullopt;
    if (!content)
        return std::nullopt;
    const QByteArrayView tcp = content->content;
    if (tcp.size() < 20)
        return std::nullopt;
    const qsizetype headSize = (quint8(tcp[12]) >> 4) * 4;
    if (headSize < 20 || tcp.size() < headSize || content->contentSize < headSize)
        return std::nullopt;
    CapturedSegment segment;
    segment.source = {content->source, word(tcp, 0)};
    segment.destination = {content->destination, word(tcp, 2)};
    segment.sequence = qFromBigEndian<quint32>(tcp.data() + 4);
    segment.acknowledgement = qFromBigEndian<quint32>(tcp.data() + 8);
    segment.flags = TcpFlag(quint8(tcp[13]));
    segment.payloadSize = content->contentSize - headSize;
    // Behind it may stand what fills an Ethernet frame.
    segment.payload = tcp.sliced(headSize, std::min<qint64>(tcp.size() - headSize, segment.payloadSize));
    return segment;
}

} // namespace wiretale
