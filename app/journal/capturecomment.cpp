// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/capturecomment.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace wiretale {

RecordComment::RecordComment(RecordNumber number, const Record &record) noexcept
{
    m_text.front() = '#';
    char *end = std::to_chars(m_text.data() + 1, m_text.data() + m_text.size(), number).ptr;
    *end++ = ' ';
    const std::string_view kind(kindName(record.kind));
    m_size = std::copy(kind.begin(), kind.end(), end) - m_text.data();
}

void PendingWords::add(const QString &words)
{
    if (words.isEmpty())
        return;
    QByteArray text = words.toUtf8();
    if (text.size() > LongestWords) {
        qsizetype size = LongestWords;
        while (size > 0 && (quint8(text.at(size)) & 0xc0) == 0x80) // within a character (RFC 3629, 3)
            --size;
        text = text.first(size) + "…";
    }
    if (m_words.size() == MostWords)
        m_words.erase(m_words.begin());
    m_words.push_back(std::move(text));
}

} // namespace wiretale
