// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandline.h"

namespace wiretale {

/// True when a window can be shown: a display server is named in the environment, or a platform plugin is.
[[nodiscard]] bool hasDisplay();

/// What is played where there is no display: the four clients for 20 s, each of the formats written to the
/// folder `wiretale-tour` below the current one. An Error says why the folder cannot be made.
[[nodiscard]] Result<CommandLine> tour(std::span<const ExportFormat> formats);

} // namespace wiretale
