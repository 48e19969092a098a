// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;

/// The capture itself, as it stands (pcapng).
Result<void> writePcapng(const TrafficLog &log, const QString &path);

} // namespace wiretale
