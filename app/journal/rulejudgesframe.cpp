// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/plainstream.h"
#include "app/journal/rulejudges.h"

#include <algorithm>

namespace wiretale::judges {

// Frames of WebSocket. What each judge is about, the table in rules.cpp says.

namespace {

bool isControl(const RuleSubject &subject)
{
    return (subject.frame->opcode & 8U) != 0;
}

bool isClose(const RuleSubject &subject)
{
    return subject.frame->opcode == quint8(FrameOpcode::Close);
}

} // namespace

Judgement wsClientMask(const RuleSubject &subject)
{
    return brokenIf(subject.record.direction == Direction::ClientToServer && subject.frame->mask.isEmpty(),
                    {1, 1});
}

Judgement wsServerMask(const RuleSubject &subject)
{
    return brokenIf(subject.record.direction == Direction::ServerToClient && !subject.frame->mask.isEmpty(),
                    {1, 1});
}

Judgement wsMaskRandom(const RuleSubject &subject)
{
    const QByteArray &mask = subject.frame->mask;
    return brokenIf(!mask.isEmpty() && (mask == QByteArray(4, '\0') || mask == subject.previousMask),
                    subject.placeOf(FieldKind::MaskingKey));
}

Judgement wsRsv(const RuleSubject &subject)
{
    // permessage-deflate has a use for the first of them alone; of other extensions we know nothing.
    const unsigned allowed = subject.hasDeflate ? 0x40U : subject.hasExtensions ? 0x70U : 0U;
    return brokenIf((quint8(subject.bytes.at(0)) & 0x70U & ~allowed) != 0, {0, 1});
}

Judgement wsDeflateStart(const RuleSubject &subject)
{
    const bool isFirst = subject.frame->opcode != 0 && !isControl(subject);
    return brokenIf(subject.hasDeflate && hasRsv1(subject.bytes) && !isFirst, {0, 1});
}

Judgement wsOpcode(const RuleSubject &subject)
{
    return brokenIf((subject.frame->opcode & 7U) > 2, {0, 1});
}

Judgement wsLength(const RuleSubject &subject)
{
    const int code = quint8(subject.bytes.at(1)) & 0x7f;
    const bool isTooLong = (code == 126 && subject.frame->payloadLength < 126)
        || (code == 127 && subject.frame->payloadLength <= 0xffff);
    return brokenIf(isTooLong, subject.placeOf(FieldKind::ExtendedLength));
}

Judgement wsLengthBit(const RuleSubject &subject)
{
    return brokenIf((subject.frame->payloadLength >> 63U) != 0, subject.placeOf(FieldKind::ExtendedLength));
}

Judgement wsControlLength(const RuleSubject &subject)
{
    return brokenIf(isControl(subject) && subject.frame->payloadLength > 125, {1, 1});
}

Judgement wsControlWhole(const RuleSubject &subject)
{
    return brokenIf(isControl(subject) && !subject.frame->isFin, {0, 1});
}

Judgement wsContinuation(const RuleSubject &subject)
{
    return brokenIf(subject.frame->opcode == 0 && !subject.isInMessage, {0, 1});
}

Judgement wsInterleaved(const RuleSubject &subject)
{
    return brokenIf(subject.frame->opcode != 0 && !isControl(subject) && subject.isInMessage, {0, 1});
}

Judgement wsUtf8(const RuleSubject &subject)
{
    return brokenIf(subject.endsText && !isUtf8(subject.text), subject.placeOf(FieldKind::Payload));
}

Judgement wsPongEcho(const RuleSubject &subject)
{
    return brokenIf(subject.isUnlikePings, subject.placeOf(FieldKind::Payload));
}

Judgement wsCloseLength(const RuleSubject &subject)
{
    return brokenIf(isClose(subject) && subject.frame->payload.size() == 1,
                    subject.placeOf(FieldKind::Payload));
}

Judgement wsCloseCode(const RuleSubject &subject)
{
    if (!isClose(subject) || subject.frame->payload.size() < 2)
        return {};
    const int code = quint8(subject.frame->payload.at(0)) * 256 + quint8(subject.frame->payload.at(1));
    const bool isNever = code < 1000 || code == 1004 || code == 1005 || code == 1006
        || (code >= 1015 && code < 3000) || code > 4999;
    return brokenIf(isNever, subject.placeOf(FieldKind::CloseCode));
}

Judgement wsCloseReason(const RuleSubject &subject)
{
    return brokenIf(isClose(subject) && !isUtf8(subject.frame->payload.mid(2)),
                    subject.placeOf(FieldKind::CloseReason));
}

Judgement wsAfterClose(const RuleSubject &subject)
{
    return brokenIf(subject.isAfterClose, subject.whole());
}

} // namespace wiretale::judges
