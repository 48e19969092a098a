// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterfacts.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace wiretale {

namespace {

using State = MessageSpan::State;

MessageSpan heldRequest(const ExchangeSpan &exchange, const Record &record, qint64 nowNs) noexcept
{
    const bool isOver = exchange.answeredNs <= nowNs || exchange.finishedNs <= nowNs;
    if (exchange.requestArrivedNs > nowNs)
        return {isOver || record.has(RecordFlag::Cut) ? State::None : State::Awaited, 0};
    return {isOver ? State::Known : State::Growing, exchange.heldNs(nowNs)};
}

} // namespace

MessageSpan heldSpan(const Journal &journal, RecordNumber number, const Record &record, qint64 nowNs)
{
    if (record.kind == MessageKind::Request) {
        const std::optional<ExchangeSpan> exchange = journal.exchange(number);
        return exchange ? heldRequest(*exchange, record, nowNs) : MessageSpan {};
    }
    if (record.kind != MessageKind::Response || isInterim(record) || record.exchange == 0
        || record.exchange >= number)
        return {};
    const qint64 requestArrivedNs = journal.at(record.exchange).arrivedNs;
    if (requestArrivedNs > record.departedNs)
        return {};
    return {State::Known, record.departedNs - requestArrivedNs};
}

MessageSpan transitSpan(const Record &record, qint64 nowNs) noexcept
{
    if (record.arrivedNs <= nowNs)
        return {State::Known, record.arrivedNs - record.departedNs};
    if (record.has(RecordFlag::Cut))
        return {};
    return {State::Growing, std::max(nowNs - record.departedNs, qint64(0))};
}

Technique techniqueOf(const Journal &journal, const Record &record)
{
    const bool isMessage = record.kind != MessageKind::Open && record.kind != MessageKind::Close
        && record.kind != MessageKind::Fault;
    return isMessage ? record.technique : journal.connection(record.connection).technique;
}

} // namespace wiretale
