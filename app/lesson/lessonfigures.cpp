// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/lessonfigures.h"

#include "common/nearestword.h"
#include "common/quantities.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

enum class Unit
{
    Count,
    Bytes,
    Time
};

struct Figure
{
    const char *name;
    Unit unit;
    double (*read)(const Figures &); // negative: nothing was measured
};

constexpr double NsPerMs = 1e6;

const std::array<Figure, 14> &figures()
{
    static const std::array<Figure, 14> All {{
        {"requests", Unit::Count, [](const Figures &each) { return double(each.requests); }},
        {"emptyResponses", Unit::Count, [](const Figures &each) { return double(each.emptyResponses); }},
        {"events", Unit::Count, [](const Figures &each) { return double(each.eventsDelivered); }},
        {"messages", Unit::Count, [](const Figures &each) { return double(each.messages); }},
        {"wireBytes", Unit::Bytes, [](const Figures &each) { return double(each.wireBytes); }},
        {"payloadBytes", Unit::Bytes, [](const Figures &each) { return double(each.payloadBytes); }},
        {"overhead", Unit::Bytes, [](const Figures &each) { return double(each.overheadBytes()); }},
        {"overheadPerEvent", Unit::Bytes, [](const Figures &each) { return each.overheadPerEvent(); }},
        {"connections", Unit::Count, [](const Figures &each) { return double(each.connectionsOpened); }},
        {"openConnections", Unit::Count, [](const Figures &each) { return double(each.connectionsOpen); }},
        {"held", Unit::Time, [](const Figures &each) { return double(each.heldNs); }},
        {"latency", Unit::Time, [](const Figures &each) { return double(each.latencyMedianNs); }},
        {"latency95", Unit::Time, [](const Figures &each) { return double(each.latency95Ns); }},
        {"worstLatency", Unit::Time, [](const Figures &each) { return double(each.latencyWorstNs); }},
    }};
    return All;
}

const char *const ExpectedLatency = "expectedLatency";

QStringList figureNames()
{
    QStringList names;
    for (const Figure &each : figures())
        names << QString::fromLatin1(each.name);
    return names << QString::fromLatin1(ExpectedLatency);
}

const Figure *figureOf(const QString &name)
{
    const auto found = std::ranges::find_if(
        figures(), [&](const Figure &each) { return name == QLatin1StringView(each.name); });
    return found == figures().end() ? nullptr : &*found;
}

std::optional<Technique> techniqueOf(const QString &name)
{
    for (int i = 0; i < TechniqueCount; ++i) {
        if (name == QLatin1StringView(techniqueName(Technique(i))))
            return Technique(i);
    }
    return std::nullopt;
}

const Figures *measured(const QString &whose, const Scorecard &scorecard)
{
    if (const std::optional<Technique> technique = techniqueOf(whose))
        return &scorecard.of(*technique);
    const auto found = std::ranges::find(scorecard.clients, whose, &ClientFigures::client);
    return found == scorecard.clients.end() ? nullptr : &found->figures;
}

QString written(double value, Unit unit)
{
    if (value < 0)
        return QStringLiteral("?");
    const QLocale locale;
    switch (unit) {
    case Unit::Bytes:
        return QCoreApplication::translate("wiretale::LessonFigures", "%1 B")
            .arg(locale.toString(qint64(value + 0.5)));
    case Unit::Time:
        return durationText(qint64(value));
    case Unit::Count:
        break;
    }
    return locale.toString(qint64(value));
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression Pattern(QStringLiteral("\\{\\{\\s*([^{}]*?)\\s*\\}\\}"));
    return Pattern;
}

QString whose(const QString &name)
{
    return name.section(u'.', 0, 0);
}

QString which(const QString &name)
{
    return name.section(u'.', 1);
}

} // namespace

QString withFigures(QString text, const Scorecard &scorecard,
                    const std::function<qint64(Technique)> &expectedLatencyNs)
{
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch match = placeholder().match(text, from);
        if (!match.hasMatch())
            return text;
        const QString name = match.captured(1);
        QString value = QStringLiteral("?");
        const std::optional<Technique> technique = techniqueOf(whose(name));
        if (which(name) == QLatin1StringView(ExpectedLatency) && technique)
            value = written(double(expectedLatencyNs(*technique)), Unit::Time);
        else if (const Figure *figure = figureOf(which(name)))
            if (const Figures *all = measured(whose(name), scorecard))
                value = written(figure->read(*all), figure->unit);
        text.replace(match.capturedStart(), match.capturedLength(), value);
        from = match.capturedStart() + value.size();
    }
}

std::optional<double> figureValue(const QString &name, const Scorecard &scorecard)
{
    const Figure *figure = figureOf(which(name));
    const Figures *all = measured(whose(name), scorecard);
    if (figure == nullptr || all == nullptr)
        return std::nullopt;
    const double value = figure->read(*all);
    if (value < 0)
        return std::nullopt;
    return figure->unit == Unit::Time ? value / NsPerMs : value;
}

QString unknownFigureName(const QString &name, const QStringList &clients)
{
    const auto sentence = [](const QString &word, const QStringList &known) {
        const QString meant = nearestWord(word, known);
        if (!meant.isEmpty())
            return QCoreApplication::translate("wiretale::LessonFigures",
                                               "\"%1\" names no figure; did you mean \"%2\"?")
                .arg(word, meant);
        return QCoreApplication::translate("wiretale::LessonFigures",
                                           "\"%1\" names no figure; write it like "
                                           "{{ajax-polling.requests}}.")
            .arg(word);
    };
    if (!techniqueOf(whose(name)) && !clients.contains(whose(name))) {
        QStringList known = clients;
        for (int i = 0; i < TechniqueCount; ++i)
            known << QString::fromLatin1(techniqueName(Technique(i)));
        return sentence(whose(name), known);
    }
    return figureNames().contains(which(name)) ? QString() : sentence(which(name), figureNames());
}

QString unknownFigure(const QString &text, const QStringList &clients)
{
    for (auto each = placeholder().globalMatch(text); each.hasNext();) {
        if (const QString unknown = unknownFigureName(each.next().captured(1), clients); !unknown.isEmpty())
            return unknown;
    }
    return {};
}

} // namespace wiretale
