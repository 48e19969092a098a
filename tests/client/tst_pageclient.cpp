// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/pageclient.h"
#include "clientathand.h"

#include <QTest>

using namespace wiretale;
using namespace std::chrono_literals;

class TestPageClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsThePageOnce();
    void loadsThePageAgain_data();
    void loadsThePageAgain();
    void staysStoppedAfterAFailure();
};

using AtHand = ClientAtHand<PageClient>;

void TestPageClient::loadsThePageOnce()
{
    AtHand at;
    at.client.start();
    QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    QVERIFY(!at.client.upcoming());
    QCOMPARE(at.server.asked(), QList<QByteArray> {"GET /"});
}

void TestPageClient::loadsThePageAgain_data()
{
    QTest::addColumn<bool>("fresh");
    QTest::addColumn<int>("connectionCount");
    QTest::newRow("on the connection that was kept") << false << 1;
    QTest::newRow("each time on a connection of its own") << true << 3;
}

void TestPageClient::loadsThePageAgain()
{
    QFETCH(bool, fresh);
    QFETCH(int, connectionCount);
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.setInterval(2s);
    at.client.setFreshConnections(fresh);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(httpAnswer(200, "<p>", fresh ? "Connection: close\r\n" : ""));
    if (fresh)
        first->close();
    QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    for (int load = 0; load < 2; ++load) {
        QCOMPARE(at.dueIn(Upcoming::What::Poll), 2s);
        at.clock.advance(2s);
        QCOMPARE(at.client.state(), Client::State::Asking);
        QVERIFY(!at.client.upcoming());
        NEXT_QUESTION(page, at.server);
        QCOMPARE(page->value("Connection").toLower(), fresh ? "close" : "keep-alive");
        page->answer(httpAnswer(200, "<p>", fresh ? "Connection: close\r\n" : ""));
        if (fresh)
            page->close();
        QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    }
    QCOMPARE(at.server.connectionCount(), connectionCount);
    QCOMPARE(at.failures, QStringList());
}

void TestPageClient::staysStoppedAfterAFailure()
{
    AtHand at;
    at.server.leavePagesToTheTest();
    at.client.setInterval(2s);
    at.client.start();
    NEXT_QUESTION(first, at.server);
    first->answer(httpAnswer(200, "<p>"));
    QTRY_COMPARE(at.client.state(), Client::State::Waiting);
    at.clock.advance(2s);
    NEXT_QUESTION(second, at.server);
    connect(&at.client, &Client::failed, &at.client, &Client::stop);
    second->answer(httpAnswer(500));
    QTRY_COMPARE(at.failures.size(), 1);
    QCOMPARE(at.client.state(), Client::State::Stopped);
    at.clock.advance(Client::IdleConnectionTime);
    QCOMPARE(at.clock.pendingCount(), 0);
}

QTEST_GUILESS_MAIN(TestPageClient)
#include "tst_pageclient.moc"
