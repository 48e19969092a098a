// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanation.h"

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

ExplanationDraft draftOf(const MessageFacts &facts)
{
    switch (facts.record().kind) {
    case MessageKind::Open:
        return explainOpening(facts);
    case MessageKind::Request:
        return explainRequest(facts);
    case MessageKind::Response:
        return explainResponse(facts);
    case MessageKind::Chunk:
        return explainChunk(facts);
    case MessageKind::Event:
        return explainStreamEvent(facts);
    case MessageKind::Heartbeat:
        return explainHeartbeat(facts);
    case MessageKind::Frame:
        return explainFrame(facts);
    case MessageKind::Close:
        return explainClosing(facts);
    case MessageKind::Fault:
        return explainFault(facts);
    case MessageKind::Opaque:
        break;
    }
    return explainOtherBytes(facts);
}

QString whatBecameOfIt(const Record &record)
{
    if (record.has(RecordFlag::Cut)) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "It never arrived: the other side was gone, or the connection was cut."));
    }
    if (record.has(RecordFlag::Malformed)) {
        return worded(QT_TRANSLATE_NOOP(
            "wiretale::Explanation", "It breaks the syntax of its protocol, and was carried on as it was."));
    }
    if (record.arrivedNs == Record::NotArrived && record.kind != MessageKind::Fault)
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "It is still on its way."));
    return {};
}

} // namespace

Explanation explain(const TrafficLog &log, RecordNumber number)
{
    const MessageFacts facts(log, number);
    ExplanationDraft draft = draftOf(facts);
    if (const QString fate = whatBecameOfIt(facts.record()); !fate.isEmpty())
        draft.say(fate);
    return draft.explanation();
}

} // namespace wiretale
