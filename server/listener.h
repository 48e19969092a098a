// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/requestgate.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QTcpServer>

namespace wiretale {

/// Accepts connections for QHttpServer: without Nagle's delay, counted, limited, each behind a gate.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    Listener(Clock &clock, RequestGate::Rules rules);
    ~Listener() override;

    [[nodiscard]] qsizetype connectionCount() const noexcept { return m_gates.size(); }
    /// The gate whose request QHttpServer is reading at this moment; null at other times.
    [[nodiscard]] RequestGate *releasing() const noexcept { return m_releasing; }
    /// The gate of a client; null when there is none.
    [[nodiscard]] RequestGate *gateOf(const QHostAddress &address, quint16 port) const;

    /// Hands to the system what was written to clients.
    void sendAll();
    /// Closes what is open: the idle at once, the others when what was written to them is sent.
    void closeConnections();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    using Peer = std::pair<QHostAddress, quint16>;

    Clock &m_clock;
    RequestGate::Rules m_rules;
    QHash<Peer, RequestGate *> m_gates;
    RequestGate *m_releasing = nullptr;
};

} // namespace wiretale
