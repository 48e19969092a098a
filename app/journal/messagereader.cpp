// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagereader.h"

#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber MostLookedAt = 200'000;
constexpr size_t MostRead = 2'000;

bool belongTogether(const Record &a, const Record &b) noexcept
{
    return a.exchange == b.exchange && a.direction == b.direction && a.connection == b.connection;
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

} // namespace wiretale
