// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/quantities.h"

#include <QCoreApplication>
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
            QCoreApplication::translate("wiretale::CommandLine",
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
            QCoreApplication::translate("wiretale::CommandLine",
                                        "\"%1\" is not a bandwidth; write it like 64kbit, 2Mbit or 1Gbit.")
                .arg(text)};
    }
    return qint64(bits);
}

} // namespace wiretale
