// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>

#include <vector>

namespace wiretale::fuzz {

/// What one side of a connection says before the other has its turn.
struct Turn
{
    Direction direction = Direction::ClientToServer;
    QByteArray bytes;
};
using Conversation = std::vector<Turn>;

/// The turns of an input: client and server speak alternately, the client first; the byte 0x1E ends a turn.
[[nodiscard]] Conversation conversationFrom(QByteArrayView bytes);

/// Dissects the conversation whole, byte by byte and in uneven pieces: the messages must be the same, and
/// every byte must belong to exactly one. Flushed after each piece, as the wire does it, every byte still
/// must.
void dissectInEveryWay(const Conversation &conversation);

} // namespace wiretale::fuzz
