// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>

/// A small reader of pcapng files with raw IPv4 and TCP in them. Shares no code with what writes them.
struct PcapngFile
{
    struct Packet
    {
        qint64 offset = 0; ///< of its block in the file
        qint64 stampNs = 0;
        QByteArray source; ///< "10.0.0.1:80"
        QByteArray destination;
        quint32 sequence = 0;
        quint32 acknowledgement = 0;
        quint8 flags = 0;
        quint16 window = 0;
        QByteArray payload;
        QByteArray comment;
        quint32 direction = 0; ///< 1: inbound, 2: outbound
        bool hasGoodChecksums = false;
    };

    QList<Packet> packets;
    QMap<quint16, QByteArray> sectionOptions;
    QMap<quint16, QByteArray> interfaceOptions;
    quint16 linkType = 0;
    QHash<QByteArray, QByteArray> names; ///< by address
    QByteArray fault; ///< what is wrong with the file; empty when nothing is

    static PcapngFile parse(const QByteArray &bytes);
    static PcapngFile read(const QString &path);

    /// The packets whose comment is this.
    [[nodiscard]] QList<Packet> commented(const QByteArray &comment) const;
    /// Payloads of one direction of a TCP connection, put together by sequence numbers.
    [[nodiscard]] QByteArray stream(const QByteArray &source, const QByteArray &destination) const;
};
