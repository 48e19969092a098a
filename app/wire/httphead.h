// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace wiretale {

/// What the head of an HTTP/1 message says about the bytes that follow it (RFC 9112, 2 to 6).
struct HttpHead
{
    HttpMethod method = HttpMethod::Unknown; ///< requests
    QByteArray target; ///< requests
    int status = 0; ///< responses
    QByteArray contentType; ///< lower case, without parameters
    QByteArray contentEncoding; ///< lower case; empty when the body is not compressed
    QByteArray userAgent;
    std::optional<qint64> contentLength;
    bool isChunked = false;
    bool isKeptAlive = true;
    bool hasExtensions = false; ///< of WebSocket
    bool wantsUpgrade = false; ///< `Upgrade: websocket` with `Connection: Upgrade`
};

/// Both read a whole head, with or without empty lines before it; nothing when it is malformed.
[[nodiscard]] std::optional<HttpHead> requestHeadFrom(QByteArrayView bytes);
[[nodiscard]] std::optional<HttpHead> responseHeadFrom(QByteArrayView bytes);

/// Whether a stream that begins so can still become a head in this direction.
[[nodiscard]] bool canBeginHead(Direction direction, QByteArrayView bytes) noexcept;

} // namespace wiretale
