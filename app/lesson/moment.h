// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"
#include "common/result.h"

#include <QString>

#include <chrono>

namespace wiretale {

/// What kind of message a moment speaks of.
enum class MessageChoice : quint8
{
    Any,
    Opening,
    Closing,
    Request,
    Response,
    EmptyResponse,
    ErrorResponse, ///< 4xx and 5xx
    HeldRequest, ///< one that asks the server to hold it
    Portion,
    PushedEvent,
    Heartbeat, ///< a comment line, or the server's ping
    Handshake,
    Frame,
    TextFrame,
    Ping,
    Pong,
    CloseFrame,
    Fault,
    Gap,
    LostMessage,
};

/// A moment of a run, named in words: "at 3s", "second empty response of ajax-polling-1 delivered",
/// "event 3 published". What a lesson's chapters, questions and actions wait for, and what "run until" does.
struct Moment
{
    enum class Kind : quint8
    {
        Start,
        At, ///< clock time since the beginning
        After, ///< clock time since the chapter before began
        Message,
        EventPublished,
        EventMessage, ///< a message that carries the event
    };

    Kind kind = Kind::Start;
    std::chrono::nanoseconds time {0}; ///< At, After
    int ordinal = 1; ///< Message
    MessageChoice choice = MessageChoice::Any; ///< Message
    bool delivered = false; ///< a message's arrival, rather than its departure
    qint64 eventId = 0; ///< EventPublished, EventMessage
    QString client {}; ///< whose message; a kind of client for all of the kind; empty: anybody's
    QString filter {}; ///< Message: what else it must be, in the language of Filter

    friend bool operator==(const Moment &, const Moment &) = default;
};

/// Reads the words of resources/lessons/README.md, "moments". An Error is one sentence; its column (from 1)
/// is where in the words the fault lies.
[[nodiscard]] Result<Moment> momentFromText(const QString &words);

/// True when a record that departed is of this kind. `LostMessage` is none of a record's own.
[[nodiscard]] bool isOfChoice(const Record &record, MessageChoice choice) noexcept;

} // namespace wiretale
