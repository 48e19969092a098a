// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/field.h"

#include <QCoreApplication>

#include <array>

namespace wiretale {

// What each kind of field is called, and what it is for.

namespace {

struct FieldWords
{
    const char *title;
    const char *explanation;
};

// In the order of FieldKind.
constexpr std::array<FieldWords, FieldKindCount> Words {{
    {QT_TRANSLATE_NOOP("wiretale::Field", "empty line"),
     QT_TRANSLATE_NOOP("wiretale::Field", "An empty line before the message, which a reader skips.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "request line"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What is asked for: a method, a target and the version.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "status line"),
     QT_TRANSLATE_NOOP("wiretale::Field", "How the request ended: the version, a number and a word for it.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "method"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What is to be done with the target.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "path"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Which thing on the server is meant.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "question mark"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Parts the path from the query.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "query"),
     QT_TRANSLATE_NOOP("wiretale::Field",
                       "What the server is told in the target, such as the last id seen.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "version"),
     QT_TRANSLATE_NOOP("wiretale::Field", "The version of HTTP that the sender speaks.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "status code"),
     QT_TRANSLATE_NOOP("wiretale::Field", "How the request ended, for programs: three digits.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "reason"),
     QT_TRANSLATE_NOOP("wiretale::Field", "The same for people; programs do not read it.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "header"),
     QT_TRANSLATE_NOOP("wiretale::Field", "One thing that the sender says about the message.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "header name"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the header speaks of; capitals make no difference.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "header value"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the header says.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "trailer"),
     QT_TRANSLATE_NOOP("wiretale::Field", "A header that comes after the body.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "end of the head"),
     QT_TRANSLATE_NOOP("wiretale::Field", "An empty line: the headers are over, the body may follow.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "body"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the message is sent for.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "chunk"),
     QT_TRANSLATE_NOOP("wiretale::Field",
                       "A piece of a body whose whole length was not known at its start.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "chunk size line"),
     QT_TRANSLATE_NOOP("wiretale::Field", "How many bytes follow in this chunk.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "chunk size"),
     QT_TRANSLATE_NOOP("wiretale::Field", "The number of bytes in the chunk, in hexadecimal digits.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "chunk extension"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the sender adds to the chunk's size; hardly anybody does.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "chunk data"),
     QT_TRANSLATE_NOOP("wiretale::Field", "The piece of the body itself.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "end of the chunk"),
     QT_TRANSLATE_NOOP("wiretale::Field", "A line end that belongs to the framing, not to the body.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "last chunk"),
     QT_TRANSLATE_NOOP("wiretale::Field", "A chunk of no bytes: the body is over.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "end of the body"),
     QT_TRANSLATE_NOOP("wiretale::Field", "An empty line: the message is over, and the next may follow.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "byte order mark"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Allowed once at the start of an event stream, and skipped.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "field of an event"),
     QT_TRANSLATE_NOOP("wiretale::Field", "A line of an event stream: a name, a colon and a value.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "comment"),
     QT_TRANSLATE_NOOP(
         "wiretale::Field",
         "A line that begins with a colon: skipped by the client, but it keeps the connection alive.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "field name"),
     QT_TRANSLATE_NOOP("wiretale::Field", "One of data, event, id and retry; any other is skipped.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "field value"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the field says; it goes into the event's buffers.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "comment text"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Anything; nobody reads it.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "blank line"),
     QT_TRANSLATE_NOOP("wiretale::Field", "The block is over: the event goes to the page.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "first byte of the frame"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Whether the frame ends a message, and what kind of frame it is.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "FIN"),
     QT_TRANSLATE_NOOP("wiretale::Field", "1: the frame is the last of its message.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "RSV1"),
     QT_TRANSLATE_NOOP("wiretale::Field", "0, unless an extension was agreed on; compression uses it.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "RSV2"),
     QT_TRANSLATE_NOOP("wiretale::Field", "0, unless an extension was agreed on.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "RSV3"),
     QT_TRANSLATE_NOOP("wiretale::Field", "0, unless an extension was agreed on.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "opcode"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What kind of frame it is.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "second byte of the frame"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Whether the payload is masked, and how long it is.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "MASK"),
     QT_TRANSLATE_NOOP("wiretale::Field", "1: the payload is masked. Clients always mask, servers never.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "payload length"),
     QT_TRANSLATE_NOOP(
         "wiretale::Field",
         "Up to 125 it is the length; 126 and 127 say that the length follows in two or eight bytes.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "extended length"),
     QT_TRANSLATE_NOOP("wiretale::Field",
                       "The length of a longer payload, the most significant byte first.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "masking key"),
     QT_TRANSLATE_NOOP("wiretale::Field",
                       "Four random bytes: each byte of the payload is combined with one of them by XOR.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "payload"),
     QT_TRANSLATE_NOOP("wiretale::Field", "What the frame is sent for.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "close code"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Why the connection is closed, as a number.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "close reason"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Why the connection is closed, in words.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "space"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Parts what stands on both sides of it.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "colon"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Parts the name from the value.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "line end"),
     QT_TRANSLATE_NOOP("wiretale::Field", "CRLF in HTTP; an event stream may use CR or LF alone as well.")},
    {QT_TRANSLATE_NOOP("wiretale::Field", "other bytes"),
     QT_TRANSLATE_NOOP("wiretale::Field", "Bytes that fit nothing that is known here.")},
}};

} // namespace

QString fieldTitle(FieldKind kind)
{
    return QCoreApplication::translate("wiretale::Field", Words[size_t(kind)].title);
}

QString fieldExplanation(FieldKind kind)
{
    return QCoreApplication::translate("wiretale::Field", Words[size_t(kind)].explanation);
}

} // namespace wiretale
