// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/diagramcamera.h"
#include "app/journal/journal.h"

#include <QTest>

#include <cmath>

using namespace wiretale;

namespace {

constexpr qint64 Ms = 1'000'000;
constexpr double Height = 500;
constexpr double Margin = 20;

} // namespace

// Zoom, scrolling and following, in plain numbers.
class TestDiagramCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheBeginningWithItsMargin();
    void followsUntilScrolledAway_data() { modes(); }
    void followsUntilScrolledAway();
    void zoomKeepsWhatIsUnderThePointer_data() { modes(); }
    void zoomKeepsWhatIsUnderThePointer();
    void eachModeHasAZoomOfItsOwn();
    void slowClockStretchesButNotTillArrowsAreSteep();
    void keepsTheMiddleWhenTimeIsDrawnAnotherWay();
    void comesDownSoftlyByStepsWithTheNewestInView();
    void keepsTheMiddleWhenOthersAreShown_data() { modes(); }
    void keepsTheMiddleWhenOthersAreShown();
    void keepsWhatItIsGivenUntilScrolled();
    void followsTheNewestOfOthers_data() { modes(); }
    void followsTheNewestOfOthers();
    void aMomentLooksTheSameWheneverItIsLookedAt_data() { modes(); }
    void aMomentLooksTheSameWheneverItIsLookedAt();

private:
    static void modes();
    void add(qint64 departedNs);

    std::unique_ptr<Journal> m_journal;
    DiagramCamera m_camera;
};

void TestDiagramCamera::modes()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("folded") << int(TimeMode::Folded);
    QTest::newRow("linear") << int(TimeMode::Linear);
    QTest::newRow("by steps") << int(TimeMode::Steps);
}

void TestDiagramCamera::add(qint64 departedNs)
{
    Record record;
    record.departedNs = departedNs;
    record.arrivedNs = departedNs + 100 * Ms;
    m_journal->append(record);
}

void TestDiagramCamera::init()
{
    m_journal = std::make_unique<Journal>();
    m_camera = DiagramCamera();
    m_camera.setViewport(Height, Margin);
    m_camera.setShown(*m_journal);
    for (qint64 i = 1; i <= 200; ++i)
        add(i * 700 * Ms + (i > 100 ? 60'000 * Ms : 0));
}

void TestDiagramCamera::showsTheBeginningWithItsMargin()
{
    m_camera.update(0, true);
    QCOMPARE(m_camera.top(), -Margin);
    m_camera.update(200'000 * Ms, true);
    m_camera.scrollTo(-1e6);
    QCOMPARE(m_camera.top(), -Margin);
}

void TestDiagramCamera::followsUntilScrolledAway()
{
    QFETCH(const int, mode);
    m_camera.setMode(TimeMode(mode));
    qint64 now = 150'000 * Ms;
    const auto shownNow = [&] { return m_camera.map().nowY(now) - m_camera.top(); };
    m_camera.update(now, true);
    QVERIFY(shownNow() >= DiagramCamera::NowAt * Height && shownNow() < Height);
    m_camera.scrollTo(m_camera.top() - 100);
    QVERIFY(!m_camera.isFollowing());
    const double top = m_camera.top();
    now += 100 * Ms;
    m_camera.update(now, true);
    QCOMPARE(m_camera.top(), top);
    m_camera.scrollTo(top + 1000);
    QVERIFY(m_camera.isFollowing());
    QVERIFY(shownNow() < Height);
}

void TestDiagramCamera::zoomKeepsWhatIsUnderThePointer()
{
    QFETCH(const int, mode);
    m_camera.setMode(TimeMode(mode));
    m_camera.update(200'000 * Ms, true);
    m_camera.scrollTo(m_camera.newestTop() / 2);
    const RecordNumber number = m_journal->firstDepartedFrom(m_camera.map().timeOf(m_camera.top() + 200));
    const auto shown = [&] {
        return m_camera.map().departureY(number, m_journal->at(number).departedNs) - m_camera.top();
    };
    const double before = shown();
    for (const double factor : {1.25, 3.0, 0.1}) {
        m_camera.zoomBy(factor, before);
        QVERIFY(std::abs(shown() - before) < 0.5);
    }
}

void TestDiagramCamera::eachModeHasAZoomOfItsOwn()
{
    m_camera.setUsualStep(40);
    m_camera.zoomBy(2, 0);
    const double scale = m_camera.map().scale();
    m_camera.setMode(TimeMode::Steps);
    QCOMPARE(m_camera.map().step(), 40.0);
    m_camera.zoomBy(0.5, 0);
    QCOMPARE(m_camera.map().step(), 20.0);
    m_camera.setMode(TimeMode::Folded);
    QCOMPARE(m_camera.map().scale(), scale);
    m_camera.resetZoom();
    QCOMPARE(m_camera.map().scale(), scale / 2);
}

void TestDiagramCamera::slowClockStretchesButNotTillArrowsAreSteep()
{
    const double usual = m_camera.map().scale();
    m_camera.setTransit(300 * Ms);
    QCOMPARE(m_camera.map().scale(), usual);
    m_camera.setRate(0.5);
    QCOMPARE(m_camera.map().scale(), 2 * usual);
    m_camera.setRate(0.02);
    QCOMPARE(m_camera.map().yOf(300 * Ms), 150.0);
    m_camera.zoomBy(3, 0);
    QCOMPARE(m_camera.map().yOf(300 * Ms), 450.0);
}

void TestDiagramCamera::keepsTheMiddleWhenTimeIsDrawnAnotherWay()
{
    m_camera.update(200'000 * Ms, true);
    m_camera.scrollTo(m_camera.newestTop() / 3);
    const qint64 middle = m_camera.map().timeOf(m_camera.top() + Height / 2);
    for (const TimeMode mode : {TimeMode::Linear, TimeMode::Steps, TimeMode::Folded}) {
        m_camera.setMode(mode);
        QVERIFY(!m_camera.isFollowing());
        QVERIFY(std::abs(m_camera.map().yOf(middle) - m_camera.top() - Height / 2) < 20);
    }
}

void TestDiagramCamera::comesDownSoftlyByStepsWithTheNewestInView()
{
    m_camera.setMode(TimeMode::Steps);
    m_camera.setUsualStep(30);
    const qint64 start = m_journal->lastNs() + 5'000 * Ms;
    for (qint64 i = 0; i < 100; ++i)
        add(start + i * 300 * Ms);
    // A burst, faster than the picture can come down.
    for (qint64 i = 0; i < 100; ++i)
        add(start + 30'000 * Ms + i * Ms);
    double last = 0;
    for (qint64 now = start - 1'000 * Ms; now < start + 32'000 * Ms; now += 16 * Ms) {
        m_camera.update(now, true);
        const bool isBurst = now > start + 30'000 * Ms && now < start + 30'350 * Ms;
        if (last > 0 && !isBurst)
            QVERIFY2(std::abs(m_camera.top() - last) < 10,
                     qPrintable(QString::number(m_camera.top() - last)));
        last = m_camera.top();
        QVERIFY(m_camera.map().nowY(now) - last < Height);
    }
}

void TestDiagramCamera::aMomentLooksTheSameWheneverItIsLookedAt()
{
    QFETCH(const int, mode);
    m_camera.setMode(TimeMode(mode));
    const qint64 moment = 50'333 * Ms;
    m_camera.update(moment, false);
    const double top = m_camera.top();
    const double y = m_camera.map().nowY(moment);
    m_camera.update(200'000 * Ms, true);
    add(260'000 * Ms);
    m_camera.update(261'000 * Ms, true);
    m_camera.update(moment, false);
    QCOMPARE(m_camera.top(), top);
    QCOMPARE(m_camera.map().nowY(moment), y);
}

void TestDiagramCamera::keepsTheMiddleWhenOthersAreShown()
{
    QFETCH(const int, mode);
    m_camera.setMode(TimeMode(mode));
    const qint64 now = 250'000 * Ms;
    m_camera.update(now, true);
    m_camera.scrollTo(m_camera.newestTop() / 2);
    m_camera.update(now, true);
    const qint64 middle = m_camera.map().timeOf(m_camera.top() + Height / 2);
    const double topBefore = m_camera.top();
    ChosenRecords chosen(m_journal.get());
    m_camera.showOthers(chosen);
    m_camera.update(now, true);
    // They come in bit by bit.
    for (RecordNumber number = 1; number + 3 <= 200; number += 4) {
        chosen.append(std::vector {number, number + 1});
        m_camera.update(now, true);
    }
    QVERIFY(!m_camera.isFollowing());
    QVERIFY(std::abs(m_camera.map().yOf(middle) - m_camera.top() - Height / 2) < 0.01);
    m_camera.showOthers(*m_journal);
    m_camera.update(now, true);
    QVERIFY(std::abs(m_camera.top() - topBefore) < 1);
}

void TestDiagramCamera::keepsWhatItIsGivenUntilScrolled()
{
    m_camera.setMode(TimeMode::Steps);
    m_camera.update(250'000 * Ms, true);
    m_camera.scrollTo(2000);
    const qint64 departedNs = m_journal->at(90).departedNs;
    ChosenRecords chosen(m_journal.get());
    for (RecordNumber number = 3; number <= 200; number += 3)
        chosen.append(std::vector {number});
    m_camera.showOthers(chosen, DiagramCamera::Anchor {departedNs, 120});
    m_camera.update(250'000 * Ms, true);
    QCOMPARE(m_camera.map().departureY(90, departedNs) - m_camera.top(), 120.0);
    chosen.insert(4);
    m_camera.update(250'000 * Ms, true);
    QCOMPARE(m_camera.map().departureY(90, departedNs) - m_camera.top(), 120.0);
    m_camera.scrollTo(m_camera.top() - 50);
    const double scrolled = m_camera.top();
    m_camera.update(250'000 * Ms, true);
    QCOMPARE(m_camera.top(), scrolled);
}

void TestDiagramCamera::followsTheNewestOfOthers()
{
    QFETCH(const int, mode);
    m_camera.setMode(TimeMode(mode));
    const qint64 now = 250'000 * Ms;
    m_camera.update(now, true);
    const ChosenRecords chosen(*m_journal, std::vector<RecordNumber> {5, 6, 7, 120});
    m_camera.showOthers(chosen);
    m_camera.update(now, true);
    QVERIFY(m_camera.isFollowing());
    QCOMPARE(m_camera.top(), m_camera.newestTop());
    const double y = m_camera.map().departureY(120, m_journal->at(120).departedNs) - m_camera.top();
    QCOMPARE(y < 0, TimeMode(mode) == TimeMode::Linear);
    m_camera.showOthers(*m_journal);
    m_camera.update(now, true);
    QVERIFY(m_camera.isFollowing());
    QCOMPARE(m_camera.top(), m_camera.newestTop());
}

QTEST_GUILESS_MAIN(TestDiagramCamera)
#include "tst_diagramcamera.moc"
