// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/chunkeddecoder.h"

#include <algorithm>

namespace wiretale {

QByteArray ChunkedDecoder::feed(QByteArrayView bytes)
{
    QByteArray content;
    while (!bytes.isEmpty() && m_state != State::Complete && m_state != State::Broken) {
        if (m_state == State::Content) {
            const qsizetype taken = std::min<qint64>(m_left, bytes.size());
            content.append(bytes.first(taken));
            bytes = bytes.sliced(taken);
            m_left -= taken;
            if (m_left == 0)
                m_state = State::ContentEnd;
            continue;
        }
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype taken = end < 0 ? bytes.size() : end + 1;
        m_line.append(bytes.first(taken));
        bytes = bytes.sliced(taken);
        if (end >= 0)
            takeLine();
    }
    return content;
}

void ChunkedDecoder::takeLine()
{
    const QByteArray line = m_line.trimmed();
    m_line.clear();
    switch (m_state) {
    case State::SizeLine: {
        // 7.1.1: extensions after a semicolon mean nothing to us.
        const qsizetype semicolon = line.indexOf(';');
        bool isHex = false;
        m_left = line.first(semicolon < 0 ? line.size() : semicolon).trimmed().toLongLong(&isHex, 16);
        if (!isHex || m_left < 0)
            m_state = State::Broken;
        else
            m_state = m_left > 0 ? State::Content : State::Trailers;
        break;
    }
    case State::ContentEnd:
        m_state = line.isEmpty() ? State::SizeLine : State::Broken;
        break;
    case State::Trailers:
        if (line.isEmpty())
            m_state = State::Complete;
        break;
    case State::Content:
    case State::Complete:
    case State::Broken:
        break;
    }
}

} // namespace wiretale
