// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/anatomy.h"

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype MostBytes = 2048; ///< of a stream; more steps nobody takes
constexpr int MostFrames = 12;
constexpr RecordNumber MostLookedAt = 10'000;

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Anatomy", words);
}

bool isEventStream(const Record &record) noexcept
{
    return record.technique == Technique::EventStream && record.direction == Direction::ServerToClient
        && (record.kind == MessageKind::Event || record.kind == MessageKind::Heartbeat
            || (record.kind == MessageKind::Response && record.has(RecordFlag::Streaming)));
}

// All frames of the message that this one is a part of, with what stands between them.
QList<QByteArray> framesAround(const TrafficLog &log, RecordNumber number)
{
    const Journal &journal = log.journal();
    const Record record = journal.at(number);
    const auto isOfThem = [&record](const Record &other) {
        return other.kind == MessageKind::Frame && other.connection == record.connection
            && other.direction == record.direction;
    };
    RecordNumber first = number;
    const RecordNumber earliest = number - std::min(number - 1, MostLookedAt);
    for (RecordNumber each = number; each >= earliest && each > 0; --each) {
        const Record other = journal.at(each);
        if (!isOfThem(other) || other.code >= quint16(FrameOpcode::Close))
            continue;
        if (each < number && other.has(RecordFlag::Fin))
            break;
        first = each;
        if (other.code != quint16(FrameOpcode::Continuation))
            break;
    }
    QList<QByteArray> frames;
    const RecordNumber last = std::min(journal.size(), number + MostLookedAt);
    for (RecordNumber each = first; each <= last && frames.size() < MostFrames; ++each) {
        const Record other = journal.at(each);
        if (!isOfThem(other))
            continue;
        frames << log.bytes(each);
        if (each >= number && other.has(RecordFlag::Fin) && other.code < quint16(FrameOpcode::Close))
            break;
        if (each >= number && record.code >= quint16(FrameOpcode::Close))
            break;
    }
    return frames;
}

std::optional<Anatomy> handshakeOf(const TrafficLog &log, MessageReader &reader, const Record &record)
{
    const Journal &journal = log.journal();
    if (record.exchange == 0)
        return std::nullopt;
    const QByteArray key
        = headerValue(reader.read(record.exchange).fields, log.bytes(record.exchange), "sec-websocket-key");
    QByteArray answered;
    const RecordNumber last = std::min(journal.size(), record.exchange + MostLookedAt);
    for (RecordNumber each = record.exchange; each <= last && answered.isEmpty(); ++each) {
        const Record other = journal.at(each);
        if (other.exchange == record.exchange && other.kind == MessageKind::Response)
            answered = headerValue(reader.read(each).fields, log.bytes(each), "sec-websocket-accept");
    }
    if (key.isEmpty())
        return std::nullopt;
    return handshakeAnatomy(key, answered, text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "This handshake")));
}

} // namespace

bool hasAnatomy(const Record &record) noexcept
{
    return isEventStream(record) || record.kind == MessageKind::Frame || record.has(RecordFlag::Handshake);
}

std::optional<Anatomy> anatomyOf(const std::shared_ptr<const TrafficLog> &log, RecordNumber number)
{
    const Record record = log->journal().at(number);
    MessageReader reader(log);
    if (isEventStream(record))
        return eventStreamAnatomy(bodyOf(reader, number).bytes.left(MostBytes),
                                  text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "This event stream")));
    if (record.has(RecordFlag::Handshake))
        return handshakeOf(*log, reader, record);
    if (record.kind != MessageKind::Frame)
        return std::nullopt;
    const QList<QByteArray> frames = framesAround(*log, number);
    const QByteArray bytes = log->bytes(number);
    if (frames.size() > 1 || !record.has(RecordFlag::Masked))
        return fragmentsAnatomy(frames, text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "This message")));
    return unmaskingAnatomy(bytes, text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "This frame")));
}

std::vector<Anatomy> anatomyExamples()
{
    // The streams of WHATWG HTML, 9.2.6, byte by byte.
    const auto stream = [](const char *bytes, int number) {
        //: an example of a standard: %1 is its number
        return eventStreamAnatomy(
            bytes, text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "Event stream: example %1")).arg(number));
    };
    std::vector<Anatomy> all;
    all.push_back(stream("data: YHOO\ndata: +2\ndata: 10\n\n", 1));
    all.push_back(stream(
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n", 2));
    all.push_back(stream("data\n\ndata\ndata\n\ndata:", 3));
    all.push_back(stream("data:test\n\ndata: test\n\n", 4));
    // RFC 6455, 1.3 and 5.7.
    all.push_back(handshakeAnatomy("dGhlIHNhbXBsZSBub25jZQ==", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                                   text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "WebSocket: the handshake"))));
    all.push_back(
        unmaskingAnatomy(QByteArray::fromHex("818537fa213d7f9f4d5158"),
                         text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "WebSocket: a masked frame"))));
    all.push_back(fragmentsAnatomy(
        {QByteArray::fromHex("010348656c"), QByteArray::fromHex("890548656c6c6f"),
         QByteArray::fromHex("80026c6f")},
        text(QT_TRANSLATE_NOOP("wiretale::Anatomy", "WebSocket: fragments with a ping between them"))));
    return all;
}

} // namespace wiretale
