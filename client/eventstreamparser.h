// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <optional>

namespace wiretale {

/// What an event stream dispatches (WHATWG HTML, 9.2.6).
struct StreamedEvent
{
    QByteArray type; ///< "message" when the stream named none
    QByteArray data; ///< UTF-8, lines joined by LF
    QByteArray lastEventId; ///< the stream's last id at that moment; empty: none

    friend bool operator==(const StreamedEvent &, const StreamedEvent &) = default;
};

/// Interprets an event stream by the rules of WHATWG HTML, 9.2.5 and 9.2.6, to the letter.
///
/// Feed it bytes as they come, in any pieces. An event is handed out when its blank line was seen; what the
/// stream ends in the middle of is dropped with the parser. A block that grows beyond LargestBlock is no
/// event: the parser then lets go of it, takes nothing more, and says so by isOverrun().
class EventStreamParser
{
public:
    using EventCallback = std::function<void(const StreamedEvent &)>;
    /// A line that begins with a colon; `text` is what follows the colon.
    using CommentCallback = std::function<void(QByteArrayView text)>;

    explicit EventStreamParser(EventCallback onEvent, CommentCallback onComment = {});

    /// Bytes of a line, and of the data of an event, that are kept.
    static constexpr qsizetype LargestBlock = qsizetype(1024) * 1024;

    void feed(QByteArrayView bytes);
    [[nodiscard]] bool isOverrun() const noexcept { return m_isOverrun; }

    /// The last id that the stream set, also by a block without data (9.2.6: it is stored, nothing is
    /// dispatched).
    [[nodiscard]] QByteArray lastEventId() const;
    /// Begin with the id of an earlier connection.
    void setLastEventId(const QByteArray &id);
    /// The reconnection time that the stream last asked for.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const;

private:
    void takeLine();
    void overrun();
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch();

    EventCallback m_onEvent;
    CommentCallback m_onComment;
    QByteArray m_line;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_idBuffer;
    QByteArray m_lastEventId;
    std::optional<std::chrono::milliseconds> m_retry;
    int m_bomBytes = 0;
    bool m_atStart = true;
    bool m_isOverrun = false;
    bool m_afterCarriageReturn = false;
};

} // namespace wiretale
