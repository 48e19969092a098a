// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/result.h"

class QString;

namespace wiretale {

class TrafficLog;
struct ExportChoice;

/// A Mermaid sequence diagram; the server is active for as long as it holds a request.
///
/// Mermaid draws at most 50,000 characters (its maxTextSize, which a diagram may not raise; maxEdges is for
/// flowcharts). What is longer goes on in further files beside the first, see partPath(), each a diagram of
/// its own.
Result<void> writeMermaid(const TrafficLog &log, const QString &path, const ExportChoice &choice);

} // namespace wiretale
