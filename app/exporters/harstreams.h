// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/harexchange.h"

namespace wiretale {

class JsonWriter;

/// Members of an entry that say what a stream carried, message by message, as its client saw it: what it sent
/// at its departure, what it received at its arrival. Times are Unix time in seconds.
///
/// `_webSocketMessages` as Chrome writes it, fragments joined, and `_webSocketFrames`: every frame as it
/// passed, control frames with what they carry.
void writeHarWebSocket(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                       const HarExchange &exchange);
/// `_eventSourceMessages`.
void writeHarEventStream(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                         const HarExchange &exchange);

} // namespace wiretale
