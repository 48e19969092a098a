// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/bodytext.h"

#include "app/journal/messagebody.h"
#include "app/window/messagetext.h"
#include "client/eventstreamparser.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype Indent = 2;

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::BodyText", words);
}

QString sizeOf(const MessageBody &body)
{
    return QCoreApplication::translate("wiretale::BodyText", "%n byte(s)", nullptr, int(body.bytes.size()));
}

// One JSON text a line, as our own NDJSON has it.
std::optional<QString> laidOutLines(const QByteArray &bytes)
{
    QStringList parts;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<QString> part = laidOutJson(line);
        if (!part)
            return std::nullopt;
        parts << *part;
    }
    return parts.join(u'\n');
}

QString eventTitle(const StreamedEvent &event)
{
    const QString type = QString::fromUtf8(event.type);
    if (event.lastEventId.isEmpty())
        //: %1 is the type of an event
        return text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Event \"%1\", no id")).arg(type);
    //: %1 is the type of an event, %2 its id
    return text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Event \"%1\", id %2"))
        .arg(type, QString::fromUtf8(event.lastEventId));
}

BodyText eventsText(const MessageBody &body)
{
    QStringList parts;
    int events = 0;
    EventStreamParser parser(
        [&](const StreamedEvent &event) {
            ++events;
            const QString data = laidOutJson(event.data).value_or(QString::fromUtf8(event.data));
            parts << QStringLiteral("\u25b8 ") + eventTitle(event) + u'\n' + data + u'\n';
        },
        [&](QByteArrayView comment) {
            //: a comment line of an event stream
            parts << QStringLiteral("\u25b8 ")
                    + text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Comment: %1"))
                          .arg(QString::fromUtf8(comment).trimmed())
                    + u'\n';
        });
    parser.feed(body.bytes);
    const QString count
        = QCoreApplication::translate("wiretale::BodyText", "Event stream, %n event(s)", nullptr, events);
    return {count + QStringLiteral(", ") + sizeOf(body), parts.join(u'\n')};
}

bool isPrintable(QChar character)
{
    return character.category() != QChar::Other_Control || character == u'\t' || character == u'\n'
        || character == u'\r' || character == u'\f';
}

// In the charset that was named, else UTF-8; nothing when the bytes are no text.
std::optional<QString> decoded(const MessageBody &body)
{
    QStringDecoder decoder(body.charset.isEmpty() ? "UTF-8" : body.charset.constData());
    if (!decoder.isValid())
        decoder = QStringDecoder(QStringDecoder::Utf8);
    QString characters = decoder.decode(body.bytes);
    const bool mayEndInTheMiddle = body.goesOn || body.packing == PlainContent::State::Damaged;
    if ((decoder.hasError() && !mayEndInTheMiddle) || !std::ranges::all_of(characters, isPrintable))
        return std::nullopt;
    return characters.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

BodyText layOut(const MessageBody &body)
{
    if (body.packing >= PlainContent::State::Unknown)
        return {text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Compressed")) + QStringLiteral(", ")
                    + sizeOf(body),
                hexDump(body.bytes)};
    if (body.contentType == "text/event-stream")
        return eventsText(body);
    const bool isLines = body.contentType == "application/x-ndjson";
    if (const std::optional<QString> json = isLines ? laidOutLines(body.bytes) : laidOutJson(body.bytes))
        return {QStringLiteral("JSON, ") + sizeOf(body), *json};
    if (const std::optional<QString> plain = decoded(body))
        return {text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Text")) + QStringLiteral(", ") + sizeOf(body),
                *plain};
    return {text(QT_TRANSLATE_NOOP("wiretale::BodyText", "Binary")) + QStringLiteral(", ") + sizeOf(body),
            hexDump(body.bytes)};
}

/// Writes JSON, known to be right, with line breaks and indentation.
class JsonLayout
{
public:
    QString of(const QString &json)
    {
        for (qsizetype i = 0; i < json.size(); ++i) {
            const QChar c = json.at(i);
            if (m_isInString)
                takeInString(c);
            else if (!c.isSpace())
                take(c, nextOf(json, i));
        }
        return m_text;
    }

private:
    static QChar nextOf(const QString &json, qsizetype at)
    {
        while (++at < json.size()) {
            if (!json.at(at).isSpace())
                return json.at(at);
        }
        return {};
    }
    void breakLine() { m_text += u'\n' + QString(m_depth * Indent, u' '); }
    void takeInString(QChar c)
    {
        m_text += c;
        m_isInString = m_isEscaped || c != u'"';
        m_isEscaped = !m_isEscaped && c == u'\\';
    }
    void take(QChar c, QChar next)
    {
        const bool closes = c == u'}' || c == u']';
        const bool wasOpening = m_text.endsWith(u'{') || m_text.endsWith(u'[');
        if (closes) {
            --m_depth;
            if (!wasOpening)
                breakLine();
        }
        m_text += c;
        m_isInString = c == u'"';
        if (c == u'{' || c == u'[') {
            ++m_depth;
            if (next != u'}' && next != u']')
                breakLine();
        } else if (c == u',') {
            breakLine();
        } else if (c == u':') {
            m_text += u' ';
        }
    }

    QString m_text;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
};

} // namespace

std::optional<QString> laidOutJson(QByteArrayView json)
{
    const QByteArray bytes = json.trimmed().toByteArray();
    if (!bytes.startsWith('{') && !bytes.startsWith('['))
        return std::nullopt;
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return std::nullopt;
    return JsonLayout().of(QString::fromUtf8(bytes));
}

// What is to be said of compression; empty when there was none.
QString packingText(const MessageBody &body)
{
    const QString coding = QString::fromLatin1(body.coding);
    switch (body.packing) {
    case PlainContent::State::AsSent:
        return {};
    case PlainContent::State::Plain:
    case PlainContent::State::TooLong:
        //: of a body; %1 is the name of a compression
        return QCoreApplication::translate("wiretale::BodyText", "unpacked from %n byte(s) of %1", nullptr,
                                           int(body.sentBytes))
            .arg(coding);
    case PlainContent::State::Damaged:
        //: of a body; %1 is the name of a compression
        return text(QT_TRANSLATE_NOOP("wiretale::BodyText",
                                      "the %1 data is damaged or ends too early: this is what could be read"))
            .arg(coding);
    case PlainContent::State::Unknown:
        //: of a body; %1 is the name of a compression
        return text(QT_TRANSLATE_NOOP("wiretale::BodyText",
                                      "%1 cannot be unpacked here, only gzip, deflate, br and "
                                      "permessage-deflate can"))
            .arg(coding);
    case PlainContent::State::OutOfReach:
        break;
    }
    //: of a body; %1 is the name of a compression
    return text(QT_TRANSLATE_NOOP("wiretale::BodyText",
                                  "%1 goes on from earlier messages that are damaged, were not recorded or "
                                  "lie too far back, so that it cannot be unpacked from here"))
        .arg(coding);
}

BodyText bodyText(const MessageBody &body)
{
    if (body.bytes.isEmpty() && body.packing == PlainContent::State::AsSent)
        return {text(QT_TRANSLATE_NOOP("wiretale::BodyText", "No body")), {}};
    BodyText result = layOut(body);
    if (const QString packing = packingText(body); !packing.isEmpty())
        result.kind += QStringLiteral(", ") + packing;
    if (body.messages > 1)
        result.kind += QStringLiteral(", ")
            + QCoreApplication::translate("wiretale::BodyText", "from %n message(s)", nullptr, body.messages);
    if (body.goesOn)
        result.kind += QStringLiteral(", ") + text(QT_TRANSLATE_NOOP("wiretale::BodyText", "not all of it"));
    return result;
}

} // namespace wiretale
