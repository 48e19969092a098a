// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/connectiondissector.h"

#include <QStringList>

#include <algorithm>

namespace wiretale {

namespace {

constexpr qsizetype LongestSummary = 120;
constexpr qsizetype LongestRead = 1024;

QString printable(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), LongestRead)));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'.';
    }
    return text;
}

QByteArrayView firstLine(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && (bytes.front() == '\r' || bytes.front() == '\n'))
        bytes = bytes.sliced(1);
    const qsizetype end = bytes.indexOf('\n');
    QByteArrayView line = end < 0 ? bytes : bytes.first(end);
    return line.trimmed();
}

QString eventsText(std::span<const qint64> ids)
{
    if (ids.empty())
        return {};
    if (ids.size() == 1)
        return QStringLiteral("event %1").arg(ids.front());
    return QStringLiteral("%1 events").arg(ids.size());
}

QString withEvents(const QString &text, const Record &record, std::span<const qint64> ids)
{
    QStringList parts {text};
    if (!ids.empty())
        parts << eventsText(ids);
    if (record.has(RecordFlag::Gap))
        parts << QStringLiteral("gap");
    return parts.join(QStringLiteral(", "));
}

QString requestText(QByteArrayView bytes)
{
    const QString line = printable(firstLine(bytes));
    const qsizetype version = line.lastIndexOf(QStringLiteral(" HTTP/"));
    return version < 0 ? line : line.left(version);
}

QString responseText(QByteArrayView bytes)
{
    const QString line = printable(firstLine(bytes));
    const qsizetype space = line.indexOf(u' ');
    return space < 0 ? line : line.sliced(space + 1);
}

QString eventText(const Record &record, QByteArrayView bytes, std::span<const qint64> ids)
{
    QString type;
    const QList<QByteArray> lines
        = bytes.first(std::min(bytes.size(), LongestRead)).toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("event:"))
            type = printable(line.sliced(6).trimmed());
        else if (ids.empty() && type.isEmpty() && line.startsWith("retry:"))
            type = printable(line.trimmed());
    }
    if (record.has(RecordFlag::Gap))
        return QStringLiteral("event gap");
    const QString head = ids.empty() ? QStringLiteral("event") : eventsText(ids);
    return type.isEmpty() ? head : head + u' ' + type;
}

QString frameText(const Record &record, QByteArrayView bytes, std::span<const qint64> ids)
{
    switch (FrameOpcode(record.code)) {
    case FrameOpcode::Ping:
        return QStringLiteral("ping");
    case FrameOpcode::Pong:
        return QStringLiteral("pong");
    case FrameOpcode::Close: {
        const qsizetype head = record.has(RecordFlag::Masked) ? 6 : 2;
        if (bytes.size() < head + 2)
            return QStringLiteral("close");
        auto high = quint8(bytes[head]);
        auto low = quint8(bytes[head + 1]);
        if (record.has(RecordFlag::Masked)) {
            high = quint8(high ^ quint8(bytes[2]));
            low = quint8(low ^ quint8(bytes[3]));
        }
        return QStringLiteral("close %1").arg(high * 256 + low);
    }
    case FrameOpcode::Text:
        return withEvents(QStringLiteral("text frame"), record, ids);
    case FrameOpcode::Binary:
        return QStringLiteral("binary frame, %1 bytes").arg(record.payloadBytes);
    case FrameOpcode::Continuation:
        return withEvents(QStringLiteral("continuation frame"), record, ids);
    }
    return QStringLiteral("frame with opcode %1").arg(record.code);
}

QString chunkText(const Record &record, std::span<const qint64> ids)
{
    if (record.has(RecordFlag::Final))
        return withEvents(QStringLiteral("last chunk"), record, ids);
    return withEvents(QStringLiteral("chunk, %1 bytes").arg(record.wireBytes), record, ids);
}

QString faultText(const Record &record)
{
    switch (FaultKind(record.code)) {
    case FaultKind::Cut:
        return QStringLiteral("connection cut");
    case FaultKind::SilentCut:
        return QStringLiteral("connection cut, nobody is told");
    case FaultKind::IdleCut:
        return QStringLiteral("proxy cuts an idle connection");
    case FaultKind::Resent:
        return QStringLiteral("segment sent again");
    case FaultKind::Reordered:
        return QStringLiteral("segment out of order");
    case FaultKind::Missing:
        return QStringLiteral("bytes missing in the capture");
    }
    return QStringLiteral("fault");
}

QString textOf(const Record &record, QByteArrayView bytes, std::span<const qint64> ids)
{
    switch (record.kind) {
    case MessageKind::Open:
        return QStringLiteral("connection opens");
    case MessageKind::Close:
        return record.code == 1 ? QStringLiteral("connection reset") : QStringLiteral("connection closes");
    case MessageKind::Request:
        return requestText(bytes);
    case MessageKind::Response:
        return withEvents(responseText(bytes), record, ids);
    case MessageKind::Chunk:
        return chunkText(record, ids);
    case MessageKind::Event:
        return eventText(record, bytes, ids);
    case MessageKind::Heartbeat:
        return QStringLiteral("comment");
    case MessageKind::Frame:
        return frameText(record, bytes, ids);
    case MessageKind::Fault:
        return faultText(record);
    case MessageKind::Opaque:
        break;
    }
    return QStringLiteral("%1 bytes").arg(record.wireBytes);
}

} // namespace

QString summaryOf(const Record &record, QByteArrayView bytes, std::span<const qint64> eventIds)
{
    QString text = textOf(record, bytes, eventIds);
    if (text.size() > LongestSummary)
        text = text.left(LongestSummary - 1) + u'…';
    return text;
}

} // namespace wiretale
