// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/exchangetiming.h"
#include "app/journal/journal.h"

#include <QTest>

using namespace wiretale;
using Kind = TimingBar::Kind;

class TestExchangeTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeldRequestAndItsAnswer();
    void whileItIsHeld();
    void whileTheRequestTravels();
    void aStreamWithTheEventChosen();
    void aStreamThatGoesOn();
    void whatBelongsToNoExchange();
    void aRequestThatWasLost();

private:
    static RecordNumber add(Journal &journal, Record record, qint64 arrivedNs)
    {
        record.connection = 1;
        const RecordNumber number = journal.append(record);
        if (arrivedNs > 0)
            journal.setArrived(number, arrivedNs);
        return number;
    }
    // Opens, asks at 10, is heard at 15.
    static void begin(Journal &journal)
    {
        add(journal, {.departedNs = 0, .kind = MessageKind::Open}, 5);
        add(journal, {.departedNs = 10, .kind = MessageKind::Request}, 15);
    }
    static Record answer(qint64 ns, MessageKind kind, RecordFlag flags)
    {
        return {.departedNs = ns,
                .exchange = 2,
                .flags = flags,
                .kind = kind,
                .direction = Direction::ServerToClient};
    }
    static void compare(const std::vector<TimingBar> &bars, const std::vector<TimingBar> &expected)
    {
        QCOMPARE(bars.size(), expected.size());
        for (size_t i = 0; i < bars.size(); ++i) {
            QCOMPARE(int(bars[i].kind), int(expected[i].kind));
            QCOMPARE(bars[i].fromNs, expected[i].fromNs);
            QCOMPARE(bars[i].toNs, expected[i].toNs);
            QCOMPARE(bars[i].record, expected[i].record);
            QCOMPARE(bars[i].isOpen, expected[i].isOpen);
            QCOMPARE(bars[i].isLost, expected[i].isLost);
        }
    }
};

void TestExchangeTiming::aHeldRequestAndItsAnswer()
{
    Journal journal;
    begin(journal);
    add(journal, answer(40, MessageKind::Response, RecordFlag::Final), 45);
    const std::vector<TimingBar> expected {
        {.kind = Kind::Opening, .fromNs = 0, .toNs = 5, .record = 1},
        {.kind = Kind::Request, .fromNs = 10, .toNs = 15, .record = 2},
        {.kind = Kind::Held, .fromNs = 15, .toNs = 40},
        {.kind = Kind::Answer, .fromNs = 40, .toNs = 45, .record = 3},
    };
    compare(timingOf(journal, 2, 100), expected);
    compare(timingOf(journal, 3, 100), expected);
}

void TestExchangeTiming::whileItIsHeld()
{
    Journal journal;
    begin(journal);
    compare(timingOf(journal, 2, 30),
            {{.kind = Kind::Opening, .fromNs = 0, .toNs = 5, .record = 1},
             {.kind = Kind::Request, .fromNs = 10, .toNs = 15, .record = 2},
             {.kind = Kind::Held, .fromNs = 15, .toNs = 30, .isOpen = true}});
}

void TestExchangeTiming::whileTheRequestTravels()
{
    Journal journal;
    begin(journal);
    compare(timingOf(journal, 2, 12),
            {{.kind = Kind::Opening, .fromNs = 0, .toNs = 5, .record = 1},
             {.kind = Kind::Request, .fromNs = 10, .toNs = 12, .record = 2, .isOpen = true}});
}

void TestExchangeTiming::aStreamWithTheEventChosen()
{
    Journal journal;
    begin(journal);
    add(journal, answer(20, MessageKind::Response, RecordFlag::Streaming), 25);
    add(journal, answer(30, MessageKind::Event, RecordFlag::None), 35);
    add(journal, answer(50, MessageKind::Chunk, RecordFlag::Final), 55);
    compare(timingOf(journal, 4, 100),
            {{.kind = Kind::Opening, .fromNs = 0, .toNs = 5, .record = 1},
             {.kind = Kind::Request, .fromNs = 10, .toNs = 15, .record = 2},
             {.kind = Kind::Held, .fromNs = 15, .toNs = 20},
             {.kind = Kind::Answer, .fromNs = 20, .toNs = 25, .record = 3},
             {.kind = Kind::Streaming, .fromNs = 20, .toNs = 50},
             {.kind = Kind::Message, .fromNs = 30, .toNs = 35, .record = 4}});
}

void TestExchangeTiming::aStreamThatGoesOn()
{
    Journal journal;
    begin(journal);
    add(journal, answer(20, MessageKind::Response, RecordFlag::Streaming), 25);
    const std::vector<TimingBar> bars = timingOf(journal, 3, 60);
    QCOMPARE(int(bars.back().kind), int(Kind::Streaming));
    QCOMPARE(bars.back().toNs, 60);
    QVERIFY(bars.back().isOpen);
}

void TestExchangeTiming::whatBelongsToNoExchange()
{
    Journal journal;
    begin(journal);
    compare(timingOf(journal, 1, 100), {{.kind = Kind::Message, .fromNs = 0, .toNs = 5, .record = 1}});
}

void TestExchangeTiming::aRequestThatWasLost()
{
    Journal journal;
    const RecordNumber number = add(journal, {.departedNs = 10, .kind = MessageKind::Request}, 0);
    journal.setCut(number);
    compare(timingOf(journal, number, 100),
            {{.kind = Kind::Request, .fromNs = 10, .toNs = 10, .record = 1, .isLost = true}});
}

QTEST_GUILESS_MAIN(TestExchangeTiming)
#include "tst_exchangetiming.moc"
