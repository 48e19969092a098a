// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/eventcontent.h"
#include "client/eventstreamparser.h"

#include <QByteArray>
#include <QByteArrayView>

namespace wiretale {

/// Finds where the blocks of an event stream end (WHATWG HTML, 9.2.5), whatever framing lies around its
/// bytes.
class EventBlocks
{
public:
    EventBlocks();

    enum class Block
    {
        None,
        Event,
        Comments
    };

    /// Looks at the bytes of the stream up to the end of a block; answers how many it looked at. ended()
    /// tells whether the last of them ended one.
    qsizetype scan(QByteArrayView bytes);
    [[nodiscard]] Block ended() const noexcept { return m_ended; }
    /// The events of the block that ended, and a clean slate for the next.
    [[nodiscard]] EventContent takeContent();

private:
    void onEvent(const StreamedEvent &event);

    EventStreamParser m_parser;
    EventContent m_content;
    Block m_ended = Block::None;
    qint64 m_lineLength = 0;
    bool m_isComment = false;
    bool m_hasComments = false;
    bool m_hasFields = false;
    bool m_afterCarriageReturn = false;
};

} // namespace wiretale
