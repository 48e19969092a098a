// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/filterchip.h"
#include "app/diagram/scrubberview.h"
#include "app/diagram/sequenceview.h"
#include "app/diagram/threadactions.h"
#include "app/journal/filteredrows.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace wiretale;
using namespace std::chrono_literals;

// The diagram's widget over the rows of a filter.
class TestFilteredView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheFilterChoosesAndAllAgain_data();
    void showsWhatTheFilterChoosesAndAllAgain();
    void saysThatAFilterIsOn();
    void arrowKeysGoAlongWhatIsShown();
    void nextEmptyAnswerIsOneThatIsShown();
    void saysThatTheChosenMessageIsHiddenAndShowsItWithoutTheFilter();
    void keepsWhatIsChosenInItsPlace();
    void showsNoMoreOfThePastThanThereWas();
    void followsALogThatGrows();
    void aNewLogMayComeBeforeItsRows();
    void saysWhenNothingIsChosen();
    void stepsThroughThePastGoAlongWhatIsShown();

private:
    void record(int exchanges);
    void filter(const QString &line);
    [[nodiscard]] FilterChip &chip() const { return *m_view->findChild<FilterChip *>(); }
    [[nodiscard]] bool isInView(RecordNumber number) const;

    std::shared_ptr<TrafficLog> m_log;
    std::shared_ptr<FilteredRows> m_rows;
    std::unique_ptr<SequenceView> m_view;
    qint64 m_nowNs = 0;
};

// Two clients in turn ask and are answered, every fifth time with an event: numbers 1 and 2 open, then come
// 3, 4 for curl-1, 5, 6 for curl-2, 7, 8 for curl-1 and so on.
void TestFilteredView::record(int exchanges)
{
    const auto send = [this](Record message, const QByteArray &bytes) {
        m_nowNs += 100'000'000;
        message.departedNs = m_nowNs;
        message.wireBytes = quint32(bytes.size());
        const RecordNumber number = m_log->departed(message, bytes, {});
        m_log->arrived(number, m_nowNs + 50'000'000);
        return number;
    };
    for (int i = 0; i < exchanges; ++i) {
        const auto connection = ConnectionNumber(i % 2 + 1);
        const RecordNumber asked
            = send({.connection = connection, .kind = MessageKind::Request}, "GET /events HTTP/1.1\r\n\r\n");
        const bool isEmpty = i % 5 != 0;
        send({.connection = connection,
              .exchange = asked,
              .flags = isEmpty ? RecordFlag::Final | RecordFlag::Empty : RecordFlag::Final,
              .code = quint16(isEmpty ? 204 : 200),
              .kind = MessageKind::Response,
              .direction = Direction::ServerToClient,
              .technique = Technique::AjaxPolling},
             isEmpty ? "HTTP/1.1 204 No Content\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
    }
}

void TestFilteredView::init()
{
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    m_log = *log;
    m_nowNs = 0;
    for (const ConnectionNumber connection : {1U, 2U}) {
        m_log->arrived(m_log->departed({.connection = connection, .kind = MessageKind::Open}, {}, {}), 0);
        m_log->named(connection, QStringLiteral("curl-%1").arg(connection));
    }
    record(200);
    m_rows = std::make_shared<FilteredRows>(m_log);
    m_view = std::make_unique<SequenceView>();
    m_view->resize(900, 500);
    m_view->setLog(m_log);
    m_view->setRows(m_rows);
    m_view->setPace({.anchor = 41s, .steadyAnchor = 0s, .rate = 1, .paused = true, .stepping = false});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(!m_view->scene().lanes.empty());
}

void TestFilteredView::cleanup()
{
    m_view.reset();
    m_rows.reset();
    m_log.reset();
}

void TestFilteredView::filter(const QString &line)
{
    m_rows->setFilter(std::get<Filter>(Filter::parse(line)));
    while (!m_rows->isUpToDate())
        m_rows->advance(1'000'000);
    m_view->followRows();
    m_view->viewport()->repaint();
}

bool TestFilteredView::isInView(RecordNumber number) const
{
    const auto &arrows = m_view->scene().arrows;
    const auto arrow = std::ranges::find(arrows, number, &SequenceScene::Arrow::number);
    return arrow != arrows.end() && arrow->line.y1() >= m_view->scene().headerHeight
        && arrow->line.y1() < m_view->viewport()->height();
}

void TestFilteredView::showsWhatTheFilterChoosesAndAllAgain_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("folded") << int(TimeMode::Folded);
    QTest::newRow("linear") << int(TimeMode::Linear);
    QTest::newRow("by steps") << int(TimeMode::Steps);
}

void TestFilteredView::showsWhatTheFilterChoosesAndAllAgain()
{
    QFETCH(const int, mode);
    m_view->setTimeMode(TimeMode(mode));
    m_view->viewport()->repaint();
    const QImage before = m_view->viewport()->grab().toImage();
    const size_t lanes = m_view->scene().lanes.size();
    filter(QStringLiteral("client:curl-2 and status:200"));
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->scene().lanes.size(), size_t(1));
    QCOMPARE(m_view->scene().lanes.at(0).name, QStringLiteral("curl-2"));
    QVERIFY(!m_view->scene().arrows.empty());
    for (const SequenceScene::Arrow &arrow : m_view->scene().arrows)
        QVERIFY(m_rows->rowOf(arrow.number));
    for (const SequenceScene::Label &label : m_view->scene().labels)
        QVERIFY(m_rows->rowOf(label.number));
    QVERIFY(m_view->viewport()->grab().toImage() != before);
    filter({});
    QCOMPARE(m_view->scene().lanes.size(), lanes);
    QCOMPARE(m_view->viewport()->grab().toImage(), before);
}

void TestFilteredView::saysThatAFilterIsOn()
{
    QVERIFY(chip().isHidden());
    filter(QStringLiteral("status:200"));
    QVERIFY(chip().isVisible());
    QVERIFY2(chip().text().contains(QStringLiteral("status=200")), qPrintable(chip().text()));
    QVERIFY2(chip().text().contains(QStringLiteral("40 of 402")), qPrintable(chip().text()));
    QVERIFY(m_view->viewport()->rect().contains(chip().geometry()));
    QSignalSpy unwanted(m_view.get(), &SequenceView::filterUnwanted);
    QTest::mouseClick(&chip(), Qt::LeftButton);
    QCOMPARE(unwanted.size(), 1);
    // However long the line is, what is said of it can be read.
    filter(QStringLiteral("status:200 or ")
           + QStringList(40, QStringLiteral("text:abc")).join(QStringLiteral(" or ")));
    QVERIFY(m_view->viewport()->rect().contains(chip().geometry()));
    QVERIFY(chip().text().contains(QStringLiteral("40 of 402")));
    filter({});
    QVERIFY(chip().isHidden());
}

void TestFilteredView::arrowKeysGoAlongWhatIsShown()
{
    filter(QStringLiteral("status:200"));
    const RecordNumber last = m_rows->at(m_rows->size() - 1);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedRecord(), last);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedRecord(), m_rows->at(m_rows->size() - 2));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Up);
    m_view->viewport()->repaint();
    QCOMPARE(m_view->selectedRecord(), m_rows->at(m_rows->size() - 22));
    QVERIFY(isInView(m_view->selectedRecord()));
    // From one that is hidden, to its neighbours that are not.
    const RecordNumber hidden = m_rows->at(10) + 1;
    m_view->setSelected(hidden);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedRecord(), m_rows->at(11));
    m_view->setSelected(hidden);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->selectedRecord(), m_rows->at(10));
}

void TestFilteredView::nextEmptyAnswerIsOneThatIsShown()
{
    ThreadActions threads(m_view.get());
    QAction *next = threads.actions().at(4);
    filter(QStringLiteral("client:curl-2"));
    next->trigger();
    QCOMPARE(m_view->selectedRecord(), 6U);
    next->trigger();
    QCOMPARE(m_view->selectedRecord(), 10U);
    filter(QStringLiteral("status:200"));
    next->trigger();
    QCOMPARE(m_view->selectedRecord(), 10U); // there is none
}

void TestFilteredView::saysThatTheChosenMessageIsHiddenAndShowsItWithoutTheFilter()
{
    filter(QStringLiteral("client:curl-2"));
    const QString before = chip().text();
    m_view->setSelected(103);
    m_view->showMessage(103);
    m_view->viewport()->repaint();
    QVERIFY(!m_view->shows(103));
    QVERIFY(chip().text().size() > before.size());
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    m_view->viewport()->repaint();
    filter({});
    QCOMPARE(m_view->selectedRecord(), 103U);
    QVERIFY(isInView(103));
    filter(QStringLiteral("client:curl-1"));
    QVERIFY(m_view->shows(103));
    QVERIFY(isInView(103));
    QVERIFY(chip().text().size() < before.size() + 6);
}

void TestFilteredView::keepsWhatIsChosenInItsPlace()
{
    const auto heightOf = [this](RecordNumber number) {
        const auto &arrows = m_view->scene().arrows;
        const auto arrow = std::ranges::find(arrows, number, &SequenceScene::Arrow::number);
        return arrow == arrows.end() ? -1 : arrow->line.y1();
    };
    m_view->setSelected(208);
    m_view->showMessage(208);
    m_view->viewport()->repaint();
    const double y = heightOf(208);
    QVERIFY(y > 0);
    for (const char *line : {"client:curl-1", "kind:response", "status:204", ""}) {
        filter(QString::fromLatin1(line));
        QVERIFY(std::abs(heightOf(208) - y) < 0.5);
    }
}

void TestFilteredView::showsNoMoreOfThePastThanThereWas()
{
    filter(QStringLiteral("status:200"));
    m_view->setMoment(20'000'000'000);
    m_view->followRows();
    m_view->viewport()->repaint();
    QVERIFY(!m_view->scene().arrows.empty());
    for (const SequenceScene::Arrow &arrow : m_view->scene().arrows)
        QVERIFY(m_rows->rowOf(arrow.number)
                && m_log->journal().at(arrow.number).departedNs <= 20'000'000'000);
    QVERIFY2(chip().text().contains(QStringLiteral("20 of 402")), qPrintable(chip().text()));
    m_view->setMoment(std::nullopt);
    m_view->followRows();
    QVERIFY(chip().text().contains(QStringLiteral("40 of 402")));
}

void TestFilteredView::followsALogThatGrows()
{
    filter(QStringLiteral("status:200"));
    const size_t lanes = m_view->scene().lanes.size();
    for (int i = 0; i < 30; ++i) {
        record(7);
        m_view->setPace({.anchor = std::chrono::nanoseconds(m_nowNs + 60'000'000),
                         .steadyAnchor = 0s,
                         .rate = 1,
                         .paused = true,
                         .stepping = false});
        m_rows->advance(1'000'000);
        m_view->followRows();
        m_view->viewport()->repaint();
        QVERIFY(m_view->isFollowing());
        QCOMPARE(m_view->scene().lanes.size(), lanes);
        QVERIFY(isInView(m_rows->at(m_rows->size() - 1)));
    }
}

void TestFilteredView::aNewLogMayComeBeforeItsRows()
{
    filter(QStringLiteral("client:curl-2"));
    const auto other = TrafficLog::create(0);
    QVERIFY(other);
    m_log = *other;
    m_nowNs = 0;
    record(3);
    m_view->setLog(m_log);
    m_view->viewport()->repaint();
    QVERIFY(chip().isHidden());
    m_rows->setLog(m_log);
    m_view->viewport()->repaint();
    QVERIFY(m_view->scene().arrows.empty());
    m_rows->advance(1000);
    m_view->followRows();
    QVERIFY(chip().isVisible());
    // And after them.
    m_rows->setLog({});
    m_view->resize(800, 480);
    m_view->viewport()->repaint();
    m_view->setLog({});
    m_view->viewport()->repaint();
}

void TestFilteredView::saysWhenNothingIsChosen()
{
    filter(QStringLiteral("status:404"));
    QVERIFY(m_view->scene().arrows.empty() && m_view->scene().lanes.empty());
    QVERIFY(chip().text().contains(QStringLiteral("0 of 402")));
    const QImage empty = m_view->viewport()->grab().toImage();
    filter(QStringLiteral("status:404 and status:405"));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->selectedRecord(), 0U);
    filter({});
    QVERIFY(m_view->viewport()->grab().toImage() != empty);
}

void TestFilteredView::stepsThroughThePastGoAlongWhatIsShown()
{
    ScrubberView scrubber;
    scrubber.resize(600, 30);
    scrubber.setLog(m_log);
    scrubber.setRows(m_rows);
    scrubber.setPace({.anchor = 41s, .steadyAnchor = 0s, .rate = 1, .paused = true, .stepping = false});
    const QImage whole = scrubber.grab().toImage();
    filter(QStringLiteral("status:200"));
    QVERIFY(scrubber.grab().toImage() != whole);
    // Each is sent, and has arrived 50 ms later.
    for (quint32 row = m_rows->size(); row > m_rows->size() - 5; --row) {
        const qint64 departedNs = m_log->journal().at(m_rows->at(row - 1)).departedNs;
        scrubber.step(-1);
        QCOMPARE(scrubber.moment(), std::optional(departedNs + 50'000'000));
        scrubber.step(-1);
        QCOMPARE(scrubber.moment(), std::optional(departedNs));
    }
    scrubber.step(1);
    scrubber.step(1);
    QCOMPARE(scrubber.moment(),
             std::optional(m_log->journal().at(m_rows->at(m_rows->size() - 4)).departedNs));
    filter({});
    scrubber.goLive();
    QCOMPARE(scrubber.grab().toImage(), whole);
}

QTEST_MAIN(TestFilteredView)
#include "tst_filteredview.moc"
