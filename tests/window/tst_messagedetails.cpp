// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/trafficlog.h"
#include "app/window/messagedescription.h"
#include "app/window/messagedetails.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace wiretale;

class TestMessageDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void factsOfARequestThatIsHeld();
    void factsOfAnAnswerWithAnEvent();
    void factsOfWhatNeverArrives();
    void showsTheBytes();
    void showsWhatAMaskedFrameCarries();
    void saysThatAnOpeningHasNoBytes();
    void followsAnArrival();
    void aNumberBeyondTheEndIsNone();

private:
    RecordNumber add(Record record, const QByteArray &bytes, std::initializer_list<qint64> ids = {})
    {
        record.wireBytes = quint32(bytes.size());
        record.connection = 1;
        record.eventCount = quint16(ids.size());
        return m_log->departed(record, bytes, std::span(ids.begin(), ids.size()));
    }
    static QString valueOf(const QList<MessageFact> &facts, const char *name)
    {
        const auto fact = std::ranges::find(facts, QLatin1StringView(name), &MessageFact::name);
        return fact == facts.end() ? QString() : fact->value;
    }
    std::shared_ptr<TrafficLog> m_log;
};

void TestMessageDetails::init()
{
    const auto log = TrafficLog::create(0);
    QVERIFY(log);
    m_log = *log;
    add({.kind = MessageKind::Open}, {}); // record 1
    m_log->arrived(1, 1'000'000);
    m_log->named(1, QStringLiteral("long-polling"));
}

void TestMessageDetails::factsOfARequestThatIsHeld()
{
    const QByteArray bytes = "GET /events/wait?after=0 HTTP/1.1\r\nHost: a\r\n\r\n";
    const RecordNumber number = add({.departedNs = 2'000'000'000,
                                     .code = quint16(HttpMethod::Get),
                                     .kind = MessageKind::Request,
                                     .technique = Technique::LongPolling},
                                    bytes);
    QCOMPARE(valueOf(messageFacts(*m_log, number), "Arrived"), QStringLiteral("still on its way"));
    m_log->arrived(number, 2'700'500'000);
    const QList<MessageFact> facts = messageFacts(*m_log, number);
    QCOMPARE(valueOf(facts, "Says"), QStringLiteral("GET /events/wait?after=0"));
    QCOMPARE(valueOf(facts, "Way"), QStringLiteral("long-polling → server"));
    QCOMPARE(valueOf(facts, "Departed"), QStringLiteral("2.0000 s"));
    QCOMPARE(valueOf(facts, "Arrived"), QStringLiteral("2.7005 s, after 700.50 ms"));
    QVERIFY(valueOf(facts, "Size").startsWith(QString::number(bytes.size())));
}

void TestMessageDetails::factsOfAnAnswerWithAnEvent()
{
    m_log->eventPublished(7, 2'500'000'000);
    const RecordNumber request
        = add({.departedNs = 1'000'000'000, .kind = MessageKind::Request}, "GET / HTTP/1.1\r\n\r\n");
    m_log->arrived(request, 2'000'000'000);
    const RecordNumber answer = add({.departedNs = 2'500'000'000,
                                     .payloadBytes = 2,
                                     .exchange = request,
                                     .flags = RecordFlag::Final,
                                     .code = 200,
                                     .kind = MessageKind::Response,
                                     .direction = Direction::ServerToClient},
                                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", {7});
    m_log->arrived(answer, 3'000'000'000);
    const QList<MessageFact> facts = messageFacts(*m_log, answer);
    QCOMPARE(valueOf(facts, "Events"), QStringLiteral("7 (500.00 ms after its publishing)"));
    QCOMPARE(valueOf(facts, "Way"), QStringLiteral("server → long-polling"));
}

void TestMessageDetails::factsOfWhatNeverArrives()
{
    const RecordNumber number = add({.kind = MessageKind::Request}, "GET / HTTP/1.1\r\n\r\n");
    m_log->lost(number);
    QCOMPARE(valueOf(messageFacts(*m_log, number), "Arrived"),
             QStringLiteral("never: the other side was gone"));
}

void TestMessageDetails::showsTheBytes()
{
    const RecordNumber number = add({.kind = MessageKind::Request}, "GET /<b> HTTP/1.1\r\nHost: a\r\n\r\n");
    MessageDetails details;
    details.setLog(m_log);
    details.showMessage(number);
    QCOMPARE(details.findChild<QPlainTextEdit *>()->toPlainText(),
             QStringLiteral("GET /<b> HTTP/1.1\nHost: a\n\n"));
    // What comes from a peer is never taken as HTML.
    QVERIFY(details.findChild<QLabel *>()->text().contains(QStringLiteral("GET /&lt;b&gt;")));
}

void TestMessageDetails::showsWhatAMaskedFrameCarries()
{
    const RecordNumber number = add({.flags = RecordFlag::Masked | RecordFlag::Fin,
                                     .code = quint16(FrameOpcode::Text),
                                     .kind = MessageKind::Frame,
                                     .technique = Technique::WebSocket},
                                    QByteArray::fromHex("818537fa213d7f9f4d5158"));
    MessageDetails details;
    details.setLog(m_log);
    details.showMessage(number);
    const QString text = details.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("81 85 37 fa 21 3d 7f 9f 4d 51 58")));
    QVERIFY(text.endsWith(QStringLiteral("\nHello")));
}

void TestMessageDetails::saysThatAnOpeningHasNoBytes()
{
    MessageDetails details;
    details.setLog(m_log);
    details.showMessage(1);
    QCOMPARE(details.findChild<QPlainTextEdit *>()->toPlainText(),
             QStringLiteral("This message has no bytes."));
}

void TestMessageDetails::followsAnArrival()
{
    const RecordNumber number = add({.kind = MessageKind::Request}, "GET / HTTP/1.1\r\n\r\n");
    MessageDetails details;
    details.setLog(m_log);
    details.showMessage(number);
    const auto *facts = details.findChild<QLabel *>();
    QVERIFY(facts->text().contains(QStringLiteral("still on its way")));
    m_log->arrived(number, 5'000'000'000);
    details.refresh();
    QVERIFY(facts->text().contains(QStringLiteral("5.0000 s")));
}

void TestMessageDetails::aNumberBeyondTheEndIsNone()
{
    MessageDetails details;
    details.showMessage(3);
    QCOMPARE(details.number(), RecordNumber(0));
    details.setLog(m_log);
    details.showMessage(99);
    QCOMPARE(details.number(), RecordNumber(0));
    QVERIFY(details.findChild<QPlainTextEdit *>()->isHidden());
}

QTEST_MAIN(TestMessageDetails)
#include "tst_messagedetails.moc"
