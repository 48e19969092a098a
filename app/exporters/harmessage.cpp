// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/harmessage.h"

#include "app/exporters/harcookies.h"
#include "app/exporters/jsonwriter.h"

#include <QList>
#include <QUtf8StringView>

#include <string_view>

namespace wiretale {

namespace {

// RFC 3986, 2: unreserved and reserved characters stand as they are, and so does what is encoded already.
QByteArray urlEncoded(const QByteArray &text)
{
    constexpr std::string_view Allowed = "-._~:/?#[]@!$&'()*+,;=%";
    QByteArray encoded;
    for (const char byte : text) {
        const bool isAlphanumeric
            = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        if (isAlphanumeric || Allowed.find(byte) != std::string_view::npos)
            encoded += byte;
        else
            encoded += '%' + QByteArray(1, byte).toHex().toUpper();
    }
    return encoded;
}

QByteArray fieldOf(const HarMessage &message, const char *name)
{
    return message.head ? message.head->field(name).value_or(QByteArray()) : QByteArray();
}

QByteArray targetOf(const HarExchange &exchange)
{
    return exchange.request.head ? exchange.request.head->start[1] : QByteArray();
}

QString formText(QByteArray encoded)
{
    return headerText(QByteArray::fromPercentEncoding(encoded.replace('+', ' ')));
}

/// Pairs as in `a=1&b=2`, of a query or a form.
void writePairs(JsonWriter &json, const QByteArray &pairs)
{
    json.beginArray();
    const QList<QByteArray> parts = pairs.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        json.beginObject();
        json.member("name", formText(part.first(equals < 0 ? part.size() : equals)));
        json.member("value", equals < 0 ? QString() : formText(part.sliced(equals + 1)));
        json.endObject();
    }
    json.endArray();
}

void writeHeaders(JsonWriter &json, const HarMessage &message)
{
    json.key("headers");
    json.beginArray();
    if (message.head) {
        for (const HeadField &field : message.head->fields) {
            json.beginObject();
            json.member("name", headerText(field.name));
            json.member("value", headerText(field.value));
            json.endObject();
        }
    }
    json.endArray();
}

/// Together they are the bytes that passed; -1 is HAR's word for what is not known.
void writeSizes(JsonWriter &json, const HarMessage &message)
{
    const qint64 headSize = message.head ? message.head->size : -1;
    json.member("headersSize", headSize);
    json.member("bodySize", headSize < 0 ? -1 : message.wireBytes - headSize);
}

/// Text as it is, anything else as base64, which `encodingKey` then says.
void writeContent(JsonWriter &json, const QByteArray &content, const char *encodingKey)
{
    json.key("text");
    if (QUtf8StringView(content).isValidUtf8()) {
        json.utf8(content);
    } else {
        json.base64(content);
        json.member(encodingKey, "base64");
    }
}

void writePostData(JsonWriter &json, const HarMessage &request)
{
    const QByteArray type = fieldOf(request, "Content-Type");
    json.key("postData");
    json.beginObject();
    json.member("mimeType", type.isEmpty() ? QStringLiteral("x-unknown") : headerText(type));
    writeContent(json, request.content, "_encoding");
    if (!request.note.isEmpty())
        json.member("comment", request.note);
    if (type.toLower().startsWith("application/x-www-form-urlencoded")) {
        json.key("params");
        writePairs(json, request.content);
    }
    json.endObject();
}

} // namespace

QByteArray harUrl(const HarExchange &exchange)
{
    const QByteArray target = targetOf(exchange);
    if (target.contains("://")) // RFC 9112, 3.2.2: the absolute form
        return urlEncoded(target);
    QByteArray host = fieldOf(exchange.request, "Host");
    if (host.isEmpty())
        host = "127.0.0.1";
    const QByteArray path = target.startsWith('/') ? target : '/' + target;
    return (exchange.isWebSocket ? "ws://" : "http://") + urlEncoded(host + path);
}

QByteArray harServerPort(const HarExchange &exchange)
{
    const QByteArray host = fieldOf(exchange.request, "Host");
    const qsizetype colon = host.lastIndexOf(':');
    bool isPort = false;
    const QByteArray port = colon < 0 ? QByteArray() : host.sliced(colon + 1);
    return port.toUShort(&isPort) != 0 && isPort ? port : QByteArray();
}

void writeHarRequest(JsonWriter &json, const HarExchange &exchange)
{
    const HarMessage &request = exchange.request;
    const QByteArray target = targetOf(exchange);
    const qsizetype question = target.indexOf('?');
    json.beginObject();
    json.member("method", request.head ? headerText(request.head->start[0]) : QString());
    json.key("url");
    json.utf8(harUrl(exchange));
    json.member("httpVersion", request.head ? headerText(request.head->start[2]) : QString());
    json.key("cookies");
    writeHarCookies(json, request.head);
    writeHeaders(json, request);
    json.key("queryString");
    writePairs(json, question < 0 ? QByteArray() : target.sliced(question + 1));
    if (!request.content.isEmpty() && request.head)
        writePostData(json, request);
    writeSizes(json, request);
    json.endObject();
}

void writeHarResponse(JsonWriter &json, const HarExchange &exchange)
{
    const HarMessage &response = exchange.response;
    const QByteArray type = fieldOf(response, "Content-Type");
    json.beginObject();
    json.member("status", exchange.status);
    json.member("statusText", response.head ? headerText(response.head->start[2]) : QString());
    json.member("httpVersion", response.head ? headerText(response.head->start[0]) : QString());
    json.key("cookies");
    writeHarSetCookies(json, response.head);
    writeHeaders(json, response);
    json.key("content");
    json.beginObject();
    json.member("size", response.head ? response.content.size() : 0);
    json.member("mimeType", type.isEmpty() ? QStringLiteral("x-unknown") : headerText(type));
    // What a reader takes off to come to bodySize.
    if (response.isUnpacked)
        json.member("compression", response.content.size() - (response.wireBytes - response.head->size));
    if (!response.content.isEmpty() && response.head)
        writeContent(json, response.content, "encoding");
    if (!response.note.isEmpty())
        json.member("comment", response.note);
    json.endObject();
    const bool redirects = exchange.status >= 300 && exchange.status < 400;
    json.member("redirectURL", redirects ? headerText(fieldOf(response, "Location")) : QString());
    writeSizes(json, response);
    json.endObject();
}

} // namespace wiretale
