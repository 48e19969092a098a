// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporters/exporter.h"
#include "tests/exporters/traffic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace wiretale;

/// How single requests and answers, odd ones among them, stand in an archive.
class TestHarAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesWhatNoUrlMayHave();
    void bodiesThatEndWithTheirConnection_data();
    void bodiesThatEndWithTheirConnection();

private:
    /// An exchange of one GET and these bytes; the connection is closed after it if `closed`.
    void exportOne(const QByteArray &request, const QByteArray &answer, RecordFlag flags, bool closed);

    QTemporaryDir m_folder;
    QJsonObject m_log;
};

void TestHarAnswers::exportOne(const QByteArray &request, const QByteArray &answer, RecordFlag flags,
                               bool closed)
{
    Traffic traffic;
    const ConnectionNumber connection = traffic.open(QStringLiteral("one"));
    const RecordNumber number = traffic.send(connection,
                                             {.kind = MessageKind::Request,
                                              .direction = Direction::ClientToServer,
                                              .bytes = request,
                                              .code = quint16(HttpMethod::Get),
                                              .eventIds = {}});
    traffic.settle();
    traffic.send(connection,
                 {.kind = MessageKind::Response,
                  .exchange = number,
                  .bytes = answer,
                  .code = 200,
                  .flags = flags,
                  .eventIds = {}});
    traffic.settle();
    if (closed)
        traffic.close(connection, Direction::ServerToClient);
    const QString path = m_folder.filePath(QStringLiteral("one.har"));
    QVERIFY(exportLog(traffic.log(), path));
    m_log = QJsonDocument::fromJson(contentsOf(path)).object().value(u"log").toObject();
    QCOMPARE(m_log[u"entries"].toArray().size(), 1);
}

void TestHarAnswers::encodesWhatNoUrlMayHave()
{
    exportOne("GET /a<b>\"\xD0\x96?x=%D0%96&y HTTP/1.1\r\nHost: h:1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
              RecordFlag::Final, false);
    const QJsonValue request = m_log[u"entries"][0][u"request"];
    QCOMPARE(request[u"url"].toString(), QStringLiteral("http://h:1/a%3Cb%3E%22%D0%96?x=%D0%96&y"));
    QCOMPARE(request[u"queryString"].toArray(),
             (QJsonArray {QJsonObject {{QStringLiteral("name"), QStringLiteral("x")},
                                       {QStringLiteral("value"), QStringLiteral(u"Ж")}},
                          QJsonObject {{QStringLiteral("name"), QStringLiteral("y")},
                                       {QStringLiteral("value"), QStringLiteral("")}}}));
}

void TestHarAnswers::bodiesThatEndWithTheirConnection_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("comment");
    const QString cut = QStringLiteral("The connection was closed before the answer was complete.");
    const QString goesOn = QStringLiteral("The answer was still going on when this was written.");
    QTest::newRow("no length, closed")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << true << QString() << QString();
    QTest::newRow("no length, open") << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << false << QString()
                                     << goesOn;
    QTest::newRow("shorter than its length, closed")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc") << true << cut << QString();
    QTest::newRow("shorter than its length, open")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc") << false << QString() << goesOn;
    QTest::newRow("as long as its length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc") << true << QString() << QString();
    QTest::newRow("chunks that do not end, closed")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n") << true << cut
        << QString();
}

void TestHarAnswers::bodiesThatEndWithTheirConnection()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closed);
    QFETCH(QString, error);
    QFETCH(QString, comment);
    exportOne("GET / HTTP/1.1\r\nHost: h:1\r\n\r\n", answer, RecordFlag::None, closed);
    const QJsonValue one = m_log[u"entries"][0];
    QCOMPARE(one[u"response"][u"content"][u"text"].toString(), QStringLiteral("abc"));
    QCOMPARE(one[u"_error"].toString(), error);
    QCOMPARE(one[u"comment"].toString(), comment);
}

QTEST_GUILESS_MAIN(TestHarAnswers)
#include "tst_haranswers.moc"
