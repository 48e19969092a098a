// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"
#include "app/journal/filterfields.h"
#include "app/journal/filterlexer.h"

#include <algorithm>
#include <iterator>

namespace wiretale {

namespace {

using Type = FilterToken::Type;

QString withSign(const FilterFieldEntry &field)
{
    const bool isMeasure = field.value == FilterValue::Size || field.value == FilterValue::Duration;
    return QString(field.name) + (isMeasure ? u'>' : u':');
}

// What may begin a condition.
QStringList beginnings()
{
    QStringList words;
    for (const FilterFieldEntry &field : filterFields())
        words << (field.value == FilterValue::Flag ? QString(field.name) : withSign(field));
    return words;
}

QStringList valuesOf(const FilterFieldEntry &field, const QStringList &clients)
{
    QStringList words;
    for (const FilterChoice &choice : filterChoices(field.field))
        words << choice.name;
    if (field.field == FilterField::Client) {
        for (const QString &client : clients) {
            const bool isPlain = std::ranges::all_of(client, [](QChar character) {
                return character.isLetterOrNumber() || character == u'-' || character == u'_';
            });
            words << (isPlain ? client : quotedForFilter(client));
        }
    }
    return words;
}

QStringList beginningWith(const QStringList &words, QStringView typed)
{
    QStringList fitting;
    std::ranges::copy_if(words, std::back_inserter(fitting), [typed](const QString &word) {
        return QStringView(word).startsWith(typed, Qt::CaseInsensitive);
    });
    return fitting;
}

// Those that begin so come first, then those that have it inside.
QStringList having(const QStringList &words, QStringView typed)
{
    QStringList first;
    QStringList second;
    const QStringView bare = typed.startsWith(u'"') ? typed.sliced(1) : typed;
    for (const QString &word : words) {
        const QStringView plain = QStringView(word).sliced(word.startsWith(u'"') ? 1 : 0);
        if (plain.startsWith(bare, Qt::CaseInsensitive))
            first << word;
        else if (plain.contains(bare, Qt::CaseInsensitive))
            second << word;
    }
    return first + second;
}

qsizetype endOfWord(QStringView line, qsizetype at)
{
    while (at < line.size() && (line[at].isLetterOrNumber() || line[at] == u'-'))
        ++at;
    return at;
}

} // namespace

FilterCompletions Filter::completions(QStringView line, qsizetype cursor, const QStringList &clients)
{
    const QStringView before = line.first(std::clamp<qsizetype>(cursor, 0, line.size()));
    const std::vector<FilterToken> tokens = filterTokens(before);
    const size_t count = tokens.size() - 1; // without the End
    const bool isTyping = count > 0 && tokens[count - 1].end() == before.size();
    const FilterToken *last = count > 0 ? &tokens[count - 1] : nullptr;

    const bool isAfterSign = last != nullptr && last->type == Type::Operator;
    const bool isInValue = count > 2 && isTyping && tokens[count - 2].type == Type::Operator
        && last->type != Type::OpenBracket && last->type != Type::CloseBracket && last->type != Type::Quoted;
    if (isAfterSign || isInValue) {
        const size_t sign = isAfterSign ? count - 1 : count - 2;
        const FilterFieldEntry *field = sign > 0 ? filterFieldNamed(tokens[sign - 1].text) : nullptr;
        if (field == nullptr)
            return {};
        const qsizetype begin = isInValue ? last->position : before.size();
        return {begin, endOfWord(line, before.size()) - begin,
                having(valuesOf(*field, clients), before.sliced(begin))};
    }
    if (isTyping && (last->type == Type::Quoted || last->type == Type::UnclosedQuote))
        return {};

    const bool isInWord = isTyping && last->type != Type::OpenBracket && last->type != Type::CloseBracket;
    const qsizetype begin = isInWord ? last->position : before.size();
    QStringList words = beginnings();
    words << QStringLiteral("not");
    if (count > (isInWord ? 1U : 0U))
        words << QStringLiteral("and") << QStringLiteral("or");
    qsizetype end = endOfWord(line, before.size());
    const bool isSignNext = end < line.size() && QStringView(u":=<>").contains(line[end]);
    if (isSignNext && end > before.size())
        ++end;
    return {begin, end - begin, beginningWith(words, before.sliced(begin))};
}

} // namespace wiretale
