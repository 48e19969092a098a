// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/plainstream.h"
#include "app/wire/field.h"
#include "app/wire/record.h"

#include <QByteArray>

namespace wiretale {

class Journal;
class MessageReader;

/// What a message carries, its framing taken off: the body of an HTTP message, what a WebSocket message says.
struct MessageBody
{
    /// Nobody reads more than that; a text box with megabytes in it stalls the window.
    static constexpr qsizetype MostBytes = qsizetype(256) * 1024;

    QByteArray bytes {}; ///< unpacked, as far as `packing` says
    QByteArray contentType {}; ///< lower case, without parameters; empty when nobody said
    QByteArray charset {}; ///< lower case; empty when nobody said
    QByteArray coding {}; ///< lower case, such as "gzip" or "permessage-deflate"; empty when not compressed
    qint64 sentBytes = 0; ///< of what was compressed, before it was unpacked
    int messages = 1; ///< how many messages it was put together from
    bool goesOn = false; ///< there is more of it, or will be
    bool isText = false; ///< a WebSocket message of text
    PlainContent::State packing = PlainContent::State::AsSent; ///< the worst of its messages'

    friend bool operator==(const MessageBody &, const MessageBody &) = default;
};

/// Of a streamed head, the body so far; of a fragment of a WebSocket message, the whole message; of any other
/// message, what it carries itself. `number` is from 1 to the journal's size.
[[nodiscard]] MessageBody bodyOf(MessageReader &reader, RecordNumber number);

/// Where the headers of a message stand: of a piece of a body in its head, of a head or a frame in itself; 0
/// when it has none, or they are too far away.
[[nodiscard]] RecordNumber headOf(const Journal &journal, RecordNumber number);

/// The value of the first header of this name (lower case) among a head's fields; empty when there is none.
[[nodiscard]] QByteArray headerValue(const std::vector<Field> &fields, QByteArrayView message,
                                     QByteArrayView name);

} // namespace wiretale
