// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/lesson/engine.h"
#include "app/lesson/publisher.h"
#include "app/wire/wire.h"
#include "client/client.h"
#include "server/eventserver.h"

#include <memory>
#include <vector>

namespace wiretale {

/// What an Engine makes anew at each start: the log, the server, the wire and the clients, wired to each
/// other.
class World : public QObject
{
    Q_OBJECT

public:
    /// `log` records what passes; the clock must outlive the world.
    World(Clock &clock, std::shared_ptr<TrafficLog> log, quint32 seed, QObject *parent = nullptr);
    ~World() override;

    /// Opens server and wire; answers the wire's port. `wanted` 0 takes any.
    Result<quint16> open(quint16 wanted, Wire::PortChoice choice);
    /// Settings of clients, server, link and publishing; starts and stops clients as they say.
    void apply(const Settings &settings);

    void publish(const QByteArray &type, const QByteArray &data);
    /// False when there is no such client.
    bool publishFrom(const QString &client, const QByteArray &type, const QByteArray &data);
    void stopPublishing();
    void stopClients();

    [[nodiscard]] QList<ClientState> clientStates() const;
    /// True when every client that runs and listens for events has the last one published.
    [[nodiscard]] bool allHaveCaughtUp();

Q_SIGNALS:
    void failed(const QString &sentence);
    void clientsChanged();

private:
    struct Member
    {
        std::unique_ptr<Client> client;
        Technique technique = Technique::Http;
        QString problem;
        bool runs = false;
    };

    [[nodiscard]] std::unique_ptr<Client> makeClient(Technique technique) const;
    Member &memberOf(Technique technique);
    void configure(Client &client, const Settings &settings) const;
    void talkBack();

    Clock &m_clock;
    std::shared_ptr<TrafficLog> m_log;
    EventServer m_server;
    Wire m_wire;
    std::vector<Member> m_members;
    Publisher m_publisher;
    PacedTimer m_talkBack;
    std::chrono::milliseconds m_talkBackInterval {0};
    int m_said = 0;
};

} // namespace wiretale
