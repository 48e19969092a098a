// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journal/addressbook.h"

namespace wiretale {

AddressBook::Place AddressBook::placeFor(const QString &client)
{
    const auto last = m_lastOf.find(client);
    if (last != m_lastOf.end() && last->port != 65535) {
        ++last->port;
        return {*last, false};
    }
    const Endpoint endpoint = placeForUnnamed();
    m_lastOf.insert(client, endpoint);
    return {endpoint, true};
}

Endpoint AddressBook::placeForUnnamed()
{
    return {nextAddress(), FirstPort};
}

void AddressBook::adopt(const QString &client, Endpoint endpoint)
{
    if (!m_lastOf.contains(client))
        m_lastOf.insert(client, endpoint);
}

quint32 AddressBook::nextAddress() noexcept
{
    const quint32 index = m_used++;
    const quint32 low = 1 + index % 250;
    const quint32 middle = 1 + index / 250 % 250;
    const quint32 high = index / 62500 % 256;
    return quint32(10) << 24 | high << 16 | middle << 8 | low;
}

} // namespace wiretale
