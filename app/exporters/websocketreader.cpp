// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/websocketreader.h"

#include <QtEndian>

#include <limits>
#include <utility>

namespace wiretale {

void WebSocketReader::feed(QByteArrayView bytes, const std::function<void(const WebSocketFrame &)> &onFrame)
{
    if (m_broken)
        return;
    m_buffer.append(bytes);
    while (const std::optional<WebSocketFrame> frame = takeFrame())
        onFrame(*frame);
}

std::optional<WebSocketFrame> WebSocketReader::takeFrame()
{
    if (m_broken || m_buffer.size() < 2)
        return std::nullopt;
    const auto first = quint8(m_buffer[0]);
    const auto second = quint8(m_buffer[1]);
    const quint8 shortLength = second & 0x7f;
    const qsizetype lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    const bool masked = (second & 0x80) != 0;
    const qsizetype headSize = 2 + lengthBytes + (masked ? 4 : 0);
    if (m_buffer.size() < headSize)
        return std::nullopt;
    quint64 length = shortLength;
    if (lengthBytes == 2)
        length = qFromBigEndian<quint16>(m_buffer.constData() + 2);
    else if (lengthBytes == 8)
        length = qFromBigEndian<quint64>(m_buffer.constData() + 2);
    if (length > quint64(std::numeric_limits<qint32>::max())) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_buffer.size() - headSize < qsizetype(length))
        return std::nullopt;

    WebSocketFrame frame;
    frame.opcode = first & 0x0f;
    frame.fin = (first & 0x80) != 0;
    frame.compressed = (first & 0x40) != 0;
    frame.masked = masked;
    frame.payload = m_buffer.mid(headSize, qsizetype(length));
    if (masked) { // 5.3
        const QByteArray mask = m_buffer.mid(headSize - 4, 4);
        for (qsizetype i = 0; i < frame.payload.size(); ++i)
            frame.payload[i] = char(frame.payload[i] ^ mask[i % 4]);
    }
    m_buffer.remove(0, headSize + qsizetype(length));
    return frame;
}

std::optional<WebSocketMessage> WebSocketJoiner::feed(const WebSocketFrame &frame)
{
    if (frame.isControl())
        return std::nullopt;
    if (frame.opcode != 0)
        m_message = WebSocketMessage {frame.opcode, frame.compressed, {}};
    if (!m_message)
        return std::nullopt; // a continuation of nothing
    m_message->data += frame.payload;
    if (!frame.fin)
        return std::nullopt;
    return std::exchange(m_message, std::nullopt);
}

} // namespace wiretale
