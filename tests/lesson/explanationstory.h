// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journal/trafficlog.h"
#include "app/lesson/explanation.h"

#include <memory>
#include <span>

namespace wiretale {

/// A log that is told message after message, each with as many bytes as it says.
class ExplanationStory
{
public:
    static constexpr qint64 Ms = 1'000'000;

    ExplanationStory()
        : log(TrafficLog::create(0).value())
    {
    }

    RecordNumber add(Record record, std::span<const qint64> ids = {}, const QByteArray &bytes = {})
    {
        QByteArray all = bytes;
        if (all.isEmpty())
            all = QByteArray(qsizetype(record.wireBytes), 'x');
        record.wireBytes = quint32(all.size());
        record.eventCount = quint16(ids.size());
        const RecordNumber number = log->departed(record, all, ids);
        if (record.arrivedNs != Record::NotArrived)
            log->arrived(number, record.arrivedNs);
        return number;
    }

    void open(ConnectionNumber connection, const QString &client, qint64 atNs = 0)
    {
        Record record;
        record.kind = MessageKind::Open;
        record.connection = connection;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        add(record);
        log->named(connection, client);
    }

    RecordNumber request(Technique technique, qint64 atNs, const QByteArray &target,
                         ConnectionNumber connection = 1, const QByteArray &headers = {})
    {
        Record record;
        record.kind = MessageKind::Request;
        record.technique = technique;
        record.code = quint16(HttpMethod::Get);
        record.connection = connection;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        record.flags = RecordFlag::Final | RecordFlag::KeepAlive;
        return add(record, {}, "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    RecordNumber answer(RecordNumber request, quint16 status, qint64 atNs,
                        RecordFlag flags = RecordFlag::None, std::span<const qint64> ids = {})
    {
        const Record asked = log->journal().at(request);
        Record record;
        record.kind = MessageKind::Response;
        record.direction = Direction::ServerToClient;
        record.technique = asked.technique;
        record.code = status;
        record.connection = asked.connection;
        record.exchange = request;
        record.departedNs = atNs;
        record.arrivedNs = atNs + 10 * Ms;
        record.flags = flags | RecordFlag::Final | RecordFlag::KeepAlive;
        record.wireBytes = 64;
        record.payloadBytes = ids.empty() ? 0 : 20;
        return add(record, ids);
    }

    std::shared_ptr<TrafficLog> log;
};

} // namespace wiretale
