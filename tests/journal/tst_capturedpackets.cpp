// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/foreignlog.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace wiretale;

namespace {

const QByteArray &Request = ForeignLog::Request;
const QByteArray &Response = ForeignLog::Response;

using Arrange = std::function<void(QList<QByteArray> &)>;

} // namespace

Q_DECLARE_METATYPE(Arrange)

/// How packets of other programs' captures come to be segments.
class TestCapturedPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyLink_data();
    void anyLink();
    void fragments_data();
    void fragments();
    void fragmentsThatNeverEnd();
    void capturedTwice_data();
    void capturedTwice();

private:
    ForeignLog m_log;
};

void TestCapturedPackets::anyLink_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<int>("ip");
    QTest::addColumn<bool>("isBig");
    QTest::addColumn<bool>("isNanoseconds");
    using enum PcapWriter::Link;
    using enum PcapWriter::Ip;
    const auto row = [](const char *name, PcapWriter::Link link, PcapWriter::Ip ip, bool isBig = false,
                        bool isNanoseconds = false) {
        QTest::newRow(name) << int(link) << int(ip) << isBig << isNanoseconds;
    };
    row("Ethernet, IPv4", Ethernet, V4);
    row("Ethernet, IPv6", Ethernet, V6);
    row("Ethernet, IPv6 with options", Ethernet, V6WithOptions);
    row("Ethernet, IPv6 with authentication, mobility and a fragment's header", Ethernet, V6WithMore);
    row("Ethernet with two VLAN tags", Vlan, V4);
    row("Linux cooked with a VLAN tag", CookedVlan, V4);
    row("Linux cooked, version 2, with a VLAN tag", Cooked2Vlan, V6);
    row("BSD loopback, IPv4", Null, V4);
    row("BSD loopback, IPv6", Null, V6);
    row("OpenBSD loopback", Loop, V4);
    row("Linux cooked", Cooked, V4);
    row("Linux cooked, version 2", Cooked2, V6);
    row("raw IPv4", Raw, V4);
    row("raw IPv6", Raw, V6);
    row("nanoseconds", Ethernet, V4, false, true);
    row("the other byte order", Ethernet, V4, true);
    row("the other byte order, nanoseconds", Ethernet, V4, true, true);
}

void TestCapturedPackets::anyLink()
{
    QFETCH(int, link);
    QFETCH(int, ip);
    QFETCH(bool, isBig);
    QFETCH(bool, isNanoseconds);
    PcapWriter writer({PcapWriter::Link(link), PcapWriter::Ip(ip), isBig, isNanoseconds});
    ForeignLog::playExchange(writer);
    ForeignLog::playClosing(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    QCOMPARE((*reader)->remark(), QString());
    const TrafficLog &log = *(*reader)->log();
    QCOMPARE(
        ForeignLog::told(log),
        QStringLiteral("open request %1 response %2 close close").arg(Request.size()).arg(Response.size()));
    QCOMPARE(log.bytes(2), Request);
    QCOMPARE(log.bytes(3), Response);
    QCOMPARE(log.journal().at(3).exchange, RecordNumber(2));
    QCOMPARE(log.journal().exchange(2)->heldNs(log.journal().lastNs()), 2'000'000);
}

void TestCapturedPackets::fragments_data()
{
    QTest::addColumn<PcapWriter::Ip>("ip");
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<bool>("isWhole");
    using Fragments = QList<QByteArray>;
    const auto row = [](const char *name, const Arrange &arrange, bool isWhole = true) {
        QTest::addRow("IPv4, %s", name) << PcapWriter::Ip::V4 << arrange << isWhole;
        QTest::addRow("IPv6, %s", name) << PcapWriter::Ip::V6 << arrange << isWhole;
    };
    row("in order", {});
    row("the last first", [](Fragments &all) { std::ranges::reverse(all); });
    row("each twice", [](Fragments &all) { all += Fragments(all); });
    row("a changed one behind the first of its place", [](Fragments &all) {
        QByteArray changed = all.at(1);
        changed[changed.size() - 1] = '!';
        all.insert(2, changed);
    });
    row(
        "one is missing", [](Fragments &all) { all.removeAt(1); }, false);
    row(
        "the first is missing", [](Fragments &all) { all.removeFirst(); }, false);
    row(
        "the last is missing", [](Fragments &all) { all.removeLast(); }, false);
}

void TestCapturedPackets::fragments()
{
    QFETCH(const PcapWriter::Ip, ip);
    QFETCH(const Arrange, arrange);
    QFETCH(const bool, isWhole);
    PcapWriter writer({.ip = ip});
    ForeignLog::playExchange(writer);
    writer.segment(true, Request.size(), Request, Response.size());
    const qint64 asked = 2 * Request.size();
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n" + QByteArray(200, 'x');
    writer.fragmentSize = 80;
    writer.arrange = arrange;
    writer.segment(false, Response.size(), answer, asked);
    writer.fragmentSize = 0;
    const qint64 answered = Response.size() + answer.size();
    for (int i = 0; i < 9; ++i)
        writer.segment(true, asked, {}, answered);
    writer.segment(true, asked, Request, answered);
    writer.segment(false, answered, Response, asked + Request.size());
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    const TrafficLog &log = *(*reader)->log();
    const QString exchange
        = QStringLiteral("request %1 response %2").arg(Request.size()).arg(Response.size());
    const QString middle = isWhole ? QStringLiteral("response %1 ").arg(answer.size()) : QString();
    QVERIFY2(ForeignLog::told(log).startsWith(QStringLiteral("open ") + exchange
                                              + QStringLiteral(" request %1 ").arg(Request.size()) + middle),
             qPrintable(ForeignLog::told(log)));
    QCOMPARE(ForeignLog::told(log).contains(QStringLiteral("fault bytes missing in the capture")), !isWhole);
    if (isWhole)
        QCOMPARE(log.bytes(5), answer);
}

void TestCapturedPackets::fragmentsThatNeverEnd()
{
    PcapWriter writer;
    writer.fragmentSize = 8;
    writer.arrange = [](QList<QByteArray> &all) { all.removeLast(); };
    for (int i = 0; i < 300; ++i)
        writer.segment(true, 0, Request);
    writer.fragmentSize = 0;
    ForeignLog::playExchange(writer);
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    QCOMPARE(ForeignLog::told(*(*reader)->log()),
             QStringLiteral("open request %1 response %2").arg(Request.size()).arg(Response.size()));
}

void TestCapturedPackets::capturedTwice_data()
{
    QTest::addColumn<PcapWriter::Link>("link");
    QTest::addColumn<PcapWriter::Ip>("ip");
    QTest::newRow("cooked") << PcapWriter::Link::Cooked << PcapWriter::Ip::V4;
    QTest::newRow("cooked, version 2") << PcapWriter::Link::Cooked2 << PcapWriter::Ip::V6;
}

void TestCapturedPackets::capturedTwice()
{
    QFETCH(const PcapWriter::Link, link);
    QFETCH(const PcapWriter::Ip, ip);
    PcapWriter writer({.link = link, .ip = ip});
    writer.isTwice = true;
    ForeignLog::playExchange(writer);
    // Sent again, it leaves again.
    writer.segment(true, 0, Request);
    writer.fragmentSize = 16;
    writer.segment(true, Request.size(), Request, Response.size());
    const auto reader = m_log.read(writer.bytes());
    QVERIFY(reader);
    QCOMPARE(ForeignLog::told(*(*reader)->log()),
             QStringLiteral("open request %1 response %2 fault segment sent again request %1")
                 .arg(Request.size())
                 .arg(Response.size()));
}

QTEST_GUILESS_MAIN(TestCapturedPackets)
#include "tst_capturedpackets.moc"
