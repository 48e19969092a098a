// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/explanationfacts.h"
#include "app/lesson/explanationparts.h"

#include <QCoreApplication>

namespace wiretale {

namespace {

QString plainCost(const MessageFacts &facts)
{
    const QString size = bytesWord(facts.record().wireBytes);
    if (!facts.hasArrived()) {
        //: %1 is a size such as "163 bytes"
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "It takes %1 on the wire and carries no event."))
            .arg(size);
    }
    //: %1 is a size such as "163 bytes", %2 a length of time
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "It takes %1 on the wire, carries no event, and travelled for %2."))
        .arg(size, spanWord(facts.transitNs()));
}

// RFC 9110, 15.3 to 15.6 describe the codes in a row, with a few left out.
int lastPart(int status)
{
    switch (status) {
    case 421:
        return 20;
    case 422:
        return 21;
    case 426:
        return 22;
    default:
        return status % 100 + 1;
    }
}

bool isDescribed(int status)
{
    const int rest = status % 100;
    switch (status / 100) {
    case 1:
        return rest <= 1;
    case 2:
        return rest <= 6;
    case 3:
        return rest <= 8;
    case 4:
        return rest <= 18 || rest == 21 || rest == 22 || rest == 26;
    case 5:
        return rest <= 5;
    default:
        return false;
    }
}

} // namespace

QString costSentence(const MessageFacts &facts)
{
    const Record &record = facts.record();
    if (facts.eventIds().empty() && record.payloadBytes == 0)
        return plainCost(facts);
    const QString size = bytesWord(record.wireBytes);
    const QString payload = bytesWord(record.payloadBytes);
    const std::optional<qint64> published = facts.publishedNs();
    if (facts.hasArrived() && published && !facts.isToServer()) {
        //: %1 and %2 are sizes such as "163 bytes", %3 a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It takes %1 on the wire, of which %2 are the news itself, and %3 passed "
                          "between publishing and arrival."))
            .arg(size, payload, spanWord(record.arrivedNs - *published));
    }
    if (facts.hasArrived()) {
        //: %1 and %2 are sizes such as "163 bytes", %3 a length of time
        return worded(QT_TRANSLATE_NOOP(
                          "wiretale::Explanation",
                          "It takes %1 on the wire, of which %2 are what it carries, and travelled for %3."))
            .arg(size, payload, spanWord(facts.transitNs()));
    }
    //: %1 and %2 are sizes such as "163 bytes"
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "It takes %1 on the wire, of which %2 are what it carries."))
        .arg(size, payload);
}

QString answeredSentence(const MessageFacts &facts)
{
    const std::optional<ExchangeSpan> &exchange = facts.exchange();
    if (!exchange || exchange->requestArrivedNs == Record::NotArrived
        || facts.record().departedNs < exchange->requestArrivedNs) {
        return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                        "The request that it answers was not seen on this connection."));
    }
    //: %1 is a length of time
    return worded(QT_TRANSLATE_NOOP("wiretale::Explanation",
                                    "The server sent it %1 after the request had reached it."))
        .arg(spanWord(facts.record().departedNs - exchange->requestArrivedNs));
}

QString statusSection(int status)
{
    switch (status) {
    case 428:
        return QStringLiteral("RFC 6585, 3");
    case 429:
        return QStringLiteral("RFC 6585, 4");
    case 431:
        return QStringLiteral("RFC 6585, 5");
    default:
        break;
    }
    const int group = status / 100;
    if (group < 1 || group > 5)
        return QStringLiteral("RFC 9110, 15");
    if (!isDescribed(status))
        return QStringLiteral("RFC 9110, 15.%1").arg(group + 1);
    return QStringLiteral("RFC 9110, 15.%1.%2").arg(group + 1).arg(lastPart(status));
}

} // namespace wiretale
