// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QString>

#include <optional>
#include <vector>

namespace wiretale {

class TrafficLog;

/// One record as the tables (.jsonl, .csv) give it. Times in clock nanoseconds but `wallNs`, which is Unix
/// time; sizes in bytes. The members stand in the order of the columns.
struct RecordRow
{
    RecordNumber number = 0;
    ConnectionNumber connection = 0;
    std::optional<RecordNumber> exchange;
    QString client;
    Technique technique = Technique::Http; ///< of what is not a message: its connection's
    MessageKind kind = MessageKind::Opaque;
    Direction from = Direction::ClientToServer;
    qint64 departedNs = 0;
    std::optional<qint64> arrivedNs; ///< unset for what never arrived, or has not yet
    qint64 wallNs = 0;
    qint64 wireBytes = 0;
    qint64 payloadBytes = 0;
    bool empty = false;
    std::optional<qint64> heldNs; ///< of a response that answers: since its request's arrival
    std::vector<qint64> eventIds;
    QString summary;
};

[[nodiscard]] RecordRow recordRow(const TrafficLog &log, RecordNumber number);

} // namespace wiretale
