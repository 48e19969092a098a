// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

#include <functional>

namespace wiretale {

class TrafficLog;

/// Looks for text in what all messages carry: bodies without their framing, payloads without their masks,
/// both unpacked, in UTF-8, upper and lower case the same. Text that the end of a piece cuts in two is found
/// in the later piece. Where very many compressed streams go on at a time, those that rested longest are
/// looked through as they were sent. For a thread of its own: reads every byte of the log once.
class BodySearch
{
public:
    /// `found` is called for each message that has it, in order; `goesOn` now and then, with how many of the
    /// log's messages were looked at, and ends the search by answering false.
    using Found = std::function<void(RecordNumber number)>;
    using GoesOn = std::function<bool(RecordNumber looked)>;

    static void run(const TrafficLog &log, const QString &text, const Found &found, const GoesOn &goesOn);
};

} // namespace wiretale
