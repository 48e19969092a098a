// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lesson.h"
#include "app/lesson/momentwatcher.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace wiretale {

/// Plays a lesson: begins its chapters, asks its questions, does what its script says, and knows when it is
/// over. Its moments are the watcher's; what it does to the world goes out by signals.
///
/// While a question waits, no chapter begins and the lesson does not end, even if their moments come (what
/// has reached the server is answered at once): what they tell would give the answer away. They follow it.
class Director : public QObject
{
    Q_OBJECT

public:
    struct Manner
    {
        bool asks = true; ///< pauses the clock at a question until it is answered
        bool pauses = true; ///< pauses where the lesson says so
    };

    /// Both must outlive it.
    Director(Clock &clock, MomentWatcher &watcher, Lesson lesson, Manner manner, QObject *parent = nullptr);

    void begin();
    /// The question that waits is done with; the clock goes on unless another waits.
    void questionAnswered(int question);
    /// Pauses when the next chapter begins.
    void pauseAtNextChapter() noexcept { m_pausesAtChapter = true; }
    /// Chapters that ask for a pause get none from now on.
    void runToEnd() noexcept { m_manner.pauses = false; }
    [[nodiscard]] const Lesson &lesson() const noexcept { return m_lesson; }
    [[nodiscard]] bool isOver() const noexcept { return m_isOver; }
    /// The question that waits for an answer; -1: none.
    [[nodiscard]] int openQuestion() const noexcept { return m_open.empty() ? -1 : m_open.front(); }
    /// Chapters that have not begun and questions that were not asked, by index: what is missing at the end.
    [[nodiscard]] QList<int> chaptersMissed() const;
    [[nodiscard]] QList<int> questionsMissed() const;

Q_SIGNALS:
    /// `record`: the message that the chapter speaks of; 0: none.
    void chapterBegan(int chapter, qint64 atNs, quint32 record);
    void questionAsked(int question, qint64 atNs);
    /// To be done after what happens just now.
    void actionDue(const wiretale::LessonAction &action);
    void ended(qint64 atNs);

private:
    struct ChapterState
    {
        MomentWatcher::Sighting seen {};
        RecordNumber shown = 0;
        bool isSeen = false;
    };

    void awaitChapter(int index);
    void beginChapters();
    void ask(int question, qint64 atNs);
    void goOn();
    void due(const LessonAction &action);
    void progress();
    void end();

    Clock &m_clock;
    MomentWatcher &m_watcher;
    Lesson m_lesson;
    Manner m_manner;
    std::vector<ChapterState> m_chapters;
    std::vector<bool> m_asked;
    std::deque<int> m_open;
    int m_begun = 0; ///< chapters
    qint64 m_lastBeginNs = 0;
    int m_toCome = 0; ///< chapters, questions and actions
    bool m_pausesAtChapter = false;
    bool m_endWaits = false; ///< for an answer
    bool m_isOver = false;
};

} // namespace wiretale
