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

/// One line on standard error that begins with its place in a file, as editors follow it.
void printDiagnostic(const QString &line);

} // namespace wiretale
