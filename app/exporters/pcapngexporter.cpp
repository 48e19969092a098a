// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/pcapngexporter.h"

#include "app/exporters/exportchoice.h"
#include "app/exporters/exportfile.h"
#include "app/journal/trafficlog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

namespace wiretale {

namespace {

// draft-ietf-opsawg-pcapng, 4.3
constexpr quint32 EnhancedPacket = 6;
constexpr qsizetype BlockHeadSize = 8;
constexpr qsizetype CapturedLengthAt = 20;
constexpr qsizetype PacketAt = 28;
constexpr quint16 CommentOption = 1;
constexpr qsizetype IpHeaderSize = 20; // as the capture writes it, without options

quint32 wordAt(QByteArrayView bytes, qsizetype offset)
{
    return bytes.size() < offset + 4 ? 0 : qFromLittleEndian<quint32>(bytes.data() + offset);
}

qsizetype padded(qsizetype size)
{
    return (size + 3) & ~qsizetype(3);
}

/// Both ends of a packet's connection, the same for either direction; empty for what is no packet.
QByteArray endsOf(QByteArrayView block)
{
    constexpr qsizetype AddressesAt = PacketAt + 12;
    if (wordAt(block, 0) != EnhancedPacket || block.size() < PacketAt + IpHeaderSize + 4)
        return {};
    const auto end = [&](qsizetype index) {
        return block.sliced(AddressesAt + 4 * index, 4).toByteArray()
            + block.sliced(PacketAt + IpHeaderSize + 2 * index, 2).toByteArray();
    };
    std::array ends {end(0), end(1)};
    std::ranges::sort(ends);
    return ends[0] + ends[1];
}

/// The record that a packet's comment ("#57 request") names; 0 when it has none.
RecordNumber recordOf(QByteArrayView block)
{
    const qsizetype at = PacketAt + padded(wordAt(block, CapturedLengthAt));
    if (block.size() < at + 5 || qFromLittleEndian<quint16>(block.data() + at) != CommentOption
        || block[at + 4] != '#')
        return 0;
    const qsizetype size = qFromLittleEndian<quint16>(block.data() + at + 2);
    const QByteArrayView comment = block.sliced(at + 4, std::min(size, block.size() - at - 4));
    return comment.sliced(1, std::max<qsizetype>(comment.indexOf(' '), 1) - 1).toByteArray().toUInt();
}

void visitBlocks(const QString &path, const std::function<void(QByteArrayView)> &visit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (;;) {
        QByteArray block = file.read(BlockHeadSize);
        const qint64 rest = qint64(wordAt(block, 4)) - BlockHeadSize;
        if (rest <= 0)
            return;
        block += file.read(rest);
        if (block.size() < rest + BlockHeadSize)
            return;
        visit(block);
    }
}

Result<void> writeChosen(const TrafficLog &log, const RecordSelection &records, const QString &path)
{
    ExportFile file(path);
    if (Result<void> opened = file.open(); !opened)
        return opened;
    const QTemporaryDir folder;
    const QString whole = folder.filePath(QStringLiteral("whole.pcapng"));
    if (Result<void> saved = log.saveCapture(whole); !saved)
        return saved;

    const Journal &journal = log.journal();
    const RecordNumber last = journal.size();
    std::set<ConnectionNumber> connections;
    records.visit(last, [&](RecordNumber number) {
        connections.insert(journal.at(number).connection);
        return true;
    });
    std::set<QByteArray> chosen;
    visitBlocks(whole, [&](QByteArrayView block) {
        const RecordNumber number = recordOf(block);
        if (number != 0 && number <= last && connections.contains(journal.at(number).connection))
            chosen.insert(endsOf(block));
    });
    visitBlocks(whole, [&](QByteArrayView block) {
        const QByteArray ends = endsOf(block);
        if (ends.isEmpty() || chosen.contains(ends))
            file.write(block);
    });
    return file.commit();
}

} // namespace

Result<void> writePcapng(const TrafficLog &log, const QString &path, const ExportChoice &choice)
{
    return choice.records.isAll() ? log.saveCapture(path) : writeChosen(log, choice.records, path);
}

} // namespace wiretale
