// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// Chrome trace events (JSON), which Perfetto and chrome://tracing draw on a line of time.
///
/// A process for each client with two threads, its own and the server's part of its traffic. A message is a
/// slice without length where it departs and one where it arrives, joined by a flow; an exchange is an
/// asynchronous slice with the time it was held inside, since exchanges overlap as slices may not.
/// Connections are asynchronous slices as well; open connections and bytes per second are counters. Times are
/// the model's, in microseconds; `args.record` is the record's number.
Result<void> writeTrace(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
