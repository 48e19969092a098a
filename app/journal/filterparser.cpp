// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterparser.h"

#include "app/journal/filterquantity.h"
#include "common/nearestword.h"

#include <algorithm>

namespace wiretale {

namespace {

using Type = FilterToken::Type;

// Far beyond what anybody writes; keeps recursion within the stack.
constexpr int DeepestBrackets = 100;

FilterOperator operatorOf(const QString &sign)
{
    if (sign == u":")
        return FilterOperator::Has;
    if (sign == u"=")
        return FilterOperator::Equals;
    if (sign == u"!=")
        return FilterOperator::Differs;
    if (sign == u"<")
        return FilterOperator::Less;
    if (sign == u"<=")
        return FilterOperator::AtMost;
    return sign == u">" ? FilterOperator::Greater : FilterOperator::AtLeast;
}

} // namespace

FilterParser::FilterParser(QStringView line)
    : m_tokens(filterTokens(line))
{
}

FilterParser::Node FilterParser::fail(const Token &at, const QString &sentence)
{
    if (!m_error)
        m_error = FilterError {at.position, at.length, sentence};
    return std::nullopt;
}

FilterParser::Node FilterParser::parse()
{
    if (token().type == Type::End)
        return std::nullopt;
    Node node = parseOr();
    if (node && token().type == Type::CloseBracket)
        return fail(token(), tr("This bracket was never opened."));
    return node;
}

FilterParser::Node FilterParser::parseOr()
{
    std::vector<FilterNode> parts;
    for (;;) {
        Node part = parseAnd();
        if (!part)
            return std::nullopt;
        if (part->type == FilterNode::Type::Or)
            std::ranges::move(part->children, std::back_inserter(parts));
        else
            parts.push_back(std::move(*part));
        if (token().type != Type::Or)
            break;
        ++m_at;
    }
    return FilterNode::joined(FilterNode::Type::Or, std::move(parts));
}

FilterParser::Node FilterParser::parseAnd()
{
    std::vector<FilterNode> parts;
    for (;;) {
        Node part = parseNot();
        if (!part)
            return std::nullopt;
        if (part->type == FilterNode::Type::And)
            std::ranges::move(part->children, std::back_inserter(parts));
        else
            parts.push_back(std::move(*part));
        if (token().type == Type::And)
            ++m_at;
        else if (token().type == Type::Or || token().type == Type::CloseBracket || token().type == Type::End)
            break;
    }
    return FilterNode::joined(FilterNode::Type::And, std::move(parts));
}

FilterParser::Node FilterParser::parseNot()
{
    bool isNegated = false;
    while (token().type == Type::Not) {
        isNegated = !isNegated;
        ++m_at;
    }
    Node part = parsePart();
    return part && isNegated ? FilterNode::negated(std::move(*part)) : part;
}

FilterParser::Node FilterParser::parsePart()
{
    const Token &first = token();
    switch (first.type) {
    case Type::OpenBracket:
        return parseBrackets();
    case Type::Field:
        return parseCondition();
    case Type::Quoted:
    case Type::Word: {
        ++m_at;
        if (first.text.isEmpty())
            return fail(first, tr("There is nothing between these quotes."));
        const FilterFieldEntry *flag = first.type == Type::Word ? filterFieldNamed(first.text) : nullptr;
        if (flag != nullptr && flag->value == FilterValue::Flag)
            return FilterNode::ofCondition({.field = flag->field, .number = 1});
        return FilterNode::ofCondition(
            FilterCondition::ofText(FilterField::Word, FilterOperator::Has, first.text));
    }
    case Type::Operator:
        //: %1 is one of : = < >
        return fail(first, tr("`%1` needs a name before it, as in `bytes>500`.").arg(first.text));
    case Type::UnclosedQuote:
        return fail(first, tr("These quotes are never closed."));
    default:
        return missing(first);
    }
}

// Where a condition should stand, but something else does.
FilterParser::Node FilterParser::missing(const Token &joint)
{
    const bool isFirst = m_at == 0 || m_tokens[m_at - 1].type == Type::OpenBracket;
    const bool isJoint = joint.type == Type::And || joint.type == Type::Or;
    if (isJoint && isFirst)
        //: %1 is "and" or "or"
        return fail(joint, tr("`%1` needs a condition before it.").arg(joint.text));
    if (m_at > 0 && !isFirst)
        //: %1 is "and", "or" or "not"
        return fail(m_tokens[m_at - 1], tr("`%1` needs a condition after it.").arg(m_tokens[m_at - 1].text));
    if (joint.type == Type::CloseBracket && m_at == 0)
        return fail(joint, tr("This bracket was never opened."));
    if (joint.type == Type::CloseBracket) {
        Token both = m_tokens[m_at - 1];
        both.length = joint.end() - both.position;
        return fail(both, tr("There is nothing between these brackets."));
    }
    return fail(m_tokens[m_at - 1], tr("This bracket is never closed."));
}

FilterParser::Node FilterParser::parseBrackets()
{
    const Token open = token();
    if (++m_depth > DeepestBrackets)
        return fail(open, tr("There are too many brackets inside each other."));
    ++m_at;
    Node inner = parseOr();
    --m_depth;
    if (inner && token().type != Type::CloseBracket)
        return fail(open, tr("This bracket is never closed."));
    ++m_at;
    return inner;
}

FilterParser::Node FilterParser::parseCondition()
{
    const Token &name = token();
    const FilterFieldEntry *field = filterFieldNamed(name.text);
    if (field == nullptr)
        return unknownField(name);
    const Token &sign = m_tokens[m_at + 1];
    const Token &value = m_tokens[m_at + 2];
    m_at += 2;
    const FilterOperator op = operatorOf(sign.text);
    if (!takes(*field, op)) {
        //: %1 is the name of a field, %2 one of : = < >, %3 several of them
        return fail(
            sign,
            tr("`%1` cannot be compared by `%2`; use %3.").arg(name.text, sign.text, operatorsOf(*field)));
    }
    if (value.type == Type::UnclosedQuote)
        return fail(value, tr("These quotes are never closed."));
    if (value.type != Type::Word && value.type != Type::Quoted) {
        Token both = name;
        both.length = sign.end() - both.position;
        //: %1 is a field and a sign, such as bytes>; %2 an example of what may follow
        return fail(both,
                    tr("`%1` needs a value after it, such as `%2`.")
                        .arg(name.text + sign.text, name.text + sign.text + exampleOf(*field)));
    }
    ++m_at;
    if (value.text.isEmpty())
        return fail(value, tr("There is nothing between these quotes."));
    return parseValue(*field, op, value);
}

FilterParser::Node FilterParser::parseValue(const FilterFieldEntry &field, FilterOperator op,
                                            const Token &value)
{
    switch (field.value) {
    case FilterValue::Choice:
    case FilterValue::Flag:
        return parseChoice(field, op, value);
    case FilterValue::Text:
        return FilterNode::ofCondition(FilterCondition::ofText(field.field, op, value.text));
    default:
        return parseNumber(field, op, value);
    }
}

FilterParser::Node FilterParser::parseChoice(const FilterFieldEntry &field, FilterOperator op,
                                             const Token &value)
{
    // The beginning of a choice is enough where it is that of no other.
    const FilterChoice *found = nullptr;
    int count = 0;
    for (const FilterChoice &choice : filterChoices(field.field)) {
        const QString name = choice.name;
        if (!name.startsWith(value.text, Qt::CaseInsensitive))
            continue;
        found = &choice;
        ++count;
        if (name.size() == value.text.size()) {
            count = 1;
            break;
        }
    }
    if (count != 1)
        return unknownChoice(field, value);
    FilterCondition condition {.field = field.field, .op = FilterOperator::Has, .number = found->number};
    const bool isDiffering = op == FilterOperator::Differs;
    if (field.value == FilterValue::Flag)
        condition.number = isDiffering ? 1 - found->number : found->number;
    else if (isDiffering)
        condition.op = op;
    return FilterNode::ofCondition(std::move(condition));
}

FilterParser::Node FilterParser::parseNumber(const FilterFieldEntry &field, FilterOperator op,
                                             const Token &value)
{
    QString text = value.text;
    const bool endsInDigit = text.back() >= u'0' && text.back() <= u'9';
    if (token().type == Type::Word && endsInDigit && isFilterUnit(token().text, field.value)) {
        text += token().text;
        ++m_at;
    }
    const std::optional<qint64> number = filterQuantity(text, field.value);
    if (!number) {
        return fail(value,
                    tr("`%1` is not %2; write it like `%3`.")
                        .arg(value.text.left(40), wantedBy(field), exampleOf(field)));
    }
    const FilterOperator plain = op == FilterOperator::Has ? FilterOperator::Equals : op;
    return FilterNode::ofCondition({.field = field.field, .op = plain, .number = *number});
}

} // namespace wiretale
