// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/pcapsource.h"

#include <QtEndian>

namespace wiretale {

namespace {

constexpr quint32 MagicOfMicroseconds = 0xA1B2C3D4;
constexpr quint32 MagicOfNanoseconds = 0xA1B23C4D;
constexpr qint64 HeaderSize = 24;
constexpr qint64 PacketHeadSize = 16;

bool isMagic(quint32 value) noexcept
{
    return value == MagicOfMicroseconds || value == MagicOfNanoseconds;
}

} // namespace

bool PcapSource::isMeant(QByteArrayView magic) noexcept
{
    return magic.size() >= 4
        && (isMagic(qFromLittleEndian<quint32>(magic.data()))
            || isMagic(qFromBigEndian<quint32>(magic.data())));
}

PcapSource::PcapSource(std::unique_ptr<QFile> file)
    : CaptureSource(std::move(file))
{
}

quint32 PcapSource::number(QByteArrayView bytes, qsizetype at) const noexcept
{
    return m_isBig ? qFromBigEndian<quint32>(bytes.data() + at)
                   : qFromLittleEndian<quint32>(bytes.data() + at);
}

bool PcapSource::readHeader()
{
    const QByteArrayView head = peek(HeaderSize);
    if (head.size() < HeaderSize)
        return stop(State::Torn);
    m_isBig = isMagic(qFromBigEndian<quint32>(head.data()));
    m_nsPerTick = number(head, 0) == MagicOfNanoseconds ? 1 : 1000;
    m_linkType = number(head, 20) & 0xffff; // above it stands the length of a check sum
    skip(HeaderSize);
    m_isRead = true;
    return true;
}

bool PcapSource::next(CaptureItem &item)
{
    if (state() != State::Whole || (!m_isRead && !readHeader()))
        return false;
    const QByteArrayView head = peek(PacketHeadSize);
    if (head.isEmpty())
        return stop(State::End);
    if (head.size() < PacketHeadSize)
        return stop(State::Torn);
    const qint64 length = number(head, 8);
    if (length > LongestBlock)
        return stop(State::Damaged);
    item = {};
    item.stampNs = qint64(number(head, 0)) * 1'000'000'000 + qint64(number(head, 4)) * m_nsPerTick;
    item.originalSize = number(head, 12);
    item.linkType = m_linkType;
    const QByteArrayView whole = peek(PacketHeadSize + length);
    if (whole.size() < PacketHeadSize + length)
        return stop(State::Torn);
    item.offset = position();
    item.bytes = whole.sliced(PacketHeadSize);
    skip(whole.size());
    item.end = position();
    return true;
}

} // namespace wiretale
