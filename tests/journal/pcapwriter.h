// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

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
        Cooked2,
        CookedVlan,
        Cooked2Vlan
    };
    enum class Ip
    {
        V4,
        V6,
        V6WithOptions,
        V6WithMore ///< an authentication header, mobility, and a fragment's that is none
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
    /// Of Linux's cooked formats: each packet is captured as it leaves and as it comes.
    bool isTwice = false;
    /// Packets go in fragments with so many bytes in each, a multiple of 8; 0: whole.
    qsizetype fragmentSize = 0;
    /// Changes a packet's fragments before they are written.
    std::function<void(QList<QByteArray> &)> arrange;
    qint64 stampNs = 1'795'176'000'000'000'000;

    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    void packet(const QByteArray &ip);
    void frame(const QByteArray &bytes);
    [[nodiscard]] QByteArray framed(const QByteArray &ip, bool isIn) const;
    [[nodiscard]] QByteArray ip(bool fromClient, const QByteArray &content, qsizetype offset,
                                bool hasMore) const;
    void number(quint32 value);

    Format m_format;
    QByteArray m_bytes;
    quint16 m_id = 0;
};
