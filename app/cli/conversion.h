// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exportarguments.h"

#include <QString>

namespace wiretale {

/// `wiretale convert`: opens a file of traffic and writes it in other formats. What the file lacks is told on
/// standard error. Answers the exit status: 0 when all was written, else 1.
[[nodiscard]] int convertLog(const QString &path, const ExportArguments &exports);

} // namespace wiretale
