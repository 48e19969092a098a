// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"
#include "common/endpoints.h"

#include <QCoreApplication>

#include <algorithm>

namespace wiretale {

namespace {

using Earlier = MessageFacts::Earlier;

QString askedQuestion(const MessageFacts &facts)
{
    const std::optional<qint64> after = facts.parameter(endpoints::After);
    if (!after) {
        return worded(
            QT_TRANSLATE_NOOP("wiretale::Explanation", "The client asks the server whether there is news."));
    }
    if (*after == 0) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "The client asks whether there is news; it has seen no event yet."));
    }
    //: %1 is the number of an event
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "The client asks whether there is news; the last event it saw is %1."))
        .arg(*after);
}

QString lostQuestion(const Record &record, const Earlier &earlier)
{
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "The question before it, %1 earlier, never got its answer, so the client "
                                    "asks again."))
        .arg(spanWord(record.departedNs - earlier.exchange->requestDepartedNs));
}

bool wasLost(const Earlier &earlier)
{
    return !earlier.answer || earlier.answer->has(RecordFlag::Cut);
}

// A poll goes out when its interval ran out, or, when that happened while an answer was awaited, with that
// answer.
bool waitedForAnswer(const Record &record, const Earlier &earlier)
{
    if (earlier.answer->arrivedNs == Record::NotArrived)
        return false;
    constexpr qint64 Handling = 2'000'000;
    const qint64 period = record.departedNs - earlier.exchange->requestDepartedNs;
    return record.departedNs - earlier.answer->arrivedNs <= std::max(Handling, period / 200);
}

QString whyPolled(const MessageFacts &facts)
{
    const Earlier earlier = facts.earlierRequest();
    if (earlier.request == 0 || !earlier.exchange)
        return firstOfItsKind(earlier.isWhole);
    const Record &record = facts.record();
    if (wasLost(earlier))
        return lostQuestion(record, earlier);
    const QString period = spanWord(record.departedNs - earlier.exchange->requestDepartedNs);
    if (waitedForAnswer(record, earlier)) {
        //: %1 is a length of time
        return worded(
                   QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "It was due before, but the answer to the poll before it came only now, "
                                     "%1 after that poll."))
            .arg(period);
    }
    if (!earlier.isWhole) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "The interval between two polls ran out, %1 after the poll before."))
            .arg(period);
    }
    //: %1 is a length of time, %2 says which poll this is, counted from 1
    return worded(
               QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "The interval between two polls ran out, %1 after the poll before; for this "
                                 "client it is poll number %2."))
        .arg(period, numberWord(earlier.ordinal));
}

QString whyHeldAgain(const Record &record, const Earlier &earlier)
{
    const qint64 answeredNs = earlier.answer->arrivedNs == Record::NotArrived ? earlier.answer->departedNs
                                                                              : earlier.answer->arrivedNs;
    const QString since = spanWord(record.departedNs - answeredNs);
    if (earlier.answer->kind == MessageKind::Response && earlier.answer->code >= 400) {
        //: %1 is a status such as 503, %2 a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "The question before it was answered with status %1, so the client waited "
                          "for %2 before it tried again."))
            .arg(QString::number(earlier.answer->code), since);
    }
    if (earlier.exchange->empty) {
        //: %1 is a length of time
        return worded(
                   QT_TRANSLATE_NOOP("wiretale::Explanation",
                                     "The question before it ran out of time without news; that answer came "
                                     "%1 earlier, and the client asks again at once."))
            .arg(since);
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "The answer with news came %1 earlier, and the client asks again at once, for "
                      "without a waiting question the server cannot speak."))
        .arg(since);
}

QString whyAskedToWait(const MessageFacts &facts)
{
    const Earlier earlier = facts.earlierRequest();
    if (earlier.request == 0 || !earlier.exchange)
        return firstOfItsKind(earlier.isWhole);
    return wasLost(earlier) ? lostQuestion(facts.record(), earlier) : whyHeldAgain(facts.record(), earlier);
}

QString heldCost(const MessageFacts &facts)
{
    const std::optional<qint64> held = facts.heldNs();
    if (!held)
        return costSentence(facts);
    const QString size = bytesWord(facts.record().wireBytes);
    if (facts.exchange()->answeredNs == Record::NotArrived
        && facts.exchange()->finishedNs == Record::NotArrived) {
        //: %1 is a size such as "163 bytes", %2 a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It takes %1 on the wire and keeps a connection busy: the server has been "
                          "holding it for %2 and has not answered yet."))
            .arg(size, spanWord(*held));
    }
    //: %1 is a size such as "163 bytes", %2 a length of time
    return worded(QT_TRANSLATE_NOOP(
                      "wiretale::Explanation",
                      "It takes %1 on the wire and kept a connection busy while the server held it "
                      "for %2."))
        .arg(size, spanWord(*held));
}

QString heldQuestion(const MessageFacts &facts)
{
    const std::optional<qint64> timeout = facts.parameter(endpoints::Timeout);
    const std::optional<qint64> after = facts.parameter(endpoints::After);
    constexpr qint64 LongestMs = qint64(24) * 3600 * 1000;
    if (!timeout || !after || *timeout < 0 || *timeout > LongestMs) {
        return worded(QT_TRANSLATE_NOOP(
            "wiretale::Explanation",
            "The client asks for news, and the server may hold the question until there is some."));
    }
    const QString longest = spanWord(*timeout * 1'000'000);
    if (*after == 0) {
        //: %1 is a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "The client, which has seen no event yet, asks for news, and the server may "
                          "hold the question for up to %1."))
            .arg(longest);
    }
    //: %1 is the number of an event, %2 a length of time
    return worded(
               QT_TRANSLATE_NOOP("wiretale::Explanation",
                                 "The client asks for what comes after event %1, and the server may hold the "
                                 "question for up to %2."))
        .arg(QString::number(*after), longest);
}

} // namespace

ExplanationDraft explainPoll(const MessageFacts &facts)
{
    ExplanationDraft draft(worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A poll: is there news?")),
                           QStringLiteral("RFC 6202, 2.1; RFC 9110, 9.3.1"));
    draft.say(askedQuestion(facts));
    draft.say(whyPolled(facts));
    draft.say(costSentence(facts));
    return draft;
}

ExplanationDraft explainLongPoll(const MessageFacts &facts)
{
    ExplanationDraft draft(
        worded(QT_TRANSLATE_NOOP("wiretale::Explanation", "A long poll: call me when there is news")),
        QStringLiteral("RFC 6202, 2.1"));
    draft.say(heldQuestion(facts));
    draft.say(whyAskedToWait(facts));
    draft.say(heldCost(facts));
    return draft;
}

} // namespace wiretale
