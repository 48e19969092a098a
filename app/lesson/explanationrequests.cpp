// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

using Earlier = MessageFacts::Earlier;

QString whySubscribed(const MessageFacts &facts)
{
    const Earlier earlier = facts.earlierRequest();
    if (earlier.request == 0 || !earlier.exchange)
        return firstOfItsKind(earlier.isWhole);
    const Record &record = facts.record();
    if (earlier.exchange->finishedNs > record.departedNs) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "Another stream of this client has not ended; each of them keeps a "
                                        "connection of its own."));
    }
    //: %1 is a length of time
    return worded(
               QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "The client's stream before it ended %1 earlier; when its time to reconnect "
                                 "ran out, the client came back by itself."))
        .arg(spanWord(record.departedNs - earlier.exchange->finishedNs));
}

QString onceCost(const MessageFacts &facts)
{
    //: %1 is a size such as "163 bytes"
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "It takes %1 on the wire, paid once: what follows on the connection needs no "
                      "request."))
        .arg(bytesWord(facts.record().wireBytes));
}

ExplanationDraft subscription(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A subscription to a stream")),
                           QStringLiteral("WHATWG HTML, 9.2.2"));
    if (const std::optional<qint64> last = facts.lastEventIdHeader()) {
        draft.cite(QStringLiteral("WHATWG HTML, 9.2.4"));
        //: %1 is the number of an event; Last-Event-ID is the name of a header
        draft.say(worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                           "The client subscribes to the stream of events and says with "
                                           "Last-Event-ID that it has seen everything up to event %1."))
                      .arg(*last));
    } else {
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The client subscribes: it asks once, for an answer that does not end "
                                     "and brings events as they happen.")));
    }
    draft.say(whySubscribed(facts));
    draft.say(onceCost(facts));
    return draft;
}

QString whyUpgraded(const MessageFacts &facts)
{
    const Earlier earlier = facts.earlierRequest();
    if (earlier.request == 0 || !earlier.exchange) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "Every WebSocket begins with such a request, so that it can pass wherever "
                              "HTTP passes."));
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "WebSocket itself does not reconnect: this client opens a new one of its own "
                      "accord, %1 after its handshake before."))
        .arg(spanWord(facts.record().departedNs - earlier.exchange->requestDepartedNs));
}

ExplanationDraft upgrade(const MessageFacts &facts)
{
    ExplanationDraft draft(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The handshake: may we change over?")),
        QStringLiteral("RFC 6455, 4.1; RFC 9110, 7.8"));
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "The client asks to turn this HTTP connection into a WebSocket, on which "
                                 "both sides may speak whenever they like.")));
    draft.say(whyUpgraded(facts));
    draft.say(onceCost(facts));
    return draft;
}

QString methodSection(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QStringLiteral("RFC 9110, 9.3.1");
    case HttpMethod::Head:
        return QStringLiteral("RFC 9110, 9.3.2");
    case HttpMethod::Post:
        return QStringLiteral("RFC 9110, 9.3.3");
    case HttpMethod::Put:
        return QStringLiteral("RFC 9110, 9.3.4");
    case HttpMethod::Delete:
        return QStringLiteral("RFC 9110, 9.3.5");
    case HttpMethod::Connect:
        return QStringLiteral("RFC 9110, 9.3.6");
    case HttpMethod::Options:
        return QStringLiteral("RFC 9110, 9.3.7");
    case HttpMethod::Trace:
        return QStringLiteral("RFC 9110, 9.3.8");
    case HttpMethod::Patch:
        return QStringLiteral("RFC 5789, 2");
    case HttpMethod::Unknown:
        break;
    }
    return QStringLiteral("RFC 9110, 9");
}

void sayMethod(ExplanationDraft &draft, HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The client asks for something that the server has, such as a page, and "
                                     "changes nothing by asking.")));
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It was sent because somebody wants it now: the server can only answer, "
                                     "never begin.")));
        return;
    case HttpMethod::Head:
        draft.say(worded(QT_TRANSLATE_NOOP(
            "wiretale::Explanation", "The client asks for the headers of an answer without its content.")));
        draft.say(worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                           "So it learns whether something is there, or has changed, without "
                                           "fetching it.")));
        return;
    case HttpMethod::Post:
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The client sends something of its own to the server, in the body of an "
                                     "ordinary request.")));
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It had something to say just now, and the answers and streams that "
                                     "bring it news run one way only.")));
        return;
    default:
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The client sends a request with a method that none of the ways to learn "
                              "news needs.")));
        draft.say(worded(QT_TRANSLATE_NOOP(
            "wiretale::Explanation", "Whatever program is connected to the wire decided to send it now.")));
    }
}

ExplanationDraft plainRequest(const MessageFacts &facts)
{
    const Record &record = facts.record();
    const auto method = HttpMethod(record.code);
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A request")),
                           methodSection(method));
    sayMethod(draft, method);
    if (!record.has(RecordFlag::Streaming)) {
        draft.say(costSentence(facts));
        return draft;
    }
    //: %1 is a size such as "163 bytes"
    draft.say(worded(QT_TRANSLATE_NOOP(
                         "wiretale::Explanation",
                         "Its head takes %1 on the wire; its body follows in pieces that cost extra."))
                  .arg(bytesWord(record.wireBytes)));
    return draft;
}

} // namespace

QString firstOfItsKind(bool isKnown)
{
    return isKnown
        ? worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation", "It is this client's first question of the kind."))
        : worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                   "This client's question before it lies too far back to be looked up."));
}

ExplanationDraft explainRequest(const MessageFacts &facts)
{
    if (facts.record().has(RecordFlag::Handshake))
        return upgrade(facts);
    switch (facts.record().technique) {
    case Technique::AjaxPolling:
        return explainPoll(facts);
    case Technique::LongPolling:
        return explainLongPoll(facts);
    case Technique::EventStream:
        return subscription(facts);
    case Technique::Http:
    case Technique::WebSocket:
        break;
    }
    return plainRequest(facts);
}

} // namespace wiretale
