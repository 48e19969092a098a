// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/ratescale.h"

#include "common/clock.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace wiretale::ratescale {

namespace {

double spanInDecades()
{
    return std::log10(Clock::FastestRate / Clock::SlowestRate);
}

double roundedToTwoDigits(double value)
{
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
}

} // namespace

double rateAt(int position)
{
    const double exponent = spanInDecades() * position / Steps;
    return std::clamp(roundedToTwoDigits(Clock::SlowestRate * std::pow(10.0, exponent)), Clock::SlowestRate,
                      Clock::FastestRate);
}

int positionOf(double rate)
{
    const double bounded = std::clamp(rate, Clock::SlowestRate, Clock::FastestRate);
    return int(std::lround(std::log10(bounded / Clock::SlowestRate) / spanInDecades() * Steps));
}

const QList<double> &presets()
{
    static const QList<double> rates {0.02, 0.1, 0.25, 0.5, 1, 2, 5, 20};
    return rates;
}

double slower(double rate)
{
    const auto at = std::ranges::lower_bound(presets(), rate);
    return at == presets().begin() ? rate : *std::prev(at);
}

double faster(double rate)
{
    const auto at = std::ranges::upper_bound(presets(), rate);
    return at == presets().end() ? rate : *at;
}

QString text(double rate)
{
    return QStringLiteral("\u00D7") + QLocale().toString(rate, 'g', 3);
}

} // namespace wiretale::ratescale
