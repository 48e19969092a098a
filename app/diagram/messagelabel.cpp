// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/messagelabel.h"

#include "app/journal/trafficlog.h"

#include <QCoreApplication>
#include <QStringList>

namespace wiretale {

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::MessageLabel", words);
}

QString eventsText(const std::vector<qint64> &ids)
{
    if (ids.size() == 1)
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "event %1")).arg(ids.front());
    return QCoreApplication::translate("wiretale::MessageLabel", "%n event(s)", nullptr, int(ids.size()));
}

// A summary puts what it adds of its own behind what stood on the wire.
QString fromTheWire(QString summary, int added)
{
    for (int i = 0; i < added; ++i)
        summary.truncate(summary.lastIndexOf(QStringLiteral(", ")));
    return summary;
}

// A summary has the event's type behind "event", "event 3" or "3 events".
QString eventText(const Record &record, const QString &summary, const std::vector<qint64> &ids)
{
    if (record.has(RecordFlag::Gap))
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "event gap"));
    const QString type = summary.section(u' ', ids.empty() ? 1 : 2);
    const QString head
        = ids.empty() ? text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "event")) : eventsText(ids);
    return type.isEmpty() ? head : head + u' ' + type;
}

QString frameText(const Record &record, const QString &summary)
{
    switch (FrameOpcode(record.code)) {
    case FrameOpcode::Text:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "text frame"));
    case FrameOpcode::Binary:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "binary frame"));
    case FrameOpcode::Continuation:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "continuation frame"));
    case FrameOpcode::Close:
    case FrameOpcode::Ping:
    case FrameOpcode::Pong:
        break;
    }
    return summary; // the protocol's own words
}

QString faultText(const Record &record)
{
    switch (FaultKind(record.code)) {
    case FaultKind::Cut:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "connection cut"));
    case FaultKind::SilentCut:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "connection cut, nobody is told"));
    case FaultKind::IdleCut:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "proxy cuts an idle connection"));
    case FaultKind::Resent:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "segment sent again"));
    case FaultKind::Reordered:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "segment out of order"));
    case FaultKind::Missing:
        break;
    }
    return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "bytes missing in the capture"));
}

// Without the events that it carries.
QString headText(const Record &record, const QString &summary, int added)
{
    switch (record.kind) {
    case MessageKind::Open:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "connection opens"));
    case MessageKind::Close:
        return record.code == 1 ? text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "connection reset"))
                                : text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "connection closes"));
    case MessageKind::Request:
    case MessageKind::Response:
        return fromTheWire(summary, added);
    case MessageKind::Chunk:
        if (record.has(RecordFlag::Final))
            return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "last chunk"));
        //: A portion of an answer; %1: bytes
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "chunk, %1 B")).arg(record.wireBytes);
    case MessageKind::Heartbeat:
        return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "comment"));
    case MessageKind::Frame:
        return frameText(record, summary);
    case MessageKind::Fault:
        return faultText(record);
    case MessageKind::Event:
    case MessageKind::Opaque:
        break;
    }
    return text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "%1 B")).arg(record.wireBytes);
}

} // namespace

QString messageLabel(const TrafficLog &log, RecordNumber number)
{
    const Record record = log.journal().at(number);
    QString summary = log.summary(number);
    if (record.kind == MessageKind::Request || summary.endsWith(u'…'))
        return summary;
    const std::vector<qint64> ids = log.journal().eventIds(number);
    if (record.kind == MessageKind::Event)
        return eventText(record, summary, ids);
    const bool isGap = record.has(RecordFlag::Gap);
    QStringList parts {headText(record, summary, int(!ids.empty()) + int(isGap))};
    if (!ids.empty())
        parts << eventsText(ids);
    if (isGap)
        parts << text(QT_TRANSLATE_NOOP("wiretale::MessageLabel", "gap"));
    return parts.join(QStringLiteral(", "));
}

} // namespace wiretale
