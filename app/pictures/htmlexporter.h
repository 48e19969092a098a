// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// A report to hand out: what the lesson said, the diagram, the traffic over time, the scorecard, the
/// messages. One HTML file that needs nothing else, neither network nor scripts; it forbids itself both. Of a
/// long log the first pages and the first messages; it says so.
Result<void> writeHtml(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
