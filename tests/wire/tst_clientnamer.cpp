// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/clientnamer.h"

#include <QSet>
#include <QTest>

using namespace wiretale;

namespace {

const QString chromium
    = QStringLiteral("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
                     "Chrome/156.0.0.0 Safari/537.36");
const QString firefox
    = QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
const QString curl = QStringLiteral("curl/7.88.1");

} // namespace

class TestClientNamer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesByUserAgent_data();
    void namesByUserAgent();
    void allConnectionsOfABrowserAreOneClient();
    void browsersOfAFamilyAreNumbered();
    void othersAreOneClientEachWhileTheyAreOpen();
    void aNameIsFreeWhenItsClientLeft();
    void releasingTwiceFreesOneName();
    void aFamilyIsNumberedAcrossVersions();
    void manyOpenConnectionsAreAllDifferent();
};

void TestClientNamer::namesByUserAgent_data()
{
    QTest::addColumn<QString>("userAgent");
    QTest::addColumn<QString>("name");

    QTest::newRow("ours: the name, to the letter") << "Wiretale/0.1 (long-polling-1)"
                                                   << "long-polling-1";
    QTest::newRow("ours: with brackets and spaces") << "Wiretale/0.1 (Anna (left) B)"
                                                    << "Anna (left) B";
    QTest::newRow("ours: not Latin") << QStringLiteral("Wiretale/0.1 (опрос-1)") << QStringLiteral("опрос-1");
    QTest::newRow("ours: without a name") << "Wiretale/0.1"
                                          << "wiretale-1";
    QTest::newRow("ours: an empty name") << "Wiretale/0.1 ()"
                                         << "wiretale-1";
    QTest::newRow("ours: brackets the wrong way round") << "Wiretale/0.1 )x("
                                                        << "wiretale-1";
    QTest::newRow("ours: longer than 40 characters")
        << QStringLiteral("Wiretale/0.1 (%1)").arg(QString(50, u'x')) << QString(40, u'x');
    QTest::newRow("ours: not cut inside a character")
        << QStringLiteral("Wiretale/0.1 (%1\U0001F600)").arg(QString(39, u'x')) << QString(39, u'x');
    QTest::newRow("ours: with what cannot be printed")
        << QStringLiteral("Wiretale/0.1 (a\u0007b\u202Ec)") << "abc";
    QTest::newRow("Chromium") << chromium << "chromium-1";
    QTest::newRow("Chromium without a window") << "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 "
                                                  "(KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36"
                                               << "chromium-1";
    QTest::newRow("Firefox") << firefox << "firefox-1";
    QTest::newRow("Safari") << "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, "
                               "like Gecko) Version/17.5 Safari/605.1.15"
                            << "safari-1";
    QTest::newRow("Edge") << chromium + QStringLiteral(" Edg/156.0.0.0") << "edge-1";
    QTest::newRow("Opera") << chromium + QStringLiteral(" OPR/110.0.0.0") << "opera-1";
    QTest::newRow("a browser nobody knows") << "Mozilla/5.0 (compatible; Whatever 1.0)"
                                            << "browser-1";
    QTest::newRow("curl") << curl << "curl-1";
    QTest::newRow("node") << "node"
                          << "node-1";
    QTest::newRow("requests of Python") << "python-requests/2.31.0"
                                        << "python-requests-1";
    QTest::newRow("capitals and a comment") << "Wget/1.21 (linux-gnu)"
                                            << "wget-1";
    QTest::newRow("a comment without a space") << "Thing(x)"
                                               << "thing-1";
    QTest::newRow("none") << QString() << "client-1";
    QTest::newRow("only spaces") << "   "
                                 << "client-1";
    QTest::newRow("only a version") << "/1.0"
                                    << "client-1";
    QTest::newRow("a product longer than a name may be")
        << QString(100, u'p') << QString(32, u'p') + QStringLiteral("-1");
    QTest::newRow("control characters only") << QStringLiteral("\u0001\u0002") << "client-1";
}

void TestClientNamer::namesByUserAgent()
{
    QFETCH(QString, userAgent);
    QFETCH(QString, name);
    ClientNamer namer;
    QCOMPARE(namer.nameFor(1, userAgent), name);
    QVERIFY(name.size() <= 40);
}

void TestClientNamer::allConnectionsOfABrowserAreOneClient()
{
    ClientNamer namer;
    for (ConnectionNumber connection = 1; connection <= 6; ++connection)
        QCOMPARE(namer.nameFor(connection, chromium), QStringLiteral("chromium-1"));
    namer.release(1);
    QCOMPARE(namer.nameFor(7, chromium), QStringLiteral("chromium-1"));
}

void TestClientNamer::browsersOfAFamilyAreNumbered()
{
    ClientNamer namer;
    QCOMPARE(namer.nameFor(1, firefox), QStringLiteral("firefox-1"));
    QCOMPARE(namer.nameFor(2, chromium), QStringLiteral("chromium-1"));
    QString other = firefox;
    QCOMPARE(namer.nameFor(3, other.replace(QStringLiteral("128"), QStringLiteral("129"))),
             QStringLiteral("firefox-2"));
    QCOMPARE(namer.nameFor(4, firefox), QStringLiteral("firefox-1"));
}

void TestClientNamer::othersAreOneClientEachWhileTheyAreOpen()
{
    ClientNamer namer;
    QCOMPARE(namer.nameFor(1, curl), QStringLiteral("curl-1"));
    QCOMPARE(namer.nameFor(2, curl), QStringLiteral("curl-2"));
    QCOMPARE(namer.nameFor(3, {}), QStringLiteral("client-1"));
    QCOMPARE(namer.nameFor(4, {}), QStringLiteral("client-2"));
}

void TestClientNamer::aNameIsFreeWhenItsClientLeft()
{
    ClientNamer namer;
    for (ConnectionNumber connection = 1; connection <= 3; ++connection)
        (void)namer.nameFor(connection, curl);
    namer.release(3);
    namer.release(2);
    QCOMPARE(namer.nameFor(4, curl), QStringLiteral("curl-2"));
    QCOMPARE(namer.nameFor(5, curl), QStringLiteral("curl-3"));
    QCOMPARE(namer.nameFor(6, curl), QStringLiteral("curl-4"));
}

void TestClientNamer::releasingTwiceFreesOneName()
{
    ClientNamer namer;
    (void)namer.nameFor(1, curl);
    namer.release(1);
    namer.release(1);
    namer.release(99);
    QCOMPARE(namer.nameFor(2, curl), QStringLiteral("curl-1"));
    namer.release(1);
    QCOMPARE(namer.nameFor(3, curl), QStringLiteral("curl-2"));
}

void TestClientNamer::aFamilyIsNumberedAcrossVersions()
{
    ClientNamer namer;
    QCOMPARE(namer.nameFor(1, curl), QStringLiteral("curl-1"));
    QCOMPARE(namer.nameFor(2, QStringLiteral("curl/8.9.0")), QStringLiteral("curl-2"));
    namer.release(1);
    // Another program is another client, even if the name of the first is free.
    QCOMPARE(namer.nameFor(3, QStringLiteral("curl/8.9.0")), QStringLiteral("curl-3"));
}

void TestClientNamer::manyOpenConnectionsAreAllDifferent()
{
    constexpr ConnectionNumber Count = 20'000;
    ClientNamer namer;
    QSet<QString> names;
    for (ConnectionNumber connection = 1; connection <= Count; ++connection)
        names << namer.nameFor(connection, curl);
    QCOMPARE(names.size(), qsizetype(Count));
}

QTEST_APPLESS_MAIN(TestClientNamer)
#include "tst_clientnamer.moc"
