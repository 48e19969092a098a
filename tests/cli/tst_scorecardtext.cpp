// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scorecardtext.h"

#include <QLocale>
#include <QTest>

using namespace wiretale;

class TestScorecardText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void linesUpItsColumns();
    void leavesOutWhatDidNothing();
    void saysDashForWhatWasNotMeasured();
};

namespace {

Scorecard someScorecard()
{
    Scorecard card;
    Figures &polling = card.techniques[size_t(Technique::AjaxPolling)];
    polling = {.requests = 30,
               .emptyResponses = 21,
               .eventsDelivered = 9,
               .wireBytes = 12345,
               .payloadBytes = 54,
               .messages = 60,
               .connectionsOpened = 1,
               .connectionsOpen = 1,
               .heldNs = 12'000'000,
               .latencyMedianNs = 512'300'000,
               .latency95Ns = 990'000'000,
               .latencyWorstNs = 1'002'000'000};
    card.techniques[size_t(Technique::WebSocket)] = {.wireBytes = 321, .messages = 2, .connectionsOpened = 1};
    return card;
}

} // namespace

void TestScorecardText::linesUpItsColumns()
{
    const QStringList lines = scorecardText(someScorecard()).split(u'\n');
    QCOMPARE(lines.size(), 4); // headings, two techniques, the end of the last line
    QCOMPARE(lines.at(0).size(), lines.at(1).size());
    QCOMPARE(lines.at(1).size(), lines.at(2).size());
    QVERIFY(lines.at(1).startsWith(QStringLiteral("ajax-polling")));
    QVERIFY(lines.at(1).contains(QStringLiteral("512.3")));
    QVERIFY(lines.at(1).contains(QStringLiteral("1,002")) || lines.at(1).contains(QStringLiteral("1002")));
    // (12345 - 54) / 9
    QVERIFY(lines.at(1).contains(QStringLiteral("1365.7"))
            || lines.at(1).contains(QStringLiteral("1,365.7")));
}

void TestScorecardText::leavesOutWhatDidNothing()
{
    const QString text = scorecardText(someScorecard());
    QVERIFY(!text.contains(QStringLiteral("long-polling")));
    QVERIFY(text.contains(QStringLiteral("websocket")));
    QCOMPARE(scorecardText(Scorecard {}).count(u'\n'), 1);
}

void TestScorecardText::saysDashForWhatWasNotMeasured()
{
    const QString webSocket = scorecardText(someScorecard()).split(u'\n').at(2);
    QCOMPARE(webSocket.count(QStringLiteral(" - ")), 4); // three latencies and the overhead per event
}

QTEST_GUILESS_MAIN(TestScorecardText)
#include "tst_scorecardtext.moc"
