// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rulesubject.h"

#include <algorithm>

namespace wiretale {

using Judgement = std::optional<ByteRange>;

/// One function for each rule of the table; they answer where the rule is broken. A judge may rely on its
/// rule's scope.
namespace judges {

[[nodiscard]] inline Judgement brokenIf(bool isBroken, ByteRange where)
{
    return isBroken ? Judgement(where) : Judgement();
}

/// The header of this name, or the whole message where there is none.
[[nodiscard]] inline ByteRange atHeader(const RuleSubject &subject, QByteArrayView name)
{
    const NamedLine *header = subject.header(name);
    return header == nullptr ? subject.whole() : header->where;
}

template <typename Wanted>
[[nodiscard]] Judgement firstHeader(const RuleSubject &subject, Wanted wanted)
{
    const auto line = std::ranges::find_if(subject.headers, wanted);
    return line == subject.headers.end() ? Judgement() : Judgement(line->where);
}

/// RFC 9110, 5.6.2.
[[nodiscard]] bool isToken(QByteArrayView text) noexcept;
[[nodiscard]] bool areDigits(QByteArrayView text) noexcept;
[[nodiscard]] bool isUtf8(const QByteArray &bytes);

[[nodiscard]] Judgement httpLineEnd(const RuleSubject &subject);
[[nodiscard]] Judgement httpFirstLine(const RuleSubject &subject);
[[nodiscard]] Judgement httpVersion(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeaderName(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeaderSpace(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeaderFold(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeaderValue(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeaderOnce(const RuleSubject &subject);
[[nodiscard]] Judgement httpLengthNumber(const RuleSubject &subject);
[[nodiscard]] Judgement httpLengthOnce(const RuleSubject &subject);
[[nodiscard]] Judgement httpLengthChunked(const RuleSubject &subject);
[[nodiscard]] Judgement httpChunkedLast(const RuleSubject &subject);
[[nodiscard]] Judgement httpUpgradeConnection(const RuleSubject &subject);
[[nodiscard]] Judgement httpContentType(const RuleSubject &subject);
[[nodiscard]] Judgement httpHost(const RuleSubject &subject);
[[nodiscard]] Judgement httpHostOnce(const RuleSubject &subject);
[[nodiscard]] Judgement httpTargetSpace(const RuleSubject &subject);
[[nodiscard]] Judgement httpTargetForm(const RuleSubject &subject);
[[nodiscard]] Judgement httpTargetFragment(const RuleSubject &subject);
[[nodiscard]] Judgement httpMethodCase(const RuleSubject &subject);
[[nodiscard]] Judgement httpGetBody(const RuleSubject &subject);
[[nodiscard]] Judgement httpTraceBody(const RuleSubject &subject);
[[nodiscard]] Judgement httpAfterClose(const RuleSubject &subject);
[[nodiscard]] Judgement httpExpect(const RuleSubject &subject);
[[nodiscard]] Judgement httpStatus(const RuleSubject &subject);
[[nodiscard]] Judgement httpStatusSpace(const RuleSubject &subject);
[[nodiscard]] Judgement http204Length(const RuleSubject &subject);
[[nodiscard]] Judgement http1xxLength(const RuleSubject &subject);
[[nodiscard]] Judgement http204Chunked(const RuleSubject &subject);
[[nodiscard]] Judgement http205Body(const RuleSubject &subject);
[[nodiscard]] Judgement httpChunked10(const RuleSubject &subject);
[[nodiscard]] Judgement http1xx10(const RuleSubject &subject);
[[nodiscard]] Judgement httpDate(const RuleSubject &subject);
[[nodiscard]] Judgement httpDateForm(const RuleSubject &subject);
[[nodiscard]] Judgement httpEtag(const RuleSubject &subject);
[[nodiscard]] Judgement http206Range(const RuleSubject &subject);
[[nodiscard]] Judgement http206Unasked(const RuleSubject &subject);
[[nodiscard]] Judgement http304Unasked(const RuleSubject &subject);
[[nodiscard]] Judgement httpLocation(const RuleSubject &subject);
[[nodiscard]] Judgement http401Challenge(const RuleSubject &subject);
[[nodiscard]] Judgement http405Allow(const RuleSubject &subject);
[[nodiscard]] Judgement http407Challenge(const RuleSubject &subject);
[[nodiscard]] Judgement http426Upgrade(const RuleSubject &subject);
[[nodiscard]] Judgement httpRetryAfter(const RuleSubject &subject);
[[nodiscard]] Judgement http101Unasked(const RuleSubject &subject);
[[nodiscard]] Judgement httpChunkLineEnd(const RuleSubject &subject);
[[nodiscard]] Judgement httpTrailer(const RuleSubject &subject);
[[nodiscard]] Judgement httpHeadBody(const RuleSubject &subject);
[[nodiscard]] Judgement httpNoBody(const RuleSubject &subject);
[[nodiscard]] Judgement httpBodyLength(const RuleSubject &subject);
[[nodiscard]] Judgement sseLastId(const RuleSubject &subject);
[[nodiscard]] Judgement sseKnownId(const RuleSubject &subject);
[[nodiscard]] Judgement sseMethod(const RuleSubject &subject);
[[nodiscard]] Judgement sseStatus(const RuleSubject &subject);
[[nodiscard]] Judgement sseCharset(const RuleSubject &subject);
[[nodiscard]] Judgement sseUtf8(const RuleSubject &subject);
[[nodiscard]] Judgement sseField(const RuleSubject &subject);
[[nodiscard]] Judgement sseFieldCase(const RuleSubject &subject);
[[nodiscard]] Judgement sseMark(const RuleSubject &subject);
[[nodiscard]] Judgement sseRetry(const RuleSubject &subject);
[[nodiscard]] Judgement sseIdNul(const RuleSubject &subject);
[[nodiscard]] Judgement sseNoData(const RuleSubject &subject);
[[nodiscard]] Judgement wsMethod(const RuleSubject &subject);
[[nodiscard]] Judgement wsHttp11(const RuleSubject &subject);
[[nodiscard]] Judgement wsKey(const RuleSubject &subject);
[[nodiscard]] Judgement wsVersion(const RuleSubject &subject);
[[nodiscard]] Judgement ws101(const RuleSubject &subject);
[[nodiscard]] Judgement wsAccept(const RuleSubject &subject);
[[nodiscard]] Judgement wsProtocol(const RuleSubject &subject);
[[nodiscard]] Judgement wsExtension(const RuleSubject &subject);
[[nodiscard]] Judgement wsClientMask(const RuleSubject &subject);
[[nodiscard]] Judgement wsServerMask(const RuleSubject &subject);
[[nodiscard]] Judgement wsMaskRandom(const RuleSubject &subject);
[[nodiscard]] Judgement wsRsv(const RuleSubject &subject);
[[nodiscard]] Judgement wsDeflateStart(const RuleSubject &subject);
[[nodiscard]] Judgement wsOpcode(const RuleSubject &subject);
[[nodiscard]] Judgement wsLength(const RuleSubject &subject);
[[nodiscard]] Judgement wsLengthBit(const RuleSubject &subject);
[[nodiscard]] Judgement wsControlLength(const RuleSubject &subject);
[[nodiscard]] Judgement wsControlWhole(const RuleSubject &subject);
[[nodiscard]] Judgement wsContinuation(const RuleSubject &subject);
[[nodiscard]] Judgement wsInterleaved(const RuleSubject &subject);
[[nodiscard]] Judgement wsUtf8(const RuleSubject &subject);
[[nodiscard]] Judgement wsPongEcho(const RuleSubject &subject);
[[nodiscard]] Judgement wsCloseLength(const RuleSubject &subject);
[[nodiscard]] Judgement wsCloseCode(const RuleSubject &subject);
[[nodiscard]] Judgement wsCloseReason(const RuleSubject &subject);
[[nodiscard]] Judgement wsAfterClose(const RuleSubject &subject);

} // namespace judges

} // namespace wiretale
