// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/ipfragments.h"

#include <algorithm>
#include <utility>

namespace wiretale {

namespace {

constexpr qint64 LongestPacket = 65'535;

} // namespace

std::optional<IpPacket> IpFragments::take(const IpPacket &fragment, qint64 stampNs)
{
    if (!mayHoldTcp(fragment) || fragment.offset + fragment.contentSize > LongestPacket
        || fragment.contentSize <= 0)
        return std::nullopt;
    // Of version 4 the protocol tells apart, too; of version 6 only the first fragment's means something.
    const Key key {fragment.source, fragment.destination, fragment.id,
                   fragment.isVersion6 ? quint8(0) : fragment.protocol};
    if (!m_waiting.contains(key)) {
        makeRoom(stampNs);
        m_waiting[key].sinceNs = stampNs;
    }
    Parts &parts = m_waiting[key];
    add(parts, fragment);
    const auto first = parts.have.begin();
    if (parts.size < 0 || first == parts.have.end() || first->first > 0 || first->second < parts.size)
        return std::nullopt;
    m_whole = std::move(parts.bytes);
    m_whole.truncate(parts.size);
    IpPacket whole = fragment;
    whole.protocol = parts.protocol;
    whole.content = m_whole;
    whole.contentSize = parts.size;
    whole.offset = 0;
    whole.hasMore = false;
    m_waiting.erase(key);
    // Behind the fragment's header others may follow.
    if (whole.isVersion6 && !passExtensions(whole))
        return std::nullopt;
    return whole;
}

void IpFragments::makeRoom(qint64 stampNs)
{
    std::erase_if(m_waiting,
                  [stampNs](const auto &each) { return stampNs - each.second.sinceNs > LongestWaitNs; });
    if (m_waiting.size() < MostPackets)
        return;
    m_waiting.erase(
        std::ranges::min_element(m_waiting, {}, [](const auto &each) { return each.second.sinceNs; }));
}

void IpFragments::add(Parts &parts, const IpPacket &fragment)
{
    const qint64 captured = std::min<qint64>(fragment.content.size(), fragment.contentSize);
    const qint64 end = fragment.offset + captured;
    if (fragment.offset == 0)
        parts.protocol = fragment.protocol;
    if (!fragment.hasMore && parts.size < 0)
        parts.size = fragment.offset + fragment.contentSize;
    if (parts.bytes.size() < end)
        parts.bytes.resize(end);
    // What is there stays; only what lies between is filled.
    qint64 at = fragment.offset;
    std::map<qint64, qint64> added;
    for (const auto &[haveBegin, haveEnd] : parts.have) {
        if (at < std::min(haveBegin, end))
            added.emplace(at, std::min(haveBegin, end));
        at = std::max(at, haveEnd);
    }
    if (at < end)
        added.emplace(at, end);
    for (const auto &[begin, stop] : added)
        std::copy_n(fragment.content.data() + (begin - fragment.offset), stop - begin,
                    parts.bytes.begin() + begin);
    parts.have.merge(added);
    for (auto each = parts.have.begin(); each != parts.have.end();) {
        const auto next = std::next(each);
        if (next == parts.have.end() || next->first > each->second) {
            each = next;
        } else {
            each->second = std::max(each->second, next->second);
            parts.have.erase(next);
        }
    }
}

} // namespace wiretale
