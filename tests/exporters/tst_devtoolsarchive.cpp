// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/logreader.h"
#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "app/journal/rulebook.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// An archive with all that Chromium's DevTools write: HTTP/2, a compressed body as text, a WebSocket, a
/// stream, a request that failed.
class TestDevToolsArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsEveryMessage();
    void bodiesAreRead();
    void timesAreTheirs();
    void breaksNoRule();
    void aConnectionIsUsedAgain_data();
    void aConnectionIsUsedAgain();

private:
    std::shared_ptr<TrafficLog> m_log;
};

void TestDevToolsArchive::initTestCase()
{
    auto reader = readWhole(QStringLiteral(WIRETALE_SOURCE_DIR "/tests/exporters/devtools.har"));
    QVERIFY(reader);
    m_log = (*reader)->log();
}

void TestDevToolsArchive::holdsEveryMessage()
{
    QStringList told;
    for (RecordNumber number = 1; number <= m_log->journal().size(); ++number) {
        if (m_log->journal().at(number).kind != MessageKind::Open)
            told << m_log->summary(number);
    }
    QCOMPARE(told,
             (QStringList {QStringLiteral("GET /prices?sort=up"), QStringLiteral("200"),
                           QStringLiteral("GET /feed"), QStringLiteral("101 Switching Protocols"),
                           QStringLiteral("text frame"), QStringLiteral("text frame"),
                           QStringLiteral("binary frame, 3 bytes"), QStringLiteral("GET /stream"),
                           QStringLiteral("200 OK"), QStringLiteral("GET /")}));
    QCOMPARE(m_log->journal().clientName(1), QStringLiteral("chromium-1"));
}

void TestDevToolsArchive::bodiesAreRead()
{
    MessageReader reader(m_log);
    QByteArrayList bodies;
    for (RecordNumber number = 1; number <= m_log->journal().size(); ++number) {
        const MessageBody body = bodyOf(reader, number);
        QCOMPARE(body.packing, PlainContent::State::AsSent);
        if (!body.bytes.isEmpty())
            bodies << body.bytes;
    }
    QCOMPARE(
        bodies,
        (QByteArrayList {"{\"price\":1}", "subscribe", "{\"price\":2}", "\1\2\3", "id: 1\ndata: news\n\n"}));
}

void TestDevToolsArchive::timesAreTheirs()
{
    const Journal &journal = m_log->journal();
    QCOMPARE(m_log->wallStartNs(), 1'767'323'045'100'000'000);
    // Blocked, resolved and connected for 15.5 ms, sent in 0.5, waited for 25.
    QCOMPARE(journal.at(2).departedNs, 15'500'000);
    QCOMPARE(journal.at(3).departedNs, 41'000'000);
    for (RecordNumber number = 1; number <= journal.size(); ++number) {
        if (journal.at(number).kind == MessageKind::Frame) {
            QCOMPARE(journal.at(number).departedNs, 1'150'000'000);
            break;
        }
    }
}

void TestDevToolsArchive::breaksNoRule()
{
    RuleBook book(m_log);
    for (RecordNumber number = 1; number <= m_log->journal().size(); ++number) {
        for (const Breach &breach : book.breaches(number))
            QFAIL(qPrintable(m_log->summary(number) + u' ' + ruleText(*breach.rule)));
    }
}

void TestDevToolsArchive::aConnectionIsUsedAgain_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QStringList>("broken");
    QTest::newRow("as HTTP/1.1 goes") << QByteArray() << QStringList();
    QTest::newRow("though the first request was to be the last")
        << QByteArray(R"({"name":"Connection","value":"close"})")
        << QStringList {QStringLiteral("http-after-close")};
}

void TestDevToolsArchive::aConnectionIsUsedAgain()
{
    QFETCH(const QByteArray, headers);
    const QByteArray entry = R"({"startedDateTime":"2026-01-02T03:04:0%1.000Z","_connectionId":"57",
        "request":{"method":"GET","url":"http://a/","headers":[%2]},
        "response":{"status":204,"statusText":"No Content","headers":[
            {"name":"Date","value":"Fri, 02 Jan 2026 03:04:05 GMT"}]},
        "timings":{"send":1,"wait":8,"receive":1}})";
    const auto entryAt = [&entry](int second, const QByteArray &more) {
        return QByteArray(entry).replace("%1", QByteArray::number(second)).replace("%2", more);
    };
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.har")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"log":{"entries":[)" + entryAt(1, headers) + ',' + entryAt(2, {}) + "]}}");
    file.close();
    const auto reader = readWhole(file.fileName());
    QVERIFY(reader);
    const std::shared_ptr<TrafficLog> log = (*reader)->log();
    QCOMPARE(log->journal().size(), RecordNumber(5)); // one connection and two exchanges
    QStringList broken;
    RuleBook book(log);
    for (RecordNumber number = 1; number <= log->journal().size(); ++number) {
        for (const Breach &breach : book.breaches(number))
            broken << QString::fromLatin1(breach.rule->id);
    }
    QTEST(broken, "broken");
}

QTEST_GUILESS_MAIN(TestDevToolsArchive)
#include "tst_devtoolsarchive.moc"
