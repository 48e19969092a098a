// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

/// The clock's rates on a slider: even steps of the slider are even factors of the rate.
namespace wiretale::ratescale {

inline constexpr int Steps = 300;

/// Two significant digits, from Clock::SlowestRate (position 0) to Clock::FastestRate (position Steps).
[[nodiscard]] double rateAt(int position);
[[nodiscard]] int positionOf(double rate);

/// Rates worth a menu entry, ascending.
[[nodiscard]] const QList<double> &presets();
/// The next preset below or above `rate`; `rate` itself at either end.
[[nodiscard]] double slower(double rate);
[[nodiscard]] double faster(double rate);

/// "×0.25", in the language of the moment.
[[nodiscard]] QString text(double rate);

} // namespace wiretale::ratescale
