// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/packetbuilder.h"

#include <QHash>
#include <QString>

namespace wiretale {

/// Gives each client an IPv4 address and each of its connections a port, so that no pair of both is used
/// twice. A value: a copy goes on by itself.
///
/// Addresses are 10.0.1.1, 10.0.1.2, ... 10.0.1.250, 10.0.2.1, ...; ports those that IANA leaves free (49152
/// and up), because Wireshark takes others for protocols that they are known for. A client that used all of
/// them gets a further address.
class AddressBook
{
public:
    static constexpr Endpoint server(quint16 port) noexcept { return {0x0a000001, port}; }

    struct Place
    {
        Endpoint endpoint;
        bool isNewAddress = false; ///< and its name is to be told
    };
    [[nodiscard]] Place placeFor(const QString &client);
    /// For a connection whose client is not known.
    [[nodiscard]] Endpoint placeForUnnamed();
    /// The client of such a connection became known; it keeps that address if it has none.
    void adopt(const QString &client, Endpoint endpoint);

private:
    static constexpr quint16 FirstPort = 49152;

    [[nodiscard]] quint32 nextAddress() noexcept;

    QHash<QString, Endpoint> m_lastOf; ///< what the client was given last
    quint32 m_used = 0;
};

} // namespace wiretale
