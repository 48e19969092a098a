// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonmark.h"

#include "app/lesson/settingstext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace wiretale {

namespace {

using Kind = LessonMark::Kind;

constexpr QLatin1StringView KindWord("mark");
constexpr QLatin1StringView SettingsWord("settings");
constexpr QLatin1StringView NameWord("name");
constexpr QLatin1StringView TextWord("text");
constexpr QLatin1StringView MythWord("myth");
constexpr QLatin1StringView IndexWord("index");
constexpr QLatin1StringView ChosenWord("chosen");
constexpr QLatin1StringView GuessWord("guess");

// In the order of the enumerators.
const QStringList &kindWords()
{
    static const QStringList Words {QStringLiteral("settings"), QStringLiteral("lesson"),
                                    QStringLiteral("chapter"),  QStringLiteral("question"),
                                    QStringLiteral("answer"),   QStringLiteral("end")};
    return Words;
}

void write(QJsonObject &object, const LessonSource &source)
{
    object.insert(NameWord, source.name);
    object.insert(TextWord, QString::fromUtf8(source.text));
    if (source.myth >= 0)
        object.insert(MythWord, source.myth);
}

void write(QJsonObject &object, const GivenAnswer &given)
{
    if (given.guess) {
        object.insert(GuessWord, *given.guess);
        return;
    }
    QJsonArray chosen;
    for (const int index : given.chosen)
        chosen.append(index);
    object.insert(ChosenWord, chosen);
}

std::optional<int> indexFrom(const QJsonValue &value)
{
    const int index = value.toInt(-1);
    return index >= 0 ? std::optional(index) : std::nullopt;
}

std::optional<LessonSource> sourceFrom(const QJsonObject &object)
{
    LessonSource source {.name = object.value(NameWord).toString(),
                         .text = object.value(TextWord).toString().toUtf8()};
    if (object.contains(MythWord)) {
        const std::optional<int> myth = indexFrom(object.value(MythWord));
        if (!myth)
            return std::nullopt;
        source.myth = *myth;
    }
    return source;
}

std::optional<GivenAnswer> answerFrom(const QJsonObject &object)
{
    GivenAnswer given;
    if (object.contains(GuessWord)) {
        if (!object.value(GuessWord).isDouble())
            return std::nullopt;
        given.guess = object.value(GuessWord).toDouble();
        return given;
    }
    if (!object.value(ChosenWord).isArray())
        return std::nullopt;
    const QJsonArray chosen = object.value(ChosenWord).toArray();
    for (const auto &each : chosen) {
        const std::optional<int> index = indexFrom(each);
        if (!index || (!given.chosen.isEmpty() && *index <= given.chosen.constLast()))
            return std::nullopt;
        given.chosen << *index;
    }
    return given;
}

/// Into `into`; false when something is missing.
template <typename Value>
bool take(std::optional<Value> value, Value &into)
{
    if (value)
        into = std::move(*value);
    return value.has_value();
}

} // namespace

LogMark logMarkOf(const LessonMark &mark)
{
    QJsonObject object {{KindWord, kindWords().at(int(mark.kind))}};
    switch (mark.kind) {
    case Kind::Settings:
        object.insert(SettingsWord, toJson(mark.settings));
        break;
    case Kind::Lesson:
        write(object, mark.source);
        break;
    case Kind::Answer:
        write(object, mark.given);
        [[fallthrough]];
    case Kind::Chapter:
    case Kind::Question:
        object.insert(IndexWord, mark.index);
        break;
    case Kind::End:
        break;
    }
    return {.atNs = mark.atNs,
            .number = mark.number,
            .text = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

std::optional<LessonMark> lessonMarkFrom(const LogMark &mark)
{
    const QJsonObject object = QJsonDocument::fromJson(mark.text).object();
    const qsizetype kind = kindWords().indexOf(object.value(KindWord).toString());
    if (kind < 0)
        return std::nullopt;
    LessonMark result {.kind = Kind(kind), .atNs = mark.atNs, .number = mark.number};
    bool isGood = true;
    switch (result.kind) {
    case Kind::Settings:
        isGood = object.value(SettingsWord).isObject()
            && take(settingsFromJson(object.value(SettingsWord).toObject()), result.settings);
        break;
    case Kind::Lesson:
        isGood = take(sourceFrom(object), result.source);
        break;
    case Kind::Answer:
        isGood = take(answerFrom(object), result.given);
        [[fallthrough]];
    case Kind::Chapter:
    case Kind::Question:
        isGood = take(indexFrom(object.value(IndexWord)), result.index) && isGood;
        break;
    case Kind::End:
        break;
    }
    return isGood ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace wiretale
