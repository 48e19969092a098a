// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wire/eventblocks.h"

#include "common/endpoints.h"

#include <utility>

namespace wiretale {

EventBlocks::EventBlocks()
    : m_parser([this](const StreamedEvent &event) { onEvent(event); })
{
}

qsizetype EventBlocks::scan(QByteArrayView bytes)
{
    m_ended = Block::None;
    qsizetype at = 0;
    while (at < bytes.size() && m_ended == Block::None) {
        const char c = bytes[at++];
        if (c == '\n' && std::exchange(m_afterCarriageReturn, false))
            continue;
        m_afterCarriageReturn = c == '\r';
        if (c != '\r' && c != '\n') {
            if (m_lineLength++ == 0)
                m_isComment = c == ':';
            continue;
        }
        if (m_lineLength > 0) {
            (m_isComment ? m_hasComments : m_hasFields) = true;
            m_lineLength = 0;
        } else if (m_hasFields || m_hasComments) {
            m_ended = m_hasFields ? Block::Event : Block::Comments;
            m_hasFields = false;
            m_hasComments = false;
        }
    }
    m_parser.feed(bytes.first(at));
    return at;
}

EventContent EventBlocks::takeContent()
{
    return std::exchange(m_content, {});
}

void EventBlocks::onEvent(const StreamedEvent &event)
{
    m_content.isEvents = true;
    if (event.type == endpoints::GapType.data()) {
        m_content.hasGap = true;
        return;
    }
    m_content.payloadBytes += quint32(event.data.size());
    bool isNumber = false;
    if (const qint64 id = event.lastEventId.toLongLong(&isNumber); isNumber && id > 0)
        m_content.ids.push_back(id);
}

} // namespace wiretale
