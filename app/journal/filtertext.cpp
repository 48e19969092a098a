// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/filtertext.h"

#include "app/journal/filternode.h"

namespace wiretale {

namespace {

void unmask(QByteArray &frame)
{
    constexpr qsizetype MaskSize = 4;
    const int length = frame.size() < 2 ? 0 : quint8(frame.at(1)) & 0x7f;
    const qsizetype maskAt = length == 126 ? 4 : length == 127 ? 10 : 2;
    const qsizetype payloadAt = maskAt + MaskSize;
    if (frame.size() <= payloadAt)
        return;
    char *data = frame.data();
    for (qsizetype i = payloadAt; i < frame.size(); ++i)
        data[i] = char(quint8(data[i]) ^ quint8(data[maskAt + (i - payloadAt) % MaskSize]));
}

} // namespace

MessageText::MessageText(const Record &record, QByteArray bytes)
    : MessageText(std::move(bytes))
{
    if (record.kind == MessageKind::Frame && record.has(RecordFlag::Masked))
        unmask(m_bytes);
}

MessageText::MessageText(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

bool MessageText::contains(const FilterCondition &condition)
{
    if (!condition.ascii.pattern().isEmpty()) {
        if (!m_lowerAscii)
            m_lowerAscii = m_bytes.toLower();
        return condition.ascii.indexIn(*m_lowerAscii) >= 0;
    }
    if (!m_text)
        m_text = QString::fromUtf8(m_bytes);
    return m_text->contains(condition.text, Qt::CaseInsensitive);
}

} // namespace wiretale
