// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace wiretale {

/// The pictures on our buttons.
enum class Glyph
{
    Program,
    Run,
    Pause,
    Step,
    Reset,
    Publish,
    Copy,
    OpenOutside,
    Save
};

/// Drawn afresh at every size, in the palette's text colour; needs no file and no plugin.
[[nodiscard]] QIcon glyphIcon(Glyph glyph);

} // namespace wiretale
