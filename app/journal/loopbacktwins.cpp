// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/loopbacktwins.h"

#include "app/journal/capturesource.h"
#include "app/journal/ippacket.h"

#include <algorithm>

namespace wiretale {

namespace {

// Both headers with all their options, in which no two packets of a connection are alike.
constexpr qsizetype Telling = 128;

} // namespace

bool LoopbackTwins::isSecond(const CaptureItem &frame)
{
    const CookedWay way = cookedWayOf(frame);
    if (way == CookedWay::Unknown)
        return false;
    const QByteArrayView ip = ipBytesIn(frame);
    const QByteArray key
        = ip.first(std::min(ip.size(), Telling)).toByteArray() + QByteArray::number(ip.size());
    if (way == CookedWay::In) {
        const auto left = m_left.constFind(key);
        const bool isTwin = left != m_left.cend() && frame.stampNs - *left <= LongestWayNs;
        if (isTwin)
            m_left.erase(left);
        return isTwin;
    }
    m_left.insert(key, frame.stampNs);
    m_order.push_back(key);
    if (m_order.size() > MostOnTheWay) {
        m_left.remove(m_order.front());
        m_order.pop_front();
    }
    return false;
}

} // namespace wiretale
