// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/wire/wire.h"
#include "client/eventsourceclient.h"
#include "client/longpollingclient.h"
#include "client/websocketclient.h"
#include "common/clock.h"
#include "server/eventserver.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>

// How long an event takes from publishing to the client, through the wire at zero latency against the same
// client connected to the server directly: medians of 1,000 events each, both in one run, in turns of 20
// events. A machine that sleeps more or less deeply between two events makes both slower or faster by the
// same tens of microseconds, for many turns on end; so each turn through the wire is compared with the direct
// one just before it, and the ratio told is the median of those.

using namespace wiretale;
using namespace std::chrono_literals;

namespace {

constexpr int EventCount = 1000;
constexpr int TurnLength = 20;
// So that a client that comes has little to catch up with.
constexpr int LogCapacity = 10;
// Lets a long poll ask again before the next event is published.
constexpr auto Pause = 2ms;

using MakeClient = std::function<std::unique_ptr<Client>(Clock &, const QString &, const QUrl &)>;

struct Way
{
    const char *name;
    QUrl origin;
    std::vector<double> microseconds {};
};

double percentile(std::vector<double> samples, double fraction)
{
    std::ranges::sort(samples);
    return samples.at(std::min(samples.size() - 1, size_t(double(samples.size()) * fraction)));
}

QUrl originOf(quint16 port)
{
    QUrl url(QStringLiteral("http://127.0.0.1/"));
    url.setPort(port);
    return url;
}

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

// Publishes a turn's events one by one, each after the last one came.
void playTurn(Clock &clock, EventServer &server, const MakeClient &makeClient, Way &way)
{
    const std::unique_ptr<Client> client = makeClient(clock, QStringLiteral("bench"), way.origin);
    QEventLoop loop;
    qint64 awaited = 0;
    std::chrono::steady_clock::time_point arrived;
    QObject::connect(client.get(), &Client::received, &loop, [&](const Event &event) {
        arrived = std::chrono::steady_clock::now();
        if (event.id == awaited)
            loop.quit();
    });
    client->start();
    // Everything published before is caught up with, which also says that the client is there.
    awaited = server.log().publish("bench", "catch up");
    loop.exec();
    for (int i = 0; i < TurnLength; ++i) {
        wait(Pause);
        const auto published = std::chrono::steady_clock::now();
        awaited = server.log().publish("bench", QByteArray(100, 'x'));
        if (client->lastEventId() < awaited)
            loop.exec();
        way.microseconds.push_back(std::chrono::duration<double, std::micro>(arrived - published).count());
    }
    client->stop();
}

double medianOfTurn(const Way &way, size_t turn)
{
    const auto begin = way.microseconds.begin() + std::ptrdiff_t(turn * TurnLength);
    return percentile({begin, begin + TurnLength}, 0.5);
}

void compare(Clock &clock, EventServer &server, const char *name, const MakeClient &makeClient,
             std::array<Way, 2> ways)
{
    for (int turn = 0; turn < EventCount / TurnLength; ++turn) {
        for (Way &way : ways)
            playTurn(clock, server, makeClient, way);
    }
    std::vector<double> ratios;
    for (size_t turn = 0; turn < EventCount / TurnLength; ++turn)
        ratios.push_back(medianOfTurn(ways[1], turn) / medianOfTurn(ways[0], turn));
    const double direct = percentile(ways[0].microseconds, 0.5);
    const double wire = percentile(ways[1].microseconds, 0.5);
    std::printf("%-13s direct %7.1f us (99 %%: %7.1f)   wire %7.1f us (99 %%: %7.1f)   ratio %.2f\n", name,
                direct, percentile(ways[0].microseconds, 0.99), wire, percentile(ways[1].microseconds, 0.99),
                percentile(ratios, 0.5));
    std::fflush(stdout);
}

template <typename Kind>
std::unique_ptr<Client> make(Clock &clock, const QString &name, const QUrl &origin)
{
    return std::make_unique<Kind>(clock, name, origin);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    Clock clock;
    const auto log = TrafficLog::create(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    if (!log) {
        std::fprintf(stderr, "%s\n", qPrintable(log.error().message));
        return 1;
    }
    EventServer server(clock);
    ServerSettings settings = server.settings();
    settings.logCapacity = LogCapacity;
    server.setSettings(settings);
    Wire wire(clock, **log);
    const auto serverPort = server.listen();
    const auto wirePort = serverPort ? wire.listen(0, Wire::PortChoice::Exactly, *serverPort) : serverPort;
    if (!wirePort) {
        std::fprintf(stderr, "%s\n", qPrintable(wirePort.error().message));
        return 1;
    }
    const std::array<Way, 2> ways {Way {"direct", originOf(*serverPort)}, Way {"wire", originOf(*wirePort)}};
    // An argument picks one of them, for a profiler.
    const QString only = QCoreApplication::arguments().value(1);
    if (only.isEmpty() || only == u"event-stream")
        compare(clock, server, "event stream", make<EventSourceClient>, ways);
    if (only.isEmpty() || only == u"long-polling")
        compare(clock, server, "long poll", make<LongPollingClient>, ways);
    if (only.isEmpty() || only == u"websocket")
        compare(clock, server, "WebSocket", make<WebSocketClient>, ways);
    return 0;
}
