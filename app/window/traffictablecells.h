// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

#include <optional>

namespace wiretale {

class Journal;

/// The columns of the traffic table, in the order in which they stand at first.
enum class TrafficColumn : quint8
{
    Number,
    Time,
    Client,
    Technique,
    Direction,
    Kind,
    Summary,
    WireBytes,
    PayloadBytes,
    Held,
    Transit
};
inline constexpr int TrafficColumnCount = 11;

[[nodiscard]] QString columnTitle(TrafficColumn column);
/// A sentence on what stands in the column.
[[nodiscard]] QString columnExplanation(TrafficColumn column);
[[nodiscard]] bool isNumeric(TrafficColumn column) noexcept;
/// About the longest text that a column shows, for its first width.
[[nodiscard]] QString columnSample(TrafficColumn column);

/// What a cell says of a record as it was at `nowNs`; not for the summary, which has to be read.
[[nodiscard]] QString cellText(const Journal &journal, RecordNumber number, TrafficColumn column,
                               qint64 nowNs);
/// By what a numeric column is sorted; nothing where its cell is empty.
[[nodiscard]] std::optional<qint64> cellNumber(const Journal &journal, RecordNumber number,
                                               TrafficColumn column, qint64 nowNs);

} // namespace wiretale
