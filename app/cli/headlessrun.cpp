// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/headlessrun.h"

#include "app/cli/lessonabout.h"
#include "app/cli/output.h"
#include "app/cli/scorecardtext.h"
#include "app/cli/stopsignals.h"
#include "app/exporters/exporter.h"
#include "common/pacedtimer.h"

#include <QLocale>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

// A lesson that waits for what never comes is given up after so many times its own length.
constexpr int LongestDelay = 3;

Engine::Options optionsOf(const CommandLine &line)
{
    Engine::Options options = line.engine;
    options.asksQuestions = line.answersRight;
    options.keepsLessonPauses = false;
    return options;
}

} // namespace

HeadlessRun::HeadlessRun(CommandLine line, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_engine(optionsOf(m_line))
    , m_signals(std::make_unique<StopSignals>())
{
    connect(&m_engine, &Engine::started, this, &HeadlessRun::onStarted);
    connect(&m_engine, &Engine::failed, this, &HeadlessRun::onFailed);
    connect(&m_engine, &Engine::warned, this, &printError);
    connect(&m_engine, &Engine::recordingFailed, this, &HeadlessRun::onFailed);
    connect(&m_engine, &Engine::chapterBegan, this, [this](int, qint64 atNs) { m_chaptersBeganNs << atNs; });
    connect(&m_engine, &Engine::questionAsked, this, &HeadlessRun::onQuestion);
    connect(&m_engine, &Engine::lessonEnded, this,
            [this](qint64, const QList<int> &chaptersMissed, const QList<int> &questionsMissed) {
                onLessonEnded(chaptersMissed, questionsMissed);
            });
    connect(&m_engine, &Engine::woundDown, this, &HeadlessRun::onWoundDown);
    connect(m_signals.get(), &StopSignals::received, this, &HeadlessRun::beginToEnd);
}

HeadlessRun::~HeadlessRun() = default;

void HeadlessRun::start()
{
    const Settings settings = m_line.settings.value_or(Settings {});
    if (m_line.lesson)
        m_engine.startLessonWith(m_line.lesson->lesson, settings);
    else
        m_engine.start(settings);
}

void HeadlessRun::onStarted(quint16 port, const QString &note)
{
    if (!note.isEmpty())
        printLine(note);
    printLine(tr("Open http://127.0.0.1:%1/ in a browser to join in.").arg(port));
    const bool serving = m_line.mode == CommandLine::Mode::Serve;
    if (!m_line.runFor && serving)
        return;
    if (m_line.runFor) {
        m_end = std::make_unique<PacedTimer>(m_engine.clock(), [this] { beginToEnd(); });
        m_end->start(*m_line.runFor);
        return;
    }
    const std::chrono::minutes longest {LongestDelay * m_line.lesson->lesson.minutes};
    m_end = std::make_unique<PacedTimer>(m_engine.clock(), [this, longest] {
        onFailed(tr("The lesson had not come to its end after %n minute(s) of the clock's time.", nullptr,
                    int(longest.count())));
        beginToEnd();
    });
    m_end->start(longest);
}

void HeadlessRun::onQuestion(int question)
{
    ++m_answered;
    const LessonQuestion &asked = m_line.lesson->lesson.questions.at(question);
    const GivenAnswer right = rightAnswer(asked);
    // What only the end can tell has no answer yet.
    const bool isKnown = asked.kind != LessonQuestion::Kind::Guess || right.guess;
    // Not from within what the engine is just telling.
    QMetaObject::invokeMethod(
        this,
        [this, question, right, isKnown] {
            if (isKnown)
                m_engine.giveAnswer(question, right);
            m_engine.questionAnswered(question);
        },
        Qt::QueuedConnection);
}

void HeadlessRun::onLessonEnded(const QList<int> &chaptersMissed, const QList<int> &questionsMissed)
{
    if (m_line.runFor || m_ending)
        return;
    const Lesson &lesson = m_line.lesson->lesson;
    for (const int chapter : chaptersMissed)
        onFailed(tr("The lesson ended before its chapter %1 (\"%2\") could begin.")
                     .arg(chapter + 1)
                     .arg(lesson.chapters.at(chapter).title.in(QLocale().name())));
    for (const int question : questionsMissed)
        onFailed(tr("The lesson ended before its question \"%1\" could be asked.")
                     .arg(lesson.questions.at(question).id));
    m_endedByLesson = true;
    beginToEnd();
}

void HeadlessRun::onFailed(const QString &sentence)
{
    m_failed = true;
    printError(sentence);
    // Without a log there is nothing to bring to an end.
    if (!m_engine.log())
        Q_EMIT finished(1);
}

void HeadlessRun::beginToEnd()
{
    if (std::exchange(m_ending, true))
        return;
    m_engine.resume();
    m_engine.windDown();
}

void HeadlessRun::onWoundDown(bool complete)
{
    const std::shared_ptr<const TrafficLog> log = m_engine.log();
    const Scorecard scorecard = m_engine.scorecard();
    m_end.reset();
    m_engine.stop();
    // What a lesson breaks on purpose need not be whole at its end.
    if (!complete && !m_endedByLesson) {
        m_failed = true;
        printError(tr("Some clients had not received every event when the time was up."));
    }
    const ExportArguments &exports = m_line.exports;
    ExportChoice choice {.records = recordsChosenBy(exports.filter, *log), .options = exports.options};
    if (m_line.lesson)
        choice.about = aboutLesson(m_line.lesson->lesson, m_chaptersBeganNs, scorecard);
    for (const QString &path : exports.paths) {
        if (const Result<void> written = exportLog(*log, path, choice, exports.formats); written) {
            printLine(tr("Written: %1").arg(path));
        } else {
            m_failed = true;
            printError(written.error().message);
        }
    }
    if (!m_line.engine.capturePath.isEmpty())
        printLine(tr("Recorded: %1").arg(m_line.engine.capturePath));
    if (m_answered > 0)
        printLine(tr("Questions answered: %1").arg(m_answered));
    printLine(QString());
    printText(scorecardText(scorecard));
    Q_EMIT finished(m_failed ? 1 : 0);
}

} // namespace wiretale
