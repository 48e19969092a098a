// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/recordselection.h"

#include <QFlags>
#include <QString>

#include <optional>
#include <vector>

namespace wiretale {

/// Ways of writing that not everybody wants; off unless asked for. A format names those that it knows.
enum class ExportOption : quint8
{
    Excel = 1 << 0, ///< semicolons between the columns and a byte order mark: Excel in Russian wants both
    Sanitised = 1 << 1, ///< without cookies and authorization
};
Q_DECLARE_FLAGS(ExportOptions, ExportOption)
Q_DECLARE_OPERATORS_FOR_FLAGS(ExportOptions)

/// How a picture draws time.
enum class ExportTime : quint8
{
    Folded, ///< as it passes, without idle stretches
    Linear, ///< as it passes
    Steps ///< every message the same distance below the one before it
};

/// A part of a log by time, in clock nanoseconds.
struct ExportStretch
{
    qint64 fromNs = 0;
    qint64 toNs = 0;
    // In a picture; 0: as it can be read.
    double pixelsPerSecond = 0;
    double pixelsPerMessage = 0; ///< by steps
    qint64 nowNs = Record::NotArrived; ///< a picture shows the world as it was then; NotArrived: as it is
};

/// What the traffic is of, for files that tell people about it; all in their language, empty where it is not
/// known.
struct ExportAbout
{
    struct Chapter
    {
        qint64 beganNs = 0; ///< clock time
        QString title {};
        QString text {}; ///< Markdown
    };
    QString title {};
    QString summary {};
    std::vector<Chapter> chapters {}; ///< in the order in which they began
};

/// What of a log is written, and how. A value that threads may share.
struct ExportChoice
{
    RecordSelection records {};
    ExportOptions options {};
    std::optional<ExportStretch> stretch {}; ///< only what was under way then
    ExportTime time = ExportTime::Folded;
    ExportAbout about {};
};

} // namespace wiretale
