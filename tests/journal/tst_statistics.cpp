// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journal.h"
#include "app/journal/statistics.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace wiretale;

namespace {

/// A journal and the statistics of what comes into it, told in the fewest words.
class Story
{
public:
    Journal journal;
    Statistics statistics;
    Technique technique = Technique::Http;
    ConnectionNumber connection = 1;
    qint64 nowNs = 0;

    RecordNumber depart(MessageKind kind, Direction direction, quint32 wireBytes = 0,
                        RecordNumber exchange = 0, RecordFlag flags = RecordFlag::None,
                        const std::vector<qint64> &ids = {}, quint16 code = 0)
    {
        Record record;
        record.kind = kind;
        record.direction = direction;
        record.departedNs = nowNs;
        record.wireBytes = wireBytes;
        record.payloadBytes = quint32(ids.size()) * 10;
        record.connection = connection;
        record.exchange = exchange;
        record.flags = flags;
        record.code = code;
        record.technique = technique;
        const RecordNumber number = journal.append(record, ids);
        statistics.departed(journal, number);
        return number;
    }
    void arrive(RecordNumber number)
    {
        journal.setArrived(number, nowNs);
        statistics.arrived(journal, number);
    }
    RecordNumber pass(MessageKind kind, Direction direction, quint32 wireBytes = 0, RecordNumber exchange = 0,
                      RecordFlag flags = RecordFlag::None, const std::vector<qint64> &ids = {},
                      quint16 code = 0)
    {
        const RecordNumber number = depart(kind, direction, wireBytes, exchange, flags, ids, code);
        nowNs += 10;
        arrive(number);
        return number;
    }
    void name(const QString &client)
    {
        journal.nameConnection(connection, client);
        statistics.named(journal, connection);
    }
    [[nodiscard]] Figures of(Technique which) const { return statistics.scorecard().of(which); }
};

using enum MessageKind;
using enum Direction;
using enum RecordFlag;

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyScorecard();
    void longPoll();
    void latencyOfWhatArrives();
    void connectionMovesToItsTechnique();
    void clientGetsWhatPassedBeforeItsName();
    void clientsInOrderOfAppearance();
    void interimResponseEndsNoWait();
    void lostEventIsNotDelivered();
    void replayGivesTheSame_data();
    void replayGivesTheSame();
    void replayUntilAMoment();
    void scorecardOfAMillionIsCheap();
    void manyUnansweredRequests_data();
    void manyUnansweredRequests();
};

void TestStatistics::emptyScorecard()
{
    const Statistics statistics;
    const Scorecard card = statistics.scorecard();
    QCOMPARE(card, Scorecard());
    QCOMPARE(card.of(Technique::WebSocket).latencyMedianNs, -1);
    QVERIFY(card.of(Technique::WebSocket).overheadPerEvent() < 0);
}

void TestStatistics::longPoll()
{
    Story story;
    story.technique = Technique::LongPolling;
    story.pass(Open, ClientToServer);
    const RecordNumber request = story.pass(Request, ClientToServer, 150); // arrives at 20
    story.nowNs = 520;
    story.journal.setEventPublished(1, 500);
    story.pass(Response, ServerToClient, 100, request, Final, {1}, 200); // arrives at 530
    const RecordNumber second = story.pass(Request, ClientToServer, 150); // arrives at 540
    story.nowNs = 1540;
    story.pass(Response, ServerToClient, 80, second, Final | Empty, {}, 204);
    Figures expected;
    expected.requests = 2;
    expected.emptyResponses = 1;
    expected.eventsDelivered = 1;
    expected.wireBytes = 480;
    expected.payloadBytes = 10;
    expected.messages = 4;
    expected.connectionsOpened = 1;
    expected.connectionsOpen = 1;
    expected.heldNs = 500 + 1000;
    expected.latencyMedianNs = expected.latency95Ns = expected.latencyWorstNs = 30;
    QCOMPARE(story.of(Technique::LongPolling), expected);
    QCOMPARE(story.of(Technique::Http), Figures());
    QCOMPARE(expected.overheadBytes(), 470);
    QCOMPARE(expected.overheadPerEvent(), 470.0);
}

void TestStatistics::latencyOfWhatArrives()
{
    Story story;
    story.technique = Technique::EventStream;
    story.pass(Open, ClientToServer);
    const RecordNumber request = story.pass(Request, ClientToServer, 100);
    story.pass(Response, ServerToClient, 100, request, Streaming, {}, 200);
    for (qint64 id = 1; id <= 20; ++id) {
        story.journal.setEventPublished(id, story.nowNs - id * 100);
        story.pass(Event, ServerToClient, 30, request, None, {id}); // takes id * 100 + 10
    }
    story.pass(Event, ServerToClient, 30, request, None, {999}); // nobody said when it was published
    story.pass(Frame, ClientToServer, 30, 0, None, {1}); // not to a client
    const Figures figures = story.of(Technique::EventStream);
    QCOMPARE(figures.eventsDelivered, 21);
    QCOMPARE(figures.latencyMedianNs, 1060); // half way between the 10th and the 11th
    QCOMPARE(figures.latency95Ns, 1910); // the 19th of 20
    QCOMPARE(figures.latencyWorstNs, 2010);
}

void TestStatistics::connectionMovesToItsTechnique()
{
    Story story;
    story.pass(Open, ClientToServer);
    story.pass(Request, ClientToServer, 100);
    QCOMPARE(story.of(Technique::Http).connectionsOpen, 1);
    story.technique = Technique::AjaxPolling;
    story.pass(Request, ClientToServer, 100);
    QCOMPARE(story.of(Technique::Http).connectionsOpened, 0);
    QCOMPARE(story.of(Technique::Http).connectionsOpen, 0);
    QCOMPARE(story.of(Technique::Http).requests, 1); // a record stays where it was
    QCOMPARE(story.of(Technique::AjaxPolling).connectionsOpened, 1);
    QCOMPARE(story.of(Technique::AjaxPolling).connectionsOpen, 1);
    story.technique = Technique::LongPolling;
    story.pass(Request, ClientToServer, 100);
    QCOMPARE(story.of(Technique::LongPolling).connectionsOpened, 0);
    story.technique = Technique::Http;
    story.pass(Close, ClientToServer);
    story.pass(Close, ServerToClient);
    QCOMPARE(story.of(Technique::AjaxPolling).connectionsOpened, 1);
    QCOMPARE(story.of(Technique::AjaxPolling).connectionsOpen, 0);
}

void TestStatistics::clientGetsWhatPassedBeforeItsName()
{
    Story story;
    story.technique = Technique::WebSocket;
    story.pass(Open, ClientToServer);
    story.journal.setEventPublished(1, 0);
    story.pass(Frame, ServerToClient, 25, 0, None, {1}); // takes 20
    QVERIFY(story.statistics.scorecard().clients.empty());
    story.name(QStringLiteral("ws"));
    story.pass(Frame, ServerToClient, 25, 0, None, {1}); // takes 30
    const Scorecard card = story.statistics.scorecard();
    QCOMPARE(card.clients.size(), size_t(1));
    QCOMPARE(card.clients.front().client, QStringLiteral("ws"));
    QCOMPARE(card.clients.front().technique, Technique::WebSocket);
    QCOMPARE(card.clients.front().figures, card.of(Technique::WebSocket));
    QCOMPARE(card.clients.front().figures.latencyMedianNs, 25);
}

void TestStatistics::clientsInOrderOfAppearance()
{
    Story story;
    for (const QString &client : {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b")}) {
        story.pass(Open, ClientToServer);
        story.pass(Request, ClientToServer, 100);
        story.name(client);
        ++story.connection;
    }
    const Scorecard card = story.statistics.scorecard();
    QCOMPARE(card.clients.size(), size_t(2));
    QCOMPARE(card.clients[0].client, QStringLiteral("b"));
    QCOMPARE(card.clients[0].figures.connectionsOpened, 2);
    QCOMPARE(card.clients[0].figures.wireBytes, 200);
    QCOMPARE(card.clients[1].client, QStringLiteral("a"));
    QCOMPARE(card.clients[1].figures.requests, 1);
}

void TestStatistics::interimResponseEndsNoWait()
{
    Story story;
    story.pass(Open, ClientToServer);
    const RecordNumber request = story.pass(Request, ClientToServer, 100); // arrives at 20
    story.nowNs = 100;
    story.pass(Response, ServerToClient, 25, request, None, {}, 100);
    QCOMPARE(story.of(Technique::Http).heldNs, 0);
    story.nowNs = 320;
    story.technique = Technique::LongPolling; // only the answer tells
    story.pass(Response, ServerToClient, 25, request, Streaming, {}, 200);
    story.pass(Chunk, ServerToClient, 25, request, Final);
    QCOMPARE(story.of(Technique::LongPolling).heldNs, 300);
    QCOMPARE(story.of(Technique::Http).heldNs, 0);
}

void TestStatistics::lostEventIsNotDelivered()
{
    Story story;
    story.pass(Open, ClientToServer);
    const RecordNumber number = story.depart(Event, ServerToClient, 30, 0, None, {1});
    story.journal.setCut(number);
    QCOMPARE(story.of(Technique::Http).eventsDelivered, 0);
    QCOMPARE(story.of(Technique::Http).wireBytes, 30);
    QCOMPARE(scorecardOf(story.journal), story.statistics.scorecard());
}

void TestStatistics::replayGivesTheSame_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("one story") << 1U;
    QTest::newRow("another") << 2U;
    QTest::newRow("a third") << 3U;
}

void TestStatistics::replayGivesTheSame()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    Story story;
    std::multimap<qint64, RecordNumber> due;
    std::map<ConnectionNumber, std::vector<RecordNumber>> requests;
    ConnectionNumber connections = 0;
    for (qint64 id = 1; id <= 100; ++id)
        story.journal.setEventPublished(id, id * 7);
    for (qint64 ns = 0; ns < 5000; ++ns) {
        story.nowNs = ns;
        for (; !due.empty() && due.begin()->first <= ns; due.erase(due.begin()))
            story.arrive(due.begin()->second);
        story.technique = Technique(below(TechniqueCount));
        const bool opens = connections == 0 || below(50) == 0;
        story.connection = opens ? ++connections : ConnectionNumber(1 + below(int(connections)));
        std::vector<RecordNumber> &asked = requests[story.connection];
        const int choice = below(10);
        RecordNumber number = 0;
        if (opens) {
            number = story.depart(Open, ClientToServer);
        } else if (choice < 3 || asked.empty()) {
            number = story.depart(Request, ClientToServer, quint32(below(300)));
            asked.push_back(number);
            if (asked.size() == 2)
                story.name(QStringLiteral("client %1").arg(below(4)));
        } else if (choice == 3 && below(20) == 0) {
            number = story.depart(Close, Direction(below(2)));
        } else {
            number = story.depart(choice < 6 ? Response : Event, ServerToClient, quint32(below(300)),
                                  asked[size_t(below(int(asked.size())))], None, {1 + below(120)},
                                  std::array<quint16, 3> {100, 200, 204}[size_t(below(3))]);
        }
        if (below(30) > 0)
            due.emplace(ns + below(60), number);
    }
    for (const auto &[ns, number] : due) {
        story.nowNs = ns;
        story.arrive(number);
    }
    // Those that nobody has asked twice on have no name yet; they would be named at their beginning.
    const Scorecard live = story.statistics.scorecard();
    QCOMPARE(scorecardOf(story.journal), live);
    QVERIFY(live.of(Technique::LongPolling).latencyMedianNs >= 0);
    QVERIFY(live.of(Technique::LongPolling).heldNs > 0);
    QVERIFY(live.clients.size() > 2);
}

void TestStatistics::replayUntilAMoment()
{
    Story story;
    story.technique = Technique::AjaxPolling;
    story.pass(Open, ClientToServer);
    const RecordNumber request = story.pass(Request, ClientToServer, 100); // 10 to 20
    story.name(QStringLiteral("ajax"));
    story.journal.setEventPublished(1, 15);
    story.pass(Response, ServerToClient, 50, request, Final, {1}, 200); // 20 to 30
    const auto at = [&](qint64 ns) { return scorecardOf(story.journal, ns).of(Technique::AjaxPolling); };
    QCOMPARE(at(-1), Figures());
    QCOMPARE(at(5).connectionsOpen, 1);
    QCOMPARE(at(5).requests, 0);
    QCOMPARE(at(10).requests, 1);
    QCOMPARE(at(19).wireBytes, 100);
    QCOMPARE(at(20).wireBytes, 150);
    QCOMPARE(at(29).eventsDelivered, 0);
    QCOMPARE(at(30).eventsDelivered, 1);
    QCOMPARE(at(30).latencyWorstNs, 15);
    QCOMPARE(scorecardOf(story.journal, 30), story.statistics.scorecard());
}

void TestStatistics::scorecardOfAMillionIsCheap()
{
    Story story;
    story.technique = Technique::EventStream;
    story.pass(Open, ClientToServer);
    std::mt19937 random(1);
    std::vector<qint64> ids(50'000);
    for (size_t i = 0; i < ids.size(); ++i) {
        ids[i] = qint64(i) + 1;
        story.journal.setEventPublished(ids[i], -qint64(random() % 1'000'000'000));
    }
    for (int i = 0; i < 20; ++i)
        story.pass(Event, ServerToClient, 1000, 0, None, ids);
    // Sorting the samples for each would take minutes, and the test with it.
    Scorecard card;
    for (int i = 0; i < 2000; ++i)
        card = story.statistics.scorecard();
    QCOMPARE(card.of(Technique::EventStream).eventsDelivered, 1'000'000);
    QVERIFY(card.of(Technique::EventStream).latencyMedianNs < card.of(Technique::EventStream).latency95Ns);
}

void TestStatistics::manyUnansweredRequests_data()
{
    QTest::addColumn<QString>("order");
    QTest::newRow("none is ever answered") << QString();
    QTest::newRow("answered in their order") << QStringLiteral("forth");
    QTest::newRow("answered from the last back") << QStringLiteral("back");
    QTest::newRow("answered in any order") << QStringLiteral("any");
}

void TestStatistics::manyUnansweredRequests()
{
    QFETCH(QString, order);
    constexpr int Count = 300'000;
    Story story;
    story.technique = Technique::AjaxPolling;
    story.pass(Open, ClientToServer);
    QElapsedTimer timer;
    timer.start();
    std::vector<RecordNumber> requests;
    for (int i = 0; i < Count; ++i)
        requests.push_back(story.pass(Request, ClientToServer, 100));
    const qint64 lastArrivedNs = story.nowNs;
    if (order == QStringLiteral("back"))
        std::ranges::reverse(requests);
    else if (order == QStringLiteral("any"))
        std::ranges::shuffle(requests, std::mt19937(1));
    qint64 heldNs = 0;
    for (int i = 0; i < Count && !order.isEmpty(); ++i) {
        heldNs += story.nowNs - story.journal.at(requests[size_t(i)]).arrivedNs;
        story.pass(Response, ServerToClient, 100, requests[size_t(i)], Final, {}, 200);
    }
    story.pass(Close, ServerToClient);
    // Looking through all that wait, for each that comes, takes minutes.
    QVERIFY(timer.elapsed() < 30'000);
    QCOMPARE(story.of(Technique::AjaxPolling).heldNs, heldNs);
    QCOMPARE(story.of(Technique::AjaxPolling).requests, Count);
    const auto first = story.journal.exchange(requests.front());
    QVERIFY(first);
    QCOMPARE(first->finishedNs, order.isEmpty() ? story.nowNs - 10 : lastArrivedNs);
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
