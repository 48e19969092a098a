// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/rule.h"
#include "app/wire/fielddissector.h"
#include "app/wire/framefields.h"

#include <QList>

#include <memory>
#include <vector>

namespace wiretale {

class MessageReader;

/// One header's line, or one of an event stream.
struct NamedLine
{
    QByteArray name; ///< of headers in lower case
    QByteArray value;
    ByteRange where;
};

/// A message before its judges, and what they need of its surroundings.
struct RuleSubject
{
    Record record;
    QByteArray bytes;
    MessageFields message;

    // Heads; also of what was no message because its head is wrong.
    bool isRequest = false;
    bool isResponse = false;
    QByteArray method; ///< of an answer, the request's
    QByteArray target;
    QByteArray version; ///< "HTTP/1.1"
    int status = 0;
    std::vector<NamedLine> headers;
    std::shared_ptr<const RuleSubject> request; ///< of an answer; null when it is not known
    bool isAfterClose = false; ///< an earlier request said that it is the last; a close frame was sent

    /// Last-Event-ID: an earlier stream of the client is there, and none that it had has sent this id.
    bool isUnknownId = false;
    std::shared_ptr<const RuleSubject> before; ///< of what begins no message: the answer that it follows

    // Event streams
    bool isStreamBlock = false;
    std::vector<NamedLine> lines; ///< a comment has no name

    // Frames
    std::optional<FrameFields> frame;
    bool isInMessage = false; ///< a message of several frames has begun and is not over
    QByteArray previousMask; ///< of the frame before it in this direction
    QByteArray text; ///< with the last frame of a text message, all of it
    bool endsText = false;
    bool isUnlikePings = false; ///< a pong: of the pings that came, none carried this, one was not answered
    bool hasDeflate = false; ///< it agreed on permessage-deflate alone; looked up with the next
    bool hasExtensions = false; ///< the handshake agreed on some; looked up only where that matters

    [[nodiscard]] ByteRange whole() const { return {0, bytes.size()}; }
    [[nodiscard]] const NamedLine *header(QByteArrayView name) const;
    [[nodiscard]] qsizetype countOf(QByteArrayView name) const;
    /// The members of a header that is a list, of all its lines (RFC 9110, 5.3); lower case.
    [[nodiscard]] QList<QByteArray> listOf(QByteArrayView name) const;
    /// Whether a header that is a list has this member; lower case.
    [[nodiscard]] bool listHas(QByteArrayView name, QByteArrayView member) const;
    /// The first field of this kind, however deep; null when there is none.
    [[nodiscard]] const Field *field(FieldKind kind) const;
    [[nodiscard]] ByteRange placeOf(FieldKind kind) const;
    [[nodiscard]] bool isHandshake() const { return listHas("upgrade", "websocket"); }
};

/// Reads a message with its surroundings: back over a bounded number of messages of its connection.
[[nodiscard]] RuleSubject ruleSubject(MessageReader &reader, RecordNumber number);
/// Reads a request or an answer by itself, whatever is around it.
[[nodiscard]] RuleSubject headAlone(MessageReader &reader, RecordNumber number);

} // namespace wiretale
