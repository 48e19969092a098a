// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/exporter.h"

namespace wiretale {

/// exportFormats() and, behind them, those that are drawn: all that the program can export.
[[nodiscard]] std::span<const ExportFormat> allExportFormats();

} // namespace wiretale
