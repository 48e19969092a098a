// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/lesson.h"
#include "app/lesson/lessonmark.h"

#include <QObject>

#include <memory>

namespace wiretale {

class Engine;
class TrafficLog;

/// Keeps in the log what an engine does besides its messages: the settings, and the lesson with its chapters,
/// questions and answers. Follows the engine's signals, in its thread.
///
/// Whoever reads the capture elsewhere finds chapters, questions and changed settings as comments, in the
/// language that the program had.
class LessonRecorder : public QObject
{
    Q_OBJECT

public:
    /// The engine must outlive it.
    explicit LessonRecorder(Engine &engine);

    /// A run begins. A lesson without a source is none.
    void begin(std::shared_ptr<TrafficLog> log, const Lesson &lesson, const Settings &settings);
    /// It is over: nothing is kept any more.
    void end() { m_log.reset(); }

private:
    void keep(LessonMark mark, const QString &words = {});
    void keepAnswer(int question, const GivenAnswer &given);

    std::shared_ptr<TrafficLog> m_log;
    Lesson m_lesson;
    qint64 m_lastNs = 0; ///< of a mark; none goes back in time
    int m_open = -1; ///< the question that waits for an answer
};

} // namespace wiretale
