// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/addressbook.h"

#include <QTest>

using namespace wiretale;

class TestAddressBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesNeverRepeat();
};

void TestAddressBook::addressesNeverRepeat()
{
    AddressBook book;
    const Endpoint first = book.placeFor(QStringLiteral("busy")).endpoint;
    QCOMPARE(first, (Endpoint {0x0a000101, 49152}));
    Endpoint last;
    for (int i = 1; i < 16384; ++i)
        last = book.placeFor(QStringLiteral("busy")).endpoint;
    QCOMPARE(last, (Endpoint {0x0a000101, 65535}));
    const AddressBook::Place further = book.placeFor(QStringLiteral("busy"));
    QCOMPARE(further.endpoint, (Endpoint {0x0a000102, 49152}));
    QVERIFY(further.isNewAddress);
    for (int i = 2; i < 250; ++i)
        last = book.placeForUnnamed();
    QCOMPARE(last.address, 0x0a0001faU); // 10.0.1.250
    QCOMPARE(book.placeForUnnamed().address, 0x0a000201U);
}

QTEST_GUILESS_MAIN(TestAddressBook)
#include "tst_addressbook.moc"
