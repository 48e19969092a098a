// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rulesubject.h"
#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

class MessageReader;

/// How far back judges look, in messages of the log.
inline constexpr RecordNumber MostBeforeJudged = 4'000;

/// Calls for the records before `number` on its connection, the nearest first, until it answers false.
template <typename Visit>
void lookBack(const Journal &journal, RecordNumber number, const Record &record, Visit visit)
{
    const RecordNumber first = number - std::min(number - 1, MostBeforeJudged);
    for (RecordNumber each = number; each-- > first;) {
        const Record other = journal.at(each);
        if (other.connection == record.connection && !visit(each, other))
            return;
    }
}

// Each fills in what it is called by, for the messages that it concerns.
void lookForPings(RuleSubject &subject, MessageReader &reader, RecordNumber number);
void lookForEventId(RuleSubject &subject, MessageReader &reader, RecordNumber number);
void lookForAnswerBefore(RuleSubject &subject, MessageReader &reader, RecordNumber number);

} // namespace wiretale
