// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filterlexer.h"
#include "app/journal/filternode.h"

#include <QCoreApplication>

#include <optional>

namespace wiretale {

/// Reads a filter's line once: conditions and words, joined by and, or, not and brackets, of which `not`
/// binds tightest and `or` loosest. Stops at what is wrong first.
class FilterParser
{
    Q_DECLARE_TR_FUNCTIONS(wiretale::FilterParser)

public:
    explicit FilterParser(QStringView line);

    /// Nothing for a line without a word, too; then there is no error.
    [[nodiscard]] std::optional<FilterNode> parse();
    [[nodiscard]] const std::optional<FilterError> &error() const noexcept { return m_error; }

private:
    using Node = std::optional<FilterNode>;
    using Token = FilterToken;

    [[nodiscard]] Node parseOr();
    [[nodiscard]] Node parseAnd();
    [[nodiscard]] Node parseNot();
    [[nodiscard]] Node parsePart();
    [[nodiscard]] Node parseBrackets();
    [[nodiscard]] Node parseCondition();
    [[nodiscard]] Node parseValue(const FilterFieldEntry &field, FilterOperator op, const Token &value);
    [[nodiscard]] Node parseChoice(const FilterFieldEntry &field, FilterOperator op, const Token &value);
    [[nodiscard]] Node parseNumber(const FilterFieldEntry &field, FilterOperator op, const Token &value);
    [[nodiscard]] Node missing(const Token &joint);
    [[nodiscard]] Node unknownField(const Token &name);
    [[nodiscard]] Node unknownChoice(const FilterFieldEntry &field, const Token &value);
    Node fail(const Token &at, const QString &sentence);

    [[nodiscard]] static bool takes(const FilterFieldEntry &field, FilterOperator op) noexcept;
    [[nodiscard]] static QString operatorsOf(const FilterFieldEntry &field);
    [[nodiscard]] static QString exampleOf(const FilterFieldEntry &field);
    [[nodiscard]] static QString wantedBy(const FilterFieldEntry &field);

    [[nodiscard]] const Token &token() const { return m_tokens[m_at]; }

    std::vector<Token> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace wiretale
