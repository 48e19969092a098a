// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace wiretale {

/// What a stretch of a message's bytes is.
enum class FieldKind : quint8
{
    // The head of an HTTP message (RFC 9112, 2 to 5)
    EmptyLine, ///< before the first line
    RequestLine,
    StatusLine,
    Method,
    Path,
    QuestionMark,
    Query,
    Version,
    StatusCode,
    Reason,
    Header,
    HeaderName,
    HeaderValue,
    Trailer, ///< a header behind a chunked body
    HeadEnd, ///< the empty line that ends a head
             // A body and its framing (RFC 9112, 6 and 7)
    Body,
    Chunk,
    ChunkSizeLine,
    ChunkSize,
    ChunkExtension,
    ChunkData,
    ChunkEnd,
    LastChunk,
    BodyEnd, ///< the empty line that ends a chunked body
             // An event stream (WHATWG HTML, 9.2.5)
    ByteOrderMark,
    StreamField,
    StreamComment,
    FieldName,
    FieldValue,
    CommentText,
    BlankLine, ///< ends a block, so that its event is dispatched
               // A WebSocket frame (RFC 6455, 5.2)
    FrameStart, ///< its first byte
    Fin,
    Rsv1,
    Rsv2,
    Rsv3,
    Opcode,
    FrameLength, ///< its second byte
    Mask,
    PayloadLength,
    ExtendedLength,
    MaskingKey,
    Payload,
    CloseCode,
    CloseReason,
    // What stands in several of them
    Space,
    Colon,
    LineEnd,
    Unknown
};
inline constexpr int FieldKindCount = int(FieldKind::Unknown) + 1;

/// A stretch of a message's bytes with a name. A field with children is covered by them, in their order and
/// without a gap, so that every bit of a message belongs to exactly one field without children.
struct Field
{
    FieldKind kind = FieldKind::Unknown;
    quint8 firstBit = 0; ///< from the most significant bit of the byte; only where `bits` is set
    quint8 bits = 0; ///< of one byte; 0: whole bytes
    qint64 begin = 0; ///< in the message
    qint64 length = 0; ///< in bytes
    QString value {}; ///< what the bytes mean, where that is not the text that they are; of a line, its name
    std::vector<Field> children {};

    [[nodiscard]] qint64 end() const noexcept { return begin + length; }
    [[nodiscard]] bool contains(qint64 byte) const noexcept { return byte >= begin && byte < end(); }
    [[nodiscard]] bool isLeaf() const noexcept { return children.empty(); }
    friend bool operator==(const Field &, const Field &) = default;
};

/// What people call it, translated.
[[nodiscard]] QString fieldTitle(FieldKind kind);
/// A sentence on what it is for, translated.
[[nodiscard]] QString fieldExplanation(FieldKind kind);
/// What it says: its value, else its bytes (of the message) as text, shortened.
[[nodiscard]] QString fieldText(const Field &field, QByteArrayView message);

/// From the outermost field to the innermost that has this byte; empty when none has. Of fields that are
/// bits of the byte, the one around them.
[[nodiscard]] std::vector<const Field *> fieldPath(const std::vector<Field> &fields, qint64 byte);
/// Those without children, in the order of their bytes.
[[nodiscard]] std::vector<const Field *> leafFields(const std::vector<Field> &fields);

} // namespace wiretale
