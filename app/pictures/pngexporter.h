// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// The sequence diagram as a picture of pixels. A long one goes on in further files, see partPath().
Result<void> writePng(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
