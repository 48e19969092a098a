// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lesson/publisher.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestPublisher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsInterval();
    void sameSeedSameRun();
    void randomTimesHaveTheirMean();
    void aNewPlanBeginsNow();
    void byHandPublishesNothing();

private:
    struct Published
    {
        Nanoseconds at;
        QByteArray data;
        friend bool operator==(const Published &, const Published &) = default;
    };

    static std::vector<Published> play(const PublishPlan &plan, quint32 seed, Nanoseconds time)
    {
        Clock clock(Clock::Drive::ByHand);
        std::vector<Published> published;
        Publisher publisher(clock, seed, [&](const QByteArray &, const QByteArray &data) {
            published.push_back({clock.now(), data});
        });
        publisher.setPlan(plan);
        clock.advance(time);
        return published;
    }
};

void TestPublisher::keepsItsInterval()
{
    const auto published = play({PublishPlan::Kind::EveryInterval, 500ms}, 1, 10s);
    QCOMPARE(published.size(), size_t(20));
    for (size_t i = 0; i < published.size(); ++i)
        QCOMPARE(published[i].at, Nanoseconds(500ms) * qint64(i + 1));
}

void TestPublisher::sameSeedSameRun()
{
    const PublishPlan plan {PublishPlan::Kind::AtRandom, 300ms};
    QVERIFY(play(plan, 7, 60s) == play(plan, 7, 60s));
    QVERIFY(play(plan, 7, 60s) != play(plan, 8, 60s));
}

void TestPublisher::randomTimesHaveTheirMean()
{
    const auto published = play({PublishPlan::Kind::AtRandom, 100ms}, 3, 1000s);
    // 10,000 expected, standard deviation 100.
    QVERIFY(published.size() > 9500 && published.size() < 10500);
}

void TestPublisher::aNewPlanBeginsNow()
{
    Clock clock(Clock::Drive::ByHand);
    int count = 0;
    Publisher publisher(clock, 1, [&](const QByteArray &, const QByteArray &) { ++count; });
    publisher.setPlan({PublishPlan::Kind::EveryInterval, 10s});
    clock.advance(9s);
    publisher.setPlan({PublishPlan::Kind::EveryInterval, 10s}); // the same: nothing changes
    clock.advance(1s);
    QCOMPARE(count, 1);
    publisher.setPlan({PublishPlan::Kind::EveryInterval, 2s});
    clock.advance(4s);
    QCOMPARE(count, 3);
}

void TestPublisher::byHandPublishesNothing()
{
    QVERIFY(play({PublishPlan::Kind::ByHand, 1s}, 1, 100s).empty());
}

QTEST_GUILESS_MAIN(TestPublisher)
#include "tst_publisher.moc"
