// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagebody.h"
#include "app/window/bodytext.h"

#include <QTest>

using namespace wiretale;

class TestBodyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOut_data();
    void laysOut();
    void jsonKeepsOrderAndNumbers();
    void saysWhatIsMissing();
    void saysHowItWasCompressed_data();
    void saysHowItWasCompressed();
};

void TestBodyText::laysOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const char *type, const char *charset,
                        const char *kind, const char *text) {
        QTest::newRow(name) << bytes << QByteArray(type) << QByteArray(charset) << QString::fromUtf8(kind)
                            << QString::fromUtf8(text);
    };
    row("nothing", {}, "", "", "No body", "");
    row("JSON", "{\"b\":[1,2],\"a\":{},\"c\":[]}", "application/json", "", "JSON, 25 bytes",
        "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {},\n  \"c\": []\n}");
    row("JSON that nobody called so", " [true]\n", "", "", "JSON, 8 bytes", "[\n  true\n]");
    row("brackets and escapes in a string", "[\"{\\\"a\\\\\",\"]\"]", "application/json", "",
        "JSON, 14 bytes", "[\n  \"{\\\"a\\\\\",\n  \"]\"\n]");
    row("broken JSON is text", "{\"a\":", "application/json", "", "Text, 5 bytes", "{\"a\":");
    row("JSON line by line", "{\"a\":1}\n[2]\n", "application/x-ndjson", "", "JSON, 12 bytes",
        "{\n  \"a\": 1\n}\n[\n  2\n]");
    row("text in UTF-8 with carriage returns", "\xD0\xB6\r\nb", "text/plain", "", "Text, 5 bytes", "ж\nb");
    row("text in Latin 1", "h\xE9", "text/plain", "iso-8859-1", "Text, 2 bytes", "hé");
    row("text in a charset that nobody knows", "abc", "text/plain", "x-none", "Text, 3 bytes", "abc");
    row("bytes", QByteArray("\x00\xff", 2), "", "", "Binary, 2 bytes",
        "000000  00 ff                                            ..\n");
    row("events", "event: price\nid: 7\ndata: {\"a\":1}\n\n: hi\n\ndata: x\ndata: y\n\n", "text/event-stream",
        "", "Event stream, 2 events, 57 bytes",
        "▸ Event \"price\", id 7\n{\n  \"a\": 1\n}\n\n▸ Comment: hi\n\n▸ Event \"message\", id 7\nx\ny\n");
    row("an event without an id", "data: 1\n\n", "text/event-stream", "", "Event stream, 1 event, 9 bytes",
        "▸ Event \"message\", no id\n1\n");
}

void TestBodyText::laysOut()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, charset);
    QFETCH(QString, kind);
    QFETCH(const QString, text);
    const BodyText told = bodyText({.bytes = bytes, .contentType = type, .charset = charset});
    // Without a translation there are no plural forms.
    kind.replace(QStringLiteral(" bytes"), QStringLiteral(" byte(s)"))
        .replace(QStringLiteral(" events,"), QStringLiteral(" event(s),"))
        .replace(QStringLiteral("1 event,"), QStringLiteral("1 event(s),"));
    QCOMPARE(told.kind, kind);
    QCOMPARE(told.text, text);
}

void TestBodyText::jsonKeepsOrderAndNumbers()
{
    QCOMPARE(laidOutJson("{\"z\":1.50,\"a\":12345678901234567890}"),
             QStringLiteral("{\n  \"z\": 1.50,\n  \"a\": 12345678901234567890\n}"));
    QVERIFY(!laidOutJson("12"));
    QVERIFY(!laidOutJson("{} {}"));
}

void TestBodyText::saysWhatIsMissing()
{
    QCOMPARE(bodyText({.bytes = "ab", .messages = 3, .goesOn = true}).kind,
             QStringLiteral("Text, 2 byte(s), from 3 message(s), not all of it"));
}

void TestBodyText::saysHowItWasCompressed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PlainContent::State>("packing");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    using enum PlainContent::State;
    QTest::newRow("unpacked") << QByteArray("[]") << Plain
                              << QStringLiteral("JSON, 2 byte(s), unpacked from 30 byte(s) of gzip")
                              << QStringLiteral("[]");
    QTest::newRow("damaged within a character")
        << QByteArray("[\xd0") << Damaged
        << QStringLiteral(
               "Text, 2 byte(s), the gzip data is damaged or ends too early: this is what could be read")
        << QStringLiteral("[");
    QTest::newRow("damaged from the beginning")
        << QByteArray() << Damaged
        << QStringLiteral(
               "Text, 0 byte(s), the gzip data is damaged or ends too early: this is what could be read")
        << QString();
    QTest::newRow("a coding that we do not know")
        << QByteArray("\x1f\x8b") << Unknown
        << QStringLiteral("Compressed, 2 byte(s), gzip cannot be unpacked here, only gzip, deflate, br and "
                          "permessage-deflate can")
        << QStringLiteral("1f 8b");
    QTest::newRow("without what it goes on from")
        << QByteArray("ab") << OutOfReach
        << QStringLiteral(
               "Compressed, 2 byte(s), gzip goes on from earlier messages that are damaged, were not "
               "recorded or lie too far back, so that it cannot be unpacked from here")
        << QStringLiteral("61 62");
}

void TestBodyText::saysHowItWasCompressed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const PlainContent::State, packing);
    QFETCH(const QString, kind);
    QFETCH(const QString, text);
    const BodyText told = bodyText({.bytes = bytes, .coding = "gzip", .sentBytes = 30, .packing = packing});
    QCOMPARE(told.kind, kind);
    QVERIFY2(told.text.contains(text), qPrintable(told.text));
}

QTEST_GUILESS_MAIN(TestBodyText)
#include "tst_bodytext.moc"
