// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

ExplanationDraft grantedUpgrade(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The handshake is granted")),
                           QStringLiteral("RFC 6455, 4.2.2; RFC 9110, 15.2.2"));
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "Status 101: from the next byte on this connection speaks WebSocket, and no "
                                 "longer HTTP.")));
    draft.say(answeredSentence(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft interimAnswer(const MessageFacts &facts)
{
    const int status = facts.record().code;
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "An interim answer")),
                           statusSection(status));
    //: %1 is a status such as 100
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "Status %1 says that the server has begun; the answer itself is still to "
                                 "come."))
            .arg(status));
    draft.say(answeredSentence(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft errorAnswer(const MessageFacts &facts)
{
    const int status = facts.record().code;
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "An error")),
                           statusSection(status));
    //: %1 is a status such as 404
    draft.say(
        (status < 500
             ? worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "Status %1: the server finds fault with the request and does not "
                                        "serve it."))
             : worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "Status %1: the server could not serve a request that may be "
                                        "right.")))
            .arg(status));
    draft.say(answeredSentence(facts));
    draft.say(costSentence(facts));
    return draft;
}

QString whatIsGone()
{
    return worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "The server tells the client that events it asked for are gone: its log keeps "
                          "the newest only, and the client was away for too long."));
}

QString whyAnsweredWithNews(const MessageFacts &facts)
{
    const std::optional<ExchangeSpan> &exchange = facts.exchange();
    const std::optional<qint64> published = facts.publishedNs();
    if (!exchange || exchange->requestArrivedNs == Record::NotArrived || !published)
        return answeredSentence(facts);
    const qint64 waitedNs = exchange->requestArrivedNs - *published;
    if (waitedNs < 0) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It was sent when the event was published: the server had held the question "
                          "for %1."))
            .arg(spanWord(*published - exchange->requestArrivedNs));
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "The news was there before the question and had waited %1 at the server; it was "
                      "sent as soon as the client asked."))
        .arg(spanWord(waitedNs));
}

QString whatNewsItBrings(const MessageFacts &facts)
{
    const std::vector<qint64> &ids = facts.eventIds();
    if (ids.size() == 1) {
        //: %1 is the number of an event
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "The question finds news: this answer brings event %1."))
            .arg(ids.front());
    }
    //: %1 are the numbers of the events, such as "4, 6, 9"
    return worded(QT_TRANSLATE_N_NOOP("wiretale::Explanation",
                                      "The question finds news: this answer brings %n event(s) at once, %1."),
                  qint64(ids.size()))
        .arg(idsWord(ids));
}

ExplanationDraft answerWithNews(const MessageFacts &facts)
{
    const Record &record = facts.record();
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "An answer with news")),
                           statusSection(record.code));
    const bool isHeld = record.technique == Technique::LongPolling;
    if (isHeld)
        draft.cite(QStringLiteral("RFC 6202, 2.1; ") + statusSection(record.code));
    draft.say(record.has(RecordFlag::Gap) ? whatIsGone() : whatNewsItBrings(facts));
    draft.say(whyAnsweredWithNews(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft streamHead(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The stream begins")),
                           QStringLiteral("WHATWG HTML, 9.2.3"));
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "Status 200 with the type text/event-stream accepts the subscription: the "
                                 "body of this answer stays open and brings one event after another.")));
    draft.say(answeredSentence(facts));
    //: %1 is a size such as "163 bytes"
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "These headers take %1 on the wire and are paid once for the whole stream."))
            .arg(bytesWord(facts.record().wireBytes)));
    return draft;
}

ExplanationDraft bodyToCome(const MessageFacts &facts)
{
    const bool isLongPoll = facts.record().technique == Technique::LongPolling;
    ExplanationDraft draft(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The head of an answer in portions")),
        isLongPoll ? QStringLiteral("RFC 6202, 3.1; RFC 9112, 7.1") : QStringLiteral("RFC 9112, 6"));
    //: %1 is a status such as 200
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "Status %1 and the headers go ahead; the body follows in portions, and the "
                                 "last of them ends the answer."))
            .arg(facts.record().code));
    draft.say(answeredSentence(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft streamRefused(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "Do not come back")),
                           QStringLiteral("WHATWG HTML, 9.2.1; RFC 9110, 15.3.5"));
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "Status 204 in answer to a subscription tells the client to stop: it will "
                                 "not reconnect.")));
    draft.say(answeredSentence(facts));
    draft.say(costSentence(facts));
    return draft;
}

QString whatPlainAnswerIs(int status)
{
    if (status >= 300) {
        //: %1 is a status such as 301
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "Status %1 sends the client elsewhere, or back to the copy that it has."))
            .arg(status);
    }
    //: %1 is a status such as 200
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "Status %1: the server did what the request asked for."))
        .arg(status);
}

QString whyPlainAnswer(const MessageFacts &facts)
{
    const std::optional<qint64> held = facts.heldNs();
    if (!held)
        return answeredSentence(facts);
    //: %1 is a length of time
    return (facts.record().has(RecordFlag::KeepAlive)
                ? worded(QT_TRANSLATE_NOOP(
                    "wiretale::Explanation",
                    "The server sent it after %1 of preparing, and the connection stays open "
                    "for the next request."))
                : worded(QT_TRANSLATE_NOOP(
                    "wiretale::Explanation",
                    "The server sent it after %1 of preparing, and the connection ends with "
                    "it.")))
        .arg(spanWord(*held));
}

ExplanationDraft plainAnswer(const MessageFacts &facts)
{
    const int status = facts.record().code;
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "An answer")),
                           statusSection(status));
    draft.say(whatPlainAnswerIs(status));
    draft.say(whyPlainAnswer(facts));
    draft.say(costSentence(facts));
    return draft;
}

// The empty answer.

QString whatEmptyAnswerIs(const Record &record)
{
    if (record.kind == MessageKind::Chunk) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The last portion of an answer in which no news came: it only says that the "
                              "answer is complete."));
    }
    if (record.code == 204) {
        return worded(QT_TRANSLATE_NOOP(
            "wiretale::Explanation", "No news: status 204 answers the question and has no content at all."));
    }
    if (record.code == 304) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "No news: status 304 says that nothing changed since the answer that the "
                              "client already has."));
    }
    //: %1 is a status such as 200
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "No news: status %1 answers the question, and what it carries is an empty list."))
        .arg(record.code);
}

QString whyEmptyNow(const MessageFacts &facts)
{
    const std::optional<ExchangeSpan> &exchange = facts.exchange();
    if (!exchange || exchange->requestArrivedNs == Record::NotArrived)
        return answeredSentence(facts);
    const QString waited = spanWord(facts.record().departedNs - exchange->requestArrivedNs);
    if (facts.record().technique == Technique::LongPolling) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "The server held the question for %1 until its time ran out, and answers "
                          "now, before something between them cuts a connection that seems dead."))
            .arg(waited);
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "A poll is answered at once, here after %1, whether something happened or not."))
        .arg(waited);
}

QString emptyCost(const MessageFacts &facts)
{
    const MessageFacts::EmptyRow row = facts.emptyRow();
    const QString size = bytesWord(facts.record().wireBytes);
    const QString all = bytesWord(row.wireBytes);
    if (row.answers == 1) {
        //: %1 and %2 are sizes such as "163 bytes"
        return worded(
                   QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It takes %1 on the wire; with its question, %2 were spent on no news."))
            .arg(size, all);
    }
    const QString answers = numberWord(row.answers);
    //: %1 and %3 are sizes such as "163 bytes", %2 is a number from 2 on
    return (row.isWhole ? worded(
                QT_TRANSLATE_NOOP("wiretale::Explanation",
                                  "It takes %1 on the wire; it is empty answer number %2 in a row for this "
                                  "client, and with their questions they took %3."))
                        : worded(QT_TRANSLATE_NOOP(
                            "wiretale::Explanation",
                            "It takes %1 on the wire; it is at least empty answer number %2 in a row "
                            "for this client, and with their questions they took %3.")))
        .arg(size, answers, all);
}

} // namespace

ExplanationDraft explainEmptyAnswer(const MessageFacts &facts)
{
    const Record &record = facts.record();
    const bool isChunk = record.kind == MessageKind::Chunk;
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "An empty answer")),
                           isChunk ? QStringLiteral("RFC 9112, 7.1") : statusSection(record.code));
    if (!isChunk && record.technique == Technique::LongPolling)
        draft.cite(QStringLiteral("RFC 6202, 5.5; ") + statusSection(record.code));
    draft.say(whatEmptyAnswerIs(record));
    draft.say(whyEmptyNow(facts));
    draft.say(emptyCost(facts));
    return draft;
}

ExplanationDraft explainResponse(const MessageFacts &facts)
{
    const Record &record = facts.record();
    if (record.has(RecordFlag::Handshake))
        return grantedUpgrade(facts);
    if (record.code >= 400)
        return errorAnswer(facts);
    if (record.code < 200)
        return interimAnswer(facts);
    if (record.isEmptyResponse())
        return explainEmptyAnswer(facts);
    if (record.has(RecordFlag::Gap) || !facts.eventIds().empty())
        return answerWithNews(facts);
    if (record.technique == Technique::EventStream && record.code == 204)
        return streamRefused(facts);
    if (record.has(RecordFlag::Streaming))
        return record.technique == Technique::EventStream && record.code == 200 ? streamHead(facts)
                                                                                : bodyToCome(facts);
    return plainAnswer(facts);
}

} // namespace wiretale
