// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>

namespace wiretale::endpoints {

// The paths and header names that both ends of the wire agree on. Literals, so that they cost nothing.
inline constexpr QLatin1StringView Page {"/"};
inline constexpr QLatin1StringView Poll {"/events"};
inline constexpr QLatin1StringView Wait {"/events/wait"};
inline constexpr QLatin1StringView Stream {"/events/stream"};
inline constexpr QLatin1StringView Socket {"/events/socket"};

// Parameters of the query.
inline constexpr QLatin1StringView After {"after"}; // id of the last event seen, 0: none
inline constexpr QLatin1StringView Timeout {"timeout"}; // milliseconds
inline constexpr QLatin1StringView Portions {"portions"}; // 1: answer in several portions
inline constexpr QLatin1StringView LastEventId {"lastEventId"}; // as the header Last-Event-ID
inline constexpr QLatin1StringView Empty {"empty"}; // 204, 304 or 200: the empty answer wanted

// The type of the pseudo-event that tells a client which events it can no longer have. Its data, or in JSON
// its members "from" and "to", name the first and the last id that are gone. It has no id of its own.
inline constexpr QLatin1StringView GapType {"gap"};

} // namespace wiretale::endpoints
