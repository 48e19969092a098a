// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/connectiondissector.h"
#include "app/wire/eventblocks.h"
#include "app/wire/httphead.h"
#include "app/wire/pendingbytes.h"

#include <deque>
#include <memory>
#include <optional>

namespace wiretale {

/// A request that waits for its answer.
struct AwaitedAnswer
{
    quint32 exchange = 0;
    HttpMethod method = HttpMethod::Unknown;
    Technique technique = Technique::Http;
    bool wantsUpgrade = false;
};

/// Cuts one direction of a connection into HTTP/1 messages (RFC 9112), event streams inside bodies into
/// events.
///
/// Asked for one message at a time, so that whoever asks can turn to frames after an upgrade.
class HttpDissector
{
public:
    /// `awaited` is shared by the two directions: requests go in, answers take them out.
    HttpDissector(Direction direction, std::deque<AwaitedAnswer> &awaited);

    /// The next message at the front of `pending`; its length is 0 when there is none yet, and isHttp() false
    /// when there will be none any more.
    [[nodiscard]] Message next(const PendingBytes &pending);
    /// What is left when the stream pauses (isOver false) or ends: a piece of a body that ends with the
    /// connection. Length 0 when these bytes have to wait, or cannot be told.
    [[nodiscard]] Message rest(const PendingBytes &pending, bool isOver);

    [[nodiscard]] bool isHttp() const noexcept { return m_phase != Phase::NotHttp; }
    /// The last message answered was a 101 to an upgrade, or the request for one.
    [[nodiscard]] bool grantedUpgrade() const noexcept { return m_grantedUpgrade; }
    /// With that 101, an extension of WebSocket.
    [[nodiscard]] bool grantedExtensions() const noexcept { return m_grantedExtensions; }
    [[nodiscard]] bool askedForUpgrade() const noexcept { return m_askedForUpgrade; }
    [[nodiscard]] const std::optional<HttpHead> &firstHead() const noexcept { return m_firstHead; }

private:
    enum class Phase
    {
        Head,
        WholeBody,
        Pieces,
        UntilClose,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        NotHttp
    };
    enum class Step
    {
        GoOn,
        Wait,
        Done
    };

    Step step(const PendingBytes &pending, Message &message);
    Step readHead(const PendingBytes &pending, Message &message);
    Step beginRequest(const HttpHead &head, Message &message);
    Step beginResponse(const HttpHead &head, Message &message);
    Step beginBody(const HttpHead &head, Message &message);
    Step readWhole(const PendingBytes &pending, Message &message);
    Step readPieces(const PendingBytes &pending, Message &message);
    Step readUntilClose(const PendingBytes &pending, Message &message);
    Step readChunkSize(const PendingBytes &pending);
    Step readChunkData(const PendingBytes &pending, Message &message);
    Step readChunkEnd(const PendingBytes &pending, Message &message);
    Step readTrailer(const PendingBytes &pending, Message &message);
    Step endBlock(Message &message);
    Step endMessage(Message &message, MessageKind kind, bool isFinal);
    Step giveUp();
    void takeLines(QByteArrayView data, bool isLast);
    void applyContent(Message &message, EventContent content);
    void judgeEmptiness(Message &message);

    Direction m_direction;
    std::deque<AwaitedAnswer> &m_awaited;
    Phase m_phase = Phase::Head;
    qsizetype m_at = 0; ///< how many of the pending bytes were looked at
    qint64 m_remaining = 0;
    AwaitedAnswer m_current;
    int m_status = 0;
    Message m_head; ///< whole messages: the head while its body is awaited
    qsizetype m_headLength = 0;
    QByteArray m_contentType;
    std::unique_ptr<EventBlocks> m_blocks; ///< set while the body is an event stream
    bool m_blockWaitsForChunkEnd = false;
    EventContent m_content; ///< of the piece in hand
    QByteArray m_line;
    bool m_sawEvents = false;
    bool m_isKeptAlive = true;
    bool m_grantedUpgrade = false;
    bool m_grantedExtensions = false;
    bool m_askedForUpgrade = false;
    quint32 m_requestCount = 0;
    std::optional<HttpHead> m_firstHead;
};

} // namespace wiretale
