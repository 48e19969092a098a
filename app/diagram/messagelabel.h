// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

namespace wiretale {

class TrafficLog;

/// What a diagram writes beside a message: TrafficLog::summary() in the language of the moment. What stood on
/// the wire, a request's line or a status, stays as it was.
[[nodiscard]] QString messageLabel(const TrafficLog &log, RecordNumber number);

} // namespace wiretale
