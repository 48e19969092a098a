// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// A PlantUML sequence diagram; the server is active for as long as it holds a request. A new page begins
/// before a picture of one would become higher than 4,096 pixels, where PlantUML cuts it off.
Result<void> writePlantUml(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
