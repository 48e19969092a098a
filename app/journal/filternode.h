// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filter.h"
#include "app/journal/filterfields.h"

#include <QByteArrayMatcher>

#include <vector>

namespace wiretale {

enum class FilterOperator : quint8
{
    Has, ///< `:`; of texts, contains
    Equals,
    Differs,
    Less,
    AtMost,
    Greater,
    AtLeast
};

/// A comparison of one field.
struct FilterCondition
{
    FilterField field = FilterField::Word;
    FilterOperator op = FilterOperator::Has;
    qint64 number = 0; ///< for all values but texts; nanoseconds, bytes, or as FilterChoice::number
    QString text {};
    QByteArrayMatcher ascii {}; ///< `text` in lower case for a search in bytes; empty unless it is all ASCII

    [[nodiscard]] static FilterCondition ofText(FilterField field, FilterOperator op, const QString &text);
    [[nodiscard]] QString toString() const;
};

/// A filter's line, compiled.
struct FilterNode
{
    enum class Type : quint8
    {
        Condition,
        And,
        Or,
        Not
    };

    Type type = Type::Condition;
    FilterCondition condition;
    std::vector<FilterNode> children;
    int cost = 0; ///< of the dearest condition in it; see costOf()

    static constexpr int RecordCost = 0; ///< a look at the record
    static constexpr int JournalCost = 1; ///< a look-up in the journal
    static constexpr int HeadCost = 2; ///< the first bytes of the message are read
    static constexpr int BytesCost = 3; ///< all its bytes are read

    [[nodiscard]] static FilterNode ofCondition(FilterCondition condition);
    [[nodiscard]] static FilterNode joined(Type type, std::vector<FilterNode> children);
    [[nodiscard]] static FilterNode negated(FilterNode child);

    [[nodiscard]] QString toString() const;
    /// Puts what costs less before what costs more, where they are joined.
    void orderByCost();
};

/// Costs are told in looks at a record.
[[nodiscard]] Filter::Verdict judge(const FilterNode &node, const TrafficLog &log, RecordNumber number,
                                    qint64 nowNs, MessageReader *reader);

} // namespace wiretale
