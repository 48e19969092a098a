// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/messagehead.h"
#include "app/wire/record.h"

#include <QByteArray>
#include <QString>

namespace wiretale {

class ExchangeIndex;
class TrafficLog;

/// One direction of an exchange as it stood on the wire, of WebSockets only the handshake.
struct HarMessage
{
    std::optional<MessageHead> head; ///< nothing when its bytes were not recorded, or are no HTTP
    QByteArray body; ///< with its framing
    QByteArray content; ///< without it, unpacked if that can be done
    bool isUnpacked = false; ///< it was compressed
    bool isPacked = false; ///< it still is: we do not know the coding
    QString note; ///< what is to be said of its content; empty when nothing is
    qint64 wireBytes = 0; ///< 0: nothing passed
};

/// The moments of an exchange in clock nanoseconds; none is before the one above it.
struct HarTimeline
{
    qint64 startedNs = 0; ///< the connection's opening, for its first exchange, or the request's departure
    qint64 departedNs = 0;
    qint64 deliveredNs = 0; ///< the server has the request
    qint64 answeredNs = 0; ///< the client has the first of the answer
    qint64 endedNs = 0;
    bool connects = false; ///< true when it waited for the connection to open
};

/// A request and its answer as the client saw them: what never reached it is not there.
struct HarExchange
{
    RecordNumber number = 0; ///< of the request
    Record record; ///< of the request
    HarMessage request;
    HarMessage response;
    quint16 status = 0; ///< 0: no answer arrived
    Technique technique = Technique::Http;
    HarTimeline timeline;
    bool isWebSocket = false;
    bool isEventStream = false;
    QString error; ///< what went wrong; empty when nothing did
    QString comment;
};

/// `nowNs`: until when what is still going on is counted.
[[nodiscard]] HarExchange readHarExchange(const TrafficLog &log, const ExchangeIndex &index,
                                          RecordNumber request, qint64 nowNs);

} // namespace wiretale
