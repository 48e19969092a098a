// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulesurroundings.h"

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"

#include <QList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace wiretale {

namespace {

QByteArray pathOf(const QByteArray &target)
{
    return target.split('?').constFirst();
}

// Which connections are the same client's.
class SameClient
{
public:
    SameClient(const Journal &journal, ConnectionNumber connection)
        : m_journal(journal)
        , m_name(journal.clientName(connection))
        , m_known {{connection, true}}
    {
    }

    bool has(ConnectionNumber connection)
    {
        const auto [place, isNew] = m_known.try_emplace(connection, false);
        if (isNew)
            place->second = !m_name.isEmpty() && m_journal.clientName(connection) == m_name;
        return place->second;
    }

private:
    const Journal &m_journal;
    QString m_name;
    std::map<ConnectionNumber, bool> m_known;
};

// Connection and exchange.
using StreamKey = std::pair<ConnectionNumber, RecordNumber>;
using Streams = std::map<StreamKey, std::vector<RecordNumber>>;

// What a client's event streams have said before a message; nothing where some of what it was sent is not
// known.
std::optional<Streams> streamsBefore(const Journal &journal, RecordNumber number, ConnectionNumber connection)
{
    Streams streams;
    SameClient client(journal, connection);
    ConnectionNumber newest = connection;
    // That bytes are missing is told when nobody waits for them any more.
    const RecordNumber last = std::min(journal.size(), number + MostBeforeJudged);
    for (RecordNumber each = 1; each <= last; ++each) {
        const Record record = journal.at(each);
        if (each < number)
            newest = std::max(newest, record.connection);
        if (record.connection > newest || !client.has(record.connection))
            continue;
        const bool isMissing
            = record.kind == MessageKind::Fault && record.code == quint16(FaultKind::Missing);
        if (isMissing || (record.kind == MessageKind::Opaque && each < number))
            return std::nullopt;
        const bool mayHoldEvents = record.kind == MessageKind::Response || isBodyPiece(record);
        if (mayHoldEvents && record.technique == Technique::EventStream
            && record.direction == Direction::ServerToClient && each < number)
            streams[{record.connection, record.exchange}].push_back(each);
    }
    return streams;
}

// Looks for a line that sets an id, in an event stream that comes in any pieces.
class IdSearch
{
public:
    explicit IdSearch(QByteArrayView id)
        : m_id(id)
    {
    }

    [[nodiscard]] bool isIn(QByteArrayView bytes)
    {
        return std::ranges::any_of(bytes, [this](char byte) { return endsLine(byte) && isFound(); });
    }
    [[nodiscard]] bool isInRest() { return isIn("\n"); }

private:
    bool endsLine(char byte)
    {
        if (m_isOver)
            m_line.clear();
        m_isOver = byte == '\r' || byte == '\n';
        if (!m_isOver && m_line.size() < m_id.size() + MostAround)
            m_line += byte;
        return m_isOver;
    }
    [[nodiscard]] bool isFound() const
    {
        QByteArrayView line = m_line;
        if (line.startsWith("\xEF\xBB\xBF"))
            line = line.sliced(3);
        // A header has no room for spaces around what it says.
        return line.startsWith("id:") && line.sliced(3).trimmed() == m_id;
    }

    static constexpr qsizetype MostAround = 64;

    QByteArrayView m_id;
    QByteArray m_line; ///< as much as it takes to tell
    bool m_isOver = false;
};

// Whether the id was in this stream, or may have been in what cannot be read of it.
bool maySay(MessageReader &reader, const std::vector<RecordNumber> &stream, const QByteArray &id)
{
    const TrafficLog &log = *reader.log();
    IdSearch search(id);
    for (const RecordNumber each : stream) {
        const PlainContent plain = reader.plain(each);
        const bool isRead
            = plain.state == PlainContent::State::AsSent || plain.state == PlainContent::State::Plain;
        const bool isRecorded = log.bytes(each).size() == qsizetype(log.journal().at(each).wireBytes);
        if (!isRead || !isRecorded || search.isIn(plain.bytes))
            return true;
    }
    // Some clients do not wait for a line's end.
    return search.isInRest();
}

} // namespace

// What comes while a pong is on its way is not answered by it yet.
void lookForPings(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    const Record &pong = subject.record;
    if (!subject.frame || subject.frame->opcode != quint8(FrameOpcode::Pong))
        return;
    bool isEchoed = false;
    bool isAwaited = false;
    bool hasPonged = false;
    lookBack(reader.log()->journal(), number, pong, [&](RecordNumber each, const Record &other) {
        if (other.kind != MessageKind::Frame)
            return true;
        const bool isOthers = other.direction != pong.direction;
        hasPonged = hasPonged || (!isOthers && other.code == quint16(FrameOpcode::Pong));
        if (!isOthers || other.code != quint16(FrameOpcode::Ping) || other.arrivedNs > pong.departedNs)
            return true;
        isAwaited = isAwaited || !hasPonged;
        isEchoed = frameFields(reader.log()->bytes(each)).payload == subject.frame->payload;
        return !isEchoed;
    });
    subject.isUnlikePings = isAwaited && !isEchoed;
}

// Judged only while the log is known from its beginning.
void lookForEventId(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    const NamedLine *header = subject.isRequest ? subject.header("last-event-id") : nullptr;
    if (header == nullptr || header->value.isEmpty() || number > MostBeforeJudged)
        return;
    const std::optional<Streams> streams
        = streamsBefore(reader.log()->journal(), number, subject.record.connection);
    if (!streams)
        return;
    bool hasStream = false;
    // The latest is the likeliest.
    for (auto each = streams->rbegin(); each != streams->rend(); ++each) {
        const RecordNumber request = each->first.second;
        const RuleSubject asked = request == 0 ? RuleSubject() : headAlone(reader, request);
        const NamedLine *earlier = asked.header("last-event-id");
        if ((earlier != nullptr && earlier->value == header->value)
            || maySay(reader, each->second, header->value))
            return;
        hasStream = hasStream || (request != 0 && pathOf(asked.target) == pathOf(subject.target));
    }
    subject.isUnknownId = hasStream;
}

void lookForAnswerBefore(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    const Record &record = subject.record;
    if (record.kind != MessageKind::Opaque || record.direction != Direction::ServerToClient
        || subject.bytes.startsWith("HTTP/"))
        return;
    RecordNumber last = 0;
    lookBack(reader.log()->journal(), number, record, [&](RecordNumber each, const Record &other) {
        if (other.direction != record.direction)
            return true;
        if (other.has(RecordFlag::Final) && other.exchange != 0)
            last = each;
        return false;
    });
    const RecordNumber head = last == 0 ? 0 : headOf(reader.log()->journal(), last);
    if (head == 0 || reader.log()->journal().at(head).kind != MessageKind::Response)
        return;
    auto before = std::make_shared<RuleSubject>(ruleSubject(reader, head));
    // What follows the answer to CONNECT, or a change of protocol, is no HTTP any more.
    if (before->request && before->method != "CONNECT" && before->status >= 200)
        subject.before = std::move(before);
}

} // namespace wiretale
