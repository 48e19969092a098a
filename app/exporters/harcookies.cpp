// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harcookies.h"

#include "app/exporters/jsonwriter.h"

#include <QDateTime>
#include <QList>
#include <QLocale>

namespace wiretale {

namespace {

struct Pair
{
    QByteArray name;
    QByteArray value;
};

Pair pairOf(const QByteArray &text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals < 0)
        return {text.trimmed(), {}};
    return {text.first(equals).trimmed(), text.sliced(equals + 1).trimmed()};
}

void writeExpires(JsonWriter &json, const QByteArray &httpDate)
{
    // RFC 9110, 5.6.7: the one form that senders may use. Weekdays are skipped: a wrong one does no harm.
    const QString text = QString::fromLatin1(httpDate.sliced(httpDate.indexOf(',') + 1)).trimmed();
    const QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("dd MMM yyyy HH:mm:ss 'GMT'"));
    if (date.isValid())
        json.member("expires", date.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
}

void writeAttribute(JsonWriter &json, const Pair &attribute)
{
    const QByteArray name = attribute.name.toLower();
    if (name == "path" || name == "domain") {
        json.member(name == "path" ? "path" : "domain", headerText(attribute.value));
    } else if (name == "expires") {
        writeExpires(json, attribute.value);
    } else if (name == "httponly" || name == "secure") {
        json.key(name == "secure" ? "secure" : "httpOnly");
        json.boolean(true);
    }
}

void writeNamed(JsonWriter &json, const Pair &cookie)
{
    json.member("name", headerText(cookie.name));
    json.member("value", headerText(cookie.value));
}

template <typename Write>
void writeEach(JsonWriter &json, const std::optional<MessageHead> &head, QByteArrayView fieldName,
               Write write)
{
    json.beginArray();
    if (head) {
        for (const HeadField &field : head->fields) {
            if (field.name.compare(fieldName, Qt::CaseInsensitive) == 0)
                write(field.value.split(';'));
        }
    }
    json.endArray();
}

} // namespace

void writeHarCookies(JsonWriter &json, const std::optional<MessageHead> &request)
{
    writeEach(json, request, "Cookie", [&](const QList<QByteArray> &parts) {
        for (const QByteArray &part : parts) {
            if (part.trimmed().isEmpty())
                continue;
            json.beginObject();
            writeNamed(json, pairOf(part));
            json.endObject();
        }
    });
}

void writeHarSetCookies(JsonWriter &json, const std::optional<MessageHead> &response)
{
    writeEach(json, response, "Set-Cookie", [&](const QList<QByteArray> &parts) {
        json.beginObject();
        writeNamed(json, pairOf(parts.first()));
        for (qsizetype i = 1; i < parts.size(); ++i)
            writeAttribute(json, pairOf(parts.at(i)));
        json.endObject();
    });
}

} // namespace wiretale
