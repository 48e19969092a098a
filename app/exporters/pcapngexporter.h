// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// The capture itself, as it stands (pcapng); of chosen records all packets of their connections, so that
/// every stream in it is whole.
Result<void> writePcapng(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
