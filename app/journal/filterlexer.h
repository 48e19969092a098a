// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace wiretale {

/// A piece of a filter's line, and where it lies in it (characters from 0).
struct FilterToken
{
    enum class Type : quint8
    {
        OpenBracket,
        CloseBracket,
        And,
        Or,
        Not,
        Field, ///< what stands before an operator
        Operator, ///< one of : = != < <= > >=
        Word, ///< any other run of characters
        Quoted, ///< text in quotes
        UnclosedQuote, ///< the last one, when its quotes never close
        End ///< always the last, at the end of the line
    };

    Type type = Type::End;
    qsizetype position = 0;
    qsizetype length = 0;
    QString text; ///< of a quoted text, what is meant

    [[nodiscard]] qsizetype end() const noexcept { return position + length; }
};

/// Cuts a line into tokens; takes any line. A word is a field when it consists of letters and hyphens and an
/// operator follows; so `/events?after=3` stays one word. What follows an operator is its value, even if it
/// reads `and`.
[[nodiscard]] std::vector<FilterToken> filterTokens(QStringView line);

/// In quotes, so that the lexer reads back what was meant.
[[nodiscard]] QString quotedForFilter(const QString &text);

} // namespace wiretale
