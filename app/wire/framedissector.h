// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/connectiondissector.h"
#include "app/wire/eventcontent.h"
#include "app/wire/pendingbytes.h"

namespace wiretale {

/// Cuts one direction of a WebSocket into frames (RFC 6455, 5.2).
class FrameDissector
{
public:
    /// `hasExtensions`: the handshake agreed on some, which give the reserved bits a meaning (RFC 6455, 5.2).
    FrameDissector(Direction direction, quint32 exchange, bool hasExtensions);

    /// The next message at the front of `pending`; its length is 0 when more bytes are needed.
    [[nodiscard]] Message next(const PendingBytes &pending);

private:
    [[nodiscard]] Message blank(MessageKind kind) const;
    void readPayload(Message &frame, QByteArrayView payload, QByteArrayView mask);

    Direction m_direction;
    quint32 m_exchange;
    bool m_hasExtensions;
    qint64 m_remaining = 0; ///< of a frame too long for one message
    QByteArray m_text; ///< of a message in several frames, as far as it came
    bool m_isText = false;
    bool m_isTooLong = false;
};

} // namespace wiretale
