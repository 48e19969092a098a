// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/statistics.h"
#include "app/journal/trafficlog.h"
#include "app/lesson/lesson.h"
#include "app/lesson/lessonscore.h"
#include "client/client.h"
#include "common/clock.h"
#include "common/result.h"

#include <QObject>

#include <memory>
#include <optional>

namespace wiretale {

/// A client of ours as the window lists it.
struct ClientState
{
    /// Something that comes again and again; clock time.
    struct Beat
    {
        std::chrono::nanoseconds next {0};
        std::chrono::nanoseconds interval {0};

        friend bool operator==(const Beat &, const Beat &) = default;
    };

    QString name;
    Technique technique = Technique::Http;
    QString state; ///< translated, a word or two: "asking", "waiting", "stopped"
    qint64 received = 0;
    QString problem; ///< translated; empty when all is well
    std::optional<Upcoming> upcoming {}; ///< what it will do of its own accord
    std::optional<Beat> heartbeat {}; ///< what the server keeps its stream or socket alive with

    friend bool operator==(const ClientState &, const ClientState &) = default;
};

/// Owns the world: clock, server, wire, clients, log. Lives in one thread, usually a worker's; every slot may
/// be invoked through a queued connection, every signal carries values.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        quint16 port = 7780;
        bool exactPort = false; ///< a port in use is an error, rather than a reason to take the next
        quint32 seed = 1;
        QString capturePath {}; ///< empty: a temporary file
        qint64 captureLimit = qint64(1024) * 1024 * 1024; ///< bytes that it may take
        bool startPaused = false;
        bool asksQuestions = true; ///< a lesson's questions pause the clock until they are answered
        bool keepsLessonPauses = true; ///< the clock pauses where a lesson says so, and at its end
    };

    explicit Engine(Options options, QObject *parent = nullptr);
    Engine(Options options, Clock::Drive drive, QObject *parent = nullptr);
    ~Engine() override;

    [[nodiscard]] Clock &clock() noexcept;
    /// Null before the first start().
    [[nodiscard]] std::shared_ptr<const TrafficLog> log() const;
    [[nodiscard]] quint16 port() const noexcept;
    [[nodiscard]] Settings settings() const;
    [[nodiscard]] Scorecard scorecard() const;

public Q_SLOTS:
    /// Begins anew with these settings: a new log, server, wire and clients. Emits started() or failed().
    void start(const wiretale::Settings &settings);
    /// The same, and plays a lesson, with its seed. Its settings hold unless `settings` are given.
    void startLesson(const wiretale::Lesson &lesson);
    void startLessonWith(const wiretale::Lesson &lesson, const wiretale::Settings &settings);
    /// Changes what runs; only what differs is touched.
    void apply(const wiretale::Settings &settings);
    /// Ends clients, wire and server; the log stays. Emits stopped(), and nothing of what ran after it.
    void stop();
    /// Publishes nothing more, waits until every client has what was published (15 s of clock time at the
    /// most), then stops the clients and lets their closings travel. Emits woundDown().
    void windDown();
    void publish(const QByteArray &type, const QByteArray &data);
    /// A client of ours sends an event to the server by its own way (POST, or a WebSocket frame).
    void publishFrom(const QString &client, const QByteArray &type, const QByteArray &data);
    void setRate(double rate);
    void pause();
    void resume();
    void step();
    /// Goes on until the moment comes, then pauses; an ordinal counts from now. A new one takes the place of
    /// one that has not come.
    void runUntil(const wiretale::Moment &moment);
    /// Goes on until the lesson's next chapter begins, then pauses. Not while a question waits.
    void runToNextChapter();
    /// Goes on without the lesson's pauses; its questions are still asked.
    void runToEnd();
    /// What was answered to the question that waits; it goes on waiting. The first answer counts.
    void giveAnswer(int question, const wiretale::GivenAnswer &given) { Q_EMIT answerGiven(question, given); }
    /// The lesson's question was answered, or is to be left out: the clock goes on.
    void questionAnswered(int question);

Q_SIGNALS:
    /// `note` is empty, or a translated sentence such as which port was taken instead of the one in use.
    void started(quint16 port, const QString &note);
    void stopped();
    /// It could not start: nothing runs.
    void failed(const QString &sentence);
    /// Something smaller went wrong, such as a client that could not be let in; all else goes on.
    void warned(const QString &sentence);
    void logReplaced(std::shared_ptr<const wiretale::TrafficLog> log);
    void paceChanged(const wiretale::ClockPace &pace);
    void settingsChanged(const wiretale::Settings &settings);
    void clientsChanged(const QList<wiretale::ClientState> &clients);
    /// At most four times a second, while something changes.
    void scorecardChanged(const wiretale::Scorecard &scorecard);
    /// Bytes are recorded no more; all else goes on.
    void recordingFailed(const QString &sentence);
    /// What was changed while it ran, by a person or by the lesson; `atNs` is clock time.
    void settingsMarked(qint64 atNs, const wiretale::Settings &before, const wiretale::Settings &after);
    /// `record`: the message that the lesson's chapter speaks of; 0: none.
    void chapterBegan(int chapter, qint64 atNs, quint32 record);
    /// The clock is paused until questionAnswered().
    void questionAsked(int question, qint64 atNs);
    void answerGiven(int question, const wiretale::GivenAnswer &given);
    /// It was answered, or left out by going on.
    void questionPassed(int question);
    /// The lesson came to its end. Chapters and questions that never came are named by their index. The clock
    /// is paused.
    void lessonEnded(qint64 atNs, const QList<int> &chaptersMissed, const QList<int> &questionsMissed);
    /// The moment of runUntil() came; the clock is paused.
    void momentCame(qint64 atNs, quint32 record);
    /// `complete`: every client that runs received every event.
    void woundDown(bool complete);

private:
    void goOn();
    void goOnUnlessAsked();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wiretale

Q_DECLARE_METATYPE(wiretale::Settings)
Q_DECLARE_METATYPE(wiretale::Moment)
Q_DECLARE_METATYPE(wiretale::Scorecard)
Q_DECLARE_METATYPE(wiretale::ClientState)
Q_DECLARE_METATYPE(std::shared_ptr<const wiretale::TrafficLog>)
