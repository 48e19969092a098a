// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/eventcontent.h"

#include "common/endpoints.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wiretale {

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
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        take(document.object());
    isEvents = isEvents || document.isArray();
    for (const QJsonValue value : document.array())
        take(value.toObject());
}

} // namespace wiretale
