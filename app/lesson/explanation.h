// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

namespace wiretale {

class TrafficLog;

/// What something on the diagram is, why it is there now and what it costs, for people who see it for the
/// first time. Plain text, translated; whoever shows it as HTML escapes it.
struct Explanation
{
    QString title;
    QString text; ///< two to four sentences
    QString specification; ///< "RFC 9110, 15.3.5"; empty where no standard speaks of it

    friend bool operator==(const Explanation &, const Explanation &) = default;
};

/// What can be pointed at in the diagram and is no message of its own: the kinds of line in its legend, and
/// what stands around the arrows.
enum class DiagramThing : quint8
{
    // The lines and heads of messages, in the legend's order.
    OpeningLine,
    ClosingLine,
    RequestLine,
    AnswerLine,
    EmptyAnswerLine,
    PortionLine,
    EventLine,
    HeartbeatLine,
    HandshakeLine,
    FrameLine,
    ControlFrameLine,
    FaultLine,
    OtherBytesLine,
    // The rest.
    ClientLifeline,
    ServerLifeline,
    ConnectionBar,
    HeldBar, ///< an activation of the server while a request waits
    StreamingBar, ///< an activation while an answer goes on
    InFlight, ///< an arrow that has not come to its end
    CutArrow, ///< an arrow that never will
    DenseStroke, ///< messages too many to be drawn one by one
    Fold, ///< a stretch of time left out
    NowLine,
    TimeRuler,
};
inline constexpr int DiagramThingCount = int(DiagramThing::TimeRuler) + 1;

/// Explains a message of the log by its own numbers; `number` is from 1 to the journal's size. Looks back
/// over a bounded number of records, so that it costs some milliseconds at the most, however long the journal
/// is: what lies further back is left unsaid. Times are clock times.
[[nodiscard]] Explanation explain(const TrafficLog &log, RecordNumber number);

[[nodiscard]] Explanation explain(DiagramThing thing);

} // namespace wiretale
