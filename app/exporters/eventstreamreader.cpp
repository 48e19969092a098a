// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/eventstreamreader.h"

#include <utility>

namespace wiretale {

EventStreamReader::EventStreamReader(std::function<void(const Event &)> onEvent)
    : m_onEvent(std::move(onEvent))
{
}

void EventStreamReader::feed(QByteArrayView bytes)
{
    for (const char byte : bytes) {
        const bool secondOfPair = m_afterCarriageReturn && byte == '\n';
        m_afterCarriageReturn = byte == '\r';
        if (secondOfPair)
            continue;
        if (byte == '\n' || byte == '\r')
            takeLine();
        else
            m_line.append(byte);
    }
}

void EventStreamReader::takeLine()
{
    QByteArray line = std::exchange(m_line, {});
    // 9.2.5: one byte order mark at the beginning is not part of the stream.
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        dispatch();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.first(colon < 0 ? line.size() : colon);
    QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (name == "data")
        m_event.data += value + '\n';
    else if (name == "event")
        m_event.type = value;
    else if (name == "id" && !value.contains('\0'))
        m_newId = value;
}

void EventStreamReader::dispatch()
{
    // 9.2.6: the id is stored even when there is no data and so nothing to dispatch.
    m_event.id = m_newId;
    if (!m_event.data.isEmpty()) {
        m_event.data.chop(1);
        if (m_event.type.isEmpty())
            m_event.type = "message";
        m_onEvent(m_event);
    }
    m_event.data.clear();
    m_event.type.clear();
}

} // namespace wiretale
