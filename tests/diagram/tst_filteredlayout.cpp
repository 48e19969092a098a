// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/sequencelayout.h"

#include <QTest>

#include <algorithm>

using namespace wiretale;

namespace {

constexpr qint64 Second = 1'000'000'000;

using Numbers = QList<RecordNumber>;

// Two clients that ask, and a third that only opened a connection; a fourth is nobody's yet.
struct Story
{
    Journal journal;
    TimeMap map;
    SequenceLayout::View view {.width = 1200, .height = 834, .nowNs = 100 * Second};

    Story()
    {
        map.setScale(100);
        map.setStep(30);
        for (const ConnectionNumber connection : {1U, 2U, 3U, 4U}) {
            add(MessageKind::Open, connection, Direction::ClientToServer, 0); // 1 to 4
            if (connection < 4)
                journal.nameConnection(connection, QStringLiteral("client %1").arg(connection));
        }
        add(MessageKind::Request, 1, Direction::ClientToServer, Second); // 5
        add(MessageKind::Request, 2, Direction::ClientToServer, 2 * Second); // 6
        add(MessageKind::Response, 1, Direction::ServerToClient, 3 * Second, 5); // 7
        add(MessageKind::Request, 1, Direction::ClientToServer, 4 * Second); // 8
    }
    RecordNumber add(MessageKind kind, ConnectionNumber connection, Direction direction, qint64 departed,
                     RecordNumber exchange = 0)
    {
        Record record;
        record.kind = kind;
        record.connection = connection;
        record.direction = direction;
        record.departedNs = departed;
        record.arrivedNs = departed + Second / 10;
        record.exchange = exchange;
        record.flags = exchange != 0 ? RecordFlag::Final : RecordFlag::None;
        record.wireBytes = kind == MessageKind::Open ? 0 : 100;
        return journal.append(record);
    }
    SequenceScene scene(const ShownRecords &shown)
    {
        map.setShown(shown);
        IdleGaps gaps;
        gaps.update(shown);
        map.setGaps(gaps.gaps());
        const SequenceLayout layout(
            shown, map, [](const QString &text) { return 6.0 * double(text.size()); },
            [](RecordNumber number) { return QStringLiteral("message %1").arg(number); });
        return layout.scene(view);
    }
};

Numbers arrowsOf(const SequenceScene &scene)
{
    Numbers numbers;
    for (const SequenceScene::Arrow &arrow : scene.arrows)
        numbers << arrow.number;
    return numbers;
}

QStringList namesOf(const SequenceScene &scene)
{
    QStringList names;
    for (const SequenceScene::Lane &lane : scene.lanes)
        names << lane.name;
    return names;
}

} // namespace

// What a diagram places when not all messages are shown.
class TestFilteredLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatBelongsToTheChosen_data();
    void showsWhatBelongsToTheChosen();
    void showsWhatBelongsToTheChosenBySteps_data() { showsWhatBelongsToTheChosen_data(); }
    void showsWhatBelongsToTheChosenBySteps();
    void choosingAllIsChoosingNone_data();
    void choosingAllIsChoosingNone();
    void foldsWhatTheFilterLeftIdle();
    void drawsManyOfTheChosenAsStrokes_data();
    void drawsManyOfTheChosenAsStrokes();
};

void TestFilteredLayout::showsWhatBelongsToTheChosen_data()
{
    QTest::addColumn<Numbers>("chosen");
    QTest::addColumn<QStringList>("lanes");
    QTest::addColumn<int>("activations");
    QTest::addColumn<int>("connections");
    const QString one = QStringLiteral("client 1");
    const QString two = QStringLiteral("client 2");
    const QString three = QStringLiteral("client 3");
    QTest::newRow("nothing is chosen") << Numbers() << QStringList() << 0 << 0;
    QTest::newRow("a request alone") << Numbers {5} << QStringList {one} << 1 << 1;
    QTest::newRow("an answer alone") << Numbers {7} << QStringList {one} << 1 << 1;
    QTest::newRow("a request and its answer") << Numbers {5, 7} << QStringList {one} << 1 << 1;
    QTest::newRow("requests of two clients") << Numbers {5, 6} << QStringList {one, two} << 2 << 2;
    QTest::newRow("one that is held") << Numbers {6} << QStringList {two} << 1 << 1;
    QTest::newRow("an opening") << Numbers {3} << QStringList {three} << 0 << 1;
    QTest::newRow("the first and the last client's") << Numbers {3, 5} << QStringList {one, three} << 1 << 2;
    QTest::newRow("one whose client is not known")
        << Numbers {4, 6} << QStringList {two, QStringLiteral("?")} << 1 << 2;
}

void TestFilteredLayout::showsWhatBelongsToTheChosen()
{
    QFETCH(const Numbers, chosen);
    QFETCH(const QStringList, lanes);
    QFETCH(const int, activations);
    QFETCH(const int, connections);
    Story story;
    const ChosenRecords records(story.journal, std::vector(chosen.begin(), chosen.end()));
    const SequenceScene scene = story.scene(records);
    QCOMPARE(arrowsOf(scene), chosen);
    QCOMPARE(namesOf(scene), lanes);
    QCOMPARE(int(scene.activations.size()), activations);
    QCOMPARE(int(scene.connections.size()), connections);
    QVERIFY(scene.labels.size() <= scene.arrows.size());
    for (const SequenceScene::Lane &lane : scene.lanes)
        QVERIFY(lane.area.right() <= story.view.width && lane.clientX < lane.serverX);
    for (const SequenceScene::Arrow &arrow : scene.arrows)
        QCOMPARE(SequenceLayout::hit(scene, arrow.line.pointAt(0.9)), arrow.number);
}

void TestFilteredLayout::showsWhatBelongsToTheChosenBySteps()
{
    QFETCH(const Numbers, chosen);
    QFETCH(const QStringList, lanes);
    QFETCH(const int, activations);
    Story story;
    story.map.setMode(TimeMode::Steps);
    const ChosenRecords records(story.journal, std::vector(chosen.begin(), chosen.end()));
    const SequenceScene scene = story.scene(records);
    QCOMPARE(arrowsOf(scene), chosen);
    QCOMPARE(namesOf(scene), lanes);
    QCOMPARE(int(scene.activations.size()), activations);
    // Each a row below the one before it, however many lie between.
    for (qsizetype i = 0; i < chosen.size(); ++i)
        QCOMPARE(scene.arrows[size_t(i)].line.y1(), scene.headerHeight + 30.0 * double(i + 1));
    for (const SequenceScene::Tick &tick : scene.ticks)
        QVERIFY(tick.y <= scene.headerHeight + 30.0 * double(chosen.size()));
}

void TestFilteredLayout::choosingAllIsChoosingNone_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("messages");
    for (const int messages : {40, 2000, 30'000}) {
        for (const auto &[mode, name] : {std::pair {TimeMode::Folded, "folded"},
                                         {TimeMode::Linear, "linear"},
                                         {TimeMode::Steps, "by steps"}})
            QTest::newRow(
                qPrintable(QStringLiteral("%1 messages, %2").arg(messages).arg(QLatin1StringView(name))))
                << int(mode) << messages;
    }
}

void TestFilteredLayout::choosingAllIsChoosingNone()
{
    QFETCH(const int, mode);
    QFETCH(const int, messages);
    Story story;
    story.map.setMode(TimeMode(mode));
    story.map.setStep(700.0 / messages);
    for (int i = 0; i < messages; ++i)
        story.add(MessageKind::Frame, 1 + ConnectionNumber(i) % 3, Direction(i % 2),
                  5 * Second + 3 * Second / messages * i);
    std::vector<RecordNumber> all;
    for (RecordNumber number = 1; number <= story.journal.size(); ++number)
        all.push_back(number);
    const ChosenRecords chosen(story.journal, all);
    const SequenceScene filtered = story.scene(chosen);
    const SequenceScene whole = story.scene(story.journal);
    QCOMPARE(namesOf(filtered), namesOf(whole));
    QCOMPARE(arrowsOf(filtered), arrowsOf(whole));
    QCOMPARE(filtered.isDense, whole.isDense);
    QCOMPARE(filtered.nowY, whole.nowY);
    QVERIFY(std::ranges::equal(filtered.strokes, whole.strokes, {}, &SequenceScene::Stroke::area,
                               &SequenceScene::Stroke::area));
    QVERIFY(std::ranges::equal(filtered.connections, whole.connections, {},
                               &SequenceScene::Connection::client, &SequenceScene::Connection::client));
    QVERIFY(std::ranges::equal(filtered.activations, whole.activations, {}, &SequenceScene::Activation::held,
                               &SequenceScene::Activation::held));
    QVERIFY(std::ranges::equal(filtered.labels, whole.labels, {}, &SequenceScene::Label::area,
                               &SequenceScene::Label::area));
    QVERIFY(std::ranges::equal(filtered.ticks, whole.ticks, {}, &SequenceScene::Tick::y,
                               &SequenceScene::Tick::y));
}

void TestFilteredLayout::foldsWhatTheFilterLeftIdle()
{
    Story story;
    // The second client is busy all the while; of the first one there is nothing for half a minute.
    for (int i = 0; i < 400; ++i)
        story.add(MessageKind::Frame, 2, Direction::ServerToClient, 5 * Second + i * Second / 10);
    const RecordNumber last = story.add(MessageKind::Frame, 1, Direction::ServerToClient, 45 * Second);
    QVERIFY(story.scene(story.journal).folds.empty());
    const ChosenRecords chosen(story.journal, std::vector<RecordNumber> {8, last});
    const SequenceScene scene = story.scene(chosen);
    QCOMPARE(arrowsOf(scene), (Numbers {8, last}));
    QVERIFY(std::ranges::any_of(scene.folds, [](const SequenceScene::FoldMark &fold) {
        return fold.text.startsWith(QStringLiteral("40"));
    }));
}

void TestFilteredLayout::drawsManyOfTheChosenAsStrokes_data()
{
    QTest::addColumn<int>("every");
    QTest::newRow("so many that whole chunks are drawn") << 2;
    QTest::newRow("so many that each is a stroke") << 20;
}

void TestFilteredLayout::drawsManyOfTheChosenAsStrokes()
{
    QFETCH(const int, every);
    constexpr int Count = 60'000;
    Story story;
    std::vector<RecordNumber> numbers;
    for (int i = 0; i < Count; ++i) {
        // The third client's are never chosen, and lie between those that are.
        const ConnectionNumber connection = i % every == 0 ? 1 + ConnectionNumber(i / every) % 2 : 3;
        const RecordNumber number = story.add(MessageKind::Frame, connection, Direction::ServerToClient,
                                              5 * Second + i * (2 * Second / Count));
        if (connection != 3)
            numbers.push_back(number);
    }
    const ChosenRecords chosen(story.journal, numbers);
    const SequenceScene scene = story.scene(chosen);
    QVERIFY(scene.isDense && scene.arrows.empty() && scene.labels.empty());
    QCOMPARE(namesOf(scene), (QStringList {QStringLiteral("client 1"), QStringLiteral("client 2")}));
    for (const SequenceScene::Lane &lane : scene.lanes) {
        double top = 1e9;
        double bottom = 0;
        for (const SequenceScene::Stroke &stroke : scene.strokes) {
            if (stroke.area.left() != lane.clientX)
                continue;
            top = std::min(top, stroke.area.top());
            bottom = std::max(bottom, stroke.area.bottom());
        }
        QVERIFY(bottom - top > 195 && bottom - top < 210);
    }
}

QTEST_MAIN(TestFilteredLayout)
#include "tst_filteredlayout.moc"
