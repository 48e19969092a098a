// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace wiretale {

/// What a condition of a filter looks at.
enum class FilterField : quint8
{
    Technique,
    Kind,
    From,
    Client,
    Connection,
    Exchange,
    Number,
    Time,
    Bytes,
    Payload,
    Overhead,
    Held,
    Transit,
    Status,
    Method,
    Opcode,
    Event,
    Events,
    Text,
    Summary,
    Word, ///< client, technique, kind or summary; has no name
    Empty,
    Lost,
    Arrived,
    Handshake,
    Masked,
    Fin,
    Gap,
    Malformed,
    Rule, ///< numbers: RuleChoice, or a rule's place in the table
    KeepAlive,
    Final,
    Streaming,
    Reset
};

/// What a field is compared with.
enum class FilterValue : quint8
{
    Choice, ///< one of a few words
    Flag, ///< yes or no; the field's name alone means yes
    Text,
    Count,
    Size, ///< bytes
    Duration ///< nanoseconds
};

struct FilterFieldEntry
{
    QLatin1StringView name;
    FilterField field;
    FilterValue value;
};

/// A word that a field of choices, or a flag, may be compared with, and what a record has for it.
struct FilterChoice
{
    QLatin1StringView name;
    qint64 number = 0;
};

/// What `rule:` may be compared with besides the id of a rule.
enum class RuleChoice : qint8
{
    Broken = -1,
    Doubtful = -2,
    Kept = -3
};

[[nodiscard]] std::span<const FilterFieldEntry> filterFields() noexcept;
/// Nothing when there is no such name.
[[nodiscard]] const FilterFieldEntry *filterFieldNamed(QStringView name) noexcept;
[[nodiscard]] const FilterFieldEntry &filterFieldEntry(FilterField field) noexcept;
/// Empty for fields of other values.
[[nodiscard]] std::span<const FilterChoice> filterChoices(FilterField field) noexcept;

} // namespace wiretale
