// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/exporters/traffic.h"

#include <QFile>

namespace wiretale {

Traffic::Traffic()
    : m_log(TrafficLog::create(WallStartNs).value())
{
}

void Traffic::wait(qint64 milliseconds)
{
    m_nowNs += milliseconds * Millisecond;
    while (!m_inFlight.empty() && m_inFlight.begin()->first <= m_nowNs) {
        const auto [arrivedNs, number] = *m_inFlight.begin();
        m_inFlight.erase(m_inFlight.begin());
        m_log->arrived(number, arrivedNs);
    }
}

ConnectionNumber Traffic::open(const QString &client)
{
    const ConnectionNumber connection = ++m_connections;
    send(connection,
         {.kind = MessageKind::Open, .direction = Direction::ClientToServer, .bytes = {}, .eventIds = {}});
    wait(TransitNs * 2 / Millisecond);
    m_log->named(connection, client);
    return connection;
}

RecordNumber Traffic::send(ConnectionNumber connection, const Message &message)
{
    Record record;
    record.departedNs = m_nowNs;
    record.wallNs = WallStartNs + m_nowNs;
    record.wireBytes = quint32(message.bytes.size());
    record.payloadBytes = message.payloadBytes;
    record.connection = connection;
    record.exchange = message.exchange;
    record.flags = message.flags;
    record.code = message.code;
    record.eventCount = quint16(message.eventIds.size());
    record.kind = message.kind;
    record.direction = message.direction;
    record.technique = message.technique;
    const RecordNumber number = m_log->departed(record, message.bytes, message.eventIds);
    m_bytesFed[connection] += message.bytes.size();
    m_inFlight.emplace(m_nowNs + TransitNs, number);
    return number;
}

RecordNumber Traffic::close(ConnectionNumber connection, Direction from)
{
    return send(connection, {.kind = MessageKind::Close, .direction = from, .bytes = {}, .eventIds = {}});
}

void Traffic::lose(RecordNumber number)
{
    std::erase_if(m_inFlight, [number](const auto &entry) { return entry.second == number; });
    m_log->lost(number);
}

void Traffic::settle()
{
    wait(TransitNs / Millisecond);
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace wiretale
