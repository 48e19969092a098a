// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exchangeindex.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

namespace {

void noteFirst(std::vector<RecordNumber> &numbers, ConnectionNumber connection, RecordNumber number)
{
    if (numbers.size() <= connection)
        numbers.resize(std::max<size_t>(connection + 1, numbers.size() * 2));
    if (numbers[connection] == 0)
        numbers[connection] = number;
}

RecordNumber numberAt(const std::vector<RecordNumber> &numbers, ConnectionNumber connection)
{
    return connection < numbers.size() ? numbers[connection] : 0;
}

} // namespace

ExchangeIndex::ExchangeIndex(const Journal &journal, RecordNumber last)
    : m_next(size_t(last) + 1)
{
    std::vector<RecordNumber> latest(size_t(last) + 1); // of each exchange; index: its request
    for (RecordNumber number = 1; number <= last; ++number) {
        const Record record = journal.at(number);
        if (record.kind == MessageKind::Open) {
            noteFirst(m_openings, record.connection, number);
        } else if (record.kind == MessageKind::Request) {
            noteFirst(m_firstRequests, record.connection, number);
            m_requests.push_back(number);
            latest[number] = number;
        } else if (record.exchange != 0 && record.exchange < number && latest[record.exchange] != 0) {
            m_next[latest[record.exchange]] = number;
            latest[record.exchange] = number;
        }
    }
}

RecordNumber ExchangeIndex::openingOf(ConnectionNumber connection) const
{
    return numberAt(m_openings, connection);
}

RecordNumber ExchangeIndex::firstRequestOf(ConnectionNumber connection) const
{
    return numberAt(m_firstRequests, connection);
}

} // namespace wiretale
