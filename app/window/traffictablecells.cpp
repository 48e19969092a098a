// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/traffictablecells.h"

#include "app/chart/techniquelook.h"
#include "app/diagram/messagemark.h"
#include "app/journal/filterfacts.h"
#include "app/journal/journal.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace wiretale {

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("wiretale::TrafficTable", words);
}

QString milliseconds(qint64 ns)
{
    return QLocale().toString(double(ns) / 1e6, 'f', 2);
}

QString spanText(const MessageSpan &span)
{
    switch (span.state) {
    case MessageSpan::State::Known:
        return milliseconds(span.ns);
    case MessageSpan::State::Growing:
        return milliseconds(span.ns) + QStringLiteral(" …");
    case MessageSpan::State::Awaited:
        return QStringLiteral("…");
    case MessageSpan::State::None:
        break;
    }
    return {};
}

QString transitText(const Record &record, qint64 nowNs)
{
    if (record.has(RecordFlag::Cut)) {
        //: a message that never arrived; short, it stands in a table
        return text(QT_TRANSLATE_NOOP("wiretale::TrafficTable", "lost"));
    }
    return spanText(transitSpan(record, nowNs));
}

} // namespace

QString columnTitle(TrafficColumn column)
{
    static constexpr std::array<const char *, TrafficColumnCount> Titles {
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "No."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Time, s"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Client"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Technique"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Direction"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Kind"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Summary"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Bytes"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Payload"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Held, ms"),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Transit, ms"),
    };
    return text(Titles[size_t(column)]);
}

QString columnExplanation(TrafficColumn column)
{
    static constexpr std::array<const char *, TrafficColumnCount> Sentences {
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Number of the message, in the order of departure."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "When the message departed, on the program's clock."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Whose connection it is."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "The way of learning news that the message serves."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Which way the message goes."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "What the message is."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "What stands in the message's first line."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "All bytes on the wire that belong to the message."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "Bytes of the events that the message carries."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable",
                          "How long the server held the request before it answered."),
        QT_TRANSLATE_NOOP("wiretale::TrafficTable", "How long the message was on its way."),
    };
    return text(Sentences[size_t(column)]);
}

bool isNumeric(TrafficColumn column) noexcept
{
    switch (column) {
    case TrafficColumn::Number:
    case TrafficColumn::Time:
    case TrafficColumn::WireBytes:
    case TrafficColumn::PayloadBytes:
    case TrafficColumn::Held:
    case TrafficColumn::Transit:
        return true;
    default:
        return false;
    }
}

QString columnSample(TrafficColumn column)
{
    switch (column) {
    case TrafficColumn::Number:
        return QStringLiteral("9,999,999");
    case TrafficColumn::Time:
        return QStringLiteral("9,999.9999");
    case TrafficColumn::Client:
        return QStringLiteral("long-polling 12");
    case TrafficColumn::Technique:
        return QStringLiteral("Server-sent eve");
    case TrafficColumn::Direction:
        return QStringLiteral("to the server");
    case TrafficColumn::Kind:
        return QStringLiteral("portion of an answer");
    case TrafficColumn::Summary:
        return QStringLiteral("GET /events/wait?after=12345");
    case TrafficColumn::WireBytes:
    case TrafficColumn::PayloadBytes:
        return QStringLiteral("999,999");
    case TrafficColumn::Held:
    case TrafficColumn::Transit:
        break;
    }
    return QStringLiteral("99,999.99 …");
}

QString cellText(const Journal &journal, RecordNumber number, TrafficColumn column, qint64 nowNs)
{
    const Record record = journal.at(number);
    const QLocale locale;
    switch (column) {
    case TrafficColumn::Number:
        return locale.toString(number);
    case TrafficColumn::Time:
        return locale.toString(double(record.departedNs) / 1e9, 'f', 4);
    case TrafficColumn::Client:
        return journal.clientName(record.connection);
    case TrafficColumn::Technique:
        return techniqueTitle(techniqueOf(journal, record));
    case TrafficColumn::Direction:
        return record.direction == Direction::ClientToServer
            //: which way a message goes
            ? text(QT_TRANSLATE_NOOP("wiretale::TrafficTable", "to the server"))
            //: which way a message goes
            : text(QT_TRANSLATE_NOOP("wiretale::TrafficTable", "to the client"));
    case TrafficColumn::Kind:
        return markTitle(markOf(record));
    case TrafficColumn::WireBytes:
        return locale.toString(record.wireBytes);
    case TrafficColumn::PayloadBytes:
        return record.payloadBytes > 0 ? locale.toString(record.payloadBytes) : QString();
    case TrafficColumn::Held:
        return spanText(heldSpan(journal, number, record, nowNs));
    case TrafficColumn::Transit:
        return transitText(record, nowNs);
    case TrafficColumn::Summary:
        break;
    }
    return {};
}

std::optional<qint64> cellNumber(const Journal &journal, RecordNumber number, TrafficColumn column,
                                 qint64 nowNs)
{
    const Record record = journal.at(number);
    const auto of = [](const MessageSpan &span) {
        const bool isTold
            = span.state == MessageSpan::State::Known || span.state == MessageSpan::State::Growing;
        return isTold ? std::optional<qint64>(span.ns) : std::nullopt;
    };
    switch (column) {
    case TrafficColumn::Time:
        return record.departedNs;
    case TrafficColumn::WireBytes:
        return record.wireBytes;
    case TrafficColumn::PayloadBytes:
        return record.payloadBytes > 0 ? std::optional<qint64>(record.payloadBytes) : std::nullopt;
    case TrafficColumn::Held:
        return of(heldSpan(journal, number, record, nowNs));
    case TrafficColumn::Transit:
        return of(transitSpan(record, nowNs));
    default:
        return number;
    }
}

} // namespace wiretale
