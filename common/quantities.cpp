// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/quantities.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <limits>
#include <utility>

namespace wiretale {

namespace {

using Unit = std::pair<QLatin1String, double>;

// The number in front of one of the units, times the unit's factor; negative when it cannot be read.
template <size_t Count>
double quantity(const QString &text, const std::array<Unit, Count> &units)
{
    static const QRegularExpression Pattern(QStringLiteral(R"(^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$)"));
    const QRegularExpressionMatch match = Pattern.match(text.trimmed());
    if (!match.hasMatch())
        return -1;
    for (const auto &[name, factor] : units) {
        if (match.capturedView(2).compare(name, Qt::CaseInsensitive) == 0)
            return match.captured(1).toDouble() * factor;
    }
    return -1;
}

} // namespace

Result<std::chrono::nanoseconds> durationFromText(const QString &text)
{
    static constexpr std::array<Unit, 8> Units {{{QLatin1String(""), 1e9},
                                                 {QLatin1String("s"), 1e9},
                                                 {QLatin1String("ms"), 1e6},
                                                 {QLatin1String("us"), 1e3},
                                                 {QLatin1String("ns"), 1},
                                                 {QLatin1String("min"), 60e9},
                                                 {QLatin1String("m"), 60e9},
                                                 {QLatin1String("h"), 3600e9}}};
    const double nanoseconds = quantity(text, Units);
    if (nanoseconds < 0 || nanoseconds > 1e18) {
        return Error {
            QCoreApplication::translate("wiretale::Quantities",
                                        "\"%1\" is not a length of time; write it like 30s, 500ms or 2min.")
                .arg(text)};
    }
    return std::chrono::nanoseconds {qint64(nanoseconds)};
}

Result<qint64> bandwidthFromText(const QString &text)
{
    static constexpr std::array<Unit, 5> Units {{{QLatin1String(""), 1},
                                                 {QLatin1String("bit"), 1},
                                                 {QLatin1String("kbit"), 1e3},
                                                 {QLatin1String("Mbit"), 1e6},
                                                 {QLatin1String("Gbit"), 1e9}}};
    const double bits = quantity(text, Units);
    if (bits < 0 || bits > 1e15) {
        return Error {
            QCoreApplication::translate("wiretale::Quantities",
                                        "\"%1\" is not a bandwidth; write it like 64kbit, 2Mbit or 1Gbit.")
                .arg(text)};
    }
    return qint64(bits);
}

QString durationText(qint64 ns)
{
    const QLocale locale;
    const auto number = [&locale](double value) {
        QString text = locale.toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
        while (text.contains(locale.decimalPoint())
               && (text.endsWith(u'0') || text.endsWith(locale.decimalPoint())))
            text.chop(1);
        return text;
    };
    const auto text
        = [](const char *unit) { return QCoreApplication::translate("wiretale::Duration", unit); };
    const double seconds = double(ns) / 1e9;
    if (seconds < 1e-3)
        return text(QT_TRANSLATE_NOOP("wiretale::Duration", "%1 us")).arg(number(seconds * 1e6));
    if (seconds < 1)
        return text(QT_TRANSLATE_NOOP("wiretale::Duration", "%1 ms")).arg(number(seconds * 1e3));
    if (seconds < 120)
        return text(QT_TRANSLATE_NOOP("wiretale::Duration", "%1 s")).arg(number(seconds));
    return text(QT_TRANSLATE_NOOP("wiretale::Duration", "%1 min")).arg(number(seconds / 60));
}

} // namespace wiretale
