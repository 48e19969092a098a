// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/eventstreamparser.h"

#include <QString>

#include <algorithm>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF", 3);

} // namespace

EventStreamParser::EventStreamParser(EventCallback onEvent, CommentCallback onComment)
    : m_onEvent(std::move(onEvent))
    , m_onComment(std::move(onComment))
{
}

void EventStreamParser::feed(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (m_isOverrun)
            return;
        if (m_atStart) {
            // One leading byte order mark is dropped; one that stops half-way was text.
            if (c == ByteOrderMark[m_bomBytes]) {
                m_atStart = ++m_bomBytes < ByteOrderMark.size();
                continue;
            }
            m_atStart = false;
            m_line = ByteOrderMark.first(m_bomBytes).toByteArray();
        }
        const bool endOfPair = c == '\n' && std::exchange(m_afterCarriageReturn, false);
        if (endOfPair)
            continue;
        m_afterCarriageReturn = c == '\r';
        if (c == '\r' || c == '\n')
            takeLine();
        else
            m_line += c;
        if (m_line.size() + m_data.size() > LargestBlock)
            overrun();
    }
}

void EventStreamParser::overrun()
{
    m_isOverrun = true;
    m_line = {};
    m_data = {};
}

void EventStreamParser::takeLine()
{
    const QByteArray line = std::exchange(m_line, {});
    if (line.isEmpty()) {
        dispatch();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        if (m_onComment)
            m_onComment(QByteArrayView(line).sliced(1));
        return;
    }
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    QByteArrayView value = QByteArrayView(line).sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(QByteArrayView(line).first(colon), value);
}

void EventStreamParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        m_data += value;
        m_data += '\n';
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_idBuffer = value.toByteArray();
    } else if (name == "retry") {
        const bool digitsOnly
            = !value.isEmpty() && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const qint64 milliseconds = value.toByteArray().toLongLong(&fits);
        if (digitsOnly && fits)
            m_retry = std::chrono::milliseconds {milliseconds};
    }
}

void EventStreamParser::dispatch()
{
    m_lastEventId = m_idBuffer;
    QByteArray data = std::exchange(m_data, {});
    QByteArray type = std::exchange(m_type, {});
    if (data.isEmpty())
        return;
    data.chop(1);
    // The text is decoded as UTF-8 by the standard: what is not UTF-8 becomes U+FFFD.
    const auto decoded = [](const QByteArray &bytes) { return QString::fromUtf8(bytes).toUtf8(); };
    m_onEvent({.type = type.isEmpty() ? QByteArray("message") : decoded(type),
               .data = decoded(data),
               .lastEventId = m_lastEventId});
}

QByteArray EventStreamParser::lastEventId() const
{
    return m_lastEventId;
}

void EventStreamParser::setLastEventId(const QByteArray &id)
{
    m_lastEventId = id;
    m_idBuffer = id;
}

std::optional<std::chrono::milliseconds> EventStreamParser::retry() const
{
    return m_retry;
}

} // namespace wiretale
