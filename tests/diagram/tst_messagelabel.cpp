// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagram/messagelabel.h"
#include "app/journal/trafficlog.h"

#include <QTest>

using namespace wiretale;

// Untranslated, a label says what the summary in exports says, but for its shorter sizes.
class TestMessageLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheSummarySays_data();
    void saysWhatTheSummarySays();
};

void TestMessageLabel::saysWhatTheSummarySays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, MessageKind kind, int code, RecordFlag flags,
                        const QByteArray &bytes, const QList<qint64> &ids, const char *label) {
        QTest::newRow(name) << int(kind) << code << int(flags) << bytes << ids << QString::fromUtf8(label);
    };
    using enum MessageKind;
    const QByteArray ok("HTTP/1.1 200 OK, really\r\n\r\n");
    row("a connection that opens", Open, 0, RecordFlag::None, {}, {}, "connection opens");
    row("one that closes", Close, 0, RecordFlag::None, {}, {}, "connection closes");
    row("one that is reset", Close, 1, RecordFlag::None, {}, {}, "connection reset");
    row("a request with a comma", Request, 1, RecordFlag::None, "GET /a,%20b HTTP/1.1\r\n\r\n", {},
        "GET /a,%20b");
    row("a status with a comma", Response, 200, RecordFlag::Final, ok, {}, "200 OK, really");
    row("an answer with an event", Response, 200, RecordFlag::Final, ok, {7}, "200 OK, really, event 7");
    row("an answer with three", Response, 200, RecordFlag::Final, ok, {7, 8, 9},
        "200 OK, really, 3 event(s)");
    row("an answer after a gap", Response, 200, RecordFlag::Gap, ok, {7}, "200 OK, really, event 7, gap");
    row("an event of a type", Event, 0, RecordFlag::None, "id: 3\nevent: price now\ndata: 1\n\n", {3},
        "event 3 price now");
    row("an event without an id", Event, 0, RecordFlag::None, "retry: 3000\n\n", {}, "event retry: 3000");
    row("a gap that is told", Event, 0, RecordFlag::Gap, "event: gap\ndata: 1\n\n", {}, "event gap");
    row("a comment", Heartbeat, 0, RecordFlag::None, ": hello\n\n", {}, "comment");
    row("a frame with an event", Frame, int(FrameOpcode::Text), RecordFlag::Fin, "\x81\x01x", {2},
        "text frame, event 2");
    row("a ping", Frame, int(FrameOpcode::Ping), RecordFlag::Fin, QByteArray("\x89\x00", 2), {}, "ping");
    row("a close with a code", Frame, int(FrameOpcode::Close), RecordFlag::Fin, "\x88\x02\x03\xe8", {},
        "close 1000");
    row("a chunk", Chunk, 0, RecordFlag::None, "2\r\n[]\r\n", {}, "chunk, 7 B");
    row("the last chunk", Chunk, 0, RecordFlag::Final, "0\r\n\r\n", {}, "last chunk");
    row("a cut", Fault, int(FaultKind::Cut), RecordFlag::None, {}, {}, "connection cut");
}

void TestMessageLabel::saysWhatTheSummarySays()
{
    QFETCH(const int, kind);
    QFETCH(const int, code);
    QFETCH(const int, flags);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QList<qint64>, ids);
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    Record open;
    open.kind = MessageKind::Open;
    open.connection = 1;
    (*log)->departed(open, {}, {});
    Record record;
    record.kind = MessageKind(kind);
    record.connection = 1;
    record.code = quint16(code);
    record.flags = RecordFlag(flags);
    record.wireBytes = quint32(bytes.size());
    const RecordNumber number = (*log)->departed(record, bytes, ids);
    QTEST(messageLabel(**log, number), "label");
    QString summary = (*log)->summary(number);
    summary.replace(QStringLiteral("3 events"), QStringLiteral("3 event(s)"));
    summary.replace(QStringLiteral("7 bytes"), QStringLiteral("7 B"));
    QCOMPARE(messageLabel(**log, number), summary);
}

QTEST_GUILESS_MAIN(TestMessageLabel)
#include "tst_messagelabel.moc"
