// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/world.h"

#include "client/ajaxpollingclient.h"
#include "client/eventsourceclient.h"
#include "client/longpollingclient.h"
#include "client/pageclient.h"
#include "client/websocketclient.h"

#include <algorithm>

namespace wiretale {

using namespace std::chrono_literals;

World::World(Clock &clock, std::shared_ptr<TrafficLog> log, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_log(std::move(log))
    , m_server(clock)
    , m_wire(clock, *m_log)
    , m_publisher(clock, seed,
                  [this](const QByteArray &type, const QByteArray &data) { publish(type, data); })
    , m_talkBack(clock, [this] { talkBack(); })
{
    connect(&m_wire, &Wire::failed, this, &World::failed);
    connect(&m_server.log(), &EventLog::published, this,
            [this](const Event &event) { m_log->eventPublished(event.id, event.published.count()); });
}

World::~World()
{
    // Clients go first, so that none of them sees its connection torn by us.
    m_members.clear();
    m_wire.close();
    m_server.close();
}

Result<quint16> World::open(quint16 wanted, Wire::PortChoice choice)
{
    const Result<quint16> serverPort = m_server.listen();
    if (!serverPort)
        return serverPort.error();
    return m_wire.listen(wanted, choice, *serverPort);
}

std::unique_ptr<Client> World::makeClient(Technique technique) const
{
    const QString name = QString::fromLatin1(techniqueName(technique)) + QStringLiteral("-1");
    QUrl origin;
    origin.setScheme(QStringLiteral("http"));
    origin.setHost(QStringLiteral("127.0.0.1"));
    origin.setPort(m_wire.port());
    switch (technique) {
    case Technique::Http:
        return std::make_unique<PageClient>(m_clock, name, origin);
    case Technique::AjaxPolling:
        return std::make_unique<AjaxPollingClient>(m_clock, name, origin);
    case Technique::LongPolling:
        return std::make_unique<LongPollingClient>(m_clock, name, origin);
    case Technique::EventStream:
        return std::make_unique<EventSourceClient>(m_clock, name, origin);
    case Technique::WebSocket:
        break;
    }
    return std::make_unique<WebSocketClient>(m_clock, name, origin);
}

World::Member &World::memberOf(Technique technique)
{
    const auto found = std::ranges::find(m_members, technique, &Member::technique);
    if (found != m_members.end())
        return *found;
    Member &member = m_members.emplace_back(
        Member {.client = makeClient(technique), .technique = technique, .problem = {}});
    const Client *client = member.client.get();
    connect(client, &Client::stateChanged, this, &World::clientsChanged);
    connect(client, &Client::received, this, &World::clientsChanged);
    connect(client, &Client::failed, this, [this, technique](const QString &sentence) {
        memberOf(technique).problem = sentence;
        Q_EMIT clientsChanged();
    });
    return member;
}

void World::configure(Client &client, const Settings &settings) const
{
    if (auto *polling = qobject_cast<AjaxPollingClient *>(&client)) {
        polling->setInterval(settings.pollInterval);
    } else if (auto *holding = qobject_cast<LongPollingClient *>(&client)) {
        holding->setTimeout(settings.longPollTimeout);
        holding->setPortions(settings.longPollPortions);
    } else if (auto *page = qobject_cast<PageClient *>(&client)) {
        page->setInterval(settings.pollInterval);
    }
}

void World::apply(const Settings &settings)
{
    m_wire.setLink(settings.link);

    ServerSettings server = m_server.settings();
    server.longPollTimeout = settings.longPollTimeout;
    server.heartbeat = settings.heartbeat;
    server.retry = settings.retry;
    server.emptyAnswer = ServerSettings::EmptyAnswer(settings.emptyAnswer);
    m_server.setSettings(server);

    for (int index = 0; index < TechniqueCount; ++index) {
        const auto technique = Technique(index);
        const bool wanted = settings.clients[size_t(index)];
        const bool known = std::ranges::find(m_members, technique, &Member::technique) != m_members.end();
        if (!wanted && !known)
            continue;
        Member &member = memberOf(technique);
        if (!known)
            m_log->announceClient(member.client->name(), technique);
        configure(*member.client, settings);
        if (wanted == std::exchange(member.runs, wanted))
            continue;
        member.problem.clear();
        if (wanted)
            member.client->start();
        else
            member.client->stop();
    }

    m_publisher.setPlan(settings.publish);
    if (settings.talkBack != std::exchange(m_talkBackInterval, settings.talkBack)) {
        m_talkBack.stop();
        if (settings.talkBack > 0ms)
            m_talkBack.startEvery(settings.talkBack);
    }
    Q_EMIT clientsChanged();
}

void World::publish(const QByteArray &type, const QByteArray &data)
{
    m_server.log().publish(type, data);
}

bool World::publishFrom(const QString &client, const QByteArray &type, const QByteArray &data)
{
    const auto found = std::ranges::find_if(
        m_members, [&](const Member &member) { return member.runs && member.client->name() == client; });
    if (found == m_members.end())
        return false;
    found->client->publish(type, data);
    return true;
}

void World::talkBack()
{
    ++m_said;
    for (const Member &member : m_members) {
        if (member.runs && member.technique != Technique::Http)
            member.client->publish("chat", "hello " + QByteArray::number(m_said));
    }
}

void World::stopPublishing()
{
    m_publisher.setPlan({.kind = PublishPlan::Kind::ByHand, .interval = {}});
    m_talkBack.stop();
}

void World::stopClients()
{
    for (Member &member : m_members) {
        member.runs = false;
        member.client->stop();
    }
    Q_EMIT clientsChanged();
}

QList<ClientState> World::clientStates() const
{
    QList<ClientState> states;
    for (const Member &member : m_members) {
        states.append({.name = member.client->name(),
                       .technique = member.technique,
                       .state = Client::stateText(member.client->state()),
                       .received = member.client->receivedCount(),
                       .problem = member.problem});
    }
    return states;
}

bool World::allHaveCaughtUp()
{
    const qint64 last = m_server.log().lastId();
    return std::ranges::all_of(m_members, [last](const Member &member) {
        return !member.runs || member.technique == Technique::Http || member.client->lastEventId() >= last;
    });
}

} // namespace wiretale
