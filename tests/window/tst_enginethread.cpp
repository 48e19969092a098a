// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/enginethread.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestEngineThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsPlaysAndEnds();
    void endsAtOnceWithoutAStart();
    void endsWhileItPlays();
    void saysThatThePortIsTakenAndTriesAgain();
    void theLogOutlivesTheEngine();

private:
    static Settings quick()
    {
        Settings settings;
        settings.link.latency = 1ms;
        settings.pollInterval = 20ms;
        settings.publish.interval = 50ms;
        return settings;
    }
};

void TestEngineThread::startsPlaysAndEnds()
{
    EngineThread engine({.port = 0});
    QSignalSpy started(&engine, &EngineThread::started);
    QSignalSpy scorecards(&engine, &EngineThread::scorecardChanged);
    engine.start(quick());
    QVERIFY(started.wait());
    QVERIFY(started.constFirst().constFirst().value<quint16>() != 0);
    QTRY_VERIFY(
        !scorecards.isEmpty()
        && scorecards.constLast().constFirst().value<Scorecard>().of(Technique::WebSocket).eventsDelivered
            > 2);
    QSignalSpy clients(&engine, &EngineThread::clientsChanged);
    engine.stop();
    QTRY_VERIFY(!clients.isEmpty() && clients.constLast().constFirst().value<QList<ClientState>>().isEmpty());
}

void TestEngineThread::endsAtOnceWithoutAStart()
{
    const auto engine = std::make_unique<EngineThread>(Engine::Options {.port = 0});
    QVERIFY(engine != nullptr);
}

void TestEngineThread::endsWhileItPlays()
{
    for (int i = 0; i < 5; ++i) {
        EngineThread engine({.port = 0});
        QSignalSpy clients(&engine, &EngineThread::clientsChanged);
        engine.start(quick());
        engine.publish("message", "hello");
        engine.pause();
        engine.step();
        QVERIFY(clients.wait());
    }
}

void TestEngineThread::saysThatThePortIsTakenAndTriesAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    EngineThread engine({.port = other.serverPort(), .exactPort = true});
    QSignalSpy started(&engine, &EngineThread::started);
    QSignalSpy failed(&engine, &EngineThread::failed);
    engine.start(quick());
    QVERIFY(failed.wait());
    QVERIFY(failed.constFirst().constFirst().toString().contains(QString::number(other.serverPort())));
    QVERIFY(started.isEmpty());

    const quint16 port = other.serverPort();
    other.close();
    engine.start(quick());
    QVERIFY(started.wait());
    QCOMPARE(started.constFirst().constFirst().value<quint16>(), port);
}

void TestEngineThread::theLogOutlivesTheEngine()
{
    std::shared_ptr<const TrafficLog> log;
    {
        EngineThread engine({.port = 0});
        connect(&engine, &EngineThread::logReplaced, this,
                [&log](const std::shared_ptr<const TrafficLog> &replaced) { log = replaced; });
        engine.start(quick());
        QTRY_VERIFY(log && log->journal().size() > 20);
    }
    // Which of them are openings, which have no bytes, is up to the clients' threads.
    RecordNumber first = 1;
    while (log->journal().at(first).wireBytes == 0)
        ++first;
    QCOMPARE(log->bytes(first).size(), qsizetype(log->journal().at(first).wireBytes));
    QVERIFY(!log->journal().clients().empty());
}

QTEST_GUILESS_MAIN(TestEngineThread)
#include "tst_enginethread.moc"
