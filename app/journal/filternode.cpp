// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filternode.h"

#include "app/journal/filterlexer.h"
#include "app/journal/filterquantity.h"

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

int costOf(FilterField field) noexcept
{
    switch (field) {
    case FilterField::Text:
    case FilterField::Rule:
        return FilterNode::BytesCost;
    case FilterField::Summary:
    case FilterField::Word:
        return FilterNode::HeadCost;
    case FilterField::Client:
    case FilterField::Held:
    case FilterField::Event:
        return FilterNode::JournalCost;
    default:
        return FilterNode::RecordCost;
    }
}

QLatin1StringView sign(FilterOperator op) noexcept
{
    static constexpr std::array Signs {
        QLatin1StringView(":"),  QLatin1StringView("="), QLatin1StringView("!="), QLatin1StringView("<"),
        QLatin1StringView("<="), QLatin1StringView(">"), QLatin1StringView(">=")};
    return Signs[size_t(op)];
}

// Letters, digits and what never has a meaning of its own.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar character) {
        return character.isLetterOrNumber() || character == u'-' || character == u'_' || character == u'.'
            || character == u'/';
    });
}

// A unit may stand apart from its number, so as a word it needs quotes.
bool hasMeaning(const QString &word)
{
    const FilterFieldEntry *field = filterFieldNamed(word);
    const std::vector<FilterToken> tokens = filterTokens(word);
    return (field != nullptr && field->value == FilterValue::Flag) || isFilterUnit(word, FilterValue::Size)
        || isFilterUnit(word, FilterValue::Duration) || tokens.front().type != FilterToken::Type::Word;
}

QString choiceText(FilterField field, qint64 number)
{
    const std::span<const FilterChoice> choices = filterChoices(field);
    const auto choice = std::ranges::find(choices, number, &FilterChoice::number);
    return choice == choices.end() ? QString::number(number) : QString(choice->name);
}

} // namespace

FilterCondition FilterCondition::ofText(FilterField field, FilterOperator op, const QString &text)
{
    FilterCondition condition {.field = field, .op = op, .text = text};
    const bool isAscii = std::ranges::all_of(text, [](QChar character) { return character.unicode() < 128; });
    if (isAscii)
        condition.ascii.setPattern(text.toLower().toLatin1());
    return condition;
}

QString FilterCondition::toString() const
{
    const FilterFieldEntry &entry = filterFieldEntry(field);
    if (field == FilterField::Word)
        return isPlain(text) && !hasMeaning(text) ? text : quotedForFilter(text);
    if (entry.value == FilterValue::Flag)
        return number == 1 ? QString(entry.name) : entry.name + QStringLiteral(":no");
    const QString head = QString(entry.name) + sign(op);
    switch (entry.value) {
    case FilterValue::Text:
        return head + (isPlain(text) ? text : quotedForFilter(text));
    case FilterValue::Choice:
        return head + choiceText(field, number);
    default:
        return head + filterQuantityText(number, entry.value);
    }
}

FilterNode FilterNode::ofCondition(FilterCondition condition)
{
    FilterNode node;
    node.cost = costOf(condition.field);
    node.condition = std::move(condition);
    return node;
}

FilterNode FilterNode::joined(Type type, std::vector<FilterNode> children)
{
    if (children.size() == 1)
        return std::move(children.front());
    FilterNode node;
    node.type = type;
    node.cost = std::ranges::max(children, {}, &FilterNode::cost).cost;
    node.children = std::move(children);
    return node;
}

FilterNode FilterNode::negated(FilterNode child)
{
    if (child.type == Type::Not) {
        FilterNode inner = std::move(child.children.front());
        return inner;
    }
    FilterNode node;
    node.type = Type::Not;
    node.cost = child.cost;
    node.children.push_back(std::move(child));
    return node;
}

QString FilterNode::toString() const
{
    if (type == Type::Condition)
        return condition.toString();
    QStringList parts;
    for (const FilterNode &child : children) {
        const bool needsBrackets = child.type == Type::Or || (child.type == Type::And && type != Type::Or);
        const QString part = child.toString();
        parts << (needsBrackets ? u'(' + part + u')' : part);
    }
    if (type == Type::Not)
        return QStringLiteral("not ") + parts.front();
    return parts.join(type == Type::And ? QStringLiteral(" ") : QStringLiteral(" or "));
}

void FilterNode::orderByCost()
{
    std::ranges::stable_sort(children, {}, &FilterNode::cost);
    for (FilterNode &child : children)
        child.orderByCost();
}

} // namespace wiretale
