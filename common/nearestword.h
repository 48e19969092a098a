// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace wiretale {

/// The word that somebody who wrote `word` most likely meant: the one that the fewest slips (a letter more,
/// less, another, or two swapped) turn it into. Empty when none is near: more slips than a third of its
/// letters, or than one in a word of three or four.
[[nodiscard]] QString nearestWord(const QString &word, const QStringList &known);

} // namespace wiretale
