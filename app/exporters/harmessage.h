// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/harexchange.h"

namespace wiretale {

class JsonWriter;

/// The exchange's URL: scheme and host from its Host field, every byte that no URL may have encoded.
[[nodiscard]] QByteArray harUrl(const HarExchange &exchange);
/// The port in the Host field; empty when there is none.
[[nodiscard]] QByteArray harServerPort(const HarExchange &exchange);

/// The objects `request` and `response` of an entry (HAR 1.2), as values.
void writeHarRequest(JsonWriter &json, const HarExchange &exchange);
void writeHarResponse(JsonWriter &json, const HarExchange &exchange);

} // namespace wiretale
