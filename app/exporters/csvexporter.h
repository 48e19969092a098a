// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// Comma-separated values (RFC 4180) with a header row: the columns of the JSON Lines in the same order.
/// UTF-8, no byte order mark; with ExportOption::Excel semicolons, and the mark. An empty cell stands for
/// null; event ids are separated by a space. A text that a spreadsheet would take for a formula begins with
/// an apostrophe.
Result<void> writeCsv(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
