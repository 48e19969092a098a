// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace wiretale {

/// Measured figures that a lesson's text quotes: "{{ajax-polling.requests}}", "{{long-polling-2.latency}}".
/// The names are in resources/lessons/README.md, "figures".

/// What the text says with each figure in its place; "?" where nothing was measured.
/// `expectedLatencyNs` answers what theory says of a technique, -1 when it says nothing.
[[nodiscard]] QString withFigures(QString text, const Scorecard &scorecard,
                                  const std::function<qint64(Technique)> &expectedLatencyNs);

/// The number behind a name such as "ajax-polling.requests", times in milliseconds, sizes in bytes; none when
/// nothing was measured.
[[nodiscard]] std::optional<double> figureValue(const QString &name, const Scorecard &scorecard);

/// One translated sentence about the first figure in a text that is not known; empty when all are.
[[nodiscard]] QString unknownFigure(const QString &text, const QStringList &clients);
/// The same of one name.
[[nodiscard]] QString unknownFigureName(const QString &name, const QStringList &clients);

} // namespace wiretale
