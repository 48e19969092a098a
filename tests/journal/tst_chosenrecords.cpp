// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/chosenrecords.h"
#include "app/journal/shownrecords.h"
#include "tests/journal/journalstory.h"

#include <QSet>
#include <QTest>

#include <limits>
#include <set>

using namespace wiretale;

namespace {

// What is asked of the records chosen, answered by looking at each of them.
class Naive
{
public:
    Naive(const Journal &journal, const std::set<RecordNumber> &numbers)
        : m_journal(journal)
        , m_numbers(numbers)
    {
    }

    [[nodiscard]] std::vector<RecordNumber> meeting(qint64 fromNs, qint64 toNs) const
    {
        std::vector<RecordNumber> found;
        for (const RecordNumber number : m_numbers) {
            const Record record = m_journal.at(number);
            const qint64 end = record.has(RecordFlag::Cut) ? record.departedNs : record.arrivedNs;
            if (record.departedNs <= toNs && end >= fromNs)
                found.push_back(number);
        }
        return found;
    }
    [[nodiscard]] quint64 wireBytesBefore(qint64 ns) const
    {
        quint64 bytes = 0;
        for (const RecordNumber number : m_numbers) {
            const Record record = m_journal.at(number);
            bytes += record.departedNs < ns ? record.wireBytes : 0;
        }
        return bytes;
    }
    template <typename Key>
    [[nodiscard]] std::set<quint32> all(Key key) const
    {
        std::set<quint32> keys;
        for (const RecordNumber number : m_numbers)
            keys.insert(key(m_journal.at(number)));
        keys.erase(0);
        return keys;
    }

private:
    const Journal &m_journal;
    const std::set<RecordNumber> &m_numbers;
};

} // namespace

// Some of a journal's records, beside a naive model of them.
class TestChosenRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChosenFromNothing();
    void agreesWithANaiveModel_data();
    void agreesWithANaiveModel();
    void allOfAJournalAreItsRecords();
    void saysFromWhereItChanged();
    void allClientsCountUntilAllIsLookedAt();

private:
    static void compare(const ChosenRecords &chosen, const JournalStory &story,
                        const std::set<RecordNumber> &numbers);
    static void compareWindows(const ShownRecords &shown, const JournalStory &story, const Naive &naive);
};

void TestChosenRecords::nothingIsChosenFromNothing()
{
    const ShownRecords none;
    QCOMPARE(none.count(), 0U);
    QCOMPARE(none.firstFrom(0), 1U);
    QVERIFY(!none.contains(1));
    QVERIFY(none.clients().empty() && none.chunks(0, 10).empty());
    const ChosenRecords nobodys;
    const ShownRecords shown(nobodys);
    QCOMPARE(shown.count(), 0U);
    QCOMPARE(shown.firstFrom(0), 1U);
    QVERIFY(shown.clients().empty() && shown.chunks(0, 10).empty());
    shown.visitRecords(0, 10, [](RecordNumber, const Record &) {
        QTest::qFail("there is none", __FILE__, __LINE__);
        return true;
    });
}

void TestChosenRecords::agreesWithANaiveModel_data()
{
    QTest::addColumn<int>("oneOf");
    QTest::addColumn<bool>("isChanged");
    for (const int oneOf : {1, 3, 40, 900}) {
        QTest::newRow(qPrintable(QStringLiteral("one of %1, as they came").arg(oneOf))) << oneOf << false;
        QTest::newRow(qPrintable(QStringLiteral("one of %1, then others").arg(oneOf))) << oneOf << true;
    }
}

void TestChosenRecords::agreesWithANaiveModel()
{
    QFETCH(const int, oneOf);
    QFETCH(const bool, isChanged);
    JournalStory story {quint32(oneOf)};
    ChosenRecords chosen(&story.journal);
    std::set<RecordNumber> numbers;
    RecordNumber looked = 0;
    for (int step = 0; step < 12; ++step) {
        story.goOn(int(story.below(700)));
        std::vector<RecordNumber> following;
        while (looked < story.journal.size()) {
            if (++looked, story.below(oneOf) == 0)
                following.push_back(looked);
        }
        chosen.append(following);
        numbers.insert(following.begin(), following.end());
        std::set<RecordNumber> leaving;
        std::set<RecordNumber> entering;
        for (int i = 0; isChanged && i < 40 && looked > 0; ++i) {
            const auto number = RecordNumber(story.below(looked) + 1);
            (numbers.contains(number) ? leaving : entering).insert(number);
        }
        if (step % 2 == 0) {
            chosen.change(std::vector(leaving.begin(), leaving.end()),
                          std::vector(entering.begin(), entering.end()));
        } else {
            for (const RecordNumber number : leaving)
                chosen.remove(number);
            for (const RecordNumber number : entering)
                chosen.insert(number);
        }
        for (const RecordNumber number : leaving)
            numbers.erase(number);
        numbers.insert(entering.begin(), entering.end());
        chosen.settle();
        compare(chosen, story, numbers);
    }
}

void TestChosenRecords::compare(const ChosenRecords &chosen, const JournalStory &story,
                                const std::set<RecordNumber> &numbers)
{
    const Journal &journal = story.journal;
    const Naive naive(journal, numbers);
    QCOMPARE(chosen.size(), quint32(numbers.size()));
    quint32 before = 0;
    for (RecordNumber number = 1; number <= journal.size(); ++number) {
        QCOMPARE(chosen.countBefore(number), before);
        QCOMPARE(chosen.contains(number), numbers.contains(number));
        if (numbers.contains(number))
            QCOMPARE(chosen.at(before++), number);
    }
    QCOMPARE(chosen.countBefore(journal.size() + 1000), chosen.size());
    QVERIFY(!chosen.contains(0) && !chosen.contains(journal.size() + 1));
    const auto connections = naive.all([](const Record &record) { return record.connection; });
    for (ConnectionNumber number = 1; number <= journal.connectionCount(); ++number)
        QCOMPARE(chosen.containsAnyOf(number), connections.contains(number));
    const auto exchanges = naive.all([](const Record &record) { return record.exchange; });
    for (RecordNumber number = 1; number <= journal.size(); ++number)
        QCOMPARE(chosen.containsAnyOfExchange(number), exchanges.contains(number));
    QSet<QString> names;
    for (const ConnectionNumber connection : connections)
        names << journal.clientName(connection);
    names.remove(QStringLiteral("?"));
    QSet<QString> told;
    for (const ClientEntry &client : chosen.clients())
        told << client.name;
    QCOMPARE(told, names);
    compareWindows(ShownRecords(chosen), story, naive);
}

void TestChosenRecords::compareWindows(const ShownRecords &shown, const JournalStory &story,
                                       const Naive &naive)
{
    const qint64 end = story.nowNs();
    for (const auto &[fromNs, toNs] : {std::pair<qint64, qint64> {0, end},
                                       {end / 3, end / 3 + 5 * JournalStory::Ms},
                                       {end / 2, end / 2},
                                       {end, 2 * end},
                                       {-5, -1}}) {
        std::vector<RecordNumber> met;
        shown.visitRecords(fromNs, toNs, [&met](RecordNumber number, const Record &) {
            met.push_back(number);
            return true;
        });
        QCOMPARE(met, naive.meeting(fromNs, toNs));
        QCOMPARE(shown.wireBytesBefore(toNs), naive.wireBytesBefore(toNs));
        quint32 chunked = 0;
        for (const ChunkSummary &chunk : shown.chunks(fromNs, toNs)) {
            quint64 bits = 0;
            for (quint32 place = chunk.first; place < chunk.first + chunk.count; ++place)
                bits |= quint64(1) << (shown.journal()->at(shown.at(place)).connection % 64);
            QCOMPARE(chunk.clientBits, bits);
            QCOMPARE(chunk.firstDepartureNs, shown.journal()->at(shown.at(chunk.first)).departedNs);
            chunked += chunk.count;
        }
        QVERIFY(chunked >= met.size());
        const quint32 first = shown.firstFrom(fromNs);
        QVERIFY(first == 1 || shown.journal()->at(shown.at(first - 1)).departedNs < fromNs);
        QVERIFY(first > shown.count() || shown.journal()->at(shown.at(first)).departedNs >= fromNs);
    }
}

void TestChosenRecords::allOfAJournalAreItsRecords()
{
    JournalStory story {5};
    story.goOn(1000);
    const ShownRecords shown(story.journal);
    QCOMPARE(shown.count(), 1000U);
    QCOMPARE(shown.at(7), 7U);
    QCOMPARE(shown.placeOf(1000), 1000U);
    QVERIFY(shown.contains(1) && shown.contains(1000) && !shown.contains(0) && !shown.contains(1001));
    QCOMPARE(shown.clients(), story.journal.clients());
    QCOMPARE(shown.firstFrom(story.nowNs() / 2), story.journal.firstDepartedFrom(story.nowNs() / 2));
    QCOMPARE(shown.firstChangedSince(0), std::numeric_limits<RecordNumber>::max());
}

void TestChosenRecords::saysFromWhereItChanged()
{
    JournalStory story {6};
    story.goOn(2000);
    ChosenRecords chosen(&story.journal);
    chosen.append(std::vector<RecordNumber> {5, 600, 1500});
    quint64 seen = chosen.revision();
    QCOMPARE(chosen.firstChangedSince(seen), std::numeric_limits<RecordNumber>::max());
    chosen.append(std::vector<RecordNumber> {1800, 1900});
    QVERIFY(chosen.revision() > seen);
    QCOMPARE(chosen.firstChangedSince(seen), std::numeric_limits<RecordNumber>::max());
    seen = chosen.revision();
    chosen.insert(1501);
    chosen.remove(600);
    QCOMPARE(chosen.firstChangedSince(seen), 513U);
    seen = chosen.revision();
    QCOMPARE(chosen.firstChangedSince(seen), std::numeric_limits<RecordNumber>::max());
    chosen.change(std::vector<RecordNumber> {1501}, std::vector<RecordNumber> {1999});
    QCOMPARE(chosen.firstChangedSince(seen), 1281U);
    seen = chosen.revision();
    chosen.reset(&story.journal);
    QCOMPARE(chosen.firstChangedSince(seen), 1U);
    QCOMPARE(chosen.beganAt(), chosen.revision());
}

void TestChosenRecords::allClientsCountUntilAllIsLookedAt()
{
    JournalStory story {7};
    story.goOn(1000);
    ChosenRecords chosen(&story.journal);
    QCOMPARE(chosen.clients(), story.journal.clients());
    chosen.settle();
    QVERIFY(chosen.clients().empty());
}

QTEST_APPLESS_MAIN(TestChosenRecords)
#include "tst_chosenrecords.moc"
