// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/lessonplayer.h"

#include "app/lesson/lessonreader.h"
#include "app/lesson/theory.h"
#include "app/window/enginethread.h"

#include <QFileInfo>
#include <QLocale>

namespace wiretale {

namespace {

// Editors write a file in several steps, some by putting a new one in its place.
constexpr int SettleMs = 150;

bool isShipped(const QString &path)
{
    return path.isEmpty() || path.startsWith(QStringLiteral(":/"));
}

} // namespace

LessonPlayer::LessonPlayer(EngineThread &engine, LiveSettings &settings, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
{
    connect(&m_engine, &EngineThread::chapterBegan, this, &LessonPlayer::onChapter);
    connect(&m_engine, &EngineThread::questionAsked, this, &LessonPlayer::onQuestion);
    connect(&m_engine, &EngineThread::lessonEnded, this, &LessonPlayer::onEnded);
    connect(&m_engine, &EngineThread::scorecardChanged, this, [this](const Scorecard &scorecard) {
        if (!isRecorded())
            m_scorecard = scorecard;
    });
    connect(&m_engine, &EngineThread::questionPassed, this, [this] {
        if (isRecorded())
            return;
        m_question = -1;
        Q_EMIT changed();
    });
    connect(&m_engine, &EngineThread::paceChanged, this, [this](const ClockPace &pace) {
        if (std::exchange(m_isPaused, pace.paused) != pace.paused)
            Q_EMIT changed();
    });
    m_settled.setSingleShot(true);
    m_settled.setInterval(SettleMs);
    connect(&m_settled, &QTimer::timeout, this, &LessonPlayer::onFileChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
}

void LessonPlayer::play(const LessonEntry &entry)
{
    m_outer.reset();
    m_entry = entry;
    watch(entry.path);
    begin();
}

void LessonPlayer::watch(const QString &path)
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_settled.stop();
    // The folder too: an editor that puts a new file in the old one's place ends the watch on the file.
    if (!isShipped(path))
        m_watcher.addPaths({path, QFileInfo(path).absolutePath()});
}

void LessonPlayer::open(const QString &path)
{
    Result<LessonEntry> found = findLesson(QFileInfo(path).absoluteFilePath());
    if (found)
        play(*found);
    else
        Q_EMIT failed(found.error().message);
}

void LessonPlayer::tryMyth(int myth)
{
    if (!m_entry || myth < 0 || myth >= outerLesson().myths.size())
        return;
    if (!m_outer)
        m_outer = m_entry;
    m_myth = myth;
    const Lesson &outer = m_outer->lesson;
    m_entry = LessonEntry {m_outer->path, outer.experimentOf(myth)};
    begin();
}

void LessonPlayer::again()
{
    if (m_entry)
        begin();
}

void LessonPlayer::leave()
{
    if (m_outer) {
        m_entry = std::exchange(m_outer, std::nullopt);
        begin();
        return;
    }
    if (!m_entry)
        return;
    leaveQuietly();
    Q_EMIT left();
}

void LessonPlayer::leaveQuietly()
{
    if (!m_entry)
        return;
    m_outer.reset();
    m_entry.reset();
    watch({});
    forgetRun();
    Q_EMIT lookedBack(std::nullopt, 0);
    Q_EMIT lessonChanged();
}

void LessonPlayer::forgetRun()
{
    m_recorded.reset();
    m_begun.clear();
    m_answers.clear();
    m_scorecard = {};
    m_moment.reset();
    m_shown = -1;
    m_question = -1;
    m_isOver = false;
}

void LessonPlayer::begin()
{
    forgetRun();
    Q_EMIT lookedBack(std::nullopt, 0);
    Q_EMIT lessonChanged();
    m_engine.startLesson(m_entry->lesson);
}

void LessonPlayer::onChapter(int chapter, qint64 atNs, quint32 record)
{
    // Of a lesson that was left meanwhile.
    if (!m_entry || isRecorded() || chapter != m_begun.size() || chapter >= m_entry->lesson.chapters.size())
        return;
    m_begun.append({atNs, record});
    if (!isBack())
        m_shown = chapter;
    Q_EMIT changed();
}

void LessonPlayer::onQuestion(int question)
{
    if (!m_entry || isRecorded() || question >= m_entry->lesson.questions.size())
        return;
    m_question = question;
    showLast();
    Q_EMIT asked();
    Q_EMIT changed();
}

void LessonPlayer::onEnded()
{
    if (!m_entry || isRecorded() || m_isOver)
        return;
    m_isOver = true;
    if (!isExperiment())
        Q_EMIT finished();
    showLast();
    Q_EMIT changed();
}

void LessonPlayer::onFileChanged()
{
    if (!m_entry || isShipped(m_entry->path))
        return;
    const QString path = m_entry->path;
    if (!QFileInfo::exists(path))
        return;
    const LessonReading reading = readLessonFile(path);
    if (!m_watcher.files().contains(path))
        m_watcher.addPath(path);
    if (!reading.lesson) {
        Q_EMIT failed(faultLine(QFileInfo(path).fileName(), reading.faults.constFirst()));
        return;
    }
    // Something else in its folder changed.
    if (reading.lesson->source == outerLesson().source)
        return;
    m_outer.reset();
    m_entry = LessonEntry {path, *reading.lesson};
    begin();
}

std::optional<GivenAnswer> LessonPlayer::answerTo(int question) const
{
    const auto found = m_answers.find(question);
    return found == m_answers.end() ? std::nullopt : std::optional(found->second);
}

Mark LessonPlayer::markOfQuestion(int question) const
{
    // While a question is there nobody knows what will be measured.
    const bool isKnown = m_isOver && m_question < 0;
    return markOf(lesson().questions.at(question), answerTo(question), isKnown ? &m_scorecard : nullptr);
}

LessonAttempt LessonPlayer::attemptOf(const QString &student) const
{
    const Lesson &played = lesson();
    LessonAttempt attempt {.student = student,
                           .lessonId = played.id,
                           .lessonTitle = played.title.in(QLocale().name()),
                           .saved = QDateTime::currentDateTimeUtc()};
    for (int i = 0; i < int(played.questions.size()); ++i) {
        attempt.predictions << LessonAttempt::Prediction {.question = played.questions.at(i).id,
                                                          .given = answerTo(i).value_or(GivenAnswer {}),
                                                          .mark = markOfQuestion(i)};
    }
    return attempt;
}

int LessonPlayer::score() const
{
    int right = 0;
    for (const auto &[question, given] : m_answers)
        right += markOfQuestion(question) == Mark::Right ? 1 : 0;
    return right;
}

qint64 LessonPlayer::expectedLatencyNs(Technique technique) const
{
    const Lesson &played = lesson();
    const bool runs = played.settings.clients[size_t(technique)];
    return runs ? qint64(theoryOf(technique, played.settings, {}).meanLatencyNs.value_or(-1)) : -1;
}

void LessonPlayer::show(int chapter)
{
    const bool isLast = chapter + 1 == m_begun.size();
    m_shown = chapter;
    m_moment = isLast ? std::nullopt : std::optional(m_begun.at(chapter).atNs);
    Q_EMIT lookedBack(m_moment, isLast ? 0 : m_begun.at(chapter).record);
    Q_EMIT changed();
}

int LessonPlayer::chapterAt(std::optional<qint64> momentNs) const
{
    int chapter = int(m_begun.size()) - 1;
    while (momentNs && chapter > 0 && m_begun.at(chapter).atNs > *momentNs)
        --chapter;
    return chapter;
}

void LessonPlayer::follow(std::optional<qint64> momentNs)
{
    if (m_begun.isEmpty() || m_moment == momentNs)
        return;
    const bool wasBack = isBack();
    m_moment = momentNs;
    const int chapter = chapterAt(momentNs);
    const bool hadQuestion = isRecorded() && std::exchange(m_question, -1) >= 0;
    if (std::exchange(m_shown, chapter) != chapter || wasBack != isBack() || hadQuestion)
        Q_EMIT changed();
}

void LessonPlayer::back()
{
    if (!canGoBack())
        return;
    if (isRecorded())
        showRecordedStep(recordedStep() - 1);
    else
        show(m_shown - 1);
}

void LessonPlayer::next()
{
    if (!m_entry)
        return;
    if (isRecorded())
        showRecordedStep(isBack() ? recordedStep() + 1 : 0);
    else if (isBack())
        show(std::min(m_shown + 1, int(m_begun.size()) - 1));
    else if (m_question >= 0 && m_answers.contains(m_question))
        goOn();
    else if (m_question < 0 && !m_isOver)
        m_engine.runToNextChapter();
}

void LessonPlayer::showLast()
{
    if (isRecorded())
        showRecordedStep(int(m_recorded->steps.size()));
    else if (isBack())
        show(int(m_begun.size()) - 1);
}

void LessonPlayer::answer(const GivenAnswer &given)
{
    if (isRecorded() || m_question < 0 || m_answers.contains(m_question))
        return;
    m_answers[m_question] = given;
    m_engine.giveAnswer(m_question, given);
    Q_EMIT changed();
}

void LessonPlayer::goOn()
{
    if (isRecorded()) {
        next();
        return;
    }
    if (m_question < 0)
        return;
    const int question = std::exchange(m_question, -1);
    m_engine.questionAnswered(question);
    Q_EMIT changed();
}

void LessonPlayer::runToEnd()
{
    if (isRecorded()) {
        showLast();
        return;
    }
    m_engine.runToEnd();
    Q_EMIT changed();
}

} // namespace wiretale
