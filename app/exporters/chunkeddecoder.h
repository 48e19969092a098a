// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace wiretale {

/// Takes the chunked framing off a body (RFC 9112, 7.1), in any pieces. What breaks the framing ends the
/// body.
class ChunkedDecoder
{
public:
    /// The content in the bytes.
    [[nodiscard]] QByteArray feed(QByteArrayView bytes);
    /// True when the last chunk and the trailer section were seen whole.
    [[nodiscard]] bool isComplete() const noexcept { return m_state == State::Complete; }

private:
    enum class State
    {
        SizeLine,
        Content,
        ContentEnd,
        Trailers,
        Complete,
        Broken
    };

    void takeLine();

    State m_state = State::SizeLine;
    qint64 m_left = 0; ///< of the chunk's content
    QByteArray m_line;
};

} // namespace wiretale
