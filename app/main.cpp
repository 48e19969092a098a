// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"
#include "app/cli/conversion.h"
#include "app/cli/headlessrun.h"
#include "app/cli/lessoncheck.h"
#include "app/cli/output.h"
#include "app/cli/tour.h"
#include "app/pictures/pictureformats.h"
#include "app/window/mainwindow.h"
#include "app/window/translation.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <sys/resource.h>

namespace {

using namespace wiretale;

constexpr int WrongUsage = 2;

// Decided before there is an application object, since it decides which kind of one there is to be.
bool wantsWindow(std::span<char *> arguments)
{
    static constexpr std::array<std::string_view, 10> Windowless {
        "convert", "run", "serve", "list", "check", "grade", "-h", "--help", "-v", "--version"};
    return std::ranges::none_of(arguments.subspan(1), [](const char *argument) {
        return std::ranges::find(Windowless, std::string_view(argument)) != Windowless.end();
    });
}

// Drawing needs fonts, and for these an application of the other kind.
bool wantsPictures(std::span<char *> arguments)
{
    return std::ranges::any_of(arguments.subspan(1), [](const char *argument) {
        const ExportFormat *format = formatOf(QString::fromLocal8Bit(argument), allExportFormats());
        return format != nullptr && format->isDrawn;
    });
}

std::unique_ptr<QCoreApplication> applicationThatDraws(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Wiretale"));
    QCoreApplication::setOrganizationName(QStringLiteral("Wiretale"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WIRETALE_VERSION));
}

int fail(const Error &error, int status)
{
    printError(error.message);
    return status;
}

int listLessons()
{
    const QString language = QLocale().name();
    QStringList faults;
    const QList<LessonEntry> entries = allLessons(&faults);
    for (const LessonEntry &entry : entries) {
        const Lesson &lesson = entry.lesson;
        printLine(QCoreApplication::translate("wiretale::LessonList", "%1%2 (%3, %n minute(s)): %4", nullptr,
                                              lesson.minutes)
                      .arg(lesson.id.leftJustified(24), lesson.title.in(language), levelText(lesson.level),
                           lesson.summary.in(language)));
    }
    for (const QString &fault : std::as_const(faults))
        printDiagnostic(fault);
    return 0;
}

int play(CommandLine line)
{
    HeadlessRun run(std::move(line));
    int status = 0;
    QObject::connect(
        &run, &HeadlessRun::finished, qApp,
        [&status](int exitStatus) {
            status = exitStatus;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, &run, &HeadlessRun::start);
    QCoreApplication::exec();
    return status;
}

int playTour()
{
    printLine(QCoreApplication::translate(
        "wiretale::Tour",
        "There is no display here, so Wiretale plays its tour without a window: four "
        "clients and one server for 20 seconds."));
    const Result<CommandLine> line = tour(allExportFormats());
    return line ? play(*line) : fail(line.error(), 1);
}

int withoutWindow(int argc, char **argv, bool isTour)
{
    // The engine runs in this thread, and GLib's event dispatcher is slow with many sockets.
    qputenv("QT_NO_GLIB", "1");
    const std::unique_ptr<QCoreApplication> application
        = isTour || wantsPictures(std::span(argv, size_t(argc)))
        ? applicationThatDraws(argc, argv)
        : std::make_unique<QCoreApplication>(argc, argv);
    nameApplication();
    Translation translation;
    translation.setLanguage(languageOf(QCoreApplication::arguments()));
    const Result<CommandLine> line = readCommandLine(QCoreApplication::arguments(), allExportFormats());
    if (!line)
        return fail(line.error(), WrongUsage);
    if (isTour && !line->files.isEmpty()) {
        return fail({QCoreApplication::translate(
                         "wiretale::Tour",
                         "There is no display here to show %1 on; \"wiretale convert\" writes it in other "
                         "formats without one.")
                         .arg(line->files.constFirst())},
                    1);
    }
    if (isTour)
        return playTour();
    switch (line->mode) {
    case CommandLine::Mode::Help:
        printText(line->helpText);
        return 0;
    case CommandLine::Mode::Version:
        printLine(QStringLiteral("wiretale " WIRETALE_VERSION));
        return 0;
    case CommandLine::Mode::List:
        return listLessons();
    case CommandLine::Mode::Check:
        return checkLessons(line->files);
    case CommandLine::Mode::Grade:
        return gradeAttempts(line->files);
    case CommandLine::Mode::Convert:
        return convertLog(line->files.constFirst(), line->exports);
    case CommandLine::Mode::Run:
    case CommandLine::Mode::Serve:
    case CommandLine::Mode::Window:
        break;
    }
    return play(*line);
}

int withWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    nameApplication();
    Translation translation;
    translation.setLanguage(languageOf(QCoreApplication::arguments()));
    const Result<CommandLine> line = readCommandLine(QCoreApplication::arguments(), allExportFormats());
    if (!line)
        return fail(line.error(), WrongUsage);
    MainWindow window(*line, translation);
    window.show();
    return QCoreApplication::exec();
}

// A client through the wire takes four descriptors; the usual limit of 1,024 is soon reached by a crowd.
void allowManyDescriptors()
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

// What nobody catches ends the program, and may.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char **argv)
{
    allowManyDescriptors();
    // The engine's thread must not run on GLib's event dispatcher: at 1,000 sockets it is several times
    // slower.
    qputenv("QT_NO_THREADED_GLIB", "1");
    if (!wantsWindow(std::span(argv, size_t(argc))))
        return withoutWindow(argc, argv, false);
    return hasDisplay() ? withWindow(argc, argv) : withoutWindow(argc, argv, true);
}
