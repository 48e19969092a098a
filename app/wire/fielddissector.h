// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/field.h"
#include "app/wire/record.h"
#include "app/wire/streamlinefields.h"

namespace wiretale {

/// A message, its bytes named.
struct MessageFields
{
    std::vector<Field> fields; ///< cover every byte of the message exactly once
    QByteArray content; ///< what its framing carries: a body without chunk sizes, a payload without its mask
    QByteArray unmasked; ///< the message with its payload unmasked; empty when nothing is masked

    friend bool operator==(const MessageFields &, const MessageFields &) = default;
};

/// Names each byte of the messages of one direction of one exchange: heads and bodies of HTTP (RFC 9112),
/// event streams inside (WHATWG HTML, 9.2.5), WebSocket frames (RFC 6455, 5.2).
///
/// What a piece of a body is depends on what went before, so hand it the messages in their order, beginning
/// with the head. If it gets to see the middle alone, it goes by how the bytes look. Never fails: what it
/// cannot name is FieldKind::Unknown.
class FieldDissector
{
public:
    [[nodiscard]] MessageFields dissect(const Record &record, QByteArrayView bytes);

    /// Whether it can say for sure what a piece of a body is; false before a head was seen.
    [[nodiscard]] bool knowsFraming() const noexcept { return m_framing != Framing::Unseen; }

private:
    enum class Framing
    {
        Unseen,
        Plain,
        Chunked,
        Frames
    };
    enum class Phase
    {
        Size,
        Data,
        End,
        Trailer,
        Over
    };

    void takeHead(const Record &record, QByteArrayView bytes, MessageFields &message);
    void takeFrame(QByteArrayView bytes, MessageFields &message);
    void takeRestOfFrame(QByteArrayView bytes, MessageFields &message);
    void takeBody(QByteArrayView bytes, qint64 begin, MessageFields &message);
    void takeChunks(QByteArrayView bytes, qint64 begin, MessageFields &message);
    [[nodiscard]] std::vector<Field> sizeLine(QByteArrayView bytes, qint64 &at);
    [[nodiscard]] Field dataField(FieldKind kind, QByteArrayView bytes, qint64 begin, qint64 length,
                                  MessageFields &message);
    void guessFraming(const Record &record, QByteArrayView bytes);

    Framing m_framing = Framing::Unseen;
    Phase m_phase = Phase::Size;
    qint64 m_remaining = 0; ///< of a chunk, or of a frame too long for one message
    qint64 m_frameAt = 0; ///< how much of that frame's payload was seen
    QByteArray m_mask; ///< of that frame
    StreamLineFields m_lines;
    bool m_isEventStream = false;
};

} // namespace wiretale
