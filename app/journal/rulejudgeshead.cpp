// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulejudges.h"

#include <algorithm>
#include <array>

namespace wiretale::judges {

// How the heads of requests and answers are written. What each judge is about, the table in rules.cpp says.

namespace {

// A line that goes on with the one before it.
bool isFolded(const NamedLine &line)
{
    return line.name.startsWith(' ') || line.name.startsWith('\t') || line.name.isEmpty();
}

} // namespace

Judgement httpLineEnd(const RuleSubject &subject)
{
    for (const Field *leaf : leafFields(subject.message.fields)) {
        const bool isEnd = leaf->kind == FieldKind::LineEnd || leaf->kind == FieldKind::HeadEnd;
        if (isEnd && leaf->length == 1)
            return ByteRange {leaf->begin, leaf->length};
        if (leaf->kind == FieldKind::HeadEnd)
            break;
    }
    return {};
}

Judgement httpFirstLine(const RuleSubject &subject)
{
    return brokenIf(subject.field(FieldKind::EmptyLine) != nullptr, subject.placeOf(FieldKind::EmptyLine));
}

Judgement httpVersion(const RuleSubject &subject)
{
    return brokenIf(subject.version != "HTTP/1.1" && subject.version != "HTTP/1.0",
                    subject.placeOf(FieldKind::Version));
}

Judgement httpHeaderName(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return !isToken(line.name.endsWith(' ') || line.name.endsWith('\t') ? line.name.trimmed() : line.name)
            && !isFolded(line);
    });
}

Judgement httpHeaderSpace(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return !isFolded(line) && (line.name.endsWith(' ') || line.name.endsWith('\t'));
    });
}

Judgement httpHeaderFold(const RuleSubject &subject)
{
    for (const Field &field : subject.message.fields) {
        const bool isHeader = field.kind == FieldKind::Header;
        const char first = isHeader ? subject.bytes.at(field.begin) : 'x';
        if (first == ' ' || first == '\t')
            return ByteRange {field.begin, field.length};
    }
    return {};
}

Judgement httpHeaderValue(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return std::ranges::any_of(line.value,
                                   [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; });
    });
}

Judgement httpHeaderOnce(const RuleSubject &subject)
{
    static constexpr std::array<QByteArrayView, 9> Single {"content-type",  "date",          "etag",
                                                           "location",      "retry-after",   "user-agent",
                                                           "authorization", "last-modified", "last-event-id"};
    return firstHeader(subject, [&subject](const NamedLine &line) {
        return std::ranges::find(Single, QByteArrayView(line.name)) != Single.end()
            && subject.countOf(line.name) > 1;
    });
}

Judgement httpLengthNumber(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return line.name == "content-length" && !areDigits(line.value);
    });
}

Judgement httpLengthOnce(const RuleSubject &subject)
{
    const NamedLine *first = subject.header("content-length");
    return firstHeader(subject, [first](const NamedLine &line) {
        return line.name == "content-length" && line.value != first->value;
    });
}

Judgement httpLengthChunked(const RuleSubject &subject)
{
    return brokenIf(subject.header("content-length") != nullptr
                        && subject.header("transfer-encoding") != nullptr,
                    atHeader(subject, "content-length"));
}

Judgement httpChunkedLast(const RuleSubject &subject)
{
    const QList<QByteArray> codings = subject.listOf("transfer-encoding");
    const qsizetype chunked = codings.count("chunked");
    const bool isLast = !codings.isEmpty() && codings.constLast() == "chunked";
    const bool mustBeLast
        = chunked > 0 || (subject.isRequest && subject.header("transfer-encoding") != nullptr);
    return brokenIf(chunked > 1 || (mustBeLast && !isLast), atHeader(subject, "transfer-encoding"));
}

Judgement httpUpgradeConnection(const RuleSubject &subject)
{
    return brokenIf(subject.header("upgrade") != nullptr && !subject.listHas("connection", "upgrade"),
                    atHeader(subject, "upgrade"));
}

Judgement httpContentType(const RuleSubject &subject)
{
    const bool hasBody = !subject.message.content.isEmpty() || subject.record.has(RecordFlag::Streaming);
    return brokenIf(hasBody && subject.header("content-type") == nullptr, subject.whole());
}

} // namespace wiretale::judges
