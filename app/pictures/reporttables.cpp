// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/reporttables.h"

#include "app/chart/scorecardmodel.h"
#include "app/chart/techniquelook.h"
#include "app/diagram/messagelabel.h"
#include "app/diagram/messagemark.h"
#include "app/exporters/exportchoice.h"
#include "app/exporters/recordrow.h"
#include "app/journal/trafficlog.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QLocale>

namespace wiretale {

namespace {

constexpr int MostRows = 5000;

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::Report", words);
}

QString cell(const char *tag, const QString &content, bool isNumber = false)
{
    return QStringLiteral("<%1%2>%3</%1>")
        .arg(QLatin1StringView(tag), isNumber ? QStringLiteral(" class=\"n\"") : QString(),
             content.toHtmlEscaped());
}

QString scorecardRow(const ScorecardModel &model, const QModelIndex &first, bool isClient)
{
    QString row = isClient ? QStringLiteral("<tr class=\"client\">") : QStringLiteral("<tr>");
    for (int column = 0; column < model.columnCount(); ++column)
        row += cell("td", first.siblingAtColumn(column).data().toString(), column > 0);
    return row + QStringLiteral("</tr>\n");
}

QString messageRow(const TrafficLog &log, RecordNumber number)
{
    const RecordRow row = recordRow(log, number);
    const Record record = log.journal().at(number);
    const QLocale locale;
    const bool fromClient = row.from == Direction::ClientToServer;
    QString cells = cell("td", QString::number(number), true)
        + cell("td", locale.toString(double(row.departedNs) / 1e9, 'f', 3), true) + cell("td", row.client)
        + cell("td", techniqueTitle(row.technique))
        + cell("td", fromClient ? QStringLiteral("→") : QStringLiteral("←"))
        + cell("td", markTitle(markOf(record))) + cell("td", messageLabel(log, number))
        + cell("td", locale.toString(row.wireBytes), true)
        + cell("td", locale.toString(row.payloadBytes), true)
        + cell("td", row.heldNs ? durationText(*row.heldNs) : QString(), true);
    return QStringLiteral("<tr>%1</tr>\n").arg(cells);
}

} // namespace

QString reportScorecard(const Journal &journal)
{
    ScorecardModel model;
    model.setScorecard(scorecardOf(journal));
    QString head;
    for (int column = 0; column < model.columnCount(); ++column)
        head += cell("th", model.headerData(column, Qt::Horizontal).toString());
    QString rows;
    for (int technique = 0; technique < model.rowCount(); ++technique) {
        const QModelIndex parent = model.index(technique, 0);
        rows += scorecardRow(model, parent, false);
        for (int client = 0; client < model.rowCount(parent); ++client)
            rows += scorecardRow(model, model.index(client, 0, parent), true);
    }
    return QStringLiteral("<table>\n<thead><tr>%1</tr></thead>\n<tbody>\n%2</tbody>\n</table>\n")
        .arg(head, rows);
}

QString reportMessages(const TrafficLog &log, const ExportChoice &choice)
{
    static constexpr const char *Headings[] = {
        QT_TRANSLATE_NOOP("wiretale::Report", "No."),
        QT_TRANSLATE_NOOP("wiretale::Report", "Time, s"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Client"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Technique"),
        "",
        QT_TRANSLATE_NOOP("wiretale::Report", "Kind"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Message"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Wire bytes"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Payload bytes"),
        QT_TRANSLATE_NOOP("wiretale::Report", "Held"),
    };
    QString head;
    for (const char *heading : Headings)
        head += cell("th", *heading ? text(heading) : QString());
    QString rows;
    int count = 0;
    choice.records.visit(log.journal().size(), [&](RecordNumber number) {
        if (++count <= MostRows)
            rows += messageRow(log, number);
        return true;
    });
    QString table = QStringLiteral("<table>\n<thead><tr>%1</tr></thead>\n<tbody>\n%2</tbody>\n</table>\n")
                        .arg(head, rows);
    if (count > MostRows) {
        const QString more = QCoreApplication::translate(
            "wiretale::Report",
            "%n more message(s) are not listed here; a table for spreadsheets has them all.", nullptr,
            count - MostRows);
        table += QStringLiteral("<p>%1</p>\n").arg(more.toHtmlEscaped());
    }
    return table;
}

} // namespace wiretale
