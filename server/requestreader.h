// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/requesthead.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <variant>

namespace wiretale {

/// Cuts what a client sends into whole requests, and refuses what breaks the rules or the limits.
///
/// Feed it the bytes in the order in which they came and ask for the next step until it needs more. Knows no
/// socket. After a Refusal it cannot tell where the next request would begin: the connection has to end.
class RequestReader
{
public:
    /// Bytes of a request line with its header lines.
    static constexpr qsizetype MostHeadBytes = qsizetype(16) * 1024;

    struct Request
    {
        RequestHead head;
        QByteArray body; ///< with the chunks' framing taken off

        /// The request written anew: its length in one way, and without the fields that concern the
        /// connection alone. As a handshake it asks for a WebSocket and has no body.
        [[nodiscard]] QByteArray toBytes(bool asHandshake) const;
    };
    struct NeedsMore
    {
    };
    /// The client waits for a 100 before it sends its body.
    struct WantsContinue
    {
    };
    using Step = std::variant<NeedsMore, WantsContinue, Refusal, Request>;

    explicit RequestReader(qsizetype maxBodyBytes);

    void setMaxBodyBytes(qsizetype bytes) noexcept { m_maxBodyBytes = bytes; }
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    [[nodiscard]] Step next();

    /// Bytes fed and not yet handed out.
    [[nodiscard]] qsizetype pendingBytes() const noexcept { return m_buffer.size() + m_body.size(); }
    /// Whether a request has begun and not ended.
    [[nodiscard]] bool isInside() const noexcept { return m_inBody || !m_buffer.isEmpty(); }
    /// What follows the last request: no longer HTTP after an upgrade.
    [[nodiscard]] QByteArray takeRest() { return std::exchange(m_buffer, {}); }

private:
    enum class ChunkPart
    {
        Size,
        Data,
        DataEnd,
        Trailers
    };

    Step readHead();
    Step readPlainBody();
    Step readChunks();
    std::optional<Step> readChunkPart();
    std::optional<Step> readChunkSize();
    std::optional<Step> readTrailer();
    std::optional<QByteArray> takeLine();
    Step finish();
    [[nodiscard]] Refusal tooLarge() const;

    QByteArray m_buffer;
    QByteArray m_body;
    RequestHead m_head;
    qsizetype m_maxBodyBytes;
    qsizetype m_scanned = 0;
    qint64 m_chunkLeft = 0;
    qsizetype m_trailerBytes = 0;
    ChunkPart m_chunkPart = ChunkPart::Size;
    bool m_lineChecked = false;
    bool m_inBody = false;
    bool m_continueAsked = false;
};

} // namespace wiretale
