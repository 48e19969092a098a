// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include "app/cli/commandvalues.h"
#include "app/journal/logreader.h"
#include "common/nearestword.h"
#include "common/quantities.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace wiretale {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("wiretale::CommandLine", sentence);
}

QCommandLineOption option(const char *name, const char *value, const char *description)
{
    return {QString::fromLatin1(name), text(description), QString::fromLatin1(value)};
}

void declareOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("command"),
        text(QT_TRANSLATE_NOOP(
            "wiretale::CommandLine",
            "run LESSON: play a lesson (its name or its file) without a window and print the scorecard. "
            "serve: server and wire only, for browsers and other clients. list: the lessons. check "
            "FILE...: names the faults of lessons. grade FILE...: a table of the scores of attempts. convert "
            "FROM TO...: traffic in other formats. A file of traffic, a lesson's file, or nothing: the "
            "window.")),
        QStringLiteral(
            "[run LESSON | serve | list | check FILE... | grade FILE... | convert FROM TO... | FILE]"));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")},
         text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "Show this help."))},
        {{QStringLiteral("v"), QStringLiteral("version")},
         text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "Show the version."))},
        option("for", "time",
               QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                 "How long to play, such as 30s, in the clock's time.")),
        option("rate", "factor",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "The clock's rate, 0.02 to 20; 1 is real time.")),
        option("link", "name",
               QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                 "The link: loopback, lan, mobile, satellite or slow-motion.")),
        option("latency", "time", QT_TRANSLATE_NOOP("wiretale::CommandLine", "The link's latency, one way.")),
        option("bandwidth", "bits",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "The link's bandwidth, such as 2Mbit.")),
        option("jitter", "time",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "Random time added to the latency, up to this.")),
        option("port", "number",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "The wire's port; 0 takes any that is free.")),
        option("publish-every", "time",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "How often the server publishes an event.")),
        option("seed", "number",
               QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                 "Begins all that is random; the same seed, the same run.")),
        option(
            "clients", "kinds",
            QT_TRANSLATE_NOOP("wiretale::CommandLine",
                              "Which clients run: http, ajax-polling, long-polling, event-stream, websocket, "
                              "separated by commas.")),
        option("answers", "which",
               QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                 "With run: \"right\" answers the lesson's questions rightly, \"none\" "
                                 "leaves them out.")),
        option("language", "code", QT_TRANSLATE_NOOP("wiretale::CommandLine", "The language: en or ru.")),
        option("record-limit", "size",
               QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                 "How long the capture may become, such as 500MiB; 1GiB unless set.")),
        option("record", "file.pcapng",
               QT_TRANSLATE_NOOP("wiretale::CommandLine", "Write the capture to this file as it goes.")),
    });
    declareExportArguments(parser);
}

// Applies options one by one and remembers the first that was wrong.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    template <typename Read, typename Use>
    void apply(const char *name, Read read, Use use)
    {
        const QString option = QString::fromLatin1(name);
        if (m_error || !m_parser.isSet(option))
            return;
        auto result = read(m_parser.value(option));
        if (result)
            use(result.value());
        else
            m_error = result.error();
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

std::optional<Error> applySettings(const QCommandLineParser &parser, Settings &settings)
{
    OptionReader reader(parser);
    reader.apply("rate", rateFromText, [&](double rate) { settings.rate = rate; });
    reader.apply("link", linkFromText, [&](const LinkProfile &link) { settings.link = link; });
    reader.apply("latency", durationFromText,
                 [&](std::chrono::nanoseconds time) { settings.link.latency = time; });
    reader.apply("jitter", durationFromText,
                 [&](std::chrono::nanoseconds time) { settings.link.jitter = time; });
    reader.apply("bandwidth", bandwidthFromText, [&](qint64 bits) { settings.link.bitsPerSecond = bits; });
    reader.apply("clients", clientsFromText, [&](const auto &clients) { settings.clients = clients; });
    const auto atLeastAMillisecond = [](const QString &value) -> Result<std::chrono::nanoseconds> {
        auto time = durationFromText(value);
        if (time && *time < std::chrono::milliseconds {1}) {
            return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                                 "--publish-every takes at least a millisecond, not \"%1\"."))
                              .arg(value)};
        }
        return time;
    };
    reader.apply("publish-every", atLeastAMillisecond, [&](std::chrono::nanoseconds time) {
        settings.publish = {.kind = PublishPlan::Kind::EveryInterval,
                            .interval = std::chrono::round<std::chrono::milliseconds>(time)};
    });
    return reader.error();
}

std::optional<Error> applyEngineOptions(const QCommandLineParser &parser, CommandLine &line)
{
    OptionReader reader(parser);
    const auto number = [](const char *name, quint32 largest) {
        return [name, largest](const QString &value) {
            return numberFromText(QString::fromLatin1(name), value, largest);
        };
    };
    reader.apply("port", number("port", 65535), [&](quint32 port) {
        line.engine.port = quint16(port);
        line.engine.exactPort = true;
    });
    reader.apply("seed", number("seed", 0xffffffff), [&](quint32 seed) {
        line.engine.seed = seed;
        if (line.lesson)
            line.lesson->lesson.seed = seed;
    });
    reader.apply("answers", answersFromText, [&](bool right) { line.answersRight = right; });
    reader.apply("for", durationFromText, [&](std::chrono::nanoseconds time) { line.runFor = time; });
    reader.apply("record-limit", sizeFromText, [&](qint64 bytes) { line.engine.captureLimit = bytes; });
    line.engine.capturePath = parser.value(QStringLiteral("record"));
    line.language = parser.value(QStringLiteral("language"));
    if (reader.error())
        return reader.error();
    if (!line.language.isEmpty() && line.language != u"en" && line.language != u"ru") {
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "There is no language \"%1\"; there are en, ru."))
                .arg(line.language)};
    }
    return std::nullopt;
}

std::optional<Error> applyFiles(const QStringList &words, CommandLine::Mode mode, const char *needs,
                                CommandLine &line)
{
    line.mode = mode;
    line.files = words.mid(1);
    return line.files.isEmpty() ? std::optional(Error {text(needs)}) : std::nullopt;
}

std::optional<Error> applyConvert(const QStringList &words, CommandLine &line)
{
    line.mode = CommandLine::Mode::Convert;
    line.files = words.mid(1, 1);
    line.exports.paths = words.mid(2);
    if (line.exports.paths.isEmpty())
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "\"convert\" needs the file to read and the file to write."))};
    return std::nullopt;
}

std::optional<Error> applyLesson(const QString &word, CommandLine &line, Settings &settings)
{
    Result<LessonEntry> found = findLesson(word);
    if (!found)
        return found.error();
    line.lesson = std::move(*found);
    settings = line.lesson->lesson.settings;
    return std::nullopt;
}

std::optional<Error> applyServe(CommandLine &line, Settings &settings)
{
    line.mode = CommandLine::Mode::Serve;
    settings.clients.fill(false);
    settings.link = {};
    settings.publish.kind = PublishPlan::Kind::ByHand;
    return std::nullopt;
}

bool namesLessonFile(const QString &word)
{
    return word.endsWith(QStringLiteral(".yaml")) || word.endsWith(QStringLiteral(".yml"));
}

bool namesTraffic(const QString &word)
{
    const QStringList suffixes = readableSuffixes();
    const auto ends = [&word](const QString &suffix) { return word.endsWith(suffix, Qt::CaseInsensitive); };
    return std::ranges::any_of(suffixes, ends) || QFileInfo(word).isFile();
}

std::optional<Error> applyTraffic(const QString &word, CommandLine &line, Settings &settings)
{
    if (!QFileInfo(word).isFile()) {
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "There is no file \"%1\" to open; is its path right?"))
                          .arg(word)};
    }
    line.files = QStringList {word};
    settings = firstSettings();
    return std::nullopt;
}

// Which command the words name, and with which settings it begins.
std::optional<Error> applyCommand(const QStringList &words, CommandLine &line, Settings &settings)
{
    const QString command = words.value(0);
    if (command == u"check")
        return applyFiles(
            words, CommandLine::Mode::Check,
            QT_TRANSLATE_NOOP("wiretale::CommandLine", "\"check\" needs the lessons' files, one or more."),
            line);
    if (command == u"grade")
        return applyFiles(
            words, CommandLine::Mode::Grade,
            QT_TRANSLATE_NOOP("wiretale::CommandLine", "\"grade\" needs the files of attempts, one or more."),
            line);
    if (command == u"convert")
        return applyConvert(words, line);
    const qsizetype expected = command.isEmpty() ? 0 : command == u"run" ? 2 : 1;
    if (words.size() > expected)
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine", "\"%1\" is one word too many."))
                          .arg(words.at(expected))};
    if (command.isEmpty()) {
        settings = firstSettings();
        return std::nullopt;
    }
    if (command == u"serve")
        return applyServe(line, settings);
    if (command == u"list") {
        line.mode = CommandLine::Mode::List;
        return std::nullopt;
    }
    if (command == u"run") {
        line.mode = CommandLine::Mode::Run;
        if (words.size() < 2)
            return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                                 "\"run\" needs a lesson; \"wiretale list\" names them."))};
        return applyLesson(words.at(1), line, settings);
    }
    if (namesLessonFile(command))
        return applyLesson(command, line, settings);
    if (namesTraffic(command))
        return applyTraffic(command, line, settings);
    const QString meant
        = nearestWord(command,
                      {QStringLiteral("run"), QStringLiteral("serve"), QStringLiteral("list"),
                       QStringLiteral("check"), QStringLiteral("grade"), QStringLiteral("convert")});
    if (!meant.isEmpty())
        return Error {text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                             "There is no command \"%1\"; did you mean \"%2\"?"))
                          .arg(command, meant)};
    return Error {
        text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                               "There is no command \"%1\"; there are run, serve, list, check, grade "
                               "and convert."))
            .arg(command)};
}

} // namespace

QString languageOf(const QStringList &arguments)
{
    const QString option = QStringLiteral("--language");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == option)
            return arguments.value(i + 1);
        if (arguments.at(i).startsWith(option + u'='))
            return arguments.at(i).sliced(option.size() + 1);
    }
    return {};
}

Result<CommandLine> readCommandLine(const QStringList &arguments, std::span<const ExportFormat> formats)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(text(QT_TRANSLATE_NOOP(
        "wiretale::CommandLine", "Shows what really passes between a client and a server.")));
    declareOptions(parser);

    CommandLine line;
    if (!parser.parse(arguments))
        return Error {parser.errorText()};
    if (parser.isSet(QStringLiteral("help"))) {
        line.mode = CommandLine::Mode::Help;
        line.helpText = parser.helpText();
        return line;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        line.mode = CommandLine::Mode::Version;
        return line;
    }
    Settings settings;
    if (const std::optional<Error> error = applyCommand(parser.positionalArguments(), line, settings))
        return *error;
    const Settings before = settings;
    if (const std::optional<Error> error = applySettings(parser, settings))
        return *error;
    if (const std::optional<Error> error = applyEngineOptions(parser, line))
        return *error;
    Result<ExportArguments> exports = readExportArguments(parser, formats, line.exports.paths);
    if (!exports)
        return exports.error();
    line.exports = std::move(*exports);
    if (line.mode == CommandLine::Mode::Window && (line.runFor || !line.exports.paths.isEmpty())) {
        return Error {
            text(QT_TRANSLATE_NOOP("wiretale::CommandLine",
                                   "--for and --export go with \"run\" or \"serve\"; in the window, save "
                                   "from the File menu."))};
    }
    // A window without options goes on with what its user had last.
    if (line.mode != CommandLine::Mode::Window || settings != before || line.lesson) {
        settings.link.seed = line.lesson ? line.lesson->lesson.seed : line.engine.seed;
        line.settings = settings;
    }
    return line;
}

} // namespace wiretale
