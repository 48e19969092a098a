// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/chosenjournal.h"

#include "app/journal/trafficlog.h"

#include <unordered_map>

namespace wiretale {

ChosenJournal::ChosenJournal(const TrafficLog &log, const RecordSelection &records)
    : m_whole(log.journal())
{
    if (records.isAll())
        return;
    m_copy.emplace();
    std::unordered_map<RecordNumber, RecordNumber> requests; // numbers in the copy
    std::unordered_map<ConnectionNumber, ConnectionNumber> connections;
    records.visit(m_whole.size(), [&](RecordNumber number) {
        Record record = m_whole.at(number);
        const ConnectionNumber connection = record.connection;
        if (connection != 0) {
            const auto next = ConnectionNumber(connections.size() + 1);
            record.connection = connections.try_emplace(connection, next).first->second;
        }
        const auto request = requests.find(record.exchange);
        record.exchange = request == requests.end() ? 0 : request->second;
        const RecordNumber copied = m_copy->append(record, m_whole.eventIds(number));
        for (const qint64 id : m_whole.eventIds(number)) {
            if (const std::optional<qint64> publishedNs = m_whole.publishedNs(id))
                m_copy->setEventPublished(id, *publishedNs);
        }
        if (record.kind == MessageKind::Request)
            requests.emplace(number, copied);
        if (connection != 0 && m_whole.connection(connection).client != ConnectionSpan::NoClient)
            m_copy->nameConnection(record.connection, m_whole.clientName(connection));
        return true;
    });
}

} // namespace wiretale
