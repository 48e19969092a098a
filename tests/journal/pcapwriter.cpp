// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/pcapwriter.h"

#include <QtEndian>

namespace {

template <typename Number>
QByteArray big(Number value)
{
    const Number inOrder = qToBigEndian(value);
    return {reinterpret_cast<const char *>(&inOrder), qsizetype(sizeof inOrder)};
}

} // namespace

PcapWriter::PcapWriter()
    : PcapWriter(Format {})
{
}

PcapWriter::PcapWriter(Format format)
    : m_format(format)
{
    number(format.isNanoseconds ? 0xA1B23C4D : 0xA1B2C3D4);
    number(format.isBig ? 0x00020004 : 0x00040002); // version 2.4 in two halves
    number(0);
    number(0);
    number(262'144);
    constexpr quint32 LinkTypes[] {0, 1, 1, 101, 108, 113, 276, 113, 276};
    number(LinkTypes[int(format.link)]);
}

void PcapWriter::number(quint32 value)
{
    const quint32 inOrder = m_format.isBig ? qToBigEndian(value) : qToLittleEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&inOrder), sizeof inOrder);
}

QByteArray PcapWriter::framed(const QByteArray &ip, bool isIn) const
{
    const QByteArray type = QByteArray::fromHex(m_format.ip == Ip::V4 ? "0800" : "86dd");
    switch (m_format.link) {
    case Link::Null:
        return QByteArray::fromHex(m_format.ip == Ip::V4 ? "02000000" : "1e000000") + ip;
    case Link::Loop:
        return QByteArray::fromHex(m_format.ip == Ip::V4 ? "00000002" : "0000001e") + ip;
    case Link::Ethernet:
        // Short frames are filled up.
        return (QByteArray(12, '\x02') + type + ip).leftJustified(60, '\0');
    case Link::Vlan:
        return QByteArray(12, '\x02')
            + QByteArray::fromHex("88a80001"
                                  "81000002")
            + type + ip;
    case Link::Cooked:
        return big(quint16(isIn ? 0 : 4)) + QByteArray(12, '\0') + type + ip;
    case Link::Cooked2:
        return type + QByteArray(8, '\0') + (isIn ? '\0' : '\4') + QByteArray(9, '\0') + ip;
    case Link::CookedVlan:
        return big(quint16(isIn ? 0 : 4)) + QByteArray(12, '\0') + QByteArray::fromHex("81000002") + type
            + ip;
    case Link::Cooked2Vlan:
        return QByteArray::fromHex("8100") + QByteArray(18, '\0') + QByteArray::fromHex("0002") + type + ip;
    case Link::Raw:
        break;
    }
    return ip;
}

void PcapWriter::packet(const QByteArray &ip)
{
    if (isTwice)
        frame(framed(ip, false));
    frame(framed(ip, true));
    stampNs += 1'000'000;
}

void PcapWriter::frame(const QByteArray &bytes)
{
    number(quint32(stampNs / 1'000'000'000));
    number(quint32(stampNs % 1'000'000'000 / (m_format.isNanoseconds ? 1 : 1000)));
    number(quint32(bytes.size()));
    number(quint32(bytes.size()));
    m_bytes += bytes;
}

void PcapWriter::noise()
{
    packet(QByteArray::fromHex("4500001c000100004011000001020304010203050035003500080000"));
}

void PcapWriter::segment(bool fromClient, qint64 at, const QByteArray &payload, qint64 acknowledged,
                         quint8 flags)
{
    constexpr quint16 ServerPort = 8080;
    QByteArray tcp = big(fromClient ? clientPort : ServerPort) + big(fromClient ? ServerPort : clientPort)
        + big(quint32(first + 1 + quint32(at))) + big(quint32(first + 1 + quint32(acknowledged)));
    tcp += char(8 << 4); // twelve bytes of options
    tcp += char(flags);
    tcp += QByteArray(4 + 2 + 12, '\1');
    tcp = tcp.first(32) + payload;
    ++m_id;
    if (fragmentSize == 0) {
        packet(ip(fromClient, tcp, 0, false));
        return;
    }
    QList<QByteArray> fragments;
    for (qsizetype begin = 0; begin < tcp.size(); begin += fragmentSize) {
        fragments << ip(fromClient, tcp.mid(begin, fragmentSize), begin, begin + fragmentSize < tcp.size());
    }
    if (arrange)
        arrange(fragments);
    for (const QByteArray &fragment : std::as_const(fragments))
        packet(fragment);
}

QByteArray PcapWriter::ip(bool fromClient, const QByteArray &content, qsizetype offset, bool hasMore) const
{
    const char client = 1;
    const char server = 2;
    const char source = fromClient ? client : server;
    const char destination = fromClient ? server : client;
    if (m_format.ip == Ip::V4) {
        return QByteArray::fromHex("4500") + big(quint16(20 + content.size())) + big(m_id)
            + big(quint16(offset / 8 + (hasMore ? 0x2000 : 0))) + QByteArray::fromHex("4006")
            + QByteArray(2, '\0') + QByteArray::fromHex("0a0000") + source + QByteArray::fromHex("0a0000")
            + destination + content;
    }
    char next = 6;
    QByteArray headers;
    if (m_format.ip == Ip::V6WithOptions) {
        headers = next + QByteArray::fromHex("00010400000000");
        next = 0;
    }
    if (m_format.ip == Ip::V6WithMore) {
        headers = next + QByteArray::fromHex("00000000000000"); // mobility
        headers = '\x87' + QByteArray::fromHex("0400000000000000000000000000000000000000000000") + headers;
        next = 51; // authentication, of 24 bytes
    }
    if (offset > 0 || hasMore || m_format.ip == Ip::V6WithMore) {
        headers = next + QByteArray(1, '\0') + big(quint16(offset + (hasMore ? 1 : 0))) + big(quint32(m_id))
            + (offset > 0 ? QByteArray() : headers);
        next = 44;
    }
    return QByteArray::fromHex("60000000") + big(quint16(headers.size() + content.size())) + next + '\x40'
        + QByteArray(15, '\x20') + source + QByteArray(15, '\x20') + destination + headers + content;
}

void PcapWriter::handshake()
{
    segment(true, -1, {}, -1, Syn);
    segment(false, -1, {}, 0, Syn | Ack);
    segment(true, 0, {}, 0);
}
