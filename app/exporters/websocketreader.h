// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

namespace wiretale {

/// RFC 6455, 5.2, with the mask taken off.
struct WebSocketFrame
{
    quint8 opcode = 0;
    bool fin = false;
    bool masked = false;
    bool compressed = false; ///< RSV1: RFC 7692
    QByteArray payload;

    [[nodiscard]] bool isControl() const noexcept { return opcode >= 8; }
};

/// A whole message, its fragments joined.
struct WebSocketMessage
{
    quint8 opcode = 0; ///< 1 text, 2 binary
    bool compressed = false;
    QByteArray data;
};

/// Turns one direction of an upgraded connection into frames, fed in any pieces. What cannot be a frame ends
/// it.
class WebSocketReader
{
public:
    void feed(QByteArrayView bytes, const std::function<void(const WebSocketFrame &)> &onFrame);

private:
    /// Takes one frame off the buffer; nothing when it is not there whole.
    std::optional<WebSocketFrame> takeFrame();

    QByteArray m_buffer;
    bool m_broken = false;
};

/// Joins the frames of one direction into messages (5.4).
class WebSocketJoiner
{
public:
    /// The message that the frame completes; control frames complete none.
    std::optional<WebSocketMessage> feed(const WebSocketFrame &frame);

private:
    std::optional<WebSocketMessage> m_message;
};

} // namespace wiretale
