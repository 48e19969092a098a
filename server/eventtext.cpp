// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventtext.h"

#include "common/endpoints.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wiretale {

namespace {

QByteArray range(const Gap &gap)
{
    return "\"from\":" + QByteArray::number(gap.from) + ",\"to\":" + QByteArray::number(gap.to);
}

QByteArray gapType()
{
    return {endpoints::GapType.data(), endpoints::GapType.size()};
}

// HTML 9.2.6: a line ends with CRLF, LF or CR, so each of them in the data begins a new data field.
void appendData(QByteArray &block, const QByteArray &data)
{
    block += "data: ";
    for (qsizetype i = 0; i < data.size(); ++i) {
        const char c = data.at(i);
        if (c != '\r' && c != '\n') {
            block += c;
            continue;
        }
        if (c == '\r' && i + 1 < data.size() && data.at(i + 1) == '\n')
            ++i;
        block += "\ndata: ";
    }
    block += '\n';
}

} // namespace

Batch batchAfter(const EventLog &log, qint64 id, qsizetype limit)
{
    return {.gap = log.gapAfter(id), .events = log.after(id, limit)};
}

QByteArray toJsonText(const Gap &gap)
{
    return R"({"type":")" + gapType() + "\"," + range(gap) + '}';
}

QByteArray toJsonArray(const Batch &batch)
{
    QByteArray text = "[";
    if (batch.gap)
        text += toJsonText(*batch.gap);
    for (const Event &event : batch.events) {
        if (text.size() > 1)
            text += ',';
        text += toJsonText(event);
    }
    text += ']';
    return text;
}

QByteArray toJsonLines(const Batch &batch)
{
    QByteArray text;
    if (batch.gap)
        text += toJsonText(*batch.gap) + '\n';
    for (const Event &event : batch.events)
        text += toJsonText(event) + '\n';
    return text;
}

QByteArray toStreamBlock(const Event &event)
{
    QByteArray block;
    block.reserve(event.data.size() + 64);
    block += "id: " + QByteArray::number(event.id) + '\n';
    if (event.type != "message")
        block += "event: " + event.type + '\n';
    appendData(block, event.data);
    block += '\n';
    return block;
}

QByteArray toStreamBlock(const Gap &gap)
{
    return "event: " + gapType() + "\ndata: {" + range(gap) + "}\n\n";
}

QByteArray errorJson(const QString &sentence)
{
    return QJsonDocument(QJsonObject {{QStringLiteral("error"), sentence}}).toJson(QJsonDocument::Compact);
}

} // namespace wiretale
