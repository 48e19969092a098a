// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/diagram/timemap.h"

#include <cmath>
#include <limits>

namespace wiretale {

/// Says in which row of pixels times lie that come in rising order, asking the map once a row rather than
/// once a time: a million of them fall into a thousand rows.
class PixelRows
{
public:
    explicit PixelRows(const TimeMap &map) noexcept
        : m_map(map)
    {
    }

    /// The map's y at the upper edge of the row.
    double rowOf(qint64 ns)
    {
        if (ns < m_fromNs || ns >= m_toNs) {
            m_y = std::floor(m_map.yOf(ns));
            m_fromNs = ns;
            m_toNs = m_map.timeOf(m_y + 1);
        }
        return m_y;
    }
    [[nodiscard]] bool isWithinRow(qint64 fromNs, qint64 toNs)
    {
        rowOf(fromNs);
        return toNs < m_toNs;
    }

private:
    const TimeMap &m_map;
    double m_y = 0;
    qint64 m_fromNs = std::numeric_limits<qint64>::max();
    qint64 m_toNs = std::numeric_limits<qint64>::min();
};

} // namespace wiretale
