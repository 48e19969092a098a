// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// Makes captures as other programs write them (pcap), packet by packet. One client, one server.
class PcapWriter
{
public:
    enum class Link
    {
        Null,
        Ethernet,
        Vlan,
        Raw,
        Loop,
        Cooked,
        Cooked2
    };
    enum class Ip
    {
        V4,
        V6,
        V6WithOptions
    };
    struct Format
    {
        Link link = Link::Ethernet;
        Ip ip = Ip::V4;
        bool isBig = false; ///< byte order of the file
        bool isNanoseconds = false;
    };

    static constexpr quint8 Fin = 0x01;
    static constexpr quint8 Syn = 0x02;
    static constexpr quint8 Rst = 0x04;
    static constexpr quint8 Ack = 0x10;

    PcapWriter();
    explicit PcapWriter(Format format);

    /// A segment of the connection whose client has this port; both sides count their bytes from `first`.
    /// `at`: offset in the sender's stream, -1 its SYN; `acknowledged`: how many bytes of the other's.
    void segment(bool fromClient, qint64 at, const QByteArray &payload, qint64 acknowledged = 0,
                 quint8 flags = Ack);
    void handshake();
    /// What is no TCP.
    void noise();

    quint16 clientPort = 40'000;
    quint32 first = 1000;
    qint64 stampNs = 1'795'176'000'000'000'000;

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    void packet(const QByteArray &ip);
    [[nodiscard]] QByteArray framed(const QByteArray &ip) const;
    void number(quint32 value);

    Format m_format;
    QByteArray m_bytes;
};
