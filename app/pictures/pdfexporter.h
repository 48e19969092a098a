// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// The sequence diagram on pages of A4, or of larger paper where many lanes would be illegible on it; its
/// text as text.
Result<void> writePdf(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
