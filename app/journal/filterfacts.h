// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

namespace wiretale {

class Journal;

/// A length of time that belongs to a message, as it is known at a moment of the clock (`nowNs`): what came
/// later does not count.
struct MessageSpan
{
    enum class State : quint8
    {
        None, ///< the message has no such time, and will have none
        Awaited, ///< it has not begun yet
        Growing, ///< it has lasted `ns` so far
        Known
    };

    State state = State::None;
    qint64 ns = 0;

    friend bool operator==(const MessageSpan &, const MessageSpan &) = default;
};

/// From the request's arrival to the departure of its answer: of the request, and of the response that
/// answers it.
[[nodiscard]] MessageSpan heldSpan(const Journal &journal, RecordNumber number, const Record &record,
                                   qint64 nowNs);
/// From departure to arrival.
[[nodiscard]] MessageSpan transitSpan(const Record &record, qint64 nowNs) noexcept;
/// Its own technique; of what is not a message (opening, closing, fault) its connection's.
[[nodiscard]] Technique techniqueOf(const Journal &journal, const Record &record);

} // namespace wiretale
