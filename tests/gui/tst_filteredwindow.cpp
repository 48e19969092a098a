// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/chart/trafficchart.h"
#include "app/diagram/filterchip.h"
#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/window/filterbar.h"
#include "app/window/traffictable.h"
#include "app/window/traffictablemodel.h"
#include "tests/gui/windowattest.h"

#include <QDockWidget>
#include <QTest>

#include <algorithm>

using namespace wiretale;

// The diagram, the table and the chart show the same selection.
class TestFilteredWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allShowWhatTheLineChooses_data();
    void allShowWhatTheLineChooses();
    void followsTrafficThatGoesOn();
    void theChipBringsAllBack();
    void showsTheSameOfThePast();
    void staysForTheNextRecording();

private:
    template <typename Widget>
    [[nodiscard]] Widget &the() const
    {
        return *m_test->window().findChild<Widget *>();
    }
    [[nodiscard]] const FilteredRows &rows() const { return the<TrafficTable>().model().rows(); }
    /// Every message in the diagram is a row of the table, and there is one.
    [[nodiscard]] bool isDiagramOfRows() const;
    void pause();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowAtTest> m_test;
};

void TestFilteredWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WindowAtTest::keepSettingsIn(m_folder->path());
    m_test = std::make_unique<WindowAtTest>();
    QTRY_VERIFY(m_test->arrivals() > 150);
    for (const Technique technique : {Technique::AjaxPolling, Technique::WebSocket})
        QTRY_VERIFY(m_test->scorecard().of(technique).eventsDelivered > 2);
}

void TestFilteredWindow::cleanup()
{
    m_test.reset();
}

void TestFilteredWindow::pause()
{
    m_test->action(Qt::Key_Space)->trigger();
    QTRY_VERIFY(m_test->pace().paused);
}

bool TestFilteredWindow::isDiagramOfRows() const
{
    const std::vector<SequenceScene::Arrow> &arrows = the<SequenceView>().scene().arrows;
    return !arrows.empty() && std::ranges::all_of(arrows, [this](const SequenceScene::Arrow &arrow) {
        return rows().rowOf(arrow.number).has_value();
    });
}

void TestFilteredWindow::allShowWhatTheLineChooses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isTableSeen");
    for (const bool isSeen : {true, false}) {
        const QString where = isSeen ? QStringLiteral("the table is seen") : QStringLiteral("it is closed");
        for (const char *line : {"technique:websocket", "empty:yes", "client:long-polling", "kind:request"})
            QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1StringView(line), where)))
                << QString::fromLatin1(line) << isSeen;
    }
}

void TestFilteredWindow::allShowWhatTheLineChooses()
{
    QFETCH(const QString, line);
    QFETCH(const bool, isTableSeen);
    pause();
    auto &diagram = the<SequenceView>();
    auto &chart = the<TrafficChart>();
    m_test->window().findChild<QDockWidget *>(QStringLiteral("messages"))->setVisible(isTableSeen);
    QTRY_COMPARE(the<TrafficTable>().isVisible(), isTableSeen);
    QTRY_VERIFY(!diagram.scene().arrows.empty() && chart.series().newest() >= 0);
    const size_t lanes = diagram.scene().lanes.size();
    const QString legend = chart.legend();

    the<FilterBar>().setLine(line);
    QTRY_VERIFY(rows().isUpToDate() && isDiagramOfRows());
    QVERIFY(rows().size() > 0 && rows().size() < m_test->log()->journal().size());
    QVERIFY(diagram.scene().lanes.size() <= lanes);
    QTRY_VERIFY(the<FilterChip>().isVisible());
    QVERIFY(chart.legend() != legend);
    const auto summed = [&chart] {
        quint64 messages = 0;
        for (qint64 bucket = 0; bucket <= chart.series().newest(); ++bucket) {
            for (const TrafficShare &share : chart.series().bucket(bucket))
                messages += share.loadedMessages + share.bareMessages;
        }
        return messages;
    };
    quint64 chosen = 0;
    for (quint32 row = 0; row < rows().size(); ++row)
        chosen += quint64(m_test->log()->journal().at(rows().at(row)).wireBytes > 0);
    QTRY_COMPARE(summed(), chosen);

    the<FilterBar>().clear();
    QTRY_COMPARE(diagram.scene().lanes.size(), lanes);
    QVERIFY(the<FilterChip>().isHidden());
    QCOMPARE(chart.legend(), legend);
    QTRY_VERIFY(summed() > chosen);
}

void TestFilteredWindow::followsTrafficThatGoesOn()
{
    the<FilterBar>().setLine(QStringLiteral("technique:websocket"));
    QTRY_VERIFY(isDiagramOfRows());
    const quint32 before = rows().size();
    for (int i = 0; i < 20; ++i) {
        QTRY_VERIFY(rows().size() > before + quint32(i));
        QVERIFY(isDiagramOfRows());
        QVERIFY(the<SequenceView>().isFollowing());
    }
}

void TestFilteredWindow::theChipBringsAllBack()
{
    the<FilterBar>().setLine(QStringLiteral("empty:yes"));
    QTRY_VERIFY(isDiagramOfRows());
    QTest::mouseClick(&the<FilterChip>(), Qt::LeftButton);
    QCOMPARE(the<FilterBar>().line(), QString());
    QVERIFY(the<FilterChip>().isHidden());
    QTRY_VERIFY(the<SequenceView>().scene().lanes.size() >= 4);
}

void TestFilteredWindow::showsTheSameOfThePast()
{
    the<FilterBar>().setLine(QStringLiteral("technique:ajax-polling kind:request"));
    QTRY_VERIFY(isDiagramOfRows());
    const qint64 then = m_test->log()->journal().lastNs() / 2;
    the<ScrubberView>().setMoment(then);
    Q_EMIT the<ScrubberView>().momentPicked(then);
    QTRY_VERIFY(isDiagramOfRows());
    QTRY_VERIFY(
        std::ranges::all_of(the<SequenceView>().scene().arrows, [&](const SequenceScene::Arrow &arrow) {
            return m_test->log()->journal().at(arrow.number).departedNs <= then;
        }));
    const TrafficTableModel &model = the<TrafficTable>().model();
    QTRY_VERIFY(model.rowCount() > 0 && quint32(model.rowCount()) < rows().size());
    QVERIFY(m_test->log()->journal().at(model.numberAt(model.rowCount() - 1)).departedNs <= then);
    the<ScrubberView>().goLive();
    QTRY_VERIFY(the<SequenceView>().isFollowing() && isDiagramOfRows());
}

void TestFilteredWindow::staysForTheNextRecording()
{
    the<FilterBar>().setLine(QStringLiteral("technique:websocket"));
    QTRY_VERIFY(isDiagramOfRows());
    const TrafficLog *before = m_test->log();
    m_test->action(QKeyCombination(Qt::CTRL, Qt::Key_R))->trigger();
    QTRY_VERIFY(m_test->log() != before && rows().log().get() == m_test->log());
    QTRY_VERIFY_WITH_TIMEOUT(isDiagramOfRows(), 20'000);
    QVERIFY(the<FilterChip>().isVisible());
}

QTEST_MAIN(TestFilteredWindow)
#include "tst_filteredwindow.moc"
