// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/packetbuilder.h"

#include <QtEndian>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype IpSize = 20;
constexpr qsizetype IpChecksumAt = 10;
constexpr qsizetype SourceAddressAt = 12;
constexpr qsizetype DestinationAddressAt = 16;
constexpr qsizetype SourcePortAt = IpSize;
constexpr qsizetype DestinationPortAt = IpSize + 2;
constexpr qsizetype TcpChecksumAt = IpSize + 16;
constexpr quint8 ProtocolTcp = 6;

template <typename Number>
void put(char *at, Number number) noexcept
{
    qToBigEndian(number, at);
}

/// RFC 1071: the sum of 16-bit words, carries not folded yet; an odd last byte is followed by a zero.
quint64 sumOfWords(const char *bytes, qsizetype size) noexcept
{
    quint64 sum = 0;
    qsizetype at = 0;
    for (; at + 1 < size; at += 2)
        sum += qFromBigEndian<quint16>(bytes + at);
    if (at < size)
        sum += quint64(quint8(bytes[at])) << 8;
    return sum;
}

quint16 folded(quint64 sum) noexcept
{
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(sum);
}

quint64 wordsOf(quint32 address) noexcept
{
    return (address >> 16) + (address & 0xffff);
}

/// RFC 1624, equation 3, for words that were zero before.
void mendChecksum(char *at, quint64 added) noexcept
{
    const auto old = quint16(~qFromBigEndian<quint16>(at));
    put(at, quint16(~folded(old + added)));
}

} // namespace

PacketHeader::PacketHeader(const Segment &segment, Endpoint client, Endpoint server, quint16 identification)
{
    const bool fromClient = segment.direction == Direction::ClientToServer;
    const Endpoint source = fromClient ? client : server;
    const Endpoint destination = fromClient ? server : client;
    const bool isSyn = hasFlag(segment.flags, TcpFlag::Syn);
    m_size = isSyn ? PlainSize + 8 : PlainSize;
    const qsizetype length = m_size + segment.payload.size();
    Q_ASSERT_X(length <= 65535, "PacketHeader", "the segment is too long for an IPv4 packet");

    char *ip = m_bytes.data();
    ip[0] = 0x45; // version 4, five words of header
    put(ip + 2, quint16(length));
    put(ip + 4, identification);
    put(ip + 6, quint16(0x4000)); // do not fragment
    ip[8] = 64; // time to live
    ip[9] = ProtocolTcp;
    put(ip + SourceAddressAt, source.address);
    put(ip + DestinationAddressAt, destination.address);
    put(ip + IpChecksumAt, quint16(~folded(sumOfWords(ip, IpSize))));

    char *tcp = ip + IpSize;
    const qsizetype tcpSize = m_size - IpSize;
    put(ip + SourcePortAt, source.port);
    put(ip + DestinationPortAt, destination.port);
    put(tcp + 4, segment.sequence);
    put(tcp + 8, hasFlag(segment.flags, TcpFlag::Ack) ? segment.acknowledgement : 0U);
    tcp[12] = char(tcpSize / 4 << 4);
    tcp[13] = char(segment.flags);
    put(tcp + 14, hasFlag(segment.flags, TcpFlag::Rst) ? quint16(0) : quint16(65535));
    if (isSyn) {
        const auto segmentSize = quint16(Segment::LongestPayload);
        const std::array<char, 8> options {2, 4, char(segmentSize >> 8), char(segmentSize & 0xff), 1, 3,
                                           3, 14};
        std::copy(options.begin(), options.end(), tcp + 20);
    }
    const quint64 pseudoHeader
        = wordsOf(source.address) + wordsOf(destination.address) + ProtocolTcp + quint64(length - IpSize);
    put(ip + TcpChecksumAt,
        quint16(~folded(pseudoHeader + sumOfWords(tcp, tcpSize)
                        + sumOfWords(segment.payload.data(), segment.payload.size()))));
}

void setClientEndpoint(char *packet, Direction direction, Endpoint client) noexcept
{
    const bool fromClient = direction == Direction::ClientToServer;
    put(packet + (fromClient ? SourceAddressAt : DestinationAddressAt), client.address);
    put(packet + (fromClient ? SourcePortAt : DestinationPortAt), client.port);
    mendChecksum(packet + IpChecksumAt, wordsOf(client.address));
    mendChecksum(packet + TcpChecksumAt, wordsOf(client.address) + client.port);
}

} // namespace wiretale
