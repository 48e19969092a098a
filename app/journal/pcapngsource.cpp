// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/pcapngsource.h"

#include "app/journal/pcapngblocks.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr quint32 SectionHeader = 0x0A0D0D0A;
constexpr quint32 InterfaceBlock = 1;
constexpr quint32 OldPacket = 2;
constexpr quint32 SimplePacket = 3;
constexpr quint32 NameResolution = 4;
constexpr quint32 EnhancedPacket = 6;
constexpr quint32 ByteOrderMagic = 0x1A2B3C4D;
constexpr qsizetype BlockHead = 8;
constexpr qsizetype SmallestBlock = 12;
constexpr quint16 TimeResolution = 9;
constexpr quint16 TimeOffset = 14;
constexpr quint16 NameRecordIpv4 = 1;
constexpr quint16 NameRecordIpv6 = 2;
// Nobody has so many; each packet may name one.
constexpr size_t MostInterfaces = 65'536;

constexpr qsizetype padded(qsizetype size) noexcept
{
    return (size + 3) / 4 * 4;
}

} // namespace

bool PcapngSource::isMeant(QByteArrayView magic) noexcept
{
    return magic.size() >= 4 && qFromBigEndian<quint32>(magic.data()) == SectionHeader;
}

PcapngSource::PcapngSource(std::unique_ptr<QFile> file)
    : CaptureSource(std::move(file))
{
    // The first section's note tells whose capture it is.
    const qint64 length = blockLength();
    if (length > 0) {
        const QByteArrayView block = peek(length);
        if (block.size() == length && readSection(block.sliced(BlockHead, length - SmallestBlock)))
            m_sectionNote = noteIn(block.sliced(BlockHead + 16, length - SmallestBlock - 16)).toByteArray();
    }
}

template <typename Number>
Number PcapngSource::number(QByteArrayView bytes, qsizetype at) const noexcept
{
    return m_isBig ? qFromBigEndian<Number>(bytes.data() + at) : qFromLittleEndian<Number>(bytes.data() + at);
}

qint64 PcapngSource::blockLength()
{
    const QByteArrayView head = peek(SmallestBlock);
    if (head.isEmpty()) {
        stop(State::End);
        return 0;
    }
    if (head.size() < SmallestBlock) {
        stop(State::Torn);
        return 0;
    }
    // A section may have a byte order of its own; its type reads the same in both.
    if (qFromLittleEndian<quint32>(head.data()) == SectionHeader)
        m_isBig = qFromBigEndian<quint32>(head.data() + BlockHead) == ByteOrderMagic;
    const qint64 length = number<quint32>(head, pcapng::LengthAt);
    if (length < SmallestBlock || length % 4 != 0 || length > LongestBlock) {
        stop(State::Damaged);
        return 0;
    }
    return length;
}

bool PcapngSource::next(CaptureItem &item)
{
    while (state() == State::Whole) {
        if (!m_names.empty()) {
            item = {};
            item.kind = CaptureItem::Kind::Name;
            item.offset = position();
            item.end = position() + m_toSkip;
            item.bytes = m_names.back().address;
            item.name = m_names.back().name;
            m_names.pop_back();
            return true;
        }
        skip(std::exchange(m_toSkip, 0));
        const qint64 length = blockLength();
        if (length == 0)
            return false;
        const QByteArrayView block = peek(length);
        if (block.size() < length)
            return stop(State::Torn);
        if (number<quint32>(block, length - 4) != quint32(length))
            return stop(State::Damaged);
        const QByteArrayView body = block.sliced(BlockHead, length - SmallestBlock);
        item = {};
        item.offset = position();
        item.end = position() + length;
        bool isGood = true;
        bool isItem = false;
        switch (number<quint32>(block, 0)) {
        case SectionHeader:
            isGood = readSection(body);
            break;
        case InterfaceBlock:
            isGood = readInterface(body);
            break;
        case EnhancedPacket:
            isGood = isItem = readPacket(body, item);
            break;
        case OldPacket:
            isGood = isItem = readOldPacket(body, item);
            break;
        case SimplePacket:
            isGood = isItem = readSimplePacket(body, item);
            break;
        case NameResolution:
            isGood = readNames(body, item);
            isItem = !item.note.isEmpty();
            break;
        default:
            break;
        }
        if (!isGood)
            return stop(State::Damaged);
        m_toSkip = length;
        if (isItem)
            m_names.clear(); // a block of ours carries one or the other
        if (m_names.empty())
            skip(std::exchange(m_toSkip, 0));
        if (isItem)
            return true;
    }
    return false;
}

bool PcapngSource::readSection(QByteArrayView body)
{
    if (body.size() < 16 || number<quint32>(body, 0) != ByteOrderMagic || number<quint16>(body, 4) != 1)
        return false;
    m_interfaces.clear();
    return true;
}

bool PcapngSource::readInterface(QByteArrayView body)
{
    if (body.size() < 8 || m_interfaces.size() >= MostInterfaces)
        return false;
    Interface interface;
    interface.linkType = number<quint16>(body, 0);
    interface.snapLength = number<quint32>(body, 4);
    visitOptions(body.sliced(8), [&](quint16 code, QByteArrayView value) {
        if (code == TimeResolution && !value.isEmpty())
            interface.resolution = quint8(value[0]);
        else if (code == TimeOffset && value.size() == 8)
            interface.offsetSeconds = number<qint64>(value, 0);
    });
    m_interfaces.push_back(interface);
    return true;
}

bool PcapngSource::takePacket(QByteArrayView body, qsizetype at, quint32 interface, CaptureItem &item)
{
    if (interface >= m_interfaces.size())
        return false;
    const quint64 ticks = quint64(number<quint32>(body, at)) << 32 | number<quint32>(body, at + 4);
    const qint64 length = number<quint32>(body, at + 8);
    const qsizetype begin = at + 16;
    if (length > body.size() - begin)
        return false;
    item.stampNs = stampOf(m_interfaces[interface], ticks);
    item.linkType = m_interfaces[interface].linkType;
    item.originalSize = number<quint32>(body, at + 12);
    item.bytes = body.sliced(begin, length);
    const qsizetype optionsAt = begin + padded(length);
    if (optionsAt < body.size())
        item.note = noteIn(body.sliced(optionsAt));
    return true;
}

bool PcapngSource::readPacket(QByteArrayView body, CaptureItem &item)
{
    return body.size() >= 20 && takePacket(body, 4, number<quint32>(body, 0), item);
}

bool PcapngSource::readOldPacket(QByteArrayView body, CaptureItem &item)
{
    return body.size() >= 20 && takePacket(body, 4, number<quint16>(body, 0), item);
}

bool PcapngSource::readSimplePacket(QByteArrayView body, CaptureItem &item)
{
    if (body.size() < 4 || m_interfaces.empty())
        return false;
    const Interface &interface = m_interfaces.front();
    item.linkType = interface.linkType;
    item.originalSize = number<quint32>(body, 0);
    qint64 length = std::min<qint64>(item.originalSize, body.size() - 4);
    if (interface.snapLength > 0)
        length = std::min<qint64>(length, interface.snapLength);
    item.bytes = body.sliced(4, length);
    return true;
}

bool PcapngSource::readNames(QByteArrayView body, CaptureItem &item)
{
    m_names.clear();
    qsizetype at = 0;
    while (at + 4 <= body.size()) {
        const auto type = number<quint16>(body, at);
        const qsizetype length = number<quint16>(body, at + 2);
        at += 4;
        if (type == 0)
            break;
        if (length > body.size() - at)
            return false;
        const qsizetype addressSize = type == NameRecordIpv4 ? 4 : type == NameRecordIpv6 ? 16 : length;
        if (addressSize < length) {
            const QByteArrayView names = body.sliced(at + addressSize, length - addressSize);
            const qsizetype end = names.indexOf('\0');
            m_names.push_back({body.sliced(at, addressSize), names.first(end < 0 ? names.size() : end)});
        }
        at += padded(length);
    }
    if (at < body.size())
        item.note = noteIn(body.sliced(at));
    item.kind = CaptureItem::Kind::Note;
    std::reverse(m_names.begin(), m_names.end());
    return true;
}

template <typename Visit>
void PcapngSource::visitOptions(QByteArrayView options, Visit visit) const
{
    qsizetype at = 0;
    while (at + 4 <= options.size()) {
        const auto code = number<quint16>(options, at);
        const qsizetype length = number<quint16>(options, at + 2);
        at += 4;
        if (code == 0 || length > options.size() - at)
            return;
        visit(code, options.sliced(at, length));
        at += padded(length);
    }
}

QByteArrayView PcapngSource::noteIn(QByteArrayView options) const
{
    QByteArrayView note;
    visitOptions(options, [&](quint16 code, QByteArrayView value) {
        if (code == pcapng::NoteOption && value.size() > 4
            && number<quint32>(value, 0) == pcapng::NoteEnterprise)
            note = value.sliced(4);
    });
    return note;
}

qint64 PcapngSource::stampOf(const Interface &interface, quint64 ticks) const noexcept
{
    const int exponent = interface.resolution & 0x7f;
    const bool isBinary = (interface.resolution & 0x80) != 0;
    const quint64 offsetNs = quint64(interface.offsetSeconds) * 1'000'000'000U;
    if (!isBinary && exponent <= 9) {
        quint64 scale = 1;
        for (int i = exponent; i < 9; ++i)
            scale *= 10;
        return qint64(ticks * scale + offsetNs);
    }
    const double seconds = double(ticks) / (isBinary ? std::exp2(exponent) : std::pow(10.0, exponent));
    // A nonsense of a resolution must not become undefined behaviour.
    constexpr double MostSeconds = 9e9;
    return qint64(quint64(std::min(seconds, MostSeconds) * 1e9) + offsetNs);
}

} // namespace wiretale
