// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace wiretale {

/// `wiretale check`: prints every fault of the lessons on standard error, "FILE:LINE:COLUMN: sentence", and a
/// line for each that has none. Answers the exit status: 0 when all are good, else 1.
[[nodiscard]] int checkLessons(const QStringList &paths);

} // namespace wiretale
