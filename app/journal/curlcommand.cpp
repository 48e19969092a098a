// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/curlcommand.h"

#include "app/journal/messagebody.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + inside + u'\'';
}

// curl writes these itself.
bool isCurlsOwn(const QString &name)
{
    static constexpr std::array Names {"host", "content-length", "transfer-encoding"};
    return std::ranges::any_of(Names, [&name](const char *own) {
        return name.compare(QLatin1StringView(own), Qt::CaseInsensitive) == 0;
    });
}

const Field *childOf(const Field &field, FieldKind kind)
{
    const auto found = std::ranges::find(field.children, kind, &Field::kind);
    return found == field.children.end() ? nullptr : &*found;
}

QString textOf(const Field *field, QByteArrayView message)
{
    return field == nullptr ? QString() : QString::fromUtf8(message.sliced(field->begin, field->length));
}

// No shell can hold a NUL in a word, and what is no UTF-8 gets lost on its way through a clipboard.
bool canBeWord(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

QString asOctal(const QByteArray &bytes)
{
    QString text;
    for (const char byte : bytes)
        text += QStringLiteral("\\%1").arg(quint8(byte), 3, 8, QLatin1Char('0'));
    return text;
}

void addHeaders(QStringList &words, const MessageFields &fields, QByteArrayView request)
{
    bool hasUserAgent = false;
    bool hasAccept = false;
    for (const Field &field : fields.fields) {
        if (field.kind != FieldKind::Header || isCurlsOwn(field.value))
            continue;
        const QString value = textOf(childOf(field, FieldKind::HeaderValue), request);
        // A header without a value needs a semicolon, else curl would leave it out.
        words << QStringLiteral("-H")
              << quoted(field.value + (value.isEmpty() ? QStringLiteral(";") : QStringLiteral(": ") + value));
        hasUserAgent = hasUserAgent || field.value.compare(u"user-agent", Qt::CaseInsensitive) == 0;
        hasAccept = hasAccept || field.value.compare(u"accept", Qt::CaseInsensitive) == 0;
    }
    // What curl would add of its own is left out.
    if (!hasUserAgent)
        words << QStringLiteral("-H") << quoted(QStringLiteral("User-Agent:"));
    if (!hasAccept)
        words << QStringLiteral("-H") << quoted(QStringLiteral("Accept:"));
}

} // namespace

QString curlCommand(QByteArrayView request, const MessageFields &fields)
{
    const auto line = std::ranges::find(fields.fields, FieldKind::RequestLine, &Field::kind);
    if (line == fields.fields.end())
        return {};
    const QString method = textOf(childOf(*line, FieldKind::Method), request);
    QString target = textOf(childOf(*line, FieldKind::Path), request);
    if (childOf(*line, FieldKind::QuestionMark) != nullptr)
        target += u'?' + textOf(childOf(*line, FieldKind::Query), request);
    const QString host = QString::fromUtf8(headerValue(fields.fields, request, "host"));
    const bool isWholeUrl = target.startsWith(u"http://", Qt::CaseInsensitive);

    const bool isHttp10 = textOf(childOf(*line, FieldKind::Version), request).endsWith(u"1.0");
    QStringList words {
        QStringLiteral("curl"),      QStringLiteral("-i"),
        QStringLiteral("-N"),        isHttp10 ? QStringLiteral("--http1.0") : QStringLiteral("--http1.1"),
        QStringLiteral("--globoff"), QStringLiteral("--path-as-is")};
    const QByteArray &body = fields.content;
    if (method == u"HEAD" && body.isEmpty())
        words << QStringLiteral("--head");
    else if (method != (body.isEmpty() ? u"GET" : u"POST"))
        words << QStringLiteral("-X") << quoted(method);
    words << quoted(isWholeUrl ? target : QStringLiteral("http://") + host + target);
    addHeaders(words, fields, request);
    if (body.isEmpty())
        return words.join(u' ');
    if (headerValue(fields.fields, request, "content-type").isEmpty())
        words << QStringLiteral("-H") << quoted(QStringLiteral("Content-Type:"));
    if (canBeWord(body) && !body.startsWith('@'))
        return (words << QStringLiteral("--data-binary") << quoted(QString::fromUtf8(body))).join(u' ');
    words << QStringLiteral("--data-binary") << QStringLiteral("@-");
    return QStringLiteral("printf '%1' | ").arg(asOctal(body)) + words.join(u' ');
}

} // namespace wiretale
