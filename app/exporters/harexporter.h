// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// HTTP Archive 1.2: an entry for each request of which something was chosen, in the order of their
/// departures, as its client saw it. One exchange is held in memory at a time. With ExportOption::Sanitised
/// without cookies and authorization, but with the sizes that they had.
///
/// WebSocket messages are written as Chrome does (`_webSocketMessages`), events of a stream as
/// `_eventSourceMessages`, beside the whole stream in `content.text`. `_record` is the number of the
/// request's record. headersSize and bodySize add up to the bytes on the wire, framing included; content.size
/// is the body's own.
Result<void> writeHar(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
