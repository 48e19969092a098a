// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/rulejudges.h"

#include <algorithm>

namespace wiretale::judges {

// Event streams. What each judge is about, the table in rules.cpp says.

namespace {

bool isEventStream(const RuleSubject &subject)
{
    const NamedLine *type = subject.header("content-type");
    return type != nullptr && type->value.toLower().startsWith("text/event-stream");
}

bool isStreamField(const QByteArray &name)
{
    return name == "data" || name == "event" || name == "id" || name == "retry";
}

template <typename Wanted>
Judgement firstLineWhere(const RuleSubject &subject, Wanted wanted)
{
    const auto line = std::ranges::find_if(subject.lines, wanted);
    return line == subject.lines.end() ? Judgement() : Judgement(line->where);
}

} // namespace

Judgement sseLastId(const RuleSubject &subject)
{
    const NamedLine *id = subject.header("last-event-id");
    return brokenIf(id != nullptr && id->value.isEmpty(), atHeader(subject, "last-event-id"));
}

Judgement sseKnownId(const RuleSubject &subject)
{
    return brokenIf(subject.isUnknownId, atHeader(subject, "last-event-id"));
}

Judgement sseMethod(const RuleSubject &subject)
{
    return brokenIf(isEventStream(subject) && subject.request && subject.method != "GET",
                    atHeader(subject, "content-type"));
}

Judgement sseStatus(const RuleSubject &subject)
{
    return brokenIf(isEventStream(subject) && subject.status != 200, subject.placeOf(FieldKind::StatusCode));
}

Judgement sseCharset(const RuleSubject &subject)
{
    const NamedLine *type = subject.header("content-type");
    if (!isEventStream(subject))
        return {};
    const QByteArray value = type->value.toLower();
    constexpr QByteArrayView Parameter("charset=");
    const qsizetype at = value.indexOf(Parameter);
    const QByteArray charset
        = at < 0 ? QByteArray() : value.sliced(at + Parameter.size()).split(';').constFirst();
    return brokenIf(at >= 0 && charset.trimmed() != "utf-8" && charset.trimmed() != "\"utf-8\"", type->where);
}

Judgement sseUtf8(const RuleSubject &subject)
{
    return brokenIf(!isUtf8(subject.message.content), subject.whole());
}

Judgement sseField(const RuleSubject &subject)
{
    return firstLineWhere(subject, [](const NamedLine &line) {
        return !isStreamField(line.name) && !isStreamField(line.name.toLower()) && !line.name.isEmpty()
            && !line.name.startsWith("\xEF\xBB\xBF");
    });
}

Judgement sseFieldCase(const RuleSubject &subject)
{
    return firstLineWhere(subject, [](const NamedLine &line) {
        return !isStreamField(line.name) && isStreamField(line.name.toLower());
    });
}

Judgement sseMark(const RuleSubject &subject)
{
    return firstLineWhere(subject,
                          [](const NamedLine &line) { return line.name.startsWith("\xEF\xBB\xBF"); });
}

Judgement sseRetry(const RuleSubject &subject)
{
    return firstLineWhere(
        subject, [](const NamedLine &line) { return line.name == "retry" && !areDigits(line.value); });
}

Judgement sseIdNul(const RuleSubject &subject)
{
    return firstLineWhere(
        subject, [](const NamedLine &line) { return line.name == "id" && line.value.contains('\0'); });
}

Judgement sseNoData(const RuleSubject &subject)
{
    const bool isNamed
        = firstLineWhere(subject, [](const NamedLine &line) { return line.name == "event"; }).has_value();
    const bool hasData
        = firstLineWhere(subject, [](const NamedLine &line) { return line.name == "data"; }).has_value();
    return brokenIf(isNamed && !hasData, subject.whole());
}

} // namespace wiretale::judges
