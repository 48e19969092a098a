// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/filterfields.h"

#include <optional>

namespace wiretale {

/// Reads a number as filters have it: `12`, `1.5s`, `2kB`, in bytes or nanoseconds by the kind of value. A
/// duration without a unit is in seconds. Nothing when it is no such number or too large for 64 bits.
[[nodiscard]] std::optional<qint64> filterQuantity(QStringView text, FilterValue value);
/// Writes it so that it is read back as the same, in the largest unit in which it is whole.
[[nodiscard]] QString filterQuantityText(qint64 number, FilterValue value);
/// Whether `text` is a unit of such values: it may stand apart from its number.
[[nodiscard]] bool isFilterUnit(QStringView text, FilterValue value);

} // namespace wiretale
