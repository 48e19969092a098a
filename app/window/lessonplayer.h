// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/attempt.h"
#include "app/lesson/lessonlibrary.h"
#include "app/lesson/recordedlesson.h"
#include "app/window/livesettings.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <map>

namespace wiretale {

class EngineThread;

/// The lesson that is on, as the window knows it: what has begun, what is asked, what was answered. Tells the
/// engine what people want of it; views read it and listen to changed().
class LessonPlayer : public QObject
{
    Q_OBJECT

public:
    /// A chapter that has begun.
    struct Begun
    {
        qint64 atNs = 0;
        RecordNumber record = 0; ///< the message that it speaks of; 0: none
    };

    LessonPlayer(EngineThread &engine, LiveSettings &settings, QObject *parent = nullptr);

    /// Begins a lesson, from its file or as an experiment; `path` is watched, and a lesson that changes there
    /// begins anew.
    void play(const LessonEntry &entry);
    /// Opens the file and plays it, or says what is wrong with it by failed().
    void open(const QString &path);
    /// Plays a myth card's experiment; leaving it leads back to the lesson.
    void tryMyth(int myth);
    /// Begins the lesson that is on anew; one that was recorded is played, live.
    void again();
    void leave();
    /// Shows how a lesson went that was recorded: it is over, and back() and next() walk through its chapters
    /// and questions as they came, without asking anything of the engine. `scorecard` is its log's, at the
    /// end. A recording without a lesson is none.
    void showRecorded(const RecordedLesson &recorded, const Scorecard &scorecard);
    /// No lesson is on any more, and nobody wants back what ran before it: left() is not emitted.
    void leaveQuietly();

    [[nodiscard]] bool isOn() const noexcept { return m_entry.has_value(); }
    [[nodiscard]] bool isRecorded() const noexcept { return m_recorded.has_value(); }
    [[nodiscard]] bool isExperiment() const noexcept { return m_outer.has_value(); }
    /// Only while one is on.
    [[nodiscard]] const Lesson &lesson() const { return m_entry->lesson; }
    /// The lesson that is on, also during an experiment of its own.
    [[nodiscard]] const Lesson &outerLesson() const { return m_outer ? m_outer->lesson : m_entry->lesson; }
    /// Which of its myth cards is tried; only during an experiment.
    [[nodiscard]] const LessonMyth &myth() const { return m_outer->lesson.myths.at(m_myth); }
    [[nodiscard]] const QString &path() const { return m_entry->path; }
    [[nodiscard]] const QList<Begun> &begun() const noexcept { return m_begun; }
    /// The chapter whose text is shown; -1 before the first began. The last one begun, unless somebody went
    /// back.
    [[nodiscard]] int shownChapter() const noexcept { return m_shown; }
    [[nodiscard]] bool isBack() const noexcept { return m_moment.has_value(); }
    /// Whether the clock stands still.
    [[nodiscard]] bool isPaused() const noexcept { return m_isPaused; }
    [[nodiscard]] int openQuestion() const noexcept { return m_question; }
    [[nodiscard]] bool isOver() const noexcept { return m_isOver; }
    /// Whether it is over since it came to its end, rather than because its recording stopped before.
    [[nodiscard]] bool cameToItsEnd() const noexcept
    {
        return m_isOver && (!m_recorded || m_recorded->endNs.has_value());
    }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] std::optional<GivenAnswer> answerTo(int question) const;
    [[nodiscard]] Mark markOfQuestion(int question) const;
    /// Questions answered rightly so far.
    [[nodiscard]] int score() const;
    /// What has been answered so far, to be handed in.
    [[nodiscard]] LessonAttempt attemptOf(const QString &student) const;
    [[nodiscard]] const Scorecard &scorecard() const noexcept { return m_scorecard; }

    /// What theory says of this run; -1 when it says nothing.
    [[nodiscard]] qint64 expectedLatencyNs(Technique technique) const;

    /// The chapter before the one shown; the diagram follows.
    void back();
    /// The one after it; beyond the last begun, the clock runs until the next begins. A question that waits
    /// is not passed over. In what was recorded, the last chapter is followed by the end, and that by the
    /// first.
    void next();
    void showLast();
    /// The window looks at that moment; nothing: at what happens now. The chapter of that moment is shown.
    void follow(std::optional<qint64> momentNs);
    /// Keeps what was answered; the question stays open, with its explanation, until goOn().
    void answer(const GivenAnswer &given);
    void goOn();
    void runToEnd();

Q_SIGNALS:
    /// Another lesson, or none.
    void lessonChanged();
    /// Somebody left the lesson for what ran before it.
    void left();
    /// Anything else of the above.
    void changed();
    /// Somebody looks at a chapter that began then; nothing: back to what is live.
    void lookedBack(std::optional<qint64> atNs, quint32 record);
    /// A question came up; openQuestion() says which.
    void asked();
    void failed(const QString &sentence);
    void finished();

private:
    void begin();
    void onChapter(int chapter, qint64 atNs, quint32 record);
    void onQuestion(int question);
    void onEnded();
    void onFileChanged();
    void show(int chapter);
    void forgetRun();
    void watch(const QString &path);
    [[nodiscard]] int recordedStep() const;
    void showRecordedStep(int step);
    [[nodiscard]] int chapterAt(std::optional<qint64> momentNs) const;

    EngineThread &m_engine;
    LiveSettings &m_settings;
    std::optional<LessonEntry> m_entry;
    std::optional<LessonEntry> m_outer; ///< the lesson whose experiment is on
    QFileSystemWatcher m_watcher;
    QTimer m_settled; ///< a file is read when its editor has done with it
    std::optional<RecordedLesson> m_recorded; ///< that is shown
    QList<Begun> m_begun;
    std::map<int, GivenAnswer> m_answers;
    Scorecard m_scorecard;
    std::optional<qint64> m_moment; ///< what is looked at, unless it is what happens now
    int m_shown = -1;
    int m_question = -1;
    int m_myth = -1;
    bool m_isOver = false;
    bool m_isPaused = false;
};

} // namespace wiretale
