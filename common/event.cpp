// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/event.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace wiretale {

namespace {

Error fault(const char *sentence)
{
    return Error {QCoreApplication::translate("wiretale::Event", sentence)};
}

// QJsonDocument sorts the members by name; only one string at a time is left to it.
QByteArray quoted(const QByteArray &utf8)
{
    QByteArray array = QJsonDocument(QJsonArray {QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

QJsonObject toJson(const Event &event)
{
    return {{QStringLiteral("id"), event.id},
            {QStringLiteral("type"), QString::fromUtf8(event.type)},
            {QStringLiteral("data"), QString::fromUtf8(event.data)}};
}

QByteArray toJsonText(const Event &event)
{
    return "{\"id\":" + QByteArray::number(event.id) + ",\"type\":" + quoted(event.type)
        + ",\"data\":" + quoted(event.data) + '}';
}

Result<Event> eventFromJson(const QByteArray &text)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return Error {QCoreApplication::translate("wiretale::Event", "This is not JSON: %1 at byte %2.")
                          .arg(parseError.errorString())
                          .arg(parseError.offset)};
    }
    if (!document.isObject())
        return fault(
            QT_TRANSLATE_NOOP("wiretale::Event", "An event is a JSON object; this is something else."));
    const QJsonObject object = document.object();
    const QJsonValue data = object.value(u"data");
    if (!data.isString())
        return fault(QT_TRANSLATE_NOOP("wiretale::Event", "An event needs the member \"data\", a string."));
    Event event;
    event.data = data.toString().toUtf8();
    if (object.contains(u"type")) {
        event.type = object.value(u"type").toString().toUtf8();
        const bool oneLine = std::ranges::none_of(event.type, [](char c) { return c == '\r' || c == '\n'; });
        if (event.type.isEmpty() || !oneLine) {
            return fault(QT_TRANSLATE_NOOP("wiretale::Event",
                                           "An event's \"type\" is a string of one line that is not empty."));
        }
    }
    if (object.contains(u"id")) {
        event.id = object.value(u"id").toInteger(-1);
        if (event.id < 0)
            return fault(QT_TRANSLATE_NOOP("wiretale::Event", "An event's \"id\" is a whole number."));
    }
    return event;
}

} // namespace wiretale
