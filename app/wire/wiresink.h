// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArrayView>

#include <span>

class QString;

namespace wiretale {

/// Where the wire hands its messages to. All calls come from the wire's thread, in the order of clock time,
/// and must not call the wire back.
class WireSink
{
public:
    virtual ~WireSink() = default;

    /// A message left its sender. `bytes` are the message's (record.wireBytes of them), `eventIds` those of
    /// the events in it. Answers the record's number; 0 when it could not be recorded (the wire goes on
    /// regardless).
    virtual RecordNumber departed(const Record &record, QByteArrayView bytes,
                                  std::span<const qint64> eventIds)
        = 0;

    /// The message came to its receiver. Never called for one that was lost.
    virtual void arrived(RecordNumber number, qint64 arrivedNs) = 0;

    /// The message will never arrive: its receiver is gone, or the wire cut the connection.
    virtual void lost(RecordNumber number) = 0;

    /// The wire learned whose connection this is. Called at most once for each connection, as soon as its
    /// first request was seen; until then it belongs to an unnamed client, and for ever if no byte came from
    /// it.
    virtual void named(ConnectionNumber connection, const QString &client) = 0;
};

} // namespace wiretale
