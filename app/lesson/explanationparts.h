// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/explanationwords.h"

namespace wiretale {

class MessageFacts;

// What explain() is made of, one function for each kind of message. Each says what the message is, why it was
// sent now and what it costs, in three sentences at the most; explain() adds what became of it.

[[nodiscard]] ExplanationDraft explainRequest(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainResponse(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainChunk(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainStreamEvent(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainHeartbeat(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainFrame(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainOpening(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainClosing(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainFault(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainOtherBytes(const MessageFacts &facts);

[[nodiscard]] ExplanationDraft explainPoll(const MessageFacts &facts);
[[nodiscard]] ExplanationDraft explainLongPoll(const MessageFacts &facts);
/// An answer to a poll that brings no news; also the last portion of one.
[[nodiscard]] ExplanationDraft explainEmptyAnswer(const MessageFacts &facts);

/// Why a client asks that has not asked so before; `isKnown`: nothing lies too far back to be seen.
[[nodiscard]] QString firstOfItsKind(bool isKnown);
/// "It takes 163 bytes on the wire ...": size, events in it, and how long it travelled or they took.
[[nodiscard]] QString costSentence(const MessageFacts &facts);
/// "The server answered 5 ms after ...": for answers to which nothing else gave the moment.
[[nodiscard]] QString answeredSentence(const MessageFacts &facts);
/// Where a status is described: "RFC 9110, 15.3.5".
[[nodiscard]] QString statusSection(int status);

} // namespace wiretale
