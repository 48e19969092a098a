// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filter.h"

#include <QTest>

using namespace wiretale;

class TestFilterCompletions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completions_data();
    void completions();
    void everyCompletionCanBeGoneOnWith();
};

void TestFilterCompletions::completions_data()
{
    QTest::addColumn<QString>("line"); // | is the cursor
    QTest::addColumn<QString>("replaced"); // what would be, by the first word
    QTest::addColumn<QString>("words"); // the first ones
    const auto row = [](const char *name, const char *line, const char *replaced, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(replaced)
                            << QString::fromLatin1(words);
    };
    row("an empty line", "|", "technique:", "technique: kind: client:");
    row("the beginning of a field", "te|", "technique:", "technique: text:");
    row("a client by what is inside its name", "client:r|", "client:curl", "curl chrome");
    row("a measure", "by|", "bytes>", "bytes>");
    row("within a field", "te|ch:x", "technique:x", "technique: text:");
    row("values", "technique:|", "technique:ajax-polling", "ajax-polling long-polling event-stream");
    row("the beginning of a value", "a technique:lo|", "a technique:long-polling", "long-polling");
    row("within a value", "technique:lo|ng b", "technique:long-polling b", "long-polling");
    row("yes or no", "masked:|", "masked:yes", "yes no");
    row("clients", "client:|", "client:curl", "curl \"long-polling 1\" chrome");
    row("a client in quotes", "client:\"lo|", "client:\"long-polling 1\"", "\"long-polling 1\"");
    row("a client with a space, without quotes", "client:lo|", "client:\"long-polling 1\"",
        "\"long-polling 1\"");
    row("no values of numbers", "bytes>|", "bytes>", "");
    row("no values of what is not known", "bites>|", "bites>", "");
    row("within quotes there is nothing to say", "\"te|", "\"te", "");
    row("joints come after a condition", "empty an|", "empty and", "and");
    row("no joint in front", "an|", "an", "");
    row("after a bracket", "(te|", "(technique:", "technique: text:");
    row("after a space", "empty |", "empty technique:", "technique: kind: client:");
}

void TestFilterCompletions::completions()
{
    QFETCH(QString, line);
    QFETCH(QString, replaced);
    QFETCH(QString, words);
    const qsizetype cursor = line.indexOf(u'|');
    line.remove(cursor, 1);
    const FilterCompletions found = Filter::completions(
        line, cursor, {QStringLiteral("curl"), QStringLiteral("long-polling 1"), QStringLiteral("chrome")});
    const QStringList firstWords = found.words.mid(0, 3);
    QCOMPARE(firstWords.join(u' '), words);
    if (!found.words.isEmpty())
        line.replace(found.begin, found.length, found.words.first());
    QCOMPARE(line, replaced);
}

void TestFilterCompletions::everyCompletionCanBeGoneOnWith()
{
    for (const QString &word : Filter::completions({}, 0).words) {
        if (word == u"not")
            continue;
        QString line = word;
        if (!word.back().isLetter()) {
            const FilterCompletions values = Filter::completions(line, line.size(), {QStringLiteral("a b")});
            line += values.words.isEmpty() ? QStringLiteral("1") : values.words.first();
        }
        const auto parsed = Filter::parse(line);
        QVERIFY2(std::holds_alternative<Filter>(parsed), qPrintable(line));
        QVERIFY2(!std::get<Filter>(parsed).toString().startsWith(u'"'), qPrintable(line));
    }
}

QTEST_APPLESS_MAIN(TestFilterCompletions)
#include "tst_filtercompletions.moc"
