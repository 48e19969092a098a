// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace wiretale {

/// Something to be found again on the line of time: a chapter, a changed setting.
struct TimeMarker
{
    qint64 ns = 0; ///< clock time
    QString text {}; ///< translated

    friend bool operator==(const TimeMarker &, const TimeMarker &) = default;
};

} // namespace wiretale
