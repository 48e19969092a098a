// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/clientnamer.h"
#include "app/wire/wireconnection.h"

#include <algorithm>
#include <utility>

namespace wiretale {

// How messages travel, and what keeps them from it. What comes in is in wireconnection.cpp.

namespace {

qint64 wallClockNs()
{
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace

void WireConnection::onMessage(const Message &message, QByteArrayView bytes)
{
    depart(flow(message.direction), recordOf(message, m_requests), bytes, message.eventIds);
}

RecordNumber WireConnection::tell(Record record, Direction direction, QByteArrayView bytes,
                                  std::span<const qint64> eventIds)
{
    m_lastPassed = m_context.clock.now();
    record.departedNs = m_lastPassed.count();
    record.wallNs = wallClockNs();
    record.connection = m_number;
    record.direction = direction;
    record.wireBytes = quint32(bytes.size());
    record.eventCount = quint16(std::min<size_t>(eventIds.size(), 0xffff));
    return m_context.sink.departed(record, bytes, eventIds);
}

void WireConnection::depart(Flow &flow, const Record &record, QByteArrayView bytes,
                            std::span<const qint64> eventIds)
{
    const Travelling what {.number = tell(record, flow.direction, bytes, eventIds),
                           .kind = record.kind,
                           .isReset = record.kind == MessageKind::Close && record.code == 1};
    if (record.kind == MessageKind::Request)
        m_requests.push_back(what.number);
    // An answer to an upgrade sets free what waited for it in the other direction.
    flow.isDue = flow.isDue || m_isDissecting;
    if (m_isSevered) {
        m_context.sink.lost(what.number);
        flow.isOver = flow.isOver || what.kind == MessageKind::Close;
        finishIfOver();
        return;
    }
    Clock &clock = m_context.clock;
    const Nanoseconds now = m_lastPassed;
    const Nanoseconds arrival = flow.transit.arrivalOf(m_context.link, now, bytes.size());
    if (arrival <= now && flow.inFlight.empty() && !clock.isPaused()) {
        clock.noteArrival();
        arrive(flow, what, bytes, now);
        return;
    }
    flow.heldBytes += bytes.size();
    const Clock::TimerId timer = clock.callAt(
        arrival, [this, &flow] { arriveNext(flow); }, Clock::Purpose::Arrival);
    flow.inFlight.push_back({.bytes = bytes.toByteArray(), .what = what, .timer = timer});
}

void WireConnection::arriveNext(Flow &flow)
{
    // It stays in front until its sender was read: what departs meanwhile arrives after it by the clock, and
    // so never in the same step.
    Held &held = flow.inFlight.front();
    held.timer = Clock::TimerId::None;
    const QByteArray bytes = std::exchange(held.bytes, {});
    flow.heldBytes -= bytes.size();
    arrive(flow, held.what, bytes, m_context.clock.now());
    read(flow);
    flow.inFlight.pop_front();
    if (flow.isCutShort && flow.inFlight.empty()) {
        flow.isOver = true;
        finishIfOver();
    }
}

void WireConnection::arrive(Flow &flow, Travelling what, QByteArrayView bytes, Nanoseconds now)
{
    m_lastPassed = now;
    switch (what.kind) {
    case MessageKind::Open:
        m_context.sink.arrived(what.number, now.count());
        onOpened();
        return;
    case MessageKind::Close:
        m_context.sink.arrived(what.number, now.count());
        arriveClose(flow, what.isReset);
        return;
    default:
        break;
    }
    if (flow.to->write(bytes)) {
        m_context.sink.arrived(what.number, now.count());
        return;
    }
    m_context.sink.lost(what.number);
    // The receiver had ended its sending in order, and then was gone altogether; no Close tells of that.
    if (otherFlow(flow).isOver)
        flow.from->reset();
}

void WireConnection::arriveClose(Flow &flow, bool isReset)
{
    flow.isOver = true;
    if (isReset) {
        flow.to->reset();
        cutShort(otherFlow(flow));
    } else {
        flow.to->endSending();
    }
    finishIfOver();
}

/// Its sender was reset and says nothing any more, not even that. What is in flight finds nobody.
void WireConnection::cutShort(Flow &flow)
{
    if (flow.isEnding)
        return;
    flow.isEnding = flow.isCutShort = true;
    flow.isOver = flow.inFlight.empty();
    loseWhatIsUnfinished(flow);
    if (flow.direction == Direction::ClientToServer) {
        nameIfHeard();
        m_context.namer.release(m_number);
    }
}

void WireConnection::cut(FaultKind kind)
{
    if (m_wasCut || (m_flows[0].isOver && m_flows[1].isOver))
        return;
    m_wasCut = true;
    Record fault;
    fault.kind = MessageKind::Fault;
    fault.code = quint16(kind);
    const RecordNumber number = tell(fault, Direction::ServerToClient, {}, {});
    m_context.sink.arrived(number, m_lastPassed.count());
    if (kind == FaultKind::SilentCut)
        severSilently();
    else
        closeBothEnds(true);
    finishIfOver();
}

void WireConnection::severSilently()
{
    m_isSevered = true;
    m_context.clock.cancel(m_handshake);
    m_context.clock.cancel(m_idleTimer);
    for (Flow &each : m_flows)
        loseWhatIsInFlight(each);
    if (m_server.state() == WireSocket::State::Idle)
        m_server.close(); // its opening never arrived
    for (Flow &each : m_flows)
        read(each);
}

void WireConnection::loseWhatIsInFlight(Flow &flow)
{
    for (const Held &held : flow.inFlight) {
        m_context.clock.cancel(held.timer);
        m_context.sink.lost(held.what.number);
        flow.isOver = flow.isOver || held.what.kind == MessageKind::Close;
    }
    flow.inFlight.clear();
    flow.heldBytes = 0;
    // The line is free at once.
    flow.transit = Transit(m_number * 2 + quint32(flow.direction));
}

/// What left its sender and did not become a message, departs as it is.
void WireConnection::loseWhatIsUnfinished(Flow &flow)
{
    const bool wasSevered = std::exchange(m_isSevered, true);
    m_isDissecting = true;
    while (!flow.from->readAhead(0).isEmpty())
        (void)readPiece(flow);
    m_dissector.finish(flow.direction);
    m_isDissecting = false;
    m_isSevered = wasSevered;
}

/// At once, whatever is still under way.
void WireConnection::closeBothEnds(bool isTorn)
{
    m_context.clock.cancel(m_handshake);
    m_context.clock.cancel(m_idleTimer);
    for (Flow &each : m_flows) {
        isTorn = isTorn || !each.inFlight.empty() || m_dissector.bytesHeld(each.direction) > 0;
        loseWhatIsInFlight(each);
        loseWhatIsUnfinished(each);
    }
    nameIfHeard();
    Record close;
    close.kind = MessageKind::Close;
    close.code = isTorn ? 1 : 0;
    std::vector<RecordNumber> closings;
    for (Flow &each : m_flows) {
        each.isOver = true;
        if (!std::exchange(each.isEnding, true))
            closings.push_back(tell(close, each.direction, {}, {}));
    }
    for (const RecordNumber number : closings) {
        if (m_isSevered)
            m_context.sink.lost(number);
        else
            m_context.sink.arrived(number, m_lastPassed.count());
    }
    for (WireSocket *each : {&m_client, &m_server}) {
        if (isTorn)
            each->reset();
        else
            each->close();
    }
}

void WireConnection::watchIdleness()
{
    m_context.clock.cancel(std::exchange(m_idleTimer, Clock::TimerId::None));
    if (m_context.idleCut.count() > 0 && !m_wasCut && !(m_flows[0].isOver && m_flows[1].isOver))
        m_idleTimer = m_context.clock.callAt(m_lastPassed + m_context.idleCut, [this] { onIdleTimer(); });
}

void WireConnection::onIdleTimer()
{
    m_idleTimer = Clock::TimerId::None;
    const Nanoseconds now = m_context.clock.now();
    if (!m_flows[0].inFlight.empty() || !m_flows[1].inFlight.empty())
        m_lastPassed = now;
    // Moved on with each message here and not there, where it would cost each message something.
    if (now - m_lastPassed < m_context.idleCut)
        watchIdleness();
    else
        cut(FaultKind::IdleCut);
}

} // namespace wiretale
