// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/endpoint.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

namespace wiretale {

Endpoint::Endpoint(ServerContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

QHttpServerRequest::Method Endpoint::method() const
{
    return QHttpServerRequest::Method::Get;
}

Result<qint64> wholeNumber(const QString &text, QLatin1StringView name)
{
    const bool isDigits
        = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = isDigits ? text.toLongLong(&fits) : 0;
    if (!fits) {
        return Error {
            QCoreApplication::translate("wiretale::Endpoint", "\"%1\" is a whole number, not \"%2\".")
                .arg(QString(name), text)};
    }
    return number;
}

std::optional<QString> textInQuery(const QUrl &url, QLatin1StringView name)
{
    const QUrlQuery query(url);
    if (!query.hasQueryItem(QString(name)))
        return std::nullopt;
    return query.queryItemValue(QString(name), QUrl::FullyDecoded);
}

Result<qint64> numberInQuery(const QUrl &url, QLatin1StringView name, qint64 missing)
{
    const std::optional<QString> text = textInQuery(url, name);
    return text ? wholeNumber(*text, name) : Result<qint64>(missing);
}

Refusal badRequest(const Error &error)
{
    return {.status = 400, .sentence = error.message, .headers = {}};
}

} // namespace wiretale
