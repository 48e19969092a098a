// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturenote.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

using Kind = CaptureNote::Kind;

constexpr QByteArrayView Magic = "WT";
// An option holds 65,535 bytes; no message of ours comes near.
constexpr qsizetype LongestNote = 64'000;
// In front of a mark's bytes stand less than so many of numbers.
constexpr qsizetype LongestMarkPart = LongestNote - 50;
// More than a year: what is beyond it was not recorded, and would make a diagram endless.
constexpr qint64 LatestNs = qint64(1) << 55;

void put(QByteArray &out, quint64 number)
{
    while (number >= 0x80) {
        out.append(char(number | 0x80));
        number >>= 7;
    }
    out.append(char(number));
}

void putSigned(QByteArray &out, qint64 number)
{
    put(out, quint64(number) << 1 ^ quint64(number >> 63));
}

void begin(QByteArray &out, Kind kind)
{
    out.append(Magic);
    out.append(char(kind));
}

/// Takes numbers from the front; once one was wrong, all are 0.
class NoteReader
{
public:
    explicit NoteReader(QByteArrayView bytes) noexcept
        : m_rest(bytes)
    {
    }

    quint64 number(quint64 most = ~quint64(0)) noexcept
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_rest.isEmpty())
                break;
            const auto byte = quint8(m_rest.front());
            m_rest = m_rest.sliced(1);
            value |= quint64(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0) {
                m_isGood = m_isGood && value <= most;
                return m_isGood ? value : 0;
            }
        }
        m_isGood = false;
        return 0;
    }
    template <typename Number>
    Number as(quint64 most = std::numeric_limits<Number>::max()) noexcept
    {
        return Number(number(most));
    }
    qint64 signedNumber() noexcept
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    /// A time of the clock.
    qint64 time() noexcept
    {
        const qint64 ns = signedNumber();
        m_isGood = m_isGood && ns >= 0 && ns <= LatestNs;
        return m_isGood ? ns : 0;
    }
    QString text()
    {
        QString result = QString::fromUtf8(m_rest);
        m_rest = {};
        return result;
    }

    QByteArray bytes() { return std::exchange(m_rest, {}).toByteArray(); }

    [[nodiscard]] qsizetype left() const noexcept { return m_rest.size(); }
    [[nodiscard]] bool isGood() const noexcept { return m_isGood; }

private:
    QByteArrayView m_rest;
    bool m_isGood = true;
};

void readDeparted(NoteReader &reader, CaptureNote &note, qint64 wallStartNs)
{
    note.number = reader.as<RecordNumber>();
    Record &record = note.record;
    record.kind = MessageKind(reader.number(quint64(MessageKind::Opaque)));
    record.direction = Direction(reader.number(1));
    record.technique = Technique(reader.number(TechniqueCount - 1));
    record.flags = RecordFlag(reader.as<quint16>());
    record.code = reader.as<quint16>();
    record.eventCount = reader.as<quint16>();
    record.connection = reader.as<ConnectionNumber>();
    record.exchange = reader.as<RecordNumber>();
    record.wireBytes = reader.as<quint32>();
    record.payloadBytes = reader.as<quint32>();
    record.departedNs = reader.time();
    record.wallNs
        = qint64(quint64(wallStartNs) + quint64(record.departedNs) + quint64(reader.signedNumber()));
    qint64 id = 0;
    for (auto count = reader.number(quint64(reader.left())); count > 0 && reader.isGood(); --count) {
        id = qint64(quint64(id) + quint64(reader.signedNumber()));
        note.eventIds.push_back(id);
    }
}

} // namespace

void appendDepartedNote(QByteArray &out, RecordNumber number, const Record &record, qint64 wallStartNs,
                        std::span<const qint64> eventIds)
{
    const qsizetype start = out.size();
    begin(out, Kind::Departed);
    put(out, number);
    put(out, quint64(record.kind));
    put(out, quint64(record.direction));
    put(out, quint64(record.technique));
    put(out, quint64(record.flags));
    put(out, record.code);
    put(out, record.eventCount);
    put(out, record.connection);
    put(out, record.exchange);
    put(out, record.wireBytes);
    put(out, record.payloadBytes);
    putSigned(out, record.departedNs);
    // What others' files tell may be far apart; reading turns the overflow back.
    putSigned(out, qint64(quint64(record.wallNs) - quint64(wallStartNs) - quint64(record.departedNs)));
    constexpr qsizetype LongestId = 10;
    const auto room = size_t((LongestNote - (out.size() - start)) / LongestId);
    eventIds = eventIds.first(std::min(eventIds.size(), room));
    put(out, eventIds.size());
    qint64 last = 0;
    for (const qint64 id : eventIds) {
        putSigned(out, qint64(quint64(id) - quint64(last)));
        last = id;
    }
}

void appendNumberNote(QByteArray &out, Kind kind, RecordNumber number, qint64 atNs)
{
    begin(out, kind);
    put(out, number);
    if (kind == Kind::Arrived)
        putSigned(out, atNs);
}

void appendNote(QByteArray &out, const CaptureNote &note)
{
    const qsizetype start = out.size();
    begin(out, note.kind);
    switch (note.kind) {
    case Kind::Section:
        putSigned(out, note.atNs);
        break;
    case Kind::Departed:
    case Kind::Arrived:
    case Kind::Lost:
        Q_ASSERT_X(false, "appendNote", "has a function of its own");
        break;
    case Kind::Named:
        put(out, note.connection);
        break;
    case Kind::Announced:
        put(out, quint64(note.technique));
        break;
    case Kind::Published:
        putSigned(out, note.eventId);
        putSigned(out, note.atNs);
        break;
    case Kind::Summary:
        put(out, note.number);
        break;
    case Kind::Mark:
        putSigned(out, note.atNs);
        put(out, note.number);
        put(out, note.part);
        put(out, note.parts);
        out.append(note.bytes);
        break;
    }
    const QByteArray text = note.text.toUtf8();
    out.append(QByteArrayView(text).first(std::min(text.size(), LongestNote - (out.size() - start))));
}

std::vector<CaptureNote> markNotes(qint64 atNs, RecordNumber number, QByteArrayView bytes)
{
    if (bytes.size() > qsizetype(CaptureNote::MostParts - 1) * LongestMarkPart)
        return {};
    std::vector<CaptureNote> notes;
    do {
        qsizetype size = std::min(bytes.size(), LongestMarkPart);
        // RFC 3629, 3: within a character, bytes begin with 10.
        const auto isWithin = [&](qsizetype at) { return (quint8(bytes[at]) & 0xc0) == 0x80; };
        for (int i = 0; i < 3 && size < bytes.size() && isWithin(size); ++i)
            --size;
        notes.push_back({.kind = Kind::Mark,
                         .number = number,
                         .atNs = atNs,
                         .part = quint32(notes.size()),
                         .bytes = bytes.first(size).toByteArray()});
        bytes = bytes.sliced(size);
    } while (!bytes.isEmpty());
    for (CaptureNote &note : notes)
        note.parts = quint32(notes.size());
    return notes;
}

bool isMarkNote(QByteArrayView bytes) noexcept
{
    return bytes.startsWith(Magic) && bytes.size() > Magic.size() && Kind(bytes[Magic.size()]) == Kind::Mark;
}

std::optional<CaptureNote> noteFrom(QByteArrayView bytes, qint64 wallStartNs)
{
    if (!bytes.startsWith(Magic) || bytes.size() == Magic.size())
        return std::nullopt;
    CaptureNote note;
    note.kind = Kind(bytes[Magic.size()]);
    NoteReader reader(bytes.sliced(Magic.size() + 1));
    switch (note.kind) {
    case Kind::Section:
        note.atNs = reader.signedNumber();
        break;
    case Kind::Departed:
        readDeparted(reader, note, wallStartNs);
        break;
    case Kind::Arrived:
        note.number = reader.as<RecordNumber>();
        note.atNs = reader.time();
        break;
    case Kind::Lost:
        note.number = reader.as<RecordNumber>();
        break;
    case Kind::Named:
        note.connection = reader.as<ConnectionNumber>();
        note.text = reader.text();
        break;
    case Kind::Announced:
        note.technique = Technique(reader.number(TechniqueCount - 1));
        note.text = reader.text();
        break;
    case Kind::Published:
        note.eventId = reader.signedNumber();
        note.atNs = reader.time();
        break;
    case Kind::Summary:
        note.number = reader.as<RecordNumber>();
        note.text = reader.text();
        break;
    case Kind::Mark:
        note.atNs = reader.time();
        note.number = reader.as<RecordNumber>();
        note.part = reader.as<quint32>(CaptureNote::MostParts - 1);
        note.parts = reader.as<quint32>(CaptureNote::MostParts);
        note.bytes = reader.bytes();
        if (note.part >= note.parts)
            return std::nullopt;
        break;
    default:
        return std::nullopt;
    }
    return reader.isGood() ? std::optional(std::move(note)) : std::nullopt;
}

} // namespace wiretale
