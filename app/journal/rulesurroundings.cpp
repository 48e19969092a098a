// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulesurroundings.h"

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"

#include <QList>

#include <map>

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

// Of a part of a stream: whether the id was in it, or may have been in what is cut here.
bool maySay(MessageReader &reader, RecordNumber number, const Record &record, const QByteArray &id)
{
    const QByteArray content = reader.plain(number).bytes;
    if (record.kind == MessageKind::Chunk)
        return content.contains(id);
    const QList<QByteArray> lines = QByteArray(content).replace('\r', '\n').split('\n');
    return lines.contains("id:" + id) || lines.contains("id: " + id);
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
    const Journal &journal = reader.log()->journal();
    SameClient client(journal, subject.record.connection);
    bool hasStream = false;
    for (RecordNumber each = number - 1; each > 0; --each) {
        const Record other = journal.at(each);
        if (other.technique != Technique::EventStream || other.direction == Direction::ClientToServer
            || !client.has(other.connection))
            continue;
        if (isBodyPiece(other) && maySay(reader, each, other, header->value))
            return;
        if (other.kind != MessageKind::Response || other.exchange == 0)
            continue;
        const RuleSubject asked = headAlone(reader, other.exchange);
        const NamedLine *earlier = asked.header("last-event-id");
        if (earlier != nullptr && earlier->value == header->value)
            return;
        hasStream = hasStream || pathOf(asked.target) == pathOf(subject.target);
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
