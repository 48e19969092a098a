// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/messagereader.h"
#include "tests/journal/dissectedlog.h"
#include "tests/journal/packed.h"

#include <QTest>

using namespace wiretale;

/// How far back it looks for what a compressed message goes on from.
class TestMessageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMessageBehindTooManyIsOutOfReach();
    void aMessageBehindTooMuchIsOutOfReach();

private:
    QByteArray say(const QByteArray &plain)
    {
        const QByteArray packed = m_packer->message(plain);
        const auto size = quint16(packed.size());
        m_said->answer("\xc1\x7e" + QByteArray(1, char(size >> 8)) + QByteArray(1, char(size)) + packed);
        return packed;
    }

    std::unique_ptr<DissectedLog> m_said;
    std::unique_ptr<Packer> m_packer;
    RecordNumber m_handshake = 0;
};

using State = PlainContent::State;

void TestMessageReader::init()
{
    m_said = std::make_unique<DissectedLog>();
    m_packer = std::make_unique<Packer>(Packer::Format::Deflate);
    m_said->upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n");
    m_handshake = m_said->last();
}

void TestMessageReader::aMessageBehindTooManyIsOutOfReach()
{
    QByteArray packed;
    for (int i = 0; i < 3'000; ++i)
        packed = say("Hello");
    MessageReader reader(m_said->log());
    QCOMPARE(reader.plain(m_said->last()), (PlainContent {packed, "permessage-deflate", State::OutOfReach}));
    // One after the other nothing is.
    for (RecordNumber number = m_handshake + 1; number <= m_said->last(); ++number)
        QCOMPARE(reader.plain(number).bytes, QByteArray("Hello"));
}

void TestMessageReader::aMessageBehindTooMuchIsOutOfReach()
{
    const QByteArray bomb(PlainStream::MostPlain - 1, 'x');
    for (int i = 0; i < 20; ++i)
        (void)say(bomb);
    const QByteArray packed = say("Hello");
    const RecordNumber end = m_said->last();
    MessageReader reader(m_said->log());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(reader.plain(end), (PlainContent {packed, "permessage-deflate", State::OutOfReach}));
    QVERIFY(reader.plain(m_handshake + 8) == (PlainContent {bomb, "permessage-deflate", State::Plain}));
    QCOMPARE(reader.plain(end).state, State::OutOfReach);
    for (RecordNumber number = m_handshake + 1; number < end; ++number)
        QCOMPARE(reader.plain(number).bytes.size(), bomb.size());
    QCOMPARE(reader.plain(end), (PlainContent {"Hello", "permessage-deflate", State::Plain}));
}

QTEST_GUILESS_MAIN(TestMessageReader)
#include "tst_messagereader.moc"
