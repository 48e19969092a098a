// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/ippacket.h"

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

// TCP, and what may stand before it: RFC 8200, 4, and the registry of what else does.
enum Header : quint8
{
    HopByHop = 0,
    Tcp = 6,
    Routing = 43,
    Fragment = 44,
    Authentication = 51,
    DestinationOptions = 60,
    Mobility = 135,
    HostIdentity = 139,
    Shim6 = 140
};

constexpr quint16 TypeIpv4 = 0x0800;
constexpr quint16 TypeIpv6 = 0x86dd;
constexpr qsizetype Cooked2Size = 20;
constexpr qsizetype FragmentHeaderSize = 8;
constexpr int MostTags = 4;
constexpr int MostExtensions = 16;

quint16 word(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

bool isIp(quint16 type) noexcept
{
    return type == TypeIpv4 || type == TypeIpv6;
}

// IEEE 802.1Q, 802.1ad, and what stood for the latter before it.
bool isTag(quint16 type) noexcept
{
    return type == 0x8100 || type == 0x88a8 || type == 0x9100;
}

QByteArrayView behindTags(QByteArrayView frame, qsizetype typeAt)
{
    for (int i = 0; i <= MostTags && frame.size() >= typeAt + 2; ++i, typeAt += 4) {
        const quint16 type = word(frame, typeAt);
        if (isIp(type))
            return frame.sliced(typeAt + 2);
        if (!isTag(type))
            break;
    }
    return {};
}

QByteArrayView behindCooked2(QByteArrayView frame)
{
    if (frame.size() < Cooked2Size)
        return {};
    const quint16 type = word(frame, 0);
    const QByteArrayView content = frame.sliced(Cooked2Size);
    // The rest of a tag stands in front of the content.
    return isIp(type) ? content : isTag(type) ? behindTags(content, 2) : QByteArrayView();
}

std::optional<IpPacket> readIpv4(QByteArrayView ip)
{
    if (ip.size() < 20)
        return std::nullopt;
    const qsizetype headSize = (quint8(ip[0]) & 0x0f) * 4;
    if (headSize < 20 || ip.size() < headSize)
        return std::nullopt;
    IpPacket packet;
    for (IpPacket::Address *address : {&packet.source, &packet.destination})
        (*address)[10] = (*address)[11] = 0xff;
    std::copy_n(ip.data() + 12, 4, packet.source.begin() + 12);
    std::copy_n(ip.data() + 16, 4, packet.destination.begin() + 12);
    const qsizetype length = word(ip, 2);
    packet.protocol = quint8(ip[9]);
    packet.content = ip.sliced(headSize);
    // 0 where the network card cuts a long segment for the system.
    packet.contentSize = length == 0 ? packet.content.size() : length - headSize;
    packet.id = word(ip, 4);
    packet.hasMore = (word(ip, 6) & 0x2000) != 0;
    packet.offset = qint64(word(ip, 6) & 0x1fff) * 8;
    return packet;
}

std::optional<IpPacket> readIpv6(QByteArrayView ip)
{
    if (ip.size() < 40)
        return std::nullopt;
    IpPacket packet;
    packet.isVersion6 = true;
    std::copy_n(ip.data() + 8, 16, packet.source.begin());
    std::copy_n(ip.data() + 24, 16, packet.destination.begin());
    packet.protocol = quint8(ip[6]);
    packet.content = ip.sliced(40);
    packet.contentSize = word(ip, 4) == 0 ? packet.content.size() : word(ip, 4);
    return passExtensions(packet) ? std::optional(packet) : std::nullopt;
}

// Its length; 0 when the header is none of those that are passed over.
qsizetype extensionSize(quint8 header, QByteArrayView bytes)
{
    switch (header) {
    case HopByHop:
    case Routing:
    case DestinationOptions:
    case Mobility:
    case HostIdentity:
    case Shim6:
        return (quint8(bytes[1]) + 1) * 8;
    case Authentication: // RFC 4302, 2.2
        return (quint8(bytes[1]) + 2) * 4;
    case Fragment:
        return FragmentHeaderSize;
    default:
        return 0;
    }
}

} // namespace

bool mayHoldTcp(const IpPacket &packet) noexcept
{
    switch (packet.protocol) {
    case Tcp:
        return true;
    case HopByHop:
    case Routing:
    case Fragment:
    case Authentication:
    case DestinationOptions:
    case Mobility:
    case HostIdentity:
    case Shim6:
        return packet.isVersion6;
    default:
        return false;
    }
}

bool passExtensions(IpPacket &packet)
{
    for (int i = 0; i < MostExtensions && packet.content.size() >= FragmentHeaderSize; ++i) {
        const qsizetype size = extensionSize(packet.protocol, packet.content);
        if (size == 0)
            break;
        if (packet.content.size() < size || packet.contentSize < size)
            return false;
        const bool isFragment = packet.protocol == Fragment;
        if (isFragment) {
            packet.hasMore = (word(packet.content, 2) & 1) != 0;
            packet.offset = word(packet.content, 2) & 0xfff8;
            packet.id = qFromBigEndian<quint32>(packet.content.data() + 4);
        }
        packet.protocol = quint8(packet.content[0]);
        packet.content = packet.content.sliced(size);
        packet.contentSize -= size;
        // What follows is a part of the whole packet's chain.
        if (isFragment && packet.isFragment())
            break;
    }
    return true;
}

QByteArrayView ipBytesIn(const CaptureItem &item)
{
    const QByteArrayView frame = item.bytes;
    switch (item.linkType) {
    case Null:
    case Loop:
        // A protocol family comes first, whose numbers differ between systems.
        return frame.sliced(std::min<qsizetype>(4, frame.size()));
    case Ethernet:
        return behindTags(frame, 12);
    case LinuxCooked:
        return behindTags(frame, 14);
    case LinuxCooked2:
        return behindCooked2(frame);
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

std::optional<IpPacket> ipPacketIn(const CaptureItem &frame)
{
    const QByteArrayView ip = ipBytesIn(frame);
    if (ip.isEmpty())
        return std::nullopt;
    // Its first four bits tell the version, whatever the frame says.
    switch (quint8(ip[0]) >> 4) {
    case 4:
        return readIpv4(ip);
    case 6:
        return readIpv6(ip);
    default:
        return std::nullopt;
    }
}

CookedWay cookedWayOf(const CaptureItem &item)
{
    constexpr int ToUs = 0; // PACKET_HOST and PACKET_OUTGOING of Linux
    constexpr int FromUs = 4;
    int type = -1;
    if (item.linkType == LinuxCooked && item.bytes.size() >= 2)
        type = word(item.bytes, 0);
    else if (item.linkType == LinuxCooked2 && item.bytes.size() >= Cooked2Size)
        type = quint8(item.bytes[10]);
    return type == ToUs ? CookedWay::In : type == FromUs ? CookedWay::Out : CookedWay::Unknown;
}

} // namespace wiretale
