// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagebody.h"

#include "app/journal/messagereader.h"
#include "app/journal/trafficlog.h"

#include <QList>

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber MostLookedAt = 200'000;
constexpr int MostPieces = 1'000;

bool isDataFrame(const Record &record) noexcept
{
    return record.kind == MessageKind::Frame && !isControlFrame(record);
}

bool belongTogether(const Record &a, const Record &b) noexcept
{
    return a.exchange == b.exchange && a.direction == b.direction && a.connection == b.connection;
}

void readHead(MessageReader &reader, RecordNumber number, MessageBody &body)
{
    if (number == 0)
        return;
    const QByteArray bytes = reader.log()->bytes(number);
    const MessageFields &message = reader.read(number);
    const QByteArray type = headerValue(message.fields, bytes, "content-type").toLower();
    const qsizetype semicolon = type.indexOf(';');
    body.contentType = type.first(semicolon < 0 ? type.size() : semicolon).trimmed();
    const qsizetype charset = type.indexOf("charset=");
    if (charset >= 0) {
        body.charset
            = type.sliced(charset + qsizetype(qstrlen("charset="))).split(';').constFirst().trimmed();
        body.charset.replace('"', "");
    }
}

// What the message carries, unpacked where that can be done.
void take(MessageReader &reader, RecordNumber number, MessageBody &body)
{
    const PlainContent plain = reader.plain(number);
    body.bytes += plain.bytes;
    body.packing = std::max(body.packing, plain.state);
    if (!plain.coding.isEmpty()) {
        body.coding = plain.coding;
        body.sentBytes += reader.read(number).content.size();
    }
    if (body.bytes.size() > MessageBody::MostBytes) {
        body.bytes.truncate(MessageBody::MostBytes);
        body.goesOn = true;
    }
}

void append(MessageReader &reader, RecordNumber number, MessageBody &body)
{
    ++body.messages;
    take(reader, number, body);
}

// What follows a head, or the first frame of a message, as long as `isPart` says so.
template <typename IsPart>
void gather(MessageReader &reader, RecordNumber number, RecordFlag last, MessageBody &body, IsPart isPart)
{
    const Journal &journal = reader.log()->journal();
    const Record record = journal.at(number);
    const RecordNumber end = std::min(journal.size(), number + MostLookedAt);
    body.goesOn = body.goesOn || !record.has(last);
    if (body.bytes.size() >= MessageBody::MostBytes)
        return;
    for (RecordNumber each = number + 1; each <= end && body.goesOn; ++each) {
        const Record other = journal.at(each);
        if (!belongTogether(record, other) || !isPart(other))
            continue;
        body.goesOn = !other.has(last);
        append(reader, each, body);
        if (body.messages >= MostPieces || body.bytes.size() >= MessageBody::MostBytes)
            return;
    }
}

// The frame with which the message of this one begins.
RecordNumber firstFrame(const Journal &journal, RecordNumber number, const Record &record)
{
    const RecordNumber first = number - std::min(number - 1, MostLookedAt);
    for (RecordNumber each = number; each >= first && each > 0; --each) {
        const Record other = journal.at(each);
        if (belongTogether(record, other) && isDataFrame(other)
            && other.code != quint16(FrameOpcode::Continuation))
            return each;
    }
    return number;
}

} // namespace

QByteArray headerValue(const std::vector<Field> &fields, QByteArrayView message, QByteArrayView name)
{
    const auto header = std::ranges::find_if(fields, [name](const Field &field) {
        return field.kind == FieldKind::Header
            && field.value.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
    if (header == fields.end())
        return {};
    const auto value = std::ranges::find(header->children, FieldKind::HeaderValue, &Field::kind);
    return value == header->children.end() ? QByteArray()
                                           : message.sliced(value->begin, value->length).toByteArray();
}

RecordNumber headOf(const Journal &journal, RecordNumber number)
{
    const Record record = journal.at(number);
    if (!isBodyPiece(record)) {
        const bool hasHead = record.kind == MessageKind::Request || record.kind == MessageKind::Response
            || record.kind == MessageKind::Frame;
        return hasHead ? number : 0;
    }
    const bool isOfFrame = record.technique == Technique::WebSocket;
    if (isOfFrame || record.exchange == 0)
        return isOfFrame ? firstFrame(journal, number, record) : 0;
    const RecordNumber last = std::min(number, record.exchange + MostLookedAt);
    for (RecordNumber each = record.exchange; each < last; ++each) {
        const Record other = journal.at(each);
        const bool isHead = other.kind == MessageKind::Request || other.kind == MessageKind::Response;
        if (isHead && belongTogether(record, other) && other.has(RecordFlag::Streaming))
            return each;
    }
    return 0;
}

MessageBody bodyOf(MessageReader &reader, RecordNumber number)
{
    const Journal &journal = reader.log()->journal();
    const Record record = journal.at(number);
    MessageBody body;
    if (isDataFrame(record) && !(record.has(RecordFlag::Fin) && record.code != 0)) {
        const RecordNumber first = firstFrame(journal, number, record);
        const Record begin = journal.at(first);
        body.isText = begin.code == quint16(FrameOpcode::Text);
        take(reader, first, body);
        gather(reader, first, RecordFlag::Fin, body,
               [](const Record &other) { return other.kind == MessageKind::Chunk || isDataFrame(other); });
        return body;
    }
    if (record.kind == MessageKind::Request || record.kind == MessageKind::Response) {
        readHead(reader, number, body);
        take(reader, number, body);
        if (record.has(RecordFlag::Streaming))
            gather(reader, number, RecordFlag::Final, body, isBodyPiece);
        return body;
    }
    if (isBodyPiece(record) && record.technique != Technique::WebSocket)
        readHead(reader, headOf(journal, number), body);
    take(reader, number, body);
    body.isText = record.kind == MessageKind::Frame && record.code == quint16(FrameOpcode::Text);
    return body;
}

} // namespace wiretale
