// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exportarguments.h"
#include "app/lesson/engine.h"
#include "app/lesson/lessonlibrary.h"
#include "common/result.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace wiretale {

/// What the command line asks for.
struct CommandLine
{
    enum class Mode
    {
        Window,
        Run,
        Serve,
        List,
        Check,
        Grade,
        Convert,
        Help,
        Version
    };

    Mode mode = Mode::Window;
    /// Run: what is played; Window: what is opened, if anything was named.
    std::optional<LessonEntry> lesson;
    std::optional<Settings> settings; ///< with every option applied; empty in a window without options
    bool answersRight = false; ///< Run: the lesson's questions are asked, and answered rightly
    Engine::Options engine;
    std::optional<std::chrono::nanoseconds> runFor; ///< clock time
    ExportArguments exports {};
    /// Check: the lessons' paths; Grade: the attempts'; Convert: the traffic's; Window: the traffic to open.
    QStringList files;
    QString language; ///< "en", "ru", or empty: the system's
    QString helpText; ///< Help only
};

/// Reads the arguments, the program's name first; `formats` are those that it can export. An Error is one
/// sentence: what is wrong and what would be right. Paths of exports are checked here, so that a long run
/// does not end with a format that nobody knows.
[[nodiscard]] Result<CommandLine> readCommandLine(const QStringList &arguments,
                                                  std::span<const ExportFormat> formats = exportFormats());

/// The language that the arguments ask for, read before anything else is, so that errors come in it.
[[nodiscard]] QString languageOf(const QStringList &arguments);

} // namespace wiretale
