// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/wire/record.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <span>
#include <vector>

namespace wiretale {

/// What a message's packet says of it: "#57 request". Asks for no memory, since one is made for each message
/// while it is under way.
class RecordComment
{
public:
    RecordComment(RecordNumber number, const Record &record) noexcept;

    [[nodiscard]] QByteArrayView text() const noexcept { return {m_text.data(), m_size}; }

private:
    std::array<char, 32> m_text {};
    qsizetype m_size = 0;
};

/// What marks say to people, until a packet comes that carries it: the latest MostWords of them.
class PendingWords
{
public:
    static constexpr size_t MostWords = 16;
    static constexpr qsizetype LongestWords = 4096; ///< bytes; what is longer ends in "…"

    void add(const QString &words);
    void clear() { m_words.clear(); }
    [[nodiscard]] std::span<const QByteArray> all() const noexcept { return m_words; }

private:
    std::vector<QByteArray> m_words;
};

} // namespace wiretale
