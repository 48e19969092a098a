// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulebook.h"

#include "app/journal/filterfields.h"
#include "app/journal/rulesubject.h"
#include "app/journal/trafficlog.h"

#include <algorithm>

namespace wiretale {

namespace {

bool isIn(Rule::Scope scope, const RuleSubject &subject)
{
    switch (scope) {
    case Rule::Scope::Head:
        return subject.isRequest || subject.isResponse;
    case Rule::Scope::Request:
        return subject.isRequest;
    case Rule::Scope::Response:
        return subject.isResponse;
    case Rule::Scope::Chunks:
        return subject.record.technique != Technique::WebSocket && !subject.message.fields.empty();
    case Rule::Scope::Stream:
        return subject.isStreamBlock;
    case Rule::Scope::Stray:
        return subject.before != nullptr;
    case Rule::Scope::Frame:
        break;
    }
    return subject.frame.has_value();
}

} // namespace

RuleBook::RuleBook(std::shared_ptr<const TrafficLog> log)
    : m_reader(std::move(log))
{
}

std::vector<Breach> RuleBook::breaches(RecordNumber number)
{
    std::vector<Breach> found;
    if (!canBeJudged(m_reader.log()->journal().at(number)))
        return found;
    const RuleSubject subject = ruleSubject(m_reader, number);
    for (const Rule &rule : rules()) {
        if (!isIn(rule.scope, subject))
            continue;
        if (const std::optional<ByteRange> where = rule.judge(subject))
            found.push_back({&rule, *where});
    }
    return found;
}

Verdict RuleBook::verdict(RecordNumber number)
{
    return verdictOf(m_reader.log()->journal().at(number), breaches(number));
}

bool RuleBook::fits(RecordNumber number, qint64 choice)
{
    const std::vector<Breach> found = breaches(number);
    if (choice >= 0) {
        return std::ranges::any_of(
            found, [choice](const Breach &breach) { return breach.rule == &rules()[size_t(choice)]; });
    }
    const Verdict verdict = verdictOf(m_reader.log()->journal().at(number), found);
    switch (RuleChoice(choice)) {
    case RuleChoice::Broken:
        return verdict == Verdict::Broken;
    case RuleChoice::Doubtful:
        return verdict == Verdict::Doubtful;
    case RuleChoice::Kept:
        break;
    }
    return verdict == Verdict::Kept;
}

bool canBeJudged(const Record &record) noexcept
{
    switch (record.kind) {
    case MessageKind::Open:
    case MessageKind::Close:
    case MessageKind::Fault:
        return false;
    case MessageKind::Opaque:
        return record.has(RecordFlag::Malformed);
    default:
        return record.wireBytes > 0;
    }
}

Verdict verdictOf(const Record &record, const std::vector<Breach> &breaches) noexcept
{
    if (!canBeJudged(record))
        return Verdict::None;
    const bool isBroken = std::ranges::any_of(
        breaches, [](const Breach &breach) { return breach.rule->weight == Rule::Weight::Must; });
    return isBroken ? Verdict::Broken : !breaches.empty() ? Verdict::Doubtful : Verdict::Kept;
}

} // namespace wiretale
