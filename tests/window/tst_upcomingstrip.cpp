// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/upcomingstrip.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

// What the line beneath the diagram says comes next.
class TestUpcomingStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysNothingWhereNothingIsPlanned();
    void countsDownInTheOrderOfTime();
    void aHeartbeatKeepsItsBeat_data();
    void aHeartbeatKeepsItsBeat();
    void whoIsAlikeIsCounted();
    void saysLessWhereThereIsLessRoom();
    void saysThatTheWindowLooksBack();

private:
    static ClientState polls(const char *name, Nanoseconds due);
    static ClientState listens(const char *name, Nanoseconds next, Nanoseconds interval);
    [[nodiscard]] QString at(Nanoseconds now) const { return m_strip->textAt(now.count()); }

    std::unique_ptr<UpcomingStrip> m_strip;
};

void TestUpcomingStrip::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_strip = std::make_unique<UpcomingStrip>();
    m_strip->setPace({.paused = true});
    m_strip->resize(2000, 30);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

ClientState TestUpcomingStrip::polls(const char *name, Nanoseconds due)
{
    return {.name = QString::fromLatin1(name),
            .technique = Technique::AjaxPolling,
            .state = {},
            .problem = {},
            .upcoming = Upcoming {Upcoming::What::Poll, due}};
}

ClientState TestUpcomingStrip::listens(const char *name, Nanoseconds next, Nanoseconds interval)
{
    return {.name = QString::fromLatin1(name),
            .technique = Technique::EventStream,
            .state = {},
            .problem = {},
            .heartbeat = ClientState::Beat {next, interval}};
}

void TestUpcomingStrip::saysNothingWhereNothingIsPlanned()
{
    m_strip->setClients({{.name = QStringLiteral("http-1"), .state = {}, .problem = {}}});
    QCOMPARE(at(1s), QString());
    m_strip->setClients({polls("ajax-polling-1", 900ms)});
    QCOMPARE(at(1s), QString());
}

void TestUpcomingStrip::countsDownInTheOrderOfTime()
{
    m_strip->setClients({listens("event-stream-1", 15s, 15s), polls("ajax-polling-1", 4s)});
    QCOMPARE(
        at(1500ms),
        QStringLiteral(
            "Next: ajax-polling-1: next poll in 2.5 s   ·   event-stream-1: server's heartbeat in 13.5 s"));
}

void TestUpcomingStrip::aHeartbeatKeepsItsBeat_data()
{
    QTest::addColumn<int>("nowSeconds");
    QTest::addColumn<QString>("left");
    QTest::newRow("before the first") << 12 << QStringLiteral("3.0");
    QTest::newRow("at the very moment") << 15 << QStringLiteral("0.0");
    QTest::newRow("after it") << 16 << QStringLiteral("4.0");
    QTest::newRow("many later") << 52 << QStringLiteral("3.0");
}

void TestUpcomingStrip::aHeartbeatKeepsItsBeat()
{
    QFETCH(const int, nowSeconds);
    QFETCH(const QString, left);
    m_strip->setClients({listens("event-stream-1", 15s, 5s)});
    QCOMPARE(at(std::chrono::seconds(nowSeconds)),
             QStringLiteral("Next: event-stream-1: server's heartbeat in %1 s").arg(left));
}

void TestUpcomingStrip::whoIsAlikeIsCounted()
{
    m_strip->setClients({polls("ajax-polling-1", 5s), polls("ajax-polling-2", 4s),
                         polls("ajax-polling-3", 6s), listens("event-stream-1", 9s, 9s)});
    const QString text = at(3s);
    QVERIFY2(text.startsWith(QStringLiteral("Next: ajax-polling-2 and 2 more: next poll in 1.0 s")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("event-stream-1: server's heartbeat in 6.0 s")));
}

void TestUpcomingStrip::saysLessWhereThereIsLessRoom()
{
    m_strip->setClients({listens("event-stream-1", 15s, 15s), polls("ajax-polling-1", 4s)});
    const QString all = at(1s);
    m_strip->resize(QFontMetrics(m_strip->font()).horizontalAdvance(all) - 10, 30);
    QTRY_COMPARE(at(1s), QStringLiteral("Next: ajax-polling-1: next poll in 3.0 s"));
}

void TestUpcomingStrip::saysThatTheWindowLooksBack()
{
    m_strip->setClients({polls("ajax-polling-1", 4s)});
    m_strip->setMoment(Nanoseconds(1500ms).count());
    QVERIFY(at(3s).contains(QStringLiteral("1.5 s")) && at(3s).contains(QStringLiteral("3.0 s")));
    QVERIFY(!at(3s).contains(QStringLiteral("poll")));
    m_strip->setMoment(std::nullopt);
    QVERIFY(at(3s).contains(QStringLiteral("poll")));
}

QTEST_MAIN(TestUpcomingStrip)
#include "tst_upcomingstrip.moc"
