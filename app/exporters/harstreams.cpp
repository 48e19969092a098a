// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harstreams.h"

#include "app/exporters/chunkeddecoder.h"
#include "app/exporters/eventstreamreader.h"
#include "app/exporters/exchangeindex.h"
#include "app/exporters/jsonwriter.h"
#include "app/exporters/websocketreader.h"
#include "app/journal/decompressor.h"
#include "app/journal/plainstream.h"
#include "app/journal/trafficlog.h"

#include <QUtf8StringView>
#include <QtEndian>

#include <array>
#include <functional>

namespace wiretale {

namespace {

// What is longer is most likely meant to do harm.
constexpr qsizetype MostUnpacked = qsizetype(16) * 1024 * 1024;

/// Unpacks the messages of one direction of a WebSocket (RFC 7692, 7.2.2).
class MessageUnpacker
{
public:
    explicit MessageUnpacker(MessageDeflate deflate)
        : m_deflate(deflate)
    {
    }

    /// Leaves as it is what cannot be unpacked.
    void unpack(WebSocketMessage &message)
    {
        if (!message.compressed || !m_deflate.isAgreed)
            return;
        if (!m_decompressor || !m_deflate.keepsContext)
            m_decompressor = Decompressor::forMessages();
        // What senders leave out.
        const QByteArray plain
            = m_decompressor->take(message.data + QByteArray("\0\0\xff\xff", 4), MostUnpacked);
        if (m_decompressor->state() == Decompressor::State::GoesOn) {
            message.data = plain;
            message.compressed = false;
        }
    }

private:
    MessageDeflate m_deflate;
    std::unique_ptr<Decompressor> m_decompressor;
};

/// A frame and when and how it passed.
struct PassedFrame
{
    const WebSocketFrame &frame;
    RecordNumber number; ///< of the record in which it ended
    Direction direction;
    qint64 wallNs; ///< Unix time when the client sent or received it
};

bool isUpgraded(const Record &record) noexcept
{
    return record.kind != MessageKind::Request && record.kind != MessageKind::Response;
}

void visitFrames(const TrafficLog &log, const ExchangeIndex &index, RecordNumber request,
                 const std::function<void(const PassedFrame &)> &visit)
{
    std::array<WebSocketReader, 2> readers; // index: Direction
    for (RecordNumber number = index.next(request); number != 0; number = index.next(number)) {
        const Record record = log.journal().at(number);
        const bool sent = record.direction == Direction::ClientToServer;
        if (!isUpgraded(record) || (!sent && record.arrivedNs == Record::NotArrived))
            continue;
        const qint64 clockNs = sent ? record.departedNs : record.arrivedNs;
        readers[size_t(record.direction)].feed(log.bytes(number), [&](const WebSocketFrame &frame) {
            visit({frame, number, record.direction, log.wallStartNs() + clockNs});
        });
    }
}

void writeHow(JsonWriter &json, const PassedFrame &passed)
{
    json.member("type", passed.direction == Direction::ClientToServer ? "send" : "receive");
    json.key("time");
    json.decimal(passed.wallNs, 9);
}

void writeText(JsonWriter &json, const QByteArray &data)
{
    if (QUtf8StringView(data).isValidUtf8()) {
        json.utf8(data);
    } else {
        json.base64(data);
        json.member("_encoding", "base64");
    }
}

void writeMessage(JsonWriter &json, const PassedFrame &passed, const WebSocketMessage &message)
{
    json.beginObject();
    writeHow(json, passed);
    json.member("opcode", message.opcode);
    json.key("data");
    if (message.opcode == quint8(FrameOpcode::Text)) {
        writeText(json, message.data);
    } else {
        json.base64(message.data);
    }
    if (message.compressed)
        json.member("_compressed", "permessage-deflate");
    json.member("_record", passed.number);
    json.endObject();
}

void writeFrame(JsonWriter &json, const PassedFrame &passed)
{
    const WebSocketFrame &frame = passed.frame;
    json.beginObject();
    writeHow(json, passed);
    json.member("opcode", frame.opcode);
    json.key("fin");
    json.boolean(frame.fin);
    json.key("masked");
    json.boolean(frame.masked);
    json.member("payloadSize", frame.payload.size());
    if (frame.opcode == quint8(FrameOpcode::Close) && frame.payload.size() >= 2) { // RFC 6455, 5.5.1
        json.member("code", qFromBigEndian<quint16>(frame.payload.constData()));
        json.key("data");
        writeText(json, frame.payload.sliced(2));
    } else if (frame.isControl()) {
        json.key("data");
        writeText(json, frame.payload);
    }
    json.member("_record", passed.number);
    json.endObject();
}

} // namespace

void writeHarWebSocket(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                       const HarExchange &exchange)
{
    json.key("_webSocketMessages");
    json.beginArray();
    const QByteArray extensions = exchange.response.head
        ? exchange.response.head->field("Sec-WebSocket-Extensions").value_or(QByteArray())
        : QByteArray();
    std::array<WebSocketJoiner, 2> joiners; // index: Direction
    std::array<MessageUnpacker, 2> unpackers {
        MessageUnpacker(messageDeflate(extensions, Direction::ClientToServer)),
        MessageUnpacker(messageDeflate(extensions, Direction::ServerToClient))};
    visitFrames(log, index, exchange.number, [&](const PassedFrame &passed) {
        if (auto message = joiners[size_t(passed.direction)].feed(passed.frame)) {
            unpackers[size_t(passed.direction)].unpack(*message);
            writeMessage(json, passed, *message);
        }
    });
    json.endArray();
    json.key("_webSocketFrames");
    json.beginArray();
    visitFrames(log, index, exchange.number, [&](const PassedFrame &passed) { writeFrame(json, passed); });
    json.endArray();
}

void writeHarEventStream(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                         const HarExchange &exchange)
{
    if (exchange.response.isPacked)
        return;
    const bool chunked = exchange.response.head && exchange.response.head->isChunked();
    qint64 headLeft = exchange.response.head ? exchange.response.head->size : 0;
    qint64 arrivedNs = 0;
    json.key("_eventSourceMessages");
    json.beginArray();
    EventStreamReader reader([&](const EventStreamReader::Event &event) {
        json.beginObject();
        json.key("time");
        json.decimal(log.wallStartNs() + arrivedNs, 9);
        // The rules decode the stream as UTF-8 and replace what is not (9.2.5).
        json.member("eventName", QString::fromUtf8(event.type));
        json.member("eventId", QString::fromUtf8(event.id));
        json.member("data", QString::fromUtf8(event.data));
        json.endObject();
    });
    ChunkedDecoder decoder;
    const std::unique_ptr<Decompressor> decompressor = Decompressor::forCodings(
        exchange.response.head ? exchange.response.head->field("Content-Encoding").value_or(QByteArray())
                               : QByteArray());
    qsizetype left = MostUnpacked;
    for (RecordNumber number = index.next(exchange.number); number != 0; number = index.next(number)) {
        const Record record = log.journal().at(number);
        if (record.direction == Direction::ClientToServer || record.arrivedNs == Record::NotArrived
            || isInterim(record))
            continue;
        QByteArray bytes = log.bytes(number);
        const qint64 ofHead = std::min<qint64>(headLeft, bytes.size());
        bytes.remove(0, ofHead);
        headLeft -= ofHead;
        arrivedNs = record.arrivedNs;
        QByteArray content = chunked ? decoder.feed(bytes) : bytes;
        if (decompressor) {
            content = decompressor->take(content, left);
            left -= content.size();
        }
        reader.feed(content);
    }
    json.endArray();
}

} // namespace wiretale
