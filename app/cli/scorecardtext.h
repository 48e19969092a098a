// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"

#include <QString>

namespace wiretale {

/// The scorecard as a table of plain text, a row a technique, columns lined up; ends with a line feed.
/// Techniques that were neither asked of nor paid for are left out.
[[nodiscard]] QString scorecardText(const Scorecard &scorecard);

} // namespace wiretale
