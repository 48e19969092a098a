// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/linkprofile.h"
#include "app/wire/wiresink.h"
#include "common/result.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace wiretale {

class Clock;

/// The TCP relay between every client and the server.
///
/// Listens on 127.0.0.1; for each connection opens one to the server, dissects both directions, hands each
/// message to the sink as it departs, holds it for the link's transit time on the clock, and writes it, whole
/// and in order, to the receiver's socket when it arrives. Opening, closing and resetting travel like
/// messages do; a client that only ends its sending is still answered.
class Wire : public QObject
{
    Q_OBJECT

public:
    Wire(Clock &clock, WireSink &sink, QObject *parent = nullptr);
    ~Wire() override;

    enum class PortChoice
    {
        Exactly,
        ThisOrNextFree
    };

    /// Starts to listen; answers the port taken. `serverPort` is the server's on 127.0.0.1. An Error says
    /// that the port is in use and what to do. Not while it listens already.
    Result<quint16> listen(quint16 port, PortChoice choice, quint16 serverPort);
    [[nodiscard]] quint16 port() const noexcept;

    /// Holds for messages that depart from now on; what is in flight keeps its arrival.
    void setLink(const LinkProfile &link);
    [[nodiscard]] LinkProfile link() const;

    /// Bytes that one direction of a connection may hold (in flight, unfinished, unwritten) before the wire
    /// stops reading from its sender. 1 MiB unless set.
    void setHoldLimit(qint64 bytes);

    /// A proxy on the way: a connection on which nothing passed for so long, by the clock, is cut. 0: none.
    void setIdleCut(std::chrono::nanoseconds time);
    /// Tears the connections of the clients that `isMeant` says yes to, by their names. Silently: neither end
    /// is told, but nothing arrives any more. Else both are reset at once. Each cut is a Fault record; what
    /// is in flight is lost. Not from within what the wire tells its sink.
    void cut(const std::function<bool(const QString &client)> &isMeant, bool silently);

    [[nodiscard]] int connectionCount() const noexcept;
    /// Ends every connection at once and stops listening; what is in flight is lost.
    void close();

Q_SIGNALS:
    /// Something went wrong that a person should know of; one translated sentence.
    void failed(const QString &sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wiretale
