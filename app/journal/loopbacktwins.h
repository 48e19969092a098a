// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <deque>

namespace wiretale {

struct CaptureItem;

/// Knows the packets that Linux's "any" interface captures twice: on the loopback each leaves and comes, and
/// both are captured. A segment that TCP sends again leaves twice.
class LoopbackTwins
{
public:
    static constexpr qint64 LongestWayNs = 1'000'000'000;
    static constexpr size_t MostOnTheWay = 4096;

    /// True when the same packet was there on its way out, and has not been met since.
    [[nodiscard]] bool isSecond(const CaptureItem &frame);

private:
    QHash<QByteArray, qint64> m_left; ///< stamps, by how the packets begin
    std::deque<QByteArray> m_order;
};

} // namespace wiretale
