// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"

namespace wiretale {

/// Writes a capture of so many requests of one client, 10 ms apart.
inline void record(const QString &path, int requests)
{
    const auto log = *TrafficLog::create(1'795'176'000'000'000'000, path);
    Record record;
    record.technique = Technique::AjaxPolling;
    record.connection = 1;
    record.kind = MessageKind::Open;
    log->arrived(log->departed(record, {}, {}), 1'000'000);
    log->named(1, QStringLiteral("somebody"));
    record.kind = MessageKind::Request;
    record.code = quint16(HttpMethod::Get);
    for (int i = 0; i < requests; ++i) {
        const QByteArray bytes = "GET /number/" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
        record.departedNs += 10'000'000;
        record.wireBytes = quint32(bytes.size());
        log->arrived(log->departed(record, bytes, {}), record.departedNs + 4'000'000);
    }
    (void)log->flush();
}

} // namespace wiretale
