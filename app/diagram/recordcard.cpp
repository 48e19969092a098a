// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/recordcard.h"

#include "app/diagram/messagemark.h"
#include "app/diagram/sequencelayout.h"
#include "app/journal/trafficlog.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace wiretale {

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::RecordCard", words);
}

QString row(const QString &name, const QString &value)
{
    return QStringLiteral("<tr><td style=\"padding-right:10px\">%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString bytes(quint32 count)
{
    return QCoreApplication::translate("wiretale::RecordCard", "%n byte(s)", nullptr, int(count));
}

} // namespace

QString recordCard(const TrafficLog &log, RecordNumber number)
{
    const Journal &journal = log.journal();
    if (number == 0 || number > journal.size())
        return {};
    const Record record = journal.at(number);
    QString rows = row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Client")),
                       journal.clientName(record.connection));
    rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Left")), durationText(record.departedNs));
    if (record.arrivedNs != Record::NotArrived) {
        rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Arrived")),
                    durationText(record.arrivedNs));
        rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Modelled transit")),
                    durationText(record.arrivedNs - record.departedNs));
    } else {
        rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Arrived")),
                    record.has(RecordFlag::Cut)
                        ? text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "never: its receiver was gone"))
                        : text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "not yet")));
    }
    if (record.kind == MessageKind::Response) {
        if (const auto exchange = journal.exchange(record.exchange))
            rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Held by the server")),
                        durationText(exchange->heldNs(record.departedNs)));
    }
    if (record.wireBytes > 0) {
        rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "On the wire")), bytes(record.wireBytes));
        rows += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Payload")), bytes(record.payloadBytes));
    }
    QStringList ids;
    for (const qint64 id : journal.eventIds(number))
        ids << QString::number(id);
    if (!ids.isEmpty())
        rows
            += row(text(QT_TRANSLATE_NOOP("wiretale::RecordCard", "Events")), ids.join(QStringLiteral(", ")));
    return QStringLiteral("<b>#%1 %2</b><br>%3<table>%4</table>")
        .arg(number)
        .arg(markTitle(markOf(record)).toHtmlEscaped(), log.summary(number).toHtmlEscaped(), rows);
}

} // namespace wiretale
