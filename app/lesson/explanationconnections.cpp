// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

QString whyOpened(const MessageFacts &facts)
{
    const MessageFacts::EarlierConnections earlier = facts.earlierConnections();
    if (earlier.open > 0) {
        return worded(
            QT_TRANSLATE_N_NOOP("wiretale::Explanation",
                                "This client has %n other connection(s) open, which are busy or serve "
                                "something else, so it needs one more."),
            earlier.open);
    }
    if (earlier.lastClosedNs) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "This client's connection before it closed %1 earlier, so it needs a new one "
                          "to go on."))
            .arg(spanWord(facts.record().departedNs - *earlier.lastClosedNs));
    }
    return worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "The client has something to ask, and no connection was there yet to ask it on."));
}

QString whyClosed(const MessageFacts &facts)
{
    const Record &record = facts.record();
    const auto other = facts.earlierOnConnection([&](const Record &earlier) {
        return earlier.kind == MessageKind::Close && earlier.direction != record.direction;
    });
    if (other) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It follows the other side's end, %1 earlier: now the connection is gone in "
                          "both directions."))
            .arg(spanWord(record.departedNs - other->departedNs));
    }
    const auto last = facts.earlierOnConnection([](const Record &earlier) { return earlier.wireBytes > 0; });
    if (!last) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "Not one byte was sent on this connection before it."));
    }
    const QString since = spanWord(record.departedNs - last->departedNs);
    if (last->kind == MessageKind::Request && !last->has(RecordFlag::Cut)) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "A request sent %1 earlier was still waiting for its answer, which is given "
                          "up with the connection."))
            .arg(since);
    }
    const bool endsWithAnswer = last->direction == Direction::ServerToClient && last->has(RecordFlag::Final)
        && !last->has(RecordFlag::KeepAlive) && !last->has(RecordFlag::Handshake);
    if (endsWithAnswer) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "The answer that departed %1 earlier had said that the connection would not be "
                          "used again."))
            .arg(since);
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "The last message on this connection departed %1 earlier; whoever closes need not "
                      "say why."))
        .arg(since);
}

QString noBytes()
{
    return worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "It carries no bytes of a message, but whoever wants to talk again pays a round "
                          "trip for a new connection."));
}

} // namespace

ExplanationDraft explainOpening(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A connection opens")),
                           QStringLiteral("RFC 9112, 9.1; RFC 9293, 3.5"));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "The client opens a TCP connection to the server; nothing can be asked before "
                          "it stands.")));
    draft.say(whyOpened(facts));
    if (!facts.hasArrived()) {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "It carries no bytes of a message, but costs the way there and back before "
                              "the client may speak.")));
        return draft;
    }
    //: %1 is a length of time
    draft.say(worded(QT_TRANSLATE_NOOP(
                         "wiretale::Explanation",
                         "It carries no bytes of a message, but took %1 to the server, and the client "
                         "may speak only when the way back is behind it, too."))
                  .arg(spanWord(facts.transitNs())));
    return draft;
}

ExplanationDraft explainClosing(const MessageFacts &facts)
{
    const bool isReset = facts.record().code == 1;
    const bool isWebSocket = facts.connectionTechnique() == Technique::WebSocket;
    ExplanationDraft draft(isReset
                               ? worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A connection breaks off"))
                               : worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A connection closes")),
                           isReset           ? QStringLiteral("RFC 9293, 3.5.2")
                               : isWebSocket ? QStringLiteral("RFC 6455, 7.1.1")
                                             : QStringLiteral("RFC 9112, 9.6"));
    if (isReset) {
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The connection was torn down by a reset, not ended in order; what was "
                                     "still on its way may be lost.")));
    } else if (facts.isToServer()) {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The client ends its side of the connection and will send nothing more.")));
    } else {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The server ends its side of the connection and will send nothing more.")));
    }
    draft.say(whyClosed(facts));
    draft.say(noBytes());
    return draft;
}

ExplanationDraft explainFault(const MessageFacts &)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A fault of the link")));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "The link between client and server did something to a message or a connection; "
                          "neither side sent this.")));
    draft.say(worded(QT_TRANSLATE_NOOP(
        "wiretale::Explanation", "It happens now because a fault was asked for, by hand or by the lesson.")));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "It carries no bytes itself; what it costs shows in who notices, how late, and "
                          "what has to be sent again.")));
    return draft;
}

ExplanationDraft explainOtherBytes(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "Other bytes")));
    draft.say(facts.isToServer() ? worded(
                  QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "The client sent bytes that are no message of a protocol known here, or "
                                    "only a part of one."))
                                 : worded(QT_TRANSLATE_NOOP(
                                     "wiretale::Explanation",
                                     "The server sent bytes that are no message of a protocol known here, or "
                                     "only a part of one.")));
    draft.say(costSentence(facts));
    return draft;
}

} // namespace wiretale
