// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestWindowSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstStartIsAllFourInSlowMotion();
    void whatIsSavedComesBack();
    void nonsenseIsLeftAside_data();
    void nonsenseIsLeftAside();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
};

void TestWindowSettings::aFirstStartIsAllFourInSlowMotion()
{
    const QSettings store(m_folder.filePath(QStringLiteral("none.ini")), QSettings::IniFormat);
    const WindowSettings loaded = loadWindowSettings(store);
    QVERIFY(loaded == firstWindowSettings());
    for (const Technique technique :
         {Technique::AjaxPolling, Technique::LongPolling, Technique::EventStream, Technique::WebSocket})
        QVERIFY(loaded.settings.clients[size_t(technique)]);
    // Slow enough to be followed by eye, fast enough to move within two seconds.
    QVERIFY(loaded.settings.link.latency >= 300ms && loaded.settings.link.latency <= 2s);
    QCOMPARE(loaded.settings.rate, 1.0);
}

void TestWindowSettings::whatIsSavedComesBack()
{
    WindowSettings saved;
    saved.geometry = QByteArray("\x01\x00geometry", 10);
    saved.layout = QByteArray("\xff\x00layout", 8);
    saved.language = QStringLiteral("ru");
    saved.textScale = 1.3;
    saved.timeMode = TimeMode::Steps;
    saved.settings.rate = 0.25;
    saved.settings.link = {.latency = 123456ns, .bitsPerSecond = 64'000, .jitter = 7ms};
    saved.settings.publish = {PublishPlan::Kind::AtRandom, 777ms};
    saved.settings.pollInterval = 321ms;
    saved.settings.longPollTimeout = 4321ms;
    saved.settings.heartbeat = 0ms;
    saved.settings.retry = 11ms;
    saved.settings.emptyAnswer = EmptyAnswerKind::NotModified;
    saved.settings.longPollPortions = true;
    saved.settings.talkBack = 900ms;
    saved.settings.clients = {true, false, true, false, true};
    {
        QSettings store(path(), QSettings::IniFormat);
        saveWindowSettings(store, saved);
    }
    const QSettings store(path(), QSettings::IniFormat);
    QVERIFY(loadWindowSettings(store) == saved);
}

void TestWindowSettings::nonsenseIsLeftAside_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("rate is no number") << QStringLiteral("free/rate") << QVariant(QStringLiteral("fast"));
    QTest::newRow("rate of zero") << QStringLiteral("free/rate") << QVariant(0.0);
    QTest::newRow("rate too high") << QStringLiteral("free/rate") << QVariant(1e9);
    QTest::newRow("negative latency") << QStringLiteral("free/link/latencyNs") << QVariant(-5);
    QTest::newRow("negative bandwidth") << QStringLiteral("free/link/bitsPerSecond") << QVariant(-5);
    QTest::newRow("poll interval of zero") << QStringLiteral("free/pollIntervalMs") << QVariant(0);
    QTest::newRow("publish interval of zero") << QStringLiteral("free/publish/intervalMs") << QVariant(0);
    QTest::newRow("unknown plan") << QStringLiteral("free/publish/kind") << QVariant(3);
    QTest::newRow("unknown empty answer") << QStringLiteral("free/emptyAnswer") << QVariant(-1);
    QTest::newRow("no way of drawing time") << QStringLiteral("window/timeMode") << QVariant(3);
    QTest::newRow("text of no size") << QStringLiteral("window/textScale") << QVariant(0.0);
}

void TestWindowSettings::nonsenseIsLeftAside()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QSettings store(path(), QSettings::IniFormat);
    store.clear();
    store.setValue(key, value);
    QVERIFY(loadWindowSettings(store) == firstWindowSettings());
}

QTEST_GUILESS_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
