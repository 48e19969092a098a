// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/event.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace wiretale;

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToJsonAndBack_data();
    void goesToJsonAndBack();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void hasItsMembersInOrder();
};

void TestEvent::goesToJsonAndBack_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("plain") << QByteArray("101.5");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("quotes and backslashes") << QByteArray("say \"a\\b\"");
    QTest::newRow("line breaks") << QByteArray("one\ntwo\r\nthree");
    QTest::newRow("Russian") << QByteArray("цена 101");
    QTest::newRow("beyond the basic plane") << QByteArray("\xF0\x9F\x9A\x82");
    QTest::newRow("JSON inside") << QByteArray("{\"price\":[1,2]}");
}

void TestEvent::goesToJsonAndBack()
{
    QFETCH(QByteArray, data);
    const Event event {.id = 9007199254740991, .type = "price", .data = data};
    const auto back = eventFromJson(toJsonText(event));
    QVERIFY(back.has_value());
    QCOMPARE(*back, event);
    QCOMPARE(QJsonDocument::fromJson(toJsonText(event)).object(), toJson(event));
}

void TestEvent::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{data:1}");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("no data") << QByteArray("{\"type\":\"a\"}");
    QTest::newRow("data is a number") << QByteArray("{\"data\":1}");
    QTest::newRow("an empty type") << QByteArray("{\"data\":\"a\",\"type\":\"\"}");
    QTest::newRow("a type of two lines") << QByteArray("{\"data\":\"a\",\"type\":\"a\\nb\"}");
    QTest::newRow("an id that is no number") << QByteArray("{\"data\":\"a\",\"id\":\"x\"}");
    QTest::newRow("a negative id") << QByteArray("{\"data\":\"a\",\"id\":-1}");
}

void TestEvent::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    const auto event = eventFromJson(text);
    QVERIFY(!event.has_value());
    QVERIFY(event.error().message.size() > 10);
}

void TestEvent::hasItsMembersInOrder()
{
    QCOMPARE(toJsonText({.id = 7, .type = "price", .data = "101.5"}),
             "{\"id\":7,\"type\":\"price\",\"data\":\"101.5\"}");
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
