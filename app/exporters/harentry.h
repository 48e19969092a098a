// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exporters/harexchange.h"

namespace wiretale {

class JsonWriter;

/// One entry of a HAR log, as a value. `page`: the id of its client's page; empty when it has none.
void writeHarEntry(JsonWriter &json, const TrafficLog &log, const ExchangeIndex &index,
                   const HarExchange &exchange, const QString &page);

/// Unix time in nanoseconds as ISO 8601 in UTC, to the microsecond.
[[nodiscard]] QString harTime(qint64 wallNs);

} // namespace wiretale
