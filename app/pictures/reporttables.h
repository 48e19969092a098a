// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wiretale {

class Journal;
class TrafficLog;
struct ExportChoice;

/// The scorecard as an HTML table: techniques, and under each its clients.
[[nodiscard]] QString reportScorecard(const Journal &journal);

/// The chosen messages as an HTML table, a row each: the first 5,000, and how many more there are.
[[nodiscard]] QString reportMessages(const TrafficLog &log, const ExportChoice &choice);

} // namespace wiretale
