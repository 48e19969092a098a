// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QString>

namespace wiretale::bench {

/// What a program did and took.
struct Run
{
    QByteArrayList words; ///< that it printed
    double seconds = 0;
    double peakBytes = 0; ///< of memory, all that it had at its most
    bool isGood = false;
};

/// Runs a program to its end; what it prints goes through a file in `folder`. Memory is counted by process,
/// so each thing that is to be measured has one of its own.
[[nodiscard]] Run run(const QByteArrayList &command, const QString &folder);

/// What this process has now.
[[nodiscard]] double residentBytes();

} // namespace wiretale::bench
