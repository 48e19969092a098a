// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/history.h"
#include "app/window/playback.h"

#include <QSignalSpy>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestPlayback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void playsFromTheBeginningToTheEnd();
    void playsAtARate();
    void goesOnFromWhereSomebodyLooks();
    void stepsFromMessageToMessage();
    void anotherRecordingEndsIt();
    void nothingPlaysWithoutARecording();

private:
    std::shared_ptr<TrafficLog> m_log;
};

/// Three messages: from 1 to 2 s, from 3 to 4 s, from 9 to 10 s.
void TestPlayback::init()
{
    m_log = *TrafficLog::create(0);
    for (const qint64 second : {1, 3, 9}) {
        Record record;
        record.kind = MessageKind::Open;
        record.connection = 1;
        record.departedNs = second * 1'000'000'000;
        m_log->arrived(m_log->departed(record, {}, {}), record.departedNs + 1'000'000'000);
    }
}

void TestPlayback::playsFromTheBeginningToTheEnd()
{
    History history;
    Playback playback(history);
    playback.setLog(m_log);
    QSignalSpy playing(&playback, &Playback::playingChanged);
    playback.play();
    QVERIFY(playback.isPlaying());
    QCOMPARE(history.moment(), std::optional<qint64>(0));
    playback.advance(2500ms);
    QCOMPARE(history.moment(), std::optional<qint64>(2'500'000'000));
    playback.advance(7400ms);
    QCOMPARE(history.moment(), std::optional<qint64>(9'900'000'000));
    playback.advance(200ms);
    QVERIFY(history.isLive());
    QVERIFY(!playback.isPlaying());
    QCOMPARE(playing.count(), 2);
}

void TestPlayback::playsAtARate()
{
    History history;
    Playback playback(history);
    playback.setLog(m_log);
    playback.setRate(0.1);
    playback.play();
    playback.advance(10s);
    QCOMPARE(history.moment(), std::optional<qint64>(1'000'000'000));
    playback.setRate(4);
    playback.advance(1s);
    QCOMPARE(history.moment(), std::optional<qint64>(5'000'000'000));
}

void TestPlayback::goesOnFromWhereSomebodyLooks()
{
    History history;
    Playback playback(history);
    playback.setLog(m_log);
    history.setMoment(4'000'000'000);
    playback.play();
    playback.advance(1s);
    QCOMPARE(history.moment(), std::optional<qint64>(5'000'000'000));
    history.setMoment(1'000'000'000);
    playback.advance(1s);
    QCOMPARE(history.moment(), std::optional<qint64>(2'000'000'000));
    playback.pause();
    playback.advance(1s);
    QCOMPARE(history.moment(), std::optional<qint64>(2'000'000'000));
}

void TestPlayback::stepsFromMessageToMessage()
{
    History history;
    Playback playback(history);
    playback.setLog(m_log);
    playback.play();
    for (const qint64 second : {1, 2, 3, 4, 9}) {
        playback.step();
        QVERIFY(!playback.isPlaying());
        QCOMPARE(history.moment(), std::optional<qint64>(second * 1'000'000'000));
    }
    playback.step();
    QVERIFY(history.isLive());
    playback.step();
    QCOMPARE(history.moment(), std::optional<qint64>(1'000'000'000));
}

void TestPlayback::anotherRecordingEndsIt()
{
    History history;
    Playback playback(history);
    playback.setLog(m_log);
    playback.play();
    playback.setLog(nullptr);
    QVERIFY(!playback.isPlaying());
    playback.advance(1s);
    QCOMPARE(history.moment(), std::optional<qint64>(0));
}

void TestPlayback::nothingPlaysWithoutARecording()
{
    History history;
    Playback playback(history);
    playback.play();
    playback.step();
    QVERIFY(!playback.isPlaying());
    QVERIFY(history.isLive());
}

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
