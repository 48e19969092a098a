// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QColor>
#include <QString>

#include <array>

namespace wiretale {

/// The techniques in the order in which people are shown them: the four of the lesson, then plain HTTP.
inline constexpr std::array TechniquesInOrder {Technique::AjaxPolling, Technique::LongPolling,
                                               Technique::EventStream, Technique::WebSocket, Technique::Http};

/// The colour of a technique, everywhere the same; told apart by the colour-blind too (Okabe and Ito, 2008).
[[nodiscard]] QColor techniqueColor(Technique technique);

/// What people call it, translated.
[[nodiscard]] QString techniqueTitle(Technique technique);

} // namespace wiretale
