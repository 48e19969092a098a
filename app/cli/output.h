// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;

namespace wiretale {

/// To standard output, at once.
void printText(const QString &text);
void printLine(const QString &line);

/// One line on standard error: "wiretale: " and the sentence.
void printError(const QString &sentence);

} // namespace wiretale
