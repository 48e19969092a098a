// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rulebook.h"

#include <QIcon>

namespace wiretale {

/// A verdict as a small lamp: its shape says the same as its colour. Empty for Verdict::None.
[[nodiscard]] QIcon lampIcon(Verdict verdict);
/// A sentence, translated; empty for Verdict::None.
[[nodiscard]] QString lampText(Verdict verdict);
/// What the message breaks, one line a rule; empty when it breaks none.
[[nodiscard]] QString breachText(const std::vector<Breach> &breaches);

} // namespace wiretale
