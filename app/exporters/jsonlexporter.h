// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// JSON Lines: one object a record, in the order of their numbers, each on a line of its own, without a
/// header; members as in RecordRow. UTF-8, no byte order mark, lines ended by LF.
Result<void> writeJsonl(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
