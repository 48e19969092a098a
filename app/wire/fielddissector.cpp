// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/fielddissector.h"

#include "app/wire/framefields.h"
#include "app/wire/headfields.h"
#include "app/wire/httphead.h"

#include <algorithm>
#include <limits>

namespace wiretale {

namespace {

constexpr int Hexadecimal = 16;

// RFC 9112, 7.1. Nothing when it is no size.
std::optional<qint64> chunkSizeIn(QByteArrayView line)
{
    const qsizetype semicolon = line.indexOf(';');
    const QByteArrayView digits = (semicolon < 0 ? line : line.first(semicolon)).trimmed();
    constexpr qsizetype MostDigits = 15;
    const bool areDigits = std::ranges::all_of(
        digits, [](char c) { return QByteArrayView("0123456789abcdefABCDEF").contains(c); });
    if (digits.isEmpty() || digits.size() > MostDigits || !areDigits)
        return std::nullopt;
    return digits.toByteArray().toLongLong(nullptr, Hexadecimal);
}

// Whether the bytes begin with a chunk, as far as they go.
bool looksChunked(QByteArrayView bytes)
{
    const LineExtent line = firstLine(bytes);
    const std::optional<qint64> size = line.end > 0 ? chunkSizeIn(bytes.first(line.text)) : std::nullopt;
    if (!size)
        return false;
    const QByteArrayView behind = bytes.sliced(line.text + line.end);
    if (*size == 0 || behind.size() <= *size)
        return line.end == 2;
    const QByteArrayView end = behind.sliced(*size);
    return end.startsWith("\r\n") || end.startsWith('\n');
}

} // namespace

MessageFields FieldDissector::dissect(const Record &record, QByteArrayView bytes)
{
    MessageFields message;
    if (bytes.isEmpty())
        return message;
    switch (record.kind) {
    case MessageKind::Request:
    case MessageKind::Response:
        takeHead(record, bytes, message);
        break;
    case MessageKind::Frame:
        takeFrame(bytes, message);
        break;
    case MessageKind::Chunk:
    case MessageKind::Event:
    case MessageKind::Heartbeat:
        if (!knowsFraming())
            guessFraming(record, bytes);
        if (m_framing == Framing::Frames)
            takeRestOfFrame(bytes, message);
        else
            takeBody(bytes, 0, message);
        break;
    default: {
        FieldCursor cursor(bytes);
        cursor.take(message.fields, FieldKind::Unknown, bytes.size());
        message.content = bytes.toByteArray();
        break;
    }
    }
    return message;
}

void FieldDissector::guessFraming(const Record &record, QByteArrayView bytes)
{
    if (record.technique == Technique::WebSocket) {
        m_framing = Framing::Frames;
        m_remaining = std::numeric_limits<qint64>::max();
        return;
    }
    m_framing = looksChunked(bytes) ? Framing::Chunked : Framing::Plain;
    m_phase = Phase::Size;
    m_isEventStream = record.kind != MessageKind::Chunk || record.technique == Technique::EventStream;
}

void FieldDissector::takeHead(const Record &record, QByteArrayView bytes, MessageFields &message)
{
    FieldCursor cursor(bytes);
    message.fields = headFields(cursor, record.direction);
    const QByteArrayView head = bytes.first(cursor.at());
    const std::optional<HttpHead> said
        = record.direction == Direction::ClientToServer ? requestHeadFrom(head) : responseHeadFrom(head);
    m_framing = said && said->isChunked ? Framing::Chunked : Framing::Plain;
    m_phase = Phase::Size;
    m_lines = {};
    m_isEventStream = said && said->contentType == "text/event-stream" && said->contentEncoding.isEmpty()
        && record.direction == Direction::ServerToClient;
    takeBody(bytes, cursor.at(), message);
}

void FieldDissector::takeFrame(QByteArrayView bytes, MessageFields &message)
{
    FrameFields frame = frameFields(bytes);
    m_framing = Framing::Frames;
    m_mask = frame.mask;
    m_frameAt = frame.payload.size();
    m_remaining
        = qint64(std::min<quint64>(frame.payloadLength, std::numeric_limits<qint64>::max())) - m_frameAt;
    message.fields = std::move(frame.fields);
    if (!frame.mask.isEmpty()) {
        message.unmasked = bytes.toByteArray();
        message.unmasked.replace(frame.payloadBegin, frame.payload.size(), frame.payload);
    }
    message.content = std::move(frame.payload);
}

void FieldDissector::takeRestOfFrame(QByteArrayView bytes, MessageFields &message)
{
    FieldCursor cursor(bytes);
    const qint64 length = std::min<qint64>(m_remaining, bytes.size());
    cursor.take(message.fields, FieldKind::Payload, length);
    cursor.take(message.fields, FieldKind::Unknown, bytes.size() - length);
    message.content = unmasked(bytes.first(length), m_mask, m_frameAt);
    if (!m_mask.isEmpty())
        message.unmasked = message.content + bytes.sliced(length).toByteArray();
    m_frameAt += length;
    m_remaining -= length;
}

void FieldDissector::takeBody(QByteArrayView bytes, qint64 begin, MessageFields &message)
{
    if (begin >= bytes.size())
        return;
    if (m_framing == Framing::Chunked)
        takeChunks(bytes, begin, message);
    else
        message.fields.push_back(dataField(FieldKind::Body, bytes, begin, bytes.size() - begin, message));
}

Field FieldDissector::dataField(FieldKind kind, QByteArrayView bytes, qint64 begin, qint64 length,
                                MessageFields &message)
{
    message.content += bytes.sliced(begin, length);
    std::vector<Field> lines;
    if (m_isEventStream)
        m_lines.feed(bytes, begin, length, lines);
    return {.kind = kind, .begin = begin, .length = length, .value = {}, .children = std::move(lines)};
}

std::vector<Field> FieldDissector::sizeLine(QByteArrayView bytes, qint64 &at)
{
    FieldCursor cursor(bytes, at);
    const LineExtent line = firstLine(cursor.rest());
    const QByteArrayView text = cursor.rest().first(line.text);
    const std::optional<qint64> size = chunkSizeIn(text);
    std::vector<Field> parts;
    if (!size) {
        cursor.take(parts, FieldKind::Unknown, cursor.rest().size());
        at = cursor.at();
        return parts;
    }
    const qsizetype semicolon = text.indexOf(';');
    cursor.take(parts, FieldKind::ChunkSize, semicolon < 0 ? line.text : semicolon,
                QString::fromLatin1(text).section(u';', 0, 0) + QStringLiteral(" = ")
                    + QString::number(*size));
    cursor.take(parts, FieldKind::ChunkExtension, line.text - (semicolon < 0 ? line.text : semicolon));
    cursor.take(parts, FieldKind::LineEnd, line.end);
    m_remaining = *size;
    m_phase = *size == 0 ? Phase::Trailer : Phase::Data;
    at = cursor.at();
    return parts;
}

void FieldDissector::takeChunks(QByteArrayView bytes, qint64 begin, MessageFields &message)
{
    std::vector<Field> parts; // of the chunk in hand
    bool isLast = m_phase == Phase::Trailer;
    const auto close = [&] {
        if (!parts.empty())
            message.fields.push_back(
                fieldAround(isLast ? FieldKind::LastChunk : FieldKind::Chunk, std::exchange(parts, {})));
    };
    qint64 at = begin;
    while (at < bytes.size()) {
        FieldCursor cursor(bytes, at);
        const LineExtent line = firstLine(cursor.rest());
        switch (m_phase) {
        case Phase::Size:
        case Phase::Over: {
            close();
            std::vector<Field> size = sizeLine(bytes, at);
            isLast = m_phase == Phase::Trailer;
            parts.push_back(
                fieldAround(FieldKind::ChunkSizeLine, std::move(size), QString::number(m_remaining)));
            continue;
        }
        case Phase::Data: {
            const qint64 length = std::min<qint64>(m_remaining, cursor.rest().size());
            parts.push_back(dataField(FieldKind::ChunkData, bytes, at, length, message));
            m_remaining -= length;
            at += length;
            m_phase = m_remaining == 0 ? Phase::End : Phase::Data;
            continue;
        }
        case Phase::End:
            cursor.take(parts, line.text == 0 ? FieldKind::ChunkEnd : FieldKind::Unknown,
                        line.text == 0 ? line.end : cursor.rest().size());
            m_phase = Phase::Size;
            break;
        case Phase::Trailer:
            if (line.text == 0) {
                cursor.take(parts, FieldKind::BodyEnd, line.end);
                m_phase = Phase::Over;
            } else {
                parts.push_back(headerField(cursor, FieldKind::Trailer));
            }
            break;
        }
        at = cursor.at();
    }
    close();
}

} // namespace wiretale
