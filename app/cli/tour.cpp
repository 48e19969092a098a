// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/tour.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <array>

namespace wiretale {

using namespace std::chrono_literals;

bool hasDisplay()
{
    static constexpr std::array Names {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::ranges::any_of(Names, [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
}

Result<CommandLine> tour(std::span<const ExportFormat> formats)
{
    const QDir folder(QDir::current().filePath(QStringLiteral("wiretale-tour")));
    if (!folder.mkpath(QStringLiteral("."))) {
        return Error {QCoreApplication::translate(
                          "wiretale::Tour",
                          "The folder %1 for the tour's files cannot be made; start Wiretale in "
                          "a folder that you may write to.")
                          .arg(folder.path())};
    }
    CommandLine line;
    line.mode = CommandLine::Mode::Run;
    line.exports.formats = formats;
    Result<LessonEntry> lesson = findLesson(QStringLiteral("compare"));
    if (!lesson)
        return lesson.error();
    line.lesson = std::move(*lesson);
    line.settings = line.lesson->lesson.settings;
    line.settings->publish = {.kind = PublishPlan::Kind::EveryInterval, .interval = 500ms};
    line.runFor = 20s;
    line.engine.capturePath = folder.filePath(QStringLiteral("tour.pcapng"));
    for (const ExportFormat &format : formats) {
        const QString path = folder.filePath(QStringLiteral("tour") + QString::fromLatin1(format.suffix));
        // The capture is recorded as it goes; it need not be written twice.
        if (path != line.engine.capturePath)
            line.exports.paths << path;
    }
    return line;
}

} // namespace wiretale
