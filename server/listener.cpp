// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/listener.h"

#include <QPointer>

#include <utility>

namespace wiretale {

namespace {

// The queue between the system and us is emptied at once; its default of 30 would stop a burst of clients.
constexpr int MostPending = 8192;

} // namespace

Listener::Listener(Clock &clock, RequestGate::Rules rules)
    : m_clock(clock)
    , m_rules(std::move(rules))
{
    setMaxPendingConnections(MostPending);
    m_rules.releasing = [this](RequestGate *gate) { m_releasing = gate; };
}

Listener::~Listener() = default;

RequestGate *Listener::gateOf(const QHostAddress &address, quint16 port) const
{
    return m_gates.value({address, port});
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new ClientSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    // RFC 9293, 3.7.4 lets small segments wait for an acknowledgement; an event must not.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *gate = new RequestGate(*socket, m_clock, m_rules);
    if (connectionCount() >= m_rules.settings().maxConnections) {
        connect(gate, &RequestGate::closed, socket, &QObject::deleteLater);
        gate->turnAway();
        return;
    }
    const Peer peer {socket->peerAddress(), socket->peerPort()};
    m_gates.insert(peer, gate);
    connect(gate, &RequestGate::closed, this, [this, peer] { m_gates.remove(peer); });
    addPendingConnection(socket);
}

void Listener::sendAll()
{
    // A client may turn out to have left, and its gate goes.
    const QList<QPointer<RequestGate>> gates(m_gates.cbegin(), m_gates.cend());
    for (const QPointer<RequestGate> &gate : gates) {
        if (gate)
            gate->sendNow();
    }
}

void Listener::closeConnections()
{
    const QList<RequestGate *> gates = m_gates.values();
    for (RequestGate *gate : gates)
        gate->leave();
}

} // namespace wiretale
