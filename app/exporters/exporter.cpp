// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"

#include "app/exporters/csvexporter.h"
#include "app/exporters/harexporter.h"
#include "app/exporters/jsonlexporter.h"
#include "app/exporters/mermaidexporter.h"
#include "app/exporters/pcapngexporter.h"
#include "app/exporters/plantumlexporter.h"
#include "app/exporters/traceexporter.h"

#include <QDir>
#include <QStringList>

#include <algorithm>
#include <array>

namespace wiretale {

namespace {

constexpr std::array Formats {
    ExportFormat {".pcapng", QT_TRANSLATE_NOOP("wiretale::Exporter", "Capture for Wireshark"), writePcapng,
                  ExportOptions(), false, true},
    ExportFormat {".har", QT_TRANSLATE_NOOP("wiretale::Exporter", "HTTP archive for browsers"), writeHar,
                  ExportOption::Sanitised},
    ExportFormat {".csv", QT_TRANSLATE_NOOP("wiretale::Exporter", "Table for spreadsheets"), writeCsv,
                  ExportOption::Excel},
    ExportFormat {".jsonl", QT_TRANSLATE_NOOP("wiretale::Exporter", "One JSON object a line"), writeJsonl},
    ExportFormat {".mmd", QT_TRANSLATE_NOOP("wiretale::Exporter", "Mermaid sequence diagram"), writeMermaid},
    ExportFormat {".puml", QT_TRANSLATE_NOOP("wiretale::Exporter", "PlantUML sequence diagram"),
                  writePlantUml},
    ExportFormat {".trace.json",
                  QT_TRANSLATE_NOOP("wiretale::Exporter", "Trace events for Perfetto and Chrome"),
                  writeTrace},
};

constexpr std::array OptionNames {
    ExportOptionName {ExportOption::Excel, "excel",
                      QT_TRANSLATE_NOOP("wiretale::Exporter",
                                        "For Excel: semicolons between the columns and a byte order mark")},
    ExportOptionName {ExportOption::Sanitised, "sanitised",
                      QT_TRANSLATE_NOOP("wiretale::Exporter", "Without cookies and authorization")},
};

} // namespace

std::span<const ExportOptionName> exportOptionNames()
{
    return OptionNames;
}

std::span<const ExportFormat> exportFormats()
{
    return Formats;
}

const ExportFormat *formatOf(const QString &path, std::span<const ExportFormat> formats)
{
    const auto format = std::ranges::find_if(formats, [&](const ExportFormat &candidate) {
        return path.endsWith(QLatin1StringView(candidate.suffix), Qt::CaseInsensitive);
    });
    return format == formats.end() ? nullptr : &*format;
}

Result<void> exportLog(const TrafficLog &log, const QString &path, const ExportChoice &choice,
                       std::span<const ExportFormat> formats)
{
    if (const ExportFormat *format = formatOf(path, formats)) {
        if (!choice.stretch || format->isDrawn)
            return format->write(log, path, choice);
        ExportChoice within = choice;
        within.records = recordsUnderWay(choice.records, log, choice.stretch->fromNs, choice.stretch->toNs);
        return format->write(log, path, within);
    }
    QStringList endings;
    for (const ExportFormat &format : formats)
        endings << QString::fromLatin1(format.suffix);
    //: %1: a file's path; %2: a list of endings such as ".har, .csv"
    return Error {QCoreApplication::translate("wiretale::Exporter",
                                              "The ending of \"%1\" names no format; give it one of %2.")
                      .arg(QDir::toNativeSeparators(path), endings.join(QStringLiteral(", ")))};
}

} // namespace wiretale
