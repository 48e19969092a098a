// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/engine.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <map>

using namespace wiretale;
using namespace std::chrono_literals;

// The whole world on real sockets, its clock driven by hand.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClientGetsEveryEventOnceAndInOrder_data();
    void everyClientGetsEveryEventOnceAndInOrder();
    void pausedNothingArrivesAndNothingIsLost();
    void aStepIsOneArrival();
    void beginsAnewAtTheSameAddress();
    void aClientThatWasStoppedMissesNothing();
    void everyKindPublishesItsOwnWay();
    void changingTheRateKeepsTheWorld();
    void saysWhichPortItTookInstead();
    void aPortAskedForThatIsTakenIsAnError();
    void leavesNothingInFlightAtTheEnd();

private:
    static Settings allFour(const LinkProfile &link);
    // Lets the clock go on in small steps, sockets having their turn in between, until it is so.
    static bool playUntil(Engine &engine, const std::function<bool()> &condition, Nanoseconds step = 20ms);
    static std::map<QString, std::vector<qint64>> deliveredIds(const TrafficLog &log);
    static qint64 arrivals(const TrafficLog &log);
    static Engine::Options anyPort() { return {.port = 0}; }
};

Settings TestEngine::allFour(const LinkProfile &link)
{
    Settings settings;
    settings.link = link;
    settings.publish = {PublishPlan::Kind::ByHand, {}};
    settings.pollInterval = 200ms;
    settings.longPollTimeout = 1000ms;
    settings.clients = {false, true, true, true, true};
    return settings;
}

bool TestEngine::playUntil(Engine &engine, const std::function<bool()> &condition, Nanoseconds step)
{
    return QTest::qWaitFor(
        [&] {
            if (condition())
                return true;
            engine.clock().advance(step);
            return false;
        },
        60000);
}

std::map<QString, std::vector<qint64>> TestEngine::deliveredIds(const TrafficLog &log)
{
    std::map<QString, std::vector<qint64>> ids;
    for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
        const Record record = log.journal().at(number);
        if (record.direction != Direction::ServerToClient || record.arrivedNs == Record::NotArrived)
            continue;
        for (const qint64 id : log.journal().eventIds(number))
            ids[log.journal().clientName(record.connection)].push_back(id);
    }
    return ids;
}

qint64 TestEngine::arrivals(const TrafficLog &log)
{
    qint64 count = 0;
    for (RecordNumber number = 1; number <= log.journal().size(); ++number)
        count += log.journal().at(number).arrivedNs != Record::NotArrived;
    return count;
}

void TestEngine::everyClientGetsEveryEventOnceAndInOrder_data()
{
    QTest::addColumn<qint64>("latencyUs");
    QTest::addColumn<qint64>("jitterUs");
    QTest::addColumn<bool>("portions");
    QTest::newRow("no delay") << qint64(0) << qint64(0) << false;
    QTest::newRow("40 ms") << qint64(40000) << qint64(0) << false;
    QTest::newRow("300 ms and jitter") << qint64(300000) << qint64(50000) << false;
    QTest::newRow("long polls answered in portions") << qint64(10000) << qint64(0) << true;
}

void TestEngine::everyClientGetsEveryEventOnceAndInOrder()
{
    QFETCH(qint64, latencyUs);
    QFETCH(qint64, jitterUs);
    QFETCH(bool, portions);
    Engine engine(anyPort(), Clock::Drive::ByHand);
    Settings settings = allFour(
        {.latency = std::chrono::microseconds(latencyUs), .jitter = std::chrono::microseconds(jitterUs)});
    settings.longPollPortions = portions;
    settings.publish = {PublishPlan::Kind::EveryInterval, 150ms};
    engine.start(settings);
    QVERIFY(engine.log());
    QVERIFY(playUntil(engine, [&] { return engine.clock().now() >= 4s; }));
    QSignalSpy woundDown(&engine, &Engine::woundDown);
    engine.windDown();
    QVERIFY(playUntil(engine, [&] { return !woundDown.isEmpty(); }));
    QVERIFY(woundDown.first().first().toBool());

    const auto delivered = deliveredIds(*engine.log());
    QCOMPARE(delivered.size(), size_t(4));
    for (const auto &[client, ids] : delivered) {
        QVERIFY2(ids.size() >= 20, qPrintable(client));
        for (size_t i = 0; i < ids.size(); ++i)
            QVERIFY2(ids[i] == qint64(i + 1), qPrintable(client));
    }
}

void TestEngine::pausedNothingArrivesAndNothingIsLost()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    engine.start(allFour({.latency = 20ms}));
    const TrafficLog &log = *engine.log();
    QVERIFY(playUntil(engine,
                      [&] { return log.journal().clients().size() == 4 && engine.clock().now() > 500ms; }));

    engine.pause();
    const qint64 before = arrivals(log);
    const Nanoseconds then = engine.clock().now();
    engine.publish("news", "while the world stands still");
    int turns = 0;
    // An hour goes by outside.
    QVERIFY(playUntil(
        engine, [&] { return ++turns > 60; }, 1min));
    QCOMPARE(arrivals(log), before);
    QCOMPARE(engine.clock().now(), then);

    engine.resume();
    QVERIFY(playUntil(engine, [&] { return deliveredIds(log).size() == 4; }));
    for (const auto &[client, ids] : deliveredIds(log))
        QCOMPARE(ids, std::vector<qint64> {1});
}

void TestEngine::aStepIsOneArrival()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    engine.start(allFour({.latency = 30ms}));
    const TrafficLog &log = *engine.log();
    engine.pause();
    for (int i = 0; i < 25; ++i) {
        const qint64 before = arrivals(log);
        engine.step();
        QVERIFY(playUntil(engine, [&] { return engine.clock().isPaused(); }));
        QCOMPARE(arrivals(log), before + 1);
    }
}

void TestEngine::beginsAnewAtTheSameAddress()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    QSignalSpy started(&engine, &Engine::started);
    engine.start(allFour({}));
    const quint16 port = engine.port();
    const std::shared_ptr<const TrafficLog> first = engine.log();
    QVERIFY(playUntil(engine, [&] { return first->journal().size() > 20; }));
    engine.start(allFour({}));
    QCOMPARE(started.size(), 2);
    QCOMPARE(engine.port(), port);
    QVERIFY(engine.log() != first);
    QVERIFY(engine.clock().now() < 1ms);
    // Whoever still looks at the old log can read it.
    QVERIFY(!first->bytes(first->journal().size()).isNull() || first->journal().size() > 0);
    QVERIFY(playUntil(engine, [&] { return engine.log()->journal().size() > 20; }));
}

void TestEngine::aClientThatWasStoppedMissesNothing()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    Settings settings = allFour({.latency = 5ms});
    engine.start(settings);
    const TrafficLog &log = *engine.log();
    engine.publish("news", "one");
    QVERIFY(playUntil(engine, [&] { return deliveredIds(log).size() == 4; }));

    settings.clients.fill(false);
    engine.apply(settings);
    engine.publish("news", "two");
    engine.publish("news", "three");
    const Nanoseconds stopped = engine.clock().now();
    QVERIFY(playUntil(
        engine, [&] { return engine.clock().now() > stopped + 2s; }, 50ms));
    for (const auto &[client, ids] : deliveredIds(log))
        QCOMPARE(ids, std::vector<qint64> {1});

    settings.clients = {false, true, true, true, true};
    engine.apply(settings);
    const std::vector<qint64> all {1, 2, 3};
    QVERIFY(playUntil(engine, [&] {
        const auto delivered = deliveredIds(log);
        return std::ranges::all_of(delivered, [&](const auto &entry) { return entry.second == all; });
    }));
}

void TestEngine::everyKindPublishesItsOwnWay()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    engine.start(allFour({.latency = 5ms}));
    const TrafficLog &log = *engine.log();
    engine.publish("news", "so that all are there");
    QVERIFY(playUntil(engine, [&] { return deliveredIds(log).size() == 4; }));
    qint64 published = 1;
    for (const char *name : {"ajax-polling-1", "long-polling-1", "event-stream-1", "websocket-1"}) {
        engine.publishFrom(QString::fromLatin1(name), "chat", "hello from " + QByteArray(name));
        ++published;
        QVERIFY2(playUntil(engine,
                           [&] {
                               const auto delivered = deliveredIds(log);
                               return std::ranges::all_of(delivered, [&](const auto &entry) {
                                   return qint64(entry.second.size()) == published;
                               });
                           }),
                 name);
    }
    // A small fault: all goes on.
    const QSignalSpy failed(&engine, &Engine::failed);
    const QSignalSpy warned(&engine, &Engine::warned);
    engine.publishFrom(QStringLiteral("nobody"), "chat", "hello");
    QCOMPARE(warned.size(), 1);
    QVERIFY(warned.first().first().toString().contains(QStringLiteral("nobody")));
    QVERIFY(failed.isEmpty());
    engine.publish("news", "goes on");
    ++published;
    QVERIFY(playUntil(engine, [&] {
        const auto delivered = deliveredIds(log);
        return std::ranges::all_of(
            delivered, [&](const auto &entry) { return qint64(entry.second.size()) == published; });
    }));
}

void TestEngine::changingTheRateKeepsTheWorld()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    engine.start(allFour({.latency = 10ms}));
    QVERIFY(playUntil(engine, [&] { return engine.clock().now() >= 300ms; }));
    engine.setRate(20);
    QCOMPARE(engine.clock().rate(), 20.0);
    engine.setRate(1000);
    QCOMPARE(engine.settings().rate, 20.0);
    engine.publish("news", "fast");
    QVERIFY(playUntil(
        engine, [&] { return deliveredIds(*engine.log()).size() == 4; }, 1ms));
}

void TestEngine::saysWhichPortItTookInstead()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Engine engine({.port = other.serverPort()}, Clock::Drive::ByHand);
    QSignalSpy started(&engine, &Engine::started);
    engine.start(allFour({}));
    QCOMPARE(started.size(), 1);
    const QString note = started.first().at(1).toString();
    QVERIFY(engine.port() != other.serverPort());
    QVERIFY(note.contains(QString::number(other.serverPort())));
    QVERIFY(note.contains(QString::number(engine.port())));
}

void TestEngine::aPortAskedForThatIsTakenIsAnError()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Engine engine({.port = other.serverPort(), .exactPort = true}, Clock::Drive::ByHand);
    const QSignalSpy failed(&engine, &Engine::failed);
    const QSignalSpy warned(&engine, &Engine::warned);
    engine.start(allFour({}));
    QCOMPARE(failed.size(), 1);
    QVERIFY(warned.isEmpty());
    QVERIFY(failed.first().first().toString().contains(QString::number(other.serverPort())));
    QVERIFY(!engine.log());
}

void TestEngine::leavesNothingInFlightAtTheEnd()
{
    Engine engine(anyPort(), Clock::Drive::ByHand);
    Settings settings = allFour({.latency = 50ms});
    settings.publish = {PublishPlan::Kind::EveryInterval, 100ms};
    settings.talkBack = 300ms;
    engine.start(settings);
    QVERIFY(playUntil(engine, [&] { return engine.clock().now() >= 2s; }));
    QSignalSpy woundDown(&engine, &Engine::woundDown);
    engine.windDown();
    QVERIFY(playUntil(engine, [&] { return !woundDown.isEmpty(); }));
    QVERIFY(woundDown.first().first().toBool());
    // Nothing is left in flight, and every connection was closed by somebody.
    const Journal &journal = engine.log()->journal();
    for (const ConnectionSpan &connection : journal.connections(0, journal.lastNs()))
        QVERIFY(connection.closedNs != Record::NotArrived);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
