// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

QString whyPushed(const MessageFacts &facts)
{
    const std::optional<qint64> published = facts.publishedNs();
    if (!published) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The server sends it by itself: the answer is still open, and nobody has to "
                              "ask."));
    }
    const std::optional<ExchangeSpan> &exchange = facts.exchange();
    const QString since = spanWord(facts.record().departedNs - *published);
    if (exchange && exchange->requestArrivedNs != Record::NotArrived
        && *published < exchange->requestArrivedNs) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It was published %1 earlier, before the client had asked on this "
                          "connection, and is sent from the server's log so that nothing is missed."))
            .arg(since);
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "It left %1 after its publishing: the answer is still open, so nobody has to ask "
                      "and nothing has to wait."))
        .arg(since);
}

ExplanationDraft portionWithNews(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A portion with news")),
                           QStringLiteral("RFC 6202, 3.1 and 3.2; RFC 9112, 7.1"));
    //: %1 are the numbers of events, such as "4, 6, 9"
    draft.say(worded(QT_TRANSLATE_N_NOOP("wiretale::Explanation",
                                         "One chunk of an answer that goes on, with %n event(s) in it: %1."),
                     qint64(facts.eventIds().size()))
                  .arg(idsWord(facts.eventIds())));
    draft.say(whyPushed(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft lastPortion(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "The last portion")),
                           QStringLiteral("RFC 9112, 7.1"));
    if (facts.isToServer()) {
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The end of the body of a request: the server has all of it now and can "
                                     "answer.")));
    } else if (facts.record().technique == Technique::EventStream) {
        draft.cite(QStringLiteral("WHATWG HTML, 9.2.3; RFC 9112, 7.1"));
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The server ends the stream in good order; the client will wait for a "
                                     "moment and subscribe again.")));
    } else {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The end of an answer that came in portions: nothing more belongs to it, "
                              "and the next request may come.")));
    }
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft middlePortion(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A portion")),
                           QStringLiteral("RFC 9112, 6 and 7.1"));
    if (facts.record().technique == Technique::WebSocket) {
        draft.cite(QStringLiteral("RFC 6455, 5.2"));
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "A further stretch of a WebSocket frame that is too long to be shown in "
                                     "one piece.")));
    } else if (facts.isToServer()) {
        draft.say(worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                           "A stretch of the body of a request; its head went ahead.")));
    } else {
        draft.say(worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "A stretch of the body of an answer; where it is cut means nothing, for a "
                              "chunk is not a message.")));
    }
    draft.say(costSentence(facts));
    return draft;
}

// A block of an event stream that sets the time after which to come back.
std::optional<qint64> retryIn(const MessageFacts &facts)
{
    const QString summary = facts.summary();
    const qsizetype at = summary.indexOf(QStringLiteral("retry:"));
    if (at < 0 || !facts.eventIds().empty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 ms = summary.sliced(at + 6).trimmed().toLongLong(&isNumber);
    constexpr qint64 LongestMs = qint64(24) * 3600 * 1000;
    return isNumber && ms >= 0 && ms <= LongestMs ? std::optional(ms) : std::nullopt;
}

ExplanationDraft reconnectionTime(const MessageFacts &facts, qint64 ms)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "When to come back")),
                           QStringLiteral("WHATWG HTML, 9.2.6"));
    //: %1 is a length of time
    draft.say(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "The server tells the client to wait for %1 before it reconnects when the "
                                 "stream breaks."))
            .arg(spanWord(ms * 1'000'000)));
    draft.say(worded(QT_TRANSLATE_NOOP(
        "wiretale::Explanation", "It is said at the beginning, for once the line is cut it is too late.")));
    draft.say(costSentence(facts));
    return draft;
}

QString whatIsPushed(const MessageFacts &facts)
{
    const std::vector<qint64> &ids = facts.eventIds();
    if (facts.record().has(RecordFlag::Gap)) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "The server tells the client that events it missed are gone: its log keeps "
                              "the newest only, and the client was away for too long."));
    }
    if (ids.empty()) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation",
                              "One block of the event stream, ended by an empty line; it carries no event "
                              "that this program knows by a number."));
    }
    //: %1 is the number of an event
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "Event %1, pushed down the open answer as a few lines of text that an empty line "
                      "ends."))
        .arg(idsWord(ids));
}

} // namespace

ExplanationDraft explainChunk(const MessageFacts &facts)
{
    const Record &record = facts.record();
    if (record.isEmptyResponse())
        return explainEmptyAnswer(facts);
    if (!facts.eventIds().empty())
        return portionWithNews(facts);
    return record.has(RecordFlag::Final) ? lastPortion(facts) : middlePortion(facts);
}

ExplanationDraft explainStreamEvent(const MessageFacts &facts)
{
    if (const std::optional<qint64> ms = retryIn(facts))
        return reconnectionTime(facts, *ms);
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A pushed event")),
                           QStringLiteral("WHATWG HTML, 9.2.6"));
    draft.say(whatIsPushed(facts));
    draft.say(whyPushed(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft explainHeartbeat(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A heartbeat")),
                           QStringLiteral("WHATWG HTML, 9.2.7"));
    draft.say(worded(
        QT_TRANSLATE_NOOP("wiretale::Explanation",
                          "A comment line of the event stream: no event, and every client ignores it.")));
    const std::optional<Record> before = facts.earlierOnConnection(
        [](const Record &record) { return record.kind == MessageKind::Heartbeat; });
    if (before) {
        //: %1 is a length of time
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The interval of heartbeats ran out, %1 after the one before; it keeps "
                                     "proxies between from cutting a line that seems dead."))
                .arg(spanWord(facts.record().departedNs - before->departedNs)));
    } else {
        draft.say(
            worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The interval of heartbeats ran out for the first time on this "
                                     "connection; it keeps proxies between from cutting a line that seems "
                                     "dead.")));
    }
    draft.say(costSentence(facts));
    return draft;
}

} // namespace wiretale
