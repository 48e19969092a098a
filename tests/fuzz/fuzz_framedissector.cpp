// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/dissection.h"
#include "tests/fuzz/fuzztarget.h"

using namespace wiretale;

// Both sides of a connection that has become a WebSocket.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    fuzz::Conversation conversation {
        {Direction::ClientToServer,
         "GET /events/socket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"},
        {Direction::ServerToClient,
         "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"},
    };
    for (fuzz::Turn &turn : fuzz::conversationFrom({bytes, qsizetype(size)}))
        conversation.push_back(std::move(turn));
    fuzz::dissectInEveryWay(conversation);
    return 0;
}
