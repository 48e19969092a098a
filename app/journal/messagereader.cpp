// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagereader.h"

#include "app/journal/messagebody.h"
#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber MostLookedAt = 200'000;
constexpr size_t MostRead = 2'000;
// What all messages on the way may come to: as much as takes a fraction of a second.
constexpr qsizetype MostUnpacked = 8 * PlainStream::MostPlain;
// A window takes 32 KiB, brotli's up to 16 MiB.
constexpr size_t MostUnpackings = 16;
constexpr size_t MostRemembered = 10'000;

bool belongTogether(const Record &a, const Record &b) noexcept
{
    return a.exchange == b.exchange && a.direction == b.direction && a.connection == b.connection;
}

// The first frame of a message of WebSocket.
bool beginsData(const Record &record) noexcept
{
    return record.kind == MessageKind::Frame && !isControlFrame(record)
        && record.code != quint16(FrameOpcode::Continuation);
}

} // namespace

bool beginsAnew(const Record &record) noexcept
{
    return !isBodyPiece(record);
}

MessageReader::MessageReader(std::shared_ptr<const TrafficLog> log)
    : m_log(std::move(log))
{
}

// What is to be read before the message, in reverse order. When the reader is on the way, it ends there.
std::vector<RecordNumber> MessageReader::wayTo(RecordNumber number, const Record &record)
{
    std::vector<RecordNumber> way;
    const RecordNumber first = number - std::min(number - 1, MostLookedAt);
    for (RecordNumber each = number; each-- > first && way.size() < MostRead;) {
        const Record other = m_log->journal().at(each);
        if (!belongTogether(record, other) || other.wireBytes == 0)
            continue;
        if (each == m_last)
            return way;
        way.push_back(each);
        if (beginsAnew(other))
            break;
    }
    m_last = 0;
    m_dissector = {};
    return way;
}

const MessageFields &MessageReader::read(RecordNumber number)
{
    if (number == m_last)
        return m_read;
    const Record record = m_log->journal().at(number);
    if (isBodyPiece(record)) {
        std::vector<RecordNumber> way = wayTo(number, record);
        std::ranges::reverse(way);
        for (const RecordNumber before : way)
            static_cast<void>(m_dissector.dissect(m_log->journal().at(before), m_log->bytes(before)));
    } else {
        m_dissector = {};
    }
    m_last = number;
    m_read = m_dissector.dissect(record, m_log->bytes(number));
    return m_read;
}

MessageReader::Unpacking &MessageReader::unpackingOf(const StreamKey &key)
{
    if (m_unpackings.size() >= MostUnpackings && !m_unpackings.contains(key))
        m_unpackings.clear();
    return m_unpackings[key];
}

PlainContent MessageReader::asSent(const StreamKey &key, RecordNumber number)
{
    if (m_asSent.size() >= MostRemembered)
        m_asSent.clear();
    m_asSent.insert(key);
    m_unpackings.erase(key);
    return {.bytes = read(number).content};
}

// Whether a stream's head, or its handshake, speaks of compression at all.
void MessageReader::lookUpCoding(RecordNumber number, const Record &record, Unpacking &unpacking) const
{
    if (unpacking.coding)
        return;
    if (record.technique == Technique::WebSocket) {
        unpacking.coding = agreedExtensions(*m_log, record).value_or(QByteArray());
        unpacking.isFrames = true;
        unpacking.keepsContext = messageDeflate(*unpacking.coding, record.direction).keepsContext;
    } else {
        const RecordNumber head = headOf(m_log->journal(), number);
        const QByteArray bytes = head == 0 ? QByteArray() : m_log->bytes(head);
        const MessageFields fields = FieldDissector().dissect(m_log->journal().at(std::max(head, 1U)), bytes);
        unpacking.coding = headerValue(fields.fields, bytes, "content-encoding").toLower();
    }
}

// What is to be unpacked up to the message, in their order; nothing when the beginning is out of reach.
std::optional<std::vector<RecordNumber>> MessageReader::packedWayTo(RecordNumber number, const Record &record,
                                                                    const Unpacking &unpacking) const
{
    const Journal &journal = m_log->journal();
    std::vector<RecordNumber> way;
    const RecordNumber first = number - std::min(number - 1, MostLookedAt);
    bool hasBeginning = unpacking.last >= first;
    for (RecordNumber each = number; each >= first && each > unpacking.last; --each) {
        const Record other = journal.at(each);
        if (!belongTogether(record, other) || other.wireBytes == 0)
            continue;
        const bool isHandshake = other.kind == MessageKind::Request || other.kind == MessageKind::Response;
        if (unpacking.isFrames && isHandshake) {
            hasBeginning = true;
            break;
        }
        way.push_back(each);
        if (way.size() > MostRead)
            return std::nullopt;
        if (unpacking.isFrames ? !unpacking.keepsContext && beginsData(other) : beginsAnew(other)) {
            hasBeginning = true;
            break;
        }
    }
    if (!hasBeginning)
        return std::nullopt;
    std::ranges::reverse(way);
    return way;
}

PlainContent MessageReader::plain(RecordNumber number)
{
    const Record record = m_log->journal().at(number);
    const bool isHead = record.kind == MessageKind::Request || record.kind == MessageKind::Response;
    const bool isPart = isBodyPiece(record)
        || (record.kind == MessageKind::Frame && record.code == quint16(FrameOpcode::Continuation));
    const bool claims = beginsData(record) && hasRsv1(m_log->bytes(number));
    if (record.wireBytes == 0 || (!isHead && !isPart && !claims))
        return {.bytes = read(number).content};
    const StreamKey key {record.connection, record.exchange, record.direction};
    if (!isHead && m_asSent.contains(key))
        return {.bytes = read(number).content};
    Unpacking &unpacking = unpackingOf(key);
    if (isHead || unpacking.last > number)
        unpacking = {};
    if (unpacking.last == number)
        return unpacking.content;
    if (!isHead)
        lookUpCoding(number, record, unpacking);
    if (!isHead && unpacking.coding->isEmpty())
        return asSent(key, number);
    const auto way = packedWayTo(number, record, unpacking);
    const QByteArray coding = unpacking.coding.value_or(QByteArray());
    if (!way || !unpack(*way, unpacking))
        return {read(number).content, coding, PlainContent::State::OutOfReach};
    return unpacking.content;
}

// False when that would be too much.
bool MessageReader::unpack(const std::vector<RecordNumber> &way, Unpacking &unpacking)
{
    qsizetype unpacked = 0;
    for (const RecordNumber each : way) {
        if (unpacked >= MostUnpacked) {
            unpacking = {};
            return false;
        }
        const MessageFields &message = read(each);
        unpacking.content
            = unpacking.stream.take(*m_log, m_log->journal().at(each), m_log->bytes(each), message);
        unpacking.last = each;
        unpacked += unpacking.content.bytes.size();
    }
    return true;
}

} // namespace wiretale
