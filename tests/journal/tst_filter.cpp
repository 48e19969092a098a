// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"

#include <QTest>

#include <random>

using namespace wiretale;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalForm_data();
    void canonicalForm();
    void errors_data();
    void errors();
    void anyLineIsAnswered();
    void deepBracketsAreRefused();
};

void TestFilter::canonicalForm_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *name, const char *line, const char *canonical) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(canonical);
    };
    row("nothing", "", "");
    row("spaces", "  \t ", "");
    row("the example",
        "technique:long-polling kind:response empty:yes bytes>500 client:chrome held>2s text:\"price\"",
        "technique:long-polling kind:response empty bytes>500 client:chrome held>2s text:price");
    row("and may be left out", "kind:frame AND masked", "kind:frame masked");
    row("and binds tighter than or", "x y or z and w", "x y or z w");
    row("brackets that matter stay", "x (y or z)", "x (y or z)");
    row("brackets that do not matter go", "((x) and (y z))", "x y z");
    row("brackets in an or", "x or (y or z)", "x or y or z");
    row("not binds tightest", "not x y", "not x y");
    row("not of brackets", "not (x y)", "not (x y)");
    row("not twice", "not not x", "x");
    row("not of a not in brackets", "not (not x)", "x");
    row("capitals", "KIND:Response or EMPTY", "kind:response or empty");
    row("beginning of a choice", "technique:long kind:req", "technique:long-polling kind:request");
    row("a flag that is not set", "masked:no fin=yes gap!=yes", "masked:no fin gap:no");
    row("spaces around a sign", "bytes >= 2 kB", "bytes>=2kB");
    row("a unit on its own is a word", "n:2 s", "n=2 \"s\"");
    row("a choice that differs", "kind!=frame", "kind!=frame");
    row("seconds unless told", "held>2 time<=1.5", "held>2s time<=1500ms");
    row("units of time", "transit=250us time>2min time<1h held>=3ns",
        "transit=250us time>2min time<1h held>=3ns");
    row("units of size", "bytes>1024 payload<1000 overhead>=2MiB bytes<3mb",
        "bytes>1KiB payload<1kB overhead>=2MiB bytes<3MB");
    row("a fraction with a unit", "bytes>1.5kB", "bytes>1500");
    row("colon as equals", "status:204 event:7 n:12", "status=204 event=7 n=12");
    row("a path is one word", "/events?after=3", "\"/events?after=3\"");
    row("an address is one word", "127.0.0.1:7780", "\"127.0.0.1:7780\"");
    row("a word in quotes that is a flag's name", "\"empty\"", "\"empty\"");
    row("a word in quotes that joins", "\"and\"", "\"and\"");
    row("quotes within quotes", R"x(text:"say \"hi\" \\ \n")x", R"x(text:"say \"hi\" \\ \\n")x");
    row("a value that joins elsewhere", "text:and", "text:and");
    row("quotes end a word", "a\"b c\"d", "a \"b c\" d");
    row("letters of another alphabet", "text:\xd1\x86\xd0\xb5\xd0\xbd\xd0\xb0",
        "text:\xd1\x86\xd0\xb5\xd0\xbd\xd0\xb0");
    row("client by its whole name", "client=\"long-polling 1\"", "client=\"long-polling 1\"");
    row("flag names with a hyphen are words", "keep-alive", "keep-alive");
}

void TestFilter::canonicalForm()
{
    QFETCH(QString, line);
    QFETCH(QString, canonical);
    const auto parsed = Filter::parse(line);
    const auto *error = std::get_if<FilterError>(&parsed);
    QVERIFY2(error == nullptr, error ? qPrintable(error->sentence) : "");
    const auto &filter = std::get<Filter>(parsed);
    QCOMPARE(filter.toString(), canonical);
    QCOMPARE(filter.isEmpty(), canonical.isEmpty());
    QCOMPARE(std::get<Filter>(Filter::parse(canonical)).toString(), canonical);
}

void TestFilter::errors_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *line, int position, int length, const char *sentence) {
        QTest::newRow(name) << QString::fromUtf8(line) << position << length << QString::fromUtf8(sentence);
    };
    row("a field misspelt", "kind:frame heeld>2s", 11, 5, "`heeld` is not known; did you mean `held`?");
    row("a field of another program", "frame.len:5 tcp:5", 12, 3,
        "`tcp` is not known; to look for it as text, put it in quotes together with what follows.");
    row("a choice misspelt", "technique:long-poling", 10, 11,
        "`technique` knows no `long-poling`; did you mean `long-polling`?");
    row("a beginning of two choices", "kind:re", 5, 2,
        "`kind` knows no `re`; it may be `request`, `response`, `answer`, `chunk`, `event`, `heartbeat`, "
        "`frame`, "
        "`open`, "
        "`close`, `fault`, `opaque`.");
    row("neither yes nor no", "empty:maybe", 6, 5, "`empty` knows no `maybe`; it may be `yes`, `no`.");
    row("no such comparison", "kind>request", 4, 1, "`kind` cannot be compared by `>`; use `:`, `=`, `!=`.");
    row("text has one comparison", "text=a", 4, 1, "`text` cannot be compared by `=`; use `:`.");
    row("no value", "bytes>", 0, 6, "`bytes>` needs a value after it, such as `bytes>2kB`.");
    row("no value before a bracket", "(held> )", 1, 5,
        "`held>` needs a value after it, such as `held>500ms`.");
    row("not a size", "bytes>2 bytes<many", 14, 4, "`many` is not a size; write it like `2kB`.");
    row("a size in seconds", "bytes>2s", 6, 2, "`2s` is not a size; write it like `2kB`.");
    row("not a time", "held>2kB", 5, 3, "`2kB` is not a length of time; write it like `500ms`.");
    row("not whole", "n>1.5", 2, 3, "`1.5` is not a whole number; write it like `12`.");
    row("half a byte", "bytes>1.5", 6, 3, "`1.5` is not a size; write it like `2kB`.");
    row("too large", "time>99999999999h", 5, 12,
        "`99999999999h` is not a length of time; write it like `500ms`.");
    row("negative", "status:-1", 7, 2, "`-1` is not a whole number; write it like `204`.");
    row("bracket never closed", "a (b or c", 2, 1, "This bracket is never closed.");
    row("bracket at the end", "a (", 2, 1, "This bracket is never closed.");
    row("bracket never opened", "a) b", 1, 1, "This bracket was never opened.");
    row("only a closing bracket", ")", 0, 1, "This bracket was never opened.");
    row("nothing in brackets", "a ( )", 2, 3, "There is nothing between these brackets.");
    row("nothing after and", "a and", 2, 3, "`and` needs a condition after it.");
    row("nothing after or", "(a or ) b", 3, 2, "`or` needs a condition after it.");
    row("nothing after not", "a NOT", 2, 3, "`NOT` needs a condition after it.");
    row("nothing before or", "or a", 0, 2, "`or` needs a condition before it.");
    row("nothing before and in brackets", "a (and b)", 3, 3, "`and` needs a condition before it.");
    row("twice and", "a and and b", 2, 3, "`and` needs a condition after it.");
    row("a field of one letter", "a >= 5", 0, 1,
        "`a` is not known; to look for it as text, put it in quotes together with what follows.");
    row("a sign first", ">5", 0, 1, "`>` needs a name before it, as in `bytes>500`.");
    row("quotes never closed", "a \"b c", 2, 4, "These quotes are never closed.");
    row("quotes of a value never closed", "text:\"b c", 5, 4, "These quotes are never closed.");
    row("nothing in quotes", "a \"\"", 2, 2, "There is nothing between these quotes.");
    row("nothing in quotes of a value", "text:\"\"", 5, 2, "There is nothing between these quotes.");
}

void TestFilter::errors()
{
    QFETCH(QString, line);
    QFETCH(int, position);
    QFETCH(int, length);
    QFETCH(QString, sentence);
    const auto parsed = Filter::parse(line);
    QVERIFY(std::holds_alternative<FilterError>(parsed));
    const auto &error = std::get<FilterError>(parsed);
    QCOMPARE(error.sentence, sentence);
    QCOMPARE(error.position, position);
    QCOMPARE(error.length, length);
}

void TestFilter::anyLineIsAnswered()
{
    const QStringList pieces {QStringLiteral("("),      QStringLiteral(")"),
                              QStringLiteral("\""),     QStringLiteral("\\"),
                              QStringLiteral(" "),      QStringLiteral("and "),
                              QStringLiteral("or "),    QStringLiteral("not "),
                              QStringLiteral("bytes"),  QStringLiteral("kind"),
                              QStringLiteral("text"),   QStringLiteral("held"),
                              QStringLiteral(">"),      QStringLiteral(">="),
                              QStringLiteral(":"),      QStringLiteral("!="),
                              QStringLiteral("frame"),  QStringLiteral("12"),
                              QStringLiteral("1.5kB"),  QStringLiteral("2s"),
                              QStringLiteral("s "),     QStringLiteral("empty"),
                              QStringLiteral("wait"),   QString(QChar(0xd800)),
                              QString(QChar(0)),        QStringLiteral("99999999999999999999"),
                              QStringLiteral("client"), QStringLiteral("\t"),
                              QStringLiteral("no")};
    std::mt19937 random(20261121);
    int good = 0;
    for (int i = 0; i < 60000; ++i) {
        QString line;
        for (auto left = random() % 14; left > 0; --left)
            line += pieces.at(qsizetype(random() % size_t(pieces.size())));
        const auto parsed = Filter::parse(line);
        if (const auto *error = std::get_if<FilterError>(&parsed)) {
            QVERIFY2(!error->sentence.isEmpty(), qPrintable(line));
            QVERIFY2(error->length > 0 && error->position >= 0
                         && error->position + error->length <= line.size(),
                     qPrintable(line));
        } else {
            ++good;
            const auto &filter = std::get<Filter>(parsed);
            const auto again = Filter::parse(filter.toString());
            QVERIFY2(std::holds_alternative<Filter>(again),
                     qPrintable(line + QStringLiteral(" -> ") + filter.toString()));
            QCOMPARE(std::get<Filter>(again).toString(), filter.toString());
        }
        const qsizetype cursor = line.isEmpty() ? 0 : qsizetype(random() % size_t(line.size() + 1));
        const FilterCompletions found = Filter::completions(line, cursor, {QStringLiteral("a")});
        QVERIFY(found.begin >= 0 && found.length >= 0 && found.begin + found.length <= line.size());
    }
    QVERIFY(good > 3000);
}

void TestFilter::deepBracketsAreRefused()
{
    const QString inside = QString(99, u'(') + u'a' + QString(99, u')');
    QCOMPARE(std::get<Filter>(Filter::parse(inside)).toString(), QStringLiteral("a"));
    for (const char16_t bracket : {u'(', u')'}) {
        const auto parsed = Filter::parse(QString(1'000'000, bracket));
        QVERIFY(std::holds_alternative<FilterError>(parsed));
    }
    QString many;
    for (int i = 0; i < 100'000; ++i)
        many += QStringLiteral("not ");
    QCOMPARE(std::get<Filter>(Filter::parse(many + u'a')).toString(), QStringLiteral("a"));
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
