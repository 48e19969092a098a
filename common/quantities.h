// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

#include <chrono>

class QString;

namespace wiretale {

/// Reads "30s", "500ms", "250us", "1.5min", "2h"; a bare number is seconds. An Error says what was expected.
[[nodiscard]] Result<std::chrono::nanoseconds> durationFromText(const QString &text);

/// Reads "2Mbit", "64kbit", "1Gbit" (decimal prefixes, bits per second); a bare number is bits per second.
[[nodiscard]] Result<qint64> bandwidthFromText(const QString &text);

/// A length of time as people write it, three digits at the most, in the language of the moment: "350 ms",
/// "1.25 s", "2 min".
[[nodiscard]] QString durationText(qint64 ns);

} // namespace wiretale
