// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/journal.h"
#include "tests/journal/journalstory.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace wiretale;

namespace {

constexpr qint64 Ms = JournalStory::Ms;

bool same(const ChunkSummary &a, const ChunkSummary &b)
{
    return a.firstDepartureNs == b.firstDepartureNs && a.lastDepartureNs == b.lastDepartureNs
        && a.lastArrivalNs == b.lastArrivalNs && a.wireBytes == b.wireBytes
        && a.wireBytesBefore == b.wireBytesBefore && a.clientBits == b.clientBits && a.first == b.first
        && a.count == b.count;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLikeANaiveModel_data();
    void answersLikeANaiveModel();
    void emptyJournal();
    void recordIsKeptWhole_data();
    void recordIsKeptWhole();
    void exchangeFollowsItsAnswer_data();
    void exchangeFollowsItsAnswer();
    void heldTime_data();
    void heldTime();
    void techniquesAreLearnt();
    void eventsArePublished();
    void everyChangeCounts();
    void appendingIsFast();
};

void TestJournal::answersLikeANaiveModel_data()
{
    QTest::addColumn<int>("records");
    QTest::addColumn<quint32>("seed");
    QTest::newRow("one record") << 1 << 1U;
    QTest::newRow("one short of a chunk") << 255 << 2U;
    QTest::newRow("a chunk to the brim") << 256 << 3U;
    QTest::newRow("one more than a chunk") << 257 << 4U;
    QTest::newRow("two chunks") << 512 << 5U;
    QTest::newRow("many chunks, some open for long") << 3000 << 6U;
    QTest::newRow("another story") << 2999 << 7U;
}

void TestJournal::answersLikeANaiveModel()
{
    QFETCH(int, records);
    QFETCH(quint32, seed);
    JournalStory story(seed);
    const Journal &journal = story.journal;
    const NaiveJournal &naive = story.naive;
    // Asked half way, too, when other things are in flight.
    for (const int part : {records / 2, records - records / 2}) {
        story.goOn(part);
        QCOMPARE(journal.size(), quint32(naive.records.size()));
        for (RecordNumber number = 1; number <= journal.size(); ++number) {
            QCOMPARE(journal.at(number), naive.records[number - 1]);
            QCOMPARE(journal.eventIds(number), naive.ids[number - 1]);
        }
        QCOMPARE(journal.clients(), naive.clients());
        for (int i = 0; i < 25; ++i) {
            qint64 from = story.below(story.nowNs() + Ms) - Ms / 2;
            qint64 to = from + (i % 3 == 0 ? 0 : story.below(story.nowNs() / (i % 3 == 1 ? 50 : 1) + 1));
            if (i == 0) {
                from = std::numeric_limits<qint64>::min();
                to = std::numeric_limits<qint64>::max();
            }
            std::vector<RecordNumber> met;
            journal.visitRecords(from, to, [&](RecordNumber number, const Record &record) {
                met.push_back(number);
                return record == naive.records[number - 1];
            });
            QCOMPARE(met, naive.meeting(from, to));
            QCOMPARE(journal.exchanges(from, to), naive.exchanges(from, to));
            QCOMPARE(journal.connections(from, to), naive.connections(from, to));
            QCOMPARE(journal.wireBytesBefore(from), naive.wireBytesBefore(from));
            QCOMPARE(journal.firstDepartedFrom(from), naive.firstDepartedFrom(from));
            const auto chunks = journal.chunks(from, to);
            const auto expected = naive.chunks(from, to);
            QVERIFY(std::equal(chunks.begin(), chunks.end(), expected.begin(), expected.end(), same));
        }
    }
    for (const ExchangeSpan &span : naive.exchanges(0, story.nowNs()))
        QCOMPARE(journal.exchange(span.request), std::optional(span));
    for (const ConnectionSpan &span : naive.connections(0, story.nowNs())) {
        QCOMPARE(journal.connection(span.number), span);
        const bool isNamed = span.client != ConnectionSpan::NoClient;
        QCOMPARE(journal.clientName(span.number),
                 isNamed ? naive.clients()[span.client].name : QStringLiteral("?"));
    }
}

void TestJournal::emptyJournal()
{
    const Journal journal;
    constexpr qint64 Ever = std::numeric_limits<qint64>::max();
    QCOMPARE(journal.size(), 0U);
    QCOMPARE(journal.lastNs(), 0);
    QCOMPARE(journal.firstDepartedFrom(0), 1U);
    QCOMPARE(journal.wireBytesBefore(Ever), 0U);
    QVERIFY(journal.chunks(0, Ever).empty());
    QVERIFY(journal.exchanges(0, Ever).empty());
    QVERIFY(journal.connections(0, Ever).empty());
    QVERIFY(journal.clients().empty());
    QVERIFY(!journal.exchange(1));
    QVERIFY(!journal.publishedNs(1));
    QCOMPARE(journal.connection(7).number, 7U);
    QCOMPARE(journal.clientName(7), QStringLiteral("?"));
    journal.visitRecords(0, Ever, [](RecordNumber, const Record &) {
        QTest::qFail("nothing is there to be visited", __FILE__, __LINE__);
        return true;
    });
}

namespace {

Record made(MessageKind kind, qint64 departedNs, Direction direction = Direction::ServerToClient)
{
    Record record;
    record.kind = kind;
    record.departedNs = departedNs;
    record.direction = direction;
    record.connection = 1;
    return record;
}

Record answer(MessageKind kind, qint64 departedNs, quint16 code = 0, RecordFlag flags = RecordFlag::None)
{
    Record record = made(kind, departedNs);
    record.exchange = 2;
    record.code = code;
    record.flags = flags;
    return record;
}

using Records = QList<Record>;

} // namespace

void TestJournal::recordIsKeptWhole_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("offsetKept");
    QTest::newRow("without bytes") << Record::NoBytes << Record::NoBytes;
    QTest::newRow("at the beginning of the capture") << qint64(0) << qint64(0);
    QTest::newRow("behind four gibibytes") << qint64(0x123456789a) << qint64(0x123456789a);
    QTest::newRow("the last place in a tebibyte") << qint64(0xfffffffffe) << qint64(0xfffffffffe);
    QTest::newRow("behind a tebibyte") << qint64(0xffffffffff) << Record::NoBytes;
}

void TestJournal::recordIsKeptWhole()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, offsetKept);
    for (int kind = 0; kind <= int(MessageKind::Opaque); ++kind) {
        for (int technique = 0; technique < TechniqueCount; ++technique) {
            Record record;
            record.departedNs = std::numeric_limits<qint64>::max() - 2;
            record.arrivedNs = record.departedNs + 1;
            record.wallNs = std::numeric_limits<qint64>::min();
            record.captureOffset = offset;
            record.wireBytes = record.payloadBytes = 0xfffffffe;
            record.connection = 1;
            record.exchange = kind == int(MessageKind::Request) ? 1 : 0xfffffffd;
            record.flags = RecordFlag(0xffff);
            record.code = record.eventCount = 0xfffe;
            record.kind = MessageKind(kind);
            record.direction = Direction::ServerToClient;
            record.technique = Technique(technique);
            Journal journal;
            journal.append(record);
            record.captureOffset = offsetKept;
            QCOMPARE(journal.at(1), record);
        }
    }
}

void TestJournal::exchangeFollowsItsAnswer_data()
{
    QTest::addColumn<Records>("after");
    QTest::addColumn<qint64>("answeredNs");
    QTest::addColumn<qint64>("finishedNs");
    QTest::addColumn<bool>("empty");
    constexpr qint64 Never = Record::NotArrived;
    using enum MessageKind;
    using enum RecordFlag;
    const Record closing = made(Close, 60);
    const Record clientClosing = made(Close, 60, Direction::ClientToServer);
    QTest::newRow("no answer") << Records {} << Never << Never << false;
    QTest::newRow("whole answer") << Records {answer(Response, 50, 200, Final)} << qint64(50) << qint64(50)
                                  << false;
    QTest::newRow("empty answer") << Records {answer(Response, 50, 204, Final | Empty)} << qint64(50)
                                  << qint64(50) << true;
    QTest::newRow("100 does not answer") << Records {answer(Response, 50, 100)} << Never << Never << false;
    QTest::newRow("103 and then the answer")
        << Records {answer(Response, 50, 103), answer(Response, 70, 200, Final)} << qint64(70) << qint64(70)
        << false;
    QTest::newRow("101 and frames") << Records {answer(Response, 50, 101), answer(Frame, 70)} << qint64(50)
                                    << Never << false;
    QTest::newRow("streamed answer") << Records {answer(Response, 50, 200, Streaming), answer(Event, 60),
                                                 answer(Heartbeat, 65), answer(Chunk, 70, 0, Final)}
                                     << qint64(50) << qint64(70) << false;
    QTest::newRow("stream cut by the server's closing")
        << Records {answer(Response, 50, 200, Streaming), closing} << qint64(50) << qint64(60) << false;
    QTest::newRow("client leaves while it is held")
        << Records {clientClosing} << Never << qint64(60) << false;
    QTest::newRow("client closes its half, the answer comes later")
        << Records {clientClosing, answer(Response, 70, 200, Streaming), answer(Chunk, 80)} << qint64(70)
        << qint64(80) << false;
    QTest::newRow("finished before the closing")
        << Records {answer(Response, 50, 200, Final), closing} << qint64(50) << qint64(50) << false;
}

void TestJournal::exchangeFollowsItsAnswer()
{
    QFETCH(Records, after);
    Journal journal;
    journal.append(made(MessageKind::Open, 0, Direction::ClientToServer));
    const RecordNumber request = journal.append(made(MessageKind::Request, 10, Direction::ClientToServer));
    QCOMPARE(journal.at(request).exchange, request);
    for (const Record &record : after)
        journal.append(record);
    const auto exchange = journal.exchange(request);
    QVERIFY(exchange.has_value());
    QCOMPARE(exchange->requestDepartedNs, 10);
    QCOMPARE(exchange->requestArrivedNs, Record::NotArrived);
    QTEST(exchange->answeredNs, "answeredNs");
    QTEST(exchange->finishedNs, "finishedNs");
    QTEST(exchange->empty, "empty");
    journal.setArrived(request, 20);
    QCOMPARE(journal.exchange(request)->requestArrivedNs, 20);
}

void TestJournal::heldTime_data()
{
    QTest::addColumn<qint64>("arrivedNs");
    QTest::addColumn<qint64>("answeredNs");
    QTest::addColumn<qint64>("finishedNs");
    QTest::addColumn<qint64>("heldNs");
    constexpr qint64 Never = Record::NotArrived;
    QTest::newRow("still travelling") << Never << Never << Never << qint64(0);
    QTest::newRow("held now") << qint64(100) << Never << Never << qint64(900);
    QTest::newRow("answered") << qint64(100) << qint64(300) << qint64(700) << qint64(200);
    QTest::newRow("given up") << qint64(100) << Never << qint64(400) << qint64(300);
    QTest::newRow("answered in the future of what is looked at")
        << qint64(100) << qint64(2000) << qint64(2000) << qint64(900);
    QTest::newRow("arrives in the future of what is looked at")
        << qint64(1500) << Never << Never << qint64(0);
}

void TestJournal::heldTime()
{
    QFETCH(qint64, arrivedNs);
    QFETCH(qint64, answeredNs);
    QFETCH(qint64, finishedNs);
    ExchangeSpan span;
    span.requestArrivedNs = arrivedNs;
    span.answeredNs = answeredNs;
    span.finishedNs = finishedNs;
    QTEST(span.heldNs(1000), "heldNs");
}

void TestJournal::techniquesAreLearnt()
{
    Journal journal;
    journal.append(made(MessageKind::Open, 0, Direction::ClientToServer));
    journal.append(made(MessageKind::Request, 1, Direction::ClientToServer));
    journal.nameConnection(1, QStringLiteral("curl"));
    QCOMPARE(journal.clients(), (std::vector<ClientEntry> {{0, QStringLiteral("curl"), Technique::Http}}));
    Record streaming = answer(MessageKind::Response, 2, 200);
    streaming.technique = Technique::EventStream;
    journal.append(streaming);
    QCOMPARE(journal.exchange(2)->technique, Technique::EventStream);
    QCOMPARE(journal.connection(1).technique, Technique::EventStream);
    Record polling = made(MessageKind::Request, 3, Direction::ClientToServer);
    polling.technique = Technique::LongPolling;
    journal.append(polling);
    QCOMPARE(journal.connection(1).technique, Technique::EventStream); // its first
    QCOMPARE(journal.clients().front().technique, Technique::LongPolling); // its last
}

void TestJournal::eventsArePublished()
{
    Journal journal;
    for (qint64 id = 5; id < 700; ++id)
        journal.setEventPublished(id, id * 10);
    journal.setEventPublished(2, 17); // ids from elsewhere, before and far beyond the row
    journal.setEventPublished(1'000'000'000'000, 18);
    journal.setEventPublished(6, 61);
    QCOMPARE(journal.publishedNs(5), std::optional<qint64>(50));
    QCOMPARE(journal.publishedNs(6), std::optional<qint64>(61));
    QCOMPARE(journal.publishedNs(699), std::optional<qint64>(6990));
    QCOMPARE(journal.publishedNs(2), std::optional<qint64>(17));
    QCOMPARE(journal.publishedNs(1'000'000'000'000), std::optional<qint64>(18));
    QVERIFY(!journal.publishedNs(700));
    QVERIFY(!journal.publishedNs(4));
    QVERIFY(!journal.publishedNs(-1));
}

void TestJournal::everyChangeCounts()
{
    Journal journal;
    quint64 seen = journal.revision();
    const auto hasChanged = [&] { return std::exchange(seen, journal.revision()) != seen; };
    QVERIFY(!hasChanged());
    journal.append(made(MessageKind::Open, 7, Direction::ClientToServer));
    QVERIFY(hasChanged());
    QCOMPARE(journal.lastNs(), 7);
    journal.setArrived(1, 9);
    QVERIFY(hasChanged());
    QCOMPARE(journal.lastNs(), 9);
    journal.setCut(1);
    QVERIFY(hasChanged());
    journal.nameConnection(1, QStringLiteral("x"));
    QVERIFY(hasChanged());
    journal.setEventPublished(1, 1);
    QVERIFY(hasChanged());
    // What cannot be meant is not counted and harms nothing.
    journal.setArrived(0, 1);
    journal.setArrived(2, 1);
    journal.setCut(2);
    journal.nameConnection(2, QStringLiteral("y"));
    QVERIFY(!hasChanged());
}

void TestJournal::appendingIsFast()
{
    constexpr int Count = 100'000;
    QBENCHMARK_ONCE
    {
        Journal journal;
        journal.append(made(MessageKind::Open, 0, Direction::ClientToServer));
        for (int i = 1; i < Count; i += 2) {
            const RecordNumber request
                = journal.append(made(MessageKind::Request, i, Direction::ClientToServer));
            journal.setArrived(request, i);
            Record response = answer(MessageKind::Response, i + 1, 200, RecordFlag::Final);
            response.exchange = request;
            journal.setArrived(journal.append(response), i + 1);
        }
        QCOMPARE(journal.size(), quint32(Count + 1));
    }
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
