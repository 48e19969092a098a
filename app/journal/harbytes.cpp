// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/harbytes.h"

#include "app/wire/framefields.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>
#include <QtEndian>

namespace wiretale::har {

namespace {

// An archive holds bodies as they are read: what they were framed and compressed with is not there any more.
bool isOfTransport(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "transfer-encoding" || lower == "content-encoding" || lower == "content-length";
}

} // namespace

QByteArray oneLine(const QString &text)
{
    return text.toUtf8().replace('\r', ' ').replace('\n', ' ');
}

QByteArray headersOf(const QJsonObject &message, const QByteArray &body, bool isStreamed)
{
    QByteArray result;
    bool isFramed = false;
    const QJsonArray headers = message.value(QLatin1StringView("headers")).toArray();
    for (const QJsonValueConstRef each : headers) {
        const QJsonObject header = each.toObject();
        const QByteArray name = oneLine(header.value(QLatin1StringView("name")).toString());
        // HTTP/2 has the request line in fields of its own.
        if (name.isEmpty() || name.startsWith(':'))
            continue;
        if (!body.isEmpty() && isOfTransport(name))
            isFramed = true;
        else
            result += name + ": " + oneLine(header.value(QLatin1StringView("value")).toString()) + "\r\n";
    }
    if (isFramed && !isStreamed)
        result += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return result + "\r\n";
}

QByteArray bodyOf(const QJsonObject &content, const char *encodingKey)
{
    const QByteArray text = content.value(QLatin1StringView("text")).toString().toUtf8();
    const bool isBase64 = content.value(QLatin1StringView(encodingKey)).toString() == u"base64";
    return isBase64 ? QByteArray::fromBase64(text) : text;
}

QString headerOf(const QJsonObject &message, QLatin1StringView wanted)
{
    const QJsonArray headers = message.value(QLatin1StringView("headers")).toArray();
    for (const QJsonValueConstRef each : headers) {
        const QJsonObject header = each.toObject();
        if (header.value(QLatin1StringView("name")).toString().compare(wanted, Qt::CaseInsensitive) == 0)
            return header.value(QLatin1StringView("value")).toString();
    }
    return {};
}

QByteArray requestBytes(const QJsonObject &request)
{
    const QUrl url(request.value(QLatin1StringView("url")).toString());
    QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!target.startsWith('/'))
        target.prepend('/');
    const QByteArray method = oneLine(request.value(QLatin1StringView("method")).toString());
    const QByteArray body = bodyOf(request.value(QLatin1StringView("postData")).toObject(), "_encoding");
    // HTTP/2 has it elsewhere, and of what failed nothing is told.
    const bool hasHost = !headerOf(request, QLatin1StringView("host")).isEmpty() || url.authority().isEmpty();
    return (method.isEmpty() ? QByteArray("GET") : method) + ' ' + target + " HTTP/1.1\r\n"
        + (hasHost ? QByteArray() : "Host: " + url.authority(QUrl::FullyEncoded).toUtf8() + "\r\n")
        + headersOf(request, body, false) + body;
}

QByteArray frameBytes(FrameOpcode opcode, const QByteArray &data, const QByteArray &mask)
{
    const int masked = mask.isEmpty() ? 0 : 0x80;
    QByteArray frame(1, char(0x80 | int(opcode)));
    if (data.size() < 126) {
        frame += char(masked | int(data.size()));
    } else if (data.size() <= 0xffff) {
        frame += char(masked | 126);
        frame.resize(4);
        qToBigEndian(quint16(data.size()), frame.data() + 2);
    } else {
        frame += char(masked | 127);
        frame.resize(10);
        qToBigEndian(quint64(data.size()), frame.data() + 2);
    }
    return frame + mask + unmasked(data, mask);
}

} // namespace wiretale::har
