// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulejudges.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace wiretale::judges {

// Answers, and the chunks of their bodies. What each judge is about, the table in rules.cpp says.

namespace {

// RFC 9110, 5.6.7, in the form that is to be written.
bool isHttpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return date.isValid();
}

bool isInterim(const RuleSubject &subject)
{
    return subject.status >= 100 && subject.status < 200;
}

bool hasNeverABody(const RuleSubject &subject)
{
    return subject.status == 204 || subject.status == 304;
}

bool isInSizeLine(const RuleSubject &subject, qint64 byte)
{
    return std::ranges::any_of(fieldPath(subject.message.fields, byte),
                               [](const Field *field) { return field->kind == FieldKind::ChunkSizeLine; });
}

} // namespace

Judgement httpStatus(const RuleSubject &subject)
{
    return brokenIf(subject.status < 100 || subject.status > 599, subject.placeOf(FieldKind::StatusCode));
}

Judgement httpStatusSpace(const RuleSubject &subject)
{
    const Field *line = subject.field(FieldKind::StatusLine);
    const auto spaces = std::ranges::count(line->children, FieldKind::Space, &Field::kind);
    return brokenIf(spaces < 2, {line->begin, line->length});
}

Judgement http204Length(const RuleSubject &subject)
{
    return brokenIf(subject.status == 204 && subject.header("content-length") != nullptr,
                    atHeader(subject, "content-length"));
}

Judgement http1xxLength(const RuleSubject &subject)
{
    return brokenIf(isInterim(subject) && subject.header("content-length") != nullptr,
                    atHeader(subject, "content-length"));
}

Judgement http204Chunked(const RuleSubject &subject)
{
    return brokenIf((isInterim(subject) || subject.status == 204)
                        && subject.header("transfer-encoding") != nullptr,
                    atHeader(subject, "transfer-encoding"));
}

Judgement http205Body(const RuleSubject &subject)
{
    return brokenIf(subject.status == 205 && !subject.message.content.isEmpty(),
                    subject.placeOf(FieldKind::Body));
}

Judgement httpChunked10(const RuleSubject &subject)
{
    return brokenIf(subject.request && subject.request->version == "HTTP/1.0"
                        && subject.header("transfer-encoding") != nullptr,
                    atHeader(subject, "transfer-encoding"));
}

Judgement http1xx10(const RuleSubject &subject)
{
    return brokenIf(subject.request && subject.request->version == "HTTP/1.0" && isInterim(subject),
                    subject.placeOf(FieldKind::StatusCode));
}

Judgement httpDate(const RuleSubject &subject)
{
    return brokenIf(subject.status >= 200 && subject.status < 500 && subject.header("date") == nullptr,
                    subject.placeOf(FieldKind::StatusLine));
}

Judgement httpDateForm(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return (line.name == "date" || line.name == "last-modified") && !isHttpDate(line.value);
    });
}

Judgement httpEtag(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        const QByteArray tag = line.value.startsWith("W/") ? line.value.sliced(2) : line.value;
        return line.name == "etag" && (tag.size() < 2 || !tag.startsWith('"') || !tag.endsWith('"'));
    });
}

Judgement http206Range(const RuleSubject &subject)
{
    const NamedLine *type = subject.header("content-type");
    const bool hasParts = type != nullptr && type->value.toLower().startsWith("multipart/byteranges");
    return brokenIf(subject.status == 206 && !hasParts && subject.header("content-range") == nullptr,
                    subject.whole());
}

Judgement http206Unasked(const RuleSubject &subject)
{
    return brokenIf(subject.status == 206 && subject.request && subject.request->header("range") == nullptr,
                    subject.placeOf(FieldKind::StatusCode));
}

Judgement http304Unasked(const RuleSubject &subject)
{
    return brokenIf(subject.status == 304 && subject.request
                        && subject.request->header("if-none-match") == nullptr
                        && subject.request->header("if-modified-since") == nullptr,
                    subject.placeOf(FieldKind::StatusCode));
}

Judgement httpLocation(const RuleSubject &subject)
{
    const bool redirects = subject.status == 301 || subject.status == 302 || subject.status == 303
        || subject.status == 307 || subject.status == 308;
    return brokenIf(redirects && subject.header("location") == nullptr, subject.whole());
}

Judgement http401Challenge(const RuleSubject &subject)
{
    return brokenIf(subject.status == 401 && subject.header("www-authenticate") == nullptr, subject.whole());
}

Judgement http405Allow(const RuleSubject &subject)
{
    return brokenIf(subject.status == 405 && subject.header("allow") == nullptr, subject.whole());
}

Judgement http407Challenge(const RuleSubject &subject)
{
    return brokenIf(subject.status == 407 && subject.header("proxy-authenticate") == nullptr,
                    subject.whole());
}

Judgement http426Upgrade(const RuleSubject &subject)
{
    return brokenIf(subject.status == 426 && subject.header("upgrade") == nullptr, subject.whole());
}

Judgement httpRetryAfter(const RuleSubject &subject)
{
    return firstHeader(subject, [](const NamedLine &line) {
        return line.name == "retry-after" && !areDigits(line.value) && !isHttpDate(line.value);
    });
}

Judgement http101Unasked(const RuleSubject &subject)
{
    return brokenIf(subject.status == 101 && subject.request && subject.request->header("upgrade") == nullptr,
                    subject.placeOf(FieldKind::StatusCode));
}

Judgement httpChunkLineEnd(const RuleSubject &subject)
{
    for (const Field *leaf : leafFields(subject.message.fields)) {
        const bool isSizeEnd
            = leaf->kind == FieldKind::LineEnd && leaf->begin > 0 && isInSizeLine(subject, leaf->begin);
        if ((isSizeEnd || leaf->kind == FieldKind::ChunkEnd || leaf->kind == FieldKind::BodyEnd)
            && leaf->length == 1)
            return ByteRange {leaf->begin, leaf->length};
    }
    return {};
}

Judgement httpTrailer(const RuleSubject &subject)
{
    const Field *trailer = subject.field(FieldKind::Trailer);
    if (trailer == nullptr)
        return {};
    const QString name = trailer->value.toLower();
    return brokenIf(name == u"content-length" || name == u"transfer-encoding" || name == u"host"
                        || name == u"trailer",
                    {trailer->begin, trailer->length});
}

Judgement httpHeadBody(const RuleSubject &subject)
{
    return brokenIf(subject.before->method == "HEAD", subject.whole());
}

Judgement httpNoBody(const RuleSubject &subject)
{
    return brokenIf(subject.before->method != "HEAD" && hasNeverABody(*subject.before), subject.whole());
}

Judgement httpBodyLength(const RuleSubject &subject)
{
    return brokenIf(subject.before->method != "HEAD" && !hasNeverABody(*subject.before), subject.whole());
}

} // namespace wiretale::judges
