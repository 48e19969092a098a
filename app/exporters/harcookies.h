// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/messagehead.h"

#include <optional>

namespace wiretale {

class JsonWriter;

/// The array `cookies` of a request (its Cookie fields) and of a response (Set-Cookie) in HAR 1.2; RFC 6265.
void writeHarCookies(JsonWriter &json, const std::optional<MessageHead> &request);
void writeHarSetCookies(JsonWriter &json, const std::optional<MessageHead> &response);

} // namespace wiretale
