// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journal/capturefixture.h"

using namespace wiretale;
using enum Direction;

namespace {

QByteArray textFrame(const QByteArray &text, bool isMasked)
{
    // RFC 6455, 5.2; up to 125 bytes
    QByteArray frame;
    frame += char(0x81);
    frame += char(text.size() | (isMasked ? 0x80 : 0));
    if (!isMasked)
        return frame + text;
    const QByteArray mask = QByteArrayLiteral("\x12\x34\x56\x78");
    frame += mask;
    for (qsizetype i = 0; i < text.size(); ++i)
        frame += char(text.at(i) ^ mask.at(i % 4));
    return frame;
}

} // namespace

Traffic::Traffic(TrafficLog &log, qint64 transitNs)
    : m_log(log)
    , m_transitNs(transitNs)
{
}

void Traffic::wait(qint64 ns)
{
    const qint64 untilNs = m_nowNs + ns;
    while (!m_due.empty() && m_due.begin()->first <= untilNs) {
        m_nowNs = m_due.begin()->first;
        m_log.arrived(m_due.begin()->second, m_nowNs);
        m_due.erase(m_due.begin());
    }
    m_nowNs = untilNs;
}

void Traffic::settle()
{
    while (!m_due.empty())
        wait(m_due.begin()->first - m_nowNs);
}

RecordNumber Traffic::depart(Record record, const QByteArray &bytes)
{
    record.departedNs = m_nowNs;
    record.wireBytes = quint32(bytes.size());
    const RecordNumber number = m_log.departed(record, bytes, {});
    m_sent[record.connection][size_t(record.direction)] += bytes;
    if (losesAll)
        m_log.lost(number);
    else
        m_due.emplace(m_nowNs + m_transitNs, number);
    return number;
}

ConnectionNumber Traffic::open()
{
    Record record;
    record.kind = MessageKind::Open;
    record.connection = ++m_connections;
    depart(record, {});
    return m_connections;
}

RecordNumber Traffic::send(ConnectionNumber connection, MessageKind kind, Direction direction,
                           const QByteArray &bytes, quint16 code)
{
    Record record;
    record.kind = kind;
    record.connection = connection;
    record.direction = direction;
    record.code = code;
    return depart(record, bytes);
}

RecordNumber Traffic::close(ConnectionNumber connection, Direction direction, bool isReset)
{
    return send(connection, MessageKind::Close, direction, {}, isReset ? 1 : 0);
}

void Traffic::name(ConnectionNumber connection, const QString &client)
{
    if (!m_names.contains(connection))
        m_log.named(connection, client);
    m_names.insert(connection, client);
}

void Traffic::poll(ConnectionNumber connection, const QString &client, const QByteArray &body)
{
    send(connection, MessageKind::Request, ClientToServer,
         "GET /events?after=1 HTTP/1.1\r\nHost: 127.0.0.1:7780\r\nUser-Agent: " + client.toUtf8()
             + "\r\n\r\n");
    name(connection, client);
    wait(2 * m_transitNs + Ms);
    send(connection, MessageKind::Response, ServerToClient,
         "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
             + QByteArray::number(body.size()) + "\r\n\r\n" + body,
         200);
    wait(m_transitNs + Ms);
}

void Traffic::webSocket(ConnectionNumber connection, const QString &client, int frames)
{
    send(
        connection, MessageKind::Request, ClientToServer,
        "GET /events/socket HTTP/1.1\r\nHost: 127.0.0.1:7780\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    name(connection, client);
    wait(2 * m_transitNs + Ms);
    send(connection, MessageKind::Response, ServerToClient,
         "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
         101);
    wait(m_transitNs + Ms);
    for (int i = 0; i < frames; ++i) {
        // They cross on the way.
        send(connection, MessageKind::Frame, ServerToClient,
             textFrame("news " + QByteArray::number(i), false), 1);
        wait(m_transitNs / 2);
        send(connection, MessageKind::Frame, ClientToServer,
             textFrame("thanks " + QByteArray::number(i), true), 1);
        wait(m_transitNs / 3);
    }
    wait(m_transitNs);
}

QByteArray Traffic::sent(ConnectionNumber connection, Direction direction) const
{
    return m_sent.value(connection)[size_t(direction)];
}
