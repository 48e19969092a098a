// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequencelayout.h"
#include "app/diagram/sequencepainter.h"

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QSet>
#include <QTest>

#include <random>

using namespace wiretale;

namespace {

constexpr qint64 Second = 1'000'000'000;

// A journal that is told what to hold in few words.
struct Story
{
    Journal journal;
    TimeMap map;
    SequenceLayout layout {journal, map, [](const QString &text) { return 6.0 * double(text.size()); },
                           [](RecordNumber number) { return QStringLiteral("message %1").arg(number); }};
    SequenceLayout::View view {.width = 800, .height = 634, .nowNs = 100 * Second};

    Story() { map.setScale(100); }

    void open(ConnectionNumber connection, const QString &name, qint64 at = 0)
    {
        add(MessageKind::Open, connection, Direction::ClientToServer, at, at);
        journal.nameConnection(connection, name);
    }
    RecordNumber add(MessageKind kind, ConnectionNumber connection, Direction direction, qint64 departed,
                     qint64 arrived = Record::NotArrived, RecordNumber exchange = 0,
                     RecordFlag flags = RecordFlag::None)
    {
        Record record;
        record.kind = kind;
        record.connection = connection;
        record.direction = direction;
        record.departedNs = departed;
        record.exchange = exchange;
        record.flags = flags;
        record.wireBytes = kind == MessageKind::Open || kind == MessageKind::Close ? 0 : 100;
        const RecordNumber number = journal.append(record);
        if (arrived != Record::NotArrived)
            journal.setArrived(number, arrived);
        return number;
    }
    RecordNumber request(ConnectionNumber connection, qint64 departed, qint64 arrived = Record::NotArrived)
    {
        return add(MessageKind::Request, connection, Direction::ClientToServer, departed, arrived);
    }
    [[nodiscard]] SequenceScene scene() const { return layout.scene(view); }
};

const SequenceScene::Arrow *arrowOf(const SequenceScene &scene, RecordNumber number)
{
    const auto found = std::ranges::find(scene.arrows, number, &SequenceScene::Arrow::number);
    return found == scene.arrows.end() ? nullptr : &*found;
}

} // namespace

class TestSequenceLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsWhereNoMessageIs_data();
    void tellsWhatIsWhereNoMessageIs();
    void givesEachClientALane();
    void slantsAnArrowByItsTransit();
    void headOfAnArrowInFlightIsWhereTheMessageIs();
    void headWaitsBeforeTheLineWhenItIsLate();
    void cutMessageEndsHalfWay();
    void heldBarGrowsUntilItIsAnswered();
    void heldBarEndsWithItsConnection();
    void aCrowdIsSeenWhole();
    void seesWhatBeganAboveTheWindow();
    void labelsNeverOverlap();
    void marksIdleTimeThatIsFolded();
    void drawsStrokesWhereArrowsWouldBeTooMany();
    void findsTheArrowUnderThePointer();
    void everyMarkLooksDifferent();
    void byStepsEveryMessageHasARowOfItsOwn();
    void byStepsAnArrowInFlightEndsAtNow();
    void saysHowLongARequestIsHeld();
    void rulerTellsNeighboursApart_data();
    void rulerTellsNeighboursApart();
    void manyBarsBecomeOne();
    void marksNearToEachOtherShareALine();
    void whatAMarkSaysIsNotOverALabel();
    void answerToAFlatRequestIsLabelledBelow();
    void writesDurations_data();
    void writesDurations();
};

void TestSequenceLayout::givesEachClientALane()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    story.open(2, QStringLiteral("two"));
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.lanes.size(), size_t(2));
    QCOMPARE(scene.lanes[0].name, QStringLiteral("one"));
    QVERIFY(scene.lanes[0].serverX < scene.lanes[1].clientX);
    QVERIFY(scene.lanes[0].clientX < scene.lanes[0].serverX);
    QCOMPARE(scene.lanes[1].area.right(), story.view.width);
}

void TestSequenceLayout::slantsAnArrowByItsTransit()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber number = story.request(1, Second, 2 * Second);
    const SequenceScene scene = story.scene();
    const SequenceScene::Arrow *arrow = arrowOf(scene, number);
    QVERIFY(arrow);
    QCOMPARE(arrow->line.p1(), QPointF(scene.lanes[0].clientX, scene.headerHeight + 100));
    QCOMPARE(arrow->line.p2(), QPointF(scene.lanes[0].serverX, scene.headerHeight + 200));
    QVERIFY(!arrow->isInFlight);
}

void TestSequenceLayout::headOfAnArrowInFlightIsWhereTheMessageIs()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    story.request(1, Second, 2 * Second); // from which the second one's transit is guessed
    const RecordNumber number = story.request(1, 3 * Second);
    story.view.nowNs = 3 * Second + Second / 4;
    const SequenceScene scene = story.scene();
    const SequenceScene::Arrow *arrow = arrowOf(scene, number);
    QVERIFY(arrow && arrow->isInFlight);
    const SequenceScene::Lane &lane = scene.lanes[0];
    QCOMPARE(arrow->line.x2(), lane.clientX + (lane.serverX - lane.clientX) / 4);
    QCOMPARE(arrow->line.y2(), scene.nowY);
}

void TestSequenceLayout::headWaitsBeforeTheLineWhenItIsLate()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber number = story.request(1, Second);
    story.view.transitHintNs = Second;
    story.view.nowNs = 5 * Second;
    const SequenceScene scene = story.scene();
    QVERIFY(arrowOf(scene, number)->line.x2() < scene.lanes[0].serverX);
}

void TestSequenceLayout::cutMessageEndsHalfWay()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber number = story.request(1, Second);
    story.journal.setCut(number);
    const SequenceScene scene = story.scene();
    const SequenceScene::Arrow *arrow = arrowOf(scene, number);
    QVERIFY(arrow && arrow->isCut && !arrow->isInFlight);
    QCOMPARE(arrow->line.x2(), (scene.lanes[0].clientX + scene.lanes[0].serverX) / 2);
}

void TestSequenceLayout::heldBarGrowsUntilItIsAnswered()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber request = story.request(1, Second, 2 * Second);
    story.view.nowNs = 3 * Second;
    QCOMPARE(story.scene().activations.at(0).held.height(), 100.0);
    QVERIFY(story.scene().activations.at(0).isHeld);
    story.view.nowNs = 4 * Second;
    QCOMPARE(story.scene().activations.at(0).held.height(), 200.0);
    story.add(MessageKind::Response, 1, Direction::ServerToClient, 4 * Second, 5 * Second, request,
              RecordFlag::Final);
    story.view.nowNs = 6 * Second;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.activations.at(0).held.height(), 200.0);
    QVERIFY(!scene.activations.at(0).isHeld);
    QCOMPARE(scene.activations.at(0).streaming.height(), 0.0);
}

void TestSequenceLayout::heldBarEndsWithItsConnection()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    story.request(1, Second, 2 * Second);
    story.add(MessageKind::Close, 1, Direction::ClientToServer, 4 * Second, 5 * Second);
    story.view.nowNs = 9 * Second;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.activations.at(0).held.height(), 200.0);
    QVERIFY(!scene.activations.at(0).isHeld);
    QCOMPARE(scene.heldNotes.at(0).text, QStringLiteral("held 2.0 s"));
}

void TestSequenceLayout::aCrowdIsSeenWhole()
{
    constexpr ConnectionNumber Count = 30;
    Story story;
    for (ConnectionNumber number = 1; number <= Count; ++number)
        story.open(number, QStringLiteral("client %1").arg(number));
    for (ConnectionNumber number = 1; number <= Count; ++number)
        story.request(number, Second, 2 * Second);
    story.view.nowNs = 4 * Second;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.lanes.size(), size_t(Count));
    QCOMPARE(scene.lanes.back().area.right(), story.view.width);
    QCOMPARE(scene.activations.size(), size_t(Count));
    // There is no room to write in.
    QVERIFY(scene.labels.empty());
    QVERIFY(scene.heldNotes.empty());
}

void TestSequenceLayout::seesWhatBeganAboveTheWindow()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber request = story.request(1, Second, 2 * Second);
    const RecordNumber slow
        = story.add(MessageKind::Response, 1, Direction::ServerToClient, 3 * Second, 60 * Second, request);
    story.view.top = 4000; // 40 s
    const SequenceScene scene = story.scene();
    QVERIFY(arrowOf(scene, slow));
    QVERIFY(!arrowOf(scene, request));
    QCOMPARE(scene.connections.size(), size_t(1));
}

void TestSequenceLayout::labelsNeverOverlap()
{
    std::mt19937 random(3);
    Story story;
    for (ConnectionNumber connection = 1; connection <= 4; ++connection)
        story.open(connection, QStringLiteral("client %1").arg(connection));
    qint64 now = 0;
    for (int i = 0; i < 300; ++i) {
        now += qint64(random() % 40'000'000);
        story.add(MessageKind::Frame, 1 + random() % 4, Direction(random() % 2), now,
                  now + qint64(random() % Second));
    }
    const SequenceScene scene = story.scene();
    QVERIFY(!scene.isDense);
    QVERIFY(scene.labels.size() > 30);
    for (size_t i = 0; i < scene.labels.size(); ++i) {
        for (size_t j = i + 1; j < scene.labels.size(); ++j)
            QVERIFY(!scene.labels[i].area.intersects(scene.labels[j].area));
        const auto inLane = [&](const SequenceScene::Lane &lane) {
            return lane.clientX <= scene.labels[i].area.left()
                && scene.labels[i].area.right() <= lane.serverX;
        };
        QVERIFY(std::ranges::any_of(scene.lanes, inLane));
    }
}

void TestSequenceLayout::marksIdleTimeThatIsFolded()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    story.request(1, Second, 2 * Second);
    story.request(1, 62 * Second, 63 * Second);
    const std::vector<IdleGap> gaps {{2 * Second, 62 * Second}};
    story.map.setGaps(gaps);
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.folds.size(), size_t(1));
    QVERIFY(scene.folds[0].text.contains(QStringLiteral("59")));
    for (size_t i = 1; i < scene.ticks.size(); ++i)
        QVERIFY(scene.ticks[i].y > scene.ticks[i - 1].y);
}

void TestSequenceLayout::drawsStrokesWhereArrowsWouldBeTooMany()
{
    for (const int count : {1000, 30000}) {
        int labelsRead = 0;
        Story story;
        const SequenceLayout layout(
            story.journal, story.map, [](const QString &) { return 10.0; },
            [&labelsRead](RecordNumber) {
                ++labelsRead;
                return QString();
            });
        story.open(1, QStringLiteral("one"));
        story.open(2, QStringLiteral("two"));
        for (int i = 0; i < count; ++i)
            story.add(MessageKind::Frame, 1, Direction::ServerToClient, 5 * Second / count * i,
                      5 * Second / count * i + 1000);
        const SequenceScene scene = layout.scene(story.view);
        QVERIFY(scene.isDense);
        QVERIFY(scene.arrows.empty());
        QVERIFY(!scene.strokes.empty());
        QVERIFY(scene.strokes.size() <= 1000);
        QCOMPARE(labelsRead, 0);
        // The other client has its opening there, and nothing else.
        const auto isInSecondLane = [&](const SequenceScene::Stroke &stroke) {
            return stroke.area.right() > scene.lanes[1].clientX;
        };
        QVERIFY(std::ranges::count_if(scene.strokes, isInSecondLane) <= 1);
    }
}

void TestSequenceLayout::findsTheArrowUnderThePointer()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    std::vector<RecordNumber> numbers;
    for (int i = 1; i < 5; ++i)
        numbers.push_back(story.request(1, i * Second, i * Second + Second / 2));
    const SequenceScene scene = story.scene();
    for (const RecordNumber number : numbers) {
        const SequenceScene::Arrow *arrow = arrowOf(scene, number);
        QVERIFY(arrow);
        QCOMPARE(SequenceLayout::hit(scene, arrow->line.pointAt(0.8)), number);
    }
    QCOMPARE(SequenceLayout::hit(scene, {790, 630}), RecordNumber(0));
}

void TestSequenceLayout::everyMarkLooksDifferent()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::Text, Qt::black);
    for (const QPalette &palette : {light, dark}) {
        const DiagramStyle style(palette);
        std::vector<QImage> pictures;
        QSet<QString> shapes;
        for (int i = 0; i < MessageMarkCount; ++i) {
            QImage picture(60, 24, QImage::Format_RGB32);
            picture.fill(style.background);
            QPainter painter(&picture);
            SequencePainter(painter, style).paintSample(MessageMark(i), QLineF(4, 12, 56, 12));
            for (const QImage &other : pictures)
                QVERIFY(picture != other);
            pictures.push_back(picture);
            // Told apart without colours, too.
            const MarkStyle &mark = style.of(MessageMark(i));
            shapes << QStringLiteral("%1 %2 %3").arg(int(mark.line)).arg(int(mark.head)).arg(mark.width);
        }
        QVERIFY(shapes.size() >= MessageMarkCount - 1); // heartbeat and control frames share a shape
    }
}

void TestSequenceLayout::writesDurations_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 us");
    QTest::newRow("microseconds") << qint64(12'300) << QStringLiteral("12.3 us");
    QTest::newRow("milliseconds") << qint64(350'000'000) << QStringLiteral("350 ms");
    QTest::newRow("seconds") << qint64(1'250'000'000) << QStringLiteral("1.25 s");
    QTest::newRow("whole seconds") << qint64(30'000'000'000) << QStringLiteral("30 s");
    QTest::newRow("a hundred seconds") << qint64(100'000'000'000) << QStringLiteral("100 s");
    QTest::newRow("minutes") << qint64(600'000'000'000) << QStringLiteral("10 min");
}

void TestSequenceLayout::writesDurations()
{
    QFETCH(qint64, ns);
    QFETCH(QString, text);
    QCOMPARE(durationText(ns), text);
}

void TestSequenceLayout::tellsWhatIsWhereNoMessageIs_data()
{
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<int>("spot");
    const auto row = [](const char *name, double x, double y, DiagramSpot spot) {
        QTest::newRow(name) << QPointF(x, y) << int(spot);
    };
    row("in the header", 120, 10, DiagramSpot::None);
    row("on the ruler", 20, 100, DiagramSpot::Ruler);
    row("on the client's line", 121, 300, DiagramSpot::ClientLifeline);
    row("on the server's line", 279, 300, DiagramSpot::ServerLifeline);
    row("on a connection's band", 123, 150, DiagramSpot::Connection);
    row("on a held request", 280, 110, DiagramSpot::Held);
    row("on an open answer", 280, 170, DiagramSpot::Streaming);
    row("in a fold", 200, 215, DiagramSpot::Fold);
    row("on the line of now", 200, 401, DiagramSpot::Now);
    row("between the lines", 200, 300, DiagramSpot::None);
}

void TestSequenceLayout::tellsWhatIsWhereNoMessageIs()
{
    QFETCH(const QPointF, point);
    SequenceScene scene;
    scene.lanes.push_back({.clientX = 120, .serverX = 280});
    scene.connections.push_back({QRectF(117, 50, 6, 200), QRectF(277, 50, 6, 200)});
    scene.activations.push_back({.held = QRectF(275, 100, 10, 40), .streaming = QRectF(275, 140, 10, 60)});
    scene.folds.push_back({210, 230, QStringLiteral("1 s")});
    scene.nowY = 400;
    QTEST(int(SequenceLayout::spotAt(scene, point)), "spot");
}

void TestSequenceLayout::byStepsEveryMessageHasARowOfItsOwn()
{
    Story story;
    story.map.setMode(TimeMode::Steps);
    story.map.setStep(30);
    story.map.setShown(story.journal);
    story.open(1, QStringLiteral("one"));
    for (qint64 i = 1; i < 15; ++i)
        story.request(1, i * i * Second / 4, i * i * Second / 4 + Second / 10);
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.arrows.size(), size_t(15));
    for (size_t i = 0; i < scene.arrows.size(); ++i) {
        QCOMPARE(scene.arrows[i].line.y1(), scene.headerHeight + 30.0 * double(i + 1));
        QVERIFY(scene.arrows[i].line.dy() >= 0 && scene.arrows[i].line.dy() < 30);
    }
    QCOMPARE(scene.labels.size(), size_t(15));
    QVERIFY(scene.folds.empty());
    const auto isTold = [](const SequenceScene::Tick &tick) { return !tick.text.isEmpty(); };
    QVERIFY(scene.ticks.size() >= 7 && std::ranges::all_of(scene.ticks, isTold));
    // A time that many messages share is said once.
    for (int i = 0; i < 9; ++i)
        story.request(1, 60 * Second, 61 * Second);
    const SequenceScene burst = story.scene();
    QVERIFY(burst.ticks.size() > scene.ticks.size() + 2);
    QCOMPARE(std::ranges::count_if(burst.ticks, isTold), std::ptrdiff_t(scene.ticks.size() + 1));
    for (size_t i = 1; i < scene.ticks.size(); ++i)
        QVERIFY(scene.ticks[i].y - scene.ticks[i - 1].y >= 30);
}

void TestSequenceLayout::byStepsAnArrowInFlightEndsAtNow()
{
    Story story;
    story.map.setMode(TimeMode::Steps);
    story.map.setStep(30);
    story.map.setShown(story.journal);
    story.open(1, QStringLiteral("one"));
    story.request(1, Second, 2 * Second);
    const RecordNumber number = story.request(1, 5 * Second, 6 * Second);
    story.request(1, 7 * Second, 8 * Second);
    // As it was then, although it has arrived since.
    story.view.nowNs = 5 * Second + Second / 2;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.arrows.size(), size_t(3));
    const SequenceScene::Arrow *arrow = arrowOf(scene, number);
    QVERIFY(arrow && arrow->isInFlight);
    QCOMPARE(arrow->line.y2(), scene.nowY);
    QCOMPARE(arrow->line.x2(), (scene.lanes[0].clientX + scene.lanes[0].serverX) / 2);
}

void TestSequenceLayout::saysHowLongARequestIsHeld()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber request = story.request(1, Second, 2 * Second);
    story.view.nowNs = 3 * Second;
    QCOMPARE(story.scene().heldNotes.at(0).text, QStringLiteral("held 1.0 s"));
    QVERIFY(story.scene().heldNotes.at(0).isHeld);
    const QRectF area = story.scene().heldNotes.at(0).area;
    story.view.nowNs = 4 * Second + Second / 4;
    QCOMPARE(story.scene().heldNotes.at(0).text, QStringLiteral("held 2.3 s"));
    QCOMPARE(story.scene().heldNotes.at(0).area.top(), area.top());
    story.add(MessageKind::Response, 1, Direction::ServerToClient, 5 * Second, 6 * Second, request,
              RecordFlag::Final);
    story.view.nowNs = 50 * Second;
    SequenceScene scene = story.scene();
    QCOMPARE(scene.heldNotes.at(0).text, QStringLiteral("held 3.0 s"));
    QVERIFY(!scene.heldNotes.at(0).isHeld);
    for (const SequenceScene::Label &label : scene.labels)
        QVERIFY(!label.area.intersects(scene.heldNotes.at(0).area));
    // In view as long as its bar is, and not where the bar is too short.
    story.view.top = 300;
    scene = story.scene();
    QVERIFY(scene.heldNotes.at(0).area.top() >= scene.headerHeight);
    story.map.setScale(4);
    story.view.top = 0;
    QVERIFY(story.scene().heldNotes.empty());
}

void TestSequenceLayout::rulerTellsNeighboursApart_data()
{
    QTest::addColumn<double>("pixelsPerSecond");
    QTest::newRow("minutes in view") << 2.0;
    QTest::newRow("the usual size") << 110.0;
    QTest::newRow("tenths of a second") << 900.0;
    QTest::newRow("milliseconds") << 5e4;
    QTest::newRow("microseconds") << 1e7;
}

void TestSequenceLayout::rulerTellsNeighboursApart()
{
    QFETCH(const double, pixelsPerSecond);
    Story story;
    story.open(1, QStringLiteral("one"));
    story.map.setScale(pixelsPerSecond);
    story.view.nowNs = 1000 * Second;
    story.view.top = 150 * pixelsPerSecond;
    const SequenceScene scene = story.scene();
    QVERIFY(scene.ticks.size() >= 4);
    for (size_t i = 1; i < scene.ticks.size(); ++i)
        QVERIFY(scene.ticks[i].text != scene.ticks[i - 1].text);
}

void TestSequenceLayout::manyBarsBecomeOne()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    for (int i = 0; i < 20000; ++i) {
        const qint64 at = Second + i * (Second / 100'000);
        const RecordNumber request = story.request(1, at, at + 2000);
        story.add(MessageKind::Response, 1, Direction::ServerToClient, at + 3000, at + 5000, request,
                  RecordFlag::Final);
    }
    const SequenceScene scene = story.scene();
    QVERIFY(scene.isDense);
    QVERIFY(scene.activations.size() <= 300);
    const auto bottom = [](const SequenceScene::Activation &each) { return each.held.bottom(); };
    const double end = std::ranges::max(scene.activations, {}, bottom).held.bottom();
    QVERIFY(std::abs(end - (scene.headerHeight + 120)) < 4);
}

void TestSequenceLayout::marksNearToEachOtherShareALine()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const std::vector<TimeMarker> markers {{2 * Second, QStringLiteral("second")},
                                           {Second, QStringLiteral("first")},
                                           {2 * Second + 1000, QStringLiteral("third")}};
    story.view.markers = markers;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.markers.size(), size_t(2));
    QCOMPARE(scene.markers[0].text, QStringLiteral("first"));
    QVERIFY(scene.markers[1].text.contains(QStringLiteral("second")));
    QVERIFY(scene.markers[1].text.contains(QStringLiteral("third")));
}

void TestSequenceLayout::whatAMarkSaysIsNotOverALabel()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber request = story.request(1, 2 * Second, 2 * Second + 100);
    story.add(MessageKind::Response, 1, Direction::ServerToClient, 4 * Second, 4 * Second + 100, request,
              RecordFlag::Final);
    const std::vector<TimeMarker> markers {{2 * Second, QStringLiteral("where a request leaves")},
                                           {4 * Second, QString(60, u'x')}};
    story.view.markers = markers;
    const SequenceScene scene = story.scene();
    QCOMPARE(scene.markers.size(), size_t(2));
    QCOMPARE(scene.labels.size(), size_t(2)); // the opening's is above the window
    for (const SequenceScene::Marker &marker : scene.markers) {
        QVERIFY(marker.area.left() >= scene.rulerWidth && marker.area.right() <= story.view.width);
        for (const SequenceScene::Label &label : scene.labels)
            QVERIFY(!label.area.intersects(marker.area));
        // Of the two flat arrows, at 2 s and 4 s, neither goes through it.
        for (const SequenceScene::Arrow &arrow : scene.arrows)
            QVERIFY(arrow.line.y1() < marker.area.top() || arrow.line.y1() > marker.area.bottom());
    }
}

void TestSequenceLayout::answerToAFlatRequestIsLabelledBelow()
{
    Story story;
    story.open(1, QStringLiteral("one"));
    const RecordNumber request = story.request(1, 2 * Second, 2 * Second + Second / 10);
    const RecordNumber answer = story.add(MessageKind::Response, 1, Direction::ServerToClient,
                                          2 * Second + Second / 10, 2 * Second + Second / 5, request);
    const SequenceScene scene = story.scene();
    const auto label = std::ranges::find(scene.labels, answer, &SequenceScene::Label::number);
    QVERIFY(label != scene.labels.end());
    const QLineF line = arrowOf(scene, answer)->line;
    const QLineF left(label->area.topLeft(), label->area.bottomLeft());
    QVERIFY(line.intersects(left, nullptr) != QLineF::BoundedIntersection);
    QVERIFY(label->area.top() > line.y1());
    const auto asked = std::ranges::find(scene.labels, request, &SequenceScene::Label::number);
    QVERIFY(asked != scene.labels.end() && asked->area.bottom() <= arrowOf(scene, request)->line.y1());
}

QTEST_MAIN(TestSequenceLayout)
#include "tst_sequencelayout.moc"
