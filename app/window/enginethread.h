// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lesson/engine.h"

#include <QThread>

namespace wiretale {

/// An Engine in a thread of its own, seen from the window's thread: what is asked of it is queued, what it
/// says comes back queued. The engine is made and destroyed in its own thread; the destructor waits for that.
///
/// A log that was not recorded here can take the place of what runs: whoever watches is told of it as of any
/// other.
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
    void giveAnswer(int question, const GivenAnswer &given);
    void questionAnswered(int question);

    /// How far a log that does not run goes, and what it adds up to.
    struct Extent
    {
        qint64 lastNs = 0;
        Scorecard scorecard {};
    };
    /// Ends what runs and shows this log, as one whose clock stands at its end. Until the next start.
    void present(const std::shared_ptr<const TrafficLog> &log, const Extent &extent);
    /// The log that is presented has grown.
    void presentMore(const Extent &extent);
    /// Null while a world runs, or before anything does.
    [[nodiscard]] const std::shared_ptr<const TrafficLog> &presented() const noexcept { return m_presented; }

Q_SIGNALS:
    // As in Engine.
    void started(quint16 port, const QString &note);
    void stopped();
    /// Whoever watches has been told of the log that is presented.
    void presentedTold();
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
    void onStopped();
    void tellExtent();

    QThread m_thread;
    Engine *m_engine = nullptr; // lives in m_thread
    std::shared_ptr<const TrafficLog> m_presented;
    Extent m_extent; ///< of m_presented
    int m_stopsAsked = 0; ///< and not heard yet; until then, what ran may still be heard of
    bool m_isShown = false; ///< m_presented was told
};

} // namespace wiretale
