// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulejudges.h"

#include <algorithm>
#include <array>

namespace wiretale::judges {

// Requests. What each judge is about, the table in rules.cpp says.

Judgement httpHost(const RuleSubject &subject)
{
    return brokenIf(subject.version == "HTTP/1.1" && subject.header("host") == nullptr,
                    subject.placeOf(FieldKind::RequestLine));
}

Judgement httpHostOnce(const RuleSubject &subject)
{
    return brokenIf(subject.countOf("host") > 1, atHeader(subject, "host"));
}

Judgement httpTargetSpace(const RuleSubject &subject)
{
    return brokenIf(subject.target.contains(' ') || subject.target.contains('\t'),
                    subject.placeOf(FieldKind::Path));
}

Judgement httpTargetForm(const RuleSubject &subject)
{
    const bool isPath = subject.target.startsWith('/');
    const bool isUrl = subject.target.contains("://");
    const bool isStar = subject.target == "*" && subject.method == "OPTIONS";
    const bool isAuthority = subject.method == "CONNECT" && subject.target.contains(':');
    return brokenIf(!isPath && !isUrl && !isStar && !isAuthority, subject.placeOf(FieldKind::RequestLine));
}

Judgement httpTargetFragment(const RuleSubject &subject)
{
    return brokenIf(subject.target.contains('#'), subject.placeOf(FieldKind::Path));
}

Judgement httpMethodCase(const RuleSubject &subject)
{
    static constexpr std::array<QByteArrayView, 9> Known {"GET",     "HEAD",  "POST",  "PUT",    "DELETE",
                                                          "OPTIONS", "PATCH", "TRACE", "CONNECT"};
    const QByteArray capitals = subject.method.toUpper();
    return brokenIf(capitals != subject.method
                        && std::ranges::find(Known, QByteArrayView(capitals)) != Known.end(),
                    subject.placeOf(FieldKind::Method));
}

Judgement httpGetBody(const RuleSubject &subject)
{
    return brokenIf((subject.method == "GET" || subject.method == "HEAD")
                        && !subject.message.content.isEmpty(),
                    subject.placeOf(FieldKind::Body));
}

Judgement httpTraceBody(const RuleSubject &subject)
{
    return brokenIf(subject.method == "TRACE" && !subject.message.content.isEmpty(),
                    subject.placeOf(FieldKind::Body));
}

Judgement httpAfterClose(const RuleSubject &subject)
{
    return brokenIf(subject.isAfterClose, subject.placeOf(FieldKind::RequestLine));
}

Judgement httpExpect(const RuleSubject &subject)
{
    return brokenIf(subject.listHas("expect", "100-continue") && subject.header("content-length") == nullptr
                        && subject.header("transfer-encoding") == nullptr,
                    atHeader(subject, "expect"));
}

} // namespace wiretale::judges
