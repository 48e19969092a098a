// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"

#include "app/lesson/world.h"
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
        world.reset();
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
        // machine.
        const Nanoseconds oneWay = current.link.latency + current.link.jitter;
        windDownTimer = std::make_unique<PacedTimer>(*clock, [this, complete] {
            onPulse();
            Q_EMIT q->woundDown(complete);
        });
        windDownTimer->start(2 * oneWay + 200ms);
    }

    Engine *q;
    Options options;
    Clock::Drive drive;
    QTimer pulse;
    std::unique_ptr<Clock> clock;
    std::shared_ptr<TrafficLog> log;
    std::unique_ptr<World> world;
    std::unique_ptr<PacedTimer> windDownTimer;
    Nanoseconds windDownLimit {0};
    Settings current;
    quint64 seenRevision = 0;
    quint16 port = 0;
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

void Engine::start(const Settings &settings)
{
    d->close();
    d->makeClock();
    const qint64 wallStartNs = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    const auto log = TrafficLog::create(wallStartNs, d->options.capturePath);
    if (!log) {
        Q_EMIT failed(log.error().message);
        return;
    }
    auto world = std::make_unique<World>(*d->clock, *log, d->options.seed);
    connect(world.get(), &World::failed, this, &Engine::failed);
    connect(world.get(), &World::clientsChanged, this, [this] { d->clientsDirty = true; });

    // A world that begins anew keeps its address, so that browsers find it again.
    const quint16 wanted = d->port != 0 ? d->port : d->options.port;
    const auto choice = d->options.exactPort ? Wire::PortChoice::Exactly : Wire::PortChoice::ThisOrNextFree;
    const Result<quint16> port = world->open(wanted, choice);
    if (!port) {
        Q_EMIT failed(port.error().message);
        return;
    }
    QString note;
    if (wanted != 0 && *port != wanted)
        note = tr("Port %1 is in use; the wire listens on port %2 instead.").arg(wanted).arg(*port);
    d->port = *port;
    (*log)->setServerPort(*port);
    d->log = *log;
    d->world = std::move(world);
    d->seenRevision = 0;
    d->recordingFaultTold = false;
    Q_EMIT logReplaced(d->log);

    if (d->options.startPaused)
        d->clock->pause();
    d->current = settings;
    d->clock->setRate(settings.rate);
    d->world->apply(settings);
    d->pulse.start();
    Q_EMIT paceChanged(d->clock->pace());
    Q_EMIT settingsChanged(d->current);
    Q_EMIT clientsChanged(d->world->clientStates());
    Q_EMIT scorecardChanged(scorecard());
    Q_EMIT started(*port, note);
}

void Engine::apply(const Settings &settings)
{
    if (settings == d->current)
        return;
    d->current = settings;
    d->clock->setRate(settings.rate);
    if (d->world)
        d->world->apply(settings);
    Q_EMIT settingsChanged(d->current);
}

void Engine::stop()
{
    d->pulse.stop();
    d->onPulse();
    d->close();
    Q_EMIT clientsChanged({});
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
    if (d->world && !d->world->publishFrom(client, type, data))
        Q_EMIT failed(tr("No client named \"%1\" runs, so it cannot send anything.").arg(client));
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
    d->clock->resume();
}

void Engine::step()
{
    d->clock->stepToNextArrival();
}

} // namespace wiretale
