// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"

#include <QColor>

class QPalette;

namespace wiretale {

/// The colour behind a field's bytes: related fields have related colours; none (invalid) where the eye
/// should rest.
[[nodiscard]] QColor fieldColor(FieldKind kind, const QPalette &palette);

} // namespace wiretale
