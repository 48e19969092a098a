// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/exporter.h"
#include "app/journal/filter.h"
#include "common/result.h"

#include <QStringList>

class QCommandLineParser;

namespace wiretale {

/// What the command line says of exports.
struct ExportArguments
{
    std::span<const ExportFormat> formats = exportFormats(); ///< those that there are to choose from
    QStringList paths {}; ///< each of a format that is known
    ExportOptions options {};
    Filter filter {}; ///< which records are written
};

void declareExportArguments(QCommandLineParser &parser);

/// `paths`: those that the line names without --export. The Error names what is wrong and what there is
/// instead.
[[nodiscard]] Result<ExportArguments> readExportArguments(const QCommandLineParser &parser,
                                                          std::span<const ExportFormat> formats,
                                                          const QStringList &paths = {});

} // namespace wiretale
