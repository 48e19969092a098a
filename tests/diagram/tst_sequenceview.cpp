// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/legendview.h"
#include "app/diagram/sequenceview.h"

#include <QFontMetricsF>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace wiretale;
using namespace std::chrono_literals;

// The widget under real keys, wheel and mouse, over a log that was recorded already.
class TestSequenceView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsTheNewestUntilOneScrollsAway();
    void wheelZoomsAroundThePointer();
    void dragsByTheMouse();
    void clickSelects();
    void arrowKeysGoFromMessageToMessage();
    void slowingTheClockStretchesThePicture();
    void beginsAnewWithANewLog();
    void standsStillWhilePaused();
    void legendWraps();
    void oneKeyGoesThroughTheWaysOfDrawingTime();
    void clickAboveTheRulerDoesToo();
    void largerTypeHasALargerHeader();
    void beginningOfTimeIsBelowTheHeader();

private:
    static std::shared_ptr<TrafficLog> recorded(int messages);
    void wheel(QPoint angle, Qt::KeyboardModifiers modifiers, QPointF at);

    std::unique_ptr<SequenceView> m_view;
};

std::shared_ptr<TrafficLog> TestSequenceView::recorded(int messages)
{
    const auto log = TrafficLog::create(0);
    if (!log)
        qFatal("%s", qPrintable(log.error().message));
    Record open;
    open.kind = MessageKind::Open;
    open.connection = 1;
    (*log)->arrived((*log)->departed(open, {}, {}), 100'000'000);
    (*log)->named(1, QStringLiteral("curl-1"));
    const QByteArray bytes("GET / HTTP/1.1\r\n\r\n");
    for (int i = 1; i <= messages; ++i) {
        Record record;
        record.kind = MessageKind::Request;
        record.connection = 1;
        record.departedNs = qint64(i) * 500'000'000;
        record.wireBytes = quint32(bytes.size());
        (*log)->arrived((*log)->departed(record, bytes, {}), record.departedNs + 300'000'000);
    }
    return *log;
}

void TestSequenceView::init()
{
    m_view = std::make_unique<SequenceView>();
    m_view->resize(700, 500);
    m_view->setLog(recorded(100));
    m_view->setPace({.anchor = 51s, .steadyAnchor = 0s, .rate = 1, .paused = true, .stepping = false});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(!m_view->scene().lanes.empty());
}

void TestSequenceView::cleanup()
{
    m_view.reset();
}

void TestSequenceView::wheel(QPoint angle, Qt::KeyboardModifiers modifiers, QPointF at)
{
    QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    m_view->viewport()->repaint();
}

void TestSequenceView::followsTheNewestUntilOneScrollsAway()
{
    QVERIFY(m_view->isFollowing());
    QVERIFY(m_view->scene().nowY > 300 && m_view->scene().nowY < 500);
    QSignalSpy changed(m_view.get(), &SequenceView::followingChanged);
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(!m_view->isFollowing());
    m_view->viewport()->repaint();
    QVERIFY(m_view->scene().nowY > 500);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    m_view->viewport()->repaint();
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->minimum());
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(changed.size(), 2);
    wheel({0, 240}, Qt::NoModifier, {300, 200});
    QVERIFY(!m_view->isFollowing());
    wheel({0, -2400}, Qt::NoModifier, {300, 200});
    QVERIFY(m_view->isFollowing());
}

void TestSequenceView::wheelZoomsAroundThePointer()
{
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    m_view->viewport()->repaint();
    const SequenceScene::Arrow before = m_view->scene().arrows.at(m_view->scene().arrows.size() / 2);
    const double scale = m_view->pixelsPerSecond();
    wheel({0, 120}, Qt::ControlModifier, before.line.p1());
    QVERIFY(m_view->pixelsPerSecond() > scale);
    const auto after
        = std::ranges::find(m_view->scene().arrows, before.number, &SequenceScene::Arrow::number);
    QVERIFY(after != m_view->scene().arrows.end());
    QVERIFY(std::abs(after->line.y1() - before.line.y1()) < 1.0);
}

void TestSequenceView::dragsByTheMouse()
{
    const double before = m_view->scene().nowY;
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(m_view->viewport(), {300, 320});
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {300, 320});
    m_view->viewport()->repaint();
    QVERIFY(!m_view->isFollowing());
    QVERIFY(std::abs(m_view->scene().nowY - before - 120) < 2);
    QCOMPARE(m_view->selectedRecord(), RecordNumber(0));
}

void TestSequenceView::clickSelects()
{
    QSignalSpy selected(m_view.get(), &SequenceView::selected);
    const SequenceScene::Arrow arrow = m_view->scene().arrows.at(2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, arrow.line.pointAt(0.75).toPoint());
    QCOMPARE(m_view->selectedRecord(), arrow.number);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selectedRecord(), RecordNumber(0));
    QCOMPARE(selected.size(), 2);
}

void TestSequenceView::arrowKeysGoFromMessageToMessage()
{
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedRecord(), RecordNumber(101));
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedRecord(), RecordNumber(41));
    m_view->viewport()->repaint();
    const auto &arrows = m_view->scene().arrows;
    QVERIFY(std::ranges::find(arrows, RecordNumber(41), &SequenceScene::Arrow::number) != arrows.end());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedRecord(), RecordNumber(42));
}

void TestSequenceView::slowingTheClockStretchesThePicture()
{
    const double before = m_view->pixelsPerSecond();
    m_view->setPace({.anchor = 51s, .steadyAnchor = 0s, .rate = 0.1, .paused = true, .stepping = false});
    QVERIFY(std::abs(m_view->pixelsPerSecond() / before - 10) < 0.01);
}

void TestSequenceView::beginsAnewWithANewLog()
{
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    m_view->setPace({.anchor = 1s, .steadyAnchor = 0s, .rate = 1, .paused = true, .stepping = false});
    m_view->setLog(recorded(1));
    m_view->viewport()->repaint();
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->selectedRecord(), RecordNumber(0));
    QVERIFY(m_view->scene().arrows.size() <= 2);
}

void TestSequenceView::standsStillWhilePaused()
{
    const QImage before = m_view->viewport()->grab().toImage();
    const QImage after = m_view->viewport()->grab().toImage();
    QCOMPARE(before, after);
}

void TestSequenceView::legendWraps()
{
    const LegendView legend;
    QVERIFY(legend.heightForWidth(300) > legend.heightForWidth(2000));
    QVERIFY(legend.hasHeightForWidth());
}

void TestSequenceView::oneKeyGoesThroughTheWaysOfDrawingTime()
{
    QCOMPARE(m_view->timeMode(), TimeMode::Folded);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    std::vector<TimeMode> seen;
    QSet<QString> words;
    for (int i = 0; i < TimeModeCount; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_T);
        m_view->viewport()->repaint();
        seen.push_back(m_view->timeMode());
        words << m_view->scene().corner;
        QVERIFY(m_view->isFollowing());
        QVERIFY(m_view->scene().nowY > 300 && m_view->scene().nowY < 500);
    }
    const std::vector<TimeMode> all {TimeMode::Linear, TimeMode::Steps, TimeMode::Folded};
    QVERIFY(seen == all);
    QCOMPARE(words.size(), TimeModeCount);
}

void TestSequenceView::clickAboveTheRulerDoesToo()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {20, 10});
    QCOMPARE(m_view->timeMode(), TimeMode::Linear);
}

void TestSequenceView::largerTypeHasALargerHeader()
{
    const double header = m_view->scene().headerHeight;
    const double ruler = m_view->scene().rulerWidth;
    QFont large = m_view->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_view->setFont(large);
    m_view->viewport()->repaint();
    QVERIFY(m_view->scene().headerHeight > 1.7 * header);
    QVERIFY(m_view->scene().rulerWidth > ruler);
    QVERIFY(m_view->scene().headerHeight > QFontMetricsF(large).height());
}

void TestSequenceView::beginningOfTimeIsBelowTheHeader()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    m_view->setMarkers({{0, QStringLiteral("The first chapter")}});
    m_view->viewport()->repaint();
    const double line = QFontMetricsF(m_view->font()).height();
    QVERIFY(m_view->scene().ticks.at(0).y - line / 2 >= m_view->scene().headerHeight);
    QVERIFY(m_view->scene().markers.at(0).area.top() >= m_view->scene().headerHeight);
}

QTEST_MAIN(TestSequenceView)
#include "tst_sequenceview.moc"
