// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"

#include <QThread>

namespace wiretale {

/// An Engine in a thread of its own, seen from the window's thread: what is asked of it is queued, what it
/// says comes back queued. The engine is made and destroyed in its own thread; the destructor waits for that.
class EngineThread : public QObject
{
    Q_OBJECT

public:
    explicit EngineThread(const Engine::Options &options, QObject *parent = nullptr);
    ~EngineThread() override;

    void start(const Settings &settings);
    void startLesson(const Lesson &lesson);
    void apply(const Settings &settings);
    void stop();
    void publish(const QByteArray &type, const QByteArray &data);
    void publishFrom(const QString &client, const QByteArray &type, const QByteArray &data);
    void pause();
    void resume();
    void step();
    void runUntil(const Moment &moment);
    void runToNextChapter();
    void runToEnd();
    void questionAnswered(int question);

Q_SIGNALS:
    // As in Engine.
    void started(quint16 port, const QString &note);
    void failed(const QString &sentence);
    void warned(const QString &sentence);
    void logReplaced(std::shared_ptr<const wiretale::TrafficLog> log);
    void paceChanged(const wiretale::ClockPace &pace);
    void settingsChanged(const wiretale::Settings &settings);
    void settingsMarked(qint64 atNs, const wiretale::Settings &before, const wiretale::Settings &after);
    void chapterBegan(int chapter, qint64 atNs, quint32 record);
    void questionAsked(int question, qint64 atNs);
    void questionPassed(int question);
    void lessonEnded(qint64 atNs, const QList<int> &chaptersMissed, const QList<int> &questionsMissed);
    void momentCame(qint64 atNs, quint32 record);
    void clientsChanged(const QList<wiretale::ClientState> &clients);
    void scorecardChanged(const wiretale::Scorecard &scorecard);
    void recordingFailed(const QString &sentence);

private:
    template <typename Call>
    void ask(Call call);

    QThread m_thread;
    Engine *m_engine = nullptr; // lives in m_thread
};

} // namespace wiretale
