// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"

#include "app/lesson/director.h"
#include "app/lesson/lessonrecorder.h"
#include "app/lesson/recordingpath.h"
#include "app/lesson/world.h"
#include "client/client.h"
#include "common/pacedtimer.h"

#include <QDateTime>
#include <QTimer>

namespace wiretale {

using namespace std::chrono_literals;

namespace {

// How often what changed is told to whoever looks on, in real time.
constexpr std::chrono::milliseconds PulseInterval = 250ms;
// How long an ending waits for clients to catch up and for their closings to travel, in the clock's time.
constexpr std::chrono::seconds LongestCatchUp {15};
constexpr std::chrono::milliseconds CatchUpCheck {20};

} // namespace

class Engine::Private
{
public:
    Private(Engine *engine, Options given, Clock::Drive givenDrive)
        : q(engine)
        , options(std::move(given))
        , drive(givenDrive)
        , pulse(engine)
        , recorder(*engine)
    {
        makeClock();
        pulse.setInterval(PulseInterval);
        QObject::connect(&pulse, &QTimer::timeout, q, [this] { onPulse(); });
    }

    void makeClock()
    {
        const double rate = clock ? clock->rate() : 1.0;
        clock = std::make_unique<Clock>(drive, q);
        clock->setRate(rate);
        QObject::connect(clock.get(), &Clock::paceChanged, q, &Engine::paceChanged);
    }

    void close()
    {
        windDownTimer.reset();
        // What is lost with the world is still told to the director.
        world.reset();
        director.reset();
        recorder.end();
        awaited = MomentWatcher::Id::None;
        if (log)
            reportRecording(log->flush());
    }

    void reportRecording(const Result<void> &flushed)
    {
        if (!flushed && !std::exchange(recordingFaultTold, true))
            Q_EMIT q->recordingFailed(flushed.error().message);
    }

    void onPulse()
    {
        if (!log)
            return;
        reportRecording(log->flush());
        if (std::exchange(clientsDirty, false) && world)
            Q_EMIT q->clientsChanged(world->clientStates());
        if (const quint64 revision = log->journal().revision();
            std::exchange(seenRevision, revision) != revision)
            Q_EMIT q->scorecardChanged(log->statistics().scorecard());
    }

    void checkCaughtUp()
    {
        const bool complete = world->allHaveCaughtUp();
        if (!complete && clock->now() < windDownLimit)
            return;
        world->stopClients();
        // What the clients sent last, and what answers it, still travels: a round trip, and a little for the
        // machine. The end of their idle connections comes last.
        const Nanoseconds oneWay = current.link.latency + current.link.jitter;
        windDownTimer = std::make_unique<PacedTimer>(*clock, [this, complete] {
            onPulse();
            Q_EMIT q->woundDown(complete);
        });
        windDownTimer->start(Client::IdleConnectionTime + 2 * oneWay + 200ms);
    }

    Result<quint16> open(const Settings &settings, quint32 seed);
    void direct(const Lesson &lesson);
    void endLesson(qint64 atNs);

    Engine *q;
    Options options;
    Clock::Drive drive;
    QTimer pulse;
    LessonRecorder recorder;
    std::unique_ptr<Clock> clock;
    std::shared_ptr<TrafficLog> log;
    std::unique_ptr<Director> director;
    std::unique_ptr<World> world;
    std::unique_ptr<PacedTimer> windDownTimer;
    MomentWatcher::Id awaited = MomentWatcher::Id::None;
    Nanoseconds windDownLimit {0};
    Settings current;
    quint64 seenRevision = 0;
    quint16 port = 0;
    int begun = 0; ///< worlds so far
    bool clientsDirty = false;
    bool recordingFaultTold = false;
};

Engine::Engine(Options options, QObject *parent)
    : Engine(std::move(options), Clock::Drive::RealTime, parent)
{
}

Engine::Engine(Options options, Clock::Drive drive, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options), drive))
{
    qRegisterMetaType<ClockPace>();
    qRegisterMetaType<Settings>();
    qRegisterMetaType<Moment>();
    qRegisterMetaType<Scorecard>();
    qRegisterMetaType<QList<ClientState>>();
    qRegisterMetaType<std::shared_ptr<const TrafficLog>>();
}

Engine::~Engine()
{
    d->close();
}

Clock &Engine::clock() noexcept
{
    return *d->clock;
}

std::shared_ptr<const TrafficLog> Engine::log() const
{
    return d->log;
}

quint16 Engine::port() const noexcept
{
    return d->port;
}

Settings Engine::settings() const
{
    return d->current;
}

Scorecard Engine::scorecard() const
{
    return d->log ? d->log->statistics().scorecard() : Scorecard {};
}

Result<quint16> Engine::Private::open(const Settings &settings, quint32 seed)
{
    close();
    makeClock();
    const qint64 wallStartNs = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    const auto newLog
        = TrafficLog::create(wallStartNs, recordingPath(options.capturePath, begun), options.captureLimit);
    if (!newLog)
        return newLog.error();
    auto newWorld = std::make_unique<World>(*clock, *newLog, seed, settings);
    QObject::connect(newWorld.get(), &World::warned, q, &Engine::warned);
    QObject::connect(newWorld.get(), &World::clientsChanged, q, [this] { clientsDirty = true; });

    // A world that begins anew keeps its address, so that browsers find it again.
    const quint16 wanted = port != 0 ? port : options.port;
    const auto choice = options.exactPort ? Wire::PortChoice::Exactly : Wire::PortChoice::ThisOrNextFree;
    const Result<quint16> taken = newWorld->open(wanted, choice);
    if (!taken)
        return taken;
    port = *taken;
    (*newLog)->setServerPort(port);
    log = *newLog;
    world = std::move(newWorld);
    ++begun;
    seenRevision = 0;
    recordingFaultTold = false;
    return taken;
}

void Engine::start(const Settings &settings)
{
    Lesson without;
    without.seed = d->options.seed;
    startLessonWith(without, settings);
}

void Engine::startLesson(const Lesson &lesson)
{
    startLessonWith(lesson, lesson.settings);
}

void Engine::startLessonWith(const Lesson &lesson, const Settings &settings)
{
    const quint16 before = d->port != 0 ? d->port : d->options.port;
    const Result<quint16> port = d->open(settings, lesson.seed);
    if (!port) {
        Q_EMIT failed(port.error().message);
        return;
    }
    QString note;
    if (before != 0 && *port != before)
        note = tr("Port %1 is in use; the wire listens on port %2 instead.").arg(before).arg(*port);
    Q_EMIT logReplaced(d->log);

    if (d->options.startPaused)
        d->clock->pause();
    d->current = settings;
    d->clock->setRate(settings.rate);
    d->direct(lesson);
    d->world->apply(settings);
    d->pulse.start();
    Q_EMIT paceChanged(d->clock->pace());
    Q_EMIT settingsChanged(d->current);
    Q_EMIT clientsChanged(d->world->clientStates());
    Q_EMIT scorecardChanged(scorecard());
    Q_EMIT started(*port, note);
}

void Engine::Private::direct(const Lesson &lesson)
{
    recorder.begin(log, lesson, current);
    if (lesson.chapters.isEmpty())
        return;
    director = std::make_unique<Director>(
        *clock, world->watcher(), lesson,
        Director::Manner {.asks = options.asksQuestions, .pauses = options.keepsLessonPauses});
    QObject::connect(director.get(), &Director::chapterBegan, q, &Engine::chapterBegan);
    QObject::connect(director.get(), &Director::questionAsked, q, &Engine::questionAsked);
    QObject::connect(director.get(), &Director::actionDue, q, [this](const LessonAction &action) {
        if (action.kind == LessonAction::Kind::Set)
            q->apply(action.patch.appliedTo(current));
        else if (world)
            world->act(action);
    });
    QObject::connect(director.get(), &Director::ended, q, [this](qint64 atNs) { endLesson(atNs); });
    director->begin();
}

void Engine::Private::endLesson(qint64 atNs)
{
    if (options.keepsLessonPauses)
        clock->pause();
    onPulse();
    Q_EMIT q->lessonEnded(atNs, director->chaptersMissed(), director->questionsMissed());
}

void Engine::apply(const Settings &settings)
{
    if (settings == d->current)
        return;
    const Settings before = d->current;
    d->current = withOwnSettingsDropped(before, settings);
    d->clock->setRate(d->current.rate);
    if (d->world) {
        d->world->apply(d->current);
        Q_EMIT settingsMarked(d->clock->now().count(), before, d->current);
    }
    Q_EMIT settingsChanged(d->current);
}

void Engine::stop()
{
    d->pulse.stop();
    d->onPulse();
    d->close();
    Q_EMIT clientsChanged({});
    Q_EMIT stopped();
}

void Engine::windDown()
{
    if (!d->world || d->windDownTimer)
        return;
    d->world->stopPublishing();
    d->windDownLimit = d->clock->now() + LongestCatchUp;
    d->windDownTimer = std::make_unique<PacedTimer>(*d->clock, [this] { d->checkCaughtUp(); });
    d->windDownTimer->startEvery(CatchUpCheck);
}

void Engine::publish(const QByteArray &type, const QByteArray &data)
{
    if (d->world)
        d->world->publish(type, data);
}

void Engine::publishFrom(const QString &client, const QByteArray &type, const QByteArray &data)
{
    if (d->world)
        d->world->publishFrom(client, type, data);
}

void Engine::setRate(double rate)
{
    Settings settings = d->current;
    settings.rate = std::clamp(rate, Clock::SlowestRate, Clock::FastestRate);
    apply(settings);
}

void Engine::pause()
{
    d->clock->pause();
}

void Engine::resume()
{
    goOn();
}

void Engine::step()
{
    d->clock->stepToNextArrival();
}

void Engine::runUntil(const Moment &moment)
{
    if (!d->world)
        return;
    MomentWatcher &watcher = d->world->watcher();
    watcher.forget(d->awaited);
    d->awaited = watcher.await(moment, [this](const MomentWatcher::Sighting &seen) {
        d->awaited = MomentWatcher::Id::None;
        d->clock->pause();
        Q_EMIT momentCame(seen.atNs, seen.number);
    });
    d->clock->resume();
}

void Engine::runToNextChapter()
{
    if (d->director && !d->director->isOver())
        d->director->pauseAtNextChapter();
    goOnUnlessAsked();
}

void Engine::runToEnd()
{
    if (d->director)
        d->director->runToEnd();
    goOnUnlessAsked();
}

// A question may have come up since whoever calls saw the lesson last.
void Engine::goOnUnlessAsked()
{
    if (!d->director || d->director->openQuestion() < 0)
        d->clock->resume();
}

void Engine::goOn()
{
    // What waits for an answer is left out by going on.
    if (d->director && d->director->openQuestion() >= 0)
        questionAnswered(d->director->openQuestion());
    else
        d->clock->resume();
}

void Engine::questionAnswered(int question)
{
    if (!d->director || d->director->openQuestion() != question)
        return;
    // First, since another question may wait behind it.
    Q_EMIT questionPassed(question);
    d->director->questionAnswered(question);
}

} // namespace wiretale
