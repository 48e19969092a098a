// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <vector>

namespace wiretale {

class Journal;

/// One bar of the waterfall of an exchange, in clock nanoseconds.
struct TimingBar
{
    enum class Kind : quint8
    {
        Opening, ///< the connection opens for the request
        Request, ///< the request travels
        Held, ///< the server has it and does not answer
        Answer, ///< the answer, or its first message, travels
        Streaming, ///< the answer goes on
        Message ///< the message chosen travels, when it is none of those
    };

    Kind kind = Kind::Message;
    qint64 fromNs = 0;
    qint64 toNs = 0;
    RecordNumber record = 0; ///< the message that it is about; 0: none
    bool isOpen = false; ///< not over at the moment asked about
    bool isLost = false; ///< the message never arrived

    friend bool operator==(const TimingBar &, const TimingBar &) = default;
};

/// How the time went by in the exchange that a message belongs to, from the first to the last, as it was at
/// `nowNs`. Bars follow each other: sent, arrived, held, answered, arrived. Of a message that belongs to no
/// exchange, its own way.
[[nodiscard]] std::vector<TimingBar> timingOf(const Journal &journal, RecordNumber number, qint64 nowNs);

} // namespace wiretale
