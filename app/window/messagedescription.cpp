// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/messagedescription.h"

#include "app/chart/techniquelook.h"
#include "app/journal/trafficlog.h"

#include <QCoreApplication>
#include <QLocale>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::MessageDescription", sentence);
}

QString clockTime(qint64 ns)
{
    //: %1 is a number of seconds on the program's clock
    return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "%1 s"))
        .arg(QLocale().toString(double(ns) / 1e9, 'f', 4));
}

QString span(qint64 ns)
{
    //: %1 is a number of milliseconds
    return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "%1 ms"))
        .arg(QLocale().toString(double(ns) / 1e6, 'f', 2));
}

QString bytes(quint32 count)
{
    return QCoreApplication::translate("wiretale::MessageDescription", "%n byte(s)", nullptr, int(count));
}

QString way(const TrafficLog &log, const Record &record)
{
    const QString client = log.journal().clientName(record.connection);
    const QString server = text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "server"));
    const QString arrow = QStringLiteral(" \u2192 ");
    return record.direction == Direction::ClientToServer ? client + arrow + server : server + arrow + client;
}

QString arrival(const Record &record)
{
    if (record.has(RecordFlag::Cut))
        return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "never: the other side was gone"));
    if (record.arrivedNs == Record::NotArrived)
        return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "still on its way"));
    //: %1 is a time on the clock, %2 how long the message travelled
    return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "%1, after %2"))
        .arg(clockTime(record.arrivedNs), span(record.arrivedNs - record.departedNs));
}

QString size(const Record &record)
{
    if (record.payloadBytes == 0)
        return bytes(record.wireBytes);
    //: %1 and %2 are sizes
    return text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "%1, of them %2 of events"))
        .arg(bytes(record.wireBytes), bytes(record.payloadBytes));
}

QString eventFact(const TrafficLog &log, RecordNumber number, const Record &record)
{
    QStringList ids;
    for (const qint64 id : log.journal().eventIds(number)) {
        const std::optional<qint64> published = log.journal().publishedNs(id);
        const bool isKnown = published && record.arrivedNs != Record::NotArrived
            && record.direction == Direction::ServerToClient;
        //: An event and how long after its publishing it arrived: %1 is its id, %2 a time
        ids << (isKnown
                    ? text(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "%1 (%2 after its publishing)"))
                          .arg(id)
                          .arg(span(record.arrivedNs - *published))
                    : QString::number(id));
    }
    return ids.join(QStringLiteral(", "));
}

} // namespace

QList<MessageFact> messageFacts(const TrafficLog &log, RecordNumber number)
{
    const Record record = log.journal().at(number);
    QList<MessageFact> facts;
    const auto add = [&facts](const char *name, const QString &value) {
        if (!value.isEmpty())
            facts.append({text(name), value});
    };
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Says"), log.summary(number));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Way"), way(log, record));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Technique"), techniqueTitle(record.technique));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Connection"), QString::number(record.connection));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Departed"), clockTime(record.departedNs));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Arrived"), arrival(record));
    if (record.wireBytes > 0)
        add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Size"), size(record));
    add(QT_TRANSLATE_NOOP("wiretale::MessageDescription", "Events"), eventFact(log, number, record));
    return facts;
}

} // namespace wiretale
