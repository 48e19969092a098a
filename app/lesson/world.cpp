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

World::World(Clock &clock, std::shared_ptr<TrafficLog> log, quint32 seed, const Settings &settings,
             QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_log(std::move(log))
    , m_settings(settings)
    , m_watcher(clock, *m_log)
    , m_server(clock)
    , m_wire(clock, m_watcher)
    , m_publisher(clock, seed,
                  [this](const QByteArray &type, const QByteArray &data) { publish(type, data); })
    , m_talkBack(clock, [this] { talkBack(); })
{
    connect(&m_wire, &Wire::failed, this, &World::warned);
    connect(&m_server.log(), &EventLog::published, this,
            [this](const Event &event) { m_watcher.eventPublished(event.id, event.published.count()); });
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

void World::addMembers(const ClientPlan &plan, qsizetype index)
{
    const auto already = std::ranges::count_if(
        m_members, [&plan](const Member &each) { return each.technique == plan.technique; });
    const QString kind = QString::fromLatin1(techniqueName(plan.technique));
    for (int i = 1; i <= plan.count; ++i) {
        const QString name = kind + u'-' + QString::number(already + i);
        Member &member = m_members.emplace_back(Member {.client = makeClient(plan.technique, name),
                                                        .technique = plan.technique,
                                                        .plan = index,
                                                        .wanted = plan.starts});
        prepare(member, plan);
        m_log->announceClient(name, plan.technique);
    }
}

ClientPlan World::planOf(const Member &member) const
{
    return member.plan < 0 ? ClientPlan {.technique = member.technique} : m_settings.plans.value(member.plan);
}

bool World::hasMembers(Technique technique) const
{
    return std::ranges::any_of(m_members,
                               [technique](const Member &each) { return each.technique == technique; });
}

std::unique_ptr<Client> World::makeClient(Technique technique, const QString &name) const
{
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

// What holds for as long as the client lives.
void World::prepare(const Member &member, const ClientPlan &plan)
{
    Client &client = *member.client;
    client.setFreshConnections(plan.freshConnection);
    if (plan.sameBrowser) {
        std::unique_ptr<ClientNetwork> &browser = m_browsers[member.plan];
        if (!browser)
            browser = std::make_unique<ClientNetwork>();
        client.shareNetwork(*browser);
    }
    if (auto *socket = qobject_cast<WebSocketClient *>(&client); socket != nullptr && plan.frameSize > 0)
        socket->setFrameSize(quint64(plan.frameSize));
    listenTo(client);
}

void World::listenTo(Client &client)
{
    connect(&client, &Client::stateChanged, this, &World::clientsChanged);
    connect(&client, &Client::received, this, &World::clientsChanged);
    connect(&client, &Client::failed, this, [this, &client](const QString &sentence) {
        const auto member = std::ranges::find_if(
            m_members, [&client](const Member &each) { return each.client.get() == &client; });
        if (member != m_members.end())
            member->problem = sentence;
        Q_EMIT clientsChanged();
    });
}

void World::configure(const Member &member) const
{
    const ClientPlan plan = planOf(member);
    const auto interval = plan.interval.value_or(m_settings.pollInterval);
    if (auto *polling = qobject_cast<AjaxPollingClient *>(member.client.get())) {
        polling->setInterval(interval);
    } else if (auto *holding = qobject_cast<LongPollingClient *>(member.client.get())) {
        holding->setTimeout(plan.timeout.value_or(m_settings.longPollTimeout));
        holding->setPortions(plan.portions.value_or(m_settings.longPollPortions));
    } else if (auto *page = qobject_cast<PageClient *>(member.client.get())) {
        page->setInterval(interval);
    }
}

void World::apply(const Settings &settings)
{
    m_settings = settings;
    m_wire.setLink(settings.link);
    m_wire.setIdleCut(settings.idleCut);

    ServerSettings server = m_server.settings();
    server.longPollTimeout = settings.longPollTimeout;
    server.heartbeat = settings.heartbeat;
    server.retry = settings.retry;
    server.emptyAnswer = ServerSettings::EmptyAnswer(settings.emptyAnswer);
    server.logCapacity = settings.logSize;
    m_server.setSettings(server);

    if (m_members.empty()) {
        for (qsizetype i = 0; i < settings.plans.size(); ++i)
            addMembers(settings.plans.at(i), i);
    }
    for (int index = 0; index < TechniqueCount; ++index) {
        const ClientPlan one {.technique = Technique(index)};
        if (settings.clients[size_t(index)] && !hasMembers(one.technique))
            addMembers(one, -1);
    }
    for (const Member &member : m_members)
        configure(member);
    runAsWanted();

    m_publisher.setPlan(settings.publish);
    if (settings.talkBack != std::exchange(m_talkBackInterval, settings.talkBack)) {
        m_talkBack.stop();
        if (settings.talkBack > 0ms)
            m_talkBack.startEvery(settings.talkBack);
    }
    Q_EMIT clientsChanged();
}

void World::runAsWanted()
{
    for (Member &member : m_members) {
        const bool runs = member.wanted && m_settings.clients[size_t(member.technique)];
        if (runs == std::exchange(member.runs, runs))
            continue;
        member.problem.clear();
        if (runs)
            member.client->start();
        else
            member.client->stop();
    }
}

void World::setRuns(const QString &clients, bool runs)
{
    for (Member &member : m_members) {
        if (clients == u"all" || isClient(member.client->name(), clients))
            member.wanted = runs;
    }
    runAsWanted();
    Q_EMIT clientsChanged();
}

void World::publish(const QByteArray &type, const QByteArray &data)
{
    m_server.log().publish(type, data);
}

void World::publishFrom(const QString &client, const QByteArray &type, const QByteArray &data)
{
    const auto found = std::ranges::find_if(
        m_members, [&](const Member &member) { return member.runs && member.client->name() == client; });
    if (found == m_members.end())
        Q_EMIT warned(tr("No client named \"%1\" runs, so it cannot send anything.").arg(client));
    else
        found->client->publish(type, data);
}

void World::act(const LessonAction &action)
{
    const QByteArray type = action.eventType.isEmpty() ? QByteArrayLiteral("message") : action.eventType;
    switch (action.kind) {
    case LessonAction::Kind::Publish:
        publish(type, action.data);
        break;
    case LessonAction::Kind::Send:
        publishFrom(action.client, type, action.data);
        break;
    case LessonAction::Kind::StartClient:
        setRuns(action.client, true);
        break;
    case LessonAction::Kind::StopClient:
        setRuns(action.client, false);
        break;
    case LessonAction::Kind::Cut:
        cut(action.client, action.silently);
        break;
    case LessonAction::Kind::Set:
    case LessonAction::Kind::Pause:
        break;
    }
}

void World::cut(const QString &clients, bool silently)
{
    m_wire.cut([&clients](const QString &client) { return clients == u"all" || isClient(client, clients); },
               silently);
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
    for (Member &member : m_members)
        member.wanted = false;
    runAsWanted();
    Q_EMIT clientsChanged();
}

QList<ClientState> World::clientStates() const
{
    QHash<QByteArray, ClientState::Beat> heartbeats;
    for (const NextHeartbeat &each : m_server.heartbeats())
        heartbeats.insert(each.userAgent, {.next = each.due, .interval = each.interval});
    QList<ClientState> states;
    for (const Member &member : m_members) {
        // The server hears only later that a client has gone.
        const auto heartbeat = member.client->isRunning()
            ? heartbeats.constFind(member.client->userAgent().toUtf8())
            : heartbeats.cend();
        states.append(
            {.name = member.client->name(),
             .technique = member.technique,
             .state = Client::stateText(member.client->state()),
             .received = member.client->receivedCount(),
             .problem = member.problem,
             .upcoming = member.client->upcoming(),
             .heartbeat = heartbeat == heartbeats.cend() ? std::nullopt : std::optional(*heartbeat)});
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
