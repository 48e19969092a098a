// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportarguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::CommandLine", sentence);
}

QString endingsOf(std::span<const ExportFormat> formats)
{
    QStringList endings;
    for (const ExportFormat &format : formats)
        endings << QString::fromLatin1(format.suffix);
    return endings.join(QStringLiteral(", "));
}

QString optionNames()
{
    QStringList names;
    for (const ExportOptionName &option : exportOptionNames())
        names << QString::fromLatin1(option.name);
    return names.join(QStringLiteral(", "));
}

std::optional<Error> readPaths(const QStringList &paths, ExportArguments &arguments)
{
    arguments.paths = paths;
    for (const QString &path : paths) {
        if (formatOf(path, arguments.formats) == nullptr)
            return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                                 "The ending of \"%1\" names no format; there are %2."))
                              .arg(path, endingsOf(arguments.formats))};
    }
    return std::nullopt;
}

std::optional<Error> readOption(const QString &name, ExportArguments &arguments)
{
    const auto options = exportOptionNames();
    const auto found = std::ranges::find_if(
        options, [&](const ExportOptionName &option) { return name == QLatin1StringView(option.name); });
    if (found == options.end())
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "There is no way of exporting \"%1\"; there are %2."))
                          .arg(name, optionNames())};
    const bool isUsed = std::ranges::any_of(arguments.paths, [&](const QString &path) {
        return formatOf(path, arguments.formats)->options.testFlag(found->option);
    });
    if (!isUsed)
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "\"%1\" makes no difference to any file that --export names."))
                          .arg(name)};
    arguments.options |= found->option;
    return std::nullopt;
}

std::optional<Error> readFilter(const QString &line, ExportArguments &arguments)
{
    const std::variant<Filter, FilterError> parsed = Filter::parse(line);
    if (const auto *error = std::get_if<FilterError>(&parsed)) {
        //: %1: a filter's line; %2: a number; %3: a sentence
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "In --export-filter \"%1\", at character %2: %3"))
                .arg(line)
                .arg(error->position + 1)
                .arg(error->sentence)};
    }
    arguments.filter = std::get<Filter>(parsed);
    return std::nullopt;
}

} // namespace

void declareExportArguments(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("export"),
         text(QT_TRANSLATE_NOOP(
             "wiretale::CommandLine",
             "Write the traffic to a file at the end, as often as wanted; the format follows from "
             "the ending, such as .pcapng, .har, .csv or .jsonl.")),
         QStringLiteral("file")});
    parser.addOption({QStringLiteral("export-filter"),
                      text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "Write only the messages that this chooses, a line as in the "
                                             "traffic table: technique:websocket bytes>500.")),
                      QStringLiteral("line")});
    parser.addOption({QStringLiteral("export-option"),
                      text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "How to write, as often as wanted: excel (.csv with semicolons "
                                             "and a byte order mark), sanitised (.har without cookies and "
                                             "authorization).")),
                      QStringLiteral("name")});
}

Result<ExportArguments> readExportArguments(const QCommandLineParser &parser,
                                            std::span<const ExportFormat> formats, const QStringList &paths)
{
    ExportArguments arguments {.formats = formats};
    if (const auto error = readPaths(paths + parser.values(QStringLiteral("export")), arguments))
        return *error;
    const QStringList names = parser.values(QStringLiteral("export-option"));
    for (const QString &name : names) {
        if (const auto error = readOption(name, arguments))
            return *error;
    }
    if (const auto error = readFilter(parser.value(QStringLiteral("export-filter")), arguments))
        return *error;
    return arguments;
}

} // namespace wiretale
