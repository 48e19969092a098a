// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterfacts.h"
#include "app/journal/filternode.h"
#include "app/journal/filtertext.h"
#include "app/journal/messagereader.h"
#include "app/journal/rulebook.h"
#include "app/journal/trafficlog.h"

#include <algorithm>
#include <compare>
#include <optional>

namespace wiretale {

namespace {

// What reading costs in looks at a record, as measured: a call of the system, then a byte.
constexpr qint64 ReadCost = 24;
constexpr qint64 BytesPerLook = 256;
constexpr qint64 LooksPerVerdict = 8; ///< a rule is about more than one message

struct Truth
{
    bool value = false;
    bool isFinal = true; ///< nothing that is to come changes it
};

template <typename T>
bool compares(const T &left, FilterOperator op, const T &right)
{
    switch (op) {
    case FilterOperator::Has:
    case FilterOperator::Equals:
        return left == right;
    case FilterOperator::Differs:
        return left != right;
    case FilterOperator::Less:
        return left < right;
    case FilterOperator::AtMost:
        return left <= right;
    case FilterOperator::Greater:
        return left > right;
    case FilterOperator::AtLeast:
        break;
    }
    return left >= right;
}

bool comparesText(const QString &left, FilterOperator op, const QString &right)
{
    if (op == FilterOperator::Has)
        return left.contains(right, Qt::CaseInsensitive);
    return (left.compare(right, Qt::CaseInsensitive) == 0) == (op == FilterOperator::Equals);
}

Truth judgeSpan(const MessageSpan &span, const FilterCondition &condition)
{
    using State = MessageSpan::State;
    if (span.state == State::None)
        return {false, true};
    if (span.state == State::Awaited)
        return {false, false};
    if (span.state == State::Known)
        return {compares(span.ns, condition.op, condition.number), true};
    // It only grows: more than that it will stay, and less it will never be again.
    const bool isPast = span.ns > condition.number;
    switch (condition.op) {
    case FilterOperator::Greater:
        return {isPast, isPast};
    case FilterOperator::AtLeast: {
        const bool isReached = span.ns >= condition.number;
        return {isReached, isReached};
    }
    case FilterOperator::Differs:
        return {isPast, isPast};
    default:
        return {false, isPast};
    }
}

// Whether it is worth a closer look: most messages are not compressed.
bool mayBePacked(const Record &record, const QByteArray &bytes)
{
    if (record.kind == MessageKind::Request || record.kind == MessageKind::Response) {
        const QByteArrayView head
            = QByteArrayView(bytes).first(std::max<qsizetype>(bytes.indexOf("\r\n\r\n"), 0));
        return QLatin1StringView(head).contains(QLatin1StringView("content-encoding"), Qt::CaseInsensitive);
    }
    if (record.kind != MessageKind::Frame)
        return isBodyPiece(record);
    return hasRsv1(bytes) || record.code == quint16(FrameOpcode::Continuation);
}

/// One record before its judge. What is dear is fetched once, when it is asked for.
class Subject
{
public:
    Subject(const TrafficLog &log, RecordNumber number, qint64 nowNs, MessageReader *reader)
        : m_log(log)
        , m_reader(reader)
        , m_journal(log.journal())
        , m_number(number)
        , m_record(log.journal().at(number))
        , m_nowNs(nowNs)
    {
    }

    Truth judge(const FilterNode &node);
    [[nodiscard]] qint64 cost() const noexcept { return m_cost; }

private:
    Truth judgeJoined(const FilterNode &node);
    Truth judgeCondition(const FilterCondition &condition);
    [[nodiscard]] Truth judgeFlag(const FilterCondition &condition) const;
    [[nodiscard]] Truth judgeTechnique(const FilterCondition &condition) const;
    [[nodiscard]] Truth judgeClient(const FilterCondition &condition) const;
    [[nodiscard]] Truth judgeEvent(const FilterCondition &condition) const;
    Truth judgeWord(const FilterCondition &condition);
    Truth judgeText(const FilterCondition &condition);
    void unpack(const QByteArray &bytes);
    Truth judgeRules(const FilterCondition &condition);
    [[nodiscard]] bool isTechniqueFinal() const;
    [[nodiscard]] std::optional<qint64> numberOf(FilterField field) const;
    const QString &summary();

    const TrafficLog &m_log;
    MessageReader *m_reader; ///< may be null
    const Journal &m_journal;
    RecordNumber m_number;
    Record m_record;
    qint64 m_nowNs;
    qint64 m_cost = 1;
    std::optional<QString> m_summary;
    std::optional<MessageText> m_text;
    std::optional<MessageText> m_unpacked;
};

Truth Subject::judge(const FilterNode &node)
{
    switch (node.type) {
    case FilterNode::Type::Condition:
        return judgeCondition(node.condition);
    case FilterNode::Type::Not: {
        const Truth truth = judge(node.children.front());
        return {!truth.value, truth.isFinal};
    }
    default:
        return judgeJoined(node);
    }
}

Truth Subject::judgeJoined(const FilterNode &node)
{
    // One false part settles an `and`, one true part an `or`; for good, if that part is final.
    const bool settling = node.type == FilterNode::Type::Or;
    bool isSettled = false;
    bool isFinal = true;
    for (const FilterNode &child : node.children) {
        // Not worth reading bytes to learn whether it is for good.
        if (isSettled && child.cost >= FilterNode::HeadCost)
            break;
        const Truth truth = judge(child);
        if (truth.value == settling) {
            if (truth.isFinal)
                return {settling, true};
            isSettled = true;
        }
        isFinal = isFinal && truth.isFinal;
    }
    return isSettled ? Truth {settling, false} : Truth {!settling, isFinal};
}

Truth Subject::judgeCondition(const FilterCondition &condition)
{
    switch (condition.field) {
    case FilterField::Technique:
        return judgeTechnique(condition);
    case FilterField::Client:
        return judgeClient(condition);
    case FilterField::Held:
        return judgeSpan(heldSpan(m_journal, m_number, m_record, m_nowNs), condition);
    case FilterField::Transit:
        return judgeSpan(transitSpan(m_record, m_nowNs), condition);
    case FilterField::Event:
        return judgeEvent(condition);
    case FilterField::Text:
        return judgeText(condition);
    case FilterField::Rule:
        return judgeRules(condition);
    case FilterField::Summary:
        return {comparesText(summary(), condition.op, condition.text), true};
    case FilterField::Word:
        return judgeWord(condition);
    default:
        break;
    }
    if (condition.field >= FilterField::Empty)
        return judgeFlag(condition);
    const std::optional<qint64> number = numberOf(condition.field);
    return {number && compares(*number, condition.op, condition.number), true};
}

std::optional<qint64> Subject::numberOf(FilterField field) const
{
    const auto onlyOf = [this](MessageKind kind) {
        return m_record.kind == kind ? std::optional<qint64>(m_record.code) : std::nullopt;
    };
    switch (field) {
    case FilterField::Kind:
        return qint64(m_record.kind);
    case FilterField::From:
        return qint64(m_record.direction);
    case FilterField::Connection:
        return m_record.connection;
    case FilterField::Exchange:
        return m_record.exchange == 0 ? std::nullopt : std::optional<qint64>(m_record.exchange);
    case FilterField::Number:
        return m_number;
    case FilterField::Time:
        return m_record.departedNs;
    case FilterField::Bytes:
        return m_record.wireBytes;
    case FilterField::Payload:
        return m_record.payloadBytes;
    case FilterField::Overhead:
        return qint64(m_record.wireBytes) - qint64(m_record.payloadBytes);
    case FilterField::Status:
        return onlyOf(MessageKind::Response);
    case FilterField::Method:
        return onlyOf(MessageKind::Request);
    case FilterField::Opcode:
        return onlyOf(MessageKind::Frame);
    case FilterField::Events:
        return m_record.eventCount;
    default:
        return std::nullopt;
    }
}

Truth Subject::judgeFlag(const FilterCondition &condition) const
{
    const bool isWanted = condition.number == 1;
    const auto constant = [isWanted](bool is) { return Truth {is == isWanted, true}; };
    const bool hasArrived = m_record.arrivedNs <= m_nowNs;
    const bool isDone = hasArrived || m_record.has(RecordFlag::Cut);
    switch (condition.field) {
    case FilterField::Empty:
        return constant(m_record.has(RecordFlag::Empty));
    case FilterField::Lost:
        return {m_record.has(RecordFlag::Cut) == isWanted, isDone};
    case FilterField::Arrived:
        return {hasArrived == isWanted, isDone};
    case FilterField::Handshake:
        return constant(m_record.has(RecordFlag::Handshake));
    case FilterField::Masked:
        return constant(m_record.has(RecordFlag::Masked));
    case FilterField::Fin:
        return constant(m_record.has(RecordFlag::Fin));
    case FilterField::Gap:
        return constant(m_record.has(RecordFlag::Gap));
    case FilterField::Malformed:
        return constant(m_record.has(RecordFlag::Malformed));
    case FilterField::KeepAlive:
        return constant(m_record.has(RecordFlag::KeepAlive));
    case FilterField::Final:
        return constant(m_record.has(RecordFlag::Final));
    case FilterField::Streaming:
        return constant(m_record.has(RecordFlag::Streaming));
    default:
        return constant(m_record.kind == MessageKind::Close && m_record.code == 1);
    }
}

Truth Subject::judgeTechnique(const FilterCondition &condition) const
{
    return {compares(qint64(techniqueOf(m_journal, m_record)), condition.op, condition.number),
            isTechniqueFinal()};
}

// An opening learns its technique from what follows on its connection.
bool Subject::isTechniqueFinal() const
{
    if (m_record.technique != Technique::Http
        || (m_record.kind != MessageKind::Open && m_record.kind != MessageKind::Close
            && m_record.kind != MessageKind::Fault))
        return true;
    const ConnectionSpan connection = m_journal.connection(m_record.connection);
    return connection.technique != Technique::Http || connection.closedNs != Record::NotArrived;
}

Truth Subject::judgeClient(const FilterCondition &condition) const
{
    const ConnectionSpan connection = m_journal.connection(m_record.connection);
    const bool isNamed = connection.client != ConnectionSpan::NoClient;
    return {comparesText(m_journal.clientName(m_record.connection), condition.op, condition.text),
            isNamed || connection.closedNs != Record::NotArrived};
}

Truth Subject::judgeEvent(const FilterCondition &condition) const
{
    if (m_record.eventCount == 0)
        return {false, true};
    const std::vector<qint64> ids = m_journal.eventIds(m_number);
    return {std::ranges::any_of(ids, [&](qint64 id) { return compares(id, condition.op, condition.number); }),
            true};
}

Truth Subject::judgeWord(const FilterCondition &condition)
{
    const auto isIn = [&condition](const char *name) {
        return QLatin1StringView(name).contains(condition.text, Qt::CaseInsensitive);
    };
    if (isIn(kindName(m_record.kind)))
        return {true, true};
    const Truth client = judgeClient(condition);
    if (client.value)
        return client;
    const bool isFinal = isTechniqueFinal();
    if (isIn(techniqueName(techniqueOf(m_journal, m_record))))
        return {true, isFinal};
    if (comparesText(summary(), FilterOperator::Has, condition.text))
        return {true, true};
    return {false, isFinal && client.isFinal};
}

Truth Subject::judgeText(const FilterCondition &condition)
{
    if (m_record.wireBytes == 0)
        return {false, true};
    if (!m_text) {
        const QByteArray bytes = m_log.bytes(m_number);
        m_text.emplace(m_record, bytes);
        m_cost += ReadCost + m_record.wireBytes / BytesPerLook;
        if (mayBePacked(m_record, bytes))
            unpack(bytes);
    }
    return {m_text->contains(condition) || (m_unpacked && m_unpacked->contains(condition)), true};
}

void Subject::unpack(const QByteArray &bytes)
{
    // It does not outlive this call.
    const std::shared_ptr<const TrafficLog> log(std::shared_ptr<void>(), &m_log);
    MessageReader ownReader(log);
    const PlainContent plain = (m_reader != nullptr ? *m_reader : ownReader).plain(m_number);
    if (plain.coding.isEmpty())
        return;
    m_unpacked.emplace(plain.bytes);
    m_cost += ReadCost + (bytes.size() + plain.bytes.size()) / BytesPerLook;
}

Truth Subject::judgeRules(const FilterCondition &condition)
{
    if (!canBeJudged(m_record))
        return {false, true};
    m_cost += ReadCost * LooksPerVerdict + m_record.wireBytes / BytesPerLook;
    // It does not outlive this call.
    RuleBook book(std::shared_ptr<const TrafficLog>(std::shared_ptr<void>(), &m_log));
    return {book.fits(m_number, condition.number) == (condition.op != FilterOperator::Differs), true};
}

const QString &Subject::summary()
{
    if (!m_summary) {
        m_summary = m_log.summary(m_number);
        m_cost += ReadCost;
    }
    return *m_summary;
}

} // namespace

Filter::Verdict judge(const FilterNode &node, const TrafficLog &log, RecordNumber number, qint64 nowNs,
                      MessageReader *reader)
{
    Subject subject(log, number, nowNs, reader);
    const Truth truth = subject.judge(node);
    return {truth.value, truth.isFinal, subject.cost()};
}

} // namespace wiretale
