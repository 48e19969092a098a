// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace wiretale {

namespace {

FrameOpcode opcodeOf(const Record &record)
{
    return FrameOpcode(record.code);
}

// RFC 6455, 5.3: what a client sends is masked.
QString frameCost(const MessageFacts &facts)
{
    const Record &record = facts.record();
    if (!record.has(RecordFlag::Masked))
        return costSentence(facts);
    if (record.payloadBytes == 0) {
        //: %1 is a size such as "163 bytes"
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It takes %1 on the wire and carries no event; four bytes are the mask that "
                          "every client has to use."))
            .arg(bytesWord(record.wireBytes));
    }
    //: %1 and %2 are sizes such as "163 bytes"
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "It takes %1 on the wire, of which %2 are what it carries and four bytes the mask "
                      "that every client has to use."))
        .arg(bytesWord(record.wireBytes), bytesWord(record.payloadBytes));
}

QString whatDataFrameIs(const MessageFacts &facts)
{
    const Record &record = facts.record();
    if (record.has(RecordFlag::Streaming)) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The beginning of a WebSocket frame that is too long to be shown in one "
                              "piece; the rest follows."));
    }
    if (record.has(RecordFlag::Gap)) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "A WebSocket message that tells the client that events it missed are gone: "
                              "the server's log keeps the newest only."));
    }
    if (!facts.eventIds().empty()) {
        //: %1 are the numbers of events, such as "4, 6, 9"
        return worded(QT_TRANSLATE_N_NOOP(
                          "wiretale::Explanation",
                          "A WebSocket message is complete with this frame; it brings %n event(s): "
                          "%1."),
                      qint64(facts.eventIds().size()))
            .arg(idsWord(facts.eventIds()));
    }
    if (opcodeOf(record) == FrameOpcode::Binary) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "A WebSocket frame with binary data; what the bytes mean, the two sides have "
                              "agreed between them."));
    }
    if (!record.has(RecordFlag::Fin)) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "A fragment of a WebSocket message; further frames belong to it."));
    }
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "A WebSocket frame with text in UTF-8 that ends a message."));
}

QString whyDataFrame(const MessageFacts &facts)
{
    if (facts.isToServer()) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The client has something to say and says it now, on the same connection that "
                              "brings it news."));
    }
    const std::optional<qint64> published = facts.publishedNs();
    if (!published) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The server sends it of its own accord: on a WebSocket nobody has to ask."));
    }
    const QString since = spanWord(facts.record().departedNs - *published);
    const std::optional<ExchangeSpan> &handshake = facts.exchange();
    if (handshake && handshake->requestArrivedNs != Record::NotArrived
        && *published < handshake->requestArrivedNs) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It was published %1 earlier, before this connection's handshake, and is sent "
                          "from the server's log."))
            .arg(since);
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "It left %1 after its publishing: on a WebSocket nobody has to ask and nothing has "
                      "to wait."))
        .arg(since);
}

ExplanationDraft dataFrame(const MessageFacts &facts)
{
    const Record &record = facts.record();
    const bool isFragment = opcodeOf(record) == FrameOpcode::Continuation || !record.has(RecordFlag::Fin);
    ExplanationDraft draft(isFragment
                               ? worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A fragment of a message"))
                               : worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A WebSocket frame")),
                           isFragment ? QStringLiteral("RFC 6455, 5.4") : QStringLiteral("RFC 6455, 5.6"));
    if (record.has(RecordFlag::Masked))
        draft.cite(draft.explanation().specification + QStringLiteral(" and 5.3"));
    draft.say(whatDataFrameIs(facts));
    draft.say(whyDataFrame(facts));
    draft.say(frameCost(facts));
    return draft;
}

std::optional<Record> earlierFrame(const MessageFacts &facts, FrameOpcode opcode, Direction direction)
{
    return facts.earlierOnConnection([=](const Record &record) {
        return record.kind == MessageKind::Frame && opcodeOf(record) == opcode
            && record.direction == direction;
    });
}

Direction otherSide(Direction direction)
{
    return direction == Direction::ClientToServer ? Direction::ServerToClient : Direction::ClientToServer;
}

ExplanationDraft ping(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A ping: are you there?")),
                           QStringLiteral("RFC 6455, 5.5.2"));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "A control frame that the other side has to answer with a pong; it carries no "
                          "message.")));
    if (const auto before = earlierFrame(facts, FrameOpcode::Ping, facts.record().direction)) {
        //: %1 is a length of time
        draft.say(worded(QT_TRANSLATE_NOOP(
                             "wiretale::Explanation",
                             "The interval of heartbeats ran out, %1 after the ping before; so a dead "
                             "connection is noticed, and a live one is not cut for being silent."))
                      .arg(spanWord(facts.record().departedNs - before->departedNs)));
    } else {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "It is the first on this connection: so a dead connection is noticed, and "
                              "a live one is not cut for being silent.")));
    }
    draft.say(frameCost(facts));
    return draft;
}

ExplanationDraft pong(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A pong: I am here")),
                           QStringLiteral("RFC 6455, 5.5.3"));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "The answer to a ping: it gives back what the ping carried and nothing else.")));
    const auto asked = earlierFrame(facts, FrameOpcode::Ping, otherSide(facts.record().direction));
    if (asked) {
        //: %1 is a length of time
        draft.say(worded(QT_TRANSLATE_NOOP(
                             "wiretale::Explanation",
                             "The ping was sent %1 earlier, and a pong has to follow as soon as it can."))
                      .arg(spanWord(facts.record().departedNs - asked->departedNs)));
    } else {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "Nobody asked for it: a pong without a ping is allowed, as a heartbeat in "
                              "one direction.")));
    }
    draft.say(frameCost(facts));
    return draft;
}

QString whatCloseFrameIs(const MessageFacts &facts)
{
    static const QRegularExpression withCode(QStringLiteral("^close (\\d+)$"));
    const QRegularExpressionMatch match = withCode.match(facts.summary());
    if (!match.hasMatch()) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "One side of the WebSocket says goodbye, without giving a reason."));
    }
    const QString code = match.captured(1);
    if (code == QStringLiteral("1000")) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "One side of the WebSocket says goodbye with code 1000: all is well, there is "
                              "no more to say."));
    }
    //: %1 is a code such as 1002
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "One side of the WebSocket says goodbye with code %1, which names the reason."))
        .arg(code);
}

ExplanationDraft closeFrame(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The WebSocket closes")),
                           QStringLiteral("RFC 6455, 5.5.1 and 7.4.1"));
    draft.say(whatCloseFrameIs(facts));
    const auto first = earlierFrame(facts, FrameOpcode::Close, otherSide(facts.record().direction));
    if (first) {
        //: %1 is a length of time
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It answers the other side's close frame, sent %1 earlier; now the "
                                     "connection can go."))
                .arg(spanWord(facts.record().departedNs - first->departedNs)));
    } else {
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It comes first, and the other side has to answer with a close frame of "
                                     "its own before the connection goes.")));
    }
    draft.say(frameCost(facts));
    return draft;
}

ExplanationDraft unknownFrame(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A frame of no known kind")),
                           QStringLiteral("RFC 6455, 5.2"));
    //: %1 is a number from 3 to 15
    draft.say(worded(QT_TRANSLATE_NOOP(
                         "wiretale::Explanation",
                         "A WebSocket frame with opcode %1, which the standard keeps for later: whoever "
                         "gets it has to end the connection."))
                  .arg(facts.record().code));
    draft.say(costSentence(facts));
    return draft;
}

} // namespace

ExplanationDraft explainFrame(const MessageFacts &facts)
{
    switch (opcodeOf(facts.record())) {
    case FrameOpcode::Continuation:
    case FrameOpcode::Text:
    case FrameOpcode::Binary:
        return dataFrame(facts);
    case FrameOpcode::Close:
        return closeFrame(facts);
    case FrameOpcode::Ping:
        return ping(facts);
    case FrameOpcode::Pong:
        return pong(facts);
    }
    return unknownFrame(facts);
}

} // namespace wiretale
