// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagebody.h"
#include "app/journal/messagereader.h"
#include "tests/journal/dissectedlog.h"

#include <QTest>

using namespace wiretale;

// What messages carry, read from a log that the dissectors filled.
class TestMessageBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAnswersBody();
    void aStreamedBodyFromItsHead();
    void aPieceHasItsOwnAndTheHeadsType();
    void aWebSocketMessageFromAnyOfItsFrames();
    void aLongBodyIsCut();
    void readingOnAndBackIsTheSame();

private:
    void pass(Direction direction, const QByteArray &bytes)
    {
        if (direction == Direction::ClientToServer)
            m_said->ask(bytes);
        else
            m_said->answer(bytes);
    }
    [[nodiscard]] RecordNumber last() const { return m_said->last(); }

    std::unique_ptr<DissectedLog> m_said;
};

void TestMessageBody::init()
{
    m_said = std::make_unique<DissectedLog>();
}

void TestMessageBody::anAnswersBody()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"ISO-8859-1\"; x=y\r\nContent-Encoding: "
         "identity\r\nContent-Length: 3\r\n\r\nh\xE9y");
    MessageReader reader(m_said->log());
    QCOMPARE(bodyOf(reader, last()),
             (MessageBody {.bytes = "h\xE9y", .contentType = "text/html", .charset = "iso-8859-1"}));
    QCOMPARE(bodyOf(reader, last() - 1), MessageBody {});
}

void TestMessageBody::aStreamedBodyFromItsHead()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    const RecordNumber head = last();
    pass(Direction::ServerToClient, "2\r\nab\r\n1\r\nc\r\n");
    MessageReader reader(m_said->log());
    MessageBody expected {.bytes = "abc", .contentType = "text/plain", .messages = 3, .goesOn = true};
    QCOMPARE(bodyOf(reader, head), expected);
    pass(Direction::ServerToClient, "0\r\n\r\n");
    expected.messages = 4;
    expected.goesOn = false;
    QCOMPARE(bodyOf(reader, head), expected);
}

void TestMessageBody::aPieceHasItsOwnAndTheHeadsType()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
         "9\r\ndata: 1\n\n\r\n12\r\ndata: 2\n\ndata: 3\n\n\r\n");
    MessageReader reader(m_said->log());
    // The second event of a chunk, which has neither size nor an end of its own.
    QCOMPARE(bodyOf(reader, last()),
             (MessageBody {.bytes = "data: 3\n\n", .contentType = "text/event-stream"}));
    QCOMPARE(bodyOf(reader, last() - 1).bytes, QByteArray("data: 2\n\n"));
}

void TestMessageBody::aWebSocketMessageFromAnyOfItsFrames()
{
    pass(Direction::ClientToServer,
         "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    pass(Direction::ServerToClient,
         "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    // RFC 6455, 5.7, with a ping between the fragments.
    pass(Direction::ServerToClient,
         QByteArray::fromHex("010348656c"
                             "89026869"
                             "80026c6f"));
    MessageReader reader(m_said->log());
    const MessageBody whole {.bytes = "Hello", .messages = 2, .isText = true};
    QCOMPARE(bodyOf(reader, last()), whole);
    QCOMPARE(bodyOf(reader, last() - 2), whole);
    QCOMPARE(bodyOf(reader, last() - 1), (MessageBody {.bytes = "hi"}));
}

void TestMessageBody::aLongBodyIsCut()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const qint64 size = MessageBody::MostBytes + 100;
    pass(Direction::ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
    const RecordNumber head = last();
    pass(Direction::ServerToClient, QByteArray(size, 'x'));
    MessageReader reader(m_said->log());
    const MessageBody body = bodyOf(reader, head);
    QCOMPARE(body.bytes.size(), MessageBody::MostBytes);
    QVERIFY(body.goesOn);
}

void TestMessageBody::readingOnAndBackIsTheSame()
{
    pass(Direction::ClientToServer, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QByteArray stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray blocks = "data: 1\n\nid: 7\ndata: 23\n\n:c\n";
    for (int i = 0; i < 40; ++i)
        stream += QByteArray::number(blocks.size(), 16) + "\r\n" + blocks + "\r\n1\r\n\n\r\n";
    pass(Direction::ServerToClient, stream);
    MessageReader onwards(m_said->log());
    std::vector<MessageFields> messages;
    for (RecordNumber number = 1; number <= last(); ++number)
        messages.push_back(onwards.read(number));
    QVERIFY(messages.size() > 100);
    MessageReader back(m_said->log());
    for (RecordNumber number = last(); number >= 1; --number)
        QCOMPARE(back.read(number), messages.at(number - 1));
}

QTEST_GUILESS_MAIN(TestMessageBody)
#include "tst_messagebody.moc"
