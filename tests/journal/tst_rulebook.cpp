// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"
#include "tests/journal/foreignlog.h"
#include "tests/journal/packed.h"
#include "tests/journal/talk.h"

#include <QTest>

#include <variant>

using namespace wiretale;
using namespace wiretale::talk;

// What is made of the rules; each of them has its row in tst_rules.cpp.
class TestRuleBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBreachSaysWhere();
    void lamps();
    void aHeadCutShortIsNotJudged();
    void aStreamSeenInTheMiddle();
    void manyReconnectsCostLittle();
    void anIdThatMayHaveBeenSent_data();
    void anIdThatMayHaveBeenSent();
    void anIdInWhatACaptureMissed();
    void aFilterChoosesByThem_data();
    void aFilterChoosesByThem();
};

void TestRuleBook::aBreachSaysWhere()
{
    const Talk talk = answered("204 No Content", "X: y\r\nContent-Length: 0\r\n");
    RuleBook book(logOf(talk));
    const std::vector<Breach> breaches = book.breaches(3);
    QCOMPARE(breaches.size(), size_t(1));
    const ByteRange where = breaches.front().where;
    QCOMPARE(talk.at(1).sliced(1 + where.begin, where.length), QByteArray("Content-Length: 0\r\n"));
    QCOMPARE(ruleText(*breaches.front().rule), QStringLiteral("RFC 9110, 8.6: no Content-Length in a 204"));
}

void TestRuleBook::lamps()
{
    RuleBook book(logOf({ask(), "<HTTP/1.1 204 No Content\r\n\r\n", ask(), answer("777 ")}));
    QCOMPARE(int(book.verdict(1)), int(Verdict::None)); // a connection opens
    QCOMPARE(int(book.verdict(2)), int(Verdict::Kept));
    QCOMPARE(int(book.verdict(3)), int(Verdict::Doubtful));
    QCOMPARE(int(book.verdict(5)), int(Verdict::Broken));
}

void TestRuleBook::aHeadCutShortIsNotJudged()
{
    QCOMPARE(brokenIn({">GET / HTTP/1.1\r\nHo"}), QSet<QString>());
    QCOMPARE(brokenIn({ask(), "<HTTP/1.1 2"}), QSet<QString>());
}

void TestRuleBook::aStreamSeenInTheMiddle()
{
    // Chunks whose ends are not those of events: sizes in the middle are no names of fields.
    const QByteArray head = "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n";
    QCOMPARE(brokenIn({ask(),
                       answer("200 OK", head,
                              "c\r\ndata: 1\n\ndat\r\n"
                              "6\r\na: 2\n\n\r\n"
                              "b\r\n: hi\n\nid: 4\r\n"
                              "8\r\n\ndata: a\r\n"
                              "2\r\n\n\n\r\n0\r\n\r\n")}),
             QSet<QString>());
}

namespace {

Talk reconnected(const QByteArray &headers, const QByteArray &body)
{
    return {ask(), answer("200 OK", "Content-Type: text/event-stream\r\n" + headers, body),
            ask("Last-Event-ID: 17\r\n"), answer()};
}

QByteArray inChunks(const QByteArrayList &pieces)
{
    QByteArray body;
    for (const QByteArray &piece : pieces)
        body += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    return body + "0\r\n\r\n";
}

} // namespace

void TestRuleBook::manyReconnectsCostLittle()
{
    // Each asks for an id that nobody has sent; what was asked before is not judged again.
    constexpr int Reconnects = 60;
    Talk talk;
    for (int i = 0; i < Reconnects; ++i)
        talk << ask("Last-Event-ID: x" + QByteArray::number(i) + "\r\n")
             << answer("200 OK", "Content-Type: text/event-stream\r\nContent-Length: 0\r\n");
    const std::shared_ptr<TrafficLog> log = logOf(talk);
    RuleBook book(log);
    int broken = 0;
    for (RecordNumber number = 1; number <= log->journal().size(); ++number)
        broken += int(book.breaches(number).size());
    QCOMPARE(broken, Reconnects - 1);
}

void TestRuleBook::anIdThatMayHaveBeenSent_data()
{
    QTest::addColumn<Talk>("talk");
    QTest::addColumn<bool>("isKnown");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    const QByteArray zipped = "Content-Encoding: gzip\r\n" + chunked;
    Packer packer(Packer::Format::Gzip);
    const QByteArrayList halves {packer.pack("data: 1\nid: 1", Z_SYNC_FLUSH), packer.pack("7\n\n", Z_FINISH)};
    const QByteArray other = Packer::whole(Packer::Format::Gzip, "id: 16\ndata: 1\n\n");
    QTest::newRow("another id") << reconnected(chunked, inChunks({"id: 16\ndata: 1\n\n"})) << false;
    QTest::newRow("the id within another line")
        << reconnected(chunked, inChunks({"id: 16\ndata: id: 17\n\n"})) << false;
    QTest::newRow("with a length") << reconnected("Content-Length: 16\r\n", "id: 17\ndata: 1\n\n") << true;
    QTest::newRow("behind a mark of byte order")
        << reconnected(chunked, inChunks({"\xEF\xBB\xBFid:17\rdata: 1\r\r"})) << true;
    QTest::newRow("cut by chunks") << reconnected(chunked, inChunks({"data: 1\ni", "d: 1", "7\n\n"})) << true;
    QTest::newRow("unpacked, another id") << reconnected(zipped, inChunks({other})) << false;
    QTest::newRow("unpacked, cut by chunks") << reconnected(zipped, inChunks(halves)) << true;
    QTest::newRow("damaged") << reconnected(zipped, inChunks({other.first(12) + "damaged"})) << true;
    QTest::newRow("a coding that nobody here knows")
        << reconnected("Content-Encoding: zstd\r\n" + chunked, inChunks({"abc"})) << true;
}

void TestRuleBook::anIdThatMayHaveBeenSent()
{
    QFETCH(const Talk, talk);
    QFETCH(const bool, isKnown);
    QCOMPARE(brokenIn(talk), isKnown ? QSet<QString>() : QSet<QString> {QStringLiteral("sse-known-id")});
}

void TestRuleBook::anIdInWhatACaptureMissed()
{
    const QByteArray seen
        = answer("200 OK", "Content-Type: text/event-stream\r\n", "id: 16\ndata: a\n\n").sliced(1);
    const QByteArray missed = "id: 17\ndata: b\n\n";
    const QByteArray again = ask("User-Agent: curl/8\r\nLast-Event-ID: 17\r\n").sliced(1);
    for (const bool isMissed : {false, true}) {
        PcapWriter writer;
        writer.handshake();
        const QByteArray first = ask("User-Agent: curl/8\r\n").sliced(1);
        writer.segment(true, 0, first);
        writer.segment(false, 0, seen, first.size());
        const qint64 behind = seen.size() + (isMissed ? missed.size() : 0);
        const QByteArray more = "data: c\n\n";
        writer.segment(false, behind, more, first.size());
        const qint64 end = behind + more.size();
        writer.segment(false, end, {}, first.size(), PcapWriter::Fin | PcapWriter::Ack);
        writer.segment(true, first.size(), {}, end + 1, PcapWriter::Fin | PcapWriter::Ack);
        ++writer.clientPort;
        writer.handshake();
        writer.segment(true, 0, again);
        writer.segment(false, 0, answer().sliced(1), again.size());
        const ForeignLog capture;
        const Result<std::unique_ptr<LogReader>> opened = capture.read(writer.bytes());
        QVERIFY(opened);
        const std::shared_ptr<TrafficLog> log = (*opened)->log();
        QCOMPARE(ForeignLog::told(*log).contains(QLatin1StringView("fault")), isMissed);
        RuleBook book(log);
        size_t broken = 0;
        for (RecordNumber number = 1; number <= log->journal().size(); ++number)
            broken += book.breaches(number).size();
        QCOMPARE(broken, size_t(isMissed ? 0 : 1));
    }
}

void TestRuleBook::aFilterChoosesByThem_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QList<RecordNumber>>("numbers");
    using Numbers = QList<RecordNumber>;
    QTest::newRow("broken") << QStringLiteral("rule:broken") << Numbers {3};
    QTest::newRow("kept") << QStringLiteral("rule:kept") << Numbers {2};
    QTest::newRow("doubtful") << QStringLiteral("rule:doubtful") << Numbers {};
    QTest::newRow("not broken, of what can be judged") << QStringLiteral("rule!=broken") << Numbers {2};
    QTest::newRow("one rule") << QStringLiteral("rule:http-204-length") << Numbers {3};
    QTest::newRow("another rule") << QStringLiteral("rule:ws-key") << Numbers {};
}

void TestRuleBook::aFilterChoosesByThem()
{
    QFETCH(const QString, line);
    QFETCH(const QList<RecordNumber>, numbers);
    const std::shared_ptr<TrafficLog> log = logOf(answered("204 No Content", "Content-Length: 0\r\n"));
    const std::variant<Filter, FilterError> parsed = Filter::parse(line);
    QVERIFY(std::holds_alternative<Filter>(parsed));
    QList<RecordNumber> chosen;
    for (RecordNumber number = 1; number <= log->journal().size(); ++number) {
        if (std::get<Filter>(parsed).matches(*log, number))
            chosen << number;
    }
    QCOMPARE(chosen, numbers);
}

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
