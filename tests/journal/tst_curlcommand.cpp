// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/curlcommand.h"
#include "app/journal/messagebody.h"
#include "app/wire/httphead.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace wiretale;

// What is copied is run by a real shell and a real curl; what arrives is what was copied.
class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheSameRequest_data();
    void sendsTheSameRequest();
    void anAnswerIsNoRequest();

private:
    static MessageFields fieldsOf(const QByteArray &request)
    {
        FieldDissector dissector;
        return dissector.dissect({.kind = MessageKind::Request}, request);
    }
    // Header lines, sorted, without the host's, whose port is another one here.
    static QStringList headersOf(const QByteArray &request, const MessageFields &fields)
    {
        QStringList lines;
        for (const Field &field : fields.fields) {
            if (field.kind == FieldKind::Header && field.value.compare(u"host", Qt::CaseInsensitive) != 0)
                lines << QString::fromUtf8(request.sliced(field.begin, field.length).trimmed());
        }
        lines.sort();
        return lines;
    }
};

void TestCurlCommand::sendsTheSameRequest_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("poll") << QByteArray("GET /events?after=3&x=[1] HTTP/1.1\r\nHost: HOST\r\n"
                                        "Accept: */*\r\nUser-Agent: Me/1\r\n\r\n");
    QTest::newRow("no headers that curl would add, and odd ones") << QByteArray(
        "GET /a/../b HTTP/1.1\r\nHost: HOST\r\nX-Empty:\r\nX-Quote: it's \"$HOME\" `id`\r\n\r\n");
    QTest::newRow("event in JSON") << QByteArray(
        "POST /events HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n"
        "Accept: */*\r\nUser-Agent: Me/1\r\nContent-Length: 25\r\n\r\n{\"data\":\"it's\\n \xD0\xB6 100%\"}");
    QTest::newRow("bytes that no shell can hold")
        << QByteArray("PUT /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\n\0\xff%a\n", 55);
    QTest::newRow("body that looks like a file's name")
        << QByteArray("POST /x HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\n\r\n@file");
    QTest::newRow("head only") << QByteArray("HEAD / HTTP/1.1\r\nHost: HOST\r\n\r\n");
}

void TestCurlCommand::sendsTheSameRequest()
{
    QFETCH(QByteArray, request);
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("no curl here");
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    request.replace("HOST\r\n", "127.0.0.1:" + QByteArray::number(server.serverPort()) + "\r\n");
    const MessageFields fields = fieldsOf(request);

    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), curlCommand(request, fields)});
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *socket = server.nextPendingConnection();
    QByteArray got;
    const auto isWhole = [&] {
        got += socket->readAll();
        const qsizetype end = got.indexOf("\r\n\r\n");
        return end >= 0 && got.size() >= end + 4 + fields.content.size();
    };
    QTRY_VERIFY(isWhole());
    socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
    QTRY_COMPARE(shell.state(), QProcess::NotRunning);
    QCOMPARE(shell.exitCode(), 0);

    const MessageFields arrived = fieldsOf(got);
    QCOMPARE(got.first(got.indexOf("\r\n")), request.first(request.indexOf("\r\n")));
    QCOMPARE(headersOf(got, arrived), headersOf(request, fields));
    QCOMPARE(arrived.content, fields.content);
}

void TestCurlCommand::anAnswerIsNoRequest()
{
    FieldDissector dissector;
    const QByteArray answer = "HTTP/1.1 204 No Content\r\n\r\n";
    const MessageFields fields
        = dissector.dissect({.kind = MessageKind::Response, .direction = Direction::ServerToClient}, answer);
    QCOMPARE(curlCommand(answer, fields), QString());
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
