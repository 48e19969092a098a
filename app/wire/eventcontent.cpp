// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/eventcontent.h"

#include "common/endpoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace wiretale {

namespace {

// Takes `prefix` off the front of `rest`.
bool skip(QByteArrayView &rest, QByteArrayView prefix)
{
    if (!rest.startsWith(prefix))
        return false;
    rest = rest.sliced(prefix.size());
    return true;
}

// What stands before the next quotation mark, which is taken off as well; nothing when an escape stands in
// it.
std::optional<QByteArrayView> plainString(QByteArrayView &rest)
{
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == '\\' || quint8(rest[i]) < 0x20 || quint8(rest[i]) > 0x7e)
            return std::nullopt;
        if (rest[i] == '"') {
            const QByteArrayView text = rest.first(i);
            rest = rest.sliced(i + 1);
            return text;
        }
    }
    return std::nullopt;
}

} // namespace

bool EventContent::takePlainEvent(QByteArrayView text)
{
    if (!skip(text, "{\"id\":"))
        return false;
    qint64 id = 0;
    int digits = 0;
    for (; digits < text.size() && digits < 18 && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        id = id * 10 + (text[digits] - '0');
    text = text.sliced(digits);
    if (id == 0 || !skip(text, ",\"type\":\"") || !plainString(text) || !skip(text, ",\"data\":\""))
        return false;
    const std::optional<QByteArrayView> data = plainString(text);
    if (!data || text != "}")
        return false;
    isEvents = true;
    payloadBytes += quint32(data->size());
    ids.push_back(id);
    return true;
}

void EventContent::take(const QJsonObject &object)
{
    if (!object.contains(u"id") && object.value(u"type").toString() == endpoints::GapType
        && object.contains(u"from")) {
        hasGap = true;
        isEvents = true;
        return;
    }
    if (!object.value(u"data").isString())
        return;
    isEvents = true;
    payloadBytes += quint32(object.value(u"data").toString().toUtf8().size());
    if (const qint64 id = object.value(u"id").toInteger(); id > 0)
        ids.push_back(id);
}

void EventContent::takeJson(const QByteArray &text)
{
    // The hot path: an event as our server writes it, without a character that JSON escapes.
    if (takePlainEvent(text))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        take(document.object());
    isEvents = isEvents || document.isArray();
    const QJsonArray values = document.array();
    for (const auto &value : values)
        take(value.toObject());
}

} // namespace wiretale
