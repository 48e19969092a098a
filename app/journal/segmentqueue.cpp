// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/segmentqueue.h"

#include <utility>

namespace wiretale {

void SegmentQueue::begin(quint32 first)
{
    m_next = first;
    m_hasBegun = true;
}

SegmentQueue::Outcome SegmentQueue::take(quint32 sequence, QByteArrayView bytes)
{
    if (!m_hasBegun)
        begin(sequence);
    qint64 distance = qint32(sequence - m_next); // sequence numbers wrap around
    if (distance < 0) {
        if (bytes.size() <= -distance)
            return Outcome::Again;
        bytes = bytes.sliced(-distance);
        distance = 0;
    }
    if (distance > 0) {
        QByteArray &place = m_waiting[m_offset + distance];
        if (place.size() >= bytes.size())
            return Outcome::Again;
        m_waitingBytes += bytes.size() - place.size();
        place = bytes.toByteArray();
        return Outcome::Early;
    }
    m_ready.append(bytes);
    m_offset += bytes.size();
    m_next += quint32(bytes.size());
    while (!m_waiting.empty() && m_waiting.begin()->first <= m_offset) {
        const auto [offset, waiting] = *m_waiting.begin();
        m_waiting.erase(m_waiting.begin());
        m_waitingBytes -= waiting.size();
        const qint64 known = m_offset - offset;
        if (known >= waiting.size())
            continue;
        m_ready.append(QByteArrayView(waiting).sliced(known));
        m_offset += waiting.size() - known;
        m_next += quint32(waiting.size() - known);
    }
    return Outcome::InOrder;
}

QByteArray SegmentQueue::next()
{
    return std::exchange(m_ready, {});
}

qint64 SegmentQueue::skipGap()
{
    if (m_waiting.empty())
        return 0;
    const qint64 missing = m_waiting.begin()->first - m_offset;
    m_offset += missing;
    m_next += quint32(missing);
    (void)take(m_next, {});
    return missing;
}

} // namespace wiretale
