// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scorecardtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::ScorecardText", sentence);
}

QString milliseconds(qint64 nanoseconds)
{
    if (nanoseconds < 0)
        return QStringLiteral("-");
    const double ms = double(nanoseconds) / 1e6;
    return QLocale().toString(ms, 'f', ms < 10 ? 2 : ms < 1000 ? 1 : 0);
}

QStringList headings()
{
    return {text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "technique")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "requests")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "empty")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "events")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "median ms")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "95 % ms")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "worst ms")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "wire bytes")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "payload")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "overhead/event")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "connections")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "open")),
            text(QT_TRANSLATE_NOOP("wiretale::ScorecardText", "held s"))};
}

QStringList cells(Technique technique, const Figures &figures)
{
    const QLocale locale;
    const double overhead = figures.overheadPerEvent();
    return {QString::fromLatin1(techniqueName(technique)),
            locale.toString(figures.requests),
            locale.toString(figures.emptyResponses),
            locale.toString(figures.eventsDelivered),
            milliseconds(figures.latencyMedianNs),
            milliseconds(figures.latency95Ns),
            milliseconds(figures.latencyWorstNs),
            locale.toString(figures.wireBytes),
            locale.toString(figures.payloadBytes),
            overhead < 0 ? QStringLiteral("-") : locale.toString(overhead, 'f', 1),
            locale.toString(figures.connectionsOpened),
            locale.toString(figures.connectionsOpen),
            locale.toString(double(figures.heldNs) / 1e9, 'f', 2)};
}

} // namespace

QString scorecardText(const Scorecard &scorecard)
{
    QList<QStringList> rows {headings()};
    static constexpr std::array Order {Technique::AjaxPolling, Technique::LongPolling, Technique::EventStream,
                                       Technique::WebSocket, Technique::Http};
    for (const Technique technique : Order) {
        const Figures &figures = scorecard.of(technique);
        if (figures.messages > 0 || figures.connectionsOpened > 0)
            rows << cells(technique, figures);
    }
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), row.at(column).size());
    }
    QString table;
    for (const QStringList &row : std::as_const(rows)) {
        table += row.first().leftJustified(widths.first());
        for (qsizetype column = 1; column < row.size(); ++column)
            table += QStringLiteral("  ") + row.at(column).rightJustified(widths.at(column));
        table += u'\n';
    }
    return table;
}

} // namespace wiretale
