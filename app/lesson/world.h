// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/lesson/engine.h"
#include "app/lesson/momentwatcher.h"
#include "app/lesson/publisher.h"
#include "app/wire/wire.h"
#include "client/client.h"
#include "client/clientnetwork.h"
#include "server/eventserver.h"

#include <map>
#include <memory>
#include <vector>

namespace wiretale {

/// What an Engine makes anew at each start: the log, the server, the wire and the clients, wired to each
/// other.
class World : public QObject
{
    Q_OBJECT

public:
    /// `log` records what passes; the clock must outlive the world. `settings` says who there is.
    World(Clock &clock, std::shared_ptr<TrafficLog> log, quint32 seed, const Settings &settings,
          QObject *parent = nullptr);
    ~World() override;

    /// Opens server and wire; answers the wire's port. `wanted` 0 takes any.
    Result<quint16> open(quint16 wanted, Wire::PortChoice choice);
    /// Settings of clients, server, link and publishing; starts and stops clients as they say.
    void apply(const Settings &settings);

    [[nodiscard]] MomentWatcher &watcher() noexcept { return m_watcher; }

    void publish(const QByteArray &type, const QByteArray &data);
    /// Warns when there is no such client.
    void publishFrom(const QString &client, const QByteArray &type, const QByteArray &data);
    /// Starts or stops clients of their own accord: by name, by kind, or "all". A kind that does not run is
    /// switched on by apply() only.
    void setRuns(const QString &clients, bool runs);
    /// Tears their connections (names as above). Silently: neither end is told.
    void cut(const QString &clients, bool silently);
    /// What a line of a lesson's script does, but for what it sets.
    void act(const LessonAction &action);
    void stopPublishing();
    void stopClients();

    [[nodiscard]] QList<ClientState> clientStates() const;
    /// True when every client that runs and listens for events has the last one published.
    [[nodiscard]] bool allHaveCaughtUp();

Q_SIGNALS:
    void warned(const QString &sentence);
    void clientsChanged();

private:
    struct Member
    {
        std::unique_ptr<Client> client;
        Technique technique = Technique::Http;
        qsizetype plan = -1; ///< index in Settings::plans; -1: the plan of a kind that none is of
        QString problem {};
        bool wanted = true; ///< unless its kind is switched off
        bool runs = false;
    };

    void addMembers(const ClientPlan &plan, qsizetype index);
    [[nodiscard]] ClientPlan planOf(const Member &member) const;
    [[nodiscard]] bool hasMembers(Technique technique) const;
    [[nodiscard]] std::unique_ptr<Client> makeClient(Technique technique, const QString &name) const;
    void prepare(const Member &member, const ClientPlan &plan);
    void listenTo(Client &client);
    void configure(const Member &member) const;
    void runAsWanted();
    void talkBack();

    Clock &m_clock;
    std::shared_ptr<TrafficLog> m_log;
    Settings m_settings;
    MomentWatcher m_watcher;
    EventServer m_server;
    Wire m_wire;
    std::map<qsizetype, std::unique_ptr<ClientNetwork>> m_browsers; ///< by plan; its clients share them
    std::vector<Member> m_members;
    Publisher m_publisher;
    PacedTimer m_talkBack;
    std::chrono::milliseconds m_talkBackInterval {0};
    int m_said = 0;
};

} // namespace wiretale
