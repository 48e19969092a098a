// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"

#include "app/journal/trafficlog.h"

#include <QLatin1String>
#include <QUrlQuery>

#include <algorithm>

namespace wiretale {

MessageFacts::MessageFacts(const TrafficLog &log, RecordNumber number)
    : m_log(log)
    , m_journal(log.journal())
    , m_number(number)
    , m_record(m_journal.at(number))
    , m_eventIds(m_journal.eventIds(number))
    , m_client(m_journal.connection(m_record.connection).client)
{
    if (m_record.exchange != 0)
        m_exchange = m_journal.exchange(m_record.exchange);
}

bool MessageFacts::hasArrived() const noexcept
{
    return m_record.arrivedNs != Record::NotArrived;
}

Technique MessageFacts::connectionTechnique() const
{
    return m_journal.connection(m_record.connection).technique;
}

QString MessageFacts::summary() const
{
    return m_log.summary(m_number);
}

std::optional<qint64> MessageFacts::heldNs() const
{
    if (!m_exchange || m_exchange->requestArrivedNs == Record::NotArrived)
        return std::nullopt;
    return m_exchange->heldNs(m_journal.lastNs());
}

std::optional<qint64> MessageFacts::parameter(QLatin1String name) const
{
    if (!m_exchange)
        return std::nullopt;
    const QString line = m_log.summary(m_exchange->request);
    const qsizetype query = line.indexOf(u'?');
    if (query < 0)
        return std::nullopt;
    bool isNumber = false;
    const qint64 value = QUrlQuery(line.sliced(query + 1)).queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<qint64> MessageFacts::lastEventIdHeader() const
{
    const QByteArray head = m_log.bytes(m_number);
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).compare("Last-Event-ID", Qt::CaseInsensitive) != 0)
            continue;
        bool isNumber = false;
        const qint64 id = line.sliced(colon + 1).trimmed().toLongLong(&isNumber);
        return isNumber ? std::optional(id) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<qint64> MessageFacts::publishedNs() const
{
    std::optional<qint64> oldest;
    for (const qint64 id : m_eventIds) {
        const std::optional<qint64> published = m_journal.publishedNs(id);
        if (published)
            oldest = std::min(oldest.value_or(*published), *published);
    }
    return oldest;
}

bool MessageFacts::isSameClient(ConnectionNumber connection) const
{
    if (m_client == ConnectionSpan::NoClient)
        return connection == m_record.connection;
    return m_journal.connection(connection).client == m_client;
}

bool MessageFacts::lookBack(const std::function<bool(RecordNumber, const Record &)> &visit) const
{
    const RecordNumber last = m_number > MostLookedAt ? m_number - MostLookedAt : 1;
    for (RecordNumber number = m_number - 1; number >= last; --number) {
        if (!visit(number, m_journal.at(number)))
            return true;
    }
    return last == 1;
}

MessageFacts::Earlier MessageFacts::earlierRequest() const
{
    Earlier earlier;
    std::optional<Record> answer;
    earlier.isWhole = lookBack([&](RecordNumber number, const Record &record) {
        if (record.technique != m_record.technique || !isSameClient(record.connection))
            return true;
        if (record.kind != MessageKind::Request) {
            const bool isAnswer = record.direction == Direction::ServerToClient && record.exchange != 0;
            if (earlier.request == 0 && !answer && isAnswer)
                answer = record;
            return true;
        }
        ++earlier.ordinal;
        if (earlier.request == 0) {
            earlier.request = number;
            earlier.exchange = m_journal.exchange(number);
            if (answer && answer->exchange == number)
                earlier.answer = answer;
        }
        return true;
    });
    return earlier;
}

MessageFacts::EmptyRow MessageFacts::emptyRow() const
{
    EmptyRow row;
    row.wireBytes = m_record.wireBytes;
    row.isWhole = lookBack([&](RecordNumber, const Record &record) {
        if (record.technique != m_record.technique || record.exchange == 0
            || !isSameClient(record.connection))
            return true;
        const bool isAnswer = record.direction == Direction::ServerToClient;
        if (isAnswer
            && (record.eventCount > 0 || (record.has(RecordFlag::Final) && !record.isEmptyResponse())))
            return false;
        row.answers += isAnswer && record.isEmptyResponse() ? 1 : 0;
        row.wireBytes += record.wireBytes;
        return true;
    });
    return row;
}

std::optional<Record> MessageFacts::earlierOnConnection(const std::function<bool(const Record &)> &is) const
{
    std::optional<Record> found;
    lookBack([&](RecordNumber, const Record &record) {
        if (record.connection != m_record.connection)
            return true;
        if (is(record))
            found = record;
        return !found && record.kind != MessageKind::Open;
    });
    return found;
}

MessageFacts::EarlierConnections MessageFacts::earlierConnections() const
{
    EarlierConnections result;
    if (m_client == ConnectionSpan::NoClient)
        return result;
    const ConnectionNumber newest = m_record.connection;
    const ConnectionNumber last = newest > MostLookedAt ? newest - MostLookedAt : 1;
    for (ConnectionNumber number = newest - 1; number >= last; --number) {
        const ConnectionSpan connection = m_journal.connection(number);
        if (connection.client != m_client)
            continue;
        if (connection.closedNs > m_record.departedNs)
            ++result.open;
        else
            result.lastClosedNs = std::max(result.lastClosedNs.value_or(0), connection.closedNs);
    }
    return result;
}

} // namespace wiretale
