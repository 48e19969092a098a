// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filteredrows.h"
#include "app/journal/trafficlog.h"

#include <QTest>

#include <array>
#include <map>
#include <random>

using namespace wiretale;

namespace {

constexpr qint64 Ms = 1'000'000;
constexpr qint64 Plenty = 1'000'000'000;

Filter filterOf(const char *line)
{
    return std::get<Filter>(Filter::parse(QString::fromLatin1(line)));
}

/// Polls of a few clients, told to a log in the order of time: most arrive, some are lost, some connections
/// get their names late, some never.
class Story
{
public:
    Story(TrafficLog &log, quint32 seed)
        : m_log(log)
        , m_random(seed)
    {
    }

    void goOn(int records)
    {
        for (int i = 0; i < records; ++i) {
            m_nowNs += below(40 * Ms);
            arriveWhatIsDue();
            appendOne();
        }
    }
    void end()
    {
        m_nowNs += 100'000 * Ms;
        arriveWhatIsDue();
    }
    qint64 below(qint64 limit) { return std::uniform_int_distribution<qint64>(0, limit - 1)(m_random); }

private:
    struct Line
    {
        RecordNumber request = 0; ///< not yet answered
        bool isNamed = false;
        bool isOpen = false;
    };

    void appendOne()
    {
        const auto connection = ConnectionNumber(below(12) + 1);
        Line &line = m_lines[connection];
        Record record {.departedNs = m_nowNs, .connection = connection};
        QByteArray bytes;
        if (!line.isOpen) {
            record.kind = MessageKind::Open;
            line.isOpen = true;
        } else if (line.request == 0) {
            record.kind = MessageKind::Request;
            record.technique = connection % 3 == 0 ? Technique::LongPolling : Technique::AjaxPolling;
            bytes = "GET /events HTTP/1.1\r\n\r\n";
        } else {
            record.kind = MessageKind::Response;
            record.direction = Direction::ServerToClient;
            record.code = below(2) == 0 ? 200 : 204;
            record.exchange = line.request;
            record.flags = RecordFlag::Final;
            bytes = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(below(300), below(2) == 0 ? 'p' : 'q');
        }
        record.wireBytes = quint32(bytes.size());
        const RecordNumber number = m_log.departed(record, bytes, {});
        line.request = record.kind == MessageKind::Request ? number : 0;
        if (!line.isNamed && connection != 5 && below(3) == 0) {
            m_log.named(connection, QStringLiteral("client %1").arg(connection % 4));
            line.isNamed = true;
        }
        m_due.emplace(m_nowNs + below(9) * 60 * Ms, number);
    }

    void arriveWhatIsDue()
    {
        while (!m_due.empty() && m_due.begin()->first <= m_nowNs) {
            const auto [ns, number] = *m_due.begin();
            m_due.erase(m_due.begin());
            if (below(12) == 0)
                m_log.lost(number);
            else
                m_log.arrived(number, ns);
        }
    }

    TrafficLog &m_log;
    std::mt19937 m_random;
    std::map<ConnectionNumber, Line> m_lines;
    std::multimap<qint64, RecordNumber> m_due;
    qint64 m_nowNs = 0;
};

std::vector<RecordNumber> rowsOf(const FilteredRows &rows)
{
    std::vector<RecordNumber> numbers;
    for (quint32 row = 0; row < rows.size(); ++row)
        numbers.push_back(rows.at(row));
    return numbers;
}

std::vector<RecordNumber> chosen(const TrafficLog &log, const Filter &filter)
{
    std::vector<RecordNumber> numbers;
    for (RecordNumber number = 1; number <= log.journal().size(); ++number) {
        if (filter.matches(log, number))
            numbers.push_back(number);
    }
    return numbers;
}

} // namespace

class TestFilteredRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutALogThereIsNothing();
    void withoutAFilterEverythingIsARow();
    void followsALogThatGrows_data();
    void followsALogThatGrows();
    void changesOneByOneComeToTheSame_data();
    void changesOneByOneComeToTheSame();
    void looksAtNoMoreThanItMay();
    void bytesCountForMore();
    void isDoneWithWhatIsDecided();
    void momentDecidesWhatIsHeld();
    void findsRows();
    void beginsAnewWithAFilter();

private:
    std::shared_ptr<TrafficLog> m_log;
};

void TestFilteredRows::init()
{
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    m_log = *log;
}

void TestFilteredRows::withoutALogThereIsNothing()
{
    FilteredRows rows;
    rows.advance(Plenty);
    QCOMPARE(rows.size(), 0U);
    QVERIFY(rows.isUpToDate());
    QVERIFY(!rows.rowOf(1));
    rows.setFilter(filterOf("empty"));
    rows.advance(Plenty);
    QCOMPARE(rows.size(), 0U);
}

void TestFilteredRows::withoutAFilterEverythingIsARow()
{
    Story story(*m_log, 1);
    FilteredRows rows(m_log);
    story.goOn(300);
    QCOMPARE(rows.size(), 0U);
    QVERIFY(!rows.isUpToDate());
    rows.advance(1);
    QVERIFY(rows.isUpToDate());
    QCOMPARE(rows.size(), 300U);
    QCOMPARE(rows.at(299), 300U);
    QCOMPARE(rows.rowOf(300), std::optional<quint32>(299));
    QVERIFY(!rows.rowOf(0));
    QVERIFY(!rows.rowOf(301));
    QCOMPARE(rows.rowsBefore(0), 0U);
    QCOMPARE(rows.rowsBefore(10), 9U);
    QCOMPARE(rows.rowsBefore(5000), 300U);
}

void TestFilteredRows::followsALogThatGrows_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qint64>("budget");
    const std::array lines {"kind:response",
                            "held>100ms",
                            "not held>100ms",
                            "transit<200ms",
                            "transit>200ms or lost",
                            "not lost",
                            "client:1",
                            "client!=\"client 2\" and not arrived",
                            "technique:long-polling",
                            "kind:open technique:long-polling",
                            "text:ppp held<300ms",
                            "client",
                            "(held>50ms or client:3) not (lost or text:q)"};
    for (const char *line : lines) {
        for (const qint64 budget : {qint64(1), qint64(7), qint64(1000), Plenty}) {
            QTest::newRow(qPrintable(QStringLiteral("%1, %2 looks").arg(QLatin1StringView(line)).arg(budget)))
                << QString::fromLatin1(line) << budget;
        }
    }
}

void TestFilteredRows::followsALogThatGrows()
{
    QFETCH(QString, line);
    QFETCH(qint64, budget);
    const Filter filter = std::get<Filter>(Filter::parse(line));
    Story story(*m_log, quint32(qHash(line)));
    FilteredRows rows(m_log, filter);
    for (int step = 0; step < 60; ++step) {
        story.goOn(int(story.below(12)));
        // Sometimes it falls behind, and sees things only after they changed again.
        for (qint64 looks = story.below(5); looks > 0; --looks)
            rows.advance(budget);
        if (step % 6 != 5)
            continue;
        for (int looks = 0; looks < 100'000 && !rows.isUpToDate(); ++looks)
            rows.advance(budget);
        QVERIFY(rows.isUpToDate());
        QCOMPARE(rowsOf(rows), chosen(*m_log, filter));
    }
    story.end();
    while (!rows.isUpToDate())
        rows.advance(budget);
    QCOMPARE(rowsOf(rows), chosen(*m_log, filter));
    QVERIFY(rows.size() > 0);
    QVERIFY(rows.size() < m_log->journal().size());
}

void TestFilteredRows::changesOneByOneComeToTheSame_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("what can only cease to be") << QStringLiteral("not held>100ms not lost") << true;
    QTest::newRow("what can only come to be") << QStringLiteral("held>100ms or lost") << false;
}

void TestFilteredRows::changesOneByOneComeToTheSame()
{
    QFETCH(QString, line);
    QFETCH(bool, leaves);
    const auto filter = std::get<Filter>(Filter::parse(line));
    Story story(*m_log, 77);
    FilteredRows atOnce(m_log, filter);
    FilteredRows oneByOne(m_log, filter);
    bool hasLeft = false;
    bool hasEntered = false;
    for (int step = 0; step < 100; ++step) {
        story.goOn(9);
        atOnce.advance(Plenty);
        const FilteredRows::Changes changes = oneByOne.look(Plenty);
        const quint32 before = oneByOne.size();
        for (const RecordNumber number : changes.leaving) {
            QVERIFY(oneByOne.rowOf(number));
            oneByOne.remove(number);
            QVERIFY(!oneByOne.rowOf(number));
        }
        for (const RecordNumber number : changes.entering) {
            QVERIFY(!oneByOne.rowOf(number));
            oneByOne.insert(number);
            QVERIFY(oneByOne.rowOf(number));
        }
        oneByOne.follow(changes);
        QCOMPARE(
            oneByOne.size(),
            quint32(before - changes.leaving.size() + changes.entering.size() + changes.following.size()));
        QCOMPARE(rowsOf(oneByOne), rowsOf(atOnce));
        hasLeft = hasLeft || !changes.leaving.empty();
        hasEntered = hasEntered || !changes.entering.empty();
    }
    QCOMPARE(hasLeft, leaves);
    QCOMPARE(hasEntered, !leaves);
}

void TestFilteredRows::looksAtNoMoreThanItMay()
{
    Story(*m_log, 3).goOn(1000);
    FilteredRows rows(m_log, filterOf("kind:request"));
    rows.advance(100);
    QCOMPARE(rows.looked(), 100U);
    rows.advance(1);
    QCOMPARE(rows.looked(), 101U);
    rows.advance(Plenty);
    QCOMPARE(rows.looked(), 1000U);
}

void TestFilteredRows::bytesCountForMore()
{
    Story(*m_log, 3).goOn(1000);
    FilteredRows cheap(m_log, filterOf("kind:request"));
    FilteredRows dear(m_log, filterOf("text:GET"));
    cheap.advance(500);
    dear.advance(500);
    QVERIFY(dear.looked() > 0);
    QVERIFY(dear.looked() < cheap.looked() / 4);
}

void TestFilteredRows::isDoneWithWhatIsDecided()
{
    Story story(*m_log, 4);
    FilteredRows rows(m_log, filterOf("lost"));
    story.goOn(500);
    while (!rows.isUpToDate())
        rows.advance(100);
    QVERIFY(rows.undecided() > 0);
    QVERIFY(rows.undecided() < 100);
    story.end();
    while (!rows.isUpToDate())
        rows.advance(100);
    QCOMPARE(rows.undecided(), 0U);
}

void TestFilteredRows::momentDecidesWhatIsHeld()
{
    m_log->departed({.connection = 1, .kind = MessageKind::Request}, {}, {});
    m_log->arrived(1, 10 * Ms);
    FilteredRows rows(m_log, filterOf("held>2s"));
    rows.advance(Plenty, 1000 * Ms);
    QCOMPARE(rows.size(), 0U);
    rows.advance(Plenty, 2010 * Ms);
    QCOMPARE(rows.size(), 0U);
    rows.advance(Plenty, 2011 * Ms);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.undecided(), 0U);
}

void TestFilteredRows::findsRows()
{
    Story(*m_log, 6).goOn(700);
    FilteredRows rows(m_log, filterOf("kind:response"));
    rows.advance(Plenty);
    for (quint32 row = 0; row < rows.size(); ++row) {
        QCOMPARE(rows.rowOf(rows.at(row)), std::optional<quint32>(row));
        QCOMPARE(rows.rowsBefore(rows.at(row)), row);
        QCOMPARE(rows.rowsBefore(rows.at(row) + 1), row + 1);
    }
    QVERIFY(!rows.rowOf(1)); // an opening
}

void TestFilteredRows::beginsAnewWithAFilter()
{
    Story(*m_log, 8).goOn(400);
    FilteredRows rows(m_log, filterOf("lost"));
    rows.advance(Plenty);
    rows.setFilter(filterOf("kind:open"));
    QCOMPARE(rows.size(), 0U);
    QCOMPARE(rows.looked(), 0U);
    rows.advance(Plenty);
    QCOMPARE(rowsOf(rows), chosen(*m_log, rows.filter()));
    rows.setFilter({});
    rows.advance(Plenty);
    QCOMPARE(rows.size(), 400U);
    rows.setLog({});
    QCOMPARE(rows.size(), 0U);
}

QTEST_APPLESS_MAIN(TestFilteredRows)
#include "tst_filteredrows.moc"
