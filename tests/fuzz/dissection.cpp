// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/dissection.h"

#include "app/wire/connectiondissector.h"
#include "tests/fuzz/fuzztarget.h"

#include <array>

namespace wiretale::fuzz {

namespace {

constexpr char TurnEnd = '\x1e';

// What people read of a message must come of any bytes.
void readSummary(const Message &message, QByteArrayView bytes)
{
    Record record;
    record.wireBytes = quint32(message.length);
    record.payloadBytes = message.payloadBytes;
    record.flags = message.flags;
    record.code = message.code;
    record.eventCount = quint16(message.eventIds.size());
    record.kind = message.kind;
    record.direction = message.direction;
    record.technique = message.technique;
    require(!summaryOf(record, bytes, message.eventIds).contains(u'\n'), "a summary is one line");
}

std::vector<Message> dissect(const Conversation &conversation, Pieces pieces, bool flushes)
{
    std::vector<Message> messages;
    std::array<QByteArray, 2> in;
    std::array<QByteArray, 2> out;
    ConnectionDissector dissector([&](const Message &message, QByteArrayView bytes) {
        QByteArray &stream = out[size_t(message.direction)];
        require(message.length > 0, "a message has bytes");
        require(message.length == bytes.size(), "a message is handed out with its bytes");
        require(message.offset == stream.size(), "messages follow each other without a gap");
        stream += bytes;
        messages.push_back(message);
        readSummary(message, bytes);
    });
    for (const Turn &turn : conversation) {
        feedInPieces(turn.bytes, pieces, [&](QByteArrayView piece) {
            dissector.feed(turn.direction, piece);
            if (flushes)
                dissector.flush(turn.direction);
        });
        in[size_t(turn.direction)] += turn.bytes;
    }
    for (const Direction direction : {Direction::ClientToServer, Direction::ServerToClient}) {
        dissector.finish(direction);
        const auto side = size_t(direction);
        require(out[side] == in[side], "every byte belongs to one message");
        require(dissector.bytesHeld(direction) == 0, "nothing is held after the end");
        require(dissector.bytesSeen(direction) == in[side].size(), "every byte was seen");
    }
    return messages;
}

} // namespace

Conversation conversationFrom(QByteArrayView bytes)
{
    Conversation conversation;
    Direction direction = Direction::ClientToServer;
    for (qsizetype begin = 0; begin <= bytes.size();) {
        const qsizetype found = bytes.indexOf(TurnEnd, begin);
        const qsizetype end = found < 0 ? bytes.size() : found;
        conversation.push_back({direction, bytes.sliced(begin, end - begin).toByteArray()});
        direction
            = direction == Direction::ClientToServer ? Direction::ServerToClient : Direction::ClientToServer;
        begin = end + 1;
    }
    return conversation;
}

void dissectInEveryWay(const Conversation &conversation)
{
    const std::vector<Message> whole = dissect(conversation, Pieces::Whole, false);
    require(dissect(conversation, Pieces::Bytes, false) == whole, "byte by byte gives the same messages");
    require(dissect(conversation, Pieces::Uneven, false) == whole, "uneven pieces give the same messages");
    static_cast<void>(dissect(conversation, Pieces::Uneven, true));
}

} // namespace wiretale::fuzz
