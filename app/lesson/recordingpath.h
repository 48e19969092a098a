// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wiretale {

/// Where a world is recorded to when `before` worlds were recorded already: to `path` itself at first, then
/// to a name of its own each time, so that what was recorded stays: a-2.pcapng. Empty stays empty.
[[nodiscard]] QString recordingPath(const QString &path, int before);

} // namespace wiretale
