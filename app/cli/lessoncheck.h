// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace wiretale {

/// `wiretale check`: prints every fault of the lessons on standard error, "FILE:LINE:COLUMN: sentence", and a
/// line for each that has none. Answers the exit status: 0 when all are good, else 1.
[[nodiscard]] int checkLessons(const QStringList &paths);

/// `wiretale grade`: prints the table of scoresCsv() for the attempts in these files; what cannot be graded
/// is told on standard error. Answers the exit status: 0 when all could be graded, else 1.
[[nodiscard]] int gradeAttempts(const QStringList &paths);

} // namespace wiretale
