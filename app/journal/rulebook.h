// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/messagereader.h"
#include "app/journal/rule.h"

#include <vector>

namespace wiretale {

/// Whether a message keeps the rules, in one lamp.
enum class Verdict : quint8
{
    None, ///< nothing to judge: it has no bytes, or they are none of ours
    Kept,
    Doubtful, ///< breaks what it should keep
    Broken ///< breaks what it must keep
};

/// Judges messages of a log by all rules. What came before a message counts, nothing that comes later, so
/// that a verdict never changes.
class RuleBook
{
public:
    explicit RuleBook(std::shared_ptr<const TrafficLog> log = {});

    /// What the message breaks; `number` from 1 to the journal's size.
    [[nodiscard]] std::vector<Breach> breaches(RecordNumber number);
    [[nodiscard]] Verdict verdict(RecordNumber number);
    /// As a filter's `rule:` asks: by a RuleChoice, or by a rule's place in the table.
    [[nodiscard]] bool fits(RecordNumber number, qint64 choice);

private:
    MessageReader m_reader;
};

[[nodiscard]] bool canBeJudged(const Record &record) noexcept;
[[nodiscard]] Verdict verdictOf(const Record &record, const std::vector<Breach> &breaches) noexcept;

} // namespace wiretale
