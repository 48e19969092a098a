// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulesubject.h"

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "app/journal/rulesurroundings.h"
#include "app/journal/trafficlog.h"
#include "app/wire/headfields.h"

#include <QList>

#include <algorithm>

namespace wiretale {

namespace {

const Field *find(const std::vector<Field> &fields, FieldKind kind)
{
    for (const Field &field : fields) {
        if (field.kind == kind)
            return &field;
        if (const Field *inside = find(field.children, kind))
            return inside;
    }
    return nullptr;
}

QByteArray bytesOf(const Field *field, const QByteArray &message)
{
    return field == nullptr ? QByteArray() : message.mid(field->begin, field->length);
}

// A line with a name and a value.
NamedLine lineOf(const Field &line, const QByteArray &message, FieldKind name, FieldKind value)
{
    return {bytesOf(find(line.children, name), message),
            bytesOf(find(line.children, value), message),
            {line.begin, line.length}};
}

void takeHead(RuleSubject &subject)
{
    const std::vector<Field> &fields = subject.message.fields;
    if (const Field *line = find(fields, FieldKind::RequestLine)) {
        subject.isRequest = true;
        subject.method = bytesOf(find(line->children, FieldKind::Method), subject.bytes);
        const Field *path = find(line->children, FieldKind::Path);
        const Field *version = find(line->children, FieldKind::Version);
        const qint64 end = version == nullptr ? line->end() : version->begin - 1;
        if (path != nullptr)
            subject.target = subject.bytes.mid(path->begin, end - path->begin);
    } else if (const Field *statusLine = find(fields, FieldKind::StatusLine)) {
        subject.isResponse = true;
        subject.status = bytesOf(find(statusLine->children, FieldKind::StatusCode), subject.bytes).toInt();
    }
    subject.version = bytesOf(find(fields, FieldKind::Version), subject.bytes);
    for (const Field &field : fields) {
        if (field.kind != FieldKind::Header)
            continue;
        NamedLine line = lineOf(field, subject.bytes, FieldKind::HeaderName, FieldKind::HeaderValue);
        line.name = line.name.toLower();
        subject.headers.push_back(std::move(line));
    }
}

// What is no message because its head is wrong is judged as a head, if all of it is there.
void takeMalformedHead(RuleSubject &subject)
{
    const qsizetype end = subject.bytes.indexOf("\n\r\n");
    const qsizetype bareEnd = subject.bytes.indexOf("\n\n");
    if (end < 0 && bareEnd < 0)
        return;
    const QByteArray line = subject.bytes.first(subject.bytes.indexOf('\n')).trimmed();
    const bool isDown = subject.record.direction == Direction::ServerToClient;
    if (isDown ? !line.startsWith("HTTP/") : !line.contains(" HTTP/"))
        return;
    FieldCursor cursor(subject.bytes);
    subject.message.fields = headFields(cursor, subject.record.direction);
    takeHead(subject);
}

// A line that the end of a chunk cuts in two is put together again; `isOpen`: the last one is not over.
void takeLines(const std::vector<Field> &fields, RuleSubject &subject, bool &isOpen)
{
    for (const Field &field : fields) {
        const bool isComment = field.kind == FieldKind::StreamComment;
        if (field.kind != FieldKind::StreamField && !isComment) {
            takeLines(field.children, subject, isOpen);
            continue;
        }
        NamedLine line = isComment
            ? NamedLine {{}, {}, {field.begin, field.length}}
            : lineOf(field, subject.bytes, FieldKind::FieldName, FieldKind::FieldValue);
        if (isOpen) {
            NamedLine &begun = subject.lines.back();
            begun.name += line.name;
            begun.value += line.value;
            begun.where.length = field.end() - begun.where.begin;
        } else {
            subject.lines.push_back(std::move(line));
        }
        isOpen = field.children.back().kind != FieldKind::LineEnd;
    }
}

void takeLines(RuleSubject &subject)
{
    bool isOpen = false;
    subject.lines.clear();
    takeLines(subject.message.fields, subject, isOpen);
}

// Seen alone, a chunk's size inside an event cannot be told from a field's name, nor the stream's first
// event from another.
bool mayMislead(const RuleSubject &subject)
{
    return subject.field(FieldKind::ByteOrderMark) != nullptr
        || std::ranges::any_of(subject.lines, [](const NamedLine &line) {
               return !line.name.isEmpty() && std::ranges::all_of(line.name, [](char c) {
                   return QByteArrayView("0123456789abcdefABCDEF; ").contains(c);
               });
           });
}

void takePiece(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    FieldDissector alone;
    subject.message = alone.dissect(subject.record, subject.bytes);
    subject.isStreamBlock
        = subject.record.kind == MessageKind::Event || subject.record.kind == MessageKind::Heartbeat;
    takeLines(subject);
    if (!subject.isStreamBlock || !mayMislead(subject))
        return;
    subject.message = reader.read(number);
    takeLines(subject);
}

void takeFrame(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    subject.frame = frameFields(subject.bytes);
    subject.message.fields = subject.frame->fields;
    subject.message.content = subject.frame->payload;
    const Journal &journal = reader.log()->journal();
    bool isFirst = true;
    lookBack(journal, number, subject.record, [&](RecordNumber each, const Record &other) {
        if (other.kind != MessageKind::Frame || other.direction != subject.record.direction)
            return true;
        if (std::exchange(isFirst, false)) {
            subject.isAfterClose = other.code == quint16(FrameOpcode::Close);
            subject.previousMask = frameFields(reader.log()->bytes(each)).mask;
        }
        if (isControlFrame(other))
            return true;
        subject.isInMessage = !other.has(RecordFlag::Fin);
        return false;
    });
    const bool isContinuation = subject.frame->opcode == 0;
    const bool hasReserved = (quint8(subject.bytes.at(0)) & 0x70U) != 0;
    if (hasReserved || isContinuation) {
        // Where the handshake is not known, nobody is to be blamed.
        const auto agreed = agreedExtensions(*reader.log(), subject.record);
        subject.hasExtensions = !agreed || !agreed->isEmpty();
        subject.hasDeflate = agreed && messageDeflate(*agreed, subject.record.direction).isAgreed;
    }
    const bool endsMessage = subject.frame->isFin && subject.frame->opcode <= quint8(FrameOpcode::Text);
    // What may be compressed would cost a look at all frames before it.
    const bool mayBePacked = subject.hasExtensions && (hasReserved || isContinuation);
    if (!endsMessage || mayBePacked || (isContinuation && !subject.isInMessage))
        return;
    const MessageBody body = bodyOf(reader, number);
    subject.endsText = body.isText && !body.goesOn;
    subject.text = body.bytes;
}

void lookAround(RuleSubject &subject, MessageReader &reader, RecordNumber number)
{
    const Record &record = subject.record;
    if (subject.isResponse && record.exchange != 0 && record.exchange < number)
        subject.request = std::make_shared<RuleSubject>(headAlone(reader, record.exchange));
    if (subject.isResponse && subject.request)
        subject.method = subject.request->method;
    if (!subject.isRequest)
        return;
    lookBack(reader.log()->journal(), number, record, [&](RecordNumber, const Record &other) {
        if (other.kind != MessageKind::Request)
            return other.kind != MessageKind::Open;
        subject.isAfterClose = !other.has(RecordFlag::KeepAlive) && !other.has(RecordFlag::Handshake);
        return false;
    });
}

} // namespace

const NamedLine *RuleSubject::header(QByteArrayView name) const
{
    const auto found
        = std::ranges::find_if(headers, [name](const NamedLine &line) { return line.name == name; });
    return found == headers.end() ? nullptr : &*found;
}

qsizetype RuleSubject::countOf(QByteArrayView name) const
{
    return std::ranges::count_if(headers, [name](const NamedLine &line) { return line.name == name; });
}

QList<QByteArray> RuleSubject::listOf(QByteArrayView name) const
{
    QList<QByteArray> members;
    for (const NamedLine &line : headers) {
        if (line.name != name)
            continue;
        for (const QByteArray &each : line.value.toLower().split(',')) {
            if (const QByteArray member = each.trimmed(); !member.isEmpty())
                members << member;
        }
    }
    return members;
}

bool RuleSubject::listHas(QByteArrayView name, QByteArrayView member) const
{
    return listOf(name).contains(member);
}

const Field *RuleSubject::field(FieldKind kind) const
{
    return find(message.fields, kind);
}

ByteRange RuleSubject::placeOf(FieldKind kind) const
{
    const Field *found = field(kind);
    return found == nullptr ? whole() : ByteRange {found->begin, found->length};
}

RuleSubject headAlone(MessageReader &reader, RecordNumber number)
{
    RuleSubject head;
    head.record = reader.log()->journal().at(number);
    head.bytes = reader.log()->bytes(number);
    head.message = reader.read(number);
    takeHead(head);
    return head;
}

RuleSubject ruleSubject(MessageReader &reader, RecordNumber number)
{
    RuleSubject subject;
    subject.record = reader.log()->journal().at(number);
    subject.bytes = reader.log()->bytes(number);
    if (subject.bytes.isEmpty())
        return subject;
    if (subject.record.kind == MessageKind::Frame) {
        takeFrame(subject, reader, number);
    } else if (isBodyPiece(subject.record)) {
        takePiece(subject, reader, number);
    } else if (subject.record.kind == MessageKind::Request || subject.record.kind == MessageKind::Response) {
        subject.message = reader.read(number);
        takeHead(subject);
    } else if (subject.record.has(RecordFlag::Malformed)) {
        takeMalformedHead(subject);
    }
    lookAround(subject, reader, number);
    lookForPings(subject, reader, number);
    lookForEventId(subject, reader, number);
    lookForAnswerBefore(subject, reader, number);
    return subject;
}

} // namespace wiretale
