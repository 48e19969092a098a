// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/pcapngblocks.h"

#include <QtEndian>

#include <algorithm>

namespace wiretale::pcapng {

namespace {

enum class BlockType : quint32
{
    SectionHeader = 0x0A0D0D0A,
    Interface = 1,
    NameResolution = 4,
    EnhancedPacket = 6
};

enum class Option : quint16
{
    EndOfOptions = 0,
    Comment = 1,
    InterfaceName = 2,
    PacketFlags = 2,
    Application = 4,
    TimeResolution = 9,
    Note = NoteOption
};

constexpr quint32 ByteOrderMagic = 0x1A2B3C4D;
constexpr quint16 LinkTypeRaw = 101;
constexpr quint16 NameRecordIpv4 = 1;
constexpr qsizetype LongestOption = 65535;
constexpr qsizetype BlockEnd = 4;

template <typename Number>
void append(QByteArray &out, Number number)
{
    const Number little = qToLittleEndian(number);
    out.append(reinterpret_cast<const char *>(&little), qsizetype(sizeof little));
}

constexpr qsizetype padded(qsizetype size) noexcept
{
    return (size + 3) / 4 * 4;
}

void pad(QByteArray &out, qsizetype written)
{
    out.append(padded(written) - written, '\0');
}

constexpr qsizetype OptionHead = 4;

/// What it takes in a block; an empty one is not written.
qsizetype optionSize(QByteArrayView value) noexcept
{
    return value.isEmpty() ? 0 : OptionHead + padded(std::min(value.size(), LongestOption));
}

/// Writes into a block whose size is known.
class BlockWriter
{
public:
    explicit BlockWriter(char *at) noexcept
        : m_at(at)
    {
    }
    template <typename Number>
    void put(Number number) noexcept
    {
        qToLittleEndian(number, m_at);
        m_at += sizeof number;
    }
    void put(QByteArrayView bytes) noexcept { m_at = std::copy(bytes.begin(), bytes.end(), m_at); }
    void putComment(QByteArrayView text) noexcept
    {
        if (text.isEmpty())
            return;
        const QByteArrayView value = text.first(std::min(text.size(), LongestOption));
        put(quint16(Option::Comment));
        put(quint16(value.size()));
        put(value);
        pad(value.size());
    }
    /// To a multiple of four, behind `written` bytes.
    void pad(qsizetype written) noexcept { m_at = std::fill_n(m_at, padded(written) - written, '\0'); }

private:
    char *m_at;
};

void appendOption(QByteArray &out, Option option, QByteArrayView value)
{
    const QByteArrayView whole = value.first(std::min(value.size(), LongestOption));
    append(out, quint16(option));
    append(out, quint16(whole.size()));
    out.append(whole);
    pad(out, whole.size());
}

void appendNoteOption(QByteArray &out, QByteArrayView note)
{
    if (note.isEmpty())
        return;
    const qsizetype length = qsizetype(sizeof NoteEnterprise) + note.size();
    append(out, quint16(Option::Note));
    append(out, quint16(length));
    append(out, NoteEnterprise);
    out.append(note);
    pad(out, length);
}

/// Begins a block; its length is not known yet.
qsizetype begin(QByteArray &out, BlockType type)
{
    const qsizetype start = out.size();
    append(out, quint32(type));
    append(out, quint32(0));
    return start;
}

/// Ends it: the length stands in front and at the end.
void finish(QByteArray &out, qsizetype start)
{
    const auto length = quint32(out.size() - start + 4);
    append(out, length);
    qToLittleEndian(length, out.data() + start + LengthAt);
}

} // namespace

void appendSectionHeader(QByteArray &out, QByteArrayView application, QByteArrayView comment,
                         QByteArrayView note)
{
    const qsizetype start = begin(out, BlockType::SectionHeader);
    append(out, ByteOrderMagic);
    append(out, quint16(1));
    append(out, quint16(0));
    append(out, qint64(-1)); // the section's length is not told
    appendOption(out, Option::Comment, comment);
    appendOption(out, Option::Application, application);
    appendNoteOption(out, note);
    appendOption(out, Option::EndOfOptions, {});
    finish(out, start);
}

void appendInterface(QByteArray &out, QByteArrayView name)
{
    const qsizetype start = begin(out, BlockType::Interface);
    append(out, LinkTypeRaw);
    append(out, quint16(0));
    append(out, quint32(0)); // packets are never cut short
    appendOption(out, Option::InterfaceName, name);
    appendOption(out, Option::TimeResolution, QByteArrayView("\x09", 1));
    appendOption(out, Option::EndOfOptions, {});
    finish(out, start);
}

void appendName(QByteArray &out, quint32 address, QByteArrayView name)
{
    constexpr qsizetype LongestName = 255;
    const qsizetype zero = std::find(name.begin(), name.end(), '\0') - name.begin();
    const QByteArrayView value = name.first(std::min(zero, LongestName));
    const qsizetype start = begin(out, BlockType::NameResolution);
    const qsizetype length = qsizetype(sizeof address) + value.size() + 1;
    append(out, NameRecordIpv4);
    append(out, quint16(length));
    const quint32 inNetworkOrder = qToBigEndian(address);
    out.append(reinterpret_cast<const char *>(&inNetworkOrder), qsizetype(sizeof inNetworkOrder));
    out.append(value);
    out.append('\0');
    pad(out, length);
    append(out, quint32(0)); // nrb_record_end
    finish(out, start);
}

void appendNoteBlock(QByteArray &out, QByteArrayView note)
{
    const qsizetype start = begin(out, BlockType::NameResolution);
    append(out, quint32(0)); // nrb_record_end
    appendNoteOption(out, note);
    appendOption(out, Option::EndOfOptions, {});
    finish(out, start);
}

void appendPacket(QByteArray &out, qint64 stampNs, QByteArrayView header, QByteArrayView payload,
                  Direction direction, QByteArrayView comment, QByteArrayView note,
                  std::span<const QByteArray> furtherComments)
{
    constexpr qsizetype FlagsSize = 4;
    const qsizetype length = header.size() + payload.size();
    qsizetype commentSize = optionSize(comment);
    for (const QByteArray &further : furtherComments)
        commentSize += optionSize(further);
    const qsizetype noteLength = qsizetype(sizeof NoteEnterprise) + note.size();
    const qsizetype noteSize = note.isEmpty() ? 0 : OptionHead + padded(noteLength);
    const qsizetype total
        = PacketAt + padded(length) + commentSize + OptionHead + FlagsSize + noteSize + OptionHead + BlockEnd;
    // One step for the whole block: this is done for each message while it is under way.
    const qsizetype start = out.size();
    out.resize(start + total);
    BlockWriter to(out.data() + start);
    to.put(quint32(BlockType::EnhancedPacket));
    to.put(quint32(total));
    to.put(quint32(0)); // the interface
    to.put(quint32(quint64(stampNs) >> 32));
    to.put(quint32(quint64(stampNs) & 0xffffffff));
    to.put(quint32(length));
    to.put(quint32(length));
    to.put(header);
    to.put(payload);
    to.pad(length);
    to.putComment(comment);
    for (const QByteArray &further : furtherComments)
        to.putComment(further);
    to.put(quint16(Option::PacketFlags));
    to.put(quint16(FlagsSize));
    to.put(direction == Direction::ClientToServer ? quint32(1) : quint32(2));
    if (!note.isEmpty()) {
        to.put(quint16(Option::Note));
        to.put(quint16(noteLength));
        to.put(NoteEnterprise);
        to.put(note);
        to.pad(noteLength);
    }
    to.put(quint16(Option::EndOfOptions));
    to.put(quint16(0));
    to.put(quint32(total));
}

} // namespace wiretale::pcapng
