// SPDX-FileCopyrightText: 2026 The Wiretale authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wirefixture.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSet>
#include <QTimer>

#include <array>
#include <map>

namespace wiretale {

using namespace std::chrono_literals;

RecordNumber RecordingSink::departed(const Record &record, QByteArrayView bytes,
                                     std::span<const qint64> eventIds)
{
    const auto number = RecordNumber(m_entries.size() + 1);
    if (record.arrivedNs != Record::NotArrived)
        complain(QStringLiteral("arrived before it departed"), number);
    if (record.departedNs < m_lastTime)
        complain(QStringLiteral("departed before what was told earlier"), number);
    if (qint64(record.wireBytes) != bytes.size())
        complain(QStringLiteral("has another length than its bytes"), number);
    if (record.eventCount != eventIds.size())
        complain(QStringLiteral("has another count than its events"), number);
    if (record.wallNs <= 0 || record.connection == 0)
        complain(QStringLiteral("has no time or connection"), number);
    m_lastTime = record.departedNs;
    m_entries.push_back({record, bytes.toByteArray(), {eventIds.begin(), eventIds.end()}});
    return number;
}

void RecordingSink::arrived(RecordNumber number, qint64 arrivedNs)
{
    Entry &entry = m_entries.at(number - 1);
    if (entry.hasArrived() || entry.isLost)
        complain(QStringLiteral("arrived after its fate was told"), number);
    if (arrivedNs < m_lastTime)
        complain(QStringLiteral("arrived before what was told earlier"), number);
    m_lastTime = arrivedNs;
    entry.record.arrivedNs = arrivedNs;
    m_arrivals << number;
}

void RecordingSink::lost(RecordNumber number)
{
    Entry &entry = m_entries.at(number - 1);
    if (entry.hasArrived() || entry.isLost)
        complain(QStringLiteral("was lost after its fate was told"), number);
    entry.isLost = true;
}

void RecordingSink::named(ConnectionNumber connection, const QString &client)
{
    if (m_names.contains(connection) || client.isEmpty())
        complain(QStringLiteral("named twice or by nothing"), connection);
    m_names.insert(connection, client);
}

void RecordingSink::complain(const QString &what, RecordNumber number)
{
    m_complaint += QStringLiteral("%1 %2; ").arg(number).arg(what);
}

QList<RecordNumber> RecordingSink::numbersOf(MessageKind kind) const
{
    QList<RecordNumber> numbers;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].record.kind == kind)
            numbers << RecordNumber(i + 1);
    }
    return numbers;
}

qint64 RecordingSink::bytesThatDeparted(Direction direction) const
{
    qint64 bytes = 0;
    for (const Entry &entry : m_entries) {
        if (entry.record.direction == direction)
            bytes += entry.record.wireBytes;
    }
    return bytes;
}

QByteArray RecordingSink::stream(ConnectionNumber connection, Direction direction) const
{
    QByteArray bytes;
    for (const RecordNumber number : m_arrivals) {
        const Entry &entry = at(number);
        if (entry.record.connection == connection && entry.record.direction == direction)
            bytes += entry.bytes;
    }
    return bytes;
}

qsizetype RecordingSink::undecidedCount() const
{
    qsizetype count = 0;
    for (const Entry &entry : m_entries)
        count += entry.hasArrived() || entry.isLost ? 0 : 1;
    return count;
}

QString RecordingSink::finalComplaint() const
{
    QString complaint = m_complaint;
    std::map<ConnectionNumber, std::array<int, 3>> counts; // openings, closings each way
    QSet<ConnectionNumber> torn; // a reset ends both directions
    QSet<ConnectionNumber> heard; // its client said something
    for (const Entry &entry : m_entries) {
        std::array<int, 3> &each = counts[entry.record.connection];
        if (entry.record.direction == Direction::ClientToServer && entry.record.wireBytes > 0)
            heard.insert(entry.record.connection);
        if (entry.record.kind == MessageKind::Open)
            ++each[0];
        else if (entry.record.kind == MessageKind::Close && entry.record.code == 1)
            torn.insert(entry.record.connection);
        if (entry.record.kind == MessageKind::Close)
            ++each.at(entry.record.direction == Direction::ClientToServer ? 1 : 2);
        else if (entry.record.kind != MessageKind::Open
                 && (entry.record.direction == Direction::ClientToServer ? each[1] > 0 : each[2] > 0))
            complaint
                += QStringLiteral("connection %1: bytes behind its closing; ").arg(entry.record.connection);
    }
    for (const auto &[connection, each] : counts) {
        const bool isTorn = torn.contains(connection) && each[0] == 1 && std::max(each[1], each[2]) == 1;
        if (each != std::array {1, 1, 1} && !isTorn)
            complaint += QStringLiteral("connection %1: %2 openings, %3 and %4 closings; ")
                             .arg(connection)
                             .arg(each[0])
                             .arg(each[1])
                             .arg(each[2]);
        if (!m_names.contains(connection) && heard.contains(connection))
            complaint += QStringLiteral("connection %1 has no name; ").arg(connection);
    }
    if (undecidedCount() > 0)
        complaint += QStringLiteral("%1 neither arrived nor were lost").arg(undecidedCount());
    return complaint;
}

ScriptedServer::ScriptedServer()
{
    setMaxPendingConnections(10'000);
    setListenBacklogSize(4096);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            take(socket);
    });
    listen(QHostAddress::LocalHost);
}

void ScriptedServer::take(QTcpSocket *socket)
{
    const int index = count();
    m_sockets << socket;
    m_received << QByteArray();
    if (!m_isReading)
        socket->setReadBufferSize(1);
    connect(socket, &QTcpSocket::readyRead, this, [this, index] { read(index); });
    read(index);
}

void ScriptedServer::read(int index)
{
    if (m_isReading)
        m_received[index] += m_sockets.at(index)->readAll();
}

void ScriptedServer::stopReading()
{
    m_isReading = false;
    for (QTcpSocket *socket : std::as_const(m_sockets))
        socket->setReadBufferSize(1);
}

void ScriptedServer::goOnReading()
{
    m_isReading = true;
    for (int i = 0; i < count(); ++i) {
        m_sockets.at(i)->setReadBufferSize(0);
        read(i);
    }
}

ScriptedClient::ScriptedClient(quint16 port)
{
    connect(this, &QTcpSocket::readyRead, this, &ScriptedClient::readAll);
    connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void ScriptedClient::readAll()
{
    if (m_isReading)
        m_received += QTcpSocket::readAll();
}

void ScriptedClient::stopReading()
{
    m_isReading = false;
    setReadBufferSize(1);
}

void ScriptedClient::goOnReading()
{
    m_isReading = true;
    setReadBufferSize(0);
    readAll();
}

WireBench::WireBench(const LinkProfile &link)
    : wire(std::make_unique<Wire>(clock, sink))
{
    wire->setLink(link);
    const Result<quint16> port = wire->listen(0, Wire::PortChoice::Exactly, server.serverPort());
    Q_ASSERT(port);
}

std::unique_ptr<ScriptedClient> WireBench::connectClient() const
{
    return std::make_unique<ScriptedClient>(wire->port());
}

std::unique_ptr<ScriptedClient> WireBench::connectAndOpen()
{
    const int before = server.count();
    const qsizetype opened = sink.count(MessageKind::Open);
    auto client = connectClient();
    const bool departed = waitFor([&] { return sink.count(MessageKind::Open) > opened; });
    clock.advance(wire->link().latency + wire->link().jitter);
    const bool arrived = waitFor([&] { return server.count() > before; });
    clock.advance(wire->link().latency);
    return departed && arrived ? std::move(client) : nullptr;
}

bool WireBench::drive(const std::function<bool()> &condition, Nanoseconds step)
{
    const QDeadlineTimer deadline(30s);
    // So that waiting for sockets is no busy loop.
    QTimer tick;
    tick.start(1ms);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        clock.advance(step);
    }
    return true;
}

void WireBench::settle()
{
    constexpr int Turns = 20;
    int turns = 0;
    (void)waitFor([&turns] { return ++turns > Turns; });
}

} // namespace wiretale
