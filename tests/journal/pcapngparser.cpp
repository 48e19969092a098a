// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/pcapngparser.h"

#include <QFile>

namespace {

quint32 little(const QByteArray &bytes, qsizetype at, int size)
{
    quint32 value = 0;
    for (int i = size - 1; i >= 0; --i)
        value = value << 8 | quint8(bytes.at(at + i));
    return value;
}

quint32 big(const QByteArray &bytes, qsizetype at, int size)
{
    quint32 value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | quint8(bytes.at(at + i));
    return value;
}

qsizetype padded(qsizetype size)
{
    return (size + 3) / 4 * 4;
}

/// True when the 16-bit words add up to all ones.
bool addsUp(const QByteArray &bytes)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        sum += i + 1 < bytes.size() ? big(bytes, i, 2) : big(bytes, i, 1) << 8;
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return sum == 0xffff;
}

QByteArray addressAt(const QByteArray &bytes, qsizetype at)
{
    QByteArrayList parts;
    for (qsizetype i = 0; i < 4; ++i)
        parts.append(QByteArray::number(quint8(bytes.at(at + i))));
    return parts.join('.');
}

QByteArray parseOptions(const QByteArray &body, qsizetype at, QMap<quint16, QByteArray> &options)
{
    while (at + 4 <= body.size()) {
        const quint32 code = little(body, at, 2);
        const qsizetype length = little(body, at + 2, 2);
        if (code == 0)
            return at + 4 == body.size() ? QByteArray() : "bytes after the end of options";
        options.insert(quint16(code), body.mid(at + 4, length));
        at += 4 + padded(length);
    }
    return "options without an end";
}

QByteArray parsePacket(const QByteArray &body, PcapngFile::Packet &packet)
{
    const quint32 length = little(body, 12, 4);
    if (little(body, 0, 4) != 0 || length != little(body, 16, 4) || 20 + padded(length) > body.size())
        return "bad packet block";
    packet.stampNs = qint64(quint64(little(body, 4, 4)) << 32 | little(body, 8, 4));
    QMap<quint16, QByteArray> options;
    if (const QByteArray fault = parseOptions(body, 20 + padded(length), options); !fault.isEmpty())
        return fault;
    packet.comment = options.value(1);
    packet.direction = little(options.value(2, QByteArray(4, '\0')), 0, 4);

    const QByteArray ip = body.mid(20, length);
    if (ip.size() < 40 || ip.at(0) != 0x45 || big(ip, 2, 2) != length || ip.at(9) != 6)
        return "bad IPv4 header";
    const QByteArray tcp = ip.mid(20);
    packet.source = addressAt(ip, 12) + ':' + QByteArray::number(big(tcp, 0, 2));
    packet.destination = addressAt(ip, 16) + ':' + QByteArray::number(big(tcp, 2, 2));
    packet.sequence = big(tcp, 4, 4);
    packet.acknowledgement = big(tcp, 8, 4);
    packet.flags = quint8(tcp.at(13));
    packet.window = quint16(big(tcp, 14, 2));
    packet.payload = tcp.mid((quint8(tcp.at(12)) >> 4) * 4);
    QByteArray pseudoHeader = ip.mid(12, 8) + '\0' + '\6';
    pseudoHeader += char(tcp.size() >> 8);
    pseudoHeader += char(tcp.size() & 0xff);
    packet.hasGoodChecksums = addsUp(ip.first(20)) && addsUp(pseudoHeader + tcp);
    return {};
}

QByteArray parseBlock(quint32 type, const QByteArray &body, qint64 offset, PcapngFile &file)
{
    if ((offset == 0) != (type == 0x0A0D0D0A))
        return "not exactly one section";
    switch (type) {
    case 0x0A0D0D0A:
        if (little(body, 0, 4) != 0x1A2B3C4D || little(body, 4, 4) != 1)
            return "bad section header";
        return parseOptions(body, 16, file.sectionOptions);
    case 1:
        file.linkType = quint16(little(body, 0, 2));
        return parseOptions(body, 8, file.interfaceOptions);
    case 4: {
        if (little(body, 0, 4) == 0) {
            QMap<quint16, QByteArray> options;
            return parseOptions(body, 4, options);
        }
        const qsizetype length = little(body, 2, 2);
        if (little(body, 0, 2) != 1 || body.at(4 + length - 1) != '\0'
            || little(body, 4 + padded(length), 4) != 0)
            return "bad name resolution block";
        file.names.insert(addressAt(body, 4), body.mid(8, length - 5));
        return {};
    }
    case 6: {
        PcapngFile::Packet packet;
        packet.offset = offset;
        const QByteArray fault = parsePacket(body, packet);
        file.packets.append(packet);
        return fault;
    }
    default:
        return "unknown block";
    }
}

} // namespace

PcapngFile PcapngFile::parse(const QByteArray &bytes)
{
    PcapngFile file;
    qsizetype at = 0;
    while (at < bytes.size() && file.fault.isEmpty()) {
        const qsizetype length = at + 12 <= bytes.size() ? little(bytes, at + 4, 4) : 0;
        if (length < 12 || length % 4 != 0 || at + length > bytes.size()
            || little(bytes, at + length - 4, 4) != length) {
            file.fault = "a block is not whole";
            break;
        }
        file.fault = parseBlock(little(bytes, at, 4), bytes.mid(at + 8, length - 12), at, file);
        at += length;
    }
    return file;
}

PcapngFile PcapngFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        PcapngFile none;
        none.fault = "cannot be opened";
        return none;
    }
    return parse(file.readAll());
}

QList<PcapngFile::Packet> PcapngFile::commented(const QByteArray &comment) const
{
    QList<Packet> result;
    for (const Packet &packet : packets) {
        if (packet.comment == comment)
            result.append(packet);
    }
    return result;
}

QByteArray PcapngFile::stream(const QByteArray &source, const QByteArray &destination) const
{
    QByteArray result;
    quint32 first = 0;
    for (const Packet &packet : packets) {
        if (packet.source != source || packet.destination != destination)
            continue;
        if (packet.flags & 0x02)
            first = packet.sequence + 1;
        if (packet.payload.isEmpty())
            continue;
        if (packet.sequence - first != quint32(result.size()))
            return "out of sequence";
        result += packet.payload;
    }
    return result;
}
