// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commandline.h"

#include <QObject>

#include <memory>

namespace wiretale {

class PacedTimer;
class StopSignals;

/// Plays a lesson, or serves, without a window: prints where the wire listens, waits for the time to run out
/// or for an interrupt, lets the clients catch up, exports, prints the scorecard. finished() carries the
/// program's exit status.
class HeadlessRun : public QObject
{
    Q_OBJECT

public:
    explicit HeadlessRun(CommandLine line, QObject *parent = nullptr);
    ~HeadlessRun() override;

    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    void onStarted(quint16 port, const QString &note);
    void onFailed(const QString &sentence);
    void onQuestion(int question);
    void onLessonEnded(const QList<int> &chaptersMissed, const QList<int> &questionsMissed);
    void beginToEnd();
    void onWoundDown(bool complete);

    CommandLine m_line;
    Engine m_engine;
    std::unique_ptr<PacedTimer> m_end;
    std::unique_ptr<StopSignals> m_signals;
    QList<qint64> m_chaptersBeganNs; ///< clock time
    int m_answered = 0; ///< questions
    bool m_ending = false;
    bool m_endedByLesson = false;
    bool m_failed = false;
};

} // namespace wiretale
