// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/exchangetiming.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr RecordNumber MostLookedAt = 100'000;

TimingBar travel(TimingBar::Kind kind, const Journal &journal, RecordNumber number, qint64 nowNs)
{
    const Record record = journal.at(number);
    const bool isLost = record.has(RecordFlag::Cut);
    const bool isOpen = !isLost && record.arrivedNs > nowNs;
    return {.kind = kind,
            .fromNs = record.departedNs,
            .toNs = isLost ? record.departedNs
                : isOpen   ? std::max(nowNs, record.departedNs)
                           : record.arrivedNs,
            .record = number,
            .isOpen = isOpen,
            .isLost = isLost};
}

// The opening of the connection, when the request is the first message on it.
RecordNumber openingFor(const Journal &journal, RecordNumber request, const Record &record)
{
    const RecordNumber first = request - std::min(request - 1, MostLookedAt);
    for (RecordNumber each = request; each-- > first;) {
        const Record other = journal.at(each);
        if (other.connection == record.connection)
            return other.kind == MessageKind::Open ? each : 0;
    }
    return 0;
}

// The message of the exchange's answer that departed then.
RecordNumber answerAt(const Journal &journal, RecordNumber request, qint64 departedNs)
{
    for (RecordNumber each = journal.firstDepartedFrom(departedNs);
         each <= journal.size() && journal.at(each).departedNs == departedNs; ++each) {
        const Record other = journal.at(each);
        if (other.exchange == request && other.direction == Direction::ServerToClient)
            return each;
    }
    return 0;
}

bool tells(const std::vector<TimingBar> &bars, RecordNumber number)
{
    return std::ranges::find(bars, number, &TimingBar::record) != bars.end();
}

} // namespace

std::vector<TimingBar> timingOf(const Journal &journal, RecordNumber number, qint64 nowNs)
{
    using Kind = TimingBar::Kind;
    std::vector<TimingBar> bars;
    const RecordNumber request = journal.at(number).exchange;
    const std::optional<ExchangeSpan> span = request == 0 ? std::nullopt : journal.exchange(request);
    if (!span) {
        bars.push_back(travel(Kind::Message, journal, number, nowNs));
        return bars;
    }
    if (const RecordNumber opening = openingFor(journal, request, journal.at(request)); opening != 0)
        bars.push_back(travel(Kind::Opening, journal, opening, nowNs));
    bars.push_back(travel(Kind::Request, journal, request, nowNs));
    const bool isAnswered = span->answeredNs <= nowNs;
    if (span->requestArrivedNs <= nowNs)
        bars.push_back({.kind = Kind::Held,
                        .fromNs = span->requestArrivedNs,
                        .toNs = span->requestArrivedNs + span->heldNs(nowNs),
                        .record = 0,
                        .isOpen = !isAnswered && span->finishedNs > nowNs});
    if (isAnswered) {
        if (const RecordNumber answer = answerAt(journal, request, span->answeredNs); answer != 0)
            bars.push_back(travel(Kind::Answer, journal, answer, nowNs));
        const bool isFinished = span->finishedNs <= nowNs;
        if (!isFinished || span->finishedNs > span->answeredNs)
            bars.push_back({.kind = Kind::Streaming,
                            .fromNs = span->answeredNs,
                            .toNs = isFinished ? span->finishedNs : nowNs,
                            .record = 0,
                            .isOpen = !isFinished});
    }
    if (!tells(bars, number))
        bars.push_back(travel(Kind::Message, journal, number, nowNs));
    return bars;
}

} // namespace wiretale
