// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wiretale {

class Journal;

/// Bytes on the wire over the whole time of a journal, as an SVG element: for each technique what carries
/// events in its full colour, and upon it, pale, what does not. With a legend of what is there.
[[nodiscard]] QString reportChart(const Journal &journal);

} // namespace wiretale
