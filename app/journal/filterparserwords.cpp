// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filterparser.h"
#include "common/nearestword.h"

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype LongestQuoted = 40;
constexpr qsizetype MostShown = 12;

QString quoted(QLatin1StringView name)
{
    return u'`' + QString(name) + u'`';
}

} // namespace

FilterParser::Node FilterParser::unknownField(const Token &name)
{
    QStringList known;
    for (const FilterFieldEntry &entry : filterFields())
        known << entry.name;
    const QString nearest = nearestWord(name.text, known);
    if (!nearest.isEmpty()) {
        //: %1 is what somebody wrote, %2 what they most likely meant
        return fail(name, tr("`%1` is not known; did you mean `%2`?").arg(name.text, nearest));
    }
    return fail(name,
                tr("`%1` is not known; to look for it as text, put it in quotes together with what follows.")
                    .arg(name.text.left(LongestQuoted)));
}

FilterParser::Node FilterParser::unknownChoice(const FilterFieldEntry &field, const Token &value)
{
    QStringList known;
    QStringList shown;
    for (const FilterChoice &choice : filterChoices(field.field)) {
        known << choice.name;
        if (shown.size() < MostShown)
            shown << quoted(choice.name);
    }
    if (shown.size() < known.size())
        shown << QStringLiteral("…");
    const QString nearest = nearestWord(value.text, known);
    if (!nearest.isEmpty()) {
        //: %1 is the name of a field, %2 what somebody wrote, %3 what they most likely meant
        return fail(value, tr("`%1` knows no `%2`; did you mean `%3`?").arg(field.name, value.text, nearest));
    }
    //: %1 is the name of a field, %2 what somebody wrote, %3 a list of words
    return fail(value,
                tr("`%1` knows no `%2`; it may be %3.")
                    .arg(field.name, value.text.left(LongestQuoted), shown.join(QStringLiteral(", "))));
}

bool FilterParser::takes(const FilterFieldEntry &field, FilterOperator op) noexcept
{
    if (field.field == FilterField::Text)
        return op == FilterOperator::Has;
    if (field.value == FilterValue::Text || field.value == FilterValue::Choice
        || field.value == FilterValue::Flag)
        return op == FilterOperator::Has || op == FilterOperator::Equals || op == FilterOperator::Differs;
    return true;
}

QString FilterParser::operatorsOf(const FilterFieldEntry &field)
{
    return field.field == FilterField::Text ? QStringLiteral("`:`") : QStringLiteral("`:`, `=`, `!=`");
}

QString FilterParser::exampleOf(const FilterFieldEntry &field)
{
    switch (field.value) {
    case FilterValue::Choice:
    case FilterValue::Flag:
        return filterChoices(field.field).front().name;
    case FilterValue::Text:
        return field.field == FilterField::Client ? QStringLiteral("chrome") : QStringLiteral("price");
    case FilterValue::Size:
        return QStringLiteral("2kB");
    case FilterValue::Duration:
        return QStringLiteral("500ms");
    case FilterValue::Count:
        break;
    }
    return field.field == FilterField::Status ? QStringLiteral("204") : QStringLiteral("12");
}

QString FilterParser::wantedBy(const FilterFieldEntry &field)
{
    switch (field.value) {
    case FilterValue::Size:
        //: in "`abc` is not a size; write it like `2kB`."
        return tr("a size");
    case FilterValue::Duration:
        //: in "`abc` is not a length of time; write it like `500ms`."
        return tr("a length of time");
    default:
        //: in "`abc` is not a whole number; write it like `12`."
        return tr("a whole number");
    }
}

} // namespace wiretale
