// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace wiretale {

/// How long to wait after one failure after another: 1, 2, 4 … up to 30 s.
class Backoff
{
public:
    static constexpr std::chrono::seconds First {1};
    static constexpr std::chrono::seconds Longest {30};

    /// The wait after one more failure.
    std::chrono::seconds next() noexcept
    {
        const std::chrono::seconds wait = m_next;
        m_next = std::min(m_next * 2, Longest);
        return wait;
    }
    void reset() noexcept { m_next = First; }

private:
    std::chrono::seconds m_next = First;
};

} // namespace wiretale
