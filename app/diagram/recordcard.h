// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

class QString;

namespace wiretale {

class TrafficLog;

/// What a pointer that rests on a message is told: kind, client, times, sizes,
/// events; rich text, translated.
[[nodiscard]] QString recordCard(const TrafficLog &log, RecordNumber number);

} // namespace wiretale
