// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"
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
