// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/heap.h"
#include "tests/journal/foreignlog.h"

#include <QTest>

#include <functional>

using namespace wiretale;

namespace {

const QByteArray &Request = ForeignLog::Request;
const QByteArray &Response = ForeignLog::Response;

using Play = std::function<void(PcapWriter &)>;

} // namespace

Q_DECLARE_METATYPE(Play)

/// Captures of other programs. What tcpdump really writes is read in tests/interop/captures.mjs.
class TestForeignCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTcpMends_data();
    void whatTcpMends();
    void opaqueTraffic();
    void portsUsedAgain();
    void gapWhileAnotherGoesOn();
    void timesAndNames();
    void truncatedAtEveryByte();
    void everyByteFlipped();
    void nothingInIt();
    void connectionsAtRestCostLittle_data();
    void connectionsAtRestCostLittle();
    void readsALittleAtATime_data();
    void readsALittleAtATime();

private:
    [[nodiscard]] Result<std::unique_ptr<LogReader>> open(const PcapWriter &writer) const
    {
        QFile file(m_log.path());
        if (!file.open(QIODevice::WriteOnly) || file.write(writer.bytes()) != writer.bytes().size())
            return Error {file.errorString()};
        file.close();
        return LogReader::open(m_log.path());
    }

    ForeignLog m_log;
};

void TestForeignCapture::whatTcpMends_data()
{
    QTest::addColumn<Play>("play");
    QTest::addColumn<QString>("expected");
    const QString whole
        = QStringLiteral("open request %1 response %2").arg(Request.size()).arg(Response.size());
    const auto row = [](const char *name, const Play &play, const QString &expected) {
        QTest::newRow(name) << play << expected;
    };
    row(
        "a request in two segments",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request.first(7));
            to.segment(true, 7, Request.sliced(7));
            to.segment(false, 0, Response, Request.size());
        },
        whole);
    row(
        "sent again",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request);
            to.segment(true, 0, Request);
            to.segment(false, 0, Response, Request.size());
        },
        QStringLiteral("open request %1 fault segment sent again response %2")
            .arg(Request.size())
            .arg(Response.size()));
    row(
        "sent again with something new behind it",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request.first(9));
            to.segment(true, 5, Request.sliced(5));
            to.segment(false, 0, Response, Request.size());
        },
        whole);
    row(
        "the second half first",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request);
            to.segment(false, 20, Response.sliced(20), Request.size());
            to.segment(false, 0, Response.first(20), Request.size());
        },
        QStringLiteral("open request %1 fault segment out of order response %2")
            .arg(Request.size())
            .arg(Response.size()));
    row(
        "a keep-alive",
        [](PcapWriter &to) {
            ForeignLog::playExchange(to);
            to.segment(true, Request.size() - 1, {}, Response.size());
            to.segment(true, Request.size() - 1, "x", Response.size());
        },
        whole);
    row(
        "sequence numbers that wrap around",
        [](PcapWriter &to) {
            to.first = 0xffffffff - 20;
            ForeignLog::playExchange(to);
        },
        whole);
    row(
        "an opening sent again",
        [](PcapWriter &to) {
            to.segment(true, -1, {}, -1, PcapWriter::Syn);
            ForeignLog::playExchange(to);
        },
        QStringLiteral("open fault segment sent again request %1 response %2")
            .arg(Request.size())
            .arg(Response.size()));
    row(
        "begun before the capture, with a request",
        [](PcapWriter &to) {
            to.segment(true, 0, Request);
            to.segment(false, 0, Response, Request.size());
        },
        whole);
    row(
        "begun before the capture, in an answer",
        [](PcapWriter &to) {
            to.segment(false, 5, "middle of something");
            to.segment(true, 0, Request);
            to.segment(false, 24, Response, Request.size());
        },
        QStringLiteral("open opaque 19 request %1 response %2").arg(Request.size()).arg(Response.size()));
    row(
        "the middle of an answer was never captured, and the next is whole",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request);
            to.segment(false, 0, Response.first(20), Request.size());
            to.segment(false, 25, Response.sliced(25), Request.size());
            for (int i = 0; i < 9; ++i)
                to.segment(true, Request.size(), {}, Response.size());
            to.segment(true, Request.size(), Request, Response.size());
            to.segment(false, Response.size(), Response, 2 * Request.size());
        },
        QStringLiteral(
            "open request %1 fault segment out of order opaque 20 fault bytes missing in the capture "
            "opaque %3 request %1 response %2")
            .arg(Request.size())
            .arg(Response.size())
            .arg(Response.size() - 25));
    row(
        "a gap at the end",
        [](PcapWriter &to) {
            to.handshake();
            to.segment(true, 0, Request);
            to.segment(false, 3, Response.sliced(3), Request.size());
        },
        QStringLiteral(
            "open request %1 fault segment out of order fault bytes missing in the capture opaque %2")
            .arg(Request.size())
            .arg(Response.size() - 3));
    row(
        "reset",
        [](PcapWriter &to) {
            ForeignLog::playExchange(to);
            to.segment(false, Response.size(), {}, Request.size(), PcapWriter::Rst | PcapWriter::Ack);
            to.segment(true, Request.size(), "too late", Response.size());
        },
        whole + QStringLiteral(" close"));
    row(
        "what comes when both have closed",
        [](PcapWriter &to) {
            ForeignLog::playExchange(to);
            ForeignLog::playClosing(to);
            to.segment(true, 0, Request);
            to.segment(false, -1, {}, 0, PcapWriter::Syn | PcapWriter::Ack);
            to.segment(false, Response.size() + 5, "behind a gap", Request.size() + 1);
            to.segment(true, Request.size(), {}, 0, PcapWriter::Rst);
        },
        whole + QStringLiteral(" close close fault segment sent again"));
}

void TestForeignCapture::whatTcpMends()
{
    QFETCH(Play, play);
    QFETCH(QString, expected);
    PcapWriter writer;
    play(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    QCOMPARE(ForeignLog::told(*(*reader)->log()), expected);
    QCOMPARE((*reader)->remark().isEmpty(), !expected.contains(QStringLiteral("missing")));
}

void TestForeignCapture::opaqueTraffic()
{
    PcapWriter writer;
    writer.handshake();
    writer.segment(false, 0, QByteArray::fromHex("1603010200"));
    writer.segment(true, 0, QByteArray::fromHex("ff00"), 5);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    const TrafficLog &log = *(*reader)->log();
    QCOMPARE(ForeignLog::told(log), QStringLiteral("open opaque 5 opaque 2"));
    QCOMPARE(log.bytes(2), QByteArray::fromHex("1603010200"));
    QCOMPARE(log.journal().clientName(1), QStringLiteral("client-1"));
}

void TestForeignCapture::portsUsedAgain()
{
    PcapWriter writer;
    ForeignLog::playExchange(writer);
    ForeignLog::playClosing(writer);
    writer.first = 77'777;
    ForeignLog::playExchange(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    const Journal &journal = (*reader)->log()->journal();
    QCOMPARE(journal.connectionCount(), 2U);
    QCOMPARE(journal.at(journal.size()).connection, 2U);
    QCOMPARE(journal.at(journal.size()).kind, MessageKind::Response);
}

void TestForeignCapture::gapWhileAnotherGoesOn()
{
    PcapWriter writer;
    ForeignLog::playExchange(writer);
    writer.segment(false, ForeignLog::Response.size() + 10, "behind a gap", ForeignLog::Request.size());
    ++writer.clientPort;
    ForeignLog::playExchange(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    // Nobody knows that it will not be filled before the capture is over.
    QVERIFY(ForeignLog::told(*(*reader)->log()).endsWith(QStringLiteral("missing in the capture opaque 12")));
    const Journal &journal = (*reader)->log()->journal();
    QCOMPARE(journal.at(journal.size()).connection, 1U);
    for (RecordNumber number = 2; number <= journal.size(); ++number)
        QVERIFY(journal.at(number).departedNs >= journal.at(number - 1).departedNs);
}

void TestForeignCapture::timesAndNames()
{
    PcapWriter writer({.isNanoseconds = true});
    writer.stampNs = 1'795'176'000'123'456'789;
    ForeignLog::playExchange(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    const TrafficLog &log = *(*reader)->log();
    QCOMPARE(log.wallStartNs(), 1'795'176'000'123'456'789);
    QCOMPARE(log.journal().at(1).departedNs, 0);
    QCOMPARE(log.journal().at(2).departedNs, 3'000'000);
    QCOMPARE(log.journal().at(2).arrivedNs, 3'000'000);
    QCOMPARE(log.journal().at(2).wallNs, 1'795'176'000'126'456'789);
    QCOMPARE(log.journal().clientName(1), QStringLiteral("curl-1"));
}

void TestForeignCapture::truncatedAtEveryByte()
{
    PcapWriter writer;
    ForeignLog::playExchange(writer);
    ForeignLog::playClosing(writer);
    RecordNumber before = 0;
    for (qsizetype size = 0; size < writer.bytes().size(); ++size) {
        const auto reader = m_log.read(writer.bytes().first(size));
        if (!reader) {
            QVERIFY(!reader.error().message.isEmpty());
            QCOMPARE(before, RecordNumber(0));
            continue;
        }
        const RecordNumber opened = (*reader)->log()->journal().size();
        QVERIFY(opened >= before);
        before = opened;
    }
    QCOMPARE(before, RecordNumber(5));
}

void TestForeignCapture::everyByteFlipped()
{
    PcapWriter writer;
    ForeignLog::playExchange(writer);
    ForeignLog::playClosing(writer);
    for (qsizetype at = 0; at < writer.bytes().size(); ++at) {
        QByteArray bytes = writer.bytes();
        bytes[at] = char(~bytes.at(at));
        const auto reader = m_log.read(bytes);
        if (!reader) {
            QVERIFY(!reader.error().message.isEmpty());
            continue;
        }
        const TrafficLog &log = *(*reader)->log();
        QVERIFY(log.journal().size() > 0);
        for (RecordNumber number = 1; number <= log.journal().size(); ++number)
            QCOMPARE(quint32(log.bytes(number).size()), log.journal().at(number).wireBytes);
    }
}

void TestForeignCapture::nothingInIt()
{
    PcapWriter writer;
    writer.noise();
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(m_log.path()));
}

void TestForeignCapture::connectionsAtRestCostLittle_data()
{
    QTest::addColumn<Play>("play");
    QTest::newRow("closed by both") << Play([](PcapWriter &to) {
        ForeignLog::playExchange(to);
        ForeignLog::playClosing(to);
    });
    QTest::newRow("reset") << Play([](PcapWriter &to) {
        ForeignLog::playExchange(to);
        to.segment(false, Response.size(), {}, Request.size(), PcapWriter::Rst | PcapWriter::Ack);
    });
    QTest::newRow("an opening that nobody answers")
        << Play([](PcapWriter &to) { to.segment(true, -1, {}, -1, PcapWriter::Syn); });
}

void TestForeignCapture::connectionsAtRestCostLittle()
{
    QFETCH(Play, play);
    constexpr int Connections = 20'000;
    PcapWriter writer;
    for (int i = 0; i < Connections; ++i) {
        writer.clientPort = quint16(10'000 + i);
        play(writer);
    }
    const auto opened = open(writer);
    QVERIFY(opened);
    const qint64 before = heapBytes();
    qint64 most = 0;
    while ((*opened)->readOn())
        most = std::max(most, heapBytes());
    const qint64 after = heapBytes();
    QCOMPARE((*opened)->log()->journal().connectionCount(), quint32(Connections));
    qInfo("a connection took %lld bytes of memory while the capture was read, %lld in the end",
          (most - before) / Connections, (after - before) / Connections);
    // Dissectors alone take as much.
    QVERIFY((most - before) / Connections < 1500);
}

void TestForeignCapture::readsALittleAtATime_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("thousands of requests in each packet")
        << QByteArray("GET / HTTP/1.1\r\n\r\n").repeated(3000);
    QTest::newRow("long packets") << QByteArray(60'000, '\0');
}

// Between two calls a user can cancel.
void TestForeignCapture::readsALittleAtATime()
{
    QFETCH(QByteArray, payload);
    PcapWriter writer;
    writer.handshake();
    constexpr int Packets = 600;
    for (int i = 0; i < Packets; ++i)
        writer.segment(true, i * payload.size(), payload);
    const auto opened = open(writer);
    QVERIFY(opened);
    LogReader &reader = **opened;
    RecordNumber before = reader.log()->journal().size();
    double progressBefore = 0;
    for (bool isLeft = true; isLeft;) {
        isLeft = reader.readOn();
        const RecordNumber now = reader.log()->journal().size();
        QVERIFY(now - before < 12'000);
        QVERIFY(reader.progress() - progressBefore < 0.5);
        before = now;
        progressBefore = reader.progress();
    }
    QCOMPARE(reader.progress(), 1.0);
    QVERIFY(before >= RecordNumber(Packets));
}

QTEST_GUILESS_MAIN(TestForeignCapture)
#include "tst_foreigncapture.moc"
