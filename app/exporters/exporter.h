// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/exportchoice.h"
#include "common/result.h"

#include <QCoreApplication>
#include <QString>

#include <span>

namespace wiretale {

class TrafficLog;

/// One way of taking a log away as a file.
struct ExportFormat
{
    const char *suffix; ///< with its dot: ".jsonl"
    const char *description; ///< for a file dialog; to be translated in the context "wiretale::Exporter"
    Result<void> (*write)(const TrafficLog &log, const QString &path, const ExportChoice &choice);
    ExportOptions options {}; ///< those that make a difference to it
    bool isDrawn = false; ///< it needs a QGuiApplication, and draws a stretch of time itself
    bool keepsConnections = false; ///< of a part of the traffic it holds each connection from end to end

    [[nodiscard]] QString translatedDescription() const
    {
        return QCoreApplication::translate("wiretale::Exporter", description);
    }
};

/// What an option is called.
struct ExportOptionName
{
    ExportOption option;
    const char *name; ///< on the command line
    const char *description; ///< for a dialog; to be translated in the context "wiretale::Exporter"

    [[nodiscard]] QString translatedDescription() const
    {
        return QCoreApplication::translate("wiretale::Exporter", description);
    }
};
[[nodiscard]] std::span<const ExportOptionName> exportOptionNames();

/// The one table of formats; the file dialog and the command line both read it.
[[nodiscard]] std::span<const ExportFormat> exportFormats();

/// The format that the path's ending names; null when there is none.
[[nodiscard]] const ExportFormat *formatOf(const QString &path,
                                           std::span<const ExportFormat> formats = exportFormats());

/// Writes what was chosen of the log in the format that the ending names, to a new file that is moved into
/// place whole. An Error says what was wrong and lists the endings known, if that is what it was. Any thread;
/// the log may go on growing, the file holds what had been recorded at the call.
Result<void> exportLog(const TrafficLog &log, const QString &path, const ExportChoice &choice = {},
                       std::span<const ExportFormat> formats = exportFormats());

} // namespace wiretale
