// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/theory.h"

#include <algorithm>
#include <cmath>

namespace wiretale {

namespace {

constexpr double Second = 1e9;

double ns(std::chrono::nanoseconds duration)
{
    return double(duration.count());
}

// How long a message of so many bytes travels.
struct Transit
{
    Transit(const LinkProfile &link, double bytes)
        : onLineNs(link.bitsPerSecond > 0 ? bytes * 8 / double(link.bitsPerSecond) * Second : 0)
        , meanNs(onLineNs + ns(link.latency) + ns(link.jitter) / 2)
        , worstNs(onLineNs + ns(link.latency) + ns(link.jitter))
    {
    }

    double onLineNs;
    double meanNs;
    double worstNs;
};

struct Publishing
{
    explicit Publishing(const PublishPlan &plan)
        : isRandom(plan.kind == PublishPlan::Kind::AtRandom)
        , meanNs(plan.kind == PublishPlan::Kind::ByHand ? 0 : ns(plan.interval))
    {
    }

    [[nodiscard]] bool happens() const { return meanNs > 0; }

    bool isRandom;
    double meanNs; ///< between two events; 0: nothing is published by itself
};

// Bytes on the wire for each event, less its payload.
double overhead(double wireBytesPerEvent, const MessageSizes &sizes)
{
    return wireBytesPerEvent - sizes.payload;
}

// The share of windows of this length in which nothing is published: of a Poisson process, or of events at an
// interval that a window meets at any phase.
double shareWithoutEvent(const Publishing &publishing, double windowNs)
{
    if (!publishing.happens())
        return 1;
    const double expected = windowNs / publishing.meanNs;
    return publishing.isRandom ? std::exp(-expected) : std::max(0.0, 1 - expected);
}

// A poll goes out every interval, or as soon as the answer to the one before is there when that takes longer.
// An event is published anywhere between two arrivals of polls at the server: it waits half that time in the
// mean, all of it at worst, and then travels with the answer.
Theory pollingTheory(const Settings &settings, const MessageSizes &sizes)
{
    const Publishing publishing(settings.publish);
    const Transit up(settings.link, sizes.request);
    const Transit emptyDown(settings.link, sizes.emptyAnswer);
    const Transit down(settings.link, sizes.newsAnswer);
    const double interval = ns(settings.pollInterval);
    // Which answer is awaited depends on the period, which depends on it; two rounds settle it to below what
    // is drawn.
    double period = std::max(interval, up.meanNs + emptyDown.meanNs);
    double emptyShare = 1;
    for (int round = 0; round < 2; ++round) {
        emptyShare = shareWithoutEvent(publishing, period);
        period
            = std::max(interval, up.meanNs + emptyShare * emptyDown.meanNs + (1 - emptyShare) * down.meanNs);
    }

    Theory theory;
    theory.requestsPerSecond = Second / period;
    theory.emptyShare = shareWithoutEvent(publishing, period);
    if (!publishing.happens())
        return theory;
    theory.meanLatencyNs = period / 2 + down.meanNs;
    const double longestPeriod = std::max(interval + ns(settings.link.jitter), up.worstNs + down.worstNs);
    theory.worstLatencyNs = longestPeriod + down.worstNs;
    const double bytesPerPoll = sizes.request + *theory.emptyShare * sizes.emptyAnswer
        + (1 - *theory.emptyShare) * sizes.newsAnswer;
    theory.overheadPerEvent = overhead(bytesPerPoll * publishing.meanNs / period, sizes);
    return theory;
}

// What a long poll does in the long run, for each answer.
struct Cycles
{
    double meanNs = 0; ///< from the departure of one answer to that of the next
    double emptyShare = 0;
    double meanWaitNs = 0; ///< of an event at the server, for a question to be there
};

// Poisson arrivals. An answer departs; its transit and that of the next question leave a gap in which the
// server may not speak. If something was published in the gap, the question is answered when it arrives; else
// it is held until something is published or its time runs out. All moments meet events equally often, so the
// mean wait is that of a moment: half the gap, in the gap's share of the cycle.
Cycles randomCycles(double gapNs, double timeoutNs, double meanNs)
{
    const double quietGap = std::exp(-gapNs / meanNs);
    const double heldNs = quietGap * meanNs * -std::expm1(-timeoutNs / meanNs);
    Cycles cycles;
    cycles.meanNs = gapNs + heldNs;
    cycles.emptyShare = std::exp(-(gapNs + timeoutNs) / meanNs);
    cycles.meanWaitNs = cycles.meanNs > 0 ? gapNs * gapNs / (2 * cycles.meanNs) : 0;
    return cycles;
}

// One event an interval: followed from event to event, as each finds the line in the state in which the one
// before left it.
Cycles regularCycles(double gapNs, double timeoutNs, double intervalNs)
{
    if (intervalNs <= gapNs) {
        // Something is always published in the gap: a question is answered on arrival, whatever the phase.
        return {.meanNs = gapNs, .emptyShare = 0, .meanWaitNs = gapNs / 2};
    }
    constexpr int Events = 4096;
    const double roundNs = gapNs + timeoutNs;
    double waited = 0;
    double wait = 0;
    double empty = 0;
    for (int event = 0; event < Events; ++event) {
        const double sinceAnswer = intervalNs - wait;
        const double rounds = roundNs > 0 ? std::floor(sinceAnswer / roundNs) : 0;
        empty += rounds;
        wait = std::max(0.0, gapNs - (sinceAnswer - rounds * roundNs));
        waited += wait;
    }
    const double answers = Events + empty;
    return {.meanNs = Events * intervalNs / answers,
            .emptyShare = empty / answers,
            .meanWaitNs = waited / Events};
}

// RFC 6202, 2.2: one transit in the mean, three and a little at worst: an event that has just missed an
// answer waits for that to travel, for the next question, and travels itself.
Theory longPollingTheory(const Settings &settings, const MessageSizes &sizes)
{
    const Publishing publishing(settings.publish);
    const Transit up(settings.link, sizes.request);
    const Transit emptyDown(settings.link, sizes.emptyAnswer);
    const Transit down(settings.link, sizes.newsAnswer);
    const double timeout = ns(settings.longPollTimeout);
    Theory theory;
    if (!publishing.happens()) {
        const double round = emptyDown.meanNs + up.meanNs + timeout;
        theory.requestsPerSecond = round > 0 ? Second / round : 0;
        theory.emptyShare = 1;
        return theory;
    }
    // The gap after an answer with news, which is what events meet; the one after an empty answer differs by
    // what a few bytes less take on the line.
    const double gap = down.meanNs + up.meanNs;
    const Cycles cycles = publishing.isRandom ? randomCycles(gap, timeout, publishing.meanNs)
                                              : regularCycles(gap, timeout, publishing.meanNs);
    theory.requestsPerSecond = cycles.meanNs > 0 ? Second / cycles.meanNs : 0;
    theory.emptyShare = cycles.emptyShare;
    theory.meanLatencyNs = cycles.meanWaitNs + down.meanNs;
    theory.worstLatencyNs = down.worstNs + up.worstNs + down.worstNs;
    if (cycles.meanNs > 0) {
        const double bytesPerAnswer = sizes.request + cycles.emptyShare * sizes.emptyAnswer
            + (1 - cycles.emptyShare) * sizes.newsAnswer;
        theory.overheadPerEvent = overhead(bytesPerAnswer * publishing.meanNs / cycles.meanNs, sizes);
    }
    return theory;
}

// Streams and sockets: one transit, and, where events come at random and the line is narrow, the queue of an
// M/D/1 system before it. Heartbeats go their own interval, events or not.
Theory pushTheory(const Settings &settings, const MessageSizes &sizes)
{
    const Publishing publishing(settings.publish);
    Theory theory;
    if (!publishing.happens())
        return theory;
    const Transit down(settings.link, sizes.pushedEvent);
    const double load = down.onLineNs / publishing.meanNs;
    if (load < 1) {
        const double queue = publishing.isRandom ? load * down.onLineNs / (2 * (1 - load)) : 0;
        theory.meanLatencyNs = queue + down.meanNs;
        theory.worstLatencyNs = down.worstNs;
    }
    const double beat = ns(settings.heartbeat);
    const double beatsPerEvent = beat > 0 ? publishing.meanNs / beat : 0;
    theory.overheadPerEvent = overhead(sizes.pushedEvent + beatsPerEvent * sizes.heartbeat, sizes);
    return theory;
}

} // namespace

Theory theoryOf(Technique technique, const Settings &settings, const MessageSizes &sizes)
{
    switch (technique) {
    case Technique::AjaxPolling:
        return pollingTheory(settings, sizes);
    case Technique::LongPolling:
        return longPollingTheory(settings, sizes);
    case Technique::EventStream:
    case Technique::WebSocket:
        return pushTheory(settings, sizes);
    case Technique::Http:
        break;
    }
    return {};
}

} // namespace wiretale
