// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterlexer.h"

#include <algorithm>

namespace wiretale {

namespace {

using Type = FilterToken::Type;

bool endsWord(QChar character) noexcept
{
    return character.isSpace() || character == u'(' || character == u')' || character == u'"';
}

class Lexer
{
public:
    explicit Lexer(QStringView line)
        : m_line(line)
    {
    }

    std::vector<FilterToken> tokens()
    {
        for (;;) {
            m_at = afterSpaces(m_at);
            if (m_at == m_line.size())
                break;
            next();
        }
        add(Type::End, m_at, {});
        return std::move(m_tokens);
    }

private:
    void next()
    {
        const bool isValue = !m_tokens.empty() && m_tokens.back().type == Type::Operator;
        const QChar first = m_line[m_at];
        if (first == u'"') {
            takeQuoted();
        } else if (first == u'(') {
            add(Type::OpenBracket, m_at + 1, {});
        } else if (first == u')') {
            add(Type::CloseBracket, m_at + 1, {});
        } else if (isValue) {
            takeWord();
        } else if (const qsizetype length = operatorAt(m_at); length > 0) {
            add(Type::Operator, m_at + length, m_line.sliced(m_at, length).toString());
        } else {
            takeFieldOrWord();
        }
    }

    void takeFieldOrWord()
    {
        const auto isOfName = [](QChar character) { return character.isLetter() || character == u'-'; };
        const auto nameEnd = std::find_if_not(m_line.begin() + m_at, m_line.end(), isOfName);
        const qsizetype end = nameEnd - m_line.begin();
        const QStringView name = m_line.sliced(m_at, end - m_at);
        const bool isWhole = end == m_line.size() || endsWord(m_line[end]);
        if (const Type keyword = keywordType(name); isWhole && keyword != Type::Word)
            add(keyword, end, name.toString());
        else if (!name.isEmpty() && operatorAt(afterSpaces(end)) > 0)
            add(Type::Field, end, name.toString());
        else
            takeWord();
    }

    void takeWord()
    {
        const auto end = std::find_if(m_line.begin() + m_at, m_line.end(), endsWord);
        const qsizetype length = end - (m_line.begin() + m_at);
        add(Type::Word, m_at + length, m_line.sliced(m_at, length).toString());
    }

    void takeQuoted()
    {
        QString text;
        qsizetype at = m_at + 1;
        while (at < m_line.size() && m_line[at] != u'"') {
            const bool isEscaped = m_line[at] == u'\\' && at + 1 < m_line.size()
                && (m_line[at + 1] == u'"' || m_line[at + 1] == u'\\');
            at += isEscaped ? 1 : 0;
            text += m_line[at++];
        }
        if (at == m_line.size())
            add(Type::UnclosedQuote, at, text);
        else
            add(Type::Quoted, at + 1, text);
    }

    static Type keywordType(QStringView name)
    {
        if (name.compare(u"and", Qt::CaseInsensitive) == 0)
            return Type::And;
        if (name.compare(u"or", Qt::CaseInsensitive) == 0)
            return Type::Or;
        if (name.compare(u"not", Qt::CaseInsensitive) == 0)
            return Type::Not;
        return Type::Word;
    }

    [[nodiscard]] qsizetype operatorAt(qsizetype at) const
    {
        if (at >= m_line.size())
            return 0;
        const QChar first = m_line[at];
        const bool isEqualNext = at + 1 < m_line.size() && m_line[at + 1] == u'=';
        if (first == u'!')
            return isEqualNext ? 2 : 0;
        if (first == u'<' || first == u'>')
            return isEqualNext ? 2 : 1;
        return first == u':' || first == u'=' ? 1 : 0;
    }

    [[nodiscard]] qsizetype afterSpaces(qsizetype at) const
    {
        while (at < m_line.size() && m_line[at].isSpace())
            ++at;
        return at;
    }

    void add(Type type, qsizetype end, const QString &text)
    {
        m_tokens.push_back({type, m_at, end - m_at, text});
        m_at = end;
    }

    QStringView m_line;
    qsizetype m_at = 0;
    std::vector<FilterToken> m_tokens;
};

} // namespace

std::vector<FilterToken> filterTokens(QStringView line)
{
    return Lexer(line).tokens();
}

QString quotedForFilter(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + quoted + u'"';
}

} // namespace wiretale
